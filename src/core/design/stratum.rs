//! Equal strata of the interval from 0 to 1.

use rand::Rng;

use crate::rng::Stream;

/// Digits of the place within a stratum, of which a block has at most 2^12.
const JITTER_BITS: u32 = 40;

/// A random place within one of at most 2^12 equal strata, never on its edge.
pub fn within(stratum: u32, strata: usize, rng: &mut Stream) -> f64 {
    let jitter = rng.next_u64() >> (u64::BITS - JITTER_BITS);
    let place = (u64::from(stratum) << JITTER_BITS) | jitter;
    (place as f64 + 0.5) / ((strata as u64) << JITTER_BITS) as f64
}
