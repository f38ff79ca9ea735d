//! The inputs of a model as independent standard normal coordinates.

use reachsim_core::algebra::Matrix;
use reachsim_core::design::copula::Copula;
use reachsim_core::normal;

use super::root::Root;

/// Coordinates w of the inputs, those first on which something depends: the normal scores are
/// z = L w, where L L' are their correlations. So what nothing depends on has coordinates of its
/// own, which no data move, and takes from the others only what ties them.
#[derive(Clone, Debug)]
pub struct Prior {
    /// Places of the inputs in the order of the coordinates.
    order: Vec<usize>,
    /// How many of them matter.
    active: usize,
    root: Root,
}

/// The outermost coordinates of an input.
const LEAST: f64 = 1.110_223_024_625_156_5e-16;

/// The coordinate in (0, 1) of a normal score.
pub fn chance(z: f64) -> f64 {
    normal::cdf(z).clamp(LEAST, 1.0 - LEAST)
}

impl Prior {
    /// Coordinates of so many inputs, of which those of some ascending places matter.
    pub fn new(copula: &Copula, count: usize, active: &[usize]) -> Prior {
        let rest = (0..count).filter(|place| active.binary_search(place).is_err());
        let order: Vec<usize> = active.iter().copied().chain(rest).collect();
        let row = |&a: &usize| order.iter().map(|&b| copula.of_scores(a, b)).collect();
        let scores: Matrix = order.iter().map(row).collect();
        Prior { root: Root::of(&scores), active: active.len(), order }
    }

    /// Places of the inputs that matter.
    pub fn active(&self) -> &[usize] {
        &self.order[..self.active]
    }

    /// Places of those that do not, in the order of their coordinates.
    pub fn passive(&self) -> &[usize] {
        &self.order[self.active..]
    }

    /// Normal scores of the inputs that matter, in their order, from their coordinates.
    pub fn scores(&self, w: &[f64], z: &mut [f64]) {
        self.root.times(w, z);
    }

    /// Normal scores of all inputs, in the order of the model, from all coordinates.
    pub fn all_scores(&self, w: &[f64]) -> Vec<f64> {
        let (mut ordered, mut z) = (vec![0.0; w.len()], vec![0.0; w.len()]);
        self.root.times(w, &mut ordered);
        for (&place, score) in self.order.iter().zip(ordered) {
            z[place] = score;
        }
        z
    }
}
