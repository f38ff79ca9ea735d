//! The library's own exp and log, seen through the functions that are little else, beside those of
//! `libm`.

use super::{expect_close, seen_and_told};
use reachsim::reach::{occupied, seen_share};

/// 1e-18, .., 1e6 and a little beside.
fn arguments() -> impl Iterator<Item = f64> {
    (-1_800..=600).map(|i| libm::pow(10.0, f64::from(i) / 100.0))
}

#[test]
fn one_minus_exp_agrees_with_libm() {
    for y in arguments() {
        expect_close(occupied(1.0, y, f64::INFINITY), -libm::expm1(-y), 1e-14);
    }
}

/// Where k is tiny, all that a pool has left is k ln(1 + hits/(k N)).
#[test]
fn the_logarithm_agrees_with_libm() {
    let k = 1e-30;
    for y in arguments() {
        expect_close(occupied(1.0, y * k, k) / k, libm::log1p(y), 1e-14);
    }
}

/// A friend who sees all of a Poisson number of stories saw exactly one of q e^-q of the members.
#[test]
fn the_exponential_agrees_with_libm() {
    for y in arguments().filter(|&y| y < 700.0) {
        let (share, told) = seen_and_told(y, 1.0, 0.0, f64::INFINITY);
        expect_close(share * told.once / y, libm::exp(-y), 1e-13);
    }
    assert_eq!(seen_and_told(1e5, 1.0, 0.0, f64::INFINITY).1.once, 0.0);
    assert_eq!(seen_share(1e5, 1.0, 0.0, f64::INFINITY), 1.0);
}
