//! Counts of ten and more by transformed rejection.

use rand::Rng;

use super::point::{Law, floor};
use crate::rng::uniform;

/// So many quotients cost less than logarithms.
const FEW_STEPS: f64 = 10.0;

/// Draws from a law of mean 10 or more: a table-mountain hat, whose inverse needs one division, over a rectangle in
/// which nothing more has to be computed.
///
/// Source: Hormann, *The generation of binomial random variates*, J. Statistical Computation and Simulation 46 (1993),
/// algorithm BTRS, whose constants hold for every number of trials and so for the Poisson limit.
/// Test: `draw::counts_have_the_law_they_claim`.
pub fn draw(law: Law, rng: &mut impl Rng) -> f64 {
    let deviation = law.variance().sqrt();
    let b = 1.15 + 2.53 * deviation;
    let a = -0.0873 + 0.0248 * b + 0.01 * law.share;
    let inside = 0.92 * b - 4.2;
    loop {
        let u = uniform(rng) - 0.5;
        let v = uniform(rng);
        let edge = 0.5 - u.abs();
        let x = a * (2.0 * u / edge) + b * u + (law.mean + 0.5);
        if edge >= 0.07 && v * b <= inside {
            return floor(x);
        }
        if x < 0.0 {
            continue;
        }
        let k = floor(x);
        let height = v * (2.83 + 5.1 / b) * deviation / (a / (edge * edge) + b);
        if k <= law.trials && exceeds(law, k, height) {
            return k;
        }
    }
}

/// Whether the probability of `k`, in units of that of the mode, is at least `height`.
fn exceeds(law: Law, k: f64, height: f64) -> bool {
    let mode = floor(law.mean + law.share);
    if (k - mode).abs() > FEW_STEPS {
        return libm::log(height) <= law.ln_probability(k) - law.ln_probability(mode);
    }
    let climb = climb(law, k.min(mode), k.max(mode));
    if k > mode { height <= climb } else { height * climb <= 1.0 }
}

/// The probability of `to` in units of that of `from`, step by step.
fn climb(law: Law, from: f64, to: f64) -> f64 {
    let odds = law.share / (1.0 - law.share);
    let rise = if law.trials.is_infinite() { law.mean } else { (law.trials + 1.0) * odds };
    (1..=(to - from) as u32).fold(1.0, |climb, step| climb * (rise / (from + f64::from(step)) - odds))
}
