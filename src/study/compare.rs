//! Variants of a scenario against each other, future by future.

use rayon::prelude::*;

use super::settled::{Settling, wrong_pick};
use super::why::{self, Gap, Split};
use super::{Run, Statistic, difference};
use crate::design::{BLOCK, Sampler};
use crate::engine::{self, Detail, Watch};
use crate::estimate::{self, Known};
use crate::metric::Better;
use crate::model::{ColumnId, Matrix, Model, Plan};
use crate::trials::Trials;

/// A variant that is compared with the base.
#[derive(Clone, Debug)]
pub struct Variant {
    pub name: String,
    pub model: Model,
    /// What leads from the base to it, in words.
    pub edits: Vec<String>,
    /// The models on the way, as [`super::Order::between`] lists them; empty where the difference is not split.
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

/// One variant less the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    pub name: String,
    pub edits: Vec<String>,
    /// Of every metric that both measure.
    pub metrics: Vec<Difference>,
    pub why: Option<Split>,
}

/// The difference of one metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub name: String,
    /// Column of the base.
    pub column: ColumnId,
    /// Typical number of the base and of the other one: means, or medians of what has no mean.
    pub ends: [Known; 2],
    /// The other one less the base, paired.
    pub mean: Known,
    /// 5th percentile, median and 95th percentile of the difference in one world, each variant with its own luck.
    pub spread: [f64; 3],
    /// How often the other one is better; `None` where neither direction is.
    pub chance: Option<Chance>,
    pub dominance: Dominance,
    /// How many times as many trials two unpaired runs would take for the same error; infinite where the difference is exact.
    pub reduction: f64,
}

/// How often one variant beats another. What differs by less than a hundredth of the base's 90 % width is a tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    pub better: Known,
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

/// One future in so many gets other luck in the base, for the chance of being better.
const OTHER_LUCK: u64 = 5;

/// What is compared, and how.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub plan: Plan,
    /// Name of the metric by which one variant is picked.
    pub subject: &'a str,
    /// Go on, doubling the trials, until the pick is settled or there are so many.
    pub most: Option<u64>,
}

/// Compares variants with the base. Everything that two of them share, they meet in the same futures.
pub fn compare(base: &Model, variants: &[Variant], asked: Asked, watch: &impl Watch) -> Comparison {
    let models: Vec<&Model> = std::iter::once(base).chain(variants.iter().map(|variant| &variant.model)).collect();
    watch.announce(asked.plan.trials * models.len() as u64);
    let mut runs: Vec<Trials> = models.iter().map(|model| engine::run(model, asked.plan, Detail::Totals, watch)).collect();
    let mut settling = None;
    while let Some(most) = asked.most {
        let wrong = wrong(&models, &runs, asked.subject);
        let trials = runs[0].count();
        settling = wrong.map(|wrong| Settling { trials, wrong });
        let more = (2 * trials).max(2 * BLOCK as u64);
        if settling.is_none_or(Settling::is_settled) || more > most || watch.stopped() || asked.plan.sampler == Sampler::Expected {
            break;
        }
        watch.announce((more - trials) * models.len() as u64);
        for (model, run) in models.iter().zip(&mut runs) {
            engine::extend(model, run, more, Detail::Totals, watch);
        }
    }
    let plan = runs[0].plan;
    let luck = other_luck(base, plan, watch);
    let between: usize = variants.iter().map(|variant| variant.between.len()).sum();
    let part = Plan { trials: why::trials(plan, between), ..plan };
    watch.announce(part.trials * between as u64);
    let contrast = |(variant, run): (&Variant, &Trials)| {
        let pair = [(&variant.model, run), (base, &runs[0])];
        let columns: Vec<[ColumnId; 2]> = common(&variant.model, base).collect();
        let metrics: Vec<Difference> = columns.into_par_iter().map(|columns| Difference::of(pair, &luck, columns)).collect();
        let why = (!variant.edits.is_empty()).then(|| {
            let differences: Vec<(String, Known)> = metrics.iter().map(|metric| (metric.name.clone(), metric.mean)).collect();
            let edits = if variant.between.is_empty() { 1 } else { variant.edits.len() };
            let [other, base] = pair;
            why::split(Gap { base, other, between: &variant.between, edits, differences: &differences, plan: part }, watch)
        });
        Contrast { name: variant.name.clone(), edits: variant.edits.clone(), metrics, why }
    };
    Comparison { trials: plan.trials, others: variants.iter().zip(&runs[1..]).map(contrast).collect(), settling }
}

/// The base in the first of the same worlds, with luck of its own.
fn other_luck(base: &Model, plan: Plan, watch: &impl Watch) -> Trials {
    let share = (plan.trials / OTHER_LUCK).max(2 * BLOCK as u64).min(plan.trials);
    let plan = Plan { trials: share, matrix: Matrix::OtherLuck, ..plan };
    watch.announce(share);
    engine::run(base, plan, Detail::Totals, watch)
}

/// Columns of the same name in both models.
fn common<'m>(other: &'m Model, base: &'m Model) -> impl Iterator<Item = [ColumnId; 2]> + 'm {
    base.columns().filter_map(|column| Some([other.column(&base.column_name(column))?, column]))
}

