//! The values of one metric, in the order of the trials.

use crate::model::Bound;

/// The values of one metric.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    Plain(Vec<f64>),
    Ratio { over: Vec<f64>, under: Vec<f64> },
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

    /// The values of some trials.
    #[must_use]
    pub fn picked(&self, trials: &[usize]) -> Column {
        let pick = |values: &[f64]| trials.iter().map(|&trial| values[trial]).collect();
        match self {
            Column::Plain(values) => Column::Plain(pick(values)),
            Column::Ratio { over, under } => Column::Ratio { over: pick(over), under: pick(under) },
        }
    }

    /// Whether there is no trial.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the values of the trials that follow.
    pub fn append(&mut self, later: Column) {
        match (self, later) {
            (Column::Plain(values), Column::Plain(later)) => values.extend(later),
            (
                Column::Ratio { over, under },
                Column::Ratio { over: over_later, under: under_later },
            ) => {
                over.extend(over_later);
                under.extend(under_later);
            }
            _ => unreachable!("a metric has one kind of column"),
        }
    }

    /// The values, or the numerators and the denominators.
    pub fn parts(&self) -> impl Iterator<Item = &[f64]> {
        let (first, second) = match self {
            Column::Plain(values) => (values, None),
            Column::Ratio { over, under } => (over, Some(under)),
        };
        std::iter::once(first).chain(second).map(Vec::as_slice)
    }

    /// The values, or the numerators and the denominators, to be filled in.
    pub fn parts_mut(&mut self) -> impl Iterator<Item = &mut [f64]> {
        let (first, second) = match self {
            Column::Plain(values) => (values, None),
            Column::Ratio { over, under } => (over, Some(under)),
        };
        std::iter::once(first).chain(second).map(Vec::as_mut_slice)
    }

    /// Makes room for so many trials.
    pub fn resize(&mut self, trials: usize) {
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
