//! Tests of `learn/score.rs`.

mod crps;
mod judge;
mod series;

/// Equal to so many units of the last printed digit.
#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}
