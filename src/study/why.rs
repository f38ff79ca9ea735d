//! Why two variants differ: the difference, split over the edits that lead from one to the other.

use super::Statistic;
use crate::engine::{self, Detail, Watch};
use crate::model::{Model, Plan};

/// Up to so many edits every order is taken into account.
pub const SHAPLEY: usize = 8;

/// How the edits took turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Every order counts alike: the value of Shapley (1953).
    Shapley,
    /// One after the other, as they stand.
    File,
}

impl Order {
    pub const fn of(edits: usize) -> Order {
        if edits <= SHAPLEY { Order::Shapley } else { Order::File }
    }

    /// The variants between the base and the other one that have to be simulated, each as the edits that it has: with two to
    /// eight edits every combination of some, else the first of them, the first two, and so on.
    pub fn between(self, edits: usize) -> Vec<Vec<usize>> {
        match self {
            Order::Shapley => (1..(1_usize << edits).saturating_sub(1)).map(|mask| (0..edits).filter(|i| mask >> i & 1 == 1).collect()).collect(),
            Order::File => (1..edits).map(|count| (0..count).collect()).collect(),
        }
    }
}

/// The difference of each metric, split over the edits.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    pub order: Order,
    /// By edit and then by metric. Added up in their order, the parts of a metric are its difference to the last bit.
    pub parts: Vec<Vec<f64>>,
}

/// Runs that all variants in between may cost together.
const RUNS: u64 = 4;
/// Fewest trials of a variant in between.
const FEWEST: u64 = 250;

/// Trials of each variant in between.
pub fn trials(plan: Plan, between: usize) -> u64 {
    let share = plan.trials * RUNS / between.max(1) as u64;
    share.clamp(FEWEST.min(plan.trials), plan.trials)
}

/// Splits the differences of some metrics between two models. `between` are the models of [`Order::between`], `ends` the base and the
/// other one; each metric comes with its statistic in each model of the order base, between, other.
pub fn split(
    (base, other): (&Model, &Model),
    between: &[Model],
    (names, differences): (&[String], &[f64]),
    (plan, edits, watch): (Plan, usize, &impl Watch),
) -> Split {
    let order = Order::of(edits);
    if edits == 1 {
        return Split { order, parts: vec![differences.to_vec()] };
    }
    let plan = Plan { trials: trials(plan, between.len()), ..plan };
    let values = |model: &Model| -> Vec<f64> {
        let trials = engine::run(model, plan, Detail::Totals, watch);
        let value = |name: &String| model.column(name).map_or(f64::NAN, |column| Statistic::typical(model, column).value(model, &trials));
        names.iter().map(value).collect()
    };
    watch.expect(plan.trials * (between.len() as u64 + 2));
    let values: Vec<Vec<f64>> = std::iter::once(base).chain(between).chain([other]).map(values).collect();
    let parts = match order {
        Order::Shapley => shapley(&values, edits),
        Order::File => values.windows(2).map(|pair| pair[1].iter().zip(&pair[0]).map(|(after, before)| after - before).collect()).collect(),
    };
    Split { order, parts: (0..names.len()).fold(parts, |parts, metric| balanced(parts, metric, differences[metric])) }
}

/// Shapley's value of each edit: its contribution, averaged over all orders in which the edits can come.
/// `values` of the combinations, that whose bits are the mask at its place.
fn shapley(values: &[Vec<f64>], edits: usize) -> Vec<Vec<f64>> {
    let factorial = |n: usize| (1..=n).map(|i| i as f64).product::<f64>();
    let metrics = values[0].len();
    let part = |edit: usize| {
        let mut part = vec![0.0; metrics];
        for mask in (0..values.len()).filter(|mask| mask >> edit & 1 == 0) {
            let before = mask.count_ones() as usize;
            let weight = factorial(before) * factorial(edits - before - 1) / factorial(edits);
            for (part, (with, without)) in part.iter_mut().zip(values[mask | 1 << edit].iter().zip(&values[mask])) {
                *part += weight * (with - without);
            }
        }
        part
    };
    (0..edits).map(part).collect()
}

/// The parts of one metric, with what fewer trials than all leave over dealt out evenly, so that they add up to the difference.
fn balanced(mut parts: Vec<Vec<f64>>, metric: usize, difference: f64) -> Vec<Vec<f64>> {
    let sum = |parts: &[Vec<f64>]| parts.iter().fold(0.0, |sum, part| sum + part[metric]);
    let over = (difference - sum(&parts)) / parts.len() as f64;
    for part in &mut parts {
        // An edit without any effect keeps none.
        part[metric] += if over == 0.0 { 0.0 } else { over };
    }
    // What rounding leaves goes to the largest part, whose bits are coarse enough to take it.
    let size = |part: &Vec<f64>| part[metric].abs();
    let largest = (0..parts.len()).max_by(|&a, &b| size(&parts[a]).total_cmp(&size(&parts[b]))).unwrap_or(0);
    for _ in 0..ROUNDS {
        let left = difference - sum(&parts);
        if left == 0.0 || !left.is_finite() {
            break;
        }
        parts[largest][metric] += left;
    }
    parts
}

/// Corrections after which the bits agree.
const ROUNDS: usize = 20;
