//! What a run leaves behind: one column for each input and each metric, in the order of the trials;
//! of a run that is longer than memory, the first of them, and a [`Tally`] of all.

mod column;
pub mod moments;
pub mod pairwise;
mod replay;
pub mod sketch;
pub mod statistics;
pub mod tally;
mod weekly;

pub use column::{Column, divide};
pub use pairwise::PairwiseSum;
pub use replay::Replay;
pub use sketch::{QuantileSketch, SKETCH_ERROR};
pub use statistics::{BLOCK_STATISTICS, BlockValues};
pub use tally::Tally;
pub use weekly::{WeekStatistics, WeeklyBlock};

use crate::design::BLOCK;
use crate::model::{ColumnId, Model, Plan};

/// Which numbers a run gives: raised with every change that moves one of them, so that runs
/// can be told apart.
pub const REVISION: u32 = 8;

/// Trials of a run longer than memory whose values are kept for pictures and rank correlations.
pub const KEPT: u64 = 100_000;

/// The results of a run. Nothing in it depends on the number of threads.
#[derive(Clone, Debug)]
pub struct Trials {
    pub plan: Plan,
    /// One column for each input of the model.
    pub inputs: Vec<Vec<f64>>,
    /// One column for each of [`Model::measured`].
    pub columns: Vec<Column>,
    /// The weeks, when they were asked for.
    pub weekly: PairwiseSum<WeeklyBlock>,
    /// What is known of all trials, where the columns hold the first ones only.
    pub tally: Option<Tally>,
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
        self.columns.first().map_or(0, Column::len)
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
    pub(crate) fn whole_blocks(&self) -> usize {
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
