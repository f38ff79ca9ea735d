//! The steps of a week. Each is a function of a [`WeekContext`](super::context::WeekContext),
//! except the team's, which is one of all communities;
//! [`CommunityRun`](super::community_run::CommunityRun) has their order.

pub mod costs;
pub mod friends;
pub mod funnel;
pub mod growth;
pub mod messages;
pub mod posts;
pub mod service;
pub mod support;
pub mod tone;
