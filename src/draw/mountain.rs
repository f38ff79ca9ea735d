//! Transformed rejection: counts of ten and more, as binomials and as their Poisson limit.

use rand::Rng;

use super::point::ln_poisson;
use crate::rng::uniform;

/// A double of this size or more is a whole number.
const WHOLE: f64 = 4_503_599_627_370_496.0;
/// So many quotients cost less than logarithms.
const FEW_STEPS: f64 = 10.0;

/// A binomial distribution of mean 10 or more and at most one success in two trials; with infinitely many trials of
/// share zero, a Poisson distribution.
///
/// A table-mountain hat, whose inverse needs one division, over a rectangle in which nothing more has to be computed.
/// Source: Hormann, *The generation of binomial random variates*, J. Statistical Computation and Simulation 46 (1993),
/// algorithm BTRS, whose constants hold for every number of trials and so for the limit; the bounds of the point
/// probabilities are those of Kachitvichyanukul and Schmeiser, *Binomial random variate generation*, CACM 31 (1988).
/// Test: `draw::counts_have_the_law_they_claim`.
#[derive(Clone, Copy, Debug)]
pub struct Mountain {
    pub trials: f64,
    pub share: f64,
    pub mean: f64,
}

impl Mountain {
    pub fn draw(self, rng: &mut impl Rng) -> f64 {
        let deviation = (self.mean * (1.0 - self.share)).sqrt();
        let b = 1.15 + 2.53 * deviation;
        let a = -0.0873 + 0.0248 * b + 0.01 * self.share;
        let inside = 0.92 * b - 4.2;
        loop {
            let u = uniform(rng) - 0.5;
            let v = uniform(rng);
            let edge = 0.5 - u.abs();
            // The division starts before the square root is known.
            let slope = 2.0 * u / edge;
            let x = a * slope + b * u + (self.mean + 0.5);
            if edge >= 0.07 && v * b <= inside {
                return floor(x);
            }
            if x < 0.0 {
                continue;
            }
            let k = floor(x);
            let height = v * (2.83 + 5.1 / b) * deviation / (a / (edge * edge) + b);
            if k <= self.trials && self.exceeds(k, height) {
                return k;
            }
        }
    }

    /// Whether the probability of `k`, in units of that of the mode, is at least `height`.
    fn exceeds(self, k: f64, height: f64) -> bool {
        let mode = floor(self.mean + self.share);
        let apart = (k - mode).abs();
        if apart <= FEW_STEPS {
            let climb = self.climb(k.min(mode), k.max(mode));
            return if k > mode { height <= climb } else { height * climb <= 1.0 };
        }
        let variance = self.mean * (1.0 - self.share);
        let ln_height = libm::log(height);
        if apart < 0.5 * variance - 1.0 {
            let normal = -0.5 * apart * apart / variance;
            let margin = apart / variance * ((apart * (apart / 3.0 + 0.625) + 1.0 / 6.0) / variance + 0.5);
            if (ln_height - normal).abs() > margin {
                return ln_height < normal;
            }
        }
        ln_height <= self.ln_point(k) - self.ln_point(mode)
    }

    /// The probability of `to` in units of that of `from`, step by step.
    fn climb(self, from: f64, to: f64) -> f64 {
        let odds = self.share / (1.0 - self.share);
        let rise = if self.trials.is_infinite() { self.mean } else { (self.trials + 1.0) * odds };
        // Counted, because beyond 2^53 adding one changes nothing.
        (1..=(to - from) as u32).fold(1.0, |climb, step| climb * (rise / (from + f64::from(step)) - odds))
    }

    /// ln of the probability of `k`, up to a number that depends on the trials alone: of a binomial, successes and
    /// failures are two Poisson counts whose sum is known.
    fn ln_point(self, k: f64) -> f64 {
        let successes = ln_poisson(k, self.mean);
        if self.trials.is_infinite() { successes } else { successes + ln_poisson(self.trials - k, self.trials * (1.0 - self.share)) }
    }
}

/// The largest whole number not above `x`, for `x` >= 0. (The instruction for it is not part of every processor.)
#[inline]
fn floor(x: f64) -> f64 {
    if x < WHOLE { x as i64 as f64 } else { x }
}
