//! Why two variants differ: the difference, split over the edits that lead from one to the other.

use super::{Run, Statistic};
use crate::design::BLOCK;
use crate::engine::{self, Detail, Watch};
use crate::estimate::Estimate;
use crate::model::{Model, Plan};
use crate::trials::Trials;

/// Up to so many edits every order is taken into account.
pub const SHAPLEY: usize = 8;

/// How the edits took turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditOrder {
    /// Every order counts alike: the value of Shapley (1953).
    Shapley,
    /// The edits one after the other, as they stand.
    File,
}

impl EditOrder {
    pub const fn of(edits: usize) -> EditOrder {
        if edits <= SHAPLEY { EditOrder::Shapley } else { EditOrder::File }
    }

    /// The variants between the base and the other one that have to be simulated, each as the edits
    /// that it has: with two to eight edits every combination of some, else the first of them, the
    /// first two, and so on.
    pub fn between(self, edits: usize) -> Vec<Vec<usize>> {
        match self {
            EditOrder::Shapley => (1..(1_usize << edits).saturating_sub(1))
                .map(|mask| (0..edits).filter(|i| mask >> i & 1 == 1).collect())
                .collect(),
            EditOrder::File => (1..edits).map(|count| (0..count).collect()).collect(),
        }
    }
}

/// The difference of each metric, split over the edits.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    pub order: EditOrder,
    /// Contributions by edit and then by metric. Added up in their order, the parts of a metric are
    /// its difference to the last bit.
    pub parts: Vec<Vec<Estimate>>,
}

/// Fewest trials of a variant in between.
const FEWEST: u64 = 250;

/// Trials of each of so many variants in between: all of them together cost about one run more.
pub fn trials(plan: Plan, between: usize) -> u64 {
    let share = plan.trials / between.max(1) as u64;
    share.clamp(FEWEST.min(plan.trials), plan.trials)
}

/// What is split.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap<'a> {
    pub base: Run<'a>,
    pub other: Run<'a>,
    /// Models of [`EditOrder::between`].
    pub between: &'a [Model],
    pub edits: usize,
    /// Each metric with its difference.
    pub differences: &'a [(String, Estimate)],
    /// The plan of the variants in between.
    pub plan: Plan,
}

/// Splits the differences of some metrics between two models.
pub fn split(gap: Gap, watch: &impl Watch) -> Split {
    let order = EditOrder::of(gap.edits);
    if gap.edits == 1 {
        return Split {
            order,
            parts: vec![gap.differences.iter().map(|(_, difference)| *difference).collect()],
        };
    }
    let runs: Vec<Trials> = gap
        .between
        .iter()
        .map(|model| engine::run(model, gap.plan, Detail::Totals, watch))
        .collect();
    let between = gap.between.iter().zip(&runs);
    let stages: Vec<Run> = std::iter::once(gap.base).chain(between).chain([gap.other]).collect();
    let weights = order.weights(gap.edits, stages.len());
    let (trials, share) = (gap.plan.trials as usize, 1.0 / gap.edits as f64);
    let by_metric = gap.differences.iter().map(|(name, difference)| {
        let stages: Vec<Stage> = stages.iter().map(|run| Stage::of(*run, name, trials)).collect();
        balanced(
            weights.iter().map(|weights| part(&stages, weights, *difference, share)).collect(),
            *difference,
        )
    });
    let by_metric: Vec<Vec<Estimate>> = by_metric.collect();
    Split {
        order,
        parts: (0..gap.edits)
            .map(|edit| by_metric.iter().map(|parts| parts[edit]).collect())
            .collect(),
    }
}

impl EditOrder {
    /// What each stage contributes to an edit: the base, those in between, the other one. For
    /// Shapley's value the stage whose edits are the bits of its place counts (s-1)!(k-s)!/k! where
    /// the edit is among its s, and -s!(k-s-1)!/k! where it is not.
    fn weights(self, edits: usize, stages: usize) -> Vec<Vec<f64>> {
        let factorial = |n: usize| (1..=n).map(|i| i as f64).product::<f64>();
        let weight = |edit: usize, stage: usize| match self {
            EditOrder::File => f64::from(i8::from(stage == edit + 1) - i8::from(stage == edit)),
            EditOrder::Shapley => {
                let size = stage.count_ones() as usize;
                if stage >> edit & 1 == 1 {
                    factorial(size - 1) * factorial(edits - size) / factorial(edits)
                } else {
                    -factorial(size) * factorial(edits - size - 1) / factorial(edits)
                }
            }
        };
        (0..edits).map(|edit| (0..stages).map(|stage| weight(edit, stage)).collect()).collect()
    }
}

/// A metric in the first trials of one stage.
struct Stage {
    value: f64,
    influences: Option<Vec<f64>>,
}

impl Stage {
    fn of((model, trials): Run, name: &str, count: usize) -> Stage {
        let Some(column) = model.column(name) else {
            return Stage { value: f64::NAN, influences: None };
        };
        let statistic = Statistic::typical(model, column);
        let first = trials.column(model, column).first(count);
        Stage {
            value: statistic.part(model, &first, 0..count),
            influences: statistic.influences(&first),
        }
    }
}

/// The contribution of an edit, from the first trials; its share of what all trials know better
/// comes with [`balanced`].
fn part(stages: &[Stage], weights: &[f64], difference: Estimate, share: f64) -> Estimate {
    let value = stages.iter().zip(weights).map(|(stage, weight)| weight * stage.value).sum();
    let influences: Option<Vec<&Vec<f64>>> =
        stages.iter().map(|stage| stage.influences.as_ref()).collect();
    let Some(influences) = influences else {
        return Estimate::unknown(value);
    };
    let (first, last) = (influences[0], influences[influences.len() - 1]);
    let moved: Vec<f64> = (0..first.len())
        .map(|trial| {
            let part: f64 =
                influences.iter().zip(weights).map(|(stage, weight)| weight * stage[trial]).sum();
            part - share * (last[trial] - first[trial])
        })
        .collect();
    let known = Estimate::of(value, &moved, BLOCK);
    Estimate { se: libm::hypot(known.se, share * difference.se), ..known }
}

/// The parts of one metric, with what fewer trials than all leave over dealt out evenly, so that
/// they add up to the difference.
fn balanced(mut parts: Vec<Estimate>, difference: Estimate) -> Vec<Estimate> {
    let sum = |parts: &[Estimate]| parts.iter().fold(0.0, |sum, part| sum + part.value);
    let over = (difference.value - sum(&parts)) / parts.len() as f64;
    for part in &mut parts {
        part.value += over;
    }
    // What rounding leaves is a bit or two: the part that can take it without another rounding gets
    // it.
    for _ in 0..ROUNDS {
        let left = difference.value - sum(&parts);
        if left == 0.0 || !left.is_finite() {
            break;
        }
        let nudged = |place: usize, value: f64| {
            let mut nudged = parts.clone();
            nudged[place].value = value;
            (sum(&nudged) == difference.value).then_some(nudged)
        };
        let mut tries = (0..parts.len()).flat_map(|place| {
            let value = parts[place].value;
            [value + left, value.next_up(), value.next_down(), value + 2.0 * left]
                .map(|value| (place, value))
        });
        let found = tries.find_map(|(place, value)| nudged(place, value));
        match found {
            Some(found) => parts = found,
            None => parts[0].value += left,
        }
    }
    parts
}

/// Corrections after which the bits agree.
const ROUNDS: usize = 20;
