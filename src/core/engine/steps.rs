//! The steps of a week. Each is a function of a [`WeekContext`](super::context::WeekContext),
//! except the team's, which is one of all communities; [`week`](super::week) has their order.

pub mod costs;
pub mod friends;
pub mod funnel;
pub mod growth;
pub mod messages;
pub mod posts;
pub mod service;
pub mod support;
pub mod tone;
