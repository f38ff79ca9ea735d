//! A run, or some of its blocks, on the disk while it is computed: so that its memory does not
//! grow, so that it can go on after a kill, and so that machines can share it.
//!
//! A store has three files. `trials.bin` holds the values of the first million trials, block by
//! block, column by column; `blocks.bin` the statistics of every block; both are little-endian
//! doubles and only ever grow. `state.cbor` holds what the store is of, how many blocks are done,
//! their [`Tally`] and a hash of what the other two hold of them, and ends with its own hash; it is
//! replaced as a whole, after the others reached the disk, so whatever they hold beyond it is of no
//! consequence. A store that is not as it was written is never gone on with.

mod origin;
mod part;

pub use origin::{Origin, SAMPLE, blocks_of, target};
pub use part::{FILES, Part, Unopened};

use std::io;

use crate::model::{Model, Plan};
use crate::trials::{self, BlockValues, KEPT, PairwiseSum, Tally, Trials};

/// The stores that together have all blocks of a run, in their order.
#[derive(Debug)]
pub struct Store {
    parts: Vec<Part>,
}

impl Store {
    pub const fn of(parts: Vec<Part>) -> Store {
        Store { parts }
    }

    /// What the first store is of.
    pub fn origin(&self) -> &Origin {
        self.parts[0].origin()
    }

    /// Trials of which the stores have every value.
    pub fn sample(&self) -> u64 {
        self.parts.first().map_or(0, |part| part.origin().trials.min(SAMPLE as u64))
    }

    /// Blocks of the run.
    pub fn blocks(&self) -> u64 {
        self.parts.last().map_or(0, |part| part.origin().end)
    }

    /// What the run found: every trial where a run of so many keeps them, else the first ones and a
    /// tally of all.
    pub fn trials(&self, model: &Model, plan: Plan) -> io::Result<Trials> {
        let mut tally = Tally::empty(model);
        self.parts.iter().for_each(|part| tally.append(part.tally()));
        if plan.trials <= trials::most_kept(model) {
            let trials = self.values(model, plan, 0..blocks_of(plan.trials))?;
            return Ok(Trials { weekly: tally.weekly, ..trials });
        }
        let kept = self.values(model, plan, 0..blocks_of(KEPT.min(trials::most_kept(model))))?;
        Ok(Trials { tally: Some(tally), weekly: PairwiseSum::default(), ..kept })
    }

    /// The values of the trials of some blocks, which lie in the [`sample`](Store::sample).
    pub fn values(
        &self,
        model: &Model,
        plan: Plan,
        blocks: std::ops::Range<u64>,
    ) -> io::Result<Trials> {
        let mut trials = Trials::empty(model, plan);
        for block in blocks {
            if let Some(part) = self.part(block) {
                trials.append(part.values(model, plan, block)?);
            }
        }
        Ok(trials)
    }

    /// The statistics of some blocks.
    pub fn statistics(
        &self,
        model: &Model,
        blocks: std::ops::Range<u64>,
    ) -> io::Result<Vec<BlockValues>> {
        blocks.filter_map(|block| Some(self.part(block)?.statistics(model, block))).collect()
    }

    /// Whether every part is one that this model can have.
    pub fn is_of(&self, model: &Model) -> bool {
        self.parts.iter().all(|part| part.is_of(model))
    }

    fn part(&self, block: u64) -> Option<&Part> {
        self.parts.iter().find(|part| (part.origin().first..part.origin().end).contains(&block))
    }
}
