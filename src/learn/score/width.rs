//! How many times as wide intervals would have to be.

use super::order::rising;

/// Fewer outcomes have no factor.
pub const LEAST_RESOLVED: usize = 20;
/// The share of intervals that are to hold.
const SHARE: f64 = 0.9;
/// What lies outside the interval of the factor, on each side.
const TAIL: f64 = 0.05;

/// The multiple of half-widths at which nine of ten intervals would have held, with its interval at
/// 90 %. Infinite where no multiple is enough, because intervals without a width missed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Width {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// The width factor of 90 % intervals: `[low, median, high]` each. None below 20 of them.
///
/// Each outcome needs a multiple of the half-width on its own side of the median,
/// |y - median| / |end - median|; the factor is the least that is enough for 90 % of them, the
/// ceil(0.9 n)-th smallest. Its interval reaches from the j-th to the k-th smallest, with at most
/// 5 % of a binomial of n and 0.9 below j and as much at k and above (Thompson 1936).
/// Test: `score::judge::ranges_that_were_made_too_narrow_are_told_by_how_much`.
pub fn width_factor(ranges: &[[f64; 3]], outcomes: &[f64]) -> Option<Width> {
    let n = ranges.len().min(outcomes.len());
    if n < LEAST_RESOLVED {
        return None;
    }
    let needed: Vec<f64> = ranges.iter().zip(outcomes).map(|(r, y)| needed(*r, *y)).collect();
    let needed = rising(&needed);
    let value = needed[(n * 9).div_ceil(10) - 1];
    let below = binomial(n);
    // The j-th smallest lies above the factor if fewer than j outcomes need less than that, the
    // k-th below it if k or more do.
    let j = below.iter().position(|&chance| chance > TAIL).unwrap_or(n);
    let k = below.iter().position(|&chance| chance >= 1.0 - TAIL).map(|before| before + 1);
    let low = if j == 0 { 0.0 } else { needed[j - 1] };
    let high = k.map_or(f64::INFINITY, |k| needed[k - 1]);
    Some(Width { value, low: low.min(value), high: high.max(value) })
}

fn needed([low, median, high]: [f64; 3], y: f64) -> f64 {
    let gap = (y - median).abs();
    let half = if y > median { high - median } else { median - low };
    if gap == 0.0 { 0.0 } else { gap / half.max(0.0) }
}

/// P(B <= i) for i from 0 to n - 1, B binomial of n and 0.9.
fn binomial(n: usize) -> Vec<f64> {
    let count = n as f64;
    let ways =
        |i: f64| libm::lgamma(count + 1.0) - libm::lgamma(i + 1.0) - libm::lgamma(count - i + 1.0);
    let chance = |i: usize| {
        let i = i as f64;
        libm::exp(ways(i) + i * libm::log(SHARE) + (count - i) * libm::log1p(-SHARE))
    };
    let mut sum = 0.0;
    (0..n)
        .map(|i| {
            sum += chance(i);
            sum
        })
        .collect()
}
