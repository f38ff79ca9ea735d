//! What a coder's errors do to shares, and shares without them.

use crate::measure::interval::Interval;

/// Messages that were coded twice: by the coder, and truly.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Checked {
    /// Counts by true class and coded class: positive, neutral, negative.
    pub table: [[f64; 3]; 3],
}

/// Why shares cannot be corrected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Blind {
    /// Fewer than 100 messages are coded twice.
    Few { checked: f64 },
    /// No message of this true class is coded twice (0 positive, 1 neutral, 2 negative).
    Unseen { class: usize },
    /// The coder does not tell classes apart: the smallest singular value of its matrix.
    Alike { least: f64 },
    /// Nothing is coded.
    Uncoded,
}

/// The true share of a class that is coded in a share of `q`.
pub fn rogan_gladen(q: f64, sensitivity: f64, specificity: f64) -> f64 {
    todo!()
}

/// True shares of positive, neutral and negative, from counts of coded ones.
pub fn corrected(
    coded: [f64; 3],
    checked: &Checked,
    draws: u32,
    seed: u64,
) -> Result<[Interval; 3], Blind> {
    todo!()
}

/// Agreement beyond chance of two coders.
pub fn kappa(table: &[[f64; 3]; 3]) -> f64 {
    todo!()
}
