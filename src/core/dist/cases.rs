//! Values, each with its weight.

/// A few values and how much each weighs; of a sample, its observed values, each as often as it was
/// seen.
#[derive(Clone, Debug)]
pub struct Cases {
    /// The values, ascending, each once.
    values: Vec<f64>,
    /// The weight of each value.
    weights: Vec<f64>,
    /// The sum of the weights.
    weight: f64,
}

impl Cases {
    /// Collects values in any order with weights of zero or more, of which one at least is above
    /// zero.
    pub fn new(mut cases: Vec<(f64, f64)>) -> Cases {
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
        let (values, weights): (Vec<f64>, Vec<f64>) = merged.into_iter().unzip();
        let weight = weights.iter().sum();
        Cases { values, weights, weight }
    }

    pub fn values(&self) -> &[f64] {
        &self.values
    }

    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The sum of the weights.
    pub fn weight(&self) -> f64 {
        self.weight
    }

    /// Each value with its weight.
    pub fn pairs(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.values.iter().copied().zip(self.weights.iter().copied())
    }

    pub fn scaled(&self, factor: f64) -> Cases {
        Cases::new(self.pairs().map(|(value, weight)| (factor * value, weight)).collect())
    }

    /// The values between two ends, both included, with the chance of that.
    pub fn truncated(&self, low: f64, high: f64) -> Option<(Cases, f64)> {
        let cases: Vec<(f64, f64)> =
            self.pairs().filter(|&(value, _)| low <= value && value <= high).collect();
        let mass = cases.iter().map(|(_, weight)| weight).sum::<f64>() / self.weight;
        (mass > 0.0).then(|| (Cases::new(cases), mass.min(1.0)))
    }

    /// The chance of exactly this value.
    pub fn own(&self, value: f64) -> f64 {
        self.values
            .binary_search_by(|v| v.total_cmp(&value))
            .map_or(0.0, |place| self.weights[place] / self.weight)
    }
}
