//! One block of trials: its designs, and the trials one after the other.

use super::detail::Detail;
use super::future::Future;
use super::noise::{Expected, Sampled};
use super::world::{Lives, Values, World};
use crate::design::copula::Conditional;
use crate::design::{BLOCK, Column, Sampler};
use crate::estimate;
use crate::metric::{METRICS, Measured};
use crate::model::{Coordinate, Leaf, Matrix, Model, Param, Plan};
use crate::rng::{Component, StreamKey};
use crate::trials::{Replay, WeekStatistics, WeeklyBlock};

/// Where the values of a block's trials belong: one slice for each column, all of the same length.
#[derive(Default)]
pub struct Cells<'a> {
    /// Values, or numerators with their denominators, in the order of [`Model::measured`].
    pub columns: Vec<(&'a mut [f64], Option<&'a mut [f64]>)>,
    pub inputs: Vec<&'a mut [f64]>,
}

impl Cells<'_> {
    pub fn trials(&self) -> usize {
        self.columns.first().map_or(0, |(values, _)| values.len())
    }
}

/// A block with what its trials share.
pub struct Block<'a> {
    model: &'a Model,
    plan: Plan,
    detail: Detail,
    /// Number of the block's first trial.
    first: u64,
    /// A design column for each input, then one for each coin.
    design: Vec<Vec<f64>>,
    /// The streams of the components of each community, and last those of the team.
    keys: Vec<Vec<StreamKey>>,
    /// Place in METRICS of each column, scope by scope.
    metrics: &'a [usize],
    /// The coordinates and then the values of the trial at work.
    inputs: Vec<f64>,
    coins: Vec<f64>,
    /// Values of the file's own metrics.
    formulas: Vec<f64>,
    redrawn: Option<Redrawn>,
    future: Future,
}

/// An input that is drawn anew in every trial.
struct Redrawn {
    input: usize,
    column: Vec<f64>,
    given: Conditional,
}

impl<'a> Block<'a> {
    pub fn new(model: &'a Model, plan: Plan, number: u64, detail: Detail) -> Block<'a> {
        let fill = |column: Column| {
            let mut us = vec![0.0; BLOCK];
            column.fill(plan.sampler, number, &mut us);
            us
        };
        let own = |coordinate: &Coordinate| {
            fill(Column::new(plan.seed, &coordinate.name, coordinate.dimension))
        };
        let anew = |coordinate: &Coordinate| fill(Column::anew(plan.seed, &coordinate.name));
        let coin = |coordinate: &Coordinate| {
            if plan.matrix == Matrix::AllLuck { anew(coordinate) } else { own(coordinate) }
        };
        let inputs = model.inputs.iter().map(|input| own(&input.coordinate));
        let design = inputs.chain(model.coins.iter().map(coin));
        let redrawn = match plan.matrix {
            Matrix::Redrawn(input) => Some(Redrawn {
                input,
                column: anew(&model.inputs[input].coordinate),
                given: model.copula.given_others(input),
            }),
            _ => None,
        };
        let seed = if matches!(plan.matrix, Matrix::OtherLuck | Matrix::AllLuck) {
            plan.seed ^ OTHER
        } else {
            plan.seed
        };
        let streams = |id: &str| {
            Component::all().map(|component| StreamKey::new(seed, component, id)).collect()
        };
        let owners = model.communities.iter().map(|community| community.id.as_str()).chain([TEAM]);
        Block {
            model,
            plan,
            first: number * BLOCK as u64,
            design: design.collect(),
            keys: owners.map(streams).collect(),
            metrics: &model.metrics,
            inputs: vec![0.0; model.inputs.len()],
            coins: vec![0.0; model.coins.len()],
            formulas: vec![f64::NAN; model.formulas.len()],
            redrawn,
            detail,
            future: Future::new(model, detail),
        }
    }

    /// Simulates as many trials as there are cells for.
    pub fn run(&mut self, cells: &mut Cells) -> Option<WeeklyBlock> {
        let trials = cells.trials();
        let mut courses = (self.detail == Detail::Weekly).then(|| Weekly::new(self.model, trials));
        for trial in 0..trials {
            let world = self.simulate(trial);
            for (cell, value) in cells.inputs.iter_mut().zip(&self.inputs) {
                cell[trial] = *value;
            }
            for (place, (values, denominators)) in cells.columns.iter_mut().enumerate() {
                let own = place.checked_sub(self.future.totals.len() * self.metrics.len());
                let measured = if let Some(own) = own {
                    Measured::defined(self.formulas[own])
                } else {
                    let (scope, metric) =
                        (place / self.metrics.len(), self.metrics[place % self.metrics.len()]);
                    METRICS[metric].value.of(&self.future.totals[scope])
                };
                values[trial] = measured.over;
                if let (Some(denominators), Some(under)) = (denominators, measured.under) {
                    denominators[trial] = under;
                }
            }
            if let Some(courses) = &mut courses {
                self.future.tell(&world);
                courses.put(trial, &self.future);
            }
        }
        courses.map(Weekly::statistics)
    }

    /// A trial of the block with its weeks in full.
    pub fn replay(mut self, trial: usize) -> Replay {
        let world = self.simulate(trial);
        self.future.tell(&world);
        let scopes = self
            .future
            .totals
            .iter()
            .enumerate()
            .map(|(scope, totals)| (*totals, self.future.weeks(scope).to_vec()));
        let scopes = if self.model.communities.is_empty() { Vec::new() } else { scopes.collect() };
        Replay { scopes, inputs: self.inputs, formulas: self.formulas }
    }

    /// Unfolds and joins all communities, and returns the world in which that happened.
    fn simulate(&mut self, trial: usize) -> World {
        let (inputs, coins) = self.design.split_at(self.inputs.len());
        for (u, column) in self.inputs.iter_mut().zip(inputs) {
            *u = column[trial];
        }
        for (u, column) in self.coins.iter_mut().zip(coins) {
            *u = column[trial];
        }
        let at_medians = self.plan.sampler == Sampler::Expected;
        if !at_medians {
            self.model.copula.correlate(&mut self.inputs);
        }
        if let Some(redrawn) = &self.redrawn {
            self.inputs[redrawn.input] = redrawn.given.draw(redrawn.column[trial], &self.inputs);
        }
        for (u, input) in self.inputs.iter_mut().zip(&self.model.inputs) {
            *u = input.dist.quantile(*u);
        }
        if let Matrix::At(input, value) = self.plan.matrix {
            self.inputs[input] = value;
        }
        let expected = at_medians || self.plan.matrix == Matrix::NoLuck;
        let lives = if expected { Lives::Expected } else { Lives::Sampled(&self.coins) };
        let world = World::draw(self.model, Values { inputs: &self.inputs, lives });
        if self.model.communities.is_empty() {
            self.compute();
            return world;
        }
        if expected {
            self.future.unfold(self.model, &world, &mut vec![Expected; self.keys.len()]);
        } else {
            let trial = self.first + trial as u64;
            let mut lucks: Vec<Sampled> =
                self.keys.iter().map(|keys| Sampled { keys, trial }).collect();
            self.future.unfold(self.model, &world, &mut lucks);
        }
        self.future.join(&world);
        self.compute();
        world
    }

    /// The file's own metrics, each after those that it needs.
    fn compute(&mut self) {
        for &place in &self.model.formula_order {
            let of = |leaf: &Leaf| match *leaf {
                Leaf::Param(Param::Fixed(value)) => value,
                Leaf::Param(Param::Input(input)) => self.inputs[input],
                Leaf::Metric(metric) => METRICS[metric].value.of(&self.future.totals[0]).value(),
                Leaf::Formula(other) => self.formulas[other],
            };
            self.formulas[place] = self.model.formulas[place].expr.value(&of);
        }
    }
}

/// Sets a second luck apart from the first.
const OTHER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The name under which the team draws: no community has it.
pub const TEAM: &str = "";

/// The weekly series of all trials of a block: of series `s`, scope by scope, in week `t` at
/// `(s * weeks + t) * trials`.
struct Weekly {
    trials: usize,
    weeks: usize,
    scopes: usize,
    /// Places in METRICS.
    metrics: Vec<usize>,
    values: Vec<f64>,
    /// Denominators, of those metrics that have any.
    under: Vec<Vec<f64>>,
}

impl Weekly {
    fn new(model: &Model, trials: usize) -> Weekly {
        let metrics: Vec<usize> = model.weekly().collect();
        let (weeks, scopes) = (model.weeks, model.scopes());
        let series = std::iter::repeat_n(&metrics, scopes).flatten();
        let under = |&metric: &usize| {
            if METRICS[metric].value.is_ratio() { vec![0.0; weeks * trials] } else { Vec::new() }
        };
        Weekly {
            trials,
            weeks,
            scopes,
            under: series.map(under).collect(),
            values: vec![0.0; scopes * metrics.len() * weeks * trials],
            metrics,
        }
    }

