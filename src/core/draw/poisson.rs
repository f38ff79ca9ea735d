//! The Poisson distribution.

use rand::Rng;

use super::inversion::Recurrence;
use super::point::CountLaw;
use super::rounded_normal::{LARGEST_VARIANCE, LEAST_VARIANCE, RoundedNormal, huge};
use crate::elementary::exp_minus;
use crate::rng::uniform;

/// A Poisson count: it is drawn by inversion at small means, else by rejection; a huge one is a
/// rounded normal.
///
/// Test: `draw::counts_have_the_law_they_claim`.
#[inline(always)]
pub fn poisson(rng: &mut impl Rng, mean: f64) -> f64 {
    if (LEAST_VARIANCE..LARGEST_VARIANCE).contains(&mean) {
        return RoundedNormal::new(CountLaw::poisson(mean)).draw(rng);
    }
    few(rng, mean)
}

/// A Poisson count of a small mean, or of a huge one, or of one that has no meaning.
fn few(rng: &mut impl Rng, mean: f64) -> f64 {
    if !mean.is_finite() {
        return if mean > 0.0 { mean } else { 0.0 };
    }
    if mean >= LARGEST_VARIANCE {
        return huge(rng, CountLaw::poisson(mean));
    }
    let u = uniform(rng);
    // e^-mean is at least 1 - mean: so much is known without the exponential.
    let none = u < 1.0 - mean || mean <= 0.0;
    if none {
        0.0
    } else {
        Recurrence { none: exp_minus(mean), rise: mean, fall: 0.0 }.draw(u, rng)
    }
}
