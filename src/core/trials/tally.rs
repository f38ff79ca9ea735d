//! What is known of more trials than memory holds: block after block is added up and let go.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::moments::Moments;
use super::pairwise::{Block, PairwiseSum, Sum};
use super::sketch::QuantileSketch;
use super::statistics::{BLOCK_STATISTICS, BlockValues, Statistics, of_column, rows};
use super::weekly::WeeklyBlock;
use crate::design::BLOCK;
use crate::model::{ColumnId, Model};

/// Sums and sketches over the blocks so far. Parts of a run, computed apart, join to the same
/// digits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    pub trials: u64,
    /// Sketches of the defined values of each of [`Model::measured`].
    pub sketches: Vec<QuantileSketch>,
    pub sums: PairwiseSum<Sums>,
    pub weekly: PairwiseSum<WeeklyBlock>,
}

/// What is added up over blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sums {
    /// Sums of each of [`Model::measured`].
    pub columns: Vec<ColumnSums>,
    /// Sums of each of [`Model::targets`].
    pub targets: Vec<TargetSums>,
    /// Sums of all of them together.
    pub together: TargetSums,
}

/// What is added up of one metric.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnSums {
    /// Moments of the values, or of the numerators; `under` has those of the denominators.
    pub over: Moments,
    pub under: Moments,
    /// Moments of the defined values, beside the least and the largest of them.
    pub values: Moments,
    pub min: f64,
    pub max: f64,
    /// Moments of the statistics of whole blocks.
    pub statistics: [Repeated; BLOCK_STATISTICS],
}

/// A statistic on whole blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Repeated {
    pub finite: Moments,
    /// Blocks in which it is infinite or undefined.
    pub others: u64,
}

/// How often a target was met: in trials, and as a share of each whole block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetSums {
    pub hits: u64,
    pub shares: Moments,
}

/// A column of a stretch of trials, added up.
struct Added {
    sums: Vec<ColumnSums>,
    statistics: Vec<Statistics>,
}

impl Tally {
    /// The tally of a run before its first trial.
    pub fn empty(model: &Model) -> Tally {
        Tally {
            trials: 0,
            sketches: vec![QuantileSketch::default(); model.measured().count()],
            sums: PairwiseSum::default(),
            weekly: PairwiseSum::default(),
        }
    }

    /// Adds the columns and the weeks of the trials that follow, which begin with block `first`,
    /// and returns the statistics of each of their blocks.
    pub fn add(
        &mut self,
        model: &Model,
        first: u64,
        columns: &[Column],
        weekly: &PairwiseSum<WeeklyBlock>,
    ) -> Vec<BlockValues> {
        let ids: Vec<ColumnId> = model.measured().collect();
        let work = ids.par_iter().zip(columns).zip(&mut self.sketches);
        let sums: Vec<Added> =
            work.map(|((&id, column), sketch)| added(model, id, column, sketch)).collect();
        let trials = columns.first().map_or(0, Column::len);
        let mut all = vec![true; trials];
        let mut hits: Vec<Vec<TargetSums>> = Vec::with_capacity(model.targets.len());
        for target in &model.targets {
            let values = columns[model.place(target.metric)].values().into_iter();
            let met: Vec<bool> = values.map(|value| target.bound.is_met(value)).collect();
            all.iter_mut().zip(&met).for_each(|(all, met)| *all &= met);
            hits.push(target_sums(&met));
        }
        let together = target_sums(&all);
        for block in 0..trials.div_ceil(BLOCK) {
            let block_sums = Sums {
                columns: sums.iter().map(|column| column.sums[block]).collect(),
                targets: hits.iter().map(|hits| hits[block]).collect(),
                together: together[block],
            };
            let whole = if (block + 1) * BLOCK <= trials { Block::Whole } else { Block::Broken };
            self.sums.push(first + block as u64, whole, block_sums);
        }
        self.weekly.append(weekly.clone());
        self.trials += trials as u64;
        let statistics: Vec<Vec<Statistics>> =
            sums.into_iter().map(|column| column.statistics).collect();
        rows(trials, first, &statistics)
    }

