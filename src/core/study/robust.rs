//! How a choice fares over everything that is uncertain: in how many futures each alternative is
//! the best, what it costs to have chosen another one, and which input would turn the choice.

use rayon::prelude::*;

use super::flip::{Flip, Looked, flip};
use super::several::Predictors;
use crate::design::BLOCK;
use crate::estimate::{self, Estimate};
use crate::model::Model;
use crate::trials::Trials;

/// How a choice fares.
#[derive(Clone, Debug, PartialEq)]
pub struct Robust {
    /// Place of the alternative that is best on average.
    pub choice: usize,
    /// Of each alternative, in their order.
    pub standings: Vec<Standing>,
    /// Inputs that turn the choice within their own range, that which lies nearest to its median
    /// first.
    pub turns: Vec<Turned>,
    /// Inputs that were looked at.
    pub inputs: usize,
}

/// How an alternative fares. Regret is what another one would have brought beyond it in the same
/// future (Savage 1951).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Share of the futures in which it is the best; of those that are equally good each has its
    /// part.
    pub best: Estimate,
    pub regret: Estimate,
    /// Mean regret in the twentieth of the futures in which it is largest.
    pub worst: Estimate,
}

/// An input that turns the choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Turned {
    pub key: String,
    /// Its 90 % interval and its median, in its unit.
    pub own: [f64; 2],
    pub now: f64,
    /// Share of the input's values that lie below the one at which it turns.
    pub percentile: f64,
    pub flip: Flip,
}

/// Where an input is looked at: within its own 90 % interval.
const OWN: [f64; 2] = [0.05, 0.95];
/// The worst futures of which regret is told.
const WORST: f64 = 0.05;
/// The chance that some input is said to turn what none turns.
const WRONG: f64 = 0.05;
/// Futures in which inputs are looked at.
const LOOKED_AT: usize = 10_000;
/// Values nearer to each other than this share of them differ by rounding.
const ROUNDING: f64 = 1e-9;

/// The inputs of a model in the futures of a run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Inputs<'a>(Vec<(&'a str, &'a [f64])>);

impl<'a> Inputs<'a> {
    /// Those of several runs in the same futures; of a key that several have, the values of the
    /// first.
    pub fn of(runs: impl IntoIterator<Item = (&'a Model, &'a Trials)>) -> Inputs<'a> {
        let mut found: Vec<(&str, &[f64])> = Vec::new();
        for (model, trials) in runs {
            for (input, values) in model.inputs.iter().zip(&trials.inputs) {
                if found.iter().all(|(key, _)| *key != input.key) {
                    found.push((&input.key, values));
                }
            }
        }
        Inputs(found)
    }
}

impl Robust {
    /// Of alternatives by what each brings in the same futures, higher being better. `None` where
    /// there is one of them only, few futures, or something that is undefined or never happens.
    ///
    /// Tests: `study::robust::regret_is_what_the_closed_form_says`,
    /// `study::robust::the_input_that_turns_a_choice_is_found`.
    pub(super) fn of(scores: &[Vec<f64>], inputs: &Inputs) -> Option<Robust> {
        let trials = scores.first()?.len();
        let is_known = scores.iter().flatten().all(|value| value.is_finite());
        if scores.len() < 2 || trials < BLOCK || !is_known {
            return None;
        }
        let means: Vec<f64> = scores.iter().map(|values| estimate::mean(values)).collect();
        let choice = (0..means.len()).rev().max_by(|&a, &b| means[a].total_cmp(&means[b]))?;
        let most: Vec<f64> = (0..trials)
            .map(|trial| scores.iter().map(|s| s[trial]).fold(f64::NEG_INFINITY, f64::max))
            .collect();
        let standings = scores.iter().map(|own| standing(own, scores, &most)).collect();
        let count = trials.min(LOOKED_AT);
        let gains: Vec<Vec<f64>> = scores
            .iter()
            .map(|own| (0..count).map(|trial| own[trial] - scores[choice][trial]).collect())
            .collect();
        let level = 1.0 - WRONG / inputs.0.len().max(1) as f64;
        let mut turns: Vec<Turned> = inputs
            .0
            .par_iter()
            .filter_map(|(key, values)| turned(key, &values[..count], &gains, level))
            .collect();
        let nearness = |turn: &Turned| (turn.percentile - 0.5).abs();
        turns.sort_by(|a, b| nearness(a).total_cmp(&nearness(b)));
        Some(Robust { choice, standings, turns, inputs: inputs.0.len() })
    }

    /// Whether the choice holds within the ranges of all inputs.
    pub fn holds(&self) -> bool {
        self.turns.is_empty()
    }
}

fn standing(own: &[f64], scores: &[Vec<f64>], most: &[f64]) -> Standing {
    let is_most = |value: f64, most: f64| most - value <= ROUNDING * most.abs().max(value.abs());
    let share: Vec<f64> = own
        .iter()
        .zip(most)
        .enumerate()
        .map(|(trial, (value, most))| {
            let equal = scores.iter().filter(|other| is_most(other[trial], *most)).count();
            if is_most(*value, *most) { 1.0 / equal as f64 } else { 0.0 }
        })
        .collect();
    let regret: Vec<f64> = own.iter().zip(most).map(|(value, most)| most - value).collect();
    let [edge] = estimate::quantiles_by_selection(&regret, [1.0 - WORST]);
    // Mean of the worst p: q + E[max(r - q, 0)] / p (Rockafellar and Uryasev 2000).
    let beyond: Vec<f64> = regret.iter().map(|r| edge + (r - edge).max(0.0) / WORST).collect();
    Standing {
        best: Estimate::mean(&share, BLOCK),
        regret: Estimate::mean(&regret, BLOCK),
        worst: Estimate::mean(&beyond, BLOCK),
    }
}

/// An input that turns the choice; nothing where it does not.
fn turned(key: &str, values: &[f64], gains: &[Vec<f64>], level: f64) -> Option<Turned> {
    let [low, now, high] = estimate::quantiles_by_selection(values, [OWN[0], 0.5, OWN[1]]);
    if low >= high {
        return None;
    }
    let predictors = Predictors::of(&[values]);
    let flip = flip(values, &predictors, gains, Looked { within: OWN, level })?;
    let percentile = if flip.above { 1.0 - flip.share } else { flip.share };
    Some(Turned { key: key.to_owned(), own: [low, high], now, percentile, flip })
}
