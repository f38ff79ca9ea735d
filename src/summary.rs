//! From trials to statistics. Polars sorts and sums whole columns; the standard error of every statistic comes from its
//! values on the blocks, each of which is an independent design.

mod blocks;

pub use blocks::{BLOCK_STATISTICS, BlockValues};

use polars::prelude::{Column as PolarsColumn, PlSmallStr, Series, SortOptions};
use rayon::prelude::*;

use crate::design::BLOCK;
use crate::estimate::{self, Estimate, PERCENTILES};
use crate::metric::{METRICS, WEEKLY};
use crate::model::{Bound, ColumnId, Model};
use crate::trials::{Column, Trials, WeekStatistics};

/// What a run found.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub trials: u64,
    /// One for each of [`Model::columns`].
    pub metrics: Vec<MetricSummary>,
    /// One for each of [`Model::targets`].
    pub targets: Vec<TargetSummary>,
    /// One for each scope and series; empty when the weeks were not asked for.
    pub weekly: Vec<WeeklySummary>,
    /// The statistics of every whole block, or of the only one.
    pub blocks: Vec<BlockValues>,
}

/// One metric over all futures. Undefined futures of a ratio rank as the worst value.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricSummary {
    pub column: ColumnId,
    /// `reach_second`, `page.reach_second`.
    pub name: String,
    /// The mean; of a ratio, the ratio of the means. NaN where it is undefined.
    pub mean: Estimate,
    /// Of the defined futures.
    pub sd: f64,
    /// The least and the largest of the defined futures.
    pub min: f64,
    pub max: f64,
    /// In the order of [`PERCENTILES`]; infinite where the percentile falls among undefined futures.
    pub percentiles: [Estimate; 7],
    /// Share of the futures in which a ratio is undefined.
    pub undefined: f64,
}

/// The probability of a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetSummary {
    pub probability: Estimate,
}

/// One weekly series of one scope.
#[derive(Clone, Debug, PartialEq)]
pub struct WeeklySummary {
    pub name: String,
    /// Place in WEEKLY.
    pub metric: usize,
    /// Place in [`Model::communities`]; `None` is all of them.
    pub community: Option<usize>,
    /// Means over the blocks of the mean and the percentiles of each week.
    pub weeks: Vec<WeekStatistics>,
}

impl MetricSummary {
    /// The percentile of this id, such as `p50`.
    pub fn percentile(&self, id: &str) -> Estimate {
        let place = PERCENTILES.iter().position(|(name, _)| *name == id);
        place.map_or(Estimate::exact(f64::NAN), |place| self.percentiles[place])
    }
}

impl Summary {
    pub fn of(model: &Model, trials: &Trials) -> Summary {
        let measured: Vec<ColumnId> = model.measured().collect();
        let columns: Vec<(MetricSummary, Vec<[f64; BLOCK_STATISTICS]>)> = measured
            .par_iter()
            .zip(&trials.columns)
            .map(|(&id, column)| {
                let blocks = blocks::of_column(column, id);
                (metric(model, id, column, &blocks), blocks)
            })
            .collect();
        let each = |id: ColumnId| MetricSummary { column: id, name: model.column_name(id), ..columns[model.place(id)].0.clone() };
        Summary {
            trials: trials.count(),
            metrics: model.columns().map(each).collect(),
            targets: model.targets.iter().map(|target| self::target(target.bound, trials.column(model, target.metric))).collect(),
            weekly: weekly(model, trials),
            blocks: blocks::rows(model, trials, &columns),
        }
    }

    /// The metric of all communities together.
    pub fn metric(&self, id: &str) -> Option<&MetricSummary> {
        self.metrics.iter().find(|metric| metric.name == id)
    }

    /// A weekly series of all communities together.
    pub fn series(&self, id: &str) -> Option<&WeeklySummary> {
        self.weekly.iter().find(|series| series.name == id)
    }
}

fn metric(model: &Model, id: ColumnId, column: &Column, blocks: &[[f64; BLOCK_STATISTICS]]) -> MetricSummary {
    let worst = METRICS[id.metric].better.worst();
    let values = column.values();
    let trials = values.len() as u64;
    let defined: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    let undefined = 1.0 - defined.len() as f64 / trials as f64;
    let (count, defined) = (defined.len(), column_of(defined));
    let sd = if count > 1 { defined.std_reduce(1).map_or(f64::NAN, |sd| number(sd.value())) } else { 0.0 };
    let extreme = |of: polars::prelude::PolarsResult<polars::prelude::Scalar>| of.map_or(f64::NAN, |value| number(value.value()));
    let ranked = column_of(values.into_iter().map(|value| if value.is_nan() { worst } else { value }).collect());
    let sorted = sorted(&ranked);
    let whole = if trials as usize / BLOCK >= 2 { &blocks[..trials as usize / BLOCK] } else { &[] };
    let error = |place: usize, from_trials: f64| {
        let values: Vec<f64> = whole.iter().map(|block| block[place]).collect();
        estimate::block_error(&values, trials, BLOCK as u64).unwrap_or(from_trials)
    };
    let mut place = 0;
    let percentiles = PERCENTILES.map(|(_, p)| {
        place += 1;
        let value = estimate::quantile_of_sorted(&sorted, p);
        // Where a block's percentile is undefined the sample's own order statistics have to do.
        let from_trials = estimate::quantile_error(&sorted, p);
        let from_blocks = error(place, from_trials);
        Estimate { value, se: if from_blocks.is_finite() { from_blocks } else { from_trials } }
    });
    let (mean, se) = headline(column);
    MetricSummary {
        column: id,
        name: model.column_name(id),
        mean: Estimate { value: mean, se: error(0, se) },
        sd,
        min: extreme(defined.min_reduce()),
        max: extreme(defined.max_reduce()),
        percentiles,
        undefined,
    }
}

