//! What numbers are on average, given several others: least squares on whole parts of a sample, so
//! that what was fitted on some trials is tried on others.

use super::regression::{CUBIC, Terms, cubic, mirror, scores, solved, terms};
use crate::design::BLOCK;
use crate::estimate;

/// Parts of a sample of which each is left out in turn.
const PARTS: usize = 10;

/// Some predictors of the same trials, whose sums over each part are there already.
#[derive(Clone, Debug)]
pub(super) struct Predictors {
    rows: Vec<Terms>,
    terms: usize,
    /// Where each part begins; the last one is the end.
    bounds: Vec<usize>,
    /// Products of the terms with each other, part by part.
    products: Vec<Vec<Vec<f64>>>,
}

/// What was fitted on some parts.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    weights: Vec<f64>,
    mean: f64,
}

impl Predictors {
    /// Smooth terms of each predictor; of each two of them products, so that what one tells may
    /// depend on the other.
    pub fn of(columns: &[&[f64]]) -> Predictors {
        let trials = columns.first().map_or(0, |column| column.len());
        let mut rows: Vec<Terms> = vec![Terms::new(); trials];
        let mut count = 0;
        for column in columns {
            let (own, terms) = terms(column);
            for (row, own) in rows.iter_mut().zip(own) {
                row.extend(own.into_iter().map(|(place, value)| (count + place, value)));
            }
            count += terms;
        }
        let scores: Vec<Vec<f64>> =
            columns.iter().filter(|_| columns.len() > 1).map(|column| scores(column)).collect();
        for (place, a) in scores.iter().enumerate() {
            for b in &scores[place + 1..] {
                for ((row, a), b) in rows.iter_mut().zip(a).zip(b) {
                    let products = [a * b, a * a * b, a * b * b];
                    row.extend(products.iter().enumerate().map(|(k, value)| (count + k, *value)));
                }
                count += 3;
            }
        }
        Predictors::made(rows, count)
    }

    /// One predictor, as smooth as the sample demands: by a cubic of its rank where that tells at
    /// least as well what `y` is in trials that it has not seen.
    pub fn smoothest(column: &[f64], y: &[f64]) -> Predictors {
        let missed = |of: &Predictors| -> f64 {
            of.crossed(y).iter().zip(y).map(|(found, y)| (y - found) * (y - found)).sum()
        };
        let bent = Predictors::of(&[column]);
        match cubic(column) {
            Some(rows) => {
                let plain = Predictors::made(rows, CUBIC);
                if missed(&plain) <= missed(&bent) { plain } else { bent }
            }
            None => bent,
        }
    }

    fn made(rows: Vec<Terms>, terms: usize) -> Predictors {
        let bounds = bounds(rows.len());
        let products =
            bounds.windows(2).map(|ends| summed(&rows[ends[0]..ends[1]], terms)).collect();
        Predictors { rows, terms, bounds, products }
    }

    pub fn parts(&self) -> usize {
        self.bounds.len() - 1
    }

    /// The trials of a part.
    pub fn part(&self, part: usize) -> std::ops::Range<usize> {
        self.bounds[part]..self.bounds[part + 1]
    }

    /// The fit of `y` on some parts.
    pub fn fit(&self, y: &[f64], keep: impl Fn(usize) -> bool) -> Fit {
        let kept: Vec<usize> = (0..self.parts()).filter(|part| keep(*part)).collect();
        let values: Vec<f64> =
            kept.iter().flat_map(|&part| y[self.part(part)].iter().copied()).collect();
        let mean = estimate::mean(&values);
        let mut products = vec![vec![0.0; self.terms]; self.terms];
        let mut right = vec![0.0; self.terms];
        for &part in &kept {
            for (all, own) in products.iter_mut().zip(&self.products[part]) {
                all.iter_mut().zip(own).for_each(|(all, own)| *all += own);
            }
            for trial in self.part(part) {
                for &(place, value) in &self.rows[trial] {
                    right[place] += value * (y[trial] - mean);
                }
            }
        }
        let (weights, scale) = solved(products, right);
        let weights = weights.into_iter().zip(scale).map(|(weight, scale)| weight / scale);
        Fit { weights: weights.collect(), mean }
    }

    /// What a fit says of a trial.
    pub fn at(&self, trial: usize, fit: &Fit) -> f64 {
        let terms = self.rows[trial].iter();
        fit.mean + terms.map(|&(place, value)| value * fit.weights[place]).sum::<f64>()
    }

    /// What a fit says of every trial.
    pub fn all(&self, fit: &Fit) -> Vec<f64> {
        (0..self.rows.len()).map(|trial| self.at(trial, fit)).collect()
    }

    /// What was fitted on every other part, of the trials of the parts between them.
    pub fn crossed(&self, y: &[f64]) -> Vec<f64> {
        let halves = [0, 1].map(|half| self.fit(y, |part| part % 2 == half));
        let mut found = vec![0.0; self.rows.len()];
        for part in 0..self.parts() {
            for trial in self.part(part) {
                found[trial] = self.at(trial, &halves[(part + 1) % 2]);
            }
        }
        found
    }

    /// The share of the variance of `y` that a fit on all parts explains, without what chance alone
    /// would explain.
    pub fn explained(&self, y: &[f64]) -> f64 {
        let fitted = self.all(&self.fit(y, |_| true));
        let rest: f64 = y.iter().zip(&fitted).map(|(y, fit)| (y - fit) * (y - fit)).sum();
        let freedom = (y.len() as f64 - self.terms as f64).max(1.0);
        let variance = estimate::variance(y);
        if variance > 0.0 { (1.0 - rest / freedom / variance).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// Parts of about the same length: whole blocks where there are enough of them.
fn bounds(trials: usize) -> Vec<usize> {
    let unit = if trials >= PARTS * BLOCK { BLOCK } else { 1 };
    (0..=PARTS)
        .map(|part| if part == PARTS { trials } else { trials / unit * part / PARTS * unit })
        .collect()
}

fn summed(rows: &[Terms], terms: usize) -> Vec<Vec<f64>> {
    let mut products = vec![vec![0.0; terms]; terms];
    for row in rows {
        for (place, &(i, a)) in row.iter().enumerate() {
            for &(j, b) in &row[place..] {
                products[i][j] += a * b;
            }
        }
    }
    mirror(&mut products);
    products
}
