//! The friend graph alone, linked without documents and commands.

mod choose;
mod message;
#[path = "../it/statistics.rs"]
#[expect(dead_code, reason = "other tests use what these do not")]
mod statistics;
