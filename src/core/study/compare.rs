//! Variants of a scenario against each other, future by future.
//!
//! In the same future both meet the same inputs, and the same luck wherever both draw it: what is
//! better there is better because of what was changed. That a year with it is better than another
//! year without it is a second question, in which luck of its own may outweigh the change
//! ([`Difference::beats`]).

use rayon::prelude::*;

use super::ranking::{Ranking, score};
use super::robust::{Inputs, Robust};
use super::settled::{Asked, Settling, run_until_settled};
use super::why::{self, Gap, Split};
use super::{Alternative, Run, Statistic, difference};
use crate::design::BLOCK;
use crate::diagnostic::Message;
use crate::engine::{self, Detail, Watch};
use crate::estimate::{self, Estimate, Sorted};
use crate::metric::{Better, metric};
use crate::model::{ColumnId, Matrix, Model, Plan};
use crate::summary::Ranks;
use crate::trials::Trials;

/// A variant that is compared with the base.
#[derive(Clone, Debug)]
pub struct Variant {
    pub name: Alternative,
    pub model: Model,
    /// What leads from the base to it, in words.
    pub edits: Vec<Message>,
    /// The models on the way, as [`super::EditOrder::between`] lists them; empty where the
    /// difference is not split.
    pub between: Vec<Model>,
}

/// What a comparison found.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub trials: u64,
    pub others: Vec<Contrast>,
    /// How the base and the others fare in the metric that decides, in this order; `None` where
    /// neither direction of it is better, or where it says nothing in some future.
    pub robust: Option<Robust>,
    /// Whether the pick is settled, where that was asked for.
    pub settling: Option<Settling>,
}

/// A variant less the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    pub name: Alternative,
    pub edits: Vec<Message>,
    /// Differences of every metric that both measure.
    pub metrics: Vec<Difference>,
    pub why: Option<Split>,
    /// On what it hangs whether the variant is better in the metric that decides; `None` where it
    /// hangs on luck, or where nearly all futures agree.
    pub hinge: Option<Hinge>,
}

impl Contrast {
    /// What the variant's difference in a metric advises; where profit surely goes the other way,
    /// it is for the reader to weigh them.
    pub fn advice(&self, subject: &str) -> Option<Advice> {
        let advice = self.metric(subject)?.advice()?;
        let profit = self.metric(metric!("profit")).filter(|profit| profit.name != subject);
        Some(match (advice, profit.and_then(Difference::advice)) {
            (Advice::Do, Some(Advice::DoNot)) | (Advice::DoNot, Some(Advice::Do)) => Advice::Trade,
            _ => advice,
        })
    }

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

/// The input on which it hangs most whether a variant is better.
#[derive(Clone, Debug, PartialEq)]
pub struct Hinge {
    pub key: String,
    /// In how many of the futures the variant is better, where the input is in its lowest and in
    /// its highest fifth.
    pub ends: [Estimate; 2],
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
    let found = Carried { base: (base, &runs[0]), variants, runs: &runs[1..] };
    let luck = other_luck(base, runs[0].plan, watch);
    let robust = scores(&found, asked.subject)
        .and_then(|scores| Robust::of(&scores, &Inputs::of(models.iter().copied().zip(&runs))));
    Comparison { robust, settling, ..found.compare(&luck, asked.subject, watch) }
}

/// What the base and each of the others bring in the metric of a name, higher being better; `None`
/// where neither direction is, or one of them does not have it.
fn scores(carried: &Carried, subject: &str) -> Option<Vec<Vec<f64>>> {
    let (model, column) = (carried.base.0, carried.base.0.column(subject)?);
    let better = model.metric(column.metric).better;
    if better == Better::Neither {
        return None;
    }
    let variants = carried.variants.iter().map(|variant| &variant.model).zip(carried.runs);
    let of = |(model, trials): Run| -> Option<Vec<f64>> {
        let values = trials.column(model, model.column(subject)?).values();
        Some(values.into_iter().map(|value| score(better, value)).collect())
    };
    std::iter::once(carried.base).chain(variants).map(of).collect()
}

/// Compares variants with a run that is there already, in its futures.
pub fn beside(base: Run, variants: &[Variant], subject: &str, watch: &impl Watch) -> Comparison {
    let plan = base.1.plan;
    watch.announce(plan.trials * variants.len() as u64);
    engine::ahead(variants.iter().map(|variant| (&variant.model, plan, 0)), watch);
    let run = |variant: &Variant| engine::run(&variant.model, plan, Detail::Totals, watch);
    let luck = other_luck(base.0, plan, watch);
    let mut others = Vec::new();
    let mut all: Option<Vec<Vec<f64>>> = None;
    // So many at a time are in memory.
    for (place, part) in variants.chunks(AT_ONCE).enumerate() {
        let runs: Vec<Trials> = part.iter().map(run).collect();
        let carried = Carried { base, variants: part, runs: &runs };
        others.extend(carried.compare(&luck, subject, watch).others);
        let found = scores(&carried, subject);
        all = match (all, found) {
            (None, found) if place == 0 => found,
            (Some(mut all), Some(found)) => {
                all.extend(found.into_iter().skip(1));
                Some(all)
            }
            _ => None,
        };
    }
    let robust = all.and_then(|scores| Robust::of(&scores, &Inputs::of([base])));
    Comparison { trials: plan.trials, others, robust, settling: None }
}

/// Variants that are in memory at a time beside a run.
const AT_ONCE: usize = 8;

/// Variants that were carried out in the futures of the base.
struct Carried<'a> {
    base: Run<'a>,
    variants: &'a [Variant],
    runs: &'a [Trials],
}

