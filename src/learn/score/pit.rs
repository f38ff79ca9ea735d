//! The probability integral transform: which share of a forecast lies below what came. Of forecasts
//! that are right it is uniform.

use super::order::mean;

/// How many bins a histogram has.
pub const BINS: usize = 10;
/// Below so many outcomes a histogram has no shape.
const LEAST: usize = 20;
/// The point beyond which, on both sides together, 1 % of a standard normal variate lie.
const Z: f64 = 2.575_829_303_548_901;

/// The shares of a forecast below an outcome, and at or below it.
pub type Pit = [f64; 2];

/// What a histogram of transforms says of the forecasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Too few outcomes.
    Few,
    /// Nothing against them.
    Flat,
    /// Outcomes lie too often at the edges: forecasts are too sure.
    TooSure,
    /// Outcomes lie too often in the middle: forecasts are too unsure.
    TooUnsure,
    /// Outcomes lie too low: forecasts are too high.
    TooHigh,
    /// Outcomes lie too high: forecasts are too low.
    TooLow,
}

/// The transform of an outcome among draws in any order.
pub fn pit_draws(draws: &[f64], y: f64) -> Pit {
    let share = |count: usize| count as f64 / draws.len() as f64;
    let [below, not_above] = [
        draws.iter().filter(|&&draw| draw < y).count(),
        draws.iter().filter(|&&draw| draw <= y).count(),
    ];
    [share(below), share(not_above)]
}

/// The transform of an outcome among quantiles: rising levels, the value at each. Between two
/// quantiles the law is spread evenly; beyond the outermost ones the outcome lies anywhere in what
/// is left.
pub fn pit_quantiles(levels: &[f64], values: &[f64], y: f64) -> Pit {
    let below = values.iter().rposition(|&value| value < y);
    let above = values.iter().position(|&value| value > y);
    let at: Vec<f64> =
        levels.iter().zip(values).filter(|&(_, &value)| value == y).map(|(&l, _)| l).collect();
    if let (Some(&first), Some(&last)) = (at.first(), at.last()) {
        return [first, last];
    }
    match (below, above) {
        (Some(i), Some(j)) => {
            let share = (y - values[i]) / (values[j] - values[i]);
            let level = levels[i] + share * (levels[j] - levels[i]);
            [level, level]
        }
        (Some(i), None) => [levels[i], 1.0],
        (None, Some(j)) => [0.0, levels[j]],
        (None, None) => [0.0, 1.0],
    }
}

/// The share of transforms in each tenth between 0 and 1, each spread evenly over its interval;
/// they add up to 1. Of none: nothing everywhere.
///
/// Without randomisation, so that counts have the same histogram twice. Source: Czado and others
/// 2009, section 2.2.
/// Test: `score::crps::transforms_of_right_counts_are_flat_and_of_wrong_ones_are_not`.
pub fn pit_histogram(transforms: &[Pit]) -> [f64; BINS] {
    let mut shares = [0.0; BINS];
    for &[low, high] in transforms {
        if high > low {
            for (bin, share) in shares.iter_mut().enumerate() {
                let [from, to] = [bin, bin + 1].map(|end| end as f64 / BINS as f64);
                *share += (high.min(to) - low.max(from)).max(0.0) / (high - low);
            }
        } else {
            shares[((low * BINS as f64) as usize).min(BINS - 1)] += 1.0;
        }
    }
    let n = transforms.len().max(1) as f64;
    shares.map(|share| share / n)
}

/// What the transforms of forecasts `weeks` ahead say, at a level of 1 % for each of place and
/// spread: the mean against 1/2 and the mean square around 1/2 against 1/12, whose variances for n
/// independent uniform transforms are 1/(12 n) and 1/(180 n). Of outcomes that overlap n is a
/// `weeks`-th. Test: `score::crps::transforms_of_right_counts_are_flat_and_of_wrong_ones_are_not`.
pub fn pit_shape(transforms: &[Pit], weeks: usize) -> Shape {
    if transforms.len() < LEAST {
        return Shape::Few;
    }
    let n = (transforms.len() as f64 / weeks.max(1) as f64).max(1.0);
    let middles: Vec<f64> =
        transforms.iter().map(|[low, high]| f64::midpoint(*low, *high)).collect();
    // Of a transform spread evenly over its interval.
    let square = |[low, high]: &Pit| {
        let (a, b) = (low - 0.5, high - 0.5);
        (a * a + a * b + b * b) / 3.0
    };
    let spread = mean(&transforms.iter().map(square).collect::<Vec<_>>()) - 1.0 / 12.0;
    let place = mean(&middles) - 0.5;
    let [place, spread] = [place * (12.0 * n).sqrt(), spread * (180.0 * n).sqrt()];
    if place.abs().max(spread.abs()) <= Z {
        Shape::Flat
    } else if place.abs() > spread.abs() {
        if place > 0.0 { Shape::TooLow } else { Shape::TooHigh }
    } else if spread > 0.0 {
        Shape::TooSure
    } else {
        Shape::TooUnsure
    }
}
