//! The best values of up to four keys, under constraints that hold with a probability.

use super::difference;
use super::goal::Goal;
use super::ranking::chance_wrong;
use super::robust::{Inputs, Robust};
use super::solve::Range;
use super::statistic::Statistic;
use crate::design::{BLOCK, sobol};
use crate::digits::tidy;
use crate::engine::{self, Detail, Watch};
use crate::estimate::{self, Estimate};
use crate::model::{Model, Plan};
use crate::rng::StreamKey;
use crate::trials::Trials;

/// Most keys that are varied together.
pub const KEYS: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Maximise,
    Minimise,
}

/// What is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub direction: Direction,
    pub statistic: Statistic,
    pub subject_to: Vec<Goal>,
    pub ranges: Vec<Range>,
}

/// A choice of values, judged on all trials.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub values: Vec<f64>,
    pub objective: Estimate,
    /// The statistic of each constraint.
    pub constraints: Vec<Estimate>,
    /// What the best choice has before this one, paired; zero of the best itself.
    pub behind: Estimate,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Optimum {
    pub trials: u64,
    /// Choices that were tried.
    pub tried: usize,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Found {
        best: Choice,
        /// Choices that cannot be told apart from the best one.
        ties: Vec<Choice>,
        /// The chance that another choice is better.
        chance_wrong: f64,
        /// Trials that would tell the nearest of the ties apart, where any number would.
        decide: Option<f64>,
        /// How the last few choices fare in the metric, and what each of them is.
        robust: Option<(Robust, Vec<Vec<f64>>)>,
    },
    /// No choice meets the constraints: the one that comes closest.
    Infeasible(Choice),
}

/// Choices spread over the ranges, for each key.
const SPREAD: usize = 16;
/// Choices of which all trials decide.
const FINALISTS: usize = 8;
/// The search uses one trial in so many, and at least a block.
const SEARCH: u64 = 10;
/// Steps of the search, for each key.
const STEPS: usize = 30;
/// First and last step, as shares of a range.
const FIRST: f64 = 0.125;
const LAST: f64 = 1.0 / 256.0;
/// Sets the futures of the search apart from those of the answer, so that a choice is not judged by
/// the luck that chose it.
const OTHER: u64 = 0x2545_F491_4F6C_DD1D;

/// Models by the values of the keys.
pub(crate) type Models<'a, E> = &'a dyn Fn(&[f64]) -> Result<Model, E>;

/// The plan of the search: a part of the trials, with other luck than those of the answer.
fn search_plan(plan: Plan) -> Plan {
    let trials = (plan.trials / SEARCH).max(BLOCK as u64).min(plan.trials);
    Plan { trials, seed: plan.seed ^ OTHER, ..plan }
}

/// Futures that the search takes at most, over so many keys: those of choices that are spread, and
/// of steps, of which one more round may be begun.
fn of_search(keys: usize, plan: Plan) -> u64 {
    let choices = 3 + SPREAD * keys + STEPS * keys + 2 * keys;
    search_plan(plan).trials * choices as u64
}

/// Futures that the best choice of so many keys takes at most.
pub fn futures(keys: usize, plan: Plan) -> u64 {
    of_search(keys, plan) + plan.trials * FINALISTS as u64
}

/// Finds the best values: choices spread evenly over the ranges, then steps from the best of them
/// (compass search, Kolda, Lewis and Torczon 2003), all on the same futures; then the best few on
/// all trials of the plan, which the search has not seen.
pub fn optimise<E>(
    models: Models<E>,
    problem: &Problem,
    plan: Plan,
    watch: &impl Watch,
) -> Result<Optimum, E> {
    let mut search = Search { models, problem, plan: search_plan(plan), tried: Vec::new() };
    let most = futures(problem.ranges.len(), plan);
    watch.announce(most);
    search.spread(watch)?;
    search.steps(watch)?;
    let finalists = search.finalists();
    let taken = search.plan.trials * search.tried.len() as u64;
    // A search that ends sooner leaves so many undone.
    watch.resumed(most.saturating_sub(taken + plan.trials * finalists.len() as u64));
    ahead(models, plan, &finalists, watch)?;
    let mut runs: Vec<(Vec<f64>, Model, Trials)> = Vec::new();
    for values in finalists {
        let model = models(&values)?;
        let run = engine::run(&model, plan, Detail::Totals, watch);
        runs.push((values, model, run));
    }
    Ok(Optimum {
        trials: plan.trials,
        tried: search.tried.len(),
        outcome: decide(problem, &runs, plan.trials),
    })
}

