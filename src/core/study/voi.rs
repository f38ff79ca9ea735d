//! What it would be worth to know an input before one decides.
//!
//! A decision is worth E[metric | decision]; who knows the inputs x decides for the best of
//! E[metric | decision, x]. Noise cannot be known beforehand, so it is averaged out first: E[metric
//! | x] is the regression of the metric on its twin without luck, in which the same inputs meet
//! every event by its expectation.

use std::borrow::Cow;

use rayon::prelude::*;

use super::{Run, Smooth};
use crate::design::BLOCK;
use crate::engine::{self, Detail, Watch};
use crate::estimate::{self, Estimate};
use crate::metric::Better;
use crate::model::{ColumnId, Matrix, Model, Plan};
use crate::trials::Trials;

/// A thing that may be decided.
#[derive(Clone, Copy, Debug)]
pub enum Decision<'a> {
    /// To do what the model says.
    Take(&'a Model, ColumnId),
    /// To do what a model says whose run in the futures of the plan is there already.
    Taken(Run<'a>, ColumnId),
    /// To leave it, which is worth nothing.
    Leave,
}

/// The sample from which every value of information is found.
#[derive(Clone, Debug)]
pub struct Knowledge {
    pub trials: u64,
    /// Keys of all inputs of all decisions, with their values.
    pub inputs: Vec<(String, Vec<f64>)>,
    /// Mean of the metric under each decision, better the higher.
    pub means: Vec<Estimate>,
    /// The decision that is best without knowing more.
    pub best: usize,
    /// What each decision brings beyond the best one, luck averaged out, by trial.
    pub(super) gains: Vec<Vec<f64>>,
    /// What each decision brings beyond the best one, with the luck of the trial.
    lucky: Vec<Vec<f64>>,
}

/// Values of one input.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    pub inputs: Vec<usize>,
    pub evppi: Estimate,
}

impl Worth {
    /// Whether it is surely worth something: its 95 % interval lies above nothing.
    pub fn is_sure(&self) -> bool {
        self.evppi.value > 0.0 && self.evppi.interval()[0] > 0.0
    }
}

/// The most valuable first; before all others what is to be measured first: the most valuable of
/// those that are surely worth something. Test:
/// `study::voi::what_is_worth_measuring_first_heads_the_table`.
pub fn ranked(mut worths: Vec<Worth>) -> Vec<Worth> {
    worths.sort_by(|a, b| {
        b.evppi.value.total_cmp(&a.evppi.value).then_with(|| a.inputs.cmp(&b.inputs))
    });
    if let Some(first) = worths.iter().position(Worth::is_sure) {
        worths[..=first].rotate_right(1);
    }
    worths
}

/// Passes over the inputs of a set, after which their parts hardly move.
const PASSES: usize = 4;

/// The runs that a decision needs.
fn to_run<'m>(decision: &Decision<'m>, plan: Plan) -> Vec<(&'m Model, Plan, u64)> {
    let (model, own) = match *decision {
        Decision::Take(model, _) => (model, Some((model, plan, 0))),
        Decision::Taken((model, _), _) => (model, None),
        Decision::Leave => return Vec::new(),
    };
    let no_luck = (model, Plan { matrix: Matrix::NoLuck, ..plan }, 0);
    own.into_iter().chain((!model.communities.is_empty()).then_some(no_luck)).collect()
}

/// Futures that decisions take.
pub fn futures(decisions: &[Decision], plan: Plan) -> u64 {
    let runs: usize = decisions.iter().map(|decision| to_run(decision, plan).len()).sum();
    plan.trials * runs as u64
}

