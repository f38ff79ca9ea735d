//! The steps of a week, in the order in which a community takes them. Each is a function of a [`Scene`](super::scene::Scene).

pub mod costs;
pub mod friends;
pub mod funnel;
pub mod growth;
pub mod messages;
pub mod posts;
pub mod service;
pub mod support;
pub mod tone;
