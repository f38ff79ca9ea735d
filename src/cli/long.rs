//! Runs that are too long to be kept in memory: stretch after stretch of blocks is simulated, added
//! up, and let go.

use reachsim::output::format::Format as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::watch::{self, Bar};
use super::{Failure, Global, terminal};
use reachsim::engine::{self, Detail};
use reachsim::locale::Locale;
use reachsim::model::{Model, Plan};
use reachsim::output::Case;
use reachsim::output::store::{Origin, Part, Store, Unopened, blocks_of};
use reachsim::trials::{self, KEPT, Tally, Trials};

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
    ) -> Result<Checkpoint, Failure> {
        let folder = place(outputs);
        let unusable = |unopened| unusable(&folder, unopened);
        let damaged = || {
            Failure::Usage(format!(
                "the unfinished run in `{}` is damaged, or another version wrote it: to begin \
                    anew, remove the folder",
                folder.display()
            ))
        };
        let found = match Part::open(&folder) {
            Ok(part) if *part.origin() == origin => Some(part),
            Ok(part) if part.next() > part.origin().first => {
                return Err(Failure::Usage(format!(
                    "the unfinished run in `{}` is of another scenario, seed, sampler, version or \
                        number of trials: write elsewhere with --out, or remove the folder",
                    folder.display()
                )));
            }
            Err(Unopened::Damaged) if begin == Begin::Resume => return Err(damaged()),
            Ok(_) | Err(Unopened::Missing | Unopened::Damaged) => None,
            Err(other) => return Err(unusable(other)),
        };
        let part = match (found, begin) {
            (Some(_), Begin::Resume) => match Part::resume(&folder, model) {
                Err(Unopened::Damaged) => return Err(damaged()),
                part => part,
            },
            (Some(part), Begin::Anew | Begin::Once) if part.next() > part.origin().first => {
                return Err(Failure::Usage(format!(
                    "an unfinished run of this scenario lies in `{}`: --resume goes on with it; to \
                        begin anew, remove the folder",
                    folder.display()
                )));
            }
            _ => Part::create(&folder, origin, model),
        };
        part.map(|part| Checkpoint::Disk(Box::new(part), begin)).map_err(unusable)
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
    pub fn add(&mut self, model: &Model, first: u64, stretch: Trials) -> Result<(), Failure> {
        match self {
            Checkpoint::Disk(part, _) => part.append(model, &stretch).map_err(|error| full(&error)),
            Checkpoint::Memory { tally, kept } => {
                tally.add(model, first, &stretch);
                if (kept.filled() as u64) < KEPT.min(trials::most_kept(model)) {
                    kept.append(stretch);
                }
                Ok(())
            }
        }
    }

    fn keep(&self) -> Result<(), Failure> {
        match self {
            Checkpoint::Disk(part, _) => part.keep().map_err(|error| full(&error)),
            Checkpoint::Memory { .. } => Ok(()),
        }
    }

    /// Keeps what is done and tells how to go on; where nothing is, nothing is left behind.
    fn stopped(&self) -> Failure {
        let Checkpoint::Disk(part, begin) = self else { return Failure::Interrupted };
        let (origin, done) = (part.origin(), part.next() - part.origin().first);
        if done == 0 || *begin == Begin::Once {
            part.remove();
            return Failure::Interrupted;
        }
        let number = |trials: u64| Locale::default().number(trials as f64, Some(0.0));
        let (done, all) = (
            number(done * BLOCK),
            number(origin.trials.min(origin.end * BLOCK) - origin.first * BLOCK),
        );
        match self.keep() {
            Ok(()) => {
                terminal::remark(&format!(
                    "stopped after {done} of {all} futures: the same command with --resume goes on \
                        from there"
                ));
                Failure::Interrupted
            }
            Err(failure) => failure,
        }
    }

    /// Makes room for a longer run of the same kind.
    pub fn widen(&mut self, plan: Plan) {
        if let Checkpoint::Disk(part, _) = self {
            part.widen(plan.trials);
        }
    }

    /// What was found so far.
    pub fn found(&self, model: &Model, plan: Plan) -> Result<Trials, Failure> {
        match self {
            Checkpoint::Disk(part, _) => {
                Store::of(vec![part.reader()]).trials(model, plan).map_err(|error| full(&error))
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

/// Simulates the blocks that a ledger lacks for a plan. What is done is kept every few seconds, and
/// when the user stops the run.
pub fn go_on(
    case: &Case,
    ledger: &mut Checkpoint,
    plan: Plan,
    detail: Detail,
    global: Global,
) -> Result<(), Failure> {
    let (model, (mut next, end)) = (case.model(), ledger.open_blocks(plan));
    let first = ledger.first();
    let bar = Bar::new(global, plan.trials.min(end * BLOCK) - first * BLOCK)
        .going_on((next - first) * BLOCK);
    let mut kept: Option<Instant> = None;
    while next < end {
        let to = end.min(next + STRETCH);
        let stretch = engine::stretch(model, plan, next..to, detail, &bar);
        if watch::interrupted() {
            return Err(ledger.stopped());
        }
        ledger.add(model, next, stretch)?;
        next = to;
        if kept.is_none_or(|kept| kept.elapsed() > KEEP_EVERY) || next == end {
            ledger.keep()?;
            kept = Some(Instant::now());
        }
    }
    Ok(())
}

/// Removes the folder in which a finished run was kept.
pub fn clear(outputs: &Path) {
    // What cannot be removed is replaced by the next long run.
    let _ = std::fs::remove_dir_all(place(outputs));
}

const BLOCK: u64 = reachsim::design::BLOCK as u64;

fn full(error: &std::io::Error) -> Failure {
    Failure::World(format!("the run cannot be kept on the disk: {error}"))
}

/// Why a store cannot be used, in words for whoever asked for it.
pub fn unusable(folder: &Path, unopened: Unopened) -> Failure {
    let folder = folder.display();
    match unopened {
        Unopened::Missing => Failure::Usage(format!(
            "`{folder}` holds no part of a run: `reachsim run FILE --shard 1/4 --out DIR` writes \
                one"
        )),
        Unopened::Damaged => Failure::Usage(format!(
            "the part of a run in `{folder}` is damaged, or another version wrote it: run it again"
        )),
        Unopened::Busy => Failure::World(format!("another run is writing into `{folder}`")),
        Unopened::World(error) => Failure::World(format!("cannot use `{folder}`: {error}")),
    }
}

/// Blocks of the whole run of a plan.
pub const fn all_blocks(plan: Plan) -> (u64, u64) {
    (0, blocks_of(plan.trials))
}
