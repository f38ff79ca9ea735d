//! What must be true for a chance to be what is wanted, read from the futures of a run that is
//! there already.

use rayon::prelude::*;

use super::flip::{Flip, Looked, flip};
use super::goal::Goal;
use super::several::Predictors;
use super::statistic::Of;
use crate::design::BLOCK;
use crate::estimate::{self, Estimate};
use crate::model::Model;
use crate::trials::Trials;

/// What must be true of each uncertain input by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Musts {
    pub goal: Goal,
    /// The chance as things stand.
    pub as_it_is: Estimate,
    /// Inputs that turn it within their own range, that which lies nearest to its median first.
    pub turns: Vec<Must>,
}

/// An input, and the side of a value on which the chance is what is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Must {
    /// Place in [`Model::inputs`].
    pub input: usize,
    /// In the unit of the input.
    pub value: Estimate,
    /// Whether it is met above the value, or below it.
    pub above: bool,
    /// Share of the input's values that lie below.
    pub percentile: f64,
    /// Its median.
    pub now: f64,
}

/// Where an input is looked at: within its own 90 % interval.
const OWN: [f64; 2] = [0.05, 0.95];
/// The chance that some input is said to turn what none turns.
const WRONG: f64 = 0.05;
/// Futures in which inputs are looked at.
const LOOKED_AT: usize = 10_000;

impl Musts {
    /// Of a goal that is a chance. `None` of any other, of few futures, and where it happens always
    /// or never.
    ///
    /// The chance given an input is fitted on the futures of the run (Strong, Oakley and Brennan
    /// 2014), as smoothly as they allow; where it crosses what is wanted is the value. Inputs that
    /// go together move together.
    /// Tests: `study::musts::the_value_is_the_closed_form`,
    /// `study::musts::they_are_what_break_even_finds`,
    /// `study::musts::what_does_not_matter_need_not_be_true`.
    pub fn of(model: &Model, trials: &Trials, goal: Goal) -> Option<Musts> {
        let Of::Probability(bound) = goal.statistic.of else { return None };
        let hits = trials.column(model, goal.statistic.metric).hits(bound);
        let share = estimate::mean(&hits);
        if hits.len() < BLOCK || share == 0.0 || share == 1.0 {
            return None;
        }
        let as_it_is = goal.statistic.known(model, trials);
        let is_met = goal.is_met(as_it_is.value);
        let sign = if is_met { -1.0 } else { 1.0 };
        let count = hits.len().min(LOOKED_AT);
        let gain: Vec<f64> =
            hits[..count].iter().map(|hit| sign * goal.bound.margin(*hit)).collect();
        // What is as it is gains nothing.
        let gains = [vec![0.0; count], gain];
        let level = 1.0 - WRONG / model.inputs.len().max(1) as f64;
        let must = |input: usize| {
            let values = &trials.inputs[input][..count];
            let [low, now, high] = estimate::quantiles_by_selection(values, [OWN[0], 0.5, OWN[1]]);
            if low >= high {
                return None;
            }
            let looked = Looked { within: OWN, level };
            let Flip { at, above: turns_above, share, .. } =
                flip(values, &Predictors::smoothest(values, &gains[1]), &gains, looked)?;
            let above = turns_above != is_met;
            let is_whole = values.iter().all(|value| value.fract() == 0.0);
            let value = match (is_whole, above) {
                (false, _) => at.value,
                (true, true) => at.value.ceil(),
                (true, false) => at.value.floor(),
            };
            let percentile = if turns_above { 1.0 - share } else { share };
            Some(Must { input, value: Estimate { value, ..at }, above, percentile, now })
        };
        let mut turns: Vec<Must> =
            (0..model.inputs.len()).into_par_iter().filter_map(must).collect();
        let nearness = |turn: &Must| (turn.percentile - 0.5).abs();
        turns.sort_by(|a, b| nearness(a).total_cmp(&nearness(b)));
        Some(Musts { goal, as_it_is, turns })
    }
}
