//! Variants of a scenario against each other, future by future.

use rayon::prelude::*;

use super::ranking::{Ranking, score};
use super::settled::{Asked, Settling, run_until_settled};
use super::why::{self, Gap, Split};
use super::{Alternative, Run, Statistic, difference};
use crate::design::BLOCK;
use crate::engine::{self, Detail, Watch};
use crate::estimate::{self, Estimate, Sorted};
use crate::metric::Better;
use crate::model::{ColumnId, Matrix, Model, Plan};
use crate::trials::Trials;

/// A variant that is compared with the base.
#[derive(Clone, Debug)]
pub struct Variant {
    pub name: Alternative,
    pub model: Model,
    /// What leads from the base to it, in words.
    pub edits: Vec<String>,
    /// The models on the way, as [`super::EditOrder::between`] lists them; empty where the
    /// difference is not split.
    pub between: Vec<Model>,
}

/// What a comparison found.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub trials: u64,
    pub others: Vec<Contrast>,
    /// Whether the pick is settled, where that was asked for.
    pub settling: Option<Settling>,
}

/// A variant less the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    pub name: Alternative,
    pub edits: Vec<String>,
    /// Differences of every metric that both measure.
    pub metrics: Vec<Difference>,
    pub why: Option<Split>,
}

impl Contrast {
    /// The difference of a metric, by its name.
    pub fn metric(&self, name: &str) -> Option<&Difference> {
        self.metrics.iter().find(|metric| metric.name == name)
    }
}

/// The difference of one metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub name: String,
    /// Column of the base.
    pub column: ColumnId,
    /// Typical number of the base and of the other one: means, or medians of what has no mean.
    pub ends: [Estimate; 2],
    /// The other one less the base, paired.
    pub mean: Estimate,
    /// 5th percentile, median and 95th percentile of the difference in one world, each variant with
    /// its own luck.
    pub spread: [f64; 3],
    /// How often the other one is better; `None` where neither direction is.
    pub chance: Option<Chance>,
    pub dominance: Dominance,
    /// How many times as many trials two unpaired runs would take for the same error; infinite
    /// where the difference is exact.
    pub reduction: f64,
}

/// How often one variant beats another. What differs by less than a hundredth of the base's 90 %
/// width is a tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    pub better: Estimate,
    pub worse: f64,
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

/// Every so many futures, one gets other luck in the base, for the chance of being better.
const OTHER_LUCK: u64 = 5;

/// Compares variants with the base. Everything that two of them share, they meet in the same
/// futures.
pub fn compare(base: &Model, variants: &[Variant], asked: Asked, watch: &impl Watch) -> Comparison {
    let models: Vec<&Model> =
        std::iter::once(base).chain(variants.iter().map(|variant| &variant.model)).collect();
    let look = |runs: &[Trials]| {
        let chance_wrong = asked.most.and_then(|_| {
            let runs: Vec<Run> = models.iter().copied().zip(runs).collect();
            let tolerance = tolerance(&ranked(base, runs[0].1, base.column(asked.subject)?));
            Some(Ranking::of(&runs, asked.subject)?.chance_wrong(tolerance))
        });
        ((), chance_wrong)
    };
    let (runs, (), settling) = run_until_settled(&models, asked, look, watch);
    let plan = runs[0].plan;
    let luck = other_luck(base, plan, watch);
    let between: usize = variants.iter().map(|variant| variant.between.len()).sum();
    let part = Plan { trials: why::trials(plan, between), ..plan };
    watch.announce(part.trials * between as u64);
    let others: Vec<Run> = variants.iter().map(|variant| &variant.model).zip(&runs[1..]).collect();
    let mut metrics = differences((base, &runs[0]), &luck, &others);
    let contrast = |(variant, run): (&Variant, &Trials)| {
        let pair = [(&variant.model, run), (base, &runs[0])];
        let metrics = metrics.next().unwrap_or_default();
        let why = (!variant.edits.is_empty()).then(|| {
            let differences: Vec<(String, Estimate)> =
                metrics.iter().map(|metric| (metric.name.clone(), metric.mean)).collect();
            let edits = if variant.between.is_empty() { 1 } else { variant.edits.len() };
            let [other, base] = pair;
            why::split(
                Gap {
                    base,
                    other,
                    between: &variant.between,
                    edits,
                    differences: &differences,
                    plan: part,
                },
                watch,
            )
        });
        Contrast { name: variant.name.clone(), edits: variant.edits.clone(), metrics, why }
    };
    Comparison {
        trials: plan.trials,
        others: variants.iter().zip(&runs[1..]).map(contrast).collect(),
        settling,
    }
}

