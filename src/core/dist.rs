//! Distributions: every uncertain quantity is the quantile function of one coordinate u in (0, 1).
//!
//! [`FAMILIES`] is the one table of what a file may name: parsing, messages, documentation and the
//! test battery read it, so a new family is one row there and its law. Quantiles are nondecreasing
//! but for their last bits, lie inside the support, and are never NaN, whatever the coordinate.

mod build;
mod cases;
mod families;
mod interval;
mod law;
mod laws;
mod learnt;
mod limits;
mod metalog;
mod mixture;
mod points;
mod scale;
mod table;
mod transform;
mod weighted;

use crate::diagnostic::{Message, message};
use std::sync::Arc;

pub use crate::chance::Chance;
pub use families::{FAMILIES, Family, Layout, Measure, Parameter};
use law::{Law, Moments};
pub use learnt::Scale as Spread;
pub use limits::Limits;
use points::Points;
use transform::LEAST_MASS;

/// A distribution that a quantity may have: one value, or many.
#[derive(Clone, Debug)]
pub struct Dist {
    law: Arc<dyn Law>,
    moments: Moments,
    low: f64,
    high: f64,
    family: &'static str,
    parameters: Vec<(&'static str, Setting)>,
    rows: Option<Rows>,
}

/// Rows of a table that belong together, seen from one of its columns.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The file, and what the file calls the rows.
    pub of: [String; 2],
    /// The place of each row among the sorted values of the column.
    pub ranks: Arc<[u32]>,
}

/// What a parameter was set to.
#[derive(Clone, Debug)]
pub enum Setting {
    Number(f64),
    Numbers(Vec<f64>),
    Text(String),
    Parts(Vec<Dist>),
}

/// Why there is no such distribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Place of the parameter that is at fault among those of its family; `None` where they do not
    /// fit together.
    pub parameter: Option<usize>,
    /// What is wrong, in words that can follow "`key`: ".
    pub message: Message,
    /// The way out.
    pub help: Message,
}

impl Reason {
    fn new(parameter: impl Into<Option<usize>>, message: Message, help: Message) -> Reason {
        Reason { parameter: parameter.into(), message, help }
    }
}

/// Sizes beyond which squares and products would leave the range of a double.
const LARGEST: f64 = 1e100;
/// Beyond an end that is crossed with less than this chance a value may be moved to the end
/// unnoticed.
pub const NEVER: f64 = 1e-12;

impl Dist {
    fn new(
        law: Arc<dyn Law>,
        family: &'static str,
        parameters: Vec<(&'static str, Setting)>,
    ) -> Dist {
        let (low, high) = law.bounds();
        Dist { moments: law.moments(), law, low, high, family, parameters, rows: None }
    }

    /// One value for certain.
    pub fn fixed(value: f64) -> Dist {
        let value = if value.is_finite() { value } else { 0.0 };
        Dist::new(
            Arc::new(Points::new(vec![(value, 1.0)])),
            "fixed",
            vec![("value", Setting::Number(value))],
        )
    }

    /// The value below which a share `u` of the chances lies.
    #[inline]
    pub fn quantile(&self, u: f64) -> f64 {
        self.law.at(Chance::of_coordinate(u)).max(self.low).min(self.high)
    }

    /// Where a value stands, its own chance counted as below.
    pub fn chance(&self, x: f64) -> Chance {
        if x >= self.high { Chance::from_above(0.0) } else { self.law.chance(x) }
    }

    pub fn mean(&self) -> f64 {
        self.moments.mean
    }

    /// The variance; infinite where the tail is too heavy for one.
    pub fn variance(&self) -> f64 {
        self.moments.variance
    }

    /// The ends of the support; infinite where there are none.
    pub fn bounds(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// The value, where there is but one.
    pub fn is_fixed(&self) -> Option<f64> {
        (self.low == self.high).then_some(self.low)
    }

    /// Id of the family, as files spell it; `fixed` for a number, `interval` for `"a to b"`.
    pub fn family(&self) -> &'static str {
        self.family
    }

    /// The parameters as they were given, then `min` and `max` of a condition and `times` of
    /// another unit.
    pub fn parameters(&self) -> &[(&'static str, Setting)] {
        &self.parameters
    }

    /// Adds one more thing to say about where the distribution comes from.
    #[must_use]
    pub fn noted(mut self, name: &'static str, setting: Setting) -> Dist {
        self.parameters.push((name, setting));
        self
    }

    /// The same distribution, of which each value stands in a row with others.
    #[must_use]
    pub fn in_rows(self, rows: Rows) -> Dist {
        Dist { rows: Some(rows), ..self }
    }

    /// The rows in which its values stand, if they belong to others'.
    pub fn rows(&self) -> Option<&Rows> {
        self.rows.as_ref()
    }

    /// The distribution under the condition that the value lies between two ends, either of which
    /// may be infinite.
    pub fn truncated(&self, limits: Limits) -> Result<Dist, Reason> {
        let Limits { min, max } = limits;
        if min.is_nan() || max.is_nan() || min > max {
            return Err(Reason::new(
                None,
                message!("`min` is above `max`"),
                message!("exchange them"),
            ));
        }
        let left = transform::truncated(&self.law, min.max(self.low), max.min(self.high))
            .filter(|(_, mass)| *mass >= LEAST_MASS);
        let Some((law, _)) = left else {
            let message = message!(
                "between `min` and `max` lies less than one in a billion of this distribution"
            );
            return Err(Reason::new(
                None,
                message,
                message!("widen `min` and `max`, or describe what lies between them by itself"),
            ));
        };
        let mut parameters = self.parameters.clone();
        for (name, end) in [("min", min), ("max", max)] {
            if end.is_finite() {
                parameters.push((name, Setting::Number(end)));
            }
        }
        Ok(Dist::new(law, self.family, parameters))
    }

    /// Multiplies all values by a positive factor.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Dist {
        if factor == 1.0 || !(factor > 0.0 && factor < LARGEST) {
            return self.clone();
        }
        if let Some(value) = self.is_fixed() {
            return Dist::fixed(factor * value);
        }
        let mut parameters = self.parameters.clone();
        parameters.push(("times", Setting::Number(factor)));
        let scaled = Dist::new(transform::scaled(&self.law, factor), self.family, parameters);
        let rows = self.rows.clone();
        Dist { low: self.low * factor, high: self.high * factor, rows, ..scaled }
    }

    /// Keeps values inside a domain that they would leave with a chance below [`NEVER`]: a guard,
    /// not a change of shape.
    #[must_use]
    pub fn guarded(self, low: f64, high: f64) -> Dist {
        Dist { low: self.low.max(low).min(high), high: self.high.min(high).max(low), ..self }
    }
}
