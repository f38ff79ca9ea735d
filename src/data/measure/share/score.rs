//! Intervals of shares that turn the score test around: they stay between 0 and 1, and have a width
//! where all or none are counted.

use reachsim_core::normal;

use crate::measure::interval::{Interval, Z};

/// The share of `hits` among `n`, both counts. Of none: NaN, from 0 to 1.
///
/// Ends: (2 h + z^2 ± z sqrt(z^2 + 4 h (n - h) / n)) / (2 (n + z^2)); of 0 hits the upper one is
/// z^2 / (n + z^2). Source: Wilson 1927, in the notation of Newcombe, *Two-sided confidence
/// intervals for the single proportion*, Statistics in Medicine 17 (1998), method 3.
/// Test: `measure::share::shares_have_the_ends_that_newcombe_printed`.
pub fn wilson(hits: f64, n: f64) -> Interval {
    score(hits, n, Z)
}

/// The first share less the second one, of independent samples.
///
/// Ends: d - sqrt((p1 - l1)^2 + (u2 - p2)^2) and d + sqrt((u1 - p1)^2 + (p2 - l2)^2), with
/// l and u by [`wilson`]. Source: Newcombe, *Interval estimation for the difference between
/// independent proportions*, Statistics in Medicine 17 (1998), method 10.
/// Test: `measure::share::differences_have_the_ends_that_newcombe_printed`.
pub fn newcombe(hits: [f64; 2], n: [f64; 2]) -> Interval {
    let [first, second] = [wilson(hits[0], n[0]), wilson(hits[1], n[1])];
    let value = first.value - second.value;
    let down = libm::hypot(first.value - first.low, second.high - second.value);
    let up = libm::hypot(first.high - first.value, second.value - second.low);
    Interval { value, low: (value - down).max(-1.0), high: (value + up).min(1.0) }
}

/// Shares of all classes; in 95 % of samples or more all intervals hold at once.
///
/// The score interval, with z at 1 - 0.05 / (2 k) for k classes. Source: Goodman, *On simultaneous
/// confidence intervals for multinomial proportions*, Technometrics 7 (1965).
/// Test: `measure::share::all_of_goodmans_intervals_hold_at_once`.
pub fn goodman(counts: &[f64]) -> Vec<Interval> {
    let n = counts.iter().sum();
    let z = normal::quantile(1.0 - 0.025 / counts.len().max(1) as f64);
    counts.iter().map(|&count| score(count, n, z)).collect()
}

fn score(hits: f64, n: f64, z: f64) -> Interval {
    if n.is_nan() || n <= 0.0 {
        return Interval { value: f64::NAN, low: 0.0, high: 1.0 };
    }
    let hits = hits.clamp(0.0, n);
    let square = z * z;
    let half = z * (square + 4.0 * hits * (n - hits) / n).sqrt();
    let end = |signed: f64| ((2.0 * hits + square + signed) / (2.0 * (n + square))).clamp(0.0, 1.0);
    let value = hits / n;
    Interval { value, low: end(-half).min(value), high: end(half).max(value) }
}
