//! The Poisson distribution.

use rand::Rng;

use super::hill::{Hill, LEAST_VARIANCE};
use super::inversion::Recurrence;
use super::point::Law;
use crate::elementary::exp_minus;
use crate::rng::uniform;

/// A Poisson count: by inversion at small means, else by rejection.
///
/// Test: `draw::counts_have_the_law_they_claim`.
pub fn poisson(rng: &mut impl Rng, mean: f64) -> f64 {
    if mean < LEAST_VARIANCE {
        let u = uniform(rng);
        // e^-mean is at least 1 - mean: so much is known without the exponential.
        let none = u < 1.0 - mean || mean <= 0.0;
        return if none { 0.0 } else { Recurrence { none: exp_minus(mean), rise: mean, fall: 0.0 }.draw(u, rng) };
    }
    if !mean.is_finite() {
        return if mean.is_nan() { 0.0 } else { mean };
    }
    Hill::new(Law::poisson(mean)).draw(rng)
}
