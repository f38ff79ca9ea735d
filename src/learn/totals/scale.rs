//! On which scale a total is compared with what was expected of it.

use reachsim_core::metric::Value;
use reachsim_core::model::{ColumnId, Model};
use reachsim_core::units::Unit;

/// Something that was counted over a whole period: "9,800 questions in 2025".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total {
    pub column: ColumnId,
    /// In the unit of the metric; finite.
    pub value: f64,
    /// Relative standard deviation of the counting itself; 0 where it is exact.
    pub error: f64,
}

/// How a total spreads by luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A small count, 0 among them: Poisson or negative binomial.
    Count,
    /// Whatever is above zero: normal in its logarithm.
    Log,
    /// A share: normal in ln(x/(1-x)).
    Logit,
    /// What may be negative: normal.
    Plain,
}

/// A total on its scale.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    pub scale: Scale,
    pub total: Total,
    /// What is observed, on the scale.
    pub at: f64,
    /// Variance on the scale that is not luck: the counting's own, and the rounding of what is
    /// told.
    pub variance: f64,
    /// Ends of what is met, in the unit of the metric.
    ends: [f64; 2],
}

/// Counts below it have a law of their own.
const SMALL: f64 = 20.0;
/// No total is told more exactly.
const EXACT: f64 = 1e-4;

impl Form {
    /// The form of a total of which such values were expected.
    pub fn of(model: &Model, total: Total, expected: &[f64]) -> Form {
        let y = total.value;
        let metric = model.metric(total.column.metric);
        let is_count = is_counted(metric.unit) && !is_quotient(metric.value);
        let within = |low: f64, high: f64| expected.iter().all(|x| *x >= low && *x <= high);
        let scale = if is_count && (0.0..SMALL).contains(&y) {
            Scale::Count
        } else if metric.unit == Unit::Share && y > 0.0 && y < 1.0 && within(0.0, 1.0 + EXACT) {
            Scale::Logit
        } else if y > 0.0 && within(0.0, f64::INFINITY) {
            Scale::Log
        } else {
            Scale::Plain
        };
        let relative = total.error.max(0.0).powi(2) + EXACT * EXACT;
        let rounding = if is_count { 1.0 / 12.0 } else { 0.0 };
        let ends = match scale {
            Scale::Count => [1e-9, f64::INFINITY],
            Scale::Log if is_count => [0.5, f64::INFINITY],
            Scale::Log => [1e-3 * y, f64::INFINITY],
            Scale::Logit => [1e-2 * y.min(1.0 - y), 1.0 - 1e-2 * y.min(1.0 - y)],
            Scale::Plain => [f64::NEG_INFINITY, f64::INFINITY],
        };
        let mut form = Form { scale, total, at: 0.0, variance: 0.0, ends };
        form.at = form.up(y);
        form.variance = match scale {
            Scale::Count => relative,
            Scale::Log => relative + rounding / (y * y),
            Scale::Logit => relative / (1.0 - y).powi(2),
            Scale::Plain => {
                let size = expected.iter().fold(y.abs(), |size, x| size.max(x.abs()));
                relative * size * size + rounding + f64::MIN_POSITIVE
            }
        };
        form
    }

    /// A value on the scale; what lies beyond its ends is at the end.
    pub fn up(&self, x: f64) -> f64 {
        let undefined = if self.ends[0].is_finite() { self.ends[0] } else { 0.0 };
        let x = if x.is_finite() { x.clamp(self.ends[0], self.ends[1]) } else { undefined };
        match self.scale {
            Scale::Count | Scale::Plain => x,
            Scale::Log => libm::log(x),
            Scale::Logit => libm::log(x / (1.0 - x)),
        }
    }

    /// A value of the scale in the unit of the metric.
    pub fn down(&self, s: f64) -> f64 {
        match self.scale {
            Scale::Count | Scale::Plain => s,
            Scale::Log => libm::exp(s),
            Scale::Logit => 1.0 / (1.0 + libm::exp(-s)),
        }
    }
}

/// Whether a metric is a quotient or a moment, and so no count whatever its unit.
fn is_quotient(value: Value) -> bool {
    matches!(value, Value::Rate(..) | Value::Ratio(..) | Value::Moment(_) | Value::Formula)
}

/// What comes in whole numbers.
fn is_counted(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::People
            | Unit::Questions
            | Unit::Impressions
            | Unit::Contacts
            | Unit::Messages
            | Unit::Answers
            | Unit::Clicks
            | Unit::Leads
            | Unit::Customers
            | Unit::Orders
    )
}
