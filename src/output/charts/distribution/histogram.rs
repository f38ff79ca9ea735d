//! Bars for a sample: their ends, their shares, and what the axis shows of them.

use super::super::spread::Spread;
use crate::output::draw::{round_steps, steps_between};
use serde::{Deserialize, Serialize};

/// Shares of the futures by value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// Both ends of the axis.
    pub window: (f64, f64),
    pub least: f64,
    pub bars: Vec<Bar>,
    /// The width of a bar, or `None` where each bar is one value.
    pub step: Option<f64>,
    /// The smallest and largest value, where the axis does not show them both.
    pub beyond: Option<(f64, f64)>,
    /// The share of values that are not finite.
    pub undefined: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    pub low: f64,
    /// Equal to `low` where the bar stands for one value.
    pub high: f64,
    pub share: f64,
}

/// More different values than this are a continuum.
const FEW: usize = 40;
/// Bars on the axis, at most and at least.
const BARS: (f64, f64) = (80.0, 34.0);

impl Histogram {
    /// The histogram of the finite values; `None` where there are none. The window also shows
    /// marks that lie within half its width.
    pub fn of(sample: &[f64], spread: Spread, marks: &[f64]) -> Option<Histogram> {
        let mut finite: Vec<f64> = sample.iter().copied().filter(|x| x.is_finite()).collect();
        let undefined = (sample.len() - finite.len()) as f64 / sample.len().max(1) as f64;
        let values = few_values(&finite);
        let order = Order::of(&mut finite)?;
        let (low, high) = order.shown();
        let window = window((low, high), spread, marks);
        let beyond = (low > order.least || high < order.most).then_some((order.least, order.most));
        let n = sample.len() as f64;
        if let Some(values) =
            values.filter(|values| beyond.is_none() && values.len() * 5 <= finite.len().max(5))
        {
            let bars = values
                .iter()
                .map(|&(value, count)| Bar { low: value, high: value, share: count as f64 / n })
                .collect();
            let air = 0.07 * (window.1 - window.0);
            let window = (window.0.min(low - air), window.1.max(high + air));
            return Some(Histogram {
                window,
                least: order.least,
                bars,
                step: None,
                beyond,
                undefined,
            });
        }
        let step = step(&order, window, &finite);
        Some(Histogram {
            window,
            least: order.least,
            bars: count(&finite, window, step, n),
            step: Some(step),
            beyond,
            undefined,
        })
    }

    /// The smallest distance between neighbouring single values.
    pub fn gap(&self) -> f64 {
        self.bars.windows(2).map(|pair| pair[1].low - pair[0].low).fold(f64::INFINITY, f64::min)
    }
}

/// Order statistics of the sample.
struct Order {
    least: f64,
    lower_tail: f64,
    quartiles: (f64, f64),
    upper_tail: f64,
    most: f64,
    count: usize,
}

impl Order {
    fn of(values: &mut [f64]) -> Option<Order> {
        let last = values.len().checked_sub(1)?;
        let mut at = |p: f64| {
            *values.select_nth_unstable_by((p * last as f64).round() as usize, f64::total_cmp).1
        };
        Some(Order {
            least: at(0.0),
            lower_tail: at(0.005),
            quartiles: (at(0.25), at(0.75)),
            upper_tail: at(0.995),
            most: at(1.0),
            count: last + 1,
        })
    }

    /// The interval to show: all, or to the 99.5th percentile where the highest values would take
    /// up a third of the axis.
    fn shown(&self) -> (f64, f64) {
        let is_long = 2.0 * (self.most - self.upper_tail) > self.upper_tail - self.least;
        let is_long_below = 2.0 * (self.lower_tail - self.least) > self.most - self.lower_tail;
        let high =
            if is_long && self.upper_tail > self.least { self.upper_tail } else { self.most };
        (if is_long_below { self.lower_tail } else { self.least }, high)
    }
}

/// The different values with their counts in ascending order, if they are few.
fn few_values(values: &[f64]) -> Option<Vec<(f64, usize)>> {
    let mut few: Vec<(f64, usize)> = Vec::new();
    for value in values {
        match few.binary_search_by(|(other, _)| other.total_cmp(value)) {
            Ok(i) => few[i].1 += 1,
            Err(_) if few.len() == FEW => return None,
            Err(i) => few.insert(i, (*value, 1)),
        }
    }
    Some(few)
}

/// The ends of the axis: all that is shown and the marks near it, with a little air, from zero
/// where that is near.
fn window((low, high): (f64, f64), spread: Spread, marks: &[f64]) -> (f64, f64) {
    let width = if high > low { high - low } else { low.abs().max(1.0) };
    let near = marks
        .iter()
        .copied()
        .filter(|mark| (low - 0.5 * width..=high + 0.5 * width).contains(mark));
    let ends =
        near.chain([spread.low, spread.high].into_iter().filter(|end| (low..=high).contains(end)));
    let (first, last) = ends.fold((low, high), |(first, last), x| (first.min(x), last.max(x)));
    let air = if last > first { 0.03 * (last - first) } else { 0.2 * width };
    let start = if first >= 0.0 && first < 0.25 * last { 0.0 } else { first - air };
    (if low >= 0.0 { start.max(0.0) } else { start }, last + air)
}

/// A round width of bars near the rule of Freedman and Diaconis (1981), 2 IQR / n^(1/3), whole for
/// whole numbers.
fn step(order: &Order, (low, high): (f64, f64), values: &[f64]) -> f64 {
    let width = high - low;
    let rule = 2.0 * (order.quartiles.1 - order.quartiles.0) / libm::cbrt(order.count as f64);
    let step = round_steps(rule.clamp(width / BARS.0, width / BARS.1));
    if step < 10.0 && values.iter().all(|x| x.fract() == 0.0) {
        step.round().max(1.0)
    } else {
        step
    }
}

fn count(values: &[f64], (low, high): (f64, f64), step: f64, n: f64) -> Vec<Bar> {
    let first = (low / step).floor();
    let mut counts = vec![0_usize; steps_between(low, high, step).len() + 2];
    for value in values.iter().filter(|value| **value <= high && **value >= low) {
        let place = (value / step).floor() - first;
        if let Some(count) = counts.get_mut(place as usize) {
            *count += 1;
        }
    }
    let bar = |(i, count): (usize, usize)| {
        let from = (first + i as f64) * step;
        Bar { low: from, high: from + step, share: count as f64 / n }
    };
    counts.into_iter().enumerate().filter(|(_, count)| *count > 0).map(bar).collect()
}
