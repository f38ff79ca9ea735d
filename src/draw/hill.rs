//! Counts of large variance: a rounded normal, corrected where a count is likelier than that.

use std::f64::consts::PI;

use rand::Rng;

use super::normal;
use super::point::{Law, floor};
use crate::rng::uniform;

/// Least variance for which the hat has been checked.
pub const LEAST_VARIANCE: f64 = 50.0;

/// The hat is the normal probability plus that of a Laplace distribution with this center and scale 1, in deviations,
/// and with this weight over the deviation: counts are skewed to the right.
const CENTER: f64 = 1.8;
const WEIGHT: f64 = 2.0 * 0.117;

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
        let place = self.at(z);
        if place < 0.0 || place >= self.law.trials + 1.0 {
            return None;
        }
        let k = floor(place);
        (height * self.hat(k) <= libm::exp(self.law.ln_probability(k))).then_some(k)
    }

    /// The hat over a count. The normal probability of the cell is its Taylor series, with a relative error of
    /// (x/s)^6/322,560 or less, x and the deviation s being the score and at least 7.
    pub fn hat(self, k: f64) -> f64 {
        let width = 1.0 / self.deviation;
        let x = (k + 0.5 - self.law.mean - self.law.share) * width;
        let (x2, width2) = (x * x, width * width);
        let curved = 1.0 + width2 / 24.0 * (x2 - 1.0) + width2 * width2 / 1920.0 * ((x2 - 6.0) * x2 + 3.0);
        let normal = libm::exp(-0.5 * x2) / (2.0 * PI).sqrt() * width * curved;
        normal + WEIGHT * width * laplace_within(x - CENTER, width)
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
    if square < 9.0 { 0.15 + 0.13 * square * square } else { f64::INFINITY }
}

fn laplace(rng: &mut impl Rng) -> f64 {
    let u = uniform(rng) - 0.5;
    -libm::log(1.0 - 2.0 * u.abs()).copysign(u)
}

/// Probability of the cell of this width around `x` under a Laplace distribution of scale 1.
fn laplace_within(x: f64, width: f64) -> f64 {
    let inner = x.abs() - 0.5 * width;
    if inner >= 0.0 {
        return -0.5 * libm::exp(-inner) * libm::expm1(-width);
    }
    1.0 - 0.5 * (libm::exp(inner) + libm::exp(-x.abs() - 0.5 * width))
}