/// Tells which choices are tried next, whatever comes of them.
fn ahead<E>(
    models: Models<E>,
    plan: Plan,
    choices: &[Vec<f64>],
    watch: &impl Watch,
) -> Result<(), E> {
    if !watch.has_help() {
        return Ok(());
    }
    let models = choices.iter().map(|values| models(values)).collect::<Result<Vec<_>, E>>()?;
    engine::ahead(models.iter().map(|model| (model, plan, 0)), watch);
    Ok(())
}

struct Search<'a, E> {
    models: Models<'a, E>,
    problem: &'a Problem,
    plan: Plan,
    tried: Vec<Tried>,
}

#[derive(Clone, Debug)]
struct Tried {
    values: Vec<f64>,
    score: Score,
}

/// How far the constraints are missed, and how good the objective is where they are not (Deb
/// 2000).
#[derive(Clone, Copy, Debug, PartialEq)]
struct Score {
    missed: f64,
    objective: f64,
}

impl Score {
    fn cmp(&self, other: &Score) -> std::cmp::Ordering {
        other.missed.total_cmp(&self.missed).then(self.objective.total_cmp(&other.objective))
    }
}

fn score(problem: &Problem, model: &Model, trials: &Trials) -> Score {
    let missed = problem
        .subject_to
        .iter()
        .map(|goal| goal.shortfall(goal.statistic.value(model, trials)))
        .sum();
    let value = problem.statistic.value(model, trials);
    let objective = if problem.direction == Direction::Maximise { value } else { -value };
    Score { missed, objective: if objective.is_nan() { f64::NEG_INFINITY } else { objective } }
}

impl<E> Search<'_, E> {
    /// The score of a choice, simulated once.
    fn try_out(&mut self, values: Vec<f64>, watch: &impl Watch) -> Result<Score, E> {
        if let Some(known) = self.tried.iter().find(|tried| tried.values == values) {
            return Ok(known.score);
        }
        let model = (self.models)(&values)?;
        let trials = engine::run(&model, self.plan, Detail::Totals, watch);
        let score = score(self.problem, &model, &trials);
        self.tried.push(Tried { values, score });
        Ok(score)
    }

    /// Tries things as they stand, the ends, and points that fill the ranges evenly.
    fn spread(&mut self, watch: &impl Watch) -> Result<(), E> {
        let ranges = &self.problem.ranges;
        let mut choices: Vec<Vec<f64>> = vec![
            ranges
                .iter()
                .map(|range| {
                    range
                        .now
                        .unwrap_or(f64::midpoint(range.from, range.to))
                        .clamp(range.from, range.to)
                })
                .collect(),
            ranges.iter().map(|range| range.from).collect(),
            ranges.iter().map(|range| range.to).collect(),
        ];
        let count = SPREAD * ranges.len();
        let columns: Vec<Vec<f64>> = (0..ranges.len())
            .map(|dimension| {
                let mut us = vec![0.0; BLOCK];
                let mut rng =
                    StreamKey::named(self.plan.seed, "search", &dimension.to_string()).at(0, 0);
                sobol::fill(&mut rng, dimension, &mut us);
                us
            })
            .collect();
        choices.extend((0..count).map(|point| {
            ranges
                .iter()
                .zip(&columns)
                .map(|(range, us)| range.from + us[point] * range.width())
                .collect()
        }));
        for choice in &mut choices {
            for (value, range) in choice.iter_mut().zip(ranges) {
                *value = even(*range, *value);
            }
        }
        ahead(self.models, self.plan, &choices, watch)?;
        for choice in choices {
            self.try_out(choice, watch)?;
            if watch.stopped() {
                break;
            }
        }
        Ok(())
    }

    /// Steps from the best choice along each key, half as long whenever none helps.
    fn steps(&mut self, watch: &impl Watch) -> Result<(), E> {
        let Some(mut best) = self.tried.iter().max_by(|a, b| a.score.cmp(&b.score)).cloned() else {
            return Ok(());
        };
        let (mut step, mut left) = (FIRST, STEPS * self.problem.ranges.len());
        while step >= LAST && left > 0 && !watch.stopped() {
            let mut better = None;
            let choices = self.around(&best.values, step);
            let is_new =
                |values: &&Vec<f64>| self.tried.iter().all(|tried| tried.values != **values);
            let new: Vec<Vec<f64>> = choices.iter().filter(is_new).cloned().collect();
            ahead(self.models, self.plan, &new, watch)?;
            for values in choices {
                let score = self.try_out(values.clone(), watch)?;
                left = left.saturating_sub(1);
                let most = better.as_ref().map_or(best.score, |found: &Tried| found.score);
                if score.cmp(&most).is_gt() {
                    better = Some(Tried { values, score });
                }
            }
            match better {
                Some(found) => best = found,
                None => step /= 2.0,
            }
        }
        Ok(())
    }

    /// The choices one step from another one, key by key.
    fn around(&self, values: &[f64], step: f64) -> Vec<Vec<f64>> {
        let ranges = self.problem.ranges.iter().enumerate();
        let steps = ranges.flat_map(|(key, range)| [(key, range, step), (key, range, -step)]);
        let stepped = |(key, range, way): (usize, &Range, f64)| {
            let mut values = values.to_vec();
            let value = (values[key] + way * range.width()).clamp(range.from, range.to);
            values[key] = even(*range, value);
            values
        };
        steps.map(stepped).collect()
    }

    /// The best choices, no two of them close together.
    fn finalists(&self) -> Vec<Vec<f64>> {
        let mut tried: Vec<&Tried> = self.tried.iter().collect();
        tried.sort_by(|a, b| b.score.cmp(&a.score));
        let mut finalists: Vec<Vec<f64>> = Vec::new();
        let apart = |a: &[f64], b: &[f64]| {
            let distance = a
                .iter()
                .zip(b)
                .zip(&self.problem.ranges)
                .map(|((a, b), range)| ((a - b) / range.width()).abs());
            distance.fold(0.0, f64::max) >= 2.0 * LAST
        };
        for choice in tried {
            if finalists.len() < FINALISTS
                && finalists.iter().all(|other| apart(other, &choice.values))
            {
                finalists.push(choice.values.clone());
            }
        }
        finalists
    }
}

