//! The standard normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

/// Half-width of the middle range around u = 1/2.
const MIDDLE: f64 = 0.425;
const MIDDLE_SQUARED: f64 = 0.180_625;
/// Where the tail ends and the far tail begins, in sqrt(-ln u).
const FAR: f64 = 5.0;

/// A quotient of two polynomials of degree 7, the lowest coefficient first.
struct Quotient {
    above: [f64; 8],
    below: [f64; 8],
}

impl Quotient {
    fn at(&self, x: f64) -> f64 {
        horner(&self.above, x) / horner(&self.below, x)
    }
}

fn horner(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, &coefficient| sum * x + coefficient)
}

const CENTRAL: Quotient = Quotient {
    above: [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    below: [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
};

const TAIL: Quotient = Quotient {
    above: [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        2.272_384_498_926_918_4e-2,
        7.745_450_142_783_414e-4,
    ],
    below: [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        1.519_866_656_361_645_7e-2,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
};

const FAR_TAIL: Quotient = Quotient {
    above: [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        2.653_218_952_657_612_4e-2,
        1.242_660_947_388_078_4e-3,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    below: [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        1.487_536_129_085_061_5e-2,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
};

/// The value below which a share `u` lies; infinite at 0 and 1, NaN outside.
///
/// To 1e-15 relative. Source: Wichura, *The percentage points of the normal distribution* (AS 241,
/// PPND16), Applied Statistics 37 (1988). Test: `normal::the_quantile_undoes_the_cdf`.
pub fn quantile(u: f64) -> f64 {
    let q = u - 0.5;
    if q.abs() <= MIDDLE {
        return q * CENTRAL.at(MIDDLE_SQUARED - q * q);
    }
    let tail = if q < 0.0 { u } else { 1.0 - u };
    if tail == 0.0 {
        return f64::INFINITY.copysign(q);
    }
    let r = (-libm::log(tail)).sqrt();
    let size = if r <= FAR { TAIL.at(r - 1.6) } else { FAR_TAIL.at(r - FAR) };
    size.copysign(q)
}

/// The share below `x`.
///
/// To 1e-14 relative for |x| <= 8, and to x^2 times the precision of a double further down.
/// Test: `normal::the_cdf_is_right_in_both_tails`.
pub fn cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}
