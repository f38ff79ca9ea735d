//! What few trials say, corrected by an input of which all trials are known.

use super::regression;
use crate::estimate;

/// Terms of the smooth function of an input: its value, and Legendre's polynomials of its rank.
const TERMS: usize = 4;

/// What the first trials say, as far as an input explains it, and the rest.
pub struct Controlled {
    /// How far the mean of the first trials lies above what it would be if the input had fallen in
    /// them as it does in all.
    pub excess: f64,
    /// What the input explains, about its mean, of all trials.
    pub explained: Vec<f64>,
    /// What it leaves, about its mean, of the first trials.
    pub rest: Vec<f64>,
}

/// Regresses what is known of the first trials on an input that is known of all: the control
/// variates of least squares (Glasserman, *Monte Carlo Methods in Financial Engineering*, 4.1.2).
///
/// Where an input is moved to a value, the difference that this makes to a trial is mostly a
/// function of where the input had fallen. Test:
/// `study::break_even::of_a_straight_line_few_futures_know_what_all_do`.
pub fn controlled(input: &[f64], first: &[f64]) -> Controlled {
    let terms = terms(input);
    let about = |term: &[f64]| {
        let middle = estimate::mean(&term[..first.len()]);
        term[..first.len()].iter().map(|value| value - middle).collect::<Vec<f64>>()
    };
    let here: Vec<Vec<f64>> = terms.iter().map(|term| about(term)).collect();
    let middle = estimate::mean(first);
    let mut rest: Vec<f64> = first.iter().map(|value| value - middle).collect();
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let products = here.iter().map(|a| here.iter().map(|b| product(a, b)).collect()).collect();
    let right = here.iter().map(|term| product(term, &rest)).collect();
    let (weights, scale) = regression::solved(products, right);
    let slopes: Vec<f64> =
        weights.iter().zip(&scale).map(|(weight, scale)| weight / scale).collect();
    for (slope, term) in slopes.iter().zip(&here) {
        rest.iter_mut().zip(term).for_each(|(rest, value)| *rest -= slope * value);
    }
    let explained = (0..input.len())
        .map(|trial| slopes.iter().zip(&terms).map(|(slope, term)| slope * term[trial]).sum())
        .collect::<Vec<f64>>();
    Controlled { excess: estimate::mean(&explained[..first.len()]), explained, rest }
}

/// The terms of each trial, about their means.
fn terms(input: &[f64]) -> [Vec<f64>; TERMS] {
    let mut ranks = vec![0.0; input.len()];
    for (rank, trial) in estimate::order(input).into_iter().enumerate() {
        ranks[trial] = (2 * rank + 1) as f64 / input.len() as f64 - 1.0;
    }
    let legendre = |polynomial: fn(f64) -> f64| ranks.iter().copied().map(polynomial).collect();
    let terms: [Vec<f64>; TERMS] = [
        input.to_vec(),
        legendre(|x| x),
        legendre(|x| 1.5 * x * x - 0.5),
        legendre(|x| (2.5 * x * x - 1.5) * x),
    ];
    terms.map(|term| {
        let middle = estimate::mean(&term);
        term.into_iter().map(|value| value - middle).collect()
    })
}