    /// Whether it is a tally of these blocks of a run of a model with so many trials: it may have
    /// been read from a file that anybody wrote.
    pub fn is_over(&self, model: &Model, blocks: std::ops::Range<u64>, trials: u64) -> bool {
        let block = BLOCK as u64;
        let count = trials.min(blocks.end * block).saturating_sub(blocks.start * block);
        let last = if blocks.end * block <= trials { Block::Whole } else { Block::Broken };
        let columns = model.measured().count();
        let series = model.scopes() * model.weekly().count();
        let (weeks, periods) = (series * model.weeks, series * model.calendar.count());
        let is_sound = |sums: &Sums| {
            let repeated = sums.columns.iter().flat_map(|column| column.statistics);
            sums.columns.len() == columns
                && sums.targets.len() == model.targets.len()
                && sums.targets.iter().all(|target| target.hits <= count)
                && sums.together.hits <= count
                && repeated.map(|statistic| statistic.others).all(|others| others <= count)
        };
        self.trials == count
            && self.sketches.len() == columns
            && self.sketches.iter().all(|sketch| sketch.is_of(count))
            && self.sums.is_over(blocks.clone(), last, is_sound)
            && (self.weekly.is_empty()
                || self.weekly.is_over(blocks, last, |week| {
                    week.trials <= count
                        && week.statistics.len() == weeks
                        && week.periods.len() == periods
                }))
    }

    /// Adds the tally of the blocks that follow.
    pub fn append(&mut self, later: &Tally) {
        self.trials += later.trials;
        self.sketches
            .iter_mut()
            .zip(&later.sketches)
            .for_each(|(sketch, later)| sketch.append(later));
        self.sums.append(later.sums.clone());
        self.weekly.append(later.weekly.clone());
    }
}

fn added(model: &Model, id: ColumnId, column: &Column, sketch: &mut QuantileSketch) -> Added {
    let statistics: Vec<Statistics> =
        of_column(model, column, id).into_iter().map(|(statistics, _)| statistics).collect();
    let values = column.values();
    let sums =
        values.chunks(BLOCK).zip(&statistics).enumerate().map(|(block, (values, statistics))| {
            let defined: Vec<f64> =
                values.iter().copied().filter(|value| !value.is_nan()).collect();
            for value in &defined {
                sketch.add(*value);
            }
            let part = block * BLOCK..block * BLOCK + values.len();
            let (over, under) = match column {
                Column::Plain(values) => (Moments::of(&values[part]), Moments::default()),
                Column::Ratio { over, under } => {
                    (Moments::of(&over[part.clone()]), Moments::of(&under[part]))
                }
            };
            let is_whole = values.len() == BLOCK;
            ColumnSums {
                over,
                under,
                values: Moments::of(&defined),
                min: defined.iter().copied().fold(f64::INFINITY, f64::min),
                max: defined.iter().copied().fold(f64::NEG_INFINITY, f64::max),
                statistics: statistics
                    .map(|value| if is_whole { Repeated::of(value) } else { Repeated::default() }),
            }
        });
    Added { sums: sums.collect(), statistics }
}

/// Hits of each block.
fn target_sums(hits: &[bool]) -> Vec<TargetSums> {
    let of = |block: &[bool]| {
        let hits = block.iter().filter(|hit| **hit).count() as u64;
        let shares = if block.len() == BLOCK {
            Moments::one(hits as f64 / BLOCK as f64)
        } else {
            Moments::default()
        };
        TargetSums { hits, shares }
    };
    hits.chunks(BLOCK).map(of).collect()
}

impl Repeated {
    fn of(value: f64) -> Repeated {
        if value.is_finite() {
            Repeated { finite: Moments::one(value), others: 0 }
        } else {
            Repeated { others: 1, ..Repeated::default() }
        }
    }
}

impl Sum for Sums {
    fn add(&mut self, later: &Sums) {
        self.columns.iter_mut().zip(&later.columns).for_each(|(column, later)| column.add(later));
        self.targets.iter_mut().zip(&later.targets).for_each(|(target, later)| target.add(later));
        self.together.add(&later.together);
    }
}

impl Sum for TargetSums {
    fn add(&mut self, later: &TargetSums) {
        self.hits += later.hits;
        self.shares.add(&later.shares);
    }
}

impl Sum for ColumnSums {
    fn add(&mut self, later: &ColumnSums) {
        self.over.add(&later.over);
        self.under.add(&later.under);
        self.values.add(&later.values);
        self.min = self.min.min(later.min);
        self.max = self.max.max(later.max);
        for (statistic, later) in self.statistics.iter_mut().zip(&later.statistics) {
            statistic.finite.add(&later.finite);
            statistic.others += later.others;
        }
    }
}
