//! The gamma distribution.

use rand::Rng;

use super::normal;
use crate::rng::uniform;

/// Beyond it the variate is its mean to the last bit of a double.
const LARGEST_SHAPE: f64 = 1e300;

/// A gamma variate of mean shape x scale; 0 at shape 0.
///
/// The cube of a normal, rejected where it is not quite one; below shape 1 a variate of shape + 1
/// times u^(1/shape). Source: Marsaglia, Tsang, *A simple method for generating gamma variables*,
/// ACM TOMS 26 (2000). Test: `draw::gammas_have_the_law_they_claim`.
#[inline(always)]
pub fn gamma(rng: &mut impl Rng, shape: f64, scale: f64) -> f64 {
    if (1.0..LARGEST_SHAPE).contains(&shape) && scale > 0.0 && scale <= f64::MAX {
        return scale * at_least_one(rng, shape);
    }
    rare(rng, shape, scale)
}

/// A gamma variate of a small shape, or of parameters beyond all measure.
fn rare(rng: &mut impl Rng, shape: f64, scale: f64) -> f64 {
    if !(shape > 0.0 && scale > 0.0) {
        return 0.0;
    }
    let scale = scale.min(f64::MAX);
    if shape < 1.0 {
        let boost = libm::exp(libm::log(uniform(rng)) / shape);
        return scale * (at_least_one(rng, shape + 1.0) * boost);
    }
    scale * at_least_one(rng, shape.min(LARGEST_SHAPE))
}

#[inline(always)]
fn at_least_one(rng: &mut impl Rng, shape: f64) -> f64 {
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(rng);
        let root = c * x;
        let u = uniform(rng);
        // (1 + root)^3 - 1
        let rise = root * (3.0 + root * (3.0 + root));
        let square = x * x;
        let within = root > -1.0 && u < 1.0 - 0.0331 * square * square;
        if within || is_below(u, x, (root, rise, d)) {
            return d + d * rise;
        }
    }
}

/// Whether a height is below the ratio of the density and its hat; ln((1 + root)^3) - rise loses
/// nothing in this form, however large the shape.
#[cold]
fn is_below(u: f64, x: f64, (root, rise, d): (f64, f64, f64)) -> bool {
    root > -1.0 && libm::log(u) < 0.5 * x * x + d * (3.0 * libm::log1p(root) - rise)
}
