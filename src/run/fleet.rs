//! Work that many machines share: handed out as tasks by an engine that exists, and put together to
//! the bytes of one machine.

mod cases;
mod command;
mod crew;
mod engine;
mod helped;
mod job;
mod list;
mod network;
mod numbers;
mod own;
pub mod pace;
mod points;
mod processes;
mod python;
mod queue;
mod rounds;
mod shared;
mod subject;
mod task;

pub use cases::{Spread, divided};
pub use crew::Crew;
pub use engine::{Engine, engine};
pub use helped::Helped;
pub use job::Job;
pub use list::Study;
pub use network::Wanted;
pub use points::{own, several, what_if, without};
pub use shared::{Finished, simulate};
pub use task::carry_out;
