//! What has changed since an earlier run of a scenario: which inputs moved, what each did to the
//! figure that the scenario is about, and what is luck.

use crate::diagnostic::Message;
use crate::estimate::Estimate;
use crate::model::{Assumption, ColumnId};
use crate::study::EditOrder;

use super::Case;
use super::earlier::Earlier;

/// The difference between the figures of two runs, taken apart.
///
/// The change of the stored figures is the paired difference of both scenarios in the same futures,
/// split over the edits ([`crate::study::compare`]), and a rest: what other futures, and another
/// revision of the program, made of the same scenarios. Parts and rest add up to the change.
#[derive(Clone, Debug)]
pub struct Since {
    pub old: Case,
    pub new: Case,
    pub earlier: Earlier,
    /// The figure, a column of the new model.
    pub metric: ColumnId,
    /// The figure of the earlier run and that of this one, as they were told.
    pub stored: [Estimate; 2],
    pub moved: Vec<Moved>,
    /// How the difference was split over them.
    pub order: EditOrder,
    /// What is left of the change.
    pub luck: Estimate,
    /// Futures in which both were compared.
    pub trials: u64,
}

/// An edit of the scenario.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The key that it sets, where it is one.
    pub key: Option<String>,
    /// The edit as it would be written.
    pub words: Message,
    /// What it did to the figure.
    pub part: Estimate,
}

impl Since {
    /// The figure of this run less that of the earlier one.
    pub fn change(&self) -> Estimate {
        let [was, is] = self.stored;
        let moved = self.moved.iter().map(|moved| moved.part.se);
        let squares = moved.chain([self.luck.se]).map(|se| se * se).sum::<f64>();
        Estimate::new(is.value - was.value, squares.sqrt())
    }

    /// What was taken for a key before, and what is now.
    pub fn taken(&self, key: &str) -> [Option<&Assumption>; 2] {
        [&self.old, &self.new]
            .map(|case| case.lowered.assumptions.iter().find(|assumption| assumption.key == key))
    }

    /// The edits, those that did most first.
    pub fn by_size(&self) -> Vec<&Moved> {
        let mut all: Vec<&Moved> = self.moved.iter().collect();
        all.sort_by(|one, other| other.part.value.abs().total_cmp(&one.part.value.abs()));
        all
    }
}
