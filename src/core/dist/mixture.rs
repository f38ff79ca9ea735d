//! Alternatives: one distribution or another.

use std::sync::Arc;

use super::cases::Cases;
use super::law::{Law, Moments, Parts};
use super::scale::Scale;
use super::table::{Exact, Table};
use crate::chance::Chance;
use crate::root::{self, Bracket, Evaluation};

/// One of several distributions, each with its weight, and one coordinate for all: the quantile of
/// the mixture is the root of the mixed distribution function. Test:
/// `dist::a_mixture_has_the_weighted_distribution_function`.
#[derive(Debug)]
pub struct Mixture {
    /// Chance and law of each part; none of them is a mixture.
    parts: Vec<(f64, Arc<dyn Law>)>,
    /// Values with a chance of their own, ascending.
    steps: Vec<Step>,
    table: Option<Table>,
}

/// A jump of the distribution function.
#[derive(Clone, Copy, Debug)]
struct Step {
    value: f64,
    /// Chance of the value or a smaller one.
    reached: Chance,
    /// Chance of a smaller one.
    before: f64,
}

/// Where a scale has reached its end in doubles.
const END: f64 = 800.0;

impl Mixture {
    /// Mixes parts with weights of zero or more, of which one at least is above zero.
    pub fn new(parts: &[(f64, Arc<dyn Law>)]) -> Mixture {
        let mut flat: Vec<(f64, Arc<dyn Law>)> = Vec::new();
        for (weight, law) in parts.iter().filter(|(weight, _)| *weight > 0.0) {
            match law.parts() {
                Parts::Mixture(inner) => {
                    flat.extend(inner.iter().map(|(part, law)| (weight * part, Arc::clone(law))));
                }
                Parts::Whole | Parts::Cases(_) => flat.push((*weight, Arc::clone(law))),
            }
        }
        let all: f64 = flat.iter().map(|(weight, _)| weight).sum();
        for (weight, _) in &mut flat {
            *weight /= all;
        }
        let mut mixture = Mixture { parts: flat, steps: Vec::new(), table: None };
        mixture.steps = mixture.steps();
        if mixture.parts.iter().any(|(_, law)| !matches!(law.parts(), Parts::Cases(_))) {
            let exact = Exact {
                place: |chance| mixture.place(chance),
                value: |chance| mixture.exact(chance),
            };
            mixture.table = Some(Table::new(mixture.scale(), &mixture.breaks(), &exact));
        }
        mixture
    }

    /// The parts that are single values, with their weights.
    fn cases(&self) -> impl Iterator<Item = (f64, &Cases)> {
        self.parts.iter().filter_map(|(weight, law)| match law.parts() {
            Parts::Cases(cases) => Some((*weight, cases)),
            Parts::Whole | Parts::Mixture(_) => None,
        })
    }

    fn steps(&self) -> Vec<Step> {
        let mut values: Vec<f64> =
            self.cases().flat_map(|(_, cases)| cases.values().iter().copied()).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let step = |value: f64| {
            let reached = self.chance(value);
            let own: f64 = self.cases().map(|(weight, cases)| weight * cases.own(value)).sum();
            Step { value, reached, before: (reached.below - own).max(0.0) }
        };
        values.into_iter().map(step).collect()
    }

    /// Where the quantile jumps or bends, as logits, ascending: at the ends of the parts, at what
    /// bends in them, and at both sides of a step.
    fn breaks(&self) -> Vec<f64> {
        let mut breaks: Vec<f64> = Vec::new();
        for (_, law) in self.parts.iter().filter(|(_, law)| matches!(law.parts(), Parts::Whole)) {
            let (low, high) = law.bounds();
            let values = law.kinks().into_iter().chain([low, high]).filter(|x| x.is_finite());
            breaks.extend(values.map(|x| self.chance(x).logit()));
        }
        breaks.extend(
            self.steps
                .iter()
                .flat_map(|step| [step.reached.logit(), Chance::from_below(step.before).logit()]),
        );
        breaks.retain(|t| t.is_finite());
        breaks.sort_by(f64::total_cmp);
        breaks.dedup();
        breaks
    }

    fn scale(&self) -> Scale {
        let (low, high) = self.bounds();
        Scale::of(low, high)
    }

    fn exact(&self, chance: Chance) -> f64 {
        self.step_at(chance).unwrap_or_else(|| self.scale().value(self.place(chance)))
    }

    /// The first of the steps that reach a chance.
    fn next_step(&self, chance: Chance) -> usize {
        self.steps.partition_point(|step| step.reached.below < chance.below)
    }

    /// The value whose own chance a coordinate meets, if it meets one.
    fn step_at(&self, chance: Chance) -> Option<f64> {
        let step = self.steps.get(self.next_step(chance))?;
        (step.before < chance.below).then_some(step.value)
    }

    /// The place of the quantile on the scale of the support, by a root search.
    fn place(&self, chance: Chance) -> f64 {
        let scale = self.scale();
        if let Some(value) = self.step_at(chance) {
            return scale.place(value);
        }
        let place = self.next_step(chance);
        // The root lies between the least and the largest quantile of the parts, and between the
        // steps on either side.
        let quantiles = || self.parts.iter().map(|(_, law)| law.at(chance));
        let mut low = quantiles().fold(f64::INFINITY, f64::min);
        let mut high = quantiles().fold(f64::NEG_INFINITY, f64::max);
        if let Some(step) = place.checked_sub(1).and_then(|place| self.steps.get(place)) {
            low = low.max(step.value);
        }
        if let Some(step) = self.steps.get(place) {
            high = high.min(step.value);
        }
        if low >= high {
            return scale.place(low.min(high));
        }
        let gap = |y: f64| self.chance(scale.value(y)).beyond(chance);
        let finite = |y: f64| if y.is_finite() { y } else { END.copysign(y) };
        let [low, high] = [low, high].map(|x| {
            let place = finite(scale.place(x));
            Evaluation { x: place, y: gap(place) }
        });
        if low.y >= 0.0 {
            return low.x;
        }
        if high.y <= 0.0 {
            return high.x;
        }
        root::bracketed(gap, Bracket { low, high })
    }
}

impl Law for Mixture {
    fn at(&self, chance: Chance) -> f64 {
        self.table.as_ref().and_then(|table| table.at(chance)).unwrap_or_else(|| self.exact(chance))
    }

    fn chance(&self, x: f64) -> Chance {
        let (mut below, mut above) = (0.0, 0.0);
        for (weight, law) in &self.parts {
            let chance = law.chance(x);
            below += weight * chance.below;
            above += weight * chance.above;
        }
        Chance { below, above }
    }

    fn bounds(&self) -> (f64, f64) {
        let bounds = self.parts.iter().map(|(_, law)| law.bounds());
        bounds.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (least, most)| {
            (low.min(least), high.max(most))
        })
    }

    /// The mean is that of the means; the variance is the mean of the variances and the variance of
    /// the means.
    fn moments(&self) -> Moments {
        let parts: Vec<(f64, Moments)> =
            self.parts.iter().map(|(weight, law)| (*weight, law.moments())).collect();
        let mean: f64 = parts.iter().map(|(weight, part)| weight * part.mean).sum();
        let spread = |part: &Moments| part.variance + (part.mean - mean) * (part.mean - mean);
        Moments { mean, variance: parts.iter().map(|(weight, part)| weight * spread(part)).sum() }
    }

    fn parts(&self) -> Parts<'_> {
        Parts::Mixture(&self.parts)
    }
}
