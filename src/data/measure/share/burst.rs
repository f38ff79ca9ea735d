//! Shares of things that come in bursts: one author's messages of one day are not independent.

use crate::measure::interval::Interval;

/// Shares of `classes`, by resampling clusters. One pair a thing: its cluster, such as a hash of
/// author and day, and its class below `classes`.
pub fn bootstrap(groups: &[(u64, u32)], classes: usize, draws: u32, seed: u64) -> Vec<Interval> {
    todo!()
}

/// How many independent things would tell as much.
pub fn effective_n(groups: &[(u64, u32)], classes: usize) -> f64 {
    todo!()
}