/// The base in the first of the same worlds, with luck of its own.
fn other_luck(base: &Model, plan: Plan, watch: &impl Watch) -> Trials {
    let share = (plan.trials / OTHER_LUCK).max(2 * BLOCK as u64).min(plan.trials);
    let plan = Plan { trials: share, matrix: Matrix::OtherLuck, ..plan };
    watch.announce(share);
    engine::run(base, plan, Detail::Totals, watch)
}

/// The differences of each of some runs to the base, in the metrics that both have. What a
/// difference needs of the base is computed once for all of them.
fn differences(base: Run, luck: &Trials, others: &[Run]) -> impl Iterator<Item = Vec<Difference>> {
    let columns: Vec<ColumnId> = base.0.columns().collect();
    let of_column = |column: ColumnId| {
        let reference = Reference::of(base, luck, column);
        others
            .iter()
            .map(|other| Some(reference.difference(*other, other.0.column(&reference.name)?)))
            .collect()
    };
    let found: Vec<Vec<Option<Difference>>> = columns.into_par_iter().map(of_column).collect();
    let mut of_others: Vec<Vec<Difference>> =
        others.iter().map(|_| Vec::with_capacity(found.len())).collect();
    for row in found {
        of_others.iter_mut().zip(row).for_each(|(differences, found)| differences.extend(found));
    }
    of_others.into_iter()
}

/// A hundredth of the width of 90 % of the futures: less makes no difference.
fn tolerance(values: &[f64]) -> f64 {
    let [low, high] = estimate::quantiles_by_selection(values, [0.05, 0.95]);
    let width = high - low;
    if width.is_finite() { width / 100.0 } else { 0.0 }
}

/// The values of a metric, undefined ones as the worst.
fn ranked(model: &Model, runs: &Trials, column: ColumnId) -> Vec<f64> {
    let worst = model.metric(column.metric).better.worst();
    let mut values = runs.column(model, column).values();
    values.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = worst);
    values
}

/// A metric of the base.
struct Reference<'a> {
    base: Run<'a>,
    name: String,
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

impl<'a> Reference<'a> {
    fn of(base: Run<'a>, luck: &Trials, column: ColumnId) -> Reference<'a> {
        let (model, runs) = base;
        let better = model.metric(column.metric).better;
        let (statistic, values) = (Statistic::typical(model, column), ranked(model, runs, column));
        Reference {
            base,
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

    fn difference(&self, other: Run, in_other: ColumnId) -> Difference {
        let Reference { better, tie, .. } = *self;
        let statistic = Statistic::typical(other.0, in_other);
        let values = ranked(other.0, other.1, in_other);
        let is_same = values == self.values;
        // In one world, each with its own luck.
        let apart: Vec<f64> = if is_same {
            vec![0.0; self.lucky.len()]
        } else {
            values
                .iter()
                .zip(&self.lucky)
                .map(|(other, base)| if other == base { 0.0 } else { other - base })
                .collect()
        };
        let share = |test: &dyn Fn(f64) -> bool| -> Vec<f64> {
            apart.iter().map(|&apart| f64::from(u8::from(test(score(better, apart))))).collect()
        };
        let chance = (better != Better::Neither).then(|| Chance {
            better: Estimate::mean(&share(&|apart| apart > tie), BLOCK),
            worse: estimate::mean(&share(&|apart| apart < -tie)),
        });
        Difference {
            name: self.name.clone(),
            column: self.column,
            mean: difference(other, self.base, [statistic, self.statistic]),
            ends: [self.typical, statistic.known(other.0, other.1)],
            spread: estimate::quantiles_by_selection(&apart, [0.05, 0.5, 0.95]),
            dominance: match &self.ranks {
                _ if is_same => Dominance::Same,
                Some(bases) => dominance(&ranks(better, &values), bases),
                None => Dominance::None,
            },
            reduction: reduction(&values, &self.values),
            chance,
        }
    }
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
