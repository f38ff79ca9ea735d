//! One future in full.

use crate::metric::{METRICS, Totals, Week};
use crate::model::{ColumnId, Model};

/// One future in full: what `--trial` shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Replay {
    /// Value of each of [`Model::inputs`].
    pub inputs: Vec<f64>,
    /// Totals and weeks of all communities together, then of each.
    pub scopes: Vec<(Totals, Vec<Week>)>,
    /// Value of each of [`Model::formulas`], not finite where it is undefined, and then of each of
    /// [`Model::by_role`].
    pub own: Vec<f64>,
}

impl Replay {
    /// The value of a metric; not finite where it is undefined.
    pub fn value(&self, model: &Model, column: ColumnId) -> f64 {
        match column.metric.checked_sub(METRICS.len()) {
            Some(own) => self.own[own],
            None => METRICS[column.metric]
                .value
                .of(&self.scopes[model.scope(column.community)].0)
                .value(),
        }
    }
}
