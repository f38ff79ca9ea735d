//! Which inputs the totals depend on.

use rayon::prelude::*;
use reachsim_core::model::Input;

use super::page::{Scene, Stage};
use super::prior::chance;

/// Places at which inputs are moved, as normal scores of all of them.
pub struct Bases<'a> {
    pub inputs: &'a [Input],
    pub scenes: &'a [Scene<'a>],
    pub scores: &'a [Vec<f64>],
}

/// Normal scores to which an input is moved.
const ENDS: [f64; 2] = [-1.5, 1.5];
/// A change of this share of a total is none: far below any luck.
const UNMOVED: f64 = 1e-6;

impl Bases<'_> {
    fn stages(&self) -> Vec<Stage<'_>> {
        self.scenes.iter().map(Scene::stage).collect()
    }

    /// What is expected of the totals of each scene at each place, in the units of their metrics.
    pub fn expected(&self) -> Vec<Vec<Vec<f64>>> {
        let mut stages = self.stages();
        let at = |scores: &Vec<f64>| self.all(&self.values(scores), &mut stages);
        self.scores.iter().map(at).collect()
    }

    /// Ascending places of the inputs that move any total from any of the places.
    pub fn reaching(&self) -> Vec<usize> {
        let at_rest = self.expected();
        let reaches = |stages: &mut Vec<Stage>, input: usize| {
            self.scores.iter().zip(&at_rest).any(|(scores, at_rest)| {
                let mut values = self.values(scores);
                ENDS.iter().any(|&end| {
                    values[input] = Some(self.inputs[input].dist.quantile(chance(end)));
                    differ(at_rest, &self.all(&values, stages))
                })
            })
        };
        let found: Vec<bool> =
            (0..self.inputs.len()).into_par_iter().map_init(|| self.stages(), reaches).collect();
        (0..found.len()).filter(|&input| found[input]).collect()
    }

    fn values(&self, scores: &[f64]) -> Vec<Option<f64>> {
        let value = |(input, &z): (&Input, &f64)| Some(input.dist.quantile(chance(z)));
        self.inputs.iter().zip(scores).map(value).collect()
    }

    fn all(&self, values: &[Option<f64>], stages: &mut [Stage]) -> Vec<Vec<f64>> {
        let scene = |(scene, stage): (&Scene, &mut Stage)| {
            let mut expected = Vec::new();
            scene.expected(values, stage, &mut expected);
            expected
        };
        self.scenes.iter().zip(stages).map(scene).collect()
    }
}

fn differ(one: &[Vec<f64>], other: &[Vec<f64>]) -> bool {
    one.iter().flatten().zip(other.iter().flatten()).any(|(a, b)| {
        a.is_finite() != b.is_finite() || (a - b).abs() > UNMOVED * a.abs().max(b.abs())
    })
}
