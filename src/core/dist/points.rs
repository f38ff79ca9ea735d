//! Distributions of single values: cases with weights, and samples.

use super::cases::Cases;
use super::law::{Law, Moments, Parts};
use crate::chance::Chance;
use crate::estimate;

/// A few values, each with its chance. A sample is one of them too: its observed values, each as
/// often as it was seen.
#[derive(Clone, Debug)]
pub struct Points {
    cases: Cases,
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
    pub fn new(cases: Vec<(f64, f64)>) -> Points {
        Points::of(Cases::new(cases))
    }

    /// The law of values with their weights.
    pub fn of(cases: Cases) -> Points {
        let mut sum = 0.0;
        let mut cumulative: Vec<f64> = cases
            .weights()
            .iter()
            .map(|weight| {
                sum += weight;
                sum / cases.weight()
            })
            .collect();
        if let Some(last) = cumulative.last_mut() {
            *last = 1.0;
        }
        let count = cumulative.len();
        let guide = (0..count)
            .map(|part| cumulative.partition_point(|&c| c < part as f64 / count as f64))
            .collect();
        Points { cases, cumulative, guide }
    }
}

impl Law for Points {
    fn at(&self, chance: Chance) -> f64 {
        let last = self.cases.values().len() - 1;
        let part = ((chance.below * self.guide.len() as f64) as usize).min(last);
        // Rounding may have put the start one value too far.
        let mut place = self.guide[part].saturating_sub(1);
        while place < last && self.cumulative[place] < chance.below {
            place += 1;
        }
        self.cases.values()[place]
    }

    fn chance(&self, x: f64) -> Chance {
        let count = self.cases.values().partition_point(|&value| value <= x);
        Chance::from_below(if count == 0 { 0.0 } else { self.cumulative[count - 1] })
    }

    fn bounds(&self) -> (f64, f64) {
        let values = self.cases.values();
        (values[0], values[values.len() - 1])
    }

    fn moments(&self) -> Moments {
        let of = |h: &dyn Fn(f64) -> f64| {
            let parts: Vec<f64> =
                self.cases.pairs().map(|(value, weight)| weight * h(value)).collect();
            estimate::mean(&parts) * parts.len() as f64 / self.cases.weight()
        };
        let mean = of(&|x| x);
        Moments { mean, variance: of(&|x| (x - mean) * (x - mean)) }
    }

    fn parts(&self) -> Parts<'_> {
        Parts::Cases(&self.cases)
    }
}
