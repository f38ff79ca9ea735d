//! Elementary functions without branches, so that a loop over weeks is compiled into vector
//! instructions.
//!
//! Relative errors below 1e-14 on the ranges that reach needs (`tests/it/reach/elementary.rs`
//! compares with `libm`). Only sums, products, quotients and bit patterns: the same bits on every
//! platform.

use std::f64::consts::LOG2_E;

/// The number that rounds to the nearest integer when it is added and subtracted, below 2^51.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
const EXPONENT_BITS: u32 = 52;
/// Size from which numbers are not rounded: adding them to the one that rounds is not exact.
pub(crate) const TWO_51: f64 = 2_251_799_813_685_248.0;
/// 2^52, whose last bit counts ones: an integer below 2^52 is converted by writing it into these
/// bits.
const TWO_52: f64 = 4_503_599_627_370_496.0;
/// Bit pattern of sqrt(1/2): subtracting it leaves the exponent that brings a mantissa into
/// sqrt(1/2) .. sqrt(2).
const SQRT_HALF_BITS: u64 = 0x3FE6_A09E_667F_3BCD;
const BIAS: u64 = 1023;
/// Largest y of exp(-y): beyond it nothing is left beside 1.
const LARGEST_EXPONENT: f64 = 700.0;
const LARGEST_ARGUMENT: f64 = 1e300;

/// Minimax coefficients of 2 artanh(s)/s - 2 in s^2 for |s| < 0.1716 (fdlibm, `e_log.c`, error
/// below 2^-58).
const ARTANH: [f64; 7] = [
    6.666_666_666_666_735e-1,
    3.999_999_999_940_942e-1,
    2.857_142_874_366_239e-1,
    2.222_219_843_214_978_4e-1,
    1.818_357_216_161_805e-1,
    1.531_383_769_920_937_3e-1,
    1.479_819_860_511_658_6e-1,
];

/// The Taylor coefficients 1/(j+1)! of (e^r - 1)/r, enough for 1e-16 where |r| <= ln(2)/2.
const EXPM1: [f64; 13] = [
    1.0,
    1.0 / 2.0,
    1.0 / 6.0,
    1.0 / 24.0,
    1.0 / 120.0,
    1.0 / 720.0,
    1.0 / 5_040.0,
    1.0 / 40_320.0,
    1.0 / 362_880.0,
    1.0 / 3_628_800.0,
    1.0 / 39_916_800.0,
    1.0 / 479_001_600.0,
    1.0 / 6_227_020_800.0,
];

/// The whole number nearest to `x`, below 2^51; halfway between two, the even one. (The instruction
/// for it is not part of every processor.)
#[inline(always)]
pub fn nearest(x: f64) -> f64 {
    (x + ROUNDER) - ROUNDER
}

/// The largest whole number not above `x`; from 2^51 on `x` itself.
#[inline(always)]
pub fn floor(x: f64) -> f64 {
    let rounded = nearest(x);
    let below = if rounded > x { rounded - 1.0 } else { rounded };
    if x < TWO_51 { below } else { x }
}

/// ln(1 + y) for y >= 0, accurate relatively however small y is.
#[inline]
pub fn ln_1p(y: f64) -> f64 {
    let y = if y < LARGEST_ARGUMENT { y } else { LARGEST_ARGUMENT };
    // 1 + y = 2^e m with m between sqrt(1/2) and sqrt(2), from the bits of the double.
    let bits = (1.0 + y).to_bits();
    let exponent = (bits - SQRT_HALF_BITS) >> EXPONENT_BITS;
    let mantissa = f64::from_bits(bits - (exponent << EXPONENT_BITS));
    // Where the exponent is zero, y itself has the digits that 1 + y has lost.
    let f = if exponent == 0 { y } else { mantissa - 1.0 };
    // ln m = 2 artanh(s), with s = f/(2 + f) and f = m - 1.
    let s = f / (2.0 + f);
    let exponent = f64::from_bits(TWO_52.to_bits() | exponent) - TWO_52;
    exponent * LN_2_HIGH + (exponent * LN_2_LOW + s * (2.0 + s * s * horner(&ARTANH, s * s)))
}

