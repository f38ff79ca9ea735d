//! A value between two ends, and how much may be said of so many.

/// The point below which 97.5 % of a standard normal variate lie.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

/// A value with its interval at 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// What may be said of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Enough {
    /// Only how many there are.
    CountOnly,
    /// The share with its interval, and that they are few.
    Few,
    /// The share with its interval.
    Plain,
}

/// Fewer than so many have no share.
const LEAST: f64 = 5.0;
/// Fewer than so many are few.
const MANY: f64 = 30.0;

/// What may be said of a share of `n`.
pub fn speak(n: f64) -> Enough {
    if n >= MANY {
        Enough::Plain
    } else if n >= LEAST {
        Enough::Few
    } else {
        Enough::CountOnly
    }
}
