//! Intervals of shares by the score test.

use crate::measure::interval::Interval;

/// `hits` of `n`. Of none: NaN, from 0 to 1.
pub fn wilson(hits: f64, n: f64) -> Interval {
    todo!()
}

/// The first share less the second one.
pub fn newcombe(hits: [f64; 2], n: [f64; 2]) -> Interval {
    todo!()
}

/// Shares of all classes at once: all intervals hold together in 95 %.
pub fn goodman(counts: &[f64]) -> Vec<Interval> {
    todo!()
}
