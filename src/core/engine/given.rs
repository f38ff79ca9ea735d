//! Futures of given inputs: what is expected of them, and what luck makes of them.

use rayon::prelude::*;

use super::detail::Detail;
use super::work::{Luck, Work};
use crate::design::{BLOCK, Column};
use crate::metric::Measured;
use crate::model::{ColumnId, Model, Plan};

/// What is expected of a model with given inputs, in space that the next inputs use again.
///
/// Test: `totals::twin::what_is_expected_of_given_inputs_is_a_run_without_luck`.
pub struct Twin<'a> {
    model: &'a Model,
    work: Work<'a>,
}

impl<'a> Twin<'a> {
    pub fn new(model: &'a Model) -> Twin<'a> {
        Twin { model, work: Work::new(model, Luck::Expected, Detail::Totals) }
    }

    /// Meets every event by its expectation, with these values of the inputs, in their order.
    pub fn unfold(&mut self, inputs: &[f64]) {
        self.work.inputs.copy_from_slice(inputs);
        self.work.simulate(0);
    }

    /// What a column came to.
    pub fn measured(&self, column: ColumnId) -> Measured {
        self.work.measured(self.model.place(column))
    }
}

/// Trials that one thread takes at a time.
const PART: usize = 50;

/// What luck makes of given inputs: each of some columns in the trials of a plan, with the luck
/// that they have in a run of it, whether a community is alive among it.
///
/// Test: `totals::twin::futures_of_given_inputs_are_those_of_a_run`.
pub fn futures_at(
    model: &Model,
    plan: Plan,
    inputs: &[f64],
    columns: &[ColumnId],
) -> Vec<Vec<Measured>> {
    let trials = plan.trials as usize;
    let coins: Vec<Vec<f64>> = model
        .coins
        .iter()
        .map(|coin| {
            let column = Column::new(plan.seed, &coin.name, coin.dimension);
            let mut us = vec![0.0; trials];
            for (block, us) in us.chunks_mut(BLOCK).enumerate() {
                column.fill(plan.sampler, block as u64, us);
            }
            us
        })
        .collect();
    let places: Vec<usize> = columns.iter().map(|&column| model.place(column)).collect();
    let part = |part: usize| {
        let mut work = Work::new(model, Luck::Drawn(plan.seed), Detail::Totals);
        let mut found = Vec::with_capacity(PART * places.len());
        for trial in PART * part..(PART * (part + 1)).min(trials) {
            work.inputs.copy_from_slice(inputs);
            for (coin, us) in work.coins.iter_mut().zip(&coins) {
                *coin = us[trial];
            }
            work.simulate(trial as u64);
            found.extend(places.iter().map(|&place| work.measured(place)));
        }
        found
    };
    let parts: Vec<Vec<Measured>> = (0..trials.div_ceil(PART)).into_par_iter().map(part).collect();
    let count = places.len();
    let of = |place: usize| {
        parts.iter().flat_map(move |part| part.iter().skip(place).step_by(count)).copied()
    };
    (0..count).map(|place| of(place).collect()).collect()
}
