//! A number with its Monte Carlo error, and the order statistics from which both come.

/// A statistic and the standard error that the finite number of trials leaves it with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    /// Standard error, in the unit of the value; zero for what is known exactly, infinite where one trial says nothing about it.
    pub se: f64,
}

impl Estimate {
    pub const fn exact(value: f64) -> Estimate {
        Estimate { value, se: 0.0 }
    }
}

/// The percentiles that every summary gives, with their ids.
pub const PERCENTILES: [(&str, f64); 7] =
    [("p05", 0.05), ("p10", 0.10), ("p25", 0.25), ("p50", 0.50), ("p75", 0.75), ("p90", 0.90), ("p95", 0.95)];

/// Mean of values in their order, by Neumaier's compensated sum (1974): exact to the last bits for any number of trials.
/// Test: `estimate::ten_million_and_a_fifth_are_not_lost`.
pub fn mean(values: &[f64]) -> f64 {
    compensated_sum(values.iter().copied()) / values.len() as f64
}

/// Sample variance about the mean, in two passes.
pub fn variance(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return f64::NAN;
    }
    let center = mean(values);
    compensated_sum(values.iter().map(|x| (x - center) * (x - center))) / (values.len() - 1) as f64
}

fn compensated_sum(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for x in values {
        let next = sum + x;
        lost += if sum.abs() >= x.abs() { (sum - next) + x } else { (x - next) + sum };
        sum = next;
    }
    // Beside an infinite value nothing is lost.
    if sum.is_finite() { sum + lost } else { sum }
}

/// Quantile of sorted values by linear interpolation of the order statistics (type 7 of Hyndman and Fan 1996).
/// Infinite values stand for "worse than every number" and stay infinite where a percentile touches them.
/// Test: `estimate::percentiles_interpolate_between_two_values`.
pub fn quantile_of_sorted(sorted: &[f64], p: f64) -> f64 {
    let place = p * (sorted.len() - 1) as f64;
    let below = place as usize;
    let above = (below + 1).min(sorted.len() - 1);
    interpolate(sorted[below], sorted[above], place - below as f64)
}

/// The same quantiles of values in any order, for ascending `ps`, by selection; reorders the values.
pub fn quantiles_by_selection<const N: usize>(values: &mut [f64], ps: [f64; N]) -> [f64; N] {
    let last = values.len() - 1;
    let mut start = 0;
    ps.map(|p| {
        let place = p * last as f64;
        let below = place as usize;
        let (_, &mut low, rest) = values[start..].select_nth_unstable_by(below - start, f64::total_cmp);
        let high = rest.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
        start = below;
        interpolate(low, high, place - below as f64)
    })
}

fn interpolate(low: f64, high: f64, weight: f64) -> f64 {
    if weight == 0.0 || low == high {
        return low;
    }
    if low.is_infinite() || high.is_infinite() {
        return if low.is_infinite() { low } else { high };
    }
    low + (high - low) * weight
}

/// Standard error of a statistic from its values on `blocks` independent designs, of which `trials` are in use:
/// sd / sqrt(blocks), or `None` when fewer than two whole blocks were run.
/// Test: `estimate::nineteen_of_twenty_intervals_from_blocks_hold_the_truth`.
pub fn block_error(blocks: &[f64], trials: u64, block: u64) -> Option<f64> {
    if blocks.len() < 2 {
        return None;
    }
    if blocks.iter().any(|x| !x.is_finite()) {
        return Some(f64::INFINITY);
    }
    Some((variance(blocks) * block as f64 / trials as f64).sqrt())
}

/// Standard error of a quantile from the sample alone: half the distance between the order statistics that lie one
/// binomial standard deviation, sqrt(n p (1 - p)), above and below it.
/// Test: `estimate::nineteen_of_twenty_intervals_about_a_percentile_hold_it`.
pub fn quantile_error(sorted: &[f64], p: f64) -> f64 {
    let n = sorted.len() as f64;
    let step = (p * (1.0 - p) / n).sqrt();
    if sorted.len() < 2 {
        return f64::INFINITY;
    }
    let (low, high) = (quantile_of_sorted(sorted, (p - step).max(0.0)), quantile_of_sorted(sorted, (p + step).min(1.0)));
    if low == high { 0.0 } else { (high - low) / 2.0 }
}
