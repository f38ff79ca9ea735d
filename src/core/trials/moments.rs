//! Mean and variance of values that come in parts.

use serde::{Deserialize, Serialize};

use super::pairwise::Sum;
use crate::estimate;

/// Number, mean, and sum of the squared distances from the mean.
///
/// Parts are joined by the update of Chan, Golub, `LeVeque`, *Updating formulae and a pairwise
/// algorithm for computing sample variances* (1979): nothing cancels, however far the mean lies
/// from zero. Test: `tally::ten_million_and_a_fifth_survive_any_division`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Moments {
    pub count: f64,
    pub mean: f64,
    squares: f64,
}

impl Moments {
    pub fn of(values: &[f64]) -> Moments {
        match values {
            [] => Moments::default(),
            [only] => Moments::one(*only),
            _ => {
                let count = values.len() as f64;
                Moments {
                    count,
                    mean: estimate::mean(values),
                    squares: estimate::variance(values) * (count - 1.0),
                }
            }
        }
    }

    /// Moments of one value.
    pub const fn one(value: f64) -> Moments {
        Moments { count: 1.0, mean: value, squares: 0.0 }
    }

    /// Moments that were written down: number, mean and sample variance.
    pub const fn known(count: f64, mean: f64, variance: f64) -> Moments {
        let squares = if count < 2.0 { 0.0 } else { variance * (count - 1.0) };
        Moments { count, mean, squares }
    }

    /// Sample variance; NaN of fewer than two values.
    pub fn variance(&self) -> f64 {
        if self.count < 2.0 { f64::NAN } else { self.squares / (self.count - 1.0) }
    }
}

impl Sum for Moments {
    fn add(&mut self, later: &Moments) {
        if later.count == 0.0 {
            return;
        }
        if self.count == 0.0 {
            *self = *later;
            return;
        }
        let count = self.count + later.count;
        let apart = later.mean - self.mean;
        self.squares += later.squares + apart * apart * (self.count * later.count / count);
        self.mean += apart * (later.count / count);
        self.count = count;
    }
}
