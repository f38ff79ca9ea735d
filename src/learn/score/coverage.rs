//! How many intervals held, on which side the others were missed, and how wide they are.

use reachsim_data::measure::Interval;
use reachsim_data::measure::share::wilson;

use super::order::median;

/// How many intervals held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Covered {
    pub held: usize,
    pub of: usize,
    /// How many independent intervals tell as much.
    pub effective: f64,
    /// The share that held, with Wilson's interval at 95 % on the effective number; NaN of none.
    pub share: Interval,
}

/// The shares of outcomes below and above their intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Misses {
    pub below: f64,
    pub above: f64,
}

/// How many of `[low, high]` intervals, in the order of time, held their outcome, ends included.
/// Outcomes `weeks` weeks ahead of weekly origins overlap, so that a block of so many counts once;
/// 1 where they do not. Slices of one length.
///
/// Test: `score::judge::a_share_that_held_has_wilsons_interval_of_blocks`.
pub fn coverage(intervals: &[[f64; 2]], outcomes: &[f64], weeks: usize) -> Covered {
    let held = intervals.iter().zip(outcomes).filter(|(i, y)| holds(i, **y)).count();
    let of = intervals.len();
    let effective = if of == 0 { 0.0 } else { (of as f64 / weeks.max(1) as f64).max(1.0) };
    let share = held as f64 / of as f64;
    let interval = if of == 0 { wilson(0.0, 0.0) } else { wilson(share * effective, effective) };
    Covered { held, of, effective, share: interval }
}

fn holds(interval: &[f64; 2], y: f64) -> bool {
    interval[0] <= y && y <= interval[1]
}

/// On which side outcomes left their intervals; NaN of none.
pub fn misses(intervals: &[[f64; 2]], outcomes: &[f64]) -> Misses {
    let n = intervals.len() as f64;
    let pairs = || intervals.iter().zip(outcomes);
    let below = pairs().filter(|(i, y)| **y < i[0]).count() as f64 / n;
    let above = pairs().filter(|(i, y)| **y > i[1]).count() as f64 / n;
    Misses { below, above }
}

/// The median over forecasts of the interval's width over the forecast's median; forecasts whose
/// median is 0 are left out. NaN of none.
pub fn sharpness(intervals: &[[f64; 2]], medians: &[f64]) -> f64 {
    let with = intervals.iter().zip(medians).filter(|(_, m)| **m != 0.0);
    median(&with.map(|([low, high], m)| (high - low) / m.abs()).collect::<Vec<_>>())
}
