//! What is known of one metric and of one target.

use crate::estimate::{Estimate, PERCENTILES};
use crate::model::ColumnId;

/// One metric over all futures. Undefined futures of a ratio rank as the worst value.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricSummary {
    pub column: ColumnId,
    /// `reach_second`, `page.reach_second`.
    pub name: String,
    /// The mean; of a ratio, the ratio of the means. NaN where it is undefined.
    pub mean: Estimate,
    /// Standard deviation of the defined futures.
    pub sd: f64,
    /// The least and the largest of the defined futures.
    pub min: f64,
    pub max: f64,
    /// Percentiles in the order of [`PERCENTILES`]; infinite where the percentile falls among
    /// undefined futures.
    pub percentiles: [Estimate; 7],
    /// Share of the futures in which a ratio is undefined.
    pub undefined: f64,
}

/// The probability of a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetSummary {
    pub probability: Estimate,
}

impl MetricSummary {
    /// The percentile of this id, such as `p50`.
    pub fn percentile(&self, id: &str) -> Estimate {
        let place = PERCENTILES.iter().position(|(name, _)| *name == id);
        place.map_or(Estimate::exact(f64::NAN), |place| self.percentiles[place])
    }
}