/// -ln(1 - p) for 0 <= p < 1, accurate relatively however small p is: by its series where that is
/// short.
#[inline]
pub(crate) fn minus_ln_1m(p: f64) -> f64 {
    if p > LARGEST_SHORT {
        return ln_1p(p / (1.0 - p));
    }
    let c = &RECIPROCALS;
    let p2 = p * p;
    let p4 = p2 * p2;
    let low = (c[0] + c[1] * p) + (c[2] + c[3] * p) * p2;
    let middle = (c[4] + c[5] * p) + (c[6] + c[7] * p) * p2;
    let high = (c[8] + c[9] * p) + (c[10] + c[11] * p) * p2;
    p * (low + (middle + high * p4) * p4)
}

/// Largest p of which twelve powers leave less than 1e-15 of the sum.
const LARGEST_SHORT: f64 = 0.06;

/// The reciprocals 1/j, which are the coefficients of -ln(1-p)/p.
const RECIPROCALS: [f64; 12] = [
    1.0,
    1.0 / 2.0,
    1.0 / 3.0,
    1.0 / 4.0,
    1.0 / 5.0,
    1.0 / 6.0,
    1.0 / 7.0,
    1.0 / 8.0,
    1.0 / 9.0,
    1.0 / 10.0,
    1.0 / 11.0,
    1.0 / 12.0,
];

/// 1 - exp(-v) for v >= 0, accurate relatively however small v is.
#[inline]
pub(crate) fn one_minus_exp(v: f64) -> f64 {
    let (scale, grown) = exp_parts(v);
    (1.0 - scale) - scale * grown
}

/// exp(-v) for v >= 0, zero beyond 700.
#[inline]
pub(crate) fn exp_minus(v: f64) -> f64 {
    let (scale, grown) = exp_parts(v);
    if v < LARGEST_EXPONENT { scale + scale * grown } else { 0.0 }
}

/// exp(-v) = 2^-n (1 + (e^r - 1)) with |r| <= ln(2)/2: the power of two, and e^r - 1.
#[inline]
fn exp_parts(v: f64) -> (f64, f64) {
    let v = if v < LARGEST_EXPONENT { v } else { LARGEST_EXPONENT };
    // n, the nearest integer to v/ln 2, stands in the last bits of the shifted number; r = n ln 2 -
    // v in two parts of ln 2, so that no digit is lost.
    let shifted = v * LOG2_E + ROUNDER;
    let n = shifted - ROUNDER;
    let scale = f64::from_bits((BIAS + ROUNDER.to_bits() - shifted.to_bits()) << EXPONENT_BITS);
    let r = (n * LN_2_HIGH - v) + n * LN_2_LOW;
    (scale, r * estrin(&EXPM1, r))
}

/// ln Gamma(z+1) - (z + 1/2) ln z + z - ln(2 pi)/2, what Stirling's formula leaves out, for `z` of
/// at least 16. Source: Loader, *Fast and accurate computation of binomial probabilities* (2000).
#[inline]
pub(crate) fn stirling_remainder(z: f64) -> f64 {
    let w = 1.0 / (z * z);
    (1.0 / 12.0 - w * (1.0 / 360.0 - w * (1.0 / 1_260.0 - w * (1.0 / 1_680.0 - w / 1_188.0)))) / z
}

/// The value of a polynomial by Estrin's scheme, whose products do not wait for one another.
#[inline]
fn estrin(c: &[f64; 13], x: f64) -> f64 {
    let x2 = x * x;
    let x4 = x2 * x2;
    let x8 = x4 * x4;
    let low = (c[0] + c[1] * x) + (c[2] + c[3] * x) * x2;
    let middle = (c[4] + c[5] * x) + (c[6] + c[7] * x) * x2;
    let high = (c[8] + c[9] * x) + (c[10] + c[11] * x) * x2;
    (low + middle * x4) + (high + c[12] * x4) * x8
}

/// The value of a polynomial by Horner's scheme.
#[inline]
fn horner<const N: usize>(coefficients: &[f64; N], x: f64) -> f64 {
    let mut sum = coefficients[N - 1];
    for &coefficient in coefficients[..N - 1].iter().rev() {
        sum = sum * x + coefficient;
    }
    sum
}
