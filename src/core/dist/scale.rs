//! Scales on which a bounded quantity has no ends.

/// A way from the support of a quantity to the whole line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    Line,
    /// From `low` up: ln(x - low).
    Above(f64),
    /// Up to `high`: -ln(high - x).
    Below(f64),
    /// Between both: ln((x - low)/(high - x)).
    Between(f64, f64),
}

impl Scale {
    /// The scale of a support; an end may be infinite.
    pub fn of(low: f64, high: f64) -> Scale {
        match (low.is_finite(), high.is_finite()) {
            (false, false) => Scale::Line,
            (true, false) => Scale::Above(low),
            (false, true) => Scale::Below(high),
            (true, true) => Scale::Between(low, high),
        }
    }

    pub fn bounds(self) -> (f64, f64) {
        match self {
            Scale::Line => (f64::NEG_INFINITY, f64::INFINITY),
            Scale::Above(low) => (low, f64::INFINITY),
            Scale::Below(high) => (f64::NEG_INFINITY, high),
            Scale::Between(low, high) => (low, high),
        }
    }

    /// The place on the line of a value; what lies beyond an end is infinitely far away.
    pub fn place(self, x: f64) -> f64 {
        match self {
            Scale::Line => x,
            Scale::Above(low) => libm::log((x - low).max(0.0)),
            Scale::Below(high) => -libm::log((high - x).max(0.0)),
            Scale::Between(low, high) => libm::log((x - low).max(0.0) / (high - x).max(0.0)),
        }
    }

    #[inline]
    pub fn value(self, y: f64) -> f64 {
        match self {
            Scale::Line => y,
            Scale::Above(low) => low + libm::exp(y),
            Scale::Below(high) => high - libm::exp(-y),
            Scale::Between(low, high) => low + (high - low) / (1.0 + libm::exp(-y)),
        }
    }
}
