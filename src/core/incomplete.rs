//! The distribution functions of gamma and beta, on the scales ln x and ln(x/(1-x)), with both
//! tails to full precision, and that of Student's t.
//!
//! Shapes between 1e-4 and 1e12. Relative error below 1e-13 for shapes up to 1e4 or so; beyond, the
//! narrow distributions lose digits of the probability as their values need more digits to be told
//! apart. Test: `dist::incomplete_gamma_and_beta_agree_with_published_values`.

use crate::chance::Chance;
use crate::elementary::stirling_remainder;
use crate::normal;
use crate::root;

/// Shapes from here on are integrated over the nearer tail; below, series and continued fractions
/// take few terms.
const LARGE: f64 = 100.0;
const LN_2_PI_HALF: f64 = 0.918_938_533_204_672_8;
const TWO_PI: f64 = 2.0 * std::f64::consts::PI;
const MOST_TERMS: usize = 100_000;
const NEGLIGIBLE: f64 = 1e-17;

/// The distribution function at a value, with the density on the scale on which the value was
/// given.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cumulative {
    pub chance: Chance,
    pub density: f64,
}

impl Cumulative {
    /// [`Chance::beyond`], with its slope on that scale.
    pub fn beyond(self, target: Chance) -> (f64, f64) {
        let side = if target.below <= target.above { self.chance.below } else { self.chance.above };
        (self.chance.beyond(target), self.density / side)
    }
}

/// The distribution function at e^y of the gamma distribution of shape `a` and scale 1.
pub(crate) fn gamma(a: f64, y: f64) -> Cumulative {
    let x = libm::exp(y);
    if x == f64::INFINITY {
        return Cumulative { chance: Chance::from_above(0.0), density: 0.0 };
    }
    // x^a e^-x / Gamma(a+1) by what Stirling's formula leaves out and the deviance, neither of
    // which cancels.
    let point = libm::exp(-stirling(a) - deviance(a, x, y)) / (TWO_PI * a).sqrt();
    // Large shapes: the density over the nearer tail, on the scale y, relative to that at the
    // value. Small ones: the series below the mean, the continued fraction above it.
    let chance = if a >= LARGE && x < a {
        let fall = Fall { rate: a - x, curvature: x };
        Chance::from_below(a * point * tail(|v| a * v + x * libm::expm1(-v), fall))
    } else if a >= LARGE {
        let fall = Fall { rate: x - a, curvature: x };
        Chance::from_above(a * point * tail(|v| x * libm::expm1(v) - a * v, fall))
    } else if x < a + 1.0 {
        Chance::from_below(point * gamma_series(a, x))
    } else {
        Chance::from_above(a * point * gamma_fraction(a, x))
    };
    Cumulative { chance, density: a * point }
}

/// Sum of x^n / ((a+1) .. (a+n)), n from 0.
fn gamma_series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for n in 1..MOST_TERMS {
        term *= x / (a + n as f64);
        sum += term;
        if term < NEGLIGIBLE * sum {
            break;
        }
    }
    sum
}

/// Gamma(a, x) e^x x^-a by Legendre's continued fraction (DLMF 8.9.2), evaluated by the modified
/// method of Lentz.
fn gamma_fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = f64::INFINITY;
    let mut d = 1.0 / b;
    let mut h = d;
    for n in 1..MOST_TERMS {
        let n = n as f64;
        let an = -n * (n - a);
        b += 2.0;
        d = 1.0 / away_from_zero(an * d + b);
        c = away_from_zero(b + an / c);
        let factor = c * d;
        h *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    h
}

/// The distribution function at 1/(1 + e^-t) of the beta distribution of shapes `a` and `b`.
pub(crate) fn beta(a: f64, b: f64, t: f64) -> Cumulative {
    let n = a + b;
    let (x, y) = (1.0 / (1.0 + libm::exp(-t)), 1.0 / (1.0 + libm::exp(t)));
    let overlap = libm::log1p(libm::exp(-t.abs()));
    let (ln_x, ln_y) = (t.min(0.0) - overlap, (-t).min(0.0) - overlap);
    let ln_n = libm::log(n);
    // x^a y^b / B(a, b) in the same form: two gamma densities over that of their sum.
    let exponent = stirling(n)
        - stirling(a)
        - stirling(b)
        - deviance(a, n * x, ln_n + ln_x)
        - deviance(b, n * y, ln_n + ln_y);
    let density = libm::exp(exponent) * (a * (b / n) / TWO_PI).sqrt();
    // How fast the logarithm of the density falls at the value: below zero where it rises.
    let rate = b * x - a * y;
    if a.min(b) >= LARGE {
        let fall = Fall { rate: rate.abs(), curvature: n * x * y };
        // Both directions by the smaller of x and y, whose product with n is the smaller number.
        let up = |v: f64| {
            if x < y {
                n * libm::log1p(x * libm::expm1(v)) - a * v
            } else {
                n * libm::log1p(y * libm::expm1(-v)) + b * v
            }
        };
        let down = |v: f64| {
            if x < y {
                n * libm::log1p(x * libm::expm1(-v)) + a * v
            } else {
                n * libm::log1p(y * libm::expm1(v)) - b * v
            }
        };
        let chance = if rate < 0.0 {
            Chance::from_below(density * tail(down, fall))
        } else {
            Chance::from_above(density * tail(up, fall))
        };
        return Cumulative { chance, density };
    }
    let chance = if x * (n + 2.0) < a + 1.0 {
        Chance::from_below(density * beta_fraction(a, b, x, y))
    } else {
        Chance::from_above(density * beta_fraction(b, a, y, x))
    };
    Cumulative { chance, density }
}

