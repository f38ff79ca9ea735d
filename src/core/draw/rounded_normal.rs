//! Counts of large variance: a bent and rounded normal, corrected where a count is likelier or less
//! likely than that.

use rand::Rng;

use super::normal;
use super::point::Law;
use crate::elementary::{exp_minus, nearest};
use crate::rng::uniform;

/// Least variance for which the hat has been checked.
pub const LEAST_VARIANCE: f64 = 3.0;

/// Of counts whose variance is larger, 2^49, the last units are not worth the trouble.
pub const LARGEST_VARIANCE: f64 = 562_949_953_421_312.0;

/// How far the hat must lie above what is proposed, times the variance.
const ABOVE: f64 = 0.09;

/// 1/sqrt(2 pi).
const INVERSE_ROOT_2_PI: f64 = 0.398_942_280_401_432_7;

/// A law and the proposals for it: a standard normal score z stands for the count nearest to mean +
/// d z + s (z^2 - 1)/6, d being the deviation and s = 1 - 2 share, which has the mean, the variance
/// and the skewness of the law to the first order (Cornish, Fisher, *Moments and cumulants in the
/// specification of distributions*, 1938).
///
/// By rejection, where what is left to correct is of the order of 1/variance. A bound on the ratio
/// of law and hat spares nearly every draw the probabilities. The constants hold for all binomials
/// of a share up to one half and for their Poisson limit. Tests:
/// `draw::the_hat_lies_above_every_law_and_the_bound_below_its_share`,
/// `draw::the_hat_is_the_law_of_what_is_proposed`, `draw::counts_have_the_law_they_claim`.
#[derive(Clone, Copy, Debug)]
pub struct RoundedNormal {
    law: Law,
    variance: f64,
    deviation: f64,
    /// s/6
    bend: f64,
}

impl RoundedNormal {
    #[inline(always)]
    pub fn new(law: Law) -> RoundedNormal {
        let variance = law.variance();
        RoundedNormal {
            law,
            variance,
            deviation: variance.sqrt(),
            bend: (1.0 - 2.0 * law.share) * (1.0 / 6.0),
        }
    }

    #[inline(always)]
    pub fn draw(self, rng: &mut impl Rng) -> f64 {
        loop {
            let z = normal(rng);
            let height = uniform(rng) * (self.variance + ABOVE);
            let place = self.place(z);
            if height <= self.variance - bound(z) && place >= -0.5 {
                return nearest(place);
            }
            if let Some(k) = self.weigh(z, place, height) {
                return k;
            }
        }
    }

    /// What the score 0 stands for.
    #[inline(always)]
    fn middle(self) -> f64 {
        self.law.mean - self.bend
    }

    /// What a score stands for.
    #[inline(always)]
    fn place(self, z: f64) -> f64 {
        self.middle() + z * (self.deviation + z * self.bend)
    }

    /// What the bound leaves open.
    #[cold]
    fn weigh(self, z: f64, place: f64, height: f64) -> Option<f64> {
        // Below its vertex, which lies below zero, the parabola rises again.
        if place < -0.5
            || place >= self.law.trials + 0.5
            || self.deviation + 2.0 * z * self.bend <= 0.0
        {
            return None;
        }
        let k = nearest(place);
        (height * self.proposed(k) <= self.variance * self.law.probability(k)).then_some(k)
    }

    /// Probability that a count is proposed: that of the normal between two scores, as a series in
    /// even Hermite polynomials.
    ///
    /// Of scores w apart, around x, the first term that is left out is He12(x) w^12/(2^12 13!) of
    /// the density: 1e-9 of it at the smallest counts of the smallest variance, 1e-12 from a
    /// variance of 10 on. Test: `draw::the_hat_is_the_law_of_what_is_proposed`.
    fn proposed(self, k: f64) -> f64 {
        let (low, high) = (self.score(k - 0.5), self.score(k + 0.5));
        let (x, width) = (0.5 * (low + high), high - low);
        width * INVERSE_ROOT_2_PI * exp_minus(0.5 * x * x) * curved(x * x, width * width)
    }

    /// The score that stands for a place, on the rising side of the parabola.
    fn score(self, place: f64) -> f64 {
        let beyond = place - self.middle();
        2.0 * beyond / (self.deviation + (self.variance + 4.0 * self.bend * beyond).max(0.0).sqrt())
    }

    /// The hat over a count.
    pub fn hat(self, k: f64) -> f64 {
        (1.0 + ABOVE / self.variance) * self.proposed(k)
    }

    /// Share of what is proposed at a count that the bound accepts at most, over all scores that
    /// stand for it.
    pub fn share_at(self, k: f64) -> f64 {
        let nearest = self.score(k - 0.5).max(0.0) + (-self.score(k + 0.5)).max(0.0);
        (self.variance - bound(nearest)) / (self.variance + ABOVE)
    }
}

/// A count beyond the largest variance: a rounded normal, from which its law differs by its
/// skewness, below 1e-7.
pub fn huge(rng: &mut impl Rng, law: Law) -> f64 {
    libm::round(law.mean + law.variance().sqrt() * normal(rng)).clamp(0.0, law.trials)
}

/// How far any law may lie below what is proposed for it at a score, times the variance.
#[inline(always)]
fn bound(z: f64) -> f64 {
    let square = z * z;
    0.025 + 0.036 * (square * square)
}

/// Mean of the normal density over a cell of squared width `w2`, over the density at its middle,
/// whose square is `x2`.
fn curved(x2: f64, w2: f64) -> f64 {
    // Hermite polynomials of even degree, each over 4^j (2j+1)!.
    let second = (x2 - 1.0) * (1.0 / 24.0);
    let fourth = ((x2 - 6.0) * x2 + 3.0) * (1.0 / 1_920.0);
    let sixth = (((x2 - 15.0) * x2 + 45.0) * x2 - 15.0) * (1.0 / 322_560.0);
    let eighth = ((((x2 - 28.0) * x2 + 210.0) * x2 - 420.0) * x2 + 105.0) * (1.0 / 92_897_280.0);
    let tenth = (((((x2 - 45.0) * x2 + 630.0) * x2 - 3_150.0) * x2 + 4_725.0) * x2 - 945.0)
        * (1.0 / 40_874_803_200.0);
    1.0 + w2 * (second + w2 * (fourth + w2 * (sixth + w2 * (eighth + w2 * tenth))))
}
