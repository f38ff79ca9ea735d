//! A value of interest on an axis.

use serde::{Deserialize, Serialize};

/// A value of interest on the axis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    pub value: f64,
    /// What the value stands for: "5 % of friends see it". May be empty.
    pub words: String,
    /// How probable it is: "exceeded in 97 % of futures". May be empty.
    pub chance: String,
}
