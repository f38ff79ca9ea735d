//! The value of a key at which a goal is reached.

use super::goal::Goal;
use super::settled::{Settling, until_settled};
use crate::digits::tidy;
use crate::engine::{self, Detail, Watch};
use crate::estimate::Estimate;
use crate::model::{Model, Plan};
use crate::trials::Trials;

/// The key that is varied.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    pub from: f64,
    pub to: f64,
    /// Median of the key as the scenario stands, from which the change is the smallest; `None`
    /// where it is not in force.
    pub now: Option<f64>,
    pub whole: bool,
}

impl Range {
    pub(super) fn width(self) -> f64 {
        self.to - self.from
    }
}

/// What is to be solved.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    pub goal: Goal,
    pub range: Range,
    pub plan: Plan,
    /// Go on, doubling the trials, until the answer is settled or there are so many.
    pub most: Option<u64>,
}

/// The statistic at one value of the key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    pub at: f64,
    pub found: Estimate,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    pub trials: u64,
    pub outcome: Outcome,
    /// Every value that was tried, in ascending order.
    pub seen: Vec<Seen>,
    /// Whether the statistic went one way only over the range, as far as its error tells.
    pub monotone: bool,
    /// Whether the answer is settled, where that was asked for and there is one.
    pub settling: Option<Settling>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// The goal is met as things stand: nothing has to change.
    Met(Seen),
    /// The value nearest to the present one at which it is met, with the error that the trials
    /// leave.
    Reached { value: Estimate, found: Estimate },
    /// Nowhere in the range: the best of it.
    Missed(Seen),
}

/// Values tried over the whole range before the answer is closed in.
const SCAN: usize = 9;
/// Steps of closing in.
const STEPS: usize = 40;
/// Width of the last interval, as a share of the range.
const FINE: f64 = 1e-4;
/// Half the width, as a share of the range, within which a settled answer lies.
const SETTLED: f64 = 0.01;

/// Models by the value of the key.
pub(crate) type Models<'a, E> = &'a dyn Fn(f64) -> Result<Model, E>;

/// Finds the smallest change of a key that reaches a goal.
pub fn solve<E>(models: Models<E>, task: Task, watch: &impl Watch) -> Result<Solution, E> {
    let Task { goal, range, .. } = task;
    let answer = |plan: Plan| {
        let mut search = Search { models, goal, range, plan, seen: Vec::new() };
        let outcome = search.find(watch)?;
        let chance_wrong = match outcome {
            Outcome::Reached { value, .. } => Some(chance_beyond(value, SETTLED * range.width())),
            Outcome::Met(_) | Outcome::Missed(_) => None,
        };
        Ok(((search, outcome), chance_wrong))
    };
    let ((search, outcome), settling) = until_settled(task.plan, task.most, watch, answer)?;
    let monotone = search.is_monotone();
    Ok(Solution { trials: search.plan.trials, outcome, seen: search.seen, monotone, settling })
}

/// The chance that the truth is farther than `reach` from an estimate, on either side.
fn chance_beyond(found: Estimate, reach: f64) -> f64 {
    let t = reach / found.se.max(f64::MIN_POSITIVE);
    2.0 * Estimate { value: t, se: 1.0, freedom: found.freedom }.chance_of_other_sign()
}

struct Search<'a, E> {
    models: Models<'a, E>,
    goal: Goal,
    range: Range,
    plan: Plan,
    seen: Vec<Seen>,
}

/// Futures that a goal takes at least: those of the values that are looked at first.
pub const fn futures(plan: Plan) -> u64 {
    plan.trials * (SCAN as u64 + 1)
}

