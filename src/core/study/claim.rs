//! Whether what somebody claims holds under a model, how surely, and over which part of the ranges
//! of some inputs.
//!
//! A claim is that a variant is better in a metric, or, without one, that a target is met. Over the
//! range of an input is looked in the claim's own futures: those in which it lies in its lowest
//! fifth, in its second, and so on, are judged as all of them are. So few futures would often miss
//! by chance what all of them show, so that a fifth speaks against the verdict only where chance
//! does not explain it: a claim that does not depend on an input keeps its whole range. Tests:
//! `claims::a_planted_threshold_is_found`,
//! `claims::an_input_without_effect_keeps_its_whole_range`.

use rayon::prelude::*;

use super::compare::in_same_futures;
use super::ranking::score;
use super::{Run, Statistic, difference};
use crate::design::BLOCK;
use crate::engine::{self, Detail, Watch};
use crate::estimate::{self, Estimate};
use crate::incomplete;
use crate::model::{Model, Plan, Target};
use crate::trials::Trials;

/// How far a claim holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Fails,
    Leans,
    Holds,
}

impl Verdict {
    pub const ALL: [Verdict; 3] = [Verdict::Holds, Verdict::Leans, Verdict::Fails];

    pub const fn id(self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::Leans => "leans",
            Verdict::Fails => "fails",
        }
    }
}

/// A claim holds where so many futures bear it out.
pub const SURE: f64 = 0.9;
/// So many are enough where the mean leaves no doubt about its sign; of a target, it leans.
pub const MOST: f64 = 0.6;
/// It leans where so many futures are better, whatever the mean says.
pub const LEANING: f64 = 0.55;

/// A claim, and how it is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Claimed<'a> {
    pub model: &'a Model,
    /// What is claimed to be better than the model in the metric of the target; without it, the
    /// target is claimed.
    pub variant: Option<&'a Model>,
    pub target: &'a Target,
    pub plan: Plan,
    /// Keys of the inputs over whose ranges is looked.
    pub over: &'a [String],
}

/// What the futures say to a claim.
#[derive(Clone, Debug)]
pub struct Judged {
    pub verdict: Verdict,
    /// Share of the futures that are better, or in which the target is met.
    pub probability: Estimate,
    /// Expected difference that the variant makes, or, without one, the metric's typical number.
    pub mean: Estimate,
    /// Of each input over whose range is looked, in their order.
    pub over: Vec<Stretch>,
    /// The futures of the model itself.
    pub trials: Trials,
}

/// Over which part of the range of an input a claim keeps its verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    pub key: String,
    /// Whether it keeps it over the whole range.
    pub is_whole: bool,
    /// Fifths over which it does not.
    pub lost: usize,
    /// The ends of the longest unbroken part; `None` where it keeps it in no fifth.
    pub ends: Option<[f64; 2]>,
}

/// Parts of the range of an input, in each of which it lies as often.
const PARTS: usize = 5;

/// Where a range is told to begin and to end: nine of ten futures lie between.
pub const ENDS: [f64; 2] = [0.05, 0.95];

/// The chance with which a part that bears the claim out as well as it needs to is told to speak
/// against it.
pub const CHANCE: f64 = 0.001;

/// Judges a claim; `None` where the variant does not have the metric, or neither direction of it is
/// better.
pub fn judge(claimed: &Claimed, watch: &impl Watch) -> Option<Judged> {
    let run = |model: &Model| engine::run(model, claimed.plan, Detail::Totals, watch);
    let model = claimed.model;
    let variant = match claimed.variant {
        Some(variant) => {
            variant.column(&model.column_name(claimed.target.metric))?;
            watch.announce(claimed.plan.trials);
            Some((variant, run(variant)))
        }
        None => None,
    };
    let trials = run(model);
    let seen = Evidence {
        target: claimed.target,
        base: (model, &trials),
        other: variant.as_ref().map(|(model, trials)| (*model, trials)),
    };
    let all = seen.all()?;
    let verdict = all.verdict();
    let over = claimed.over.par_iter().filter_map(|key| seen.stretch(key, verdict)).collect();
    let (probability, mean) = (all.probability, all.mean);
    Some(Judged { verdict, probability, mean, over, trials })
}

/// The futures of a claim.
struct Evidence<'a> {
    target: &'a Target,
    base: Run<'a>,
    other: Option<Run<'a>>,
}

/// What some futures say.
struct Seen {
    futures: usize,
    probability: Estimate,
    mean: Estimate,
    demand: Demand,
}

/// What a claim needs to hold.
#[derive(Clone, Copy)]
enum Demand {
    /// That the variant is better: so much the mean is better than nothing, on a scale on which
    /// higher is better.
    Better { gain: Estimate },
    /// That the target is met with this chance.
    Met { sure: f64 },
}

