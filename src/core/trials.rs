//! What a run leaves behind: one column for each input and each metric, in the order of the trials;
//! of a run that is longer than memory, the first of them, and a [`Tally`] of all.

pub mod moments;
pub mod pairwise;
mod replay;
pub mod sketch;
pub mod statistics;
pub mod tally;

pub use pairwise::PairwiseSum;
pub use replay::Replay;
pub use sketch::{QuantileSketch, SKETCH_ERROR};
pub use statistics::{BLOCK_STATISTICS, BlockValues};
pub use tally::Tally;

use serde::{Deserialize, Serialize};

use crate::design::BLOCK;
use crate::model::{Bound, ColumnId, Model, Plan};

/// Which numbers a run gives: raised with every change that moves one of them, so that runs
/// can be told apart.
pub const REVISION: u32 = 5;

/// Trials of a run longer than memory whose values are kept for pictures and rank correlations.
pub const KEPT: u64 = 100_000;

/// The results of a run. Nothing in it depends on the number of threads.
#[derive(Clone, Debug)]
pub struct Trials {
    pub plan: Plan,
    /// One column for each input of the model.
    pub inputs: Vec<Vec<f64>>,
    /// One for each of [`Model::measured`].
    pub columns: Vec<Column>,
    /// The weeks, when they were asked for.
    pub weekly: PairwiseSum<WeeklyBlock>,
    /// What is known of all trials, where the columns hold the first ones only.
    pub tally: Option<Tally>,
}

/// The values of one metric.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    Plain(Vec<f64>),
    Ratio { over: Vec<f64>, under: Vec<f64> },
}

/// Statistics of the weekly series on blocks, each times the trials of its block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeeklyBlock {
    pub trials: u64,
    /// Of series `s` (scope by scope, in the order of [`Model::weekly`]) in week `t`, at
    /// `s * weeks + t`.
    pub statistics: Vec<WeekStatistics>,
}

impl WeeklyBlock {
    /// Of one block.
    pub fn of(trials: u64, mut statistics: Vec<WeekStatistics>) -> WeeklyBlock {
        for week in &mut statistics {
            *week = week.times(trials as f64);
        }
        WeeklyBlock { trials, statistics }
    }
}

impl pairwise::Sum for WeeklyBlock {
    fn add(&mut self, later: &WeeklyBlock) {
        self.trials += later.trials;
        for (week, later) in self.statistics.iter_mut().zip(&later.statistics) {
            week.mean += later.mean;
            week.p05 += later.p05;
            week.p50 += later.p50;
            week.p95 += later.p95;
        }
    }
}

impl WeekStatistics {
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

impl Column {
    /// The value of a trial; NaN where a ratio is undefined.
    pub fn value(&self, trial: usize) -> f64 {
        match self {
            Column::Plain(values) => values[trial],
            Column::Ratio { over, under } => divide(over[trial], under[trial]),
        }
    }

    /// The values of all trials; NaN where a ratio is undefined.
    pub fn values(&self) -> Vec<f64> {
        match self {
            Column::Plain(values) => values.clone(),
            Column::Ratio { over, under } => {
                over.iter().zip(under).map(|(&over, &under)| divide(over, under)).collect()
            }
        }
    }

    /// By trial, 1 where the value meets a bound, else 0.
    pub fn hits(&self, bound: Bound) -> Vec<f64> {
        self.values().into_iter().map(|value| bound.hit(value)).collect()
    }

    /// Number of trials.
    pub fn len(&self) -> usize {
        let (Column::Plain(values) | Column::Ratio { over: values, .. }) = self;
        values.len()
    }

    /// The values of the first trials.
    #[must_use]
    pub fn first(&self, trials: usize) -> Column {
        match self {
            Column::Plain(values) => Column::Plain(values[..trials].to_vec()),
            Column::Ratio { over, under } => {
                Column::Ratio { over: over[..trials].to_vec(), under: under[..trials].to_vec() }
            }
        }
    }

    /// Whether there is no trial.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn append(&mut self, later: Column) {
        match (self, later) {
            (Column::Plain(values), Column::Plain(later)) => values.extend(later),
            (
                Column::Ratio { over, under },
                Column::Ratio { over: over_later, under: under_later },
            ) => {
                over.extend(over_later);
                under.extend(under_later);
            }
            // Columns of one model have one kind.
            _ => {}
        }
    }

