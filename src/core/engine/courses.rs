//! The weeks of some metrics in every trial.

use rayon::prelude::*;

use super::block::Block;
use super::detail::Detail;
use crate::design::{BLOCK, Sampler};
use crate::metric::{METRICS, Measured};
use crate::model::{ColumnId, Model, Plan};
use crate::watch::Watch;

/// Column by column, week by week, trial by trial.
pub fn courses(
    model: &Model,
    plan: Plan,
    wanted: &[ColumnId],
    watch: &impl Watch,
) -> Vec<Vec<Vec<f64>>> {
    let trials = if plan.sampler == Sampler::Expected { 1 } else { plan.trials as usize };
    let of_block = |number: usize| {
        let count = (trials - number * BLOCK).min(BLOCK);
        let mut found = vec![vec![Vec::with_capacity(count); model.weeks]; wanted.len()];
        let mut block = Block::new(model, plan, number as u64, Detail::Weekly);
        block.show(count, watch, |future| {
            for (column, weeks) in wanted.iter().zip(&mut found) {
                let value = METRICS[column.metric].value;
                let counted = future.weeks(model.scope(column.community));
                for (week, values) in counted.iter().zip(weeks) {
                    values.push(value.of_week(week).map_or(f64::NAN, Measured::value));
                }
            }
        });
        found
    };
    let blocks: Vec<_> = (0..trials.div_ceil(BLOCK)).into_par_iter().map(of_block).collect();
    let mut all = vec![vec![Vec::with_capacity(trials); model.weeks]; wanted.len()];
    for block in blocks {
        for (column, own) in all.iter_mut().zip(block) {
            for (week, values) in column.iter_mut().zip(own) {
                week.extend(values);
            }
        }
    }
    all
}
