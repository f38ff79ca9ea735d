//! The friend graph alone, linked without documents and commands.

mod choose;
mod kept;
mod lists;
mod message;
mod rare;
#[path = "../it/statistics.rs"]
mod statistics;
mod ties;
