//! Some blocks of a run, carried out on their own; and all of them put together again.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde_json::{Value, json};

use super::archive::ScenarioArchive;
use super::checkpoint::{self, Begin, Checkpoint};
use super::error::Error;
use crate::design::{BLOCK, Sampler};
use crate::diagnostic::message;
use crate::engine::{Detail, Watch};
use crate::model::Plan;
use crate::output::folder::Stop;
use crate::output::shards;
use crate::output::store::{Origin, Store, blocks_of};
use crate::output::{Case, Run};
use crate::scenario::of_system;

/// One of several parts of a run, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    pub number: u64,
    pub of: u64,
}

impl FromStr for Shard {
    type Err = String;

    /// `3/64`.
    fn from_str(text: &str) -> Result<Shard, String> {
        let parts = text
            .split_once('/')
            .and_then(|(number, of)| Some((number.trim().parse().ok()?, of.trim().parse().ok()?)));
        match parts {
            Some((number, of)) if 0 < number && number <= of => Ok(Shard { number, of }),
            _ => Err("write which part of how many, such as 1/4, 2/4, 3/4 and 4/4".into()),
        }
    }
}

/// Futures of a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub first: u64,
    pub trials: u64,
}

impl Shard {
    /// Its blocks of so many: the parts differ by one block at most.
    fn blocks(self, all: u64) -> (u64, u64) {
        let up_to =
            |number: u64| (u128::from(all) * u128::from(number) / u128::from(self.of)) as u64;
        (up_to(self.number - 1), up_to(self.number))
    }

    /// Simulates its futures, in the folder for its outputs.
    pub fn simulate(
        self,
        case: &Case,
        folder: &Path,
        begin: Begin,
        watch: &impl Watch,
    ) -> Result<Share, Error> {
        let (model, plan) = (case.model(), case.plan());
        let all = if plan.sampler == Sampler::Expected { 1 } else { blocks_of(plan.trials) };
        if plan.sampler == Sampler::Expected || self.of > all {
            return Err(Error::Question(message!(
                "this run has {all} blocks of 1,000 futures: it cannot be shared among {of}",
                all,
                of = self.of
            )));
        }
        let blocks = self.blocks(all);
        let origin = Origin::of(&case.about().hash, plan, blocks);
        let mut checkpoint = Checkpoint::on_disk(folder, origin, model, begin)?;
        checkpoint::go_on(case, &mut checkpoint, plan, Detail::Weekly, watch)?;
        let (first, end) = (blocks.0 * BLOCK as u64, plan.trials.min(blocks.1 * BLOCK as u64));
        Ok(Share { first, trials: end - first })
    }

    /// How many of so many futures of a run it has.
    pub fn trials(self, all: u64) -> u64 {
        let (first, end) = self.blocks(blocks_of(all));
        all.min(end * BLOCK as u64) - first * BLOCK as u64
    }

    /// What it is, for programs.
    pub fn about(self, share: Share) -> Value {
        json!({
            "number": self.number,
            "of": self.of,
            "first_trial": share.first,
            "trials": share.trials,
        })
    }

    /// Writes its simulated futures into the folder, with the scenario that they are of.
    pub fn write(
        self,
        share: Share,
        archive: &ScenarioArchive,
        folder: &Path,
        watch: &impl Watch,
    ) -> Result<(), Error> {
        let kept = checkpoint::place(folder);
        shards::write(&kept, archive, &self.about(share), folder, &|| watch.stopped())?;
        checkpoint::clear(folder);
        Ok(())
    }
}

/// The run of a case of which these folders hold all shards.
pub fn joined(folders: &[PathBuf], case: Case, stopped: Stop) -> Result<Run, Error> {
    let (store, _) = shards::read::<ScenarioArchive>(folders, stopped)?;
    if case.about().hash != store.origin().hash || !store.is_of(case.model()) {
        return Err(Error::Question(message!(
            "the sums of the shards are not of their scenario: they are damaged"
        )));
    }
    Shards { case, store }.run()
}

/// The shards of a run, and the scenario that they are of.
pub struct Shards {
    pub case: Case,
    store: Store,
}

impl Shards {
    /// Opens the folders of all shards of a run, in any order. Files that its scenario names by
    /// their full paths have to lie below the allowed folders.
    pub fn open(folders: &[PathBuf], allowed: &[PathBuf], stopped: Stop) -> Result<Shards, Error> {
        let (store, archive) = shards::read::<ScenarioArchive>(folders, stopped)?;
        let mut case = archive.load(allowed)?;
        let origin = store.origin().whole();
        if case.about().hash != origin.hash {
            return Err(Error::Question(message!(
                "the scenario of the shards cannot be read again as it was: a file that it names by its full path has changed"
            )));
        }
        if !store.is_of(case.model()) {
            return Err(Error::Question(message!(
                "the sums of the shards are not of their scenario: they are damaged"
            )));
        }
        let sampler = Sampler::find(&origin.sampler).unwrap_or(case.plan().sampler);
        case.lowered.plan =
            Plan { trials: origin.trials, seed: origin.seed, sampler, ..case.plan() };
        Ok(Shards { case, store })
    }

    /// The run that they make together.
    pub fn run(self) -> Result<Run, Error> {
        let Shards { case, store } = self;
        let trials = store.trials(case.model(), case.plan()).map_err(|error| {
            Error::World(message!("cannot read the shards: {error}", error = of_system(&error)))
        })?;
        Ok(Run { store: Some(store), ..Run::of(case, trials) })
    }
}
