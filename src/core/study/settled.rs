//! When an answer is settled: more trials would hardly pick another one.

use crate::estimate::Known;

/// The chance of a wrong pick below which an answer is settled.
pub const WRONG: f64 = 0.01;

/// How far a study went on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settling {
    pub trials: u64,
    /// The chance that the pick is wrong.
    pub wrong: f64,
}

impl Settling {
    pub fn is_settled(self) -> bool {
        self.wrong < WRONG
    }
}

/// The chance that some rival is better than the pick, from the advantage of the pick over each: at
/// most the sum of the single chances (Bonferroni). A rival that is surely within `tolerance` of
/// the pick is no worse a pick, and counts nothing.
pub fn wrong_pick(advantages: &[Known], tolerance: f64) -> f64 {
    let chance = |advantage: &Known| {
        let [low, high] = advantage.interval();
        if low.abs().max(high.abs()) <= tolerance { 0.0 } else { advantage.chance_of_other_sign() }
    };
    advantages.iter().map(chance).sum::<f64>().min(1.0)
}
