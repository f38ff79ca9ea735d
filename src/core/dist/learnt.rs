//! A law that has learnt: the same values, with other chances.

use std::sync::Arc;

use super::law::Law;
use super::{Dist, Setting};
use crate::chance::Chance;
use crate::normal;

/// A law whose values have other chances than before: the quantile at u is the old quantile at
/// Phi(g(Phi^-1(u))), g increasing. It interpolates g between its nodes by cubics that stay
/// monotone (Fritsch, Carlson 1980, doi:10.1137/0717021) and goes on straight beyond them.
///
/// Test: `known::a_law_that_learnt_nothing_is_the_law`.
#[derive(Debug)]
struct Learnt {
    law: Arc<dyn Law>,
    now: Monotone,
    before: Monotone,
}

/// An increasing function through some points.
#[derive(Debug)]
struct Monotone {
    x: Vec<f64>,
    y: Vec<f64>,
    slope: Vec<f64>,
}

impl Monotone {
    fn new(points: impl Iterator<Item = (f64, f64)>) -> Monotone {
        let (x, y): (Vec<f64>, Vec<f64>) = points.unzip();
        let steps: Vec<f64> =
            x.windows(2).zip(y.windows(2)).map(|(x, y)| (y[1] - y[0]) / (x[1] - x[0])).collect();
        let inner = steps.windows(2).map(|pair| {
            let (left, right) = (pair[0], pair[1]);
            if left * right > 0.0 { 2.0 * left * right / (left + right) } else { 0.0 }
        });
        let first = steps.first().copied().unwrap_or(1.0);
        let last = steps.last().copied().unwrap_or(1.0);
        let slope = std::iter::once(first).chain(inner).chain(std::iter::once(last)).collect();
        Monotone { x, y, slope }
    }

    fn at(&self, x: f64) -> f64 {
        let last = self.x.len() - 1;
        if x <= self.x[0] {
            return self.y[0] + self.slope[0] * (x - self.x[0]);
        }
        if x >= self.x[last] {
            return self.y[last] + self.slope[last] * (x - self.x[last]);
        }
        let i = self.x.partition_point(|&node| node <= x) - 1;
        let width = self.x[i + 1] - self.x[i];
        let t = (x - self.x[i]) / width;
        let (s, t2) = (1.0 - t, t * t);
        (1.0 + 2.0 * t) * s * s * self.y[i]
            + t * s * s * width * self.slope[i]
            + t2 * (3.0 - 2.0 * t) * self.y[i + 1]
            - t2 * s * width * self.slope[i + 1]
    }
}

fn score(chance: Chance) -> f64 {
    if chance.below <= chance.above {
        normal::quantile(chance.below)
    } else {
        -normal::quantile(chance.above)
    }
}

fn chance(score: f64) -> Chance {
    Chance { below: normal::cdf(score), above: normal::cdf(-score) }
}

impl Law for Learnt {
    fn at(&self, u: Chance) -> f64 {
        self.law.at(chance(self.before.at(score(u))))
    }

    fn chance(&self, x: f64) -> Chance {
        let before = self.law.chance(x);
        if before.below <= 0.0 || before.above <= 0.0 {
            return before;
        }
        chance(self.now.at(score(before)))
    }

    fn bounds(&self) -> (f64, f64) {
        self.law.bounds()
    }

    fn kinks(&self) -> Vec<f64> {
        self.law.kinks()
    }
}

/// A law whose distance from its median is multiplied, on the scale of its key.
#[derive(Debug)]
struct Wider {
    law: Arc<dyn Law>,
    scale: Scale,
    middle: f64,
    times: f64,
}

/// On which scale a key is spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// ln x, of what is positive.
    Log,
    /// ln(x/(1-x)), of shares.
    Logit,
    Plain,
}

impl Scale {
    /// The place of a value on the scale; infinite at the ends of its domain.
    pub fn place(self, x: f64) -> f64 {
        match self {
            Scale::Log => libm::log(x.max(0.0)),
            Scale::Logit => libm::log(x.clamp(0.0, 1.0)) - libm::log1p(-x.clamp(0.0, 1.0)),
            Scale::Plain => x,
        }
    }

    /// The value at a place.
    pub fn value(self, place: f64) -> f64 {
        match self {
            Scale::Log => libm::exp(place),
            Scale::Logit => 1.0 / (1.0 + libm::exp(-place)),
            Scale::Plain => place,
        }
    }
}

impl Law for Wider {
    fn at(&self, u: Chance) -> f64 {
        let (low, high) = self.law.bounds();
        let place = self.scale.place(self.law.at(u));
        let wider = self.scale.value(self.middle + self.times * (place - self.middle));
        if wider.is_finite() { wider.clamp(low, high) } else { self.law.at(u) }
    }

    fn chance(&self, x: f64) -> Chance {
        let (low, high) = self.law.bounds();
        if x < low || x >= high {
            return self.law.chance(x);
        }
        let place = self.middle + (self.scale.place(x) - self.middle) / self.times;
        self.law.chance(self.scale.value(place))
    }

    fn bounds(&self) -> (f64, f64) {
        self.law.bounds()
    }
}

impl Dist {
    /// The distribution with other chances: `nodes` are normal scores z of its values, rising, each
    /// with the normal score of the chance that it has now. Fewer than two change nothing.
    #[must_use]
    pub fn learnt(&self, nodes: &[(f64, f64)]) -> Dist {
        if nodes.len() < 2 || self.is_fixed().is_some() {
            return self.clone();
        }
        let law = Learnt {
            law: Arc::clone(&self.law),
            now: Monotone::new(nodes.iter().copied()),
            before: Monotone::new(nodes.iter().map(|&(before, now)| (now, before))),
        };
        let learnt = Dist::new(Arc::new(law), "learnt", Vec::new());
        Dist { low: self.low, high: self.high, ..learnt }
            .noted("of", Setting::Parts(vec![self.clone()]))
    }

    /// The distribution with the same median and ends and `times` the spread about it, on a scale;
    /// what would lie beyond an end lies at it.
    #[must_use]
    pub fn wider(&self, scale: Scale, times: f64) -> Dist {
        let middle = scale.place(self.quantile(0.5));
        if !middle.is_finite() || self.is_fixed().is_some() {
            return self.clone();
        }
        let law = Wider { law: Arc::clone(&self.law), scale, middle, times };
        let wider = Dist::new(Arc::new(law), "wider", vec![("times", Setting::Number(times))]);
        Dist { low: self.low, high: self.high, ..wider }
    }
}
