//! One block of trials: its designs, and the trials one after the other.

use super::future::Future;
use super::luck::{Drawn, Expected};
use super::world::{Lives, Values, World};
use super::{Detail, Replay, SERIES};
use crate::design::{BLOCK, Column, Sampler};
use crate::estimate;
use crate::metric::{METRICS, Value, WEEKLY, Weeks};
use crate::model::{Model, Plan};
use crate::rng::{Component, StreamKey};
use crate::trials::{WeekStatistics, WeeklyBlock};

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
    /// Number of the block's first trial.
    first: u64,
    /// A design column for each input, then one for each coin.
    design: Vec<Vec<f64>>,
    /// For each community the streams of its components.
    keys: Vec<Vec<StreamKey>>,
    /// The coordinates and then the values of the trial at work.
    inputs: Vec<f64>,
    coins: Vec<f64>,
    future: Future,
}

impl<'a> Block<'a> {
    pub fn new(model: &'a Model, plan: Plan, number: u64) -> Block<'a> {
        let coordinates = model.inputs.iter().map(|input| &input.coordinate).chain(&model.coins);
        let design = coordinates.map(|coordinate| {
            let mut column = vec![0.0; BLOCK];
            Column::new(plan.seed, &coordinate.name, coordinate.dimension).fill(plan.sampler, number, &mut column);
            column
        });
        let streams = |id: &str| Component::ALL.iter().map(|&component| StreamKey::new(plan.seed, component, id)).collect();
        Block {
            model,
            plan,
            first: number * BLOCK as u64,
            design: design.collect(),
            keys: model.communities.iter().map(|community| streams(&community.id)).collect(),
            inputs: vec![0.0; model.inputs.len()],
            coins: vec![0.0; model.coins.len()],
            future: Future::new(model),
        }
    }

    /// Simulates as many trials as there are cells for.
    pub fn run(&mut self, cells: &mut Cells, detail: Detail) -> Option<WeeklyBlock> {
        let trials = cells.trials();
        let mut courses = (detail == Detail::Weekly).then(|| Courses::new(self.model, trials));
        for trial in 0..trials {
            let world = self.simulate(trial);
            for (cell, value) in cells.inputs.iter_mut().zip(&self.inputs) {
                cell[trial] = *value;
            }
            for (place, (values, denominators)) in cells.columns.iter_mut().enumerate() {
                let totals = &self.future.totals[place / METRICS.len()];
                match METRICS[place % METRICS.len()].value {
                    Value::Plain(value) => values[trial] = value(totals),
                    Value::Ratio(over, under) => {
                        values[trial] = over(totals);
                        if let Some(denominators) = denominators {
                            denominators[trial] = under(totals);
                        }
                    }
                }
            }
            if let Some(courses) = &mut courses {
                self.future.tell(&world);
                courses.put(trial, &self.future.weeks);
            }
        }
        courses.map(Courses::statistics)
    }

    /// One trial of the block in full.
    pub fn replay(mut self, trial: usize) -> Replay {
        let world = self.simulate(trial);
        self.future.tell(&world);
        Replay { inputs: self.inputs, scopes: self.future.totals.into_iter().zip(self.future.weeks).collect() }
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
        let expected = self.plan.sampler == Sampler::Expected;
        if !expected {
            self.model.copula.correlate(&mut self.inputs);
        }
        for (u, input) in self.inputs.iter_mut().zip(&self.model.inputs) {
            *u = input.dist.quantile(*u);
        }
        let lives = if expected { Lives::Expected } else { Lives::Drawn(&self.coins) };
        let world = World::draw(self.model, Values { inputs: &self.inputs, lives });
        for (place, keys) in self.keys.iter().enumerate() {
            if expected {
                self.future.unfold(self.model, &world, place, &mut Expected);
            } else {
                self.future.unfold(self.model, &world, place, &mut Drawn { keys, trial: self.first + trial as u64 });
            }
        }
        self.future.join(&world);
        world
    }
}

/// The weekly series of all trials of a block: `values[(series * weeks + week) * trials + trial]`.
struct Courses {
    trials: usize,
    weeks: usize,
    values: Vec<f64>,
}

impl Courses {
    fn new(model: &Model, trials: usize) -> Courses {
        Courses { trials, weeks: model.weeks, values: vec![0.0; model.scopes() * SERIES * model.weeks * trials] }
    }

    fn put(&mut self, trial: usize, scopes: &[Weeks]) {
        let series = scopes.iter().flat_map(|weeks| WEEKLY.iter().map(|metric| (metric.series)(weeks)));
        for (values, series) in self.values.chunks_exact_mut(self.weeks * self.trials).zip(series) {
            for (week, value) in series.iter().enumerate() {
                values[week * self.trials + trial] = *value;
            }
        }
    }

    fn statistics(mut self) -> WeeklyBlock {
        let of = |values: &mut [f64]| {
            let mean = estimate::mean(values);
            let [p05, p50, p95] = estimate::quantiles_by_selection(values, [0.05, 0.5, 0.95]);
            WeekStatistics { mean, p05, p50, p95 }
        };
        WeeklyBlock { trials: self.trials as u64, statistics: self.values.chunks_exact_mut(self.trials).map(of).collect() }
    }
}
