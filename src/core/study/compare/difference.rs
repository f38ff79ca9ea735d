//! What one metric is in a run, beside what it is in the base: how far apart in the same futures,
//! how often better, and what that advises.

use crate::design::BLOCK;
use crate::estimate::{self, Estimate, Sorted};
use crate::metric::Better;
use crate::model::{ColumnId, Model};
use crate::study::ranking::score;
use crate::study::{Run, Statistic, difference};
use crate::trials::Trials;

/// The difference of one metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub name: String,
    /// Column of the base.
    pub column: ColumnId,
    /// Which direction is better.
    pub better: Better,
    /// Typical number of the base and of the other one: means, or medians of what has no mean.
    pub ends: [Estimate; 2],
    /// The other one less the base, paired.
    pub mean: Estimate,
    /// 5th percentile, median and 95th percentile of the difference in the same future.
    pub spread: [f64; 3],
    /// In how many futures the other one is better; `None` where neither direction is. A difference
    /// that only rounding makes is a tie.
    pub chance: Option<Chance>,
    /// In how many worlds the other one beats the base, each with its own luck. What differs by
    /// less than a hundredth of the base's 90 % width is a tie.
    pub beats: Option<Chance>,
    pub dominance: Dominance,
    /// How many times as many trials two unpaired runs would take for the same error; infinite
    /// where the difference is exact.
    pub reduction: f64,
    /// Less makes no difference: a hundredth of the base's 90 % width.
    pub tie: f64,
}

/// Where so many futures are better, a difference is one however small it is.
const NEARLY_ALL: f64 = 0.95;

/// How often one variant is better than another, and how often it is worse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    pub better: Estimate,
    pub worse: Estimate,
}

/// What a difference advises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    Do,
    DoNot,
    /// Nothing differs, or nothing worth speaking of.
    Same,
    /// What is asked for and profit go different ways.
    Trade,
    CannotTell(Doubt),
}

/// Why a difference advises nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// So few futures leave the sign of the mean open.
    Few,
    /// The mean says one thing, and more futures say the other.
    Divided,
}

/// Whether one distribution is better whatever one thinks of risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dominance {
    /// Both are the same.
    Same,
    /// The other one is better at every percentile.
    OtherFirst,
    /// The other one is better for everybody who does not love risk.
    OtherSecond,
    BaseFirst,
    BaseSecond,
    None,
}

impl Difference {
    /// What it advises: the mean decides, where its 95 % interval leaves no doubt about its sign
    /// and no more futures speak against it than for it. `None` where neither direction is better,
    /// or where one future has no error.
    pub fn advice(&self) -> Option<Advice> {
        let Chance { better, worse } = self.chance?;
        if self.dominance == Dominance::Same {
            return Some(Advice::Same);
        }
        if !self.mean.se.is_finite() {
            return None;
        }
        let is_small = self.mean.interval().iter().all(|end| end.abs() <= self.tie);
        if is_small && better.value < NEARLY_ALL && worse.value < NEARLY_ALL {
            return Some(Advice::Same);
        }
        let gains = self.mean.interval().map(|end| score(self.better, end));
        let (low, high) = (gains[0].min(gains[1]), gains[0].max(gains[1]));
        let is_divided = |with: Estimate, against: Estimate| with.value < against.value;
        Some(if low > 0.0 {
            if is_divided(better, worse) { Advice::CannotTell(Doubt::Divided) } else { Advice::Do }
        } else if high < 0.0 {
            if is_divided(worse, better) {
                Advice::CannotTell(Doubt::Divided)
            } else {
                Advice::DoNot
            }
        } else {
            Advice::CannotTell(Doubt::Few)
        })
    }
}

impl Advice {
    pub const fn id(self) -> &'static str {
        match self {
            Advice::Do => "do",
            Advice::DoNot => "do not",
            Advice::Same => "no difference",
            Advice::Trade => "trade-off",
            Advice::CannotTell(_) => "cannot tell",
        }
    }
}

/// A metric of the base.
#[derive(Debug)]
pub(super) struct Reference {
    pub(super) name: String,
    column: ColumnId,
    better: Better,
    statistic: Statistic,
    typical: Estimate,
    /// Its values, undefined ones as the worst, and in the first of the same worlds with luck of
    /// their own.
    values: Vec<f64>,
    lucky: Vec<f64>,
    /// Less makes no difference.
    tie: f64,
    /// The ranks of its values, where one is better than another.
    ranks: Option<Sorted>,
}

impl Reference {
    pub(super) fn of(base: Run, luck: &Trials, column: ColumnId) -> Reference {
        let (model, runs) = base;
        let better = model.metric(column.metric).better;
        let (statistic, values) = (Statistic::typical(model, column), ranked(model, runs, column));
        Reference {
            name: model.column_name(column),
            column,
            better,
            statistic,
            typical: statistic.known(model, runs),
            lucky: ranked(model, luck, column),
            tie: tolerance(&values),
            ranks: (better != Better::Neither).then(|| ranks(better, &values)),
            values,
        }
    }

