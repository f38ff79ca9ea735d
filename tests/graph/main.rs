//! The friend graph alone, linked without documents and commands.

mod choose;
mod lists;
mod message;
mod rare;
#[path = "../it/statistics.rs"]
mod statistics;
