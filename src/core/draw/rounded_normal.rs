//! Counts of large variance: a bent and rounded normal, corrected where a count is likelier or less
//! likely than that.

use rand::Rng;

use super::normal;
use super::point::CountLaw;
use crate::elementary::{exp_minus, nearest};
use crate::rng::uniform;

/// Least variance for which the envelope has been checked.
pub(crate) const LEAST_VARIANCE: f64 = 3.0;

/// Largest variance, 2^49, of counts that are drawn exactly: beyond it the last units are not worth
/// the trouble.
pub(crate) const LARGEST_VARIANCE: f64 = 562_949_953_421_312.0;

/// How far the envelope lies above what is proposed, relatively, times the variance: no law is
/// likelier at any count.
const EXCESS: f64 = 0.09;

/// 1/sqrt(2 pi).
const INVERSE_ROOT_2_PI: f64 = 0.398_942_280_401_432_7;

/// A law and the proposals for it: a standard normal score z stands for the count nearest to mean +
/// d z + s (z^2 - 1)/6, d being the deviation and s = 1 - 2 share, which has the mean, the variance
/// and the skewness of the law to the first order (Cornish, Fisher, *Moments and cumulants in the
/// specification of distributions*, 1938).
///
/// Drawn by rejection: the envelope is (1 + 0.09/variance) times the probability that a count is
/// proposed, and what is left to correct is of the order of 1/variance. A squeeze, a bound below
/// the ratio of law and envelope that needs the score alone, accepts nearly every draw without a
/// probability. The constants hold for all binomials of a share up to one half and for their
/// Poisson limit. Tests: `draw::the_envelope_lies_above_every_law_and_the_squeeze_below_its_ratio`,
/// `draw::the_envelope_is_the_law_of_what_is_proposed`, `draw::counts_have_the_law_they_claim`.
#[derive(Clone, Copy, Debug)]
pub struct RoundedNormal {
    law: CountLaw,
    variance: f64,
    deviation: f64,
    /// s/6, which bends the line of the scores to a parabola.
    bend: f64,
}

impl RoundedNormal {
    #[inline(always)]
    pub fn new(law: CountLaw) -> RoundedNormal {
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
            // A uniform height under the envelope, over what is proposed and times the variance.
            let height = uniform(rng) * (self.variance + EXCESS);
            let place = self.place(z);
            if height <= self.variance - squeeze(z) && place >= -0.5 {
                return nearest(place);
            }
            if let Some(k) = self.weighed(z, place, height) {
                return k;
            }
        }
    }

    /// The place for which the score 0 stands: mean - s/6.
    #[inline(always)]
    fn middle(self) -> f64 {
        self.law.mean - self.bend
    }

    /// The place for which a score stands, before it is rounded to a count.
    #[inline(always)]
    fn place(self, z: f64) -> f64 {
        self.middle() + z * (self.deviation + z * self.bend)
    }

    /// The count of a draw that the squeeze leaves open, if the law reaches its height: here the
    /// probabilities themselves are compared.
    #[cold]
    fn weighed(self, z: f64, place: f64, height: f64) -> Option<f64> {
        // No count is beyond the ends of the law, and none is proposed from below the vertex of the
        // parabola, which lies below zero and where it rises again.
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
    /// variance of 10 on. Test: `draw::the_envelope_is_the_law_of_what_is_proposed`.
    fn proposed(self, k: f64) -> f64 {
        // The scores between which all places are rounded to k: the cell of the count.
        let (low, high) = (self.score(k - 0.5), self.score(k + 0.5));
        let (x, width) = (0.5 * (low + high), high - low);
        width * INVERSE_ROOT_2_PI * exp_minus(0.5 * x * x) * curved(x * x, width * width)
    }

    /// The score that stands for a place, on the rising side of the parabola: the root of s/6 z^2 +
    /// d z = place - middle in the form that loses no digits where s is small.
    fn score(self, place: f64) -> f64 {
        let beyond = place - self.middle();
        2.0 * beyond / (self.deviation + (self.variance + 4.0 * self.bend * beyond).max(0.0).sqrt())
    }

    /// The envelope over a count.
    pub fn envelope(self, k: f64) -> f64 {
        (1.0 + EXCESS / self.variance) * self.proposed(k)
    }

    /// The share of what is proposed at a count that the squeeze accepts at most, over all scores
    /// that stand for it.
    pub fn squeezed(self, k: f64) -> f64 {
        // The squeeze accepts most at the score of the cell that is nearest to zero.
        let nearest = self.score(k - 0.5).max(0.0) + (-self.score(k + 0.5)).max(0.0);
        (self.variance - squeeze(nearest)) / (self.variance + EXCESS)
    }
}

/// A count beyond the largest variance: a rounded normal, from which its law differs by its
/// skewness, below 1e-7.
pub fn huge(rng: &mut impl Rng, law: CountLaw) -> f64 {
    libm::round(law.mean + law.variance().sqrt() * normal(rng)).clamp(0.0, law.trials)
}

/// How far any law may lie below what is proposed for it at a score, relatively, times the
/// variance: a polynomial above all of them.
#[inline(always)]
fn squeeze(z: f64) -> f64 {
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
