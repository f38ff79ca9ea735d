//! What one row of each section says once it is read.

use jiff::civil::Date;

use crate::diagnostic::Span;
use crate::dist::Dist;
use crate::locale::Locale;
use crate::scenario::access::Root;
use crate::scenario::keys::Field;
use crate::scenario::value::{Beside, DataFile, Word};
use crate::units::Kind;

/// A quantity of a row, its place and the files that belong to it.
#[derive(Clone, Debug)]
pub struct Number {
    pub field: &'static Field,
    pub dist: Option<Dist>,
    pub at: Span,
    pub data: Vec<DataFile>,
    pub beside: Beside,
}

#[derive(Clone, Debug)]
pub struct Role {
    pub at: Span,
    pub name: Option<Word>,
    pub numbers: Vec<Number>,
}

#[derive(Clone, Debug)]
pub struct Campaign {
    pub at: Span,
    pub name: Option<Word>,
    pub community: Option<Word>,
    pub start_week: Option<u64>,
    pub weeks: Option<u64>,
    pub numbers: Vec<Number>,
}

/// A `[competitor.<id>]`.
#[derive(Clone, Debug)]
pub struct Competitor {
    pub name: Option<Word>,
    pub numbers: Vec<Number>,
}

#[derive(Clone, Debug)]
pub struct Overlap {
    pub at: Span,
    pub between: Option<[Word; 2]>,
    pub share: Option<Dist>,
    pub data: Vec<DataFile>,
}

#[derive(Clone, Debug)]
pub struct Correlation {
    pub at: Span,
    pub between: Option<[Word; 2]>,
    pub rank: Option<f64>,
}

#[derive(Clone, Debug)]
pub struct Target {
    pub at: Span,
    pub name: Option<Word>,
    pub names: Names,
    pub metric: Option<Word>,
    pub bound: Option<Bound>,
    pub with: Option<f64>,
}

/// An `[input.<id>]`.
#[derive(Clone, Debug)]
pub struct ExtraInput {
    pub id: Word,
    pub kind: Kind,
    pub dist: Option<Dist>,
    /// Of its value.
    pub at: Span,
    pub data: Vec<DataFile>,
    pub beside: Beside,
    pub name: Option<String>,
    pub names: Names,
}

/// A `[metric.<id>]`.
#[derive(Clone, Debug)]
pub struct ExtraMetric {
    pub id: Word,
    pub formula: Option<Word>,
    pub unit: Option<Word>,
    pub better: Option<Word>,
    pub stream: Option<Word>,
    pub name: Option<String>,
    pub names: Names,
}

/// Names in each language, in the order of [`Locale::ALL`].
pub type Names = [Option<String>; Locale::ALL.len()];

/// A `[check.metric.<id>]`.
#[derive(Clone, Debug)]
pub struct Tolerance {
    pub id: Word,
    pub absolute: Option<f64>,
    pub relative: Option<f64>,
}

/// An `[[export]]` that names files.
#[derive(Clone, Debug)]
pub struct Export {
    pub at: Span,
    /// A file, a folder or a pattern, relative to the root.
    pub file: Word,
    pub root: Root,
    pub community: Option<Word>,
    pub kind: Option<Word>,
    pub columns: Option<Headings>,
    pub zone: Option<Word>,
    /// From 0 to 1.
    pub weight: f64,
    pub until: Option<Date>,
}

/// Which headings mean what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Headings {
    /// A file that says it, relative to the root.
    File(Word),
    /// A table as TOML, a line each field.
    Table(Word),
}

/// An `[[observed]]`.
#[derive(Clone, Debug)]
pub struct Observed {
    pub at: Span,
    pub metric: Option<Word>,
    pub value: Option<f64>,
    /// Its first and its last day, where it says them.
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// One standard deviation of the counting, as a share of the value.
    pub error: f64,
}

/// A `[[measurement]]`.
#[derive(Clone, Debug)]
pub struct Measurement {
    pub at: Span,
    pub name: Option<Word>,
    pub names: Names,
    /// Keys of uncertain inputs.
    pub of: Vec<Word>,
    pub sample: Option<u64>,
    pub years: Option<f64>,
    pub error: Option<Deviation>,
    pub cost: Option<f64>,
    pub cost_per_unit: Option<f64>,
    pub weeks: Option<f64>,
    /// Where each field that says how it is measured stands.
    pub places: Vec<(&'static str, Span)>,
}

/// One standard deviation of what is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Deviation {
    /// In the key's unit.
    Of(f64),
    /// As a share of the value.
    Share(f64),
}

/// From which value, or up to which, a target holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    AtLeast(f64),
    AtMost(f64),
}

impl Bound {
    /// Sums of weeks are exact to a smaller share of themselves.
    const ROUNDING: f64 = 1e-9;

    /// The value at which it begins or ends.
    pub const fn value(self) -> f64 {
        let (Bound::AtLeast(value) | Bound::AtMost(value)) = self;
        value
    }

    /// How far a value lies on its right side; an undefined one meets no bound.
    pub const fn margin(self, value: f64) -> f64 {
        match self {
            _ if value.is_nan() => f64::NEG_INFINITY,
            Bound::AtLeast(least) => value - least,
            Bound::AtMost(most) => most - value,
        }
    }

    /// Whether a value meets it; an undefined one meets no bound. What the sum of many weeks may
    /// lack by rounding, it need not have.
    pub const fn is_met(self, value: f64) -> bool {
        let slack = Bound::ROUNDING * self.value().abs();
        match self {
            Bound::AtLeast(least) => value >= least - slack,
            Bound::AtMost(most) => value <= most + slack,
        }
    }

    /// 1 where a value meets it, else 0: the mean of hits is a probability.
    pub fn hit(self, value: f64) -> f64 {
        f64::from(u8::from(self.is_met(value)))
    }
}
