//! The list of tasks that goes out with the scenarios: what each task has to do, and who wrote it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::numbers;
use crate::design::Sampler;
use crate::diagnostic::message;
use crate::model::Plan;
use crate::output::store::target;
use crate::output::{Case, shards};
use crate::run::error::Error;
use crate::trials::REVISION;
use crate::watch::Errand;

/// Its name in the folder of a job.
pub const NAME: &str = "tasks.json";
const SCHEMA: &str = "reachsim.tasks/1";

/// Who wrote a list. Digits are the same for one version on one kind of machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writer {
    schema: String,
    version: String,
    revision: u32,
    target: String,
}

impl Writer {
    /// This program on this machine.
    pub fn here() -> Writer {
        Writer {
            schema: SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            revision: REVISION,
            target: target(),
        }
    }

    /// In words, for people who have to find out which machine has the other one.
    fn told(&self) -> String {
        format!("{}.{} ({})", self.version, self.revision, self.target)
    }
}

/// What a job consists of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskList {
    pub writer: Writer,
    pub cases: Vec<Entry>,
    /// Of which study of them errands are.
    pub study: Study,
    pub errands: Vec<Errand>,
    /// Folders from which files with full paths may be read.
    pub allowed: Vec<PathBuf>,
    /// What each task does, one after the other.
    pub tasks: Vec<Vec<Unit>>,
}

/// A scenario of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The file with all that belongs to it.
    pub archive: String,
    pub hash: String,
    pub trials: u64,
    pub seed: u64,
    pub sampler: String,
}

/// What is asked of scenarios, as far as their models depend on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Study {
    /// The first one as it is, without its team, or as one of its what-ifs.
    #[default]
    Own,
    /// The first one with other values for some keys, as a command line names them.
    Knobs(Vec<String>),
    /// The what-ifs of the first one, against it or one of them.
    WhatIfs(Option<String>),
    /// All of them, against the first one.
    Scenarios,
    /// Each of them as it is.
    Several,
    /// None: a network, and posts on it, in a file of this hash.
    Network(String),
}

/// What a task does in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// A shard of a run: the place of its scenario, its number from 1, and how many the run has.
    Shard { case: usize, number: u64, of: u64 },
    /// Some blocks of an errand, which has a place in the list.
    Part { errand: usize, first: u64, end: u64 },
}

impl Entry {
    pub fn of(case: &Case, place: usize) -> Entry {
        let plan = case.plan();
        Entry {
            archive: format!("scenario-{}.cbor", place + 1),
            hash: case.about().hash.clone(),
            trials: plan.trials,
            seed: plan.seed,
            sampler: plan.sampler.id().to_owned(),
        }
    }

    /// The plan of the scenario with what is said here.
    pub fn plan(&self, plan: Plan) -> Plan {
        let sampler = Sampler::find(&self.sampler).unwrap_or(plan.sampler);
        Plan { trials: self.trials, seed: self.seed, sampler, ..plan }
    }
}

impl TaskList {
    /// Reads a list; one of another version is refused by its version.
    pub fn read(bytes: &[u8]) -> Result<TaskList, Error> {
        #[derive(Deserialize)]
        struct Written {
            writer: Writer,
        }
        let damaged = |_| Error::Question(message!("the list of tasks is damaged"));
        let Written { writer } = serde_json::from_slice(bytes).map_err(damaged)?;
        let here = Writer::here();
        if writer != here {
            return Err(Error::Question(message!(
                "the tasks are of version {theirs}, and this machine has {ours}: the same program has to be on all machines",
                theirs = writer.told(),
                ours = here.told()
            )));
        }
        serde_json::from_slice(bytes).map_err(damaged)
    }
}

impl Unit {
    /// Where it leaves what it found, in the folder of the job.
    pub fn left(self) -> PathBuf {
        let left = PathBuf::from(LEFT);
        match self {
            Unit::Shard { case, number, .. } => {
                left.join((case + 1).to_string()).join(number.to_string())
            }
            Unit::Part { errand, first, .. } => left.join(format!("{}-{first}.bin", errand + 1)),
        }
    }

    /// Whether what it leaves is there and whole.
    pub fn is_left(self, folder: &Path) -> bool {
        let left = folder.join(self.left());
        match self {
            Unit::Shard { .. } => shards::is_whole(&left),
            Unit::Part { .. } => left.exists() && numbers::read(&left).is_some(),
        }
    }
}

/// The folder of what tasks leave.
pub const LEFT: &str = "left";
