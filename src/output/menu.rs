//! A menu of measurements with the decision before which they could be made.

use crate::model::ColumnId;
use crate::study::Alternative;
use crate::study::measure::Measured;
use crate::study::voi::Knowledge;

/// What each measurement is worth, the best one first.
#[derive(Clone, Debug)]
pub struct Menu {
    /// By which one decides.
    pub metric: ColumnId,
    pub decisions: Vec<Alternative>,
    pub known: Knowledge,
    pub measured: Vec<Measured>,
    pub of: MenuOf,
}

/// Who proposes the measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuOf {
    File,
    /// The numbers most worth knowing, where the file proposes nothing.
    Program,
}
