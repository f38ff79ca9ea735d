//! What a run leaves behind: one column for each input and each metric, in the order of the trials.

use crate::design::BLOCK;
use crate::model::{ColumnId, Model, Plan};

/// The results of a run. Nothing in it depends on the number of threads.
#[derive(Clone, Debug)]
pub struct Trials {
    pub plan: Plan,
    /// One column for each input of the model.
    pub inputs: Vec<Vec<f64>>,
    /// One for each of [`Model::measured`].
    pub columns: Vec<Column>,
    /// One row for each whole or broken block, when the weeks were asked for.
    pub weekly: Vec<WeeklyBlock>,
}

/// The values of one metric.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    Plain(Vec<f64>),
    Ratio { over: Vec<f64>, under: Vec<f64> },
}

/// Statistics of the weekly series over the trials of one block.
#[derive(Clone, Debug, PartialEq)]
pub struct WeeklyBlock {
    pub trials: u64,
    /// Of series `s` (scope by scope, in the order of [`Model::weekly`]) in week `t`, at `s * weeks + t`.
    pub statistics: Vec<WeekStatistics>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
            Column::Ratio { over, under } => over.iter().zip(under).map(|(&over, &under)| divide(over, under)).collect(),
        }
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
            Column::Ratio { over, under } => Column::Ratio { over: over[..trials].to_vec(), under: under[..trials].to_vec() },
        }
    }

    /// Whether there is no trial.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
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
        Trials { plan, inputs: vec![Vec::new(); model.inputs.len()], columns: model.measured().map(column).collect(), weekly: Vec::new() }
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
