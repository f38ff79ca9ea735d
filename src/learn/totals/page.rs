//! The density of a model's inputs, given totals of some periods.

use reachsim_core::design::Sampler;
use reachsim_core::engine::{self, Twin};
use reachsim_core::metric::Measured;
use reachsim_core::model::{Input, Matrix, Model, Plan};
use reachsim_core::rng::StreamKey;

use super::curve::Curve;
use super::luck::Luck;
use super::prior::{Prior, chance};
use super::scale::{Form, Total};
use super::target::{Target, half_square};

/// A period with what was counted in it.
#[derive(Clone, Debug)]
pub struct Episode<'a> {
    /// The scenario's model with the start and the weeks of the period. Its inputs are those of the
    /// scenario, by their keys; what it has beyond them is held at its median.
    pub model: &'a Model,
    pub totals: Vec<Total>,
}

/// An episode whose inputs are found among those of the scenario.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    pub model: &'a Model,
    pub totals: Vec<Total>,
    /// For each input its place among those of the scenario.
    places: Vec<Option<usize>>,
    /// The values of all inputs at their medians.
    medians: Vec<f64>,
}

impl<'a> Scene<'a> {
    pub fn of(episode: &Episode<'a>, model: &Model) -> Scene<'a> {
        let place = |input: &Input| model.inputs.iter().position(|own| own.key == input.key);
        Scene {
            model: episode.model,
            totals: episode.totals.clone(),
            places: episode.model.inputs.iter().map(place).collect(),
            medians: episode.model.inputs.iter().map(|input| input.dist.quantile(0.5)).collect(),
        }
    }

    /// What is expected of the totals, in the units of their metrics, with these values of the
    /// scenario's inputs; an input without a value is at its median.
    pub fn expected(&self, values: &[Option<f64>], stage: &mut Stage, put: &mut Vec<f64>) {
        self.fill(values, &mut stage.inputs);
        stage.twin.unfold(&stage.inputs);
        put.clear();
        put.extend(self.totals.iter().map(|total| stage.twin.measured(total.column).value()));
    }

    fn fill(&self, values: &[Option<f64>], inputs: &mut [f64]) {
        for ((to, median), place) in inputs.iter_mut().zip(&self.medians).zip(&self.places) {
            *to = place.and_then(|place| values[place]).unwrap_or(*median);
        }
    }

    /// Totals in so many futures of these values, a row for each.
    pub fn futures(&self, values: &[Option<f64>], seed: u64, trials: u64) -> Vec<Vec<f64>> {
        let plan = Plan { trials, seed, sampler: Sampler::Random, matrix: Matrix::Own };
        let mut inputs = self.medians.clone();
        self.fill(values, &mut inputs);
        let columns: Vec<_> = self.totals.iter().map(|total| total.column).collect();
        let found = engine::futures_at(self.model, plan, &inputs, &columns);
        found.into_iter().map(|row| row.into_iter().map(Measured::value).collect()).collect()
    }

    pub fn stage(&self) -> Stage<'a> {
        Stage { twin: Twin::new(self.model), inputs: self.medians.clone() }
    }
}

/// Room in which one episode unfolds.
pub struct Stage<'a> {
    twin: Twin<'a>,
    inputs: Vec<f64>,
}

/// The posterior density.
#[derive(Clone)]
pub struct Page<'a> {
    pub inputs: &'a [Input],
    pub scenes: Vec<Scene<'a>>,
    pub prior: Prior,
    /// The totals of each scene on their scales.
    pub forms: Vec<Vec<Form>>,
    pub lucks: Vec<Luck>,
    /// What other data say, by the place of the input among those that matter.
    pub curves: Vec<(usize, Curve)>,
}

/// Room of a thread.
pub struct Room<'a> {
    stages: Vec<Stage<'a>>,
    scores: Vec<f64>,
    values: Vec<Option<f64>>,
    expected: Vec<f64>,
}

impl<'a> Page<'a> {
    /// The same prior with the totals of some lucks alone.
    pub fn only(&self, lucks: Vec<Luck>) -> Page<'a> {
        Page { lucks, curves: Vec::new(), ..self.clone() }
    }

    /// Values of the inputs that matter, from their coordinates.
    pub fn values(&self, w: &[f64], room: &mut Room) {
        self.prior.scores(w, &mut room.scores);
        self.settle(room);
    }

    /// ln L at the normal scores of all inputs, up to the constant of the density.
    pub fn ln_likelihood(&self, z: &[f64]) -> f64 {
        let (mut room, mut residuals) = (self.room(), Vec::new());
        for (score, &place) in room.scores.iter_mut().zip(self.prior.active()) {
            *score = z[place];
        }
        self.settle(&mut room);
        self.compare(&mut room, &mut residuals);
        -half_square(&residuals)
    }

    /// Values of the inputs that matter, from the scores in the room.
    fn settle(&self, room: &mut Room) {
        for (&place, &z) in self.prior.active().iter().zip(&room.scores) {
            room.values[place] = Some(self.inputs[place].dist.quantile(chance(z)));
        }
    }

    /// Residuals of what is expected with the values in the room.
    fn compare(&self, room: &mut Room<'a>, residuals: &mut Vec<f64>) {
        residuals.clear();
        for (scene, luck) in self.lucks.iter().enumerate() {
            luck.residuals(self.expected(scene, room), residuals);
        }
        let curves = self.curves.iter();
        residuals.extend(curves.map(|(place, curve)| curve.residual(room.scores[*place])));
    }

    /// What is expected of the totals of an episode with the values in the room.
    pub fn expected<'b>(&self, scene: usize, room: &'b mut Room<'a>) -> &'b [f64] {
        let Room { stages, values, expected, .. } = room;
        self.scenes[scene].expected(values, &mut stages[scene], expected);
        expected
    }

    /// The luck of all totals around a place, from futures of a seed.
    pub fn lucks_at(&self, w: &[f64], seed: u64, futures: u64) -> Vec<Luck> {
        let mut room = self.room();
        self.values(w, &mut room);
        let luck = |scene: usize| {
            let key = StreamKey::named(seed, "totals", &format!("luck {scene}"));
            let rows = self.scenes[scene].futures(&room.values, key.word(), futures);
            let expected = self.expected(scene, &mut room);
            Luck::of(&self.forms[scene], &rows, expected)
        };
        (0..self.scenes.len()).map(luck).collect()
    }
}

impl<'a> Target for Page<'a> {
    type Room = Room<'a>;

    fn dimension(&self) -> usize {
        self.prior.active().len()
    }

    fn room(&self) -> Room<'a> {
        Room {
            stages: self.scenes.iter().map(Scene::stage).collect(),
            scores: vec![0.0; self.dimension()],
            values: vec![None; self.inputs.len()],
            expected: Vec::new(),
        }
    }

    fn residuals(&self, w: &[f64], room: &mut Room<'a>, residuals: &mut Vec<f64>) {
        self.values(w, room);
        self.compare(room, residuals);
    }
}
