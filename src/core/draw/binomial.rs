//! The binomial distribution: most of the engine's time.

use rand::Rng;

use super::inversion::Recurrence;
use super::point::CountLaw;
use super::rounded_normal::{LARGEST_VARIANCE, LEAST_VARIANCE, RoundedNormal, huge};
use crate::elementary::{exp_minus, minus_ln_1m};
use crate::rng::uniform;

/// Trials that are simulated one by one.
const FEW: f64 = 16.0;

/// How many of `n` succeed, each with probability `p`; `n` is a whole number, which a double holds
/// exactly up to 2^53.
///
/// Drawn by rejection where the variance is neither small nor huge; above one half the failures are
/// drawn. Test: `draw::counts_have_the_law_they_claim`.
#[inline(always)]
pub fn binomial(rng: &mut impl Rng, n: f64, p: f64) -> f64 {
    let law = CountLaw::binomial(n, if p > 0.5 { 1.0 - p } else { p });
    // No share outside 0 to 1 has such a variance.
    if law.variance() >= LEAST_VARIANCE && n > 0.0 && law.variance() < LARGEST_VARIANCE {
        let count = RoundedNormal::new(law).draw(rng);
        return if p > 0.5 { n - count } else { count };
    }
    few(rng, n, p)
}

/// A binomial of small variance, or of a huge one, or of a number or a share that has no meaning:
/// the successes are drawn one by one where `n` is small, else by inversion.
fn few(rng: &mut impl Rng, n: f64, p: f64) -> f64 {
    if !(n > 0.0 && p > 0.0) {
        return 0.0;
    }
    if p >= 1.0 || n.is_infinite() {
        return n;
    }
    let law = CountLaw::binomial(n, p);
    if law.variance() >= LARGEST_VARIANCE {
        return huge(rng, law);
    }
    if p > 0.5 { n - at_most_half(rng, n, 1.0 - p) } else { at_most_half(rng, n, p) }
}

fn at_most_half(rng: &mut impl Rng, n: f64, p: f64) -> f64 {
    if n <= FEW {
        // To ask each costs less than a logarithm.
        return (0..n as u32).map(|_| f64::from(u32::from(uniform(rng) < p))).sum();
    }
    let u = uniform(rng);
    // (1-p)^n is at least 1 - np: so much is known without its exponential.
    if u < 1.0 - n * p {
        return 0.0;
    }
    let odds = p / (1.0 - p);
    Recurrence { none: exp_minus(n * minus_ln_1m(p)), rise: (n + 1.0) * odds, fall: odds }
        .draw(u, rng)
        .min(n)
}
