//! Streams and costs of the file's own, by the week: they enter what all communities together earn.

use crate::metric::Flows;
use crate::model::Stream;

/// What streams of the file's own bring and cost in each week.
#[derive(Clone, Debug, Default)]
pub struct Own(Vec<Part>);

#[derive(Clone, Copy, Debug, Default)]
struct Part {
    value: f64,
    cost: f64,
}

impl Own {
    pub fn begin(&mut self, weeks: usize) {
        self.0.clear();
        self.0.resize(weeks, Part::default());
    }

    /// Adds a stream; where it is undefined it counts for nothing, and its own metric says so.
    pub fn add(&mut self, stream: Stream, weeks: impl Iterator<Item = f64>) {
        for (part, amount) in self.0.iter_mut().zip(weeks) {
            let amount = if amount.is_finite() { amount } else { 0.0 };
            match stream {
                Stream::Value => part.value += amount,
                Stream::Cost => part.cost += amount,
            }
        }
    }

    /// Puts the part of a week among its flows.
    pub fn put(&self, week: usize, flows: &mut Flows) {
        if let Some(part) = self.0.get(week) {
            (flows.value_own, flows.cost_own) = (part.value, part.cost);
        }
    }

    /// Over the horizon: what comes in, and what goes out.
    pub fn sums(&self) -> [f64; 2] {
        let sum = |of: fn(&Part) -> f64| self.0.iter().map(of).sum();
        [sum(|part| part.value), sum(|part| part.cost)]
    }

    /// What has come in less what has gone out, up to the end of a week.
    pub fn cash(&self, week: usize) -> f64 {
        self.0.iter().take(week + 1).map(|part| part.value - part.cost).sum()
    }
}
