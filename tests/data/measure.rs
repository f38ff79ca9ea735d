//! Statistics of what was counted, against printed answers and against simulated truth.

mod coder;
mod codes;
mod interrupted;
mod share;

use reachsim_core::rng::{Stream, StreamKey, uniform};
use reachsim_data::measure::Interval;

/// The ends of an interval, as far as their source prints them.
#[track_caller]
fn expect_ends(interval: Interval, ends: [f64; 2], precision: f64) {
    let Interval { low, high, .. } = interval;
    let are_near = (low - ends[0]).abs() <= precision && (high - ends[1]).abs() <= precision;
    assert!(are_near, "{low} to {high}, printed {ends:?}");
}

#[track_caller]
fn expect_near(value: f64, printed: f64, precision: f64) {
    assert!((value - printed).abs() <= precision, "{value}, printed {printed}");
}

/// The stream of a simulation.
fn stream(seed: u64, simulation: u64) -> Stream {
    StreamKey::named(seed, "simulated", "").at(simulation, 0)
}

/// A class drawn by its share.
fn class(stream: &mut Stream, shares: &[f64]) -> usize {
    let mut left = uniform(stream);
    for (class, share) in shares.iter().enumerate() {
        left -= share;
        if left < 0.0 {
            return class;
        }
    }
    shares.len() - 1
}

#[test]
fn fewer_than_five_have_no_share_and_fewer_than_thirty_are_few() {
    use reachsim_data::measure::{Enough, speak};
    assert_eq!([0.0, 4.0].map(speak), [Enough::CountOnly; 2]);
    assert_eq!([5.0, 29.0].map(speak), [Enough::Few; 2]);
    assert_eq!([30.0, 1e6].map(speak), [Enough::Plain; 2]);
    assert_eq!(speak(f64::NAN), Enough::CountOnly);
}
