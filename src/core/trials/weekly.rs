//! The weekly series of blocks.

use serde::{Deserialize, Serialize};

use super::pairwise;
use crate::estimate;

/// Statistics of the weekly series on blocks, each times the trials of its block.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WeeklyBlock {
    pub trials: u64,
    /// Statistics of series `s` (scope by scope, in the order of `Model::weekly`) in week `t`, at
    /// `s * weeks + t`.
    pub statistics: Vec<WeekStatistics>,
    /// The same of the periods of `Model::calendar`: months, then years, at `s * periods + p`.
    pub periods: Vec<WeekStatistics>,
}

impl WeeklyBlock {
    /// The statistics of one block of so many trials.
    #[must_use]
    pub fn over(mut self, trials: u64) -> WeeklyBlock {
        for told in self.statistics.iter_mut().chain(&mut self.periods) {
            *told = told.times(trials as f64);
        }
        WeeklyBlock { trials, ..self }
    }
}

impl pairwise::Sum for WeeklyBlock {
    fn add(&mut self, later: &WeeklyBlock) {
        self.trials += later.trials;
        let all = self.statistics.iter_mut().chain(&mut self.periods);
        for (week, later) in all.zip(later.statistics.iter().chain(&later.periods)) {
            week.mean += later.mean;
            week.p05 += later.p05;
            week.p50 += later.p50;
            week.p95 += later.p95;
        }
    }
}

/// The percentiles of a week.
const PS: [f64; 3] = [0.05, 0.5, 0.95];

impl WeekStatistics {
    /// Of a week that comes to the same in all trials.
    pub(crate) fn of_all(value: f64) -> WeekStatistics {
        WeekStatistics { mean: value, p05: value, p50: value, p95: value }
    }

    /// Of counts.
    pub(crate) fn of_counts(counts: &[u32]) -> WeekStatistics {
        // Whole numbers are added up exactly, in any order.
        let sum: u64 = counts.iter().copied().map(u64::from).sum();
        let [p05, p50, p95] = estimate::quantiles_of_counts(counts, PS);
        WeekStatistics { mean: sum as f64 / counts.len() as f64, p05, p50, p95 }
    }

    /// Of numbers; of a ratio, the ratio of the means, and its undefined trials rank as `worst`.
    pub(crate) fn of(values: &mut [f64], under: &[f64], worst: f64) -> WeekStatistics {
        let mut mean = estimate::mean(values);
        if !under.is_empty() {
            mean /= estimate::mean(under);
            for (value, &under) in values.iter_mut().zip(under) {
                *value = if under == 0.0 { worst } else { *value / under };
            }
        }
        let first = values[0];
        if values.iter().all(|value| *value == first) {
            return WeekStatistics { mean, ..WeekStatistics::of_all(first) };
        }
        let [p05, p50, p95] = estimate::quantiles_by_selection(values, PS);
        WeekStatistics { mean, p05, p50, p95 }
    }

    #[must_use]
    pub fn times(self, factor: f64) -> WeekStatistics {
        WeekStatistics {
            mean: self.mean * factor,
            p05: self.p05 * factor,
            p50: self.p50 * factor,
            p95: self.p95 * factor,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WeekStatistics {
    pub mean: f64,
    pub p05: f64,
    pub p50: f64,
    pub p95: f64,
}
