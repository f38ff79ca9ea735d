//! A probability with both its sides, so that neither tail loses digits to the other.

/// Where a value stands in its distribution. The two sides add up to 1, and each has its own full
/// precision: what lies above the 1 - 1e-20 quantile cannot be told from one number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// P(X <= x).
    pub below: f64,
    /// P(X > x).
    pub above: f64,
}

/// The largest double below 1.
const ALMOST_ONE: f64 = 1.0 - f64::EPSILON / 2.0;

impl Chance {
    /// The coordinate of a trial. Coordinates at or beyond the ends stand for the nearest one
    /// inside.
    #[inline]
    pub(crate) fn of_coordinate(u: f64) -> Chance {
        // NaN counts as an end too.
        let below = if u > f64::MIN_POSITIVE { u.min(ALMOST_ONE) } else { f64::MIN_POSITIVE };
        Chance { below, above: 1.0 - below }
    }

    pub(crate) fn from_below(below: f64) -> Chance {
        let below = below.clamp(0.0, 1.0);
        Chance { below, above: 1.0 - below }
    }

    pub(crate) fn from_above(above: f64) -> Chance {
        let above = above.clamp(0.0, 1.0);
        Chance { below: 1.0 - above, above }
    }

    /// The chance of a logit: below = 1/(1 + e^-t).
    #[inline]
    pub(crate) fn from_logit(t: f64) -> Chance {
        Chance { below: 1.0 / (1.0 + libm::exp(-t)), above: 1.0 / (1.0 + libm::exp(t)) }
    }

    /// The logit, ln(below/above).
    #[inline]
    pub fn logit(self) -> f64 {
        libm::log(self.below / self.above)
    }

    /// How far this chance lies beyond another one, as a logarithm of the smaller side: zero where
    /// they agree, increasing with `below`, and sensitive to the last digit in either tail.
    pub fn beyond(self, other: Chance) -> f64 {
        if other.below <= other.above {
            libm::log(self.below / other.below)
        } else {
            libm::log(other.above / self.above)
        }
    }
}