/// The chance that the variant with the best typical number is not the best one.
fn wrong(models: &[&Model], runs: &[Trials], subject: &str) -> Option<f64> {
    let statistics: Option<Vec<Statistic>> = models.iter().map(|model| Some(Statistic::typical(model, model.column(subject)?))).collect();
    let statistics = statistics?;
    let base = statistics[0].metric;
    let better = models[0].metric(base.metric).better;
    let score = |place: usize| rank(better, statistics[place].value(models[place], &runs[place]));
    let best = (0..models.len()).max_by(|&a, &b| score(a).total_cmp(&score(b)))?;
    let run = |place: usize| -> Run { (models[place], &runs[place]) };
    let rivals = (0..models.len()).filter(|&place| place != best);
    let advantages: Vec<Known> = rivals.map(|rival| difference(run(best), run(rival), [statistics[best], statistics[rival]])).collect();
    Some(wrong_pick(&advantages, tolerance(models[0], &runs[0], base)))
}

/// A value on a scale on which higher is better.
pub fn rank(better: Better, value: f64) -> f64 {
    let value = if better == Better::Lower { -value } else { value };
    if value.is_nan() { f64::NEG_INFINITY } else { value }
}

/// A hundredth of the width of 90 % of the futures: less makes no difference.
fn tolerance(model: &Model, runs: &Trials, column: ColumnId) -> f64 {
    let values = ranked(model, runs, column);
    let [low, high] = estimate::quantiles_by_selection(&values, [0.05, 0.95]);
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

impl Difference {
    fn of([(other, other_runs), (base, base_runs)]: [Run; 2], luck: &Trials, [in_other, in_base]: [ColumnId; 2]) -> Difference {
        let statistics = [Statistic::typical(other, in_other), Statistic::typical(base, in_base)];
        let mean = difference((other, other_runs), (base, base_runs), statistics);
        let ends = [statistics[1].known(base, base_runs), statistics[0].known(other, other_runs)];
        let better = base.metric(in_base.metric).better;
        let (others, bases) = (ranked(other, other_runs, in_other), ranked(base, base_runs, in_base));
        let is_same = others == bases;
        // In one world, each with its own luck.
        let lucky = ranked(base, luck, in_base);
        let apart: Vec<f64> = if is_same {
            vec![0.0; lucky.len()]
        } else {
            others.iter().zip(&lucky).map(|(other, base)| if other == base { 0.0 } else { other - base }).collect()
        };
        let tie = tolerance(base, base_runs, in_base);
        let share = |test: &dyn Fn(f64) -> bool| -> Vec<f64> {
            apart.iter().map(|&apart| f64::from(u8::from(test(rank(better, apart))))).collect()
        };
        let chance = (better != Better::Neither).then(|| Chance {
            better: Known::mean(&share(&|apart| apart > tie), BLOCK),
            worse: estimate::mean(&share(&|apart| apart < -tie)),
        });
        let spread = estimate::quantiles_by_selection(&apart, [0.05, 0.5, 0.95]);
        Difference {
            name: base.column_name(in_base),
            column: in_base,
            dominance: if is_same { Dominance::Same } else { dominance(better, others.clone(), bases.clone()) },
            reduction: reduction(&others, &bases),
            ends,
            mean,
            spread,
            chance,
        }
    }
}

/// Var(A) + Var(B) over Var(A - B), of the trials in which both are defined.
fn reduction(a: &[f64], b: &[f64]) -> f64 {
    let defined: Vec<(f64, f64)> = a.iter().copied().zip(b.iter().copied()).filter(|(a, b)| a.is_finite() && b.is_finite()).collect();
    let of = |value: &dyn Fn(&(f64, f64)) -> f64| estimate::variance(&defined.iter().map(value).collect::<Vec<_>>());
    (of(&|pair| pair.0) + of(&|pair| pair.1)) / of(&|pair| pair.0 - pair.1)
}

/// Percentiles at which two distributions are compared.
const GRID: usize = 99;

/// First-order: no worse at any whole percentile, and better at one. Second-order: the mean of the worst p of the futures is no
/// worse for any p. (Hadar and Russell 1969.)
fn dominance(better: Better, others: Vec<f64>, bases: Vec<f64>) -> Dominance {
    let sorted = |values: Vec<f64>| {
        let mut values: Vec<f64> = values.into_iter().map(|value| rank(better, value)).collect();
        values.sort_unstable_by(f64::total_cmp);
        values
    };
    let (others, bases) = (sorted(others), sorted(bases));
    let percentiles = |values: &[f64]| -> Vec<f64> { (1..=GRID).map(|p| estimate::quantile_of_sorted(values, p as f64 / 100.0)).collect() };
    let (other, base) = (percentiles(&others), percentiles(&bases));
    let tails = |values: &[f64]| -> Vec<f64> {
        let mut sum = 0.0;
        values
            .iter()
            .map(|value| {
                sum += value;
                sum
            })
            .collect()
    };
    let above = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| a >= b) && a.iter().zip(b).any(|(a, b)| a > b);
    if better == Better::Neither {
        Dominance::None
    } else if above(&other, &base) {
        Dominance::OtherFirst
    } else if above(&base, &other) {
        Dominance::BaseFirst
    } else if above(&tails(&other), &tails(&base)) {
        Dominance::OtherSecond
    } else if above(&tails(&base), &tails(&other)) {
        Dominance::BaseSecond
    } else {
        Dominance::None
    }
}
