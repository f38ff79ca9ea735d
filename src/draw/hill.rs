//! Counts of large variance: a rounded normal, corrected where a count is likelier than that.

use rand::Rng;

use super::normal;
use super::point::{Law, floor};
use crate::elementary::{exp_minus, one_minus_exp};
use crate::rng::uniform;

/// Least variance for which the hat has been checked.
pub const LEAST_VARIANCE: f64 = 6.25;

/// The hat is the normal probability plus that of a Laplace distribution with this center and scale 1, in deviations,
/// and with this weight over the deviation: counts are skewed to the right.
const CENTER: f64 = 1.8;
const WEIGHT: f64 = 2.0 * 0.117;

/// 1/sqrt(2 pi).
const INVERSE_ROOT_2_PI: f64 = 0.398_942_280_401_432_7;

/// A law seen in units of its deviation.
///
/// By rejection from a normal or, rarely, the Laplace correction, rounded so that the linear term of the skewness
/// vanishes. A bound on the ratio of law and hat spares nearly every draw the probabilities. The idea is that of Ahrens
/// and Dieter, *Computer generation of Poisson deviates from modified normal distributions*, ACM TOMS 8 (1982); the
/// constants hold for all binomials of a share up to one half and for their Poisson limit.
/// Tests: `draw::the_hat_lies_above_every_law_and_the_bound_below_its_share`, `draw::counts_have_the_law_they_claim`.
#[derive(Clone, Copy, Debug)]
pub struct Hill {
    law: Law,
    deviation: f64,
}

impl Hill {
    pub fn new(law: Law) -> Hill {
        Hill { law, deviation: law.variance().sqrt() }
    }

    #[inline]
    pub fn draw(self, rng: &mut impl Rng) -> f64 {
        loop {
            let z = normal(rng);
            // Above zero, and uniform up to the deviation, for the normal; below zero for the correction.
            let rest = self.deviation - uniform(rng) * (self.deviation + WEIGHT);
            if rest >= bound(z) {
                return floor(self.at(z));
            }
            if let Some(k) = self.weigh(z, rest, rng) {
                return k;
            }
        }
    }

    /// The count for a normal score, before rounding down.
    #[inline]
    fn at(self, z: f64) -> f64 {
        self.law.mean + self.law.share + self.deviation * z
    }

    /// What the bound leaves open.
    #[cold]
    fn weigh(self, z: f64, rest: f64, rng: &mut impl Rng) -> Option<f64> {
        let (z, height) = if rest > 0.0 { (z, 1.0 - rest / self.deviation) } else { (CENTER + laplace(rng), uniform(rng)) };
        if rest <= 0.0 && height * self.deviation <= self.deviation - bound(z) {
            return Some(floor(self.at(z)));
        }
        let place = self.at(z);
        if place < 0.0 || place >= self.law.trials + 1.0 {
            return None;
        }
        let k = floor(place);
        (height * self.hat(k) <= self.law.probability(k)).then_some(k)
    }

    /// The hat over a count. The normal probability of its cell is the Taylor series in even Hermite polynomials. The
    /// first term that is left out is He12(x) w^12/(2^12 13!) of the density, x being the score and w one over the
    /// deviation: at most 7e-15 of the density in the middle, and 1e-11 at a score of 5.
    /// Test: `draw::the_hat_is_the_law_of_what_is_proposed`.
    pub fn hat(self, k: f64) -> f64 {
        let width = 1.0 / self.deviation;
        let x = (k + 0.5 - self.law.mean - self.law.share) * width;
        let normal = exp_minus(0.5 * x * x) * INVERSE_ROOT_2_PI * curved(x * x, width * width);
        width * normal + WEIGHT * width * laplace_within(x - CENTER, width)
    }

    /// What remains of the deviation where the hat is reached: accepting above it is right whenever the ratio of law
    /// and hat is at least 1 - bound/deviation.
    pub fn bound_at(self, k: f64) -> f64 {
        let nearest = (k - self.law.mean - self.law.share).max(0.0) + (self.law.mean + self.law.share - k - 1.0).max(0.0);
        bound(nearest / self.deviation)
    }
}

/// Of all laws, on every score; infinite where the law falls too far below the hat.
#[inline]
fn bound(z: f64) -> f64 {
    let square = z * z;
    if square < 9.0 { 0.1 + square * (0.28 + 0.067 * square) } else { f64::INFINITY }
}

/// Mean of the normal density over a cell of squared width `w2`, over the density at its middle, whose square is `x2`.
fn curved(x2: f64, w2: f64) -> f64 {
    // Hermite polynomials of even degree, each over 4^j (2j+1)!.
    let second = (x2 - 1.0) * (1.0 / 24.0);
    let fourth = ((x2 - 6.0) * x2 + 3.0) * (1.0 / 1_920.0);
    let sixth = (((x2 - 15.0) * x2 + 45.0) * x2 - 15.0) * (1.0 / 322_560.0);
    let eighth = ((((x2 - 28.0) * x2 + 210.0) * x2 - 420.0) * x2 + 105.0) * (1.0 / 92_897_280.0);
    let tenth = (((((x2 - 45.0) * x2 + 630.0) * x2 - 3_150.0) * x2 + 4_725.0) * x2 - 945.0) * (1.0 / 40_874_803_200.0);
    1.0 + w2 * (second + w2 * (fourth + w2 * (sixth + w2 * (eighth + w2 * tenth))))
}

fn laplace(rng: &mut impl Rng) -> f64 {
    let u = uniform(rng) - 0.5;
    -libm::log(1.0 - 2.0 * u.abs()).copysign(u)
}

/// Probability of the cell of this width around `x` under a Laplace distribution of scale 1.
fn laplace_within(x: f64, width: f64) -> f64 {
    let inner = x.abs() - 0.5 * width;
    if inner >= 0.0 {
        return 0.5 * exp_minus(inner) * one_minus_exp(width);
    }
    1.0 - 0.5 * (exp_minus(-inner) + exp_minus(x.abs() + 0.5 * width))
}
