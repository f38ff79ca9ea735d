//! Metrics that the file makes of others.

use super::param::Param;
use crate::formula::Expr;
use crate::locale::Label;
use crate::metric::{Better, Metric, Needs, Value};
use crate::units::Unit;

/// A metric of the file's own.
#[derive(Clone, Debug)]
pub struct Formula {
    pub id: String,
    /// What people call it.
    pub words: Label,
    /// The formula as it was written.
    pub text: String,
    pub unit: Unit,
    /// A unit that the program does not know; else empty.
    pub own_unit: String,
    pub better: Better,
    pub expr: Expr<Leaf>,
    /// Where it adds to, as a sum of money.
    pub stream: Option<Stream>,
}

/// What a metric of the file's own adds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Value,
    Cost,
}

/// What a name in a formula stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaf {
    Param(Param),
    /// Place in METRICS of one that is measured: its value of all communities together.
    Metric(usize),
    /// The same, of the week at work.
    Weekly(usize),
    /// Place in [`super::Model::formulas`].
    Formula(usize),
    /// Place in [`super::Model::by_role`].
    OfRole(usize),
}

impl Formula {
    /// Whether it has another value in each week; else what it is over the horizon falls evenly on
    /// the weeks.
    pub fn is_weekly(&self) -> bool {
        self.expr.leaves().into_iter().any(|leaf| matches!(leaf, Leaf::Weekly(_)))
    }

    /// The row that METRICS would have for it.
    pub fn metric(&self) -> Metric<'_> {
        Metric {
            id: &self.id,
            unit: self.unit,
            better: self.better,
            value: Value::Formula,
            needs: Needs::Nothing,
            words: &self.words,
            about: &self.text,
        }
    }
}
