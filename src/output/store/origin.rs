//! Which part of which run a store has: stores go together when they differ in their blocks only.

use serde::{Deserialize, Serialize};

use crate::design::{BLOCK, MOST_TRIALS, Sampler};
use crate::model::Plan;
use crate::trials;

/// Trials of which `trials.parquet` keeps every value.
pub const SAMPLE: usize = 1_000_000;

/// What a store is of. Stores go together when they differ in their blocks only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub schema: String,
    pub version: String,
    pub revision: u32,
    /// Processor and system: bits are the same on one target.
    pub target: String,
    /// Of the scenario.
    pub hash: String,
    pub seed: u64,
    /// Of the whole run.
    pub trials: u64,
    pub sampler: String,
    /// Blocks of this store.
    pub first: u64,
    pub end: u64,
}

const SCHEMA: &str = "reachsim.part/2";

impl Origin {
    /// Of some blocks of a plan.
    pub fn of(hash: &str, plan: Plan, (first, end): (u64, u64)) -> Origin {
        Origin {
            schema: SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            revision: trials::REVISION,
            target: target(),
            hash: hash.to_owned(),
            seed: plan.seed,
            trials: plan.trials,
            sampler: plan.sampler.id().to_owned(),
            first,
            end,
        }
    }

    /// Whether a run can have such a part: files may come from anybody.
    pub(super) fn can_be(&self) -> bool {
        (1..=MOST_TRIALS).contains(&self.trials)
            && self.first < self.end
            && self.end <= blocks_of(self.trials)
            && Sampler::find(&self.sampler).is_some()
    }

    /// All blocks of the run, as if it were not shared.
    #[must_use]
    pub fn whole(&self) -> Origin {
        Origin { first: 0, end: blocks_of(self.trials), ..self.clone() }
    }
}

/// Blocks of so many trials, the last one perhaps broken.
pub const fn blocks_of(trials: u64) -> u64 {
    trials.div_ceil(BLOCK as u64)
}

/// The processor and the system: bits are the same on one target.
pub fn target() -> String {
    format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS)
}
