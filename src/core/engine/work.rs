//! A trial at work: the values of its inputs, what unfolds from them, and what it comes to.

use super::again::Before;
use super::detail::Detail;
use super::future::Future;
use super::noise::{Expected, Sampled};
use super::world::{Lives, Values, World};
use crate::metric::{METRICS, Measured};
use crate::model::{Leaf, Model, Param, Stream};
use crate::rng::{Component, StreamKey};

/// A trial in space that the next one uses again.
pub struct Work<'a> {
    model: &'a Model,
    /// The streams of the components of each community, and last those of the team.
    keys: Vec<Vec<StreamKey>>,
    /// The coordinates and then the values of its inputs.
    pub inputs: Vec<f64>,
    /// The coordinates of what luck decides once a trial.
    pub coins: Vec<f64>,
    /// Values of the file's own metrics.
    pub formulas: Vec<f64>,
    pub future: Future,
    /// Whether every event is met by its expectation.
    is_expected: bool,
}

/// What happens in a trial beside its inputs.
#[derive(Clone, Copy, Debug)]
pub enum Luck {
    /// Every event is met by its expectation.
    Expected,
    /// It is drawn from the streams of a seed.
    Drawn(u64),
}

/// The name under which the team draws: no community has it.
pub const TEAM: &str = "";

impl<'a> Work<'a> {
    pub fn new(model: &'a Model, luck: Luck, detail: Detail) -> Work<'a> {
        let (seed, is_expected) = match luck {
            Luck::Expected => (0, true),
            Luck::Drawn(seed) => (seed, false),
        };
        let streams = |id: &str| {
            Component::all().map(|component| StreamKey::new(seed, component, id)).collect()
        };
        let owners = model.communities.iter().map(|community| community.id.as_str()).chain([TEAM]);
        Work {
            model,
            keys: owners.map(streams).collect(),
            inputs: vec![0.0; model.inputs.len()],
            coins: vec![0.0; model.coins.len()],
            formulas: vec![f64::NAN; model.formulas.len()],
            future: Future::new(model, detail),
            is_expected,
        }
    }

    /// Unfolds and joins all communities with the inputs at work, and returns the world in which
    /// that happened.
    pub fn simulate(&mut self, trial: u64) -> World {
        let world = self.world();
        if !self.model.communities.is_empty() {
            self.unfold(&world, trial);
        }
        self.compute(&world);
        world
    }

    /// What the trial at work came to in a column, by its place among [`Model::measured`].
    pub fn measured(&self, place: usize) -> Measured {
        if let Some(own) = place.checked_sub(self.future.totals.len() * self.model.metrics.len()) {
            return match self.model.by_role(own) {
                Some(of) => Measured { over: self.future.of_role(of.role, of.count), under: None },
                None => Measured::defined(self.formulas[own]),
            };
        }
        let (scope, metric) = (
            place / self.model.metrics.len(),
            self.model.metrics[place % self.model.metrics.len()],
        );
        METRICS[metric].value.of(&self.future.totals[scope])
    }

    /// The world of the inputs at work.
    pub fn world(&self) -> World {
        let lives = if self.is_expected { Lives::Expected } else { Lives::Sampled(&self.coins) };
        World::draw(self.model, Values { inputs: &self.inputs, lives })
    }

    /// Unfolds some communities again, where the others do not notice.
    pub fn unfold_again(&mut self, world: &World, trial: u64, places: &[usize]) -> Option<Before> {
        if self.is_expected || places.len() == self.model.communities.len() {
            return None;
        }
        let mut lucks: Vec<Sampled> =
            self.keys.iter().map(|keys| Sampled { keys, trial }).collect();
        self.future.unfold_again(self.model, world, places, &mut lucks)
    }

    /// Unfolds and joins all communities of a world.
    pub fn unfold(&mut self, world: &World, trial: u64) {
        if self.is_expected {
            self.future.unfold(self.model, world, &mut vec![Expected; self.keys.len()]);
        } else {
            let mut lucks: Vec<Sampled> =
                self.keys.iter().map(|keys| Sampled { keys, trial }).collect();
            self.future.unfold(self.model, world, &mut lucks);
        }
        self.future.join(world);
    }

    /// The file's own metrics, each after those that it needs.
    pub fn compute(&mut self, world: &World) {
        let mut streams = self.model.streams().count();
        if streams > 0 {
            self.future.own.begin(self.model.weeks);
        }
        for &place in &self.model.formula_order {
            let formula = &self.model.formulas[place];
            self.formulas[place] = match formula.stream {
                None => self.value(place, 0),
                Some(stream) => {
                    let value = self.stream(place, stream);
                    streams -= 1;
                    if streams == 0 {
                        self.future.earn(world);
                    }
                    value
                }
            };
        }
    }

    /// A stream over the horizon; each week has its own part of it.
    fn stream(&mut self, place: usize, stream: Stream) -> f64 {
        let weeks = self.model.weeks;
        if self.model.formulas[place].is_weekly() {
            let parts: Vec<f64> = (0..weeks).map(|week| self.value(place, week)).collect();
            self.future.own.add(stream, parts.iter().copied());
            return parts.iter().sum();
        }
        let value = self.value(place, 0);
        self.future.own.add(stream, std::iter::repeat_n(value / weeks as f64, weeks));
        value
    }

    /// A metric of the file's own, of which what is weekly is that of a week.
    fn value(&self, place: usize, week: usize) -> f64 {
        let of = |leaf: &Leaf| match *leaf {
            Leaf::Param(Param::Fixed(value)) => value,
            Leaf::Param(Param::Input(input)) => self.inputs[input],
            Leaf::Metric(metric) => METRICS[metric].value.of(&self.future.totals[0]).value(),
            Leaf::Weekly(metric) => self.future.flow(METRICS[metric].value, week),
            Leaf::Formula(other) => self.formulas[other],
            Leaf::OfRole(place) => {
                let of = &self.model.by_role[place];
                self.future.of_role(of.role, of.count)
            }
        };
        self.model.formulas[place].expr.value(&of)
    }
}
