//! Variants of a scenario against each other, future by future.
//!
//! In the same future both meet the same inputs, and the same luck wherever both draw it: what is
//! better there is better because of what was changed. That a year with it is better than another
//! year without it is a second question, in which luck of its own may outweigh the change
//! ([`Difference::beats`]).

mod difference;
mod hinge;

pub(super) use difference::in_same_futures;
pub use difference::{Advice, Chance, Difference, Dominance, Doubt};
pub use hinge::Hinge;

use rayon::prelude::*;

use self::difference::{Reference, ranked, tolerance};
use self::hinge::Hinges;
use super::ranking::{Ranking, score};
use super::robust::{Inputs, Robust};
use super::settled::{Asked, Settling, run_until_settled};
use super::why::{self, Gap, Split};
use super::{Alternative, Run};
use crate::design::BLOCK;
use crate::diagnostic::Message;
use crate::engine::{self, Detail, Watch};
use crate::estimate::Estimate;
use crate::metric::{Better, metric};
use crate::model::{ColumnId, Matrix, Model, Plan};
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
