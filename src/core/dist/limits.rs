//! The ends between which a value is known to lie.

/// Ends of a condition, infinite where there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    pub min: f64,
    pub max: f64,
}

impl Limits {
    pub const NONE: Limits = Limits { min: f64::NEG_INFINITY, max: f64::INFINITY };
}
