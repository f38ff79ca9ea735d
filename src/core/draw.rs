//! Random variates whose parameters change with every call: no constructors, and nothing but the
//! crate `libm`, so that the bits are the same on every platform.
//!
//! Every sampler is exact in distribution, up to the rounding of a double. Where a parameter lies
//! outside its range (a mean below zero, a share above one, NaN) the nearest meaning is taken; no
//! sampler answers NaN or panics.

mod binomial;
mod gamma;
mod inversion;
mod normal;
mod point;
mod poisson;
mod rounded_normal;
mod split;

pub use binomial::binomial;
pub use gamma::gamma;
pub use normal::normal;
pub use poisson::poisson;

pub use point::CountLaw;
pub use rounded_normal::RoundedNormal;
pub use split::Split;

use rand::Rng;

/// A count with this mean and the variance mean + dispersion mean^2: a Poisson whose mean is a
/// gamma variate of shape 1/dispersion.
///
/// Test: `draw::counts_have_the_law_they_claim`.
pub fn negative_binomial(rng: &mut impl Rng, mean: f64, dispersion: f64) -> f64 {
    let mean = if dispersion > 0.0 && mean > 0.0 {
        gamma(rng, 1.0 / dispersion, mean * dispersion)
    } else {
        mean
    };
    poisson(rng, mean)
}
