//! From trials to statistics. The standard error of every statistic comes from its values on the
//! blocks, each of which is an independent design.

mod cash;
mod drivers;
mod frequency;
mod tallied;

pub use cash::{CashFlow, CashSheet};
pub use drivers::{Driver, Fifths, drivers, moved_by, spearman};

use rayon::prelude::*;

use crate::design::BLOCK;
use crate::engine::World;
use crate::estimate::{self, Estimate, FEWEST_BLOCKS, PERCENTILES, Sorted};
use crate::metric::{METRICS, Value};
use crate::model::{Bound, ColumnId, Model};
use crate::trials::statistics::{self, Statistics};
pub use crate::trials::{BLOCK_STATISTICS, BlockValues};
use crate::trials::{Column, PairwiseSum, Trials, WeekStatistics, WeeklyBlock};

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
    /// The statistics of every block; none where there are more trials than the run keeps.
    pub blocks: Vec<BlockValues>,
    /// The world with every input at its median.
    pub expected: World,
    /// The cash flow of the means, where money and weeks are counted.
    pub cash: Option<CashFlow>,
    /// People who see one story of their friends, two, three .., the last class being open.
    pub frequency: Vec<f64>,
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
    /// In the order of [`PERCENTILES`]; infinite where the percentile falls among undefined
    /// futures.
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
    /// Place in METRICS.
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
        let mut summary = match &trials.tally {
            Some(tally) => tallied::summary(model, tally),
            None => Summary::of_all(model, trials),
        };
        summary.cash = CashFlow::of(&summary, &summary.expected.money);
        summary.frequency = frequency::classes(&summary, summary.expected.pool());
        summary
    }

    /// Where every trial was kept.
    fn of_all(model: &Model, trials: &Trials) -> Summary {
        let measured: Vec<ColumnId> = model.measured().collect();
        let columns: Vec<(MetricSummary, Vec<Statistics>)> = measured
            .par_iter()
            .zip(&trials.columns)
            .map(|(&id, column)| {
                let (blocks, sorted): (Vec<Statistics>, Vec<Sorted>) =
                    statistics::of_column(model, column, id).into_iter().unzip();
                (metric(model, id, column, (&blocks, &sorted)), blocks)
            })
            .collect();
        let each = |id: ColumnId| MetricSummary {
            column: id,
            name: model.column_name(id),
            ..columns[model.place(id)].0.clone()
        };
        Summary {
            trials: trials.count(),
            metrics: model.columns().map(each).collect(),
            targets: model
                .targets
                .iter()
                .map(|target| self::target(target.bound, trials.column(model, target.metric)))
                .collect(),
            weekly: weekly(model, &trials.weekly),
            blocks: statistics::rows(
                trials,
                0,
                &columns.iter().map(|(_, blocks)| blocks).collect::<Vec<_>>(),
            ),
            expected: World::expected(model),
            cash: None,
            frequency: Vec::new(),
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

/// Whole blocks from whose values errors are computed.
fn telling_blocks(trials: usize) -> usize {
    let whole = trials / BLOCK;
    if whole < FEWEST_BLOCKS { 0 } else { whole }
}

fn metric(
    model: &Model,
    id: ColumnId,
    column: &Column,
    (blocks, sorted): (&[Statistics], &[Sorted]),
) -> MetricSummary {
    let trials = column.len();
    let defined: Vec<f64> = column.values().into_iter().filter(|value| !value.is_nan()).collect();
    let whole = &blocks[..telling_blocks(trials)];
    let from_blocks = |place: usize| {
        let values: Vec<f64> = whole.iter().map(|block| block[place]).collect();
        estimate::block_error(&values, trials as u64, BLOCK as u64)
    };
    let sd = if defined.len() == 1 { 0.0 } else { estimate::variance(&defined).sqrt() };
    let mean = match column {
        // What never happens in some futures has no mean.
        _ if matches!(model.metric(id.metric).value, Value::Moment(_)) => {
            Estimate::unknown(f64::NAN)
        }
        Column::Plain(_) => {
            let se = || if trials < 2 { f64::INFINITY } else { sd / (trials as f64).sqrt() };
            Estimate::new(estimate::mean(&defined), from_blocks(0).unwrap_or_else(se))
        }
        Column::Ratio { over, under } => ratio(over, under, from_blocks(0)),
    };
    let sorted = Sorted::join(sorted);
    let all_defined = defined.len() == trials;
    let (min, max) = if all_defined {
        (sorted.quantile(0.0), sorted.quantile(1.0))
    } else {
        (
            defined.iter().copied().fold(f64::NAN, f64::min),
            defined.iter().copied().fold(f64::NAN, f64::max),
        )
    };
    let percentile = |place: usize| {
        let p = PERCENTILES[place].1;
        // Where the percentile of a block is undefined, or there are few blocks, the order
        // statistics tell.
        let se = from_blocks(1 + place).filter(|se| se.is_finite());
        Estimate::new(sorted.quantile(p), se.unwrap_or_else(|| sorted.quantile_error(p)))
    };
    MetricSummary {
        column: id,
        name: model.column_name(id),
        mean,
        sd,
        min,
        max,
        // The blocks are sorted already, and are joined.
        percentiles: std::array::from_fn(percentile),
        undefined: 1.0 - defined.len() as f64 / trials as f64,
    }
}

/// The ratio of means. Where blocks do not tell its standard error, it is that of independent
/// trials by the delta method: sd(over - r under) / (mean(under) sqrt(n)).
fn ratio(over: &[f64], under: &[f64], from_blocks: Option<f64>) -> Estimate {
    let below = estimate::mean(under);
    let value = if below == 0.0 { f64::NAN } else { estimate::mean(over) / below };
    let delta = || {
        if below == 0.0 || over.len() < 2 {
            return f64::INFINITY;
        }
        let residuals: Vec<f64> =
            over.iter().zip(under).map(|(over, under)| over - value * under).collect();
        estimate::variance(&residuals).sqrt() / (over.len() as f64).sqrt() / below.abs()
    };
    Estimate::new(value, from_blocks.unwrap_or_else(delta))
}

fn target(bound: Bound, column: &Column) -> TargetSummary {
    let hits = column.hits(bound);
    let trials = hits.len() as u64;
    let probability = estimate::mean(&hits);
    let blocks: Vec<f64> =
        hits.chunks_exact(BLOCK).take(telling_blocks(hits.len())).map(estimate::mean).collect();
    let from_trials = if trials < 2 {
        f64::INFINITY
    } else {
        (probability * (1.0 - probability) / trials as f64).sqrt()
    };
    let se = estimate::block_error(&blocks, trials, BLOCK as u64).unwrap_or(from_trials);
    TargetSummary { probability: Estimate::new(probability, se) }
}

fn weekly(model: &Model, blocks: &PairwiseSum<WeeklyBlock>) -> Vec<WeeklySummary> {
    let Some(total) = blocks.total() else { return Vec::new() };
    let at = |place: usize| total.statistics[place].times(1.0 / total.trials as f64);
    let scopes = std::iter::once(None).chain((0..model.communities.len()).map(Some));
    let count = model.weekly().count();
    let series = scopes.flat_map(|community| {
        model.weekly().enumerate().map(move |(place, metric)| (community, place, metric))
    });
    series
        .map(|(community, place, metric)| {
            let first = (model.scope(community) * count + place) * model.weeks;
            WeeklySummary {
                name: model.named(community, &METRICS[metric].series()),
                metric,
                community,
                weeks: (first..first + model.weeks).map(at).collect(),
            }
        })
        .collect()
}
