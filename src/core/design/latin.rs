//! The Latin hypercube: each coordinate has exactly one trial in each of its equal strata, in
//! random order.

use rand::Rng;

use super::stratum::within;
use crate::rng::Stream;

/// The first coordinates of a column of `strata` trials, at most 2^12.
///
/// Source: *A comparison of three methods for selecting values of input variables*, Technometrics
/// 21 (1979), 239-245. Test: `design::a_latin_hypercube_has_the_error_that_its_strata_leave`.
pub fn fill(rng: &mut Stream, strata: usize, us: &mut [f64]) {
    // The strata in random order (Fisher, Yates), then a place within each.
    let mut order: Vec<u32> = (0..strata as u32).collect();
    for last in (1..strata).rev() {
        order.swap(last, below(rng, last + 1));
    }
    for (u, stratum) in us.iter_mut().zip(order) {
        *u = within(stratum, strata, rng);
    }
}

/// A whole number below `n`, each as likely as the others to 1 in 2^52.
fn below(rng: &mut Stream, n: usize) -> usize {
    ((u128::from(rng.next_u64()) * n as u128) >> u64::BITS) as usize
}
