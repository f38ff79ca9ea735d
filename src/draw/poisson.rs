//! The Poisson distribution.

use rand::Rng;

use super::inversion::{Recurrence, SMALL_MEAN};
use super::large;
use super::point::Law;

/// A Poisson count: by inversion at means below ten, else by rejection.
///
/// Test: `draw::counts_have_the_law_they_claim`.
pub fn poisson(rng: &mut impl Rng, mean: f64) -> f64 {
    if mean < SMALL_MEAN {
        return if mean > 0.0 { Recurrence { none: libm::exp(-mean), rise: mean, fall: 0.0 }.draw(rng) } else { 0.0 };
    }
    if !mean.is_finite() {
        return if mean.is_nan() { 0.0 } else { mean };
    }
    large(rng, Law::poisson(mean))
}
