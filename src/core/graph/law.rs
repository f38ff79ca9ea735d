//! Laws of the number of friends.

use crate::dist::{Dist, Reason};

/// The law of the number of friends, by its quantile.
#[derive(Clone, Debug)]
pub enum DegreeLaw {
    /// A distribution as any uncertain quantity has: a gamma, a lognormal, one number, cases.
    Of(Dist),
    /// A published table: the ends of equal parts of the people, in ascending order, and how the
    /// top part falls off.
    Percentiles { ends: Vec<f64>, exponent: f64 },
}

/// Points at which a quantile is taken within one part of the people.
const POINTS: usize = 64;

impl DegreeLaw {
    /// A gamma distribution of this mean and coefficient of variation, as in the closed form of
    /// reach.
    pub fn gamma(mean: f64, cv: f64) -> Result<DegreeLaw, Reason> {
        if cv == 0.0 {
            Ok(DegreeLaw::fixed(mean))
        } else {
            Dist::gamma(mean, cv * mean).map(DegreeLaw::Of)
        }
    }

    pub fn lognormal(mean: f64, cv: f64) -> Result<DegreeLaw, Reason> {
        if cv == 0.0 {
            Ok(DegreeLaw::fixed(mean))
        } else {
            Dist::lognormal(mean, cv * mean).map(DegreeLaw::Of)
        }
    }

    /// The same number of friends for everybody.
    pub fn fixed(friends: f64) -> DegreeLaw {
        DegreeLaw::Of(Dist::fixed(friends))
    }

    /// Numbers of friends, each with its weight.
    pub fn table(friends: &[f64], weights: &[f64]) -> Result<DegreeLaw, Reason> {
        Dist::discrete(friends, weights).map(DegreeLaw::Of)
    }

    fn quantile(&self, u: f64) -> f64 {
        match self {
            DegreeLaw::Of(dist) => dist.quantile(u),
            DegreeLaw::Percentiles { ends, exponent } => {
                let parts = ends.len().saturating_sub(1);
                let place = u * parts as f64;
                let part = (place as usize).min(parts.saturating_sub(1));
                let (low, high, within) = (ends[part], ends[part + 1], place - part as f64);
                if part + 1 < parts {
                    return low + within * (high - low);
                }
                // A Pareto distribution between both ends.
                let power = |x: f64| libm::pow(x, -exponent);
                libm::pow(power(low) - within * (power(low) - power(high)), -1.0 / exponent)
            }
        }
    }

    /// Friends of the people of each of `parts` equal parts, in ascending order: the means of the
    /// parts, rounded so that their sums differ by less than one friend. `most` is what nobody
    /// exceeds.
    pub fn degrees(&self, parts: usize, most: f64) -> Vec<u64> {
        let (mut sum, mut dealt) = (0.0, 0.0);
        let part = |part: usize| {
            let points = (0..POINTS).map(|point| {
                let u = (part as f64 + (point as f64 + 0.5) / POINTS as f64) / parts as f64;
                self.quantile(u).clamp(0.0, most)
            });
            sum += points.sum::<f64>() / POINTS as f64;
            // What rounding took from the parts before is given to this one.
            let degree = (sum - dealt).round().max(0.0);
            dealt += degree;
            degree as u64
        };
        let mut degrees: Vec<u64> = (0..parts).map(part).collect();
        degrees.sort_unstable();
        degrees
    }

    /// Multiplies all numbers of friends by a factor.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> DegreeLaw {
        match self {
            DegreeLaw::Of(dist) => DegreeLaw::Of(dist.scaled(factor)),
            DegreeLaw::Percentiles { ends, exponent } => DegreeLaw::Percentiles {
                ends: ends.iter().map(|end| factor * end).collect(),
                exponent: *exponent,
            },
        }
    }

    pub fn mean(&self) -> f64 {
        const PARTS: usize = 4096;
        (0..PARTS).map(|part| self.quantile((part as f64 + 0.5) / PARTS as f64)).sum::<f64>()
            / PARTS as f64
    }
}
