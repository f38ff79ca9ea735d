//! One block of trials: its designs, and the trials one after the other.

use super::detail::Detail;
use super::future::Future;
use super::weekly::Weekly;
use super::work::{Luck, Work};
use super::world::World;
use crate::design::copula::Conditional;
use crate::design::{BLOCK, Column, Sampler};
use crate::metric::Measured;
use crate::model::{Coordinate, Matrix, Model, Plan};
use crate::trials::{Replay, WeeklyBlock};
use crate::watch::Watch;

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
    redrawn: Option<Redrawn>,
    work: Work<'a>,
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
        let is_expected = plan.sampler == Sampler::Expected || plan.matrix == Matrix::NoLuck;
        let luck = if is_expected { Luck::Expected } else { Luck::Drawn(seed) };
        Block {
            model,
            plan,
            first: number * BLOCK as u64,
            design: design.collect(),
            redrawn,
            detail,
            work: Work::new(model, luck, detail),
        }
    }

    /// Simulates as many trials as there are cells for, beginning with one of the block's; `None`
    /// where `watch` ended it, and where the weeks are not wanted.
    pub fn run(
        &mut self,
        from: usize,
        cells: &mut Cells,
        watch: &impl Watch,
    ) -> Option<WeeklyBlock> {
        let trials = cells.trials();
        if self.detail == Detail::Totals {
            self.pass(from, cells, None, watch);
            return None;
        }
        // What the weeks take room for in all scopes at once is too much of many communities: then
        // the same trials are simulated again for the scopes that follow.
        let most = Weekly::scopes_at_once(self.model, trials);
        let (mut found, mut first) = (WeeklyBlock::default(), 0);
        while first < self.model.scopes() {
            let scopes = first..(first + most).min(self.model.scopes());
            first = scopes.end;
            let mut weekly = Weekly::new(self.model, trials, scopes);
            self.pass(from, cells, Some(&mut weekly), watch);
            if watch.stopped() {
                return None;
            }
            weekly.put_statistics(self.model, &mut found);
        }
        Some(found.over(trials as u64))
    }

    /// Simulates all trials, and writes their weeks down where they are wanted.
    fn pass(
        &mut self,
        from: usize,
        cells: &mut Cells,
        mut weekly: Option<&mut Weekly>,
        watch: &impl Watch,
    ) {
        let trials = cells.trials();
        let is_first = weekly.as_ref().is_none_or(|weekly| weekly.scopes.start == 0);
        for trial in 0..trials {
            if trial.is_multiple_of(STEPS) && watch.stopped() {
                return;
            }
            let world = self.simulate(from + trial);
            if is_first {
                self.fill(cells, trial);
                if (trial + 1).is_multiple_of(STEPS) || trial + 1 == trials {
                    watch.done(1 + (trial % STEPS) as u64);
                }
            }
            if let Some(weekly) = &mut weekly {
                self.work.future.tell(&world);
                weekly.put(trial, &self.work.future);
            }
        }
    }

    /// Writes down what the trial came to.
    fn fill(&self, cells: &mut Cells, trial: usize) {
        for (cell, value) in cells.inputs.iter_mut().zip(&self.work.inputs) {
            cell[trial] = *value;
        }
        for (place, (values, denominators)) in cells.columns.iter_mut().enumerate() {
            let measured = self.work.measured(place);
            values[trial] = measured.over;
            if let (Some(denominators), Some(under)) = (denominators, measured.under) {
                denominators[trial] = under;
            }
        }
    }

    /// What a column comes to in a trial with each of some inputs at either of two values in turn,
    /// everything else as it falls. What does not depend on the input is not simulated again, nor
    /// is a second value that equals the first.
    pub fn turn(
        &mut self,
        trial: usize,
        turn: &mut Turn<impl Watch>,
        mut put: impl FnMut(Measured),
    ) {
        self.work.future.record();
        let mut world = self.simulate(trial);
        let number = self.first + trial as u64;
        for ends in turn.ends {
            if turn.watch.stopped() {
                return;
            }
            let own = self.work.inputs[ends.input];
            let mut last = None;
            for value in ends.values {
                if let Some((_, measured)) = last.filter(|(of, _)| *of == value) {
                    put(measured);
                    continue;
                }
                self.work.inputs[ends.input] = value;
                let mut other = self.work.world();
                let is_empty = self.model.communities.is_empty();
                let measured = match changed(&mut world, &mut other) {
                    some if is_empty || some.as_ref().is_some_and(Vec::is_empty) => {
                        self.work.compute(&other);
                        self.work.measured(turn.column)
                    }
                    some => {
                        let before =
                            some.and_then(|places| self.work.unfold_again(&other, number, &places));
                        if before.is_none() {
                            std::mem::swap(&mut self.work.future, &mut turn.room);
                            self.work.unfold(&other, number);
                        }
                        self.work.compute(&other);
                        let measured = self.work.measured(turn.column);
                        match before {
                            Some(before) => self.work.future.restore(before),
                            None => std::mem::swap(&mut self.work.future, &mut turn.room),
                        }
                        measured
                    }
                };
                put(measured);
                last = Some((value, measured));
            }
            self.work.inputs[ends.input] = own;
            turn.watch.done(ends.values.len() as u64);
        }
    }

    /// A trial of the block with its weeks in full.
    pub fn replay(mut self, trial: usize) -> Replay {
        let world = self.simulate(trial);
        self.work.future.tell(&world);
        let scopes = self
            .work
            .future
            .totals
            .iter()
            .enumerate()
            .map(|(scope, totals)| (*totals, self.work.future.weeks(scope).to_vec()));
        let scopes = if self.model.communities.is_empty() { Vec::new() } else { scopes.collect() };
        let by_role =
            self.model.by_role.iter().map(|of| self.work.future.of_role(of.role, of.count));
        let own = self.work.formulas.iter().copied().chain(by_role).collect();
        Replay { scopes, inputs: self.work.inputs, own }
    }

    /// Simulates so many trials, and shows each with its weeks.
    pub fn show(&mut self, trials: usize, watch: &impl Watch, mut shown: impl FnMut(&Future)) {
        for trial in (0..trials).take_while(|_| !watch.stopped()) {
            let world = self.simulate(trial);
            self.work.future.tell(&world);
            shown(&self.work.future);
        }
        watch.done(trials as u64);
    }

    /// Unfolds and joins all communities, and returns the world in which that happened.
    fn simulate(&mut self, trial: usize) -> World {
        let Work { inputs, coins, .. } = &mut self.work;
        let (columns, of_coins) = self.design.split_at(inputs.len());
        for (u, column) in inputs.iter_mut().zip(columns) {
            *u = column[trial];
        }
        for (u, column) in coins.iter_mut().zip(of_coins) {
            *u = column[trial];
        }
        let at_medians = self.plan.sampler == Sampler::Expected;
        if !at_medians {
            self.model.copula.correlate(inputs);
        }
        if let Some(redrawn) = &self.redrawn {
            inputs[redrawn.input] = redrawn.given.draw(redrawn.column[trial], inputs);
        }
        for (u, input) in inputs.iter_mut().zip(&self.model.inputs) {
            *u = input.dist.quantile(*u);
        }
        self.work.simulate(self.first + trial as u64)
    }
}

/// Sets a second luck apart from the first.
const OTHER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Places of the communities that differ between two worlds; `None` where anything else does.
fn changed(one: &mut World, other: &mut World) -> Option<Vec<usize>> {
    let ours = std::mem::take(&mut one.communities);
    let theirs = std::mem::take(&mut other.communities);
    let is_same = one == other;
    let places = (0..ours.len()).filter(|&place| ours[place] != theirs[place]).collect();
    (one.communities, other.communities) = (ours, theirs);
    is_same.then_some(places)
}

/// Inputs that are turned to other values, one at a time.
pub struct Turn<'a, W> {
    pub ends: &'a [Ends],
    /// Place among [`Model::measured`] of the column that is looked at.
    pub column: usize,
    /// Room for another future.
    pub room: Future,
    pub watch: &'a W,
}

/// An input, and two values of it.
#[derive(Clone, Copy, Debug)]
pub struct Ends {
    pub input: usize,
    pub values: [f64; 2],
}

/// Trials after which progress is told.
const STEPS: usize = 50;
