//! Forecasts on record: a ledger file is read and added to, forecasts are made of runs, and what
//! came of them is found in exports or said by hand.

mod file;
mod forecast;
mod outcomes;
mod past;
mod period;
mod required;
mod said;

pub use file::{change, read};
pub use forecast::{Asked, Made, forecasts};
pub use outcomes::{from_exports, said};
pub use past::{History, history};
pub use required::{required, unmet};
pub use said::Said;
