//! Runs that are too long to be kept in memory: stretch after stretch of blocks is simulated, added
//! up, and let go.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::diagnostic::{Message, message};
use crate::engine::{self, Detail, Watch};
use crate::model::{Model, Plan};
use crate::output::store::{Origin, Part, Store, Unopened, blocks_of};
use crate::output::{Case, WriteError};
use crate::scenario::of_system;
use crate::trials::{self, KEPT, Tally, Trials};

/// Blocks that are simulated at a time: enough for many threads, few enough for memory.
const STRETCH: u64 = 32;

/// A run that is killed loses the work of this time at most.
const KEEP_EVERY: Duration = Duration::from_secs(10);

/// Name of the folder, inside that of the outputs, in which a run is kept while it is computed.
const FOLDER: &str = ".run";

/// Where a run is kept while it is computed.
pub enum Checkpoint {
    Disk(Box<Part>, Begin),
    Memory { tally: Box<Tally>, kept: Box<Trials> },
}

/// Whether an unfinished run is gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    Anew,
    Resume,
    /// Anew, and nobody can go on with it: nothing of it is left behind when it is stopped.
    Once,
}

/// Why a run that is kept on its way does not go on.
#[derive(Debug)]
pub enum Unkept {
    /// The unfinished run in this folder cannot be read.
    Damaged(PathBuf),
    /// The unfinished run in this folder is another one.
    Other(PathBuf),
    /// An unfinished run of the scenario lies in this folder, and was not asked for.
    Unfinished(PathBuf),
    /// This folder cannot be used.
    Unopened(PathBuf, Unopened),
    /// The disk failed; what was kept of the run still lies in this folder.
    Full(PathBuf, io::Error),
    /// It was stopped, and can be gone on with: so many of all of its futures are done.
    Paused { done: u64, all: u64 },
    /// It was stopped, and nothing is left of it.
    Stopped,
}

impl Unkept {
    /// What is the matter, without a way out.
    pub fn message(&self) -> Message {
        match self {
            Unkept::Damaged(folder) => message!(
                "the unfinished run in `{folder}` is damaged, or another version wrote it",
                folder = folder.display()
            ),
            Unkept::Other(folder) => message!(
                "the unfinished run in `{folder}` is of another scenario, seed, sampler, version or number of trials",
                folder = folder.display()
            ),
            Unkept::Unfinished(folder) => {
                message!(
                    "an unfinished run of this scenario lies in `{folder}`",
                    folder = folder.display()
                )
            }
            Unkept::Unopened(folder, why) => match why {
                Unopened::Missing => {
                    message!("`{folder}` holds no part of a run", folder = folder.display())
                }
                Unopened::Damaged => message!(
                    "the part of a run in `{folder}` is damaged, or another version wrote it",
                    folder = folder.display()
                ),
                Unopened::Busy => {
                    message!("another run is writing into `{folder}`", folder = folder.display())
                }
                Unopened::World(error) => {
                    message!(
                        "cannot use `{folder}`: {error}",
                        folder = folder.display(),
                        error = of_system(error)
                    )
                }
            },
            Unkept::Full(folder, error) => WriteError::new(folder, error).message(),
            Unkept::Paused { done, all } => {
                message!("stopped after {done} of {all} futures", done, all)
            }
            Unkept::Stopped => message!("stopped"),
        }
    }
}

impl fmt::Display for Unkept {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.message().fmt(f)
    }
}

/// The folder in which the run of a folder of outputs is kept.
pub fn place(outputs: &Path) -> PathBuf {
    outputs.join(FOLDER)
}

impl Checkpoint {
    /// On the disk, begun anew or gone on with.
    pub fn on_disk(
        outputs: &Path,
        origin: Origin,
        model: &Model,
        begin: Begin,
    ) -> Result<Checkpoint, Unkept> {
        let folder = place(outputs);
        if let Err(why) = Part::expect_idle(&folder) {
            return Err(Unkept::Unopened(outputs.to_owned(), why));
        }
        let is_begun = |part: &Part| part.next() > part.origin().first;
        let found = match Part::open(&folder) {
            Ok(part) if *part.origin() == origin => Some(part),
            Ok(part) if is_begun(&part) => return Err(Unkept::Other(folder)),
            Err(Unopened::Damaged) if begin == Begin::Resume => {
                return Err(Unkept::Damaged(folder));
            }
            Ok(_) | Err(Unopened::Missing | Unopened::Damaged) => None,
            Err(other) => return Err(Unkept::Unopened(folder, other)),
        };
        let part = match (found, begin) {
            (Some(_), Begin::Resume) => match Part::resume(&folder, model) {
                Err(Unopened::Damaged) => return Err(Unkept::Damaged(folder)),
                part => part,
            },
            (Some(part), Begin::Anew | Begin::Once) if is_begun(&part) => {
                return Err(Unkept::Unfinished(folder));
            }
            _ => Part::create(&folder, origin, model),
        };
        match part {
            Ok(part) => Ok(Checkpoint::Disk(Box::new(part), begin)),
            Err(why) => Err(Unkept::Unopened(folder, why)),
        }
    }

