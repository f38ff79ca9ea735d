//! Forecasts on record: a text file to which entries are only ever added, one JSON object a line.
//!
//! A forecast states the 23 quantiles of a metric over a period, as of a day that its author names;
//! an outcome is an entry of its own, so that no earlier line changes. Each entry carries the hash
//! of the one before and its own: an entry that somebody edited, removed or put between others is
//! told with its line. What the chain cannot show is that the last entries were cut off.
//!
//! ```text
//! entry    what an entry says
//! chain    lines with hashes
//! book     the ledger: read, added to
//! resolve  which forecasts an outcome is of
//! judge    how the forecasts did
//! ```

mod book;
mod chain;
mod entry;
mod judge;
mod required;
mod resolve;

pub use book::Ledger;
pub use entry::{Baseline, Engine, Entry, Forecast, LEVELS, Origin, Outcome, SCHEMA, Target};
pub use judge::{ByMetric, CENTRAL, Judged, judge};
pub use required::Required;
pub use resolve::{Left, NEAR, Open, Period, Resolved, Why, resolve};
