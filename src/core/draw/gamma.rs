//! The gamma distribution.

use rand::Rng;

use super::normal;
use crate::rng::uniform;

/// Beyond it the variate is its mean to the last bit of a double.
const LARGEST_SHAPE: f64 = 1e300;

/// A gamma variate of mean shape x scale; 0 at shape 0.
///
/// With d = shape - 1/3 and a standard normal x, d (1 + x/sqrt(9 d))^3 is nearly a gamma variate;
/// by rejection it is one. Below shape 1 a variate of shape + 1 is multiplied by u^(1/shape).
/// Source: Marsaglia, Tsang, *A simple method for generating gamma variables*, ACM TOMS 26 (2000).
/// Test: `draw::gammas_have_the_law_they_claim`.
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
        // (1 + root)^3 - 1, so that the variate is d (1 + rise).
        let rise = root * (3.0 + root * (3.0 + root));
        let square = x * x;
        // The squeeze of Marsaglia and Tsang, below the ratio for every shape, spares two
        // logarithms.
        let is_squeezed = root > -1.0 && u < 1.0 - 0.0331 * square * square;
        if is_squeezed || is_below(u, d, x, root) {
            return d + d * rise;
        }
    }
}

/// Whether a height is below the ratio of density and envelope, ln u < x^2/2 + d (ln v - v + 1)
/// with v = (1 + root)^3. The difference loses nothing in this form, however large the shape.
#[cold]
fn is_below(u: f64, d: f64, x: f64, root: f64) -> bool {
    let rise = root * (3.0 + root * (3.0 + root));
    root > -1.0 && libm::log(u) < 0.5 * x * x + d * (3.0 * libm::log1p(root) - rise)
}