impl<E> Search<'_, E> {
    fn find(&mut self, watch: &impl Watch) -> Result<Outcome, E> {
        let Range { from, to, now, whole } = self.range;
        let mut values: Vec<f64> =
            (0..SCAN).map(|i| from + (to - from) * i as f64 / (SCAN - 1) as f64).collect();
        let start = now.map_or(from, |now| now.clamp(from, to));
        values.push(start);
        if whole {
            for value in &mut values {
                *value = value.round();
            }
        }
        values.sort_by(f64::total_cmp);
        values.dedup();
        watch.announce(self.plan.trials * values.len() as u64);
        if watch.has_help() {
            let models = values.iter().map(|value| (self.models)(*value));
            let models = models.collect::<Result<Vec<_>, E>>()?;
            engine::ahead(models.iter().map(|model| (model, self.plan, 0)), watch);
        }
        for value in values {
            self.see(value, watch)?;
        }
        let start = if whole { start.round() } else { start };
        let as_it_is = self
            .seen
            .iter()
            .find(|seen| now == Some(seen.at) && self.goal.is_met(seen.found.value));
        if let Some(seen) = as_it_is {
            return Ok(Outcome::Met(*seen));
        }
        let met = |seen: &&Seen| self.goal.is_met(seen.found.value);
        let Some(nearest) = self
            .seen
            .iter()
            .filter(met)
            .min_by(|a, b| (a.at - start).abs().total_cmp(&(b.at - start).abs()))
            .copied()
        else {
            let margin = |seen: &Seen| self.goal.bound.margin(seen.found.value);
            let best = self.seen.iter().copied().max_by(|a, b| margin(a).total_cmp(&margin(b)));
            return Ok(Outcome::Missed(
                best.unwrap_or(Seen { at: start, found: Estimate::exact(f64::NAN) }),
            ));
        };
        // The neighbour of the nearest value that meets the goal, on the side of the present one.
        let towards = |seen: &&Seen| {
            if nearest.at > start { seen.at < nearest.at } else { seen.at > nearest.at }
        };
        let before = self
            .seen
            .iter()
            .filter(towards)
            .min_by(|a, b| (a.at - nearest.at).abs().total_cmp(&(b.at - nearest.at).abs()))
            .copied();
        let Some(before) = before else { return Ok(self.reached(nearest, None)) };
        self.close_in(before, nearest, watch)
    }

    /// Runs the model at a value, once.
    fn see(&mut self, at: f64, watch: &impl Watch) -> Result<Seen, E> {
        if let Some(seen) = self.seen.iter().find(|seen| seen.at == at) {
            return Ok(*seen);
        }
        let model = (self.models)(at)?;
        let trials: Trials = engine::run(&model, self.plan, Detail::Totals, watch);
        let seen = Seen { at, found: self.goal.statistic.known(&model, &trials) };
        self.seen.push(seen);
        self.seen.sort_by(|a, b| a.at.total_cmp(&b.at));
        Ok(seen)
    }

    /// Narrows the interval between a value that misses the goal and one that meets it: by false
    /// position with halved weights (Illinois, Dowell and Jarratt 1971), by halves where that does
    /// not help.
    fn close_in(
        &mut self,
        mut misses: Seen,
        mut meets: Seen,
        watch: &impl Watch,
    ) -> Result<Outcome, E> {
        let fine = FINE * self.range.width();
        let mut weights = [1.0, 1.0];
        for step in 0..STEPS {
            let width = (meets.at - misses.at).abs();
            if width <= fine || (self.range.whole && width <= 1.0) || watch.stopped() {
                break;
            }
            let [low, high] = [
                weights[0] * self.goal.bound.margin(misses.found.value),
                weights[1] * self.goal.bound.margin(meets.found.value),
            ];
            let share = if step % 3 == 2 || !low.is_finite() || high - low <= 0.0 {
                0.5
            } else {
                (-low / (high - low)).clamp(0.05, 0.95)
            };
            let at = misses.at + share * (meets.at - misses.at);
            let at = if self.range.whole { at.round() } else { tidy(at) };
            if at == misses.at || at == meets.at {
                break;
            }
            watch.announce(self.plan.trials);
            let seen = self.see(at, watch)?;
            if self.goal.is_met(seen.found.value) {
                (meets, weights) = (seen, [0.5 * weights[0], 1.0]);
            } else {
                (misses, weights) = (seen, [1.0, 0.5 * weights[1]]);
            }
        }
        // The roundest number that still meets the goal, no further off than the answer is
        // uncertain.
        if !self.range.whole {
            let error = match self.reached(meets, Some(misses)) {
                Outcome::Reached { value, .. } if value.se.is_finite() => value.se,
                _ => 0.0,
            };
            for digits in 1..12 {
                let at = rounded(meets.at, meets.at > misses.at, digits);
                let beyond = (at - meets.at).abs() > (0.5 * error).max(fine);
                if beyond || !(self.range.from..=self.range.to).contains(&at) || watch.stopped() {
                    continue;
                }
                watch.announce(self.plan.trials);
                let seen = self.see(at, watch)?;
                if self.goal.is_met(seen.found.value) {
                    return Ok(self.reached(seen, Some(misses)));
                }
            }
        }
        Ok(self.reached(meets, Some(misses)))
    }

    /// The answer with its error: that of the statistic over its slope.
    fn reached(&self, meets: Seen, misses: Option<Seen>) -> Outcome {
        // The slope over a stretch that is wide enough to be told from noise.
        let wide = 0.02 * self.range.width();
        let far = |seen: &&Seen| (seen.at - meets.at).abs() >= wide;
        let partner = self
            .seen
            .iter()
            .filter(far)
            .min_by(|a, b| (a.at - meets.at).abs().total_cmp(&(b.at - meets.at).abs()))
            .copied();
        let slope = partner.or(misses).map_or(f64::NAN, |other| {
            (meets.found.value - other.found.value) / (meets.at - other.at)
        });
        let se = if meets.found.se == 0.0 { 0.0 } else { meets.found.se / slope.abs() };
        let se = if se.is_nan() { f64::INFINITY } else { se };
        Outcome::Reached {
            value: Estimate { value: meets.at, se, freedom: meets.found.freedom },
            found: meets.found,
        }
    }

    fn is_monotone(&self) -> bool {
        let steps: Vec<f64> = self
            .seen
            .windows(2)
            .map(|pair| {
                (pair[1].found.value - pair[0].found.value, pair[0].found.se.max(pair[1].found.se))
            })
            .filter(|(step, se)| step.abs() > *se)
            .map(|(step, _)| step)
            .collect();
        steps.iter().all(|step| *step > 0.0) || steps.iter().all(|step| *step < 0.0)
    }
}

/// The number rounded to so many digits, away from zero or towards it, to the side that is asked
/// for.
fn rounded(value: f64, upwards: bool, digits: i32) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let exponent = libm::floor(libm::log10(value.abs())) as i32;
    let step = libm::pow(10.0, f64::from(exponent - digits + 1));
    let steps = value / step;
    tidy((if upwards { steps.ceil() } else { steps.floor() }) * step)
}
