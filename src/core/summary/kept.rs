//! The summary of a run of which every trial was kept.

use rayon::prelude::*;

use super::row::{MetricSummary, TargetSummary};
use crate::design::BLOCK;
use crate::estimate::{self, Estimate, FEWEST_BLOCKS, PERCENTILES, Sorted};
use crate::metric::Value;
use crate::model::{ColumnId, Model};
use crate::trials::statistics::{self, Statistics};
use crate::trials::{BlockValues, Column, Trials};

/// What a run of which every trial was kept comes to.
pub struct KeptSummary {
    pub metrics: Vec<MetricSummary>,
    pub targets: Vec<TargetSummary>,
    /// All targets together.
    pub together: TargetSummary,
    /// The statistics of every block.
    pub blocks: Vec<BlockValues>,
}

/// Summaries of the metrics and of the targets, and the statistics of every block.
pub fn summaries(model: &Model, trials: &Trials) -> KeptSummary {
    let measured: Vec<ColumnId> = model.measured().collect();
    let columns: Vec<(MetricSummary, Vec<Statistics>)> = measured
        .par_iter()
        .zip(&trials.columns)
        .map(|(&id, column)| {
            let (blocks, sorted): (Vec<Statistics>, Vec<Sorted>) =
                statistics::of_column(model, column, id).into_iter().unzip();
            (metric(model, id, column, &blocks, &sorted), blocks)
        })
        .collect();
    let each = |id: ColumnId| MetricSummary {
        column: id,
        name: model.column_name(id),
        ..columns[model.place(id)].0.clone()
    };
    let hits: Vec<Vec<f64>> = model
        .targets
        .iter()
        .map(|target| trials.column(model, target.metric).hits(target.bound))
        .collect();
    let all = (0..trials.filled()).map(|trial| hits.iter().map(|hits| hits[trial]).product());
    let blocks: Vec<&Vec<Statistics>> = columns.iter().map(|(_, blocks)| blocks).collect();
    KeptSummary {
        metrics: model.columns().map(each).collect(),
        targets: hits.iter().map(|hits| target(hits)).collect(),
        together: target(&all.collect::<Vec<f64>>()),
        blocks: statistics::rows(trials.filled(), 0, &blocks),
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
    blocks: &[Statistics],
    sorted: &[Sorted],
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

/// The probability of what a future meets (1) or does not (0).
fn target(hits: &[f64]) -> TargetSummary {
    let trials = hits.len() as u64;
    let probability = estimate::mean(hits);
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