    pub(super) fn difference(&self, base: Run, other: Run, in_other: ColumnId) -> Difference {
        let Reference { better, tie, .. } = *self;
        let statistic = Statistic::typical(other.0, in_other);
        let values = ranked(other.0, other.1, in_other);
        let is_same = values == self.values;
        let apart = |bases: &[f64]| -> Vec<f64> {
            if is_same { vec![0.0; bases.len()] } else { apart(&values, bases) }
        };
        let (paired, lucky) = (apart(&self.values), apart(&self.lucky));
        let is_told = better != Better::Neither;
        let chance = is_told.then(|| Chance::paired(better, &values, &self.values, &paired));
        let beats = is_told.then(|| Chance::of(better, &lucky, |_| tie));
        Difference {
            name: self.name.clone(),
            column: self.column,
            better,
            mean: difference(other, base, [statistic, self.statistic]),
            ends: [self.typical, statistic.known(other.0, other.1)],
            spread: estimate::quantiles_by_selection(&paired, [0.05, 0.5, 0.95]),
            dominance: match &self.ranks {
                _ if is_same => Dominance::Same,
                Some(bases) => dominance(&ranks(better, &values), bases),
                None => Dominance::None,
            },
            reduction: reduction(&values, &self.values),
            chance,
            beats,
            tie,
        }
    }
}

/// A hundredth of the width of 90 % of the futures: less makes no difference.
pub(super) fn tolerance(values: &[f64]) -> f64 {
    let [low, high] = estimate::quantiles_by_selection(values, [0.05, 0.95]);
    let width = high - low;
    if width.is_finite() { width / 100.0 } else { 0.0 }
}

/// The values of a metric, undefined ones as the worst.
pub(super) fn ranked(model: &Model, runs: &Trials, column: ColumnId) -> Vec<f64> {
    let worst = model.metric(column.metric).better.worst();
    let mut values = runs.column(model, column).values();
    values.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = worst);
    values
}

/// What each value is apart from its base; of two that are equally bad, nothing.
pub(super) fn apart(values: &[f64], bases: &[f64]) -> Vec<f64> {
    let apart = |(value, base): (&f64, &f64)| if value == base { 0.0 } else { value - base };
    values.iter().zip(bases).map(apart).collect()
}

/// Sums in another order differ by less than this share of them.
const ROUNDING: f64 = 1e-9;

impl Chance {
    /// How often differences are better, and worse, by more than a tie.
    fn of(better: Better, apart: &[f64], tie: impl Fn(usize) -> f64) -> Chance {
        let share = |sign: f64| {
            let is_so = |(trial, &apart): (usize, &f64)| {
                f64::from(u8::from(sign * score(better, apart) > tie(trial)))
            };
            Estimate::mean(&apart.iter().enumerate().map(is_so).collect::<Vec<f64>>(), BLOCK)
        };
        Chance { better: share(1.0), worse: share(-1.0) }
    }

    /// How often values are better, and worse, than their bases, from which they are so far apart:
    /// what only rounding makes is a tie.
    fn paired(better: Better, values: &[f64], bases: &[f64], apart: &[f64]) -> Chance {
        let rounding = |trial: usize| ROUNDING * (values[trial].abs() + bases[trial].abs());
        Chance::of(better, apart, rounding)
    }
}

/// In how many of the same futures a run is better than another, and in how many worse; `None`
/// where neither direction of the metric is better.
pub fn in_same_futures(
    other: Run,
    base: Run,
    [in_other, in_base]: [ColumnId; 2],
) -> Option<Chance> {
    let better = base.0.metric(in_base.metric).better;
    let (values, bases) = (ranked(other.0, other.1, in_other), ranked(base.0, base.1, in_base));
    (better != Better::Neither)
        .then(|| Chance::paired(better, &values, &bases, &apart(&values, &bases)))
}

/// Var(A) + Var(B) over Var(A - B), of the trials in which both are defined.
fn reduction(a: &[f64], b: &[f64]) -> f64 {
    let (a, b): (Vec<f64>, Vec<f64>) =
        a.iter().zip(b).filter(|(a, b)| a.is_finite() && b.is_finite()).unzip();
    let apart: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
    (estimate::variance(&a) + estimate::variance(&b)) / estimate::variance(&apart)
}

/// Values on a scale on which higher is better.
fn ranks(better: Better, values: &[f64]) -> Sorted {
    let ranks: Vec<f64> = values.iter().map(|value| score(better, *value)).collect();
    Sorted::of(&ranks)
}

/// Percentiles at which two distributions are compared.
const GRID: usize = 99;

/// First-order: no worse at any whole percentile, and better at one. Second-order: the mean of the
/// worst p of the futures is no worse for any p. (Hadar and Russell 1969.)
fn dominance(others: &Sorted, bases: &Sorted) -> Dominance {
    let percentiles = |values: &Sorted| -> Vec<f64> {
        (1..=GRID).map(|p| values.quantile(p as f64 / 100.0)).collect()
    };
    let (other, base) = (percentiles(others), percentiles(bases));
    let tails = |values: &Sorted| -> Vec<f64> {
        let mut sum = 0.0;
        values
            .values()
            .map(|value| {
                sum += value;
                sum
            })
            .collect()
    };
    let above = |a: &[f64], b: &[f64]| {
        a.iter().zip(b).all(|(a, b)| a >= b) && a.iter().zip(b).any(|(a, b)| a > b)
    };
    if above(&other, &base) {
        Dominance::OtherFirst
    } else if above(&base, &other) {
        Dominance::BaseFirst
    } else if above(&tails(others), &tails(bases)) {
        Dominance::OtherSecond
    } else if above(&tails(bases), &tails(others)) {
        Dominance::BaseSecond
    } else {
        Dominance::None
    }
}
