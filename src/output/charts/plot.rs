//! The numbers of a chart, for the programs that draw it themselves and for the table behind it.

use crate::output::format::Quantity;

/// A chart as data: a column of categories, and a column for each series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// What tells it from its neighbours; empty where it stands alone.
    pub title: String,
    pub form: Form,
    /// Head of the categories.
    pub head: String,
    pub categories: Vec<String>,
    pub series: Vec<Series>,
    pub quantity: Quantity,
    /// Where bars begin.
    pub origin: f64,
    pub scaling: Scaling,
}

/// How values become lengths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scaling {
    #[default]
    Linear,
    /// Powers of ten; for values above zero only.
    Log,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Upright bars beside each other.
    #[default]
    Columns,
    /// Lying bars beside each other.
    Bars,
    /// A lying bar with a whisker: the series are low, typical, high.
    Ranged,
    /// Lying bars that begin where the hidden series before them ends.
    Floating,
    /// A line between the ends of a band: the series are low, typical, high.
    Band,
    /// A line for each series.
    Lines,
}

/// One column of numbers; what is not finite is a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub name: String,
    pub values: Vec<f64>,
    pub role: Role,
}

/// What a series is, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Main,
    /// Beside what is meant.
    Middle,
    Faint,
    Accent,
    /// Holds others up, and is not seen.
    Hidden,
}

impl Plot {
    /// Whether every value can stand on an axis of powers of ten.
    pub fn is_positive(&self) -> bool {
        self.series.iter().flat_map(|series| &series.values).all(|value| *value > 0.0)
    }
}

impl Series {
    pub fn new(name: impl Into<String>, role: Role, values: Vec<f64>) -> Series {
        Series { name: name.into(), values, role }
    }
}
