//! How well the means of a run are to be known.

use std::str::FromStr;

use crate::metric::METRICS;
use crate::output::screen;
use crate::scenario::number;
use crate::summary::{MetricSummary, Summary};

/// The share of a mean, or of half its 90 % width where that is larger, that its standard error may
/// have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision(f64);

impl FromStr for Precision {
    type Err = String;

    /// `1%`, `0.5 %`, `0.01`.
    fn from_str(text: &str) -> Result<Precision, String> {
        let share = number::parse(text, 0).map_err(|fault| fault.message.to_string())?;
        if share > 0.0 && share < 1.0 {
            Ok(Precision(share))
        } else {
            Err("a precision lies between 0 and 100 %, such as 1%".into())
        }
    }
}

impl Precision {
    /// Whether every mean on the first screen is known well enough, those of the file's own metrics
    /// too.
    pub fn is_met(self, summary: &Summary) -> bool {
        let measured = screen::METRICS.iter().filter_map(|id| summary.metric(id));
        let own = summary.metrics.iter().filter(|metric| metric.column.metric >= METRICS.len());
        measured.chain(own).all(|metric| self.is_met_by(metric))
    }

    /// |se| <= p max(|mean|, (p95 - p05)/2).
    fn is_met_by(self, metric: &MetricSummary) -> bool {
        let half = (metric.percentile("p95").value - metric.percentile("p05").value).abs() / 2.0;
        let size = if half.is_finite() {
            half.max(metric.mean.value.abs())
        } else {
            metric.mean.value.abs()
        };
        // What is undefined in every future has no error that more trials could make smaller.
        metric.mean.value.is_nan() || metric.mean.se <= self.0 * size
    }
}
