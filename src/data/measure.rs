//! Statistics of what was counted: shares, averages, errors of a coder, before and after, and words
//! that stand for reasons. Numbers in, numbers out: no files, no tables, no networks.

pub mod coder;
pub mod codes;
pub mod interrupted;
mod interval;
mod order;
pub mod share;

pub use interval::{Enough, Interval, speak};