    /// Its values, or its numerators and its denominators.
    pub fn parts(&self) -> impl Iterator<Item = &[f64]> {
        let (first, second) = match self {
            Column::Plain(values) => (values, None),
            Column::Ratio { over, under } => (over, Some(under)),
        };
        std::iter::once(first).chain(second).map(Vec::as_slice)
    }

    /// The same, to be filled in.
    pub fn parts_mut(&mut self) -> impl Iterator<Item = &mut [f64]> {
        let (first, second) = match self {
            Column::Plain(values) => (values, None),
            Column::Ratio { over, under } => (over, Some(under)),
        };
        std::iter::once(first).chain(second).map(Vec::as_mut_slice)
    }

    fn resize(&mut self, trials: usize) {
        match self {
            Column::Plain(values) => values.resize(trials, 0.0),
            Column::Ratio { over, under } => {
                over.resize(trials, 0.0);
                under.resize(trials, 0.0);
            }
        }
    }
}

/// A ratio, NaN where its denominator is zero.
pub fn divide(over: f64, under: f64) -> f64 {
    if under == 0.0 { f64::NAN } else { over / under }
}

impl Trials {
    /// A run of a plan before its first trial.
    pub fn empty(model: &Model, plan: Plan) -> Trials {
        let column = |column: ColumnId| {
            if model.metric(column.metric).value.is_ratio() {
                Column::Ratio { over: Vec::new(), under: Vec::new() }
            } else {
                Column::Plain(Vec::new())
            }
        };
        Trials {
            plan,
            inputs: vec![Vec::new(); model.inputs.len()],
            columns: model.measured().map(column).collect(),
            weekly: PairwiseSum::default(),
            tally: None,
        }
    }

    /// Adds the trials that follow.
    pub fn append(&mut self, later: Trials) {
        self.inputs.iter_mut().zip(later.inputs).for_each(|(values, later)| values.extend(later));
        self.columns.iter_mut().zip(later.columns).for_each(|(column, later)| column.append(later));
        self.weekly.append(later.weekly);
    }

    /// Leaves the broken block at the end out.
    pub fn leave_whole_blocks(&mut self) {
        self.resize(self.filled() / BLOCK * BLOCK);
        self.weekly.forget_broken();
    }

    /// Makes room for so many trials.
    pub fn resize(&mut self, trials: usize) {
        self.inputs.iter_mut().for_each(|values| values.resize(trials, 0.0));
        self.columns.iter_mut().for_each(|column| column.resize(trials));
    }

    /// Number of trials for which there is room.
    pub fn filled(&self) -> usize {
        match self.columns.first() {
            Some(Column::Plain(values) | Column::Ratio { over: values, .. }) => values.len(),
            None => 0,
        }
    }

    /// Number of trials run.
    pub fn count(&self) -> u64 {
        self.plan.trials
    }

    /// The column of a metric, of all communities or of one.
    pub fn column(&self, model: &Model, column: ColumnId) -> &Column {
        &self.columns[model.place(column)]
    }

    /// Number of whole blocks.
    pub fn whole_blocks(&self) -> usize {
        self.plan.trials as usize / BLOCK
    }
}

/// Bytes that the results of a run of so many trials take in memory.
pub fn memory(model: &Model, trials: u64) -> u64 {
    let metrics: u64 = model
        .measured()
        .map(|column| 1 + u64::from(model.metric(column.metric).value.is_ratio()))
        .sum();
    trials.saturating_mul(8 * (metrics + model.inputs.len() as u64))
}

/// Memory for the results of trials that are kept one by one.
const KEPT_MEMORY: u64 = 1 << 30;

/// The largest number of trials of which every value is kept: a million, or as many whole blocks as
/// fit into a gibibyte. Longer runs keep a [`Tally`].
pub fn most_kept(model: &Model) -> u64 {
    let block = memory(model, BLOCK as u64).max(1);
    (KEPT_MEMORY / block).clamp(1, MOST_KEPT / BLOCK as u64) * BLOCK as u64
}

const MOST_KEPT: u64 = 1_000_000;