/// Simulates every decision on the same futures. `None` where the metric is undefined in some
/// future.
pub fn learn(decisions: &[Decision], plan: Plan, watch: &impl Watch) -> Option<Knowledge> {
    let mut inputs: Vec<(String, Vec<f64>)> = Vec::new();
    let (mut values, mut expected) = (Vec::new(), Vec::new());
    watch.announce(futures(decisions, plan));
    engine::ahead(decisions.iter().flat_map(|decision| to_run(decision, plan)), watch);
    for decision in decisions {
        let (model, metric, taken) = match *decision {
            Decision::Take(model, metric) => (model, metric, None),
            Decision::Taken((model, trials), metric) => (model, metric, Some(trials)),
            Decision::Leave => {
                values.push(vec![0.0; plan.trials as usize]);
                expected.push(vec![0.0; plan.trials as usize]);
                continue;
            }
        };
        let has_luck = !model.communities.is_empty();
        let sign = if model.metric(metric.metric).better == Better::Lower { -1.0 } else { 1.0 };
        let utility = |run: &Trials| -> Vec<f64> {
            run.column(model, metric).values().into_iter().map(|value| sign * value).collect()
        };
        let simulated = |plan: Plan| engine::run(model, plan, Detail::Totals, watch);
        let run = taken.map_or_else(|| Cow::Owned(simulated(plan)), Cow::Borrowed);
        let value = utility(&run);
        for (input, column) in model.inputs.iter().zip(&run.inputs) {
            if inputs.iter().all(|(key, _)| *key != input.key) {
                inputs.push((input.key.clone(), column.clone()));
            }
        }
        let given_inputs = if has_luck {
            let twin = utility(&simulated(Plan { matrix: Matrix::NoLuck, ..plan }));
            Smooth::of(&twin, &value).fitted
        } else {
            value.clone()
        };
        values.push(value);
        expected.push(given_inputs);
    }
    if values.iter().chain(&expected).flatten().any(|value| !value.is_finite()) {
        return None;
    }
    let means: Vec<Estimate> = values.iter().map(|values| Estimate::mean(values, BLOCK)).collect();
    let best = (0..means.len()).max_by(|&a, &b| means[a].value.total_cmp(&means[b].value))?;
    let beyond = |of: &[Vec<f64>]| -> Vec<Vec<f64>> {
        of.iter()
            .map(|decision| decision.iter().zip(&of[best]).map(|(a, b)| a - b).collect())
            .collect()
    };
    Some(Knowledge {
        trials: plan.trials,
        inputs,
        means,
        best,
        gains: beyond(&expected),
        lucky: beyond(&values),
    })
}

impl Knowledge {
    /// What it is worth to know every input before deciding: E[max over d of E[metric | d, x]] -
    /// max over d of E[metric | d] (Raiffa and Schlaifer 1961).
    pub fn evpi(&self) -> Estimate {
        self.worth(&self.gains)
    }

    /// What it could be worth at most to know every input, with 95 %.
    pub fn most(&self) -> f64 {
        let evpi = self.evpi();
        if evpi.value > 0.0 { evpi.interval()[1].max(evpi.value) } else { 0.0 }
    }

    /// What it is worth to know one input: never below nothing, never above [`Knowledge::evpi`]. By
    /// regression on the sample (Strong, Oakley and Brennan 2014).
    pub fn evppi(&self, input: usize) -> Estimate {
        self.of_set(&[input])
    }

    /// What it is worth to know several inputs together: never below that of some of them.
    pub fn of_set(&self, set: &[usize]) -> Estimate {
        self.within(self.evpi(), set)
    }

    /// The same, where it is known what all inputs are worth.
    fn within(&self, evpi: Estimate, set: &[usize]) -> Estimate {
        let parts = (0..set.len()).filter(|_| set.len() > 1).map(|left_out| {
            let rest: Vec<usize> = set
                .iter()
                .enumerate()
                .filter(|(place, _)| *place != left_out)
                .map(|(_, &input)| input)
                .collect();
            self.within(evpi, &rest)
        });
        let given: Vec<Vec<f64>> = self.gains.iter().map(|gain| self.given(set, gain)).collect();
        let best = parts.chain([self.worth(&given)]).max_by(|a, b| a.value.total_cmp(&b.value));
        let found = best.unwrap_or(evpi);
        if found.value > evpi.value { evpi } else { found }
    }