    /// In memory, where nothing is to be written.
    pub fn in_memory(model: &Model, plan: Plan) -> Checkpoint {
        Checkpoint::Memory {
            tally: Box::new(Tally::empty(model)),
            kept: Box::new(Trials::empty(model, plan)),
        }
    }

    /// The next block, and the one after the last.
    fn open_blocks(&self, plan: Plan) -> (u64, u64) {
        match self {
            Checkpoint::Disk(part, _) => (part.next(), part.origin().end),
            Checkpoint::Memory { tally, .. } => (tally.trials / BLOCK, blocks_of(plan.trials)),
        }
    }

    /// The first block that it is to have.
    fn first(&self) -> u64 {
        match self {
            Checkpoint::Disk(part, _) => part.origin().first,
            Checkpoint::Memory { .. } => 0,
        }
    }

    /// Adds the trials from block `first` on.
    pub fn add(&mut self, model: &Model, first: u64, stretch: Trials) -> Result<(), Unkept> {
        match self {
            Checkpoint::Disk(part, _) => {
                part.append(model, &stretch).map_err(|error| full(part, error))
            }
            Checkpoint::Memory { tally, kept } => {
                tally.add(model, first, &stretch.columns, &stretch.weekly);
                if (kept.filled() as u64) < KEPT.min(trials::most_kept(model)) {
                    kept.append(stretch);
                }
                Ok(())
            }
        }
    }

    fn keep(&self) -> Result<(), Unkept> {
        match self {
            Checkpoint::Disk(part, _) => part.keep().map_err(|error| full(part, error)),
            Checkpoint::Memory { .. } => Ok(()),
        }
    }

    /// Keeps what is done, for a run that goes on; where nothing is, nothing is left behind.
    fn stopped(&self) -> Unkept {
        let Checkpoint::Disk(part, begin) = self else { return Unkept::Stopped };
        let (origin, done) = (part.origin(), part.next() - part.origin().first);
        if done == 0 || *begin == Begin::Once {
            part.remove();
            return Unkept::Stopped;
        }
        let all = origin.trials.min(origin.end * BLOCK) - origin.first * BLOCK;
        self.keep().err().unwrap_or(Unkept::Paused { done: done * BLOCK, all })
    }

    /// Makes room for a longer run of the same kind.
    pub fn widen(&mut self, plan: Plan) {
        if let Checkpoint::Disk(part, _) = self {
            part.widen(plan.trials);
        }
    }

    /// What was found so far.
    pub fn found(&self, model: &Model, plan: Plan) -> Result<Trials, Unkept> {
        match self {
            Checkpoint::Disk(part, _) => {
                let store = Store::of(vec![part.reader()]);
                store.trials(model, plan).map_err(|error| full(part, error))
            }
            Checkpoint::Memory { tally, kept } => {
                Ok(Trials { plan, tally: Some((**tally).clone()), ..(**kept).clone() })
            }
        }
    }

    /// Where it is kept, if that is on the disk.
    pub fn into_store(self) -> Option<Store> {
        match self {
            Checkpoint::Disk(part, _) => Some(Store::of(vec![*part])),
            Checkpoint::Memory { .. } => None,
        }
    }
}

fn full(part: &Part, error: io::Error) -> Unkept {
    Unkept::Full(part.folder().to_owned(), error)
}

/// Simulates the blocks that a checkpoint lacks for a plan. What is done is kept every few seconds,
/// and when the work is stopped.
pub fn go_on(
    case: &Case,
    checkpoint: &mut Checkpoint,
    plan: Plan,
    detail: Detail,
    watch: &impl Watch,
) -> Result<(), Unkept> {
    let (model, (mut next, end)) = (case.model(), checkpoint.open_blocks(plan));
    let first = checkpoint.first();
    watch.announce(plan.trials.min(end * BLOCK) - first * BLOCK);
    watch.resumed((next - first) * BLOCK);
    let mut kept: Option<Instant> = None;
    while next < end {
        let to = end.min(next + STRETCH);
        let stretch = engine::stretch(model, plan, next..to, detail, watch);
        if watch.stopped() {
            return Err(checkpoint.stopped());
        }
        checkpoint.add(model, next, stretch)?;
        next = to;
        if kept.is_none_or(|kept| kept.elapsed() > KEEP_EVERY) || next == end {
            checkpoint.keep()?;
            kept = Some(Instant::now());
        }
    }
    Ok(())
}

/// Removes the folder in which a finished run was kept.
pub fn clear(outputs: &Path) {
    // What cannot be removed is replaced by the next long run.
    let _ = fs::remove_dir_all(place(outputs));
}

const BLOCK: u64 = crate::design::BLOCK as u64;

/// Blocks of the whole run of a plan.
pub const fn all_blocks(plan: Plan) -> (u64, u64) {
    (0, blocks_of(plan.trials))
}
