//! A law in another unit, and under a condition.

use std::sync::Arc;

use super::law::{Law, Moments, Parts};
use super::mixture::Mixture;
use super::points::Points;
use crate::chance::Chance;

/// A law times a positive factor.
pub fn scaled(law: &Arc<dyn Law>, factor: f64) -> Arc<dyn Law> {
    match law.parts() {
        Parts::Whole => Arc::new(Scaled { law: Arc::clone(law), factor }),
        Parts::Cases(cases) => Arc::new(Points::of(cases.scaled(factor))),
        Parts::Mixture(parts) => {
            let parts: Vec<_> =
                parts.iter().map(|(weight, part)| (*weight, scaled(part, factor))).collect();
            Arc::new(Mixture::new(&parts))
        }
    }
}

#[derive(Debug)]
struct Scaled {
    law: Arc<dyn Law>,
    factor: f64,
}

impl Law for Scaled {
    fn at(&self, chance: Chance) -> f64 {
        self.factor * self.law.at(chance)
    }

    fn chance(&self, x: f64) -> Chance {
        self.law.chance(x / self.factor)
    }

    fn bounds(&self) -> (f64, f64) {
        let (low, high) = self.law.bounds();
        (self.factor * low, self.factor * high)
    }

    fn moments(&self) -> Moments {
        let Moments { mean, variance } = self.law.moments();
        Moments { mean: self.factor * mean, variance: self.factor * self.factor * variance }
    }

    fn kinks(&self) -> Vec<f64> {
        self.law.kinks().into_iter().map(|kink| self.factor * kink).collect()
    }
}

/// Least chance of a condition: a rarer one is not what anybody means.
pub const LEAST_MASS: f64 = 1e-9;
/// Chance below which a part is left out of what a condition leaves.
const THINNEST: f64 = 1e-13;

/// A law under the condition that its value lies between two ends, with the chance of that; `None`
/// where it is too small.
pub fn truncated(law: &Arc<dyn Law>, low: f64, high: f64) -> Option<(Arc<dyn Law>, f64)> {
    match law.parts() {
        Parts::Cases(cases) => cases
            .truncated(low, high)
            .map(|(cases, mass)| (Arc::new(Points::of(cases)) as Arc<dyn Law>, mass)),
        Parts::Mixture(parts) => mixture_truncated(parts, low, high)
            .map(|(mixture, mass)| (Arc::new(mixture) as Arc<dyn Law>, mass)),
        Parts::Whole => {
            let bounds = law.bounds();
            let from = if low > bounds.0 { law.chance(low) } else { Chance::from_below(0.0) };
            let to = if high < bounds.1 { law.chance(high) } else { Chance::from_above(0.0) };
            let mass = if from.above <= from.below {
                from.above - to.above
            } else {
                to.below - from.below
            };
            let ends = (low.max(bounds.0), high.min(bounds.1));
            (mass >= THINNEST).then(|| {
                (
                    Arc::new(Truncated { law: Arc::clone(law), ends, from, to, mass })
                        as Arc<dyn Law>,
                    mass,
                )
            })
        }
    }
}

/// A mixture under a condition: its parts under it, each weighted by how likely it made the
/// condition.
fn mixture_truncated(parts: &[(f64, Arc<dyn Law>)], low: f64, high: f64) -> Option<(Mixture, f64)> {
    let left = |(weight, part): &(f64, Arc<dyn Law>)| {
        truncated(part, low, high).map(|(law, mass)| (weight * mass, law))
    };
    let parts: Vec<_> = parts.iter().filter_map(left).collect();
    let mass: f64 = parts.iter().map(|(weight, _)| weight).sum();
    (mass > 0.0).then(|| (Mixture::new(&parts), mass.min(1.0)))
}

/// A law under a condition: the same quantile over a part of the chances. Never clamped.
#[derive(Debug)]
struct Truncated {
    law: Arc<dyn Law>,
    ends: (f64, f64),
    from: Chance,
    to: Chance,
    mass: f64,
}

impl Law for Truncated {
    fn at(&self, chance: Chance) -> f64 {
        let below = self.from.below + self.mass * chance.below;
        let above = self.to.above + self.mass * chance.above;
        self.law.at(Chance { below, above }).max(self.ends.0).min(self.ends.1)
    }

    fn chance(&self, x: f64) -> Chance {
        if x < self.ends.0 {
            return Chance::from_below(0.0);
        }
        if x >= self.ends.1 {
            return Chance::from_above(0.0);
        }
        let all = self.law.chance(x);
        if self.from.above <= self.from.below {
            let above = ((all.above - self.to.above) / self.mass).clamp(0.0, 1.0);
            return Chance {
                below: ((self.from.above - all.above) / self.mass).clamp(0.0, 1.0),
                above,
            };
        }
        let below = ((all.below - self.from.below) / self.mass).clamp(0.0, 1.0);
        Chance { below, above: ((self.to.below - all.below) / self.mass).clamp(0.0, 1.0) }
    }

    fn bounds(&self) -> (f64, f64) {
        self.ends
    }

    fn kinks(&self) -> Vec<f64> {
        self.law.kinks()
    }
}
