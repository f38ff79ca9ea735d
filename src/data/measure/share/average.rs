//! Averages with intervals: the mean, the median, the ratio of two totals, and waiting times of
//! which some have no end.

use reachsim_core::incomplete::student_quantile;

use crate::measure::interval::Interval;
use crate::measure::order::percentile;

/// Fewer items have no interval.
const LEAST: usize = 5;

/// The mean, with Student's interval. Needs 5 values, all finite.
pub fn mean_interval(values: &[f64]) -> Option<Interval> {
    let value = finite(values).then(|| values.iter().sum::<f64>() / values.len() as f64)?;
    let squares: f64 = values.iter().map(|x| (x - value) * (x - value)).sum();
    let half = half_width(squares, values.len())?;
    Some(Interval { value, low: value - half, high: value + half })
}

/// The median, between two of the values: the innermost pair of which either lies beyond the median
/// with a chance of at most 2.5 %. Needs 6 values, below which there is no such pair, all finite.
///
/// The lower end is the k-th from below and the upper one the k-th from above, with the largest k
/// for which P(B < k) <= 0.025, B binomial of n and 1/2. Source: Thompson, Annals of Mathematical
/// Statistics 7 (1936). Test: `measure::share::the_median_lies_between_the_tabled_places`.
pub fn median_interval(values: &[f64]) -> Option<Interval> {
    if !finite(values) {
        return None;
    }
    let k = places_below(values.len()).filter(|&k| k > 0)?;
    let mut rising = values.to_vec();
    rising.sort_unstable_by(f64::total_cmp);
    let (low, high) = (rising[k - 1], rising[rising.len() - k]);
    Some(Interval { value: percentile(&rising, 0.5), low, high })
}

/// The largest k with P(B < k) <= 0.025. What lies more than ten standard deviations below the
/// middle is nothing.
fn places_below(n: usize) -> Option<usize> {
    let count = n as f64;
    let start = (count / 2.0 - 5.0 * count.sqrt()).floor().max(0.0) as usize;
    let ways = |k: usize| {
        let k = k as f64;
        libm::lgamma(count + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(count - k + 1.0)
    };
    let mut below = 0.0;
    for k in start..n {
        below += libm::exp(ways(k) - count * std::f64::consts::LN_2);
        if below > 0.025 {
            return Some(k);
        }
    }
    None
}

/// The sum of `above` over that of `below`, item by item, such as reactions and reach of posts.
/// Needs 5 items, finite numbers none of which is below 0, and sums above 0.
///
/// R = A / B with the standard error `sqrt(n / (n - 1) sum (a_i - R b_i)^2) / B`; the ends are
/// R exp(± t se / R), t with n - 1 degrees of freedom, so that no rate is below 0. Source: Cochran,
/// *Sampling techniques* (1977), section 2.11. Test: `measure::share::a_ratio_of_totals_by_hand`.
pub fn ratio_of_totals(above: &[f64], below: &[f64]) -> Option<Interval> {
    let counts = |items: &[f64]| finite(items) && items.iter().all(|&item| item >= 0.0);
    if above.len() != below.len() || !counts(above) || !counts(below) {
        return None;
    }
    let [sum_above, sum_below]: [f64; 2] = [above.iter().sum(), below.iter().sum()];
    if sum_above <= 0.0 || sum_below <= 0.0 {
        return None;
    }
    let value = sum_above / sum_below;
    let squares: f64 =
        above.iter().zip(below).map(|(a, b)| (a - value * b) * (a - value * b)).sum();
    let n = above.len();
    // Of the mean of the items' gaps, in parts of the mean of `above`.
    let relative = half_width(squares, n)? * n as f64 / sum_above;
    let factor = libm::exp(relative);
    Some(Interval { value, low: value / factor, high: value * factor })
}

/// The percentile `p` (0 to 1) of hours, where `never` more are infinite. None where it lies among
/// those, and of none at all.
///
/// Test: `measure::share::what_was_never_answered_waits_for_ever`.
pub fn percentile_with_never(hours: &[f64], never: usize, p: f64) -> Option<f64> {
    let mut rising: Vec<f64> = hours.iter().copied().filter(|hour| hour.is_finite()).collect();
    rising.sort_unstable_by(f64::total_cmp);
    let last = (rising.len() + never).checked_sub(1)? as f64;
    let place = p.clamp(0.0, 1.0) * last;
    let known = rising.len().checked_sub(1)?;
    if place > known as f64 {
        return None;
    }
    Some(if known == 0 { rising[0] } else { percentile(&rising, place / known as f64) })
}

fn finite(values: &[f64]) -> bool {
    values.iter().all(|value| value.is_finite())
}

/// Half the width of the interval of a mean of `n`, from the sum of squares around it.
fn half_width(squares: f64, n: usize) -> Option<f64> {
    if n < LEAST {
        return None;
    }
    let n = n as f64;
    Some(student_quantile(0.05, n - 1.0) * (squares / (n - 1.0) / n).sqrt())
}
