//! The summary of more trials than were kept, from their [`Tally`].
//!
//! Means, deviations, extremes, shares and all standard errors are as exact as those of a run that
//! was kept: they come from sums over blocks. Percentiles come from sketches and are wrong by at
//! most 1/4,096 of themselves.

use super::row::{MetricSummary, TargetSummary};
use crate::design::BLOCK;
use crate::estimate::{Estimate, PERCENTILES, QuantilePlace, error_between};
use crate::metric::Value;
use crate::model::{ColumnId, Model};
use crate::trials::QuantileSketch;
use crate::trials::Tally;
use crate::trials::moments::Moments;
use crate::trials::tally::{ColumnSums, Repeated, TargetSums};

pub fn metrics(model: &Model, tally: &Tally) -> Vec<MetricSummary> {
    let Some(sums) = tally.sums.total() else { return Vec::new() };
    let each = |id: ColumnId| {
        let place = model.place(id);
        let (sums, sketch) = (sums.columns[place], &tally.sketches[place]);
        metric(model, id, &TallySummary { trials: tally.trials, sums, sketch })
    };
    model.columns().map(each).collect()
}

/// The probabilities of the targets.
pub fn targets(tally: &Tally) -> Vec<TargetSummary> {
    let sums = tally.sums.total();
    sums.iter().flat_map(|sums| &sums.targets).map(|met| target(tally, met)).collect()
}

/// The probability that all targets are met together.
pub fn together(tally: &Tally) -> TargetSummary {
    let none = TargetSummary { probability: Estimate::exact(f64::NAN) };
    tally.sums.total().map_or(none, |sums| target(tally, &sums.together))
}

fn target(tally: &Tally, met: &TargetSums) -> TargetSummary {
    let share = met.hits as f64 / tally.trials as f64;
    TargetSummary { probability: Estimate::new(share, error(&met.shares, tally.trials)) }
}

/// What is known of a metric.
struct TallySummary<'a> {
    trials: u64,
    sums: ColumnSums,
    sketch: &'a QuantileSketch,
}

fn metric(model: &Model, id: ColumnId, told: &TallySummary) -> MetricSummary {
    let TallySummary { trials, sums, .. } = told;
    let row = model.metric(id.metric);
    let mean = match row.value {
        Value::Moment(_) => Estimate::unknown(f64::NAN),
        _ if row.value.is_ratio() => {
            let value = ratio(sums.over.mean, sums.under.mean);
            Estimate::new(value, of_blocks(&sums.statistics[0], *trials))
        }
        _ => Estimate::new(sums.over.mean, of_blocks(&sums.statistics[0], *trials)),
    };
    let none = sums.values.count == 0.0;
    MetricSummary {
        column: id,
        name: model.column_name(id),
        mean,
        sd: if sums.values.count == 1.0 { 0.0 } else { sums.values.variance().sqrt() },
        min: if none { f64::NAN } else { sums.min },
        max: if none { f64::NAN } else { sums.max },
        percentiles: told.percentiles(row.better.worst()),
        undefined: 1.0 - sums.values.count / *trials as f64,
    }
}

fn ratio(over: f64, under: f64) -> f64 {
    if under == 0.0 { f64::NAN } else { over / under }
}

/// The error of a mean of blocks, of which each is an independent design.
fn error(blocks: &Moments, trials: u64) -> f64 {
    if blocks.count < 2.0 {
        f64::INFINITY
    } else {
        (blocks.variance() * BLOCK as f64 / trials as f64).sqrt()
    }
}

fn of_blocks(statistic: &Repeated, trials: u64) -> f64 {
    if statistic.others > 0 { f64::INFINITY } else { error(&statistic.finite, trials) }
}

impl TallySummary<'_> {
    /// Percentiles, read as where all trials were kept.
    /// Undefined trials rank as `worst`.
    fn percentiles(&self, worst: f64) -> [Estimate; 7] {
        std::array::from_fn(|place| {
            let p = PERCENTILES[place].1;
            let se = of_blocks(&self.sums.statistics[1 + place], self.trials);
            let se = if se.is_finite() {
                se
            } else {
                error_between(self.trials as usize, p, |rank| self.at(rank, worst))
            };
            Estimate::new(self.quantile(p, worst), se)
        })
    }

    fn quantile(&self, p: f64, worst: f64) -> f64 {
        let place = QuantilePlace::of(p, self.trials);
        place.read(self.at(place.below, worst), self.at(place.above, worst))
    }

    /// The value of a rank among all trials.
    fn at(&self, rank: u64, worst: f64) -> f64 {
        let defined = self.sums.values.count as u64;
        let before = if worst < 0.0 { self.trials - defined } else { 0 };
        match rank.checked_sub(before).filter(|rank| *rank < defined) {
            Some(rank) => self.sketch.at(rank).clamp(self.sums.min, self.sums.max),
            None => worst,
        }
    }
}
