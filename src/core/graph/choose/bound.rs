//! What a count of hits says of the chance of one.

use crate::chance::Chance;
use crate::incomplete::beta;
use crate::normal;
use crate::root;

/// The least and the largest chance of a hit that so many hits in so many independent draws leave
/// open, each of them with a `doubt` of its own: quantiles of Beta(k, n-k+1) at the doubt and of
/// Beta(k+1, n-k) at one less the doubt (Clopper, Pearson 1934). Test:
/// `choose::bounds::limits_of_a_chance_are_those_of_its_binomial_distribution`.
pub fn limits(hits: f64, draws: f64, doubt: f64) -> [f64; 2] {
    let hits = hits.clamp(0.0, draws);
    let low = if hits == 0.0 {
        0.0
    } else {
        quantile(hits, draws - hits + 1.0, Chance::from_below(doubt))
    };
    let high = if hits >= draws {
        1.0
    } else {
        quantile(hits + 1.0, draws - hits, Chance::from_above(doubt))
    };
    [low, high]
}

/// A quantile of a beta distribution, looked for on the scale of logits.
fn quantile(a: f64, b: f64, target: Chance) -> f64 {
    let spread = (1.0 / a + 1.0 / b).sqrt();
    let guess = libm::log(a / b) + spread * normal::quantile(target.below);
    let logit = root::polished(|logit| beta(a, b, logit).beyond(target), guess, spread);
    1.0 / (1.0 + libm::exp(-logit))
}
