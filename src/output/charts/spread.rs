//! A typical value with the range of nine in ten futures.

use serde::{Deserialize, Serialize};

use crate::output::format::{Format as _, Locale, Quantity};

/// A typical value with the interval that holds 90 % of the futures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// 5th percentile.
    pub low: f64,
    /// Median.
    pub typical: f64,
    /// 95th percentile.
    pub high: f64,
    /// Monte Carlo standard error of each: `None` where unknown, zero where the value is exact.
    pub se: [Option<f64>; 3],
}

/// A spread in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadText {
    pub low: String,
    pub typical: String,
    pub high: String,
    /// Both ends; one number where they read the same.
    pub range: String,
}

impl Spread {
    pub fn told(&self, locale: Locale, quantity: Quantity) -> SpreadText {
        let [a, b, c] = self.se;
        let [low, typical, high] =
            locale.spread(quantity, [(self.low, a), (self.typical, b), (self.high, c)]);
        SpreadText { range: locale.between(&low, &high), low, typical, high }
    }
}
