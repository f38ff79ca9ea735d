//! One block of trials: its designs, and the trials one after the other.

use std::ops::Range;

use super::again::Before;
use super::detail::Detail;
use super::future::Future;
use super::noise::{Expected, Sampled};
use super::world::{Lives, Values, World};
use crate::design::copula::Conditional;
use crate::design::{BLOCK, Column, Sampler};
use crate::estimate;
use crate::metric::{METRICS, Measured};
use crate::model::{Coordinate, Leaf, Matrix, Model, Param, Plan, Stream};
use crate::rng::{Component, StreamKey};
use crate::trials::{Replay, WeekStatistics, WeeklyBlock};
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

    /// Simulates as many trials as there are cells for; `None` where `watch` ended it, and where
    /// the weeks are not wanted.
    pub fn run(&mut self, cells: &mut Cells, watch: &impl Watch) -> Option<WeeklyBlock> {
        let trials = cells.trials();
        if self.detail == Detail::Totals {
            self.pass(cells, None, watch);
            return None;
        }
        // What the weeks take room for in all scopes at once is too much of many communities: then
        // the same trials are simulated again for the scopes that follow.
        let most = Weekly::scopes_at_once(self.model, trials);
        let (mut statistics, mut first) = (Vec::new(), 0);
        while first < self.model.scopes() {
            let scopes = first..(first + most).min(self.model.scopes());
            first = scopes.end;
            let mut weekly = Weekly::new(self.model, trials, scopes);
            self.pass(cells, Some(&mut weekly), watch);
            if watch.stopped() {
                return None;
            }
            weekly.put_statistics(&mut statistics);
        }
        Some(WeeklyBlock::of(trials as u64, statistics))
    }

    /// Simulates all trials, and writes their weeks down where they are wanted.
    fn pass(&mut self, cells: &mut Cells, mut weekly: Option<&mut Weekly>, watch: &impl Watch) {
        let trials = cells.trials();
        let is_first = weekly.as_ref().is_none_or(|weekly| weekly.scopes.start == 0);
        for trial in 0..trials {
            if trial.is_multiple_of(STEPS) && watch.stopped() {
                return;
            }
            let world = self.simulate(trial);
            if is_first {
                self.fill(cells, trial);
                if (trial + 1).is_multiple_of(STEPS) || trial + 1 == trials {
                    watch.done(1 + (trial % STEPS) as u64);
                }
            }
            if let Some(weekly) = &mut weekly {
                self.future.tell(&world);
                weekly.put(trial, &self.future);
            }
        }
    }

    /// Writes down what the trial came to.
    fn fill(&self, cells: &mut Cells, trial: usize) {
        for (cell, value) in cells.inputs.iter_mut().zip(&self.inputs) {
            cell[trial] = *value;
        }
        for (place, (values, denominators)) in cells.columns.iter_mut().enumerate() {
            let measured = self.measured(place);
            values[trial] = measured.over;
            if let (Some(denominators), Some(under)) = (denominators, measured.under) {
                denominators[trial] = under;
            }
        }
    }

    /// What the trial at work came to in a column, by its place among [`Model::measured`].
    fn measured(&self, place: usize) -> Measured {
        if let Some(own) = place.checked_sub(self.future.totals.len() * self.metrics.len()) {
            return match self.model.by_role(own) {
                Some(of) => Measured { over: self.future.of_role(of.role, of.count), under: None },
                None => Measured::defined(self.formulas[own]),
            };
        }
        let (scope, metric) =
            (place / self.metrics.len(), self.metrics[place % self.metrics.len()]);
        METRICS[metric].value.of(&self.future.totals[scope])
    }

    /// What a column comes to in a trial with each of some inputs at either of two values in turn,
    /// everything else as it falls. What does not depend on the input is not simulated again.
    pub fn turn(
        &mut self,
        trial: usize,
        turn: &mut Turn<impl Watch>,
        mut put: impl FnMut(Measured),
    ) {
        self.future.record();
        let mut world = self.simulate(trial);
        for ends in turn.ends {
            if turn.watch.stopped() {
                return;
            }
            let own = self.inputs[ends.input];
            for value in ends.values {
                self.inputs[ends.input] = value;
                let mut other = self.world();
                let is_empty = self.model.communities.is_empty();
                match changed(&mut world, &mut other) {
                    some if is_empty || some.as_ref().is_some_and(Vec::is_empty) => {
                        self.compute(&other);
                        put(self.measured(turn.column));
                    }
                    some => {
                        let before =
                            some.and_then(|places| self.unfold_again(&other, trial, &places));
                        if before.is_none() {
                            std::mem::swap(&mut self.future, &mut turn.room);
                            self.unfold(&other, trial);
                        }
                        self.compute(&other);
                        put(self.measured(turn.column));
                        match before {
                            Some(before) => self.future.restore(before),
                            None => std::mem::swap(&mut self.future, &mut turn.room),
                        }
                    }
                }
            }
            self.inputs[ends.input] = own;
            turn.watch.done(ends.values.len() as u64);
        }
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
        let by_role = self.model.by_role.iter().map(|of| self.future.of_role(of.role, of.count));
        let own = self.formulas.iter().copied().chain(by_role).collect();
        Replay { scopes, inputs: self.inputs, own }
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
        let world = self.world();
        if !self.model.communities.is_empty() {
            self.unfold(&world, trial);
        }
        self.compute(&world);
        world
    }

    /// Whether every event is met by its expectation.
    fn is_expected(&self) -> bool {
        self.plan.sampler == Sampler::Expected || self.plan.matrix == Matrix::NoLuck
    }

    /// The world of the inputs at work.
    fn world(&self) -> World {
        let lives = if self.is_expected() { Lives::Expected } else { Lives::Sampled(&self.coins) };
        World::draw(self.model, Values { inputs: &self.inputs, lives })
    }

    /// Unfolds some communities again, where the others do not notice.
    fn unfold_again(&mut self, world: &World, trial: usize, places: &[usize]) -> Option<Before> {
        if self.is_expected() || places.len() == self.model.communities.len() {
            return None;
        }
        let trial = self.first + trial as u64;
        let mut lucks: Vec<Sampled> =
            self.keys.iter().map(|keys| Sampled { keys, trial }).collect();
        self.future.unfold_again(self.model, world, places, &mut lucks)
    }

    /// Unfolds and joins all communities of a world.
    fn unfold(&mut self, world: &World, trial: usize) {
        if self.is_expected() {
            self.future.unfold(self.model, world, &mut vec![Expected; self.keys.len()]);
        } else {
            let trial = self.first + trial as u64;
            let mut lucks: Vec<Sampled> =
                self.keys.iter().map(|keys| Sampled { keys, trial }).collect();
            self.future.unfold(self.model, world, &mut lucks);
        }
        self.future.join(world);
    }

    /// The file's own metrics, each after those that it needs.
    fn compute(&mut self, world: &World) {
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

/// Sets a second luck apart from the first.
const OTHER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The name under which the team draws: no community has it.
pub const TEAM: &str = "";

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

/// The weekly series of some scopes, of all trials of a block.
struct Weekly {
    trials: usize,
    weeks: usize,
    scopes: Range<usize>,
    /// Places in METRICS.
    metrics: Vec<usize>,
    /// Scope by scope.
    series: Vec<Course>,
}

/// A weekly series in all trials: in week `t` at `t * trials`.
#[derive(Default)]
struct Course {
    values: Cramped,
    /// Denominators, of a metric that has any.
    under: Cramped,
}

/// Numbers in as little room as they leave: most series are of whole counts, and many of nothing.
#[derive(Default)]
enum Cramped {
    #[default]
    Zeros,
    Whole(Vec<u32>),
    Any(Vec<f64>),
}

impl Cramped {
    /// Puts a number at a place among so many.
    fn put(&mut self, count: usize, place: usize, value: f64) {
        let whole = value as u32;
        let is_whole = f64::from(whole).to_bits() == value.to_bits();
        match self {
            Cramped::Zeros if is_whole && whole == 0 => return,
            Cramped::Zeros if is_whole => *self = Cramped::Whole(vec![0; count]),
            Cramped::Zeros => *self = Cramped::Any(vec![0.0; count]),
            Cramped::Whole(values) if !is_whole => {
                *self = Cramped::Any(values.iter().copied().map(f64::from).collect());
            }
            Cramped::Whole(_) | Cramped::Any(_) => {}
        }
        match self {
            Cramped::Zeros => {}
            Cramped::Whole(values) => values[place] = whole,
            Cramped::Any(values) => values[place] = value,
        }
    }

    /// The numbers at some places.
    fn read(&self, places: Range<usize>, into: &mut [f64]) {
        match self {
            Cramped::Zeros => into.fill(0.0),
            Cramped::Whole(values) => into
                .iter_mut()
                .zip(&values[places])
                .for_each(|(value, whole)| *value = f64::from(*whole)),
            Cramped::Any(values) => into.copy_from_slice(&values[places]),
        }
    }
}

/// Bytes that the weeks of all blocks at work may take, if no series left any room.
const MOST_WEEKLY: usize = 4 << 30;

impl Weekly {
    /// For how many scopes there is room.
    fn scopes_at_once(model: &Model, trials: usize) -> usize {
        let scope = model.weekly().count() * model.weeks * trials * size_of::<f64>();
        (MOST_WEEKLY / rayon::current_num_threads() / scope.max(1)).max(1)
    }

    fn new(model: &Model, trials: usize, scopes: Range<usize>) -> Weekly {
        let metrics: Vec<usize> = model.weekly().collect();
        let count = scopes.len() * metrics.len();
        let series = std::iter::repeat_with(Course::default).take(count).collect();
        Weekly { trials, weeks: model.weeks, scopes, metrics, series }
    }

    fn put(&mut self, trial: usize, future: &Future) {
        let count = self.weeks * self.trials;
        let mut series = self.series.iter_mut();
        for scope in self.scopes.clone() {
            let weeks = future.weeks(scope);
            for (&metric, course) in self.metrics.iter().zip(&mut series) {
                for (week, counted) in weeks.iter().enumerate() {
                    let Some(measured) = METRICS[metric].value.of_week(counted) else { continue };
                    let place = week * self.trials + trial;
                    course.values.put(count, place, measured.over);
                    if let Some(under) = measured.under {
                        course.under.put(count, place, under);
                    }
                }
            }
        }
    }

    /// Adds the statistics of all series, one after the other, week by week.
    fn put_statistics(self, statistics: &mut Vec<WeekStatistics>) {
        let (mut values, mut under) = (vec![0.0; self.trials], vec![0.0; self.trials]);
        for (course, &metric) in self.series.into_iter().zip(self.metrics.iter().cycle()) {
            let metric = &METRICS[metric];
            for week in 0..self.weeks {
                let places = week * self.trials..(week + 1) * self.trials;
                course.values.read(places.clone(), &mut values);
                course.under.read(places, &mut under);
                let under: &[f64] = if metric.value.is_ratio() { &under } else { &[] };
                statistics.push(week_statistics(&mut values, under, metric.better.worst()));
            }
        }
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
