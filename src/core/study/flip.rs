//! At which value of a number another choice is better on average.

use super::several::{Fit, Predictors};
use crate::estimate::{self, Estimate};

/// Where a choice changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flip {
    /// The value of the number, in its unit.
    pub at: Estimate,
    /// Whether it changes above this value, or below it.
    pub above: bool,
    /// Place of the choice that is better there.
    pub to: usize,
    /// Share of the futures in which the number lies there.
    pub share: f64,
}

/// Where it is looked for, and how sure it has to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looked {
    /// Between which percentiles of the number.
    pub within: [f64; 2],
    /// The probability with which nothing is found where nothing is, for each side.
    pub level: f64,
}

/// A number that is known in each future, in the order of its values.
struct Sorted<'a> {
    x: &'a [f64],
    order: Vec<usize>,
}

/// A crossing: between which places of the order, and at which value.
#[derive(Clone, Copy)]
struct Crossing {
    place: usize,
    at: f64,
    above: bool,
}

/// The value of `x` nearest to its median at which the best of several choices changes, given what
/// each brings beyond the choice that is best without knowing `x`. `None` where none does, or where
/// it is not sure that any does.
///
/// E[gain | x] is fitted (Strong, Oakley and Brennan 2014), and where the largest of the gains
/// crosses zero is the value. Its error is that of the jackknife over ten parts of the futures
/// (Tukey 1958): the crossing has to be there whichever is left out, and the mean gain beyond it
/// has to lie above zero. Test:
/// `study::measure::the_result_that_changes_the_choice_is_the_closed_form`.
pub(super) fn flip(
    x: &[f64],
    predictors: &Predictors,
    gains: &[Vec<f64>],
    looked: Looked,
) -> Option<Flip> {
    let rivals: Vec<usize> =
        (0..gains.len()).filter(|&d| gains[d].iter().any(|gain| *gain != 0.0)).collect();
    let sorted = Sorted { x, order: estimate::order(x) };
    let margin = |left_out: Option<usize>| -> Vec<(f64, usize)> {
        let fits: Vec<(usize, Fit)> = rivals
            .iter()
            .map(|&d| (d, predictors.fit(&gains[d], |part| Some(part) != left_out)))
            .collect();
        let best = |trial: &usize| {
            let of = |(d, fit): &(usize, Fit)| (predictors.at(*trial, fit), *d);
            let first = (f64::NEG_INFINITY, 0);
            fits.iter().map(of).fold(first, |a, b| if b.0 > a.0 { b } else { a })
        };
        sorted.order.iter().map(best).collect()
    };
    let all = margin(None);
    let found = sorted.crossing(&all, looked.within, None)?;
    let beyond =
        |margins: &[(f64, usize)], found: Crossing| sorted.beyond(margins, looked.within, found);
    let (gain, to) = beyond(&all, found)?;
    let (mut ats, mut gained) = (Vec::new(), Vec::new());
    for part in 0..predictors.parts() {
        let without = margin(Some(part));
        let other = sorted.crossing(&without, looked.within, Some(found))?;
        ats.push(other.at);
        gained.push(beyond(&without, other)?.0);
    }
    let freedom = (predictors.parts() - 1) as f64;
    let reach = estimate::student(2.0 * looked.level - 1.0, freedom) * jackknife(&gained);
    if gain <= reach {
        return None;
    }
    let trials = x.len() as f64;
    let below = x.iter().filter(|x| **x <= found.at).count() as f64 / trials;
    Some(Flip {
        at: Estimate { value: found.at, se: jackknife(&ats), freedom },
        above: found.above,
        to,
        share: if found.above { 1.0 - below } else { below },
    })
}

/// sqrt((g - 1) / g sum (x - mean)^2) of the values x without each of g parts.
fn jackknife(values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let mean = estimate::mean(values);
    let squares: f64 = values.iter().map(|x| (x - mean) * (x - mean)).sum();
    ((count - 1.0) / count * squares).sqrt()
}

impl Sorted<'_> {
    fn ends(&self, within: [f64; 2]) -> [usize; 2] {
        let last = self.order.len() - 1;
        within.map(|p| ((p * last as f64).round() as usize).min(last))
    }

    /// The crossing of zero nearest to the middle, or nearest to another one of the same side.
    fn crossing(
        &self,
        margins: &[(f64, usize)],
        within: [f64; 2],
        near: Option<Crossing>,
    ) -> Option<Crossing> {
        let [first, last] = self.ends(within);
        let centre = near.map_or(self.order.len() / 2, |near| near.place);
        let value = |place: usize| self.x[self.order[place]];
        (first..last)
            .filter(|&place| (margins[place].0 > 0.0) != (margins[place + 1].0 > 0.0))
            .filter(|&place| value(place) < value(place + 1))
            .map(|place| {
                let [a, b] = [margins[place].0, margins[place + 1].0];
                let share = if a == b { 0.5 } else { a / (a - b) };
                let at = value(place) + share * (value(place + 1) - value(place));
                Crossing { place, at, above: b > 0.0 }
            })
            .filter(|found| near.is_none_or(|near| near.above == found.above))
            .min_by_key(|found| found.place.abs_diff(centre))
    }

    /// What is gained on average from a crossing to the end of the range, and by which choice
    /// first.
    fn beyond(
        &self,
        margins: &[(f64, usize)],
        within: [f64; 2],
        from: Crossing,
    ) -> Option<(f64, usize)> {
        let [first, last] = self.ends(within);
        let (places, next) = if from.above {
            (from.place + 1..=last, from.place + 1)
        } else {
            (first..=from.place, from.place)
        };
        let gained: Vec<f64> = margins.get(places)?.iter().map(|(gain, _)| *gain).collect();
        Some((estimate::mean(&gained), margins[next].1))
    }
}