/// The probability that Student's t with `n` degrees of freedom lies further from zero than `t`:
/// n/(n + t^2) has a beta distribution of shapes n/2 and 1/2. Test:
/// `estimate::a_score_is_as_far_out_as_its_t`.
pub fn student(t: f64, n: f64) -> f64 {
    if t == 0.0 {
        return 1.0;
    }
    if t.is_nan() {
        return f64::NAN;
    }
    beta(n / 2.0, 0.5, libm::log(n) - 2.0 * libm::log(t.abs())).chance.below
}

/// The t above zero with `outside` of Student's distribution further from zero than it, for an
/// `outside` between 0 and 1. Test: `estimate::student_is_as_tabled`.
pub fn student_quantile(outside: f64, n: f64) -> f64 {
    let logit = |t: f64| libm::log(n) - 2.0 * libm::log(t);
    let target = Chance::from_below(outside);
    let beyond = |logit: f64| beta(n / 2.0, 0.5, logit).beyond(target);
    let found = root::polished(beyond, logit(-normal::quantile(outside / 2.0)), 1.0);
    (n * libm::exp(-found)).sqrt()
}

/// One over the continued fraction of the incomplete beta function that Didonato and Morris 1992
/// call BFRAC (Algorithm 708, doi:10.1145/131766.131776), by the modified method of Lentz. It knows
/// `x` and its complement `y` only through products that keep their digits when either is small.
fn beta_fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    // The first level of the fraction, then `above` and `below` of each further one.
    let gap = a * y - b * x;
    let mut h = away_from_zero(a / (a + 1.0) * (gap + 1.0));
    let (mut c, mut d) = (h, 0.0);
    for m in 1..MOST_TERMS {
        let m = m as f64;
        let odd = a + 2.0 * m - 1.0;
        let above = (a + m - 1.0) / odd * ((a + b + m - 1.0) * x) * (m / odd) * ((b - m) * x);
        let below =
            m + m / odd * ((b - m) * x) + (a + m) / (odd + 2.0) * (gap + 1.0 + m * (1.0 + y));
        d = 1.0 / away_from_zero(below + above * d);
        c = away_from_zero(below + above / c);
        let factor = c * d;
        h *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    1.0 / h
}

fn away_from_zero(x: f64) -> f64 {
    if x.abs() < f64::MIN_POSITIVE { f64::MIN_POSITIVE } else { x }
}

/// What Stirling's formula leaves out, as [`stirling_remainder`], for any `z` above zero.
fn stirling(z: f64) -> f64 {
    if z < 16.0 {
        return libm::lgamma(z + 1.0) - (z + 0.5) * libm::log(z) + z - LN_2_PI_HALF;
    }
    stirling_remainder(z)
}

/// a ln(a/m) + m - a, the deviance of Loader 2000, where a - m may be small beside both.
fn deviance(a: f64, m: f64, ln_m: f64) -> f64 {
    let gap = a - m;
    if gap.abs() >= 0.1 * (a + m) {
        return a * (libm::log(a) - ln_m) - gap;
    }
    let v = gap / (a + m);
    let (mut sum, mut power) = (gap * v, 2.0 * a * v);
    for j in 1..MOST_TERMS {
        power *= v * v;
        let next = sum + power / (2 * j + 1) as f64;
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// How the logarithm of a density falls at the start of a tail: its first two derivatives.
#[derive(Clone, Copy, Debug)]
struct Fall {
    rate: f64,
    curvature: f64,
}

/// What is left beyond a fall of the logarithm by so much is left out: e^-45 = 3e-20.
const DEPTH: f64 = 45.0;
const PANELS: usize = 3;
/// Nodes and weights of Gauss and Legendre's rule of 16 points (Abramowitz and Stegun, table 25.4).
const GAUSS: [(f64, f64); 8] = [
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_6),
    (0.458_016_777_657_227_4, 0.169_156_519_395_002_54),
    (0.617_876_244_402_643_7, 0.149_595_988_816_576_73),
    (0.755_404_408_355_003, 0.124_628_971_255_533_87),
    (0.865_631_202_387_831_7, 0.095_158_511_682_492_78),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_89),
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_095),
];

/// The integral of e^-drop(v) over v from 0 to infinity, for a convex drop that begins at 0.
fn tail(drop: impl Fn(f64) -> f64, fall: Fall) -> f64 {
    let Fall { rate, curvature } = fall;
    // The length at which rate v + curvature v^2/2 reaches the depth; a little further where the
    // drop is slower than that.
    let mut length = 2.0 * DEPTH / (rate + (rate * rate + 2.0 * DEPTH * curvature).sqrt());
    while drop(length) < DEPTH {
        length *= 1.25;
    }
    // Gauss and Legendre's rule on each of equal panels.
    let half = length / (2 * PANELS) as f64;
    let panel = |i: usize| {
        let middle = (2 * i + 1) as f64 * half;
        let pair = |&(node, weight): &(f64, f64)| {
            let away = half * node;
            weight * (libm::exp(-drop(middle - away)) + libm::exp(-drop(middle + away)))
        };
        GAUSS.iter().map(pair).sum::<f64>()
    };
    half * (0..PANELS).map(panel).sum::<f64>()
}
