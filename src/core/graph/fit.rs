//! The closed form of reach, fitted to a network.
//!
//! The closed form says that A askers with so many impressions reach `scatter` n (1 - (1 + hits/(k
//! `scatter` n))^-k) of n people, k = 1/cv^2. Both its numbers are found from the reach of a few to
//! many askers.

use crate::reach::occupied;

/// A point of the reach curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub askers: f64,
    /// Views, and different people with the standard error of their number.
    pub impressions: f64,
    pub reach: f64,
    pub se: f64,
}

/// The numbers with which the closed form says the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Coefficient of variation: `friends.cv`.
    pub cv: f64,
    /// Share of the people among whom the friends are scattered: `feed.scatter`.
    pub scatter: f64,
    /// Largest relative difference from what was measured.
    pub off: f64,
}

impl Fit {
    /// Reach by the closed form for so many impressions.
    pub fn reach(&self, people: f64, impressions: f64) -> f64 {
        occupied(self.scatter * people, impressions, 1.0 / (self.cv * self.cv))
    }
}

/// How much a coefficient of variation that is e times the measured one is worth, in squares of
/// relative differences: where few lists overlap, only its ratio to the scatter can be told, and
/// the measured one is taken.
const PULL: f64 = 1e-3;
/// A share of repeated contacts that nobody notices.
const UNTOLD: f64 = 1e-4;
/// Coefficients of variation and scatters that are tried.
const CVS: [f64; 2] = [0.05, 20.0];
const SCATTERS: [f64; 2] = [1e-6, 1.0];

/// Fits the closed form to a curve by least squares of relative differences, from the coefficient
/// of variation of the numbers of friends.
pub fn fit(points: &[Point], people: f64, cv: f64) -> Option<Fit> {
    let points: Vec<&Point> = points.iter().filter(|point| point.reach > 0.0).collect();
    if points.is_empty() || people <= 0.0 || cv.is_nan() {
        return None;
    }
    // Where no two lists overlap there is nothing to tell a scatter from.
    let repeats = points
        .iter()
        .map(|point| 1.0 - point.reach / point.impressions - 3.0 * point.se / point.reach);
    if repeats.fold(0.0, f64::max) < UNTOLD {
        return Some(Fit {
            cv,
            scatter: 1.0,
            off: points
                .iter()
                .map(|point| (point.impressions / point.reach - 1.0).abs())
                .fold(0.0, f64::max),
        });
    }
    let of = |at: [f64; 2]| Fit { cv: libm::exp(at[0]), scatter: libm::exp(at[1]), off: 0.0 };
    let off = |fit: &Fit, point: &Point| fit.reach(people, point.impressions) / point.reach - 1.0;
    let start = libm::log(cv.clamp(CVS[0], CVS[1]));
    let loss = |at: [f64; 2]| {
        let fit = of(at);
        let differences: f64 = points.iter().map(|point| off(&fit, point) * off(&fit, point)).sum();
        differences + PULL * (at[0] - start) * (at[0] - start)
    };
    let within = |at: [f64; 2]| {
        [
            at[0].clamp(libm::log(CVS[0]), libm::log(CVS[1])),
            at[1].clamp(libm::log(SCATTERS[0]), libm::log(SCATTERS[1])),
        ]
    };
    // A search by pattern (Hooke, Jeeves 1961) from several scatters.
    let mut best = ([start, 0.0], f64::INFINITY);
    for first in 0..12 {
        let mut at = within([start, -f64::from(first)]);
        let (mut least, mut step) = (loss(at), 0.5);
        while step > 1e-7 {
            let around = [
                [step, 0.0],
                [-step, 0.0],
                [0.0, step],
                [0.0, -step],
                [step, step],
                [-step, -step],
                [step, 2.0 * step],
                [-step, -2.0 * step],
            ];
            let tried = around.map(|move_by| within([at[0] + move_by[0], at[1] + move_by[1]]));
            match tried.into_iter().map(|at| (at, loss(at))).min_by(|a, b| a.1.total_cmp(&b.1)) {
                Some((next, found)) if found < least => (at, least) = (next, found),
                _ => step /= 2.0,
            }
        }
        if least < best.1 {
            best = (at, least);
        }
    }
    let fit = of(best.0);
    let off = points.iter().map(|point| off(&fit, point).abs()).fold(0.0, f64::max);
    Some(Fit { off, ..fit })
}