    fn put(&mut self, trial: usize, future: &Future) {
        for scope in 0..self.scopes {
            let weeks = future.weeks(scope);
            for (place, &metric) in self.metrics.iter().enumerate() {
                let series = scope * self.metrics.len() + place;
                let values = &mut self.values[series * self.weeks * self.trials..];
                for (week, counted) in weeks.iter().enumerate() {
                    let Some(measured) = METRICS[metric].value.of_week(counted) else { continue };
                    values[week * self.trials + trial] = measured.over;
                    if let Some(under) = measured.under {
                        self.under[series][week * self.trials + trial] = under;
                    }
                }
            }
        }
    }

    fn statistics(mut self) -> WeeklyBlock {
        let mut statistics = Vec::with_capacity(self.scopes * self.metrics.len() * self.weeks);
        for (place, values) in self.values.chunks_exact_mut(self.trials).enumerate() {
            let (series, week) = (place / self.weeks, place % self.weeks);
            let under = self.under[series].get(week * self.trials..(week + 1) * self.trials);
            let worst = METRICS[self.metrics[series % self.metrics.len()]].better.worst();
            statistics.push(week_statistics(values, under.unwrap_or_default(), worst));
        }
        WeeklyBlock::of(self.trials as u64, statistics)
    }
}

/// Mean and percentiles of a week; of a ratio, the ratio of the means, and its undefined trials
/// rank as `worst`.
fn week_statistics(values: &mut [f64], under: &[f64], worst: f64) -> WeekStatistics {
    let mut mean = estimate::mean(values);
    if !under.is_empty() {
        mean /= estimate::mean(under);
        for (value, &under) in values.iter_mut().zip(under) {
            *value = if under == 0.0 { worst } else { *value / under };
        }
    }
    let first = values[0];
    if values.iter().all(|value| *value == first) {
        return WeekStatistics { mean, p05: first, p50: first, p95: first };
    }
    let [p05, p50, p95] = estimate::quantiles_by_selection(values, [0.05, 0.5, 0.95]);
    WeekStatistics { mean, p05, p50, p95 }
}
