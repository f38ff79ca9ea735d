//! What a week, a month or a year comes to in the trials of a block.

use crate::estimate;
use crate::trials::WeekStatistics;

/// Mean and percentiles of a week or of a longer time; of a ratio, the ratio of the means, and its
/// undefined trials rank as `worst`.
pub fn statistics(values: &mut [f64], under: &[f64], worst: f64) -> WeekStatistics {
    let mut mean = estimate::mean(values);
    if !under.is_empty() {
        mean /= estimate::mean(under);
        for (value, &under) in values.iter_mut().zip(under) {
            *value = if under == 0.0 { worst } else { *value / under };
        }
    }
    let first = values[0];
    if values.iter().all(|value| *value == first) {
        return WeekStatistics { mean, p05: first, p50: first, p95: first };
    }
    let [p05, p50, p95] = estimate::quantiles_by_selection(values, [0.05, 0.5, 0.95]);
    WeekStatistics { mean, p05, p50, p95 }
}
