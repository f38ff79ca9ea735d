//! Distributions of single values: cases with weights, and samples.

use super::law::{Law, Moments};
use crate::chance::Chance;
use crate::estimate;

/// A few values, each with its chance. A sample is one of them too: its observed values, each as
/// often as it was seen.
#[derive(Clone, Debug)]
pub struct Points {
    /// The values, ascending, each once.
    values: Vec<f64>,
    /// The weight of each value.
    weights: Vec<f64>,
    /// The sum of the weights.
    weight: f64,
    /// Chance of each value or a smaller one; the last is 1.
    cumulative: Vec<f64>,
    /// The first value that a coordinate in each of as many equal parts of (0, 1) can mean. The
    /// search begins there and takes two steps on average, however many values there are (Chen,
    /// Asau 1974).
    guide: Vec<usize>,
}

impl Points {
    /// Collects values in any order with weights of zero or more, of which one at least is above
    /// zero.
    pub fn new(mut cases: Vec<(f64, f64)>) -> Points {
        cases.retain(|&(_, weight)| weight > 0.0);
        cases.sort_by(|a, b| a.0.total_cmp(&b.0));
        // Adding zero makes one zero of the two.
        let mut merged: Vec<(f64, f64)> = Vec::with_capacity(cases.len());
        for (value, weight) in cases {
            match merged.last_mut() {
                Some(last) if last.0 == value => last.1 += weight,
                _ => merged.push((value + 0.0, weight)),
            }
        }
        let all: f64 = merged.iter().map(|(_, weight)| weight).sum();
        let values: Vec<f64> = merged.iter().map(|(value, _)| *value).collect();
        let weights: Vec<f64> = merged.iter().map(|(_, weight)| *weight).collect();
        let mut sum = 0.0;
        let mut cumulative: Vec<f64> = merged
            .iter()
            .map(|(_, weight)| {
                sum += weight;
                sum / all
            })
            .collect();
        if let Some(last) = cumulative.last_mut() {
            *last = 1.0;
        }
        let count = values.len();
        let guide = (0..count)
            .map(|part| cumulative.partition_point(|&c| c < part as f64 / count as f64))
            .collect();
        Points { values, weights, weight: all, cumulative, guide }
    }

    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Each value with its weight.
    fn cases(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.values.iter().copied().zip(self.weights.iter().copied())
    }

    pub fn scaled(&self, factor: f64) -> Points {
        Points::new(self.cases().map(|(value, weight)| (factor * value, weight)).collect())
    }

    /// The values between two ends, both included, with the chance of that.
    pub fn truncated(&self, low: f64, high: f64) -> Option<(Points, f64)> {
        let cases: Vec<(f64, f64)> =
            self.cases().filter(|&(value, _)| low <= value && value <= high).collect();
        let mass = cases.iter().map(|(_, weight)| weight).sum::<f64>() / self.weight;
        (mass > 0.0).then(|| (Points::new(cases), mass.min(1.0)))
    }

    /// The chance of exactly this value.
    pub fn own(&self, value: f64) -> f64 {
        self.values
            .binary_search_by(|v| v.total_cmp(&value))
            .map_or(0.0, |place| self.weights[place] / self.weight)
    }
}

impl Law for Points {
    fn at(&self, chance: Chance) -> f64 {
        let last = self.values.len() - 1;
        let part = ((chance.below * self.guide.len() as f64) as usize).min(last);
        // Rounding may have put the start one value too far.
        let mut place = self.guide[part].saturating_sub(1);
        while place < last && self.cumulative[place] < chance.below {
            place += 1;
        }
        self.values[place]
    }

    fn chance(&self, x: f64) -> Chance {
        let count = self.values.partition_point(|&value| value <= x);
        Chance::from_below(if count == 0 { 0.0 } else { self.cumulative[count - 1] })
    }

    fn bounds(&self) -> (f64, f64) {
        (self.values[0], self.values[self.values.len() - 1])
    }

    fn moments(&self) -> Moments {
        let of = |h: &dyn Fn(f64) -> f64| {
            let parts: Vec<f64> = self.cases().map(|(value, weight)| weight * h(value)).collect();
            estimate::mean(&parts) * parts.len() as f64 / self.weight
        };
        let mean = of(&|x| x);
        Moments { mean, variance: of(&|x| (x - mean) * (x - mean)) }
    }

    fn parts(&self) -> super::law::Parts<'_> {
        super::law::Parts::Points(self)
    }
}
