//! Averages with intervals.

use crate::measure::interval::Interval;

/// Needs 5 values.
pub fn mean_interval(values: &[f64]) -> Option<Interval> {
    todo!()
}

/// Needs 6 values, below which no two of them hold the median in 95 %.
pub fn median_interval(values: &[f64]) -> Option<Interval> {
    todo!()
}

/// The sum of `above` over that of `below`. Needs 5 items, and a sum above 0.
pub fn ratio_of_totals(above: &[f64], below: &[f64]) -> Option<Interval> {
    todo!()
}

/// The percentile `p` (0 to 1) of hours, where `never` more are infinite; none where it lies among
/// those.
pub fn percentile_with_never(hours: &[f64], never: usize, p: f64) -> Option<f64> {
    todo!()
}
