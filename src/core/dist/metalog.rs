//! The metalog distribution through three percentiles.

use super::law::{Law, Moments, by_quadrature};
use super::scale::Scale;
use crate::chance::Chance;
use crate::root::{self, Bracket, Evaluation};

/// Metalog of three terms on a scale: y(u) = a1 + (a2 + a3 (u - 1/2)) ln(u/(1-u)), x = scale^-1(y).
///
/// Through the 10th, 50th and 90th percentile: with L = ln 9 and their places y10, y50, y90 on the
/// scale, a1 = y50, a2 = (y90 - y10)/(2 L), a3 = (y10 + y90 - 2 y50)/(0.8 L). Source: Keelin 2016,
/// *The metalog distributions*, Decision Analysis 13, doi:10.1287/deca.2016.0338, sections 3.4 and
/// 4. Test: `dist::a_metalog_goes_through_its_three_percentiles`.
#[derive(Clone, Copy, Debug)]
pub struct Metalog {
    scale: Scale,
    center: f64,
    slope: f64,
    skew: f64,
}

const LN_9: f64 = 2.197_224_577_336_219_6;
/// Largest value of (u - 1/2) + u (1-u) ln(u/(1-u)): where |a3| exceeds a2 over it, the quantile
/// would fall somewhere.
const STEEPEST: f64 = 0.599_839_320_128_866_9;
/// Logit beyond which the chances are zero in doubles.
const FARTHEST: f64 = 740.0;

/// Why three percentiles make no metalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Infeasible {
    /// The middle one lies too near an end: the quantile would fall somewhere.
    TooSkewed,
    /// The tail is so heavy that there is no mean.
    TooHeavy,
}

/// Slope of ln x in ln(1/(1-u)) from which a tail has no mean worth the name: at 1 it has none at
/// all.
const HEAVIEST: f64 = 0.9;

impl Metalog {
    pub fn new(scale: Scale, percentiles: [f64; 3]) -> Result<Metalog, Infeasible> {
        let [y10, y50, y90] = percentiles.map(|x| scale.place(x));
        // At the 10th and the 90th percentile the logit is -L and L, and u - 1/2 is -0.4 and 0.4:
        // the difference and the sum of both equations.
        let (slope, skew) = ((y90 - y10) / (2.0 * LN_9), (y10 + y90 - 2.0 * y50) / (0.8 * LN_9));
        let metalog = Metalog { scale, center: y50, slope, skew };
        if skew.abs() * STEEPEST >= slope {
            return Err(Infeasible::TooSkewed);
        }
        if metalog.heaviness() > HEAVIEST {
            return Err(Infeasible::TooHeavy);
        }
        Ok(metalog)
    }

    /// Slope of the logarithm of the open tail, in ln(1/chance): a tail of slope s has moments
    /// below 1/s.
    fn heaviness(&self) -> f64 {
        match self.scale {
            Scale::Line | Scale::Between(..) => 0.0,
            Scale::Above(_) => self.slope + 0.5 * self.skew,
            Scale::Below(_) => self.slope - 0.5 * self.skew,
        }
    }

    fn place(&self, chance: Chance) -> f64 {
        // u - 1/2 = (u - (1 - u))/2 keeps its digits in both tails.
        self.center
            + (self.slope + 0.5 * self.skew * (chance.below - chance.above)) * chance.logit()
    }
}

impl Law for Metalog {
    #[inline]
    fn at(&self, chance: Chance) -> f64 {
        self.scale.value(self.place(chance))
    }

    fn chance(&self, x: f64) -> Chance {
        let y = self.scale.place(x);
        let gap = |t: f64| self.place(Chance::from_logit(t)) - y;
        let [low, high] = [-FARTHEST, FARTHEST].map(|t| Evaluation { x: t, y: gap(t) });
        if low.y >= 0.0 {
            return Chance::from_below(0.0);
        }
        if high.y <= 0.0 {
            return Chance::from_above(0.0);
        }
        Chance::from_logit(root::bracketed(gap, Bracket { low, high }))
    }

    fn bounds(&self) -> (f64, f64) {
        self.scale.bounds()
    }

    fn moments(&self) -> Moments {
        let moments = by_quadrature(self);
        // From a slope of 1/2 on the second moment of the tail is infinite.
        if self.heaviness() < 0.5 {
            moments
        } else {
            Moments { variance: f64::INFINITY, ..moments }
        }
    }
}