/// The nearest value that a person would write: a whole one, or one on a grid of a few hundred
/// steps.
fn even(range: Range, value: f64) -> f64 {
    let width = range.width();
    let step =
        if range.whole { 1.0 } else { libm::pow(10.0, libm::floor(libm::log10(width / 200.0))) };
    tidy((value / step).round() * step).clamp(range.from, range.to)
}

/// The best of the finalists, and those that all trials cannot tell apart from it.
fn decide(problem: &Problem, runs: &[(Vec<f64>, Model, Trials)], trials: u64) -> Outcome {
    let scores: Vec<Score> =
        runs.iter().map(|(_, model, run)| score(problem, model, run)).collect();
    let best = (0..runs.len()).max_by(|&a, &b| scores[a].cmp(&scores[b])).unwrap_or(0);
    let sign = if problem.direction == Direction::Maximise { 1.0 } else { -1.0 };
    let choice = |place: usize| {
        let (values, model, run) = &runs[place];
        let behind =
            difference((&runs[best].1, &runs[best].2), (model, run), [problem.statistic; 2])
                .scaled(sign);
        Choice {
            values: values.clone(),
            objective: problem.statistic.known(model, run),
            constraints: problem
                .subject_to
                .iter()
                .map(|goal| goal.statistic.known(model, run))
                .collect(),
            behind: if place == best { Estimate::exact(0.0) } else { behind },
        }
    };
    if scores[best].missed > 0.0 {
        return Outcome::Infeasible(choice(best));
    }
    let rivals: Vec<Choice> = (0..runs.len())
        .filter(|&place| place != best && scores[place].missed == 0.0)
        .map(choice)
        .collect();
    let chance_wrong = chance_wrong(rivals.iter().map(|rival| rival.behind), 0.0);
    let ties: Vec<Choice> =
        rivals.into_iter().filter(|rival| rival.behind.interval()[0] <= 0.0).collect();
    // The error falls with the root of the trials.
    let needed = |tie: &Choice| {
        let reach = estimate::student(0.95, f64::INFINITY) * tie.behind.se;
        trials as f64 * (reach / tie.behind.value) * (reach / tie.behind.value)
    };
    let decide = ties
        .iter()
        .map(needed)
        .filter(|trials| trials.is_finite())
        .fold(None, |most: Option<f64>, trials| Some(most.map_or(trials, |most| most.max(trials))));
    let allowed: Vec<usize> =
        (0..runs.len()).filter(|&place| scores[place].missed == 0.0).collect();
    let robust = robust(problem, runs, &allowed, sign);
    Outcome::Found { best: choice(best), ties, chance_wrong, decide, robust }
}

/// How the choices that meet the constraints fare in the metric, future by future.
fn robust(
    problem: &Problem,
    runs: &[(Vec<f64>, Model, Trials)],
    allowed: &[usize],
    sign: f64,
) -> Option<(Robust, Vec<Vec<f64>>)> {
    let brought = |&place: &usize| -> Vec<f64> {
        let (_, model, run) = &runs[place];
        let values = run.column(model, problem.statistic.metric).values();
        values.into_iter().map(|value| sign * value).collect()
    };
    let scores: Vec<Vec<f64>> = allowed.iter().map(brought).collect();
    let inputs = Inputs::of(allowed.iter().map(|&place| (&runs[place].1, &runs[place].2)));
    let values = allowed.iter().map(|&place| runs[place].0.clone()).collect();
    Some((Robust::of(&scores, &inputs)?, values))
}
