//! One future: what its screen, its document, its rows and its picture are made of.

use crate::model::ColumnId;

/// A weekly figure of one future within those of all.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    pub column: ColumnId,
    /// Of how many futures the ends are.
    pub trials: u64,
    /// Each week, its value in this future, and the 5th and the 95th percentile of all.
    pub weeks: Vec<(usize, f64, [f64; 2])>,
}