    /// E[gain | inputs of the set] in each trial: of one input by regression; of several, by parts
    /// that are fitted in turn until they hold still, with the product of each two of them
    /// (backfitting, Breiman and Friedman 1985).
    fn given(&self, set: &[usize], gain: &[f64]) -> Vec<f64> {
        // What is decided already gains nothing over itself.
        if gain.iter().all(|gain| *gain == 0.0) {
            return gain.to_vec();
        }
        let values = |input: usize| self.inputs[input].1.as_slice();
        if let [only] = set {
            return Smooth::of(values(*only), gain).fitted;
        }
        let mean = estimate::mean(gain);
        let mut parts: Vec<Vec<f64>> =
            vec![vec![0.0; gain.len()]; set.len() + set.len() * (set.len() - 1) / 2];
        let pairs: Vec<[usize; 2]> =
            (0..set.len()).flat_map(|a| (a + 1..set.len()).map(move |b| [a, b])).collect();
        for _ in 0..PASSES {
            for place in 0..parts.len() {
                let rest: Vec<f64> = (0..gain.len())
                    .map(|trial| {
                        let others: f64 = parts
                            .iter()
                            .enumerate()
                            .filter(|(other, _)| *other != place)
                            .map(|(_, part)| part[trial])
                            .sum();
                        gain[trial] - mean - others
                    })
                    .collect();
                let fitted = match place.checked_sub(set.len()) {
                    None => Smooth::of(values(set[place]), &rest).fitted,
                    Some(pair) => {
                        let [a, b] = pairs[pair];
                        let product: Vec<f64> =
                            parts[a].iter().zip(&parts[b]).map(|(a, b)| a * b).collect();
                        Smooth::of(&product, &rest).fitted
                    }
                };
                let center = estimate::mean(&fitted);
                parts[place] = fitted.into_iter().map(|value| value - center).collect();
            }
        }
        (0..gain.len())
            .map(|trial| mean + parts.iter().map(|part| part[trial]).sum::<f64>())
            .collect()
    }

    /// What it is worth to decide by these expected gains, trial by trial; the error is that of the
    /// gains that are then made.
    pub(super) fn worth(&self, gains: &[Vec<f64>]) -> Estimate {
        let trials = gains[self.best].len();
        let (mut value, mut made) = (Vec::with_capacity(trials), Vec::with_capacity(trials));
        for trial in 0..trials {
            let chosen = self.chosen(gains, trial);
            value.push(gains[chosen][trial] - gains[self.best][trial]);
            made.push(self.lucky[chosen][trial]);
        }
        Estimate::of(estimate::mean(&value), &made, BLOCK)
    }

    /// What is gained in each trial, luck averaged out, by deciding by these expected gains.
    pub(super) fn made(&self, gains: &[Vec<f64>]) -> Vec<f64> {
        let trials = gains[self.best].len();
        (0..trials).map(|trial| self.gains[self.chosen(gains, trial)][trial]).collect()
    }

    /// The decision with the highest of some gains.
    fn chosen(&self, gains: &[Vec<f64>], trial: usize) -> usize {
        (0..gains.len()).fold(self.best, |best, other| {
            if gains[other][trial] > gains[best][trial] { other } else { best }
        })
    }

    /// Every input by what it is worth to know it, the most valuable first.
    pub fn ranked(&self) -> Vec<Worth> {
        let evpi = self.evpi();
        let worth = |input| Worth { inputs: vec![input], evppi: self.within(evpi, &[input]) };
        ranked((0..self.inputs.len()).into_par_iter().map(worth).collect())
    }

    /// What to measure first: the input that is worth most, if any is surely worth something.
    pub fn first(ranked: &[Worth]) -> Option<&Worth> {
        ranked.first().filter(|worth| worth.is_sure())
    }

    /// The first two, the first three of them together.
    pub fn together(&self, ranked: &[Worth]) -> Vec<Worth> {
        let first: Vec<usize> = ranked
            .iter()
            .take(3)
            .filter(|worth| worth.is_sure())
            .flat_map(|worth| worth.inputs.clone())
            .collect();
        (2..=first.len())
            .map(|count| Worth {
                inputs: first[..count].to_vec(),
                evppi: self.of_set(&first[..count]),
            })
            .collect()
    }
}