impl Evidence<'_> {
    fn all(&self) -> Option<Seen> {
        let (model, trials) = self.base;
        let metric = self.target.metric;
        let column = trials.column(model, metric);
        let statistic = Statistic::typical(model, metric);
        let Some(other) = self.other else {
            return Some(Seen {
                futures: column.len(),
                probability: Estimate::mean(&column.hits(self.target.bound), BLOCK),
                mean: statistic.known(model, trials),
                demand: Demand::Met { sure: self.target.with.unwrap_or(SURE) },
            });
        };
        let in_other = other.0.column(&model.column_name(metric))?;
        let chance = in_same_futures(other, self.base, [in_other, metric])?;
        let of_other = Statistic::typical(other.0, in_other);
        let mean = difference(other, self.base, [of_other, statistic]);
        let better = model.metric(metric.metric).better;
        let gain = Estimate { value: score(better, mean.value), ..mean };
        let demand = Demand::Better { gain };
        Some(Seen { futures: column.len(), probability: chance.better, mean, demand })
    }

    /// Over which part of the range of an input the verdict is kept; `None` of what is no input.
    fn stretch(&self, key: &str, verdict: Verdict) -> Option<Stretch> {
        let (input, values) = [Some(self.base), self.other]
            .into_iter()
            .flatten()
            .flat_map(|(model, trials)| model.inputs.iter().zip(&trials.inputs))
            .find(|(input, _)| input.key == key)?;
        let order = estimate::order(values);
        let edge = |part: usize| part * order.len() / PARTS;
        let keeps: Vec<bool> = (0..PARTS)
            .map(|part| {
                let mut futures = order[edge(part)..edge(part + 1)].to_vec();
                futures.sort_unstable();
                self.keeps(&futures, verdict)
            })
            .collect();
        let ends = longest(&keeps).map(|(first, last)| {
            let [low, high] = ENDS;
            let place = |edge: usize| (edge as f64 / PARTS as f64).clamp(low, high);
            [first, last + 1].map(|edge| input.dist.quantile(place(edge)))
        });
        let lost = keeps.iter().filter(|keeps| !**keeps).count();
        Some(Stretch { key: key.to_owned(), is_whole: lost == 0, lost, ends })
    }

    /// Whether some of the futures bear the verdict out as far as chance lets them tell.
    fn keeps(&self, futures: &[usize], verdict: Verdict) -> bool {
        if futures.is_empty() {
            return true;
        }
        let of = |model: &Model, trials: &Trials| {
            let column = model.column(&self.base.0.column_name(self.target.metric))?;
            let plan = Plan { trials: futures.len() as u64, ..trials.plan };
            let mut some = Trials::empty(model, plan);
            some.columns[model.place(column)] = trials.column(model, column).picked(futures);
            Some(some)
        };
        let base = of(self.base.0, self.base.1);
        let other = self.other.map(|(model, trials)| (model, of(model, trials)));
        let other = match &other {
            Some((model, Some(some))) => Some((*model, some)),
            _ => None,
        };
        let some = base.and_then(|base| {
            let part = Evidence { target: self.target, base: (self.base.0, &base), other };
            part.all()
        });
        some.is_none_or(|some| some.may_be(verdict))
    }
}

impl Seen {
    fn verdict(&self) -> Verdict {
        let share = self.probability.value;
        let (holds, leans) = match self.demand {
            Demand::Better { gain } => {
                let is_surely_better = gain.interval()[0] > 0.0;
                (
                    share >= SURE || is_surely_better && share >= MOST,
                    share >= LEANING || is_surely_better,
                )
            }
            Demand::Met { sure } => (share >= sure, share >= MOST.min(sure)),
        };
        match (holds, leans) {
            (true, _) => Verdict::Holds,
            (_, true) => Verdict::Leans,
            _ => Verdict::Fails,
        }
    }

    /// Whether the verdict, or a better one, may be that of many more futures of this kind.
    fn may_be(&self, verdict: Verdict) -> bool {
        let share = |needed: f64| self.share_may_be(needed);
        match (verdict, self.demand) {
            (Verdict::Fails, _) => true,
            (Verdict::Holds, Demand::Better { gain }) => {
                share(SURE) || may_be_above_zero(gain) && share(MOST)
            }
            (Verdict::Leans, Demand::Better { gain }) => share(LEANING) || may_be_above_zero(gain),
            (Verdict::Holds, Demand::Met { sure }) => share(sure),
            (Verdict::Leans, Demand::Met { sure }) => share(MOST.min(sure)),
        }
    }

    /// Whether so many futures, or fewer, would often be counted were the share as large as is
    /// needed: the exact test of Clopper and Pearson (1934).
    fn share_may_be(&self, needed: f64) -> bool {
        let futures = self.futures as f64;
        let counted = (self.probability.value * futures).round();
        if counted >= futures || needed <= 0.0 {
            return true;
        }
        if needed >= 1.0 {
            return false;
        }
        // P(at most so many of n) is the chance of 1 - needed below a beta variate of n - k, k + 1.
        let logit = libm::log((1.0 - needed) / needed);
        incomplete::beta(futures - counted, counted + 1.0, logit).chance.below > CHANCE
    }
}

/// Whether the mean of many more futures of this kind may be above zero.
fn may_be_above_zero(gain: Estimate) -> bool {
    if gain.se == 0.0 {
        return gain.value > 0.0;
    }
    let reach = estimate::student(1.0 - 2.0 * CHANCE, gain.freedom) * gain.se;
    // What is undefined speaks for nothing and against nothing.
    gain.value + reach > 0.0 || (gain.value + reach).is_nan()
}

/// The first of the longest runs of what is so: its first and its last place.
fn longest(so: &[bool]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    let mut first = None;
    for (place, is_so) in so.iter().enumerate() {
        first = is_so.then(|| first.unwrap_or(place));
        if let Some(first) = first
            && best.is_none_or(|(from, to)| place - first > to - from)
        {
            best = Some((first, place));
        }
    }
    best
}
