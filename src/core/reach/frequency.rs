//! How often a person who was reached was met.

use crate::elementary::{exp_minus, ln_1p, one_minus_exp};

/// Size beyond which means and spreads are as good as infinite.
const LARGEST: f64 = 1e300;
/// Smallest ln(1+x)/x: x = 7e302.
const SMALLEST_RATIO: f64 = 1e-300;

/// How many stories a person saw of a member of whom he saw any.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exposure {
    /// Share of whom exactly one story was seen.
    pub once: f64,
    /// Share of whom exactly two were seen.
    pub twice: f64,
}

impl Exposure {
    /// Nobody tells anything twice: a reshare.
    pub const ONCE: Exposure = Exposure { once: 1.0, twice: 0.0 };

    /// The mixture over routes, each weighted by its hits; [`Exposure::ONCE`] without any.
    pub fn mixed(routes: impl IntoIterator<Item = (f64, Exposure)>) -> Exposure {
        let (mut hits, mut once, mut twice) = (0.0, 0.0, 0.0);
        for (weight, told) in routes {
            hits += weight;
            once += weight * told.once;
            twice += weight * told.twice;
        }
        if hits > 0.0 {
            Exposure { once: once / hits, twice: twice / hits }
        } else {
            Exposure::ONCE
        }
    }
}

/// People of a pool who met two or more stories, when they met h ~ NB(hits/pool, k) writers and of
/// each J >= 1 stories: N (1 - P(h=0) - P(h=1) P(J=1)).
///
/// Test: `reach::a_pool_fills_as_goerg_says`. `tests/it/reach_oracle.rs` compares it with simulated
/// friendships.
pub fn two_plus(pool: f64, hits: f64, k: f64, told: Exposure) -> f64 {
    let [_, one, _, two_or_more, _] = writers(pool, hits, k);
    people(pool, hits, two_or_more + one * (1.0 - told.once))
}

/// People of a pool who met three or more stories, under the assumptions of [`two_plus`]: N (1 -
/// P(h=0) - P(h=1) (P(J=1) + P(J=2)) - P(h=2) P(J=1)^2).
pub fn three_plus(pool: f64, hits: f64, k: f64, told: Exposure) -> f64 {
    let [_, one, two, _, three_or_more] = writers(pool, hits, k);
    // Three stories of one writer, or of two writers more than one each.
    let often = (1.0 - told.once - told.twice).max(0.0);
    people(pool, hits, three_or_more + one * often + two * (1.0 - told.once * told.once))
}

fn people(pool: f64, hits: f64, share: f64) -> f64 {
    if pool > 0.0 { (pool * share).clamp(0.0, pool.min(hits)) } else { 0.0 }
}

/// The chances P(h=0), P(h=1), P(h=2), P(h>=2), P(h>=3) of a negative binomial number of writers.
fn writers(pool: f64, hits: f64, k: f64) -> [f64; 5] {
    if !(pool > 0.0 && hits > 0.0 && k > 0.0) {
        return [1.0, 0.0, 0.0, 0.0, 0.0];
    }
    let nbd = NegativeBinomial::new(hits / pool, 1.0 / k);
    [nbd.class(0), nbd.class(1), nbd.class(2), nbd.at_least(2), nbd.at_least(3)]
}

/// Share of a pool that was met at least `at_least` times, by the negative binomial with mean
/// `mean` and zero class 1 - `reached`: the classical fit of two numbers.
///
/// With mu the mean and r the share reached, x solves ln(1+x)/x = -ln(1-r)/mu, and the shape is
/// mu/x; it is a Poisson where the right side reaches 1. The tail is summed from whichever end
/// loses no digits, so no incomplete beta function is needed. Source: Ehrenberg, *Repeat-Buying*
/// (1988), section 4.4. Test: `reach::a_fitted_tail_returns_what_it_was_fitted_to`.
pub fn nbd_tail(mean: f64, reached: f64, at_least: u32) -> f64 {
    let reached = reached.clamp(0.0, 1.0);
    if at_least == 0 {
        return 1.0;
    }
    if reached == 0.0 || mean <= 0.0 {
        return 0.0;
    }
    if at_least == 1 {
        return reached;
    }
    let spread = spread(-libm::log1p(-reached) / mean);
    let fitted = NegativeBinomial::new(mean, spread / mean);
    fitted.at_least(at_least).min(reached)
}

/// The root x > 0 of ln(1+x)/x = `ratio`; zero where the ratio is 1 to 1e-9.
fn spread(ratio: f64) -> f64 {
    if ratio >= 1.0 - 1e-9 {
        return 0.0;
    }
    // In u = ln(1+x) the root of u - ratio (e^u - 1) is right of the maximum at u = -ln(ratio), and
    // the function is concave: Newton's steps come down from the right without overshooting.
    let ratio = ratio.max(SMALLEST_RATIO);
    let top = -libm::log(ratio);
    let mut u = 2.0 * top + libm::log1p(top);
    for _ in 0..60 {
        let step = (u - ratio * libm::expm1(u)) / (1.0 - ratio * libm::exp(u));
        let next = u - step;
        if (next - u).abs() <= 1e-15 * u {
            break;
        }
        u = next;
    }
    libm::expm1(u)
}

/// A negative binomial of this mean and variance mean + dispersion mean^2; Poisson at dispersion
/// zero.
#[derive(Clone, Copy)]
struct NegativeBinomial {
    /// The ratio of classes at n = 1: mean/(1 + dispersion mean).
    each: f64,
    /// What the ratio gains from class to class, before it is divided by n: dispersion mean/(1 +
    /// dispersion mean).
    further: f64,
    none: f64,
    any: f64,
}

impl NegativeBinomial {
    fn new(mean: f64, dispersion: f64) -> NegativeBinomial {
        let (mean, y) = (mean.min(LARGEST), (mean * dispersion).min(LARGEST));
        // -ln P(0) = ln(1 + dispersion mean)/dispersion, which is the mean where the dispersion is
        // zero.
        let exponent = if y < 1e-17 { mean } else { ln_1p(y) / dispersion };
        NegativeBinomial {
            each: mean / (1.0 + y),
            further: y / (1.0 + y),
            none: exp_minus(exponent),
            any: one_minus_exp(exponent),
        }
    }

    /// P(n) / P(n-1).
    fn ratio(self, n: u32) -> f64 {
        let n = f64::from(n);
        (self.each + (n - 1.0) * self.further) / n
    }

    fn class(self, n: u32) -> f64 {
        (1..=n).fold(self.none, |class, n| class * self.ratio(n))
    }

    /// P(n or more), n >= 1.
    fn at_least(self, n: u32) -> f64 {
        let (mut class, mut rest) = (self.none, self.any);
        for m in 1..n {
            class *= self.ratio(m);
            rest -= class;
        }
        // What is left of all classes, unless the difference has lost too many digits.
        if rest > 1e-3 * self.any { rest } else { self.series(n) }
    }

    /// The sum of the classes from `n` up. Small tails fall fast, so it is short.
    fn series(self, n: u32) -> f64 {
        let (mut class, mut sum) = (self.class(n), 0.0);
        for m in n + 1..n + 100_000 {
            sum += class;
            class *= self.ratio(m);
            if class <= 1e-17 * sum {
                break;
            }
        }
        sum
    }
}
