//! The Poisson distribution.

use rand::Rng;

use super::inversion::{Recurrence, SMALL_MEAN};
use super::large;
use super::point::Law;
use crate::elementary::exp_minus;
use crate::rng::uniform;

/// A Poisson count: by inversion at means below ten, else by rejection.
///
/// Test: `draw::counts_have_the_law_they_claim`.
pub fn poisson(rng: &mut impl Rng, mean: f64) -> f64 {
    if mean < SMALL_MEAN {
        let u = uniform(rng);
        // e^-mean is at least 1 - mean: so much is known without the exponential.
        let none = u < 1.0 - mean || mean <= 0.0;
        return if none { 0.0 } else { Recurrence { none: exp_minus(mean), rise: mean, fall: 0.0 }.draw(u, rng) };
    }
    if !mean.is_finite() {
        return if mean.is_nan() { 0.0 } else { mean };
    }
    large(rng, Law::poisson(mean))
}