/// The mean, or the ratio of means, with its standard error as if the trials were independent (for a ratio by the delta
/// method: sd(over - r under) / (mean(under) sqrt(n))).
fn headline(column: &Column) -> (f64, f64) {
    match column {
        Column::Plain(values) => (mean(values), deviation_of_mean(values)),
        Column::Ratio { over, under } => {
            let below = mean(under);
            if below == 0.0 {
                return (f64::NAN, f64::INFINITY);
            }
            let ratio = mean(over) / below;
            let residuals: Vec<f64> = over.iter().zip(under).map(|(over, under)| over - ratio * under).collect();
            (ratio, deviation_of_mean(&residuals) / below.abs())
        }
    }
}

fn deviation_of_mean(values: &[f64]) -> f64 {
    if values.len() < 2 { f64::INFINITY } else { (estimate::variance(values) / values.len() as f64).sqrt() }
}

/// Polars' sum of a double column is not exact to the last bits; this one is, and it is as fast as memory.
fn mean(values: &[f64]) -> f64 {
    estimate::mean(values)
}

fn target(bound: Bound, column: &Column) -> TargetSummary {
    let hit = |value: f64| match bound {
        Bound::AtLeast(least) => value >= least,
        Bound::AtMost(most) => value <= most,
    };
    // An undefined value meets no bound.
    let hits: Vec<f64> = column.values().into_iter().map(|value| f64::from(u8::from(hit(value)))).collect();
    let trials = hits.len() as u64;
    let probability = mean(&hits);
    let blocks: Vec<f64> = hits.chunks_exact(BLOCK).map(mean).collect();
    let from_trials = if trials < 2 { f64::INFINITY } else { (probability * (1.0 - probability) / trials as f64).sqrt() };
    TargetSummary { probability: Estimate { value: probability, se: estimate::block_error(&blocks, trials, BLOCK as u64).unwrap_or(from_trials) } }
}

fn weekly(model: &Model, trials: &Trials) -> Vec<WeeklySummary> {
    if trials.weekly.is_empty() {
        return Vec::new();
    }
    let total: f64 = trials.weekly.iter().map(|block| block.trials as f64).sum();
    let at = |place: usize| {
        trials.weekly.iter().fold(WeekStatistics::default(), |sum, block| {
            let (week, weight) = (block.statistics[place], block.trials as f64 / total);
            WeekStatistics {
                mean: sum.mean + weight * week.mean,
                p05: sum.p05 + weight * week.p05,
                p50: sum.p50 + weight * week.p50,
                p95: sum.p95 + weight * week.p95,
            }
        })
    };
    let scopes = std::iter::once(None).chain((0..model.communities.len()).map(Some));
    let series = scopes.flat_map(|community| (0..WEEKLY.len()).map(move |metric| (community, metric)));
    series
        .map(|(community, metric)| {
            let scope = community.filter(|_| model.scopes() > 1).map_or(0, |community| community + 1);
            let first = (scope * WEEKLY.len() + metric) * model.weeks;
            let id = WEEKLY[metric].id;
            WeeklySummary {
                name: community.map_or_else(|| id.to_owned(), |community| format!("{}.{id}", model.communities[community].id)),
                metric,
                community,
                weeks: (first..first + model.weeks).map(at).collect(),
            }
        })
        .collect()
}

fn column_of(values: Vec<f64>) -> PolarsColumn {
    Series::from_vec(PlSmallStr::EMPTY, values).into()
}

/// The values in ascending order, the infinite ones at the ends.
fn sorted(column: &PolarsColumn) -> Vec<f64> {
    let options = SortOptions { multithreaded: false, ..SortOptions::default() };
    let sorted = column.sort_with(options).map(PolarsColumn::take_materialized_series);
    // A column of doubles without gaps is sorted without fail, and lies in one piece.
    let values = sorted.ok().and_then(|series| series.f64().ok().and_then(|values| values.cont_slice().ok().map(<[f64]>::to_vec)));
    values.unwrap_or_default()
}

fn number(value: &polars::prelude::AnyValue) -> f64 {
    value.extract().unwrap_or(f64::NAN)
}