impl Carried<'_> {
    fn compare(&self, luck: &Trials, subject: &str, watch: &impl Watch) -> Comparison {
        let (base, plan) = (self.base, self.base.1.plan);
        let between: usize = self.variants.iter().map(|variant| variant.between.len()).sum();
        let part = Plan { trials: why::trials(plan, between), ..plan };
        watch.announce(part.trials * between as u64);
        let models = self.variants.iter().flat_map(|variant| &variant.between);
        engine::ahead(models.map(|model| (model, part, 0)), watch);
        let others: Vec<Run> =
            self.variants.iter().map(|variant| &variant.model).zip(self.runs).collect();
        let mut metrics = differences(base, luck, &others);
        let mut hinges = Hinges::of(base, subject);
        let contrast = |(variant, other): (&Variant, &Run)| {
            let metrics = metrics.next().unwrap_or_default();
            let why = (!variant.edits.is_empty()).then(|| {
                let differences: Vec<(String, Estimate)> =
                    metrics.iter().map(|metric| (metric.name.clone(), metric.mean)).collect();
                let edits = if variant.between.is_empty() { 1 } else { variant.edits.len() };
                let gap = Gap {
                    base,
                    other: *other,
                    between: &variant.between,
                    edits,
                    differences: &differences,
                    plan: part,
                };
                why::split(gap, watch)
            });
            let hinge = hinges.as_mut().and_then(|hinges| hinges.found(*other));
            let (name, edits) = (variant.name.clone(), variant.edits.clone());
            Contrast { name, edits, metrics, why, hinge }
        };
        Comparison {
            trials: plan.trials,
            others: self.variants.iter().zip(&others).map(contrast).collect(),
            robust: None,
            settling: None,
        }
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
            .map(|other| Some(reference.difference(base, *other, other.0.column(&reference.name)?)))
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

/// What comparisons with a run need of it, computed once for all that follow.
#[derive(Debug)]
pub struct Basis {
    references: Vec<Reference>,
}

impl Basis {
    /// Of some metrics of a run, which is simulated once more with luck of its own. Meaningless
    /// where `watch` stopped it.
    pub fn of(base: Run, columns: Vec<ColumnId>, watch: &impl Watch) -> Basis {
        let luck = other_luck(base.0, base.1.plan, watch);
        let reference = |column| Reference::of(base, &luck, column);
        Basis { references: columns.into_par_iter().map(reference).collect() }
    }

    /// The differences of another run to the base, in the metrics that both have. Test:
    /// `serve::numbers::a_try_is_the_comparison_of_the_file_that_is_saved`.
    pub fn against(&self, base: Run, other: Run) -> Vec<Difference> {
        let difference = |reference: &Reference| {
            Some(reference.difference(base, other, other.0.column(&reference.name)?))
        };
        self.references.par_iter().filter_map(difference).collect()
    }
}

/// A metric of the base.
#[derive(Debug)]
struct Reference {
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

impl Reference {
    fn of(base: Run, luck: &Trials, column: ColumnId) -> Reference {
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

    fn difference(&self, base: Run, other: Run, in_other: ColumnId) -> Difference {
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

/// The inputs of a run, to find the one on which it hangs whether another run is better.
struct Hinges<'a> {
    base: Run<'a>,
    column: ColumnId,
    values: Vec<f64>,
    /// Ranks of the inputs of the base, once they are needed.
    ranks: Vec<Option<Ranks>>,
}

/// Futures of which inputs are ranked: they leave a rank correlation with an error of 1 %.
const RANKED: usize = 10_000;

/// Where fewer futures than this share are better, or worse, nearly all agree.
const AGREED: f64 = 0.1;

/// Rank correlations nearer to zero are not worth a word.
const TELLING: f64 = 0.1;

impl<'a> Hinges<'a> {
    /// `None` where the metric is none of the base, or neither direction is better.
    fn of(base: Run<'a>, subject: &str) -> Option<Hinges<'a>> {
        let (model, trials) = base;
        let column = model.column(subject)?;
        let is_told = model.metric(column.metric).better != Better::Neither;
        is_told.then(|| Hinges {
            base,
            column,
            values: ranked(model, trials, column),
            ranks: vec![None; model.inputs.len()],
        })
    }

    fn found(&mut self, other: Run) -> Option<Hinge> {
        let (model, trials) = self.base;
        let better = model.metric(self.column.metric).better;
        let in_other = other.0.column(&model.column_name(self.column))?;
        let count = trials.filled().min(RANKED);
        let is_better: Vec<f64> = apart(&ranked(other.0, other.1, in_other), &self.values)
            .iter()
            .take(count)
            .map(|&apart| f64::from(u8::from(score(better, apart) > 0.0)))
            .collect();
        if !(AGREED..=1.0 - AGREED).contains(&estimate::mean(&is_better)) {
            return None;
        }
        let outcome = Ranks::of(&is_better);
        let mut found: Option<(f64, &str, &[f64])> = None;
        for (input, values) in other.0.inputs.iter().zip(&other.1.inputs) {
            let place = model.inputs.iter().position(|base| base.key == input.key);
            let same = place.filter(|&place| trials.inputs[place] == *values);
            let correlation = match same {
                Some(place) => self.ranks[place]
                    .get_or_insert_with(|| Ranks::of(&values[..count]))
                    .correlation(&outcome),
                None => Ranks::of(&values[..count]).correlation(&outcome),
            }
            .abs();
            if correlation > found.map_or(TELLING, |(most, ..)| most) {
                found = Some((correlation, &input.key, &values[..count]));
            }
        }
        let (_, key, values) = found?;
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_unstable_by(|&a, &b| values[a].total_cmp(&values[b]).then(a.cmp(&b)));
        let fifth = count / 5;
        let ends = [&order[..fifth], &order[count - fifth..]].map(|places| {
            let of: Vec<f64> = places.iter().map(|&trial| is_better[trial]).collect();
            Estimate::mean(&of, 1)
        });
        Some(Hinge { key: key.to_owned(), ends })
    }
}

/// What each value is apart from its base; of two that are equally bad, nothing.
fn apart(values: &[f64], bases: &[f64]) -> Vec<f64> {
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
pub(super) fn in_same_futures(
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
