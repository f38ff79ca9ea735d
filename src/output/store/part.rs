//! One store: some consecutive blocks of a run.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::origin::{Origin, SAMPLE, blocks_of};
use crate::design::BLOCK;
use crate::model::{Model, Plan};
use crate::trials::{BLOCK_STATISTICS, BlockValues, Column, Tally, Trials};

const STATE: &str = "state.cbor";
const TRIALS: &str = "trials.bin";
const BLOCKS: &str = "blocks.bin";
const LOCK: &str = "lock";
/// Bytes of a double.
const WIDTH: u64 = 8;

/// The files of a store that is complete.
pub const FILES: [&str; 3] = [STATE, TRIALS, BLOCKS];

/// Blocks of which every value is stored.
const SAMPLED: u64 = (SAMPLE / BLOCK) as u64;

/// Some consecutive blocks of a run in a folder of their own.
#[derive(Debug)]
pub struct Part {
    folder: PathBuf,
    state: State,
    /// Held while the store grows.
    lock: Option<File>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct State {
    origin: Origin,
    /// Blocks that are done, from the first one on.
    done: u64,
    tally: Tally,
}

/// Why a store cannot be used.
#[derive(Debug)]
pub enum Unopened {
    /// There is none.
    Missing,
    /// It cannot be read, or another version wrote it.
    Damaged,
    /// Another run is writing into it.
    Busy,
    World(io::Error),
}

impl From<io::Error> for Unopened {
    fn from(error: io::Error) -> Unopened {
        Unopened::World(error)
    }
}

impl Part {
    /// Begins a store anew in a folder.
    pub fn create(folder: &Path, origin: Origin, model: &Model) -> Result<Part, Unopened> {
        fs::create_dir_all(folder)?;
        let lock = lock(folder)?;
        for name in FILES {
            remove(&folder.join(name))?;
        }
        let state = State { origin, done: 0, tally: Tally::empty(model) };
        Ok(Part { folder: folder.to_owned(), state, lock: Some(lock) })
    }

    /// The store of a folder, to go on with.
    pub fn resume(folder: &Path, model: &Model) -> Result<Part, Unopened> {
        let mut part = Part::open(folder)?;
        let length = |name: &str| fs::metadata(folder.join(name)).map_or(0, |about| about.len());
        // A broken block at the end has fewer values.
        let values =
            part.sampled(part.next().min(part.origin().trials / BLOCK as u64)) * values_size(model);
        if length(BLOCKS) < part.state.done * statistics_size(model) || length(TRIALS) < values {
            return Err(Unopened::Damaged);
        }
        part.lock = Some(lock(folder)?);
        Ok(part)
    }

    /// The store of a folder, to be read.
    pub fn open(folder: &Path) -> Result<Part, Unopened> {
        let file = match File::open(folder.join(STATE)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Unopened::Missing),
            file => file?,
        };
        let state: State =
            ciborium::from_reader(BufReader::new(file)).map_err(|_| Unopened::Damaged)?;
        Ok(Part { folder: folder.to_owned(), state, lock: None })
    }

    pub const fn origin(&self) -> &Origin {
        &self.state.origin
    }

    pub const fn tally(&self) -> &Tally {
        &self.state.tally
    }

    /// The same store, to be read.
    #[must_use]
    pub fn reader(&self) -> Part {
        Part { folder: self.folder.clone(), state: self.state.clone(), lock: None }
    }

    /// From now on it is of a run of so many trials, all of whose blocks it is to hold.
    pub fn widen(&mut self, trials: u64) {
        self.state.origin.trials = trials;
        self.state.origin.end = blocks_of(trials);
    }

    /// The next block.
    pub const fn next(&self) -> u64 {
        self.state.origin.first + self.state.done
    }

    pub const fn is_complete(&self) -> bool {
        self.next() == self.state.origin.end
    }

    /// Adds the blocks that follow.
    pub fn append(&mut self, model: &Model, stretch: &Trials) -> io::Result<()> {
        let first = self.next();
        let statistics = self.state.tally.add(model, first, &stretch.columns, &stretch.weekly);
        let mut blocks = self.grown(BLOCKS, self.state.done * statistics_size(model))?;
        for block in &statistics {
            put(
                &mut blocks,
                [block.trials as f64].iter().chain(block.statistics.iter().flatten()),
            )?;
        }
        blocks.flush()?;
        let mut trials = self.grown(TRIALS, self.sampled(first) * values_size(model))?;
        for (place, _) in
            statistics.iter().enumerate().filter(|(place, _)| first + (*place as u64) < SAMPLED)
        {
            let rows = place * BLOCK..stretch.filled().min((place + 1) * BLOCK);
            for values in stretch
                .inputs
                .iter()
                .map(Vec::as_slice)
                .chain(stretch.columns.iter().flat_map(Column::parts))
            {
                put(&mut trials, &values[rows.clone()])?;
            }
        }
        trials.flush()?;
        self.state.done += statistics.len() as u64;
        Ok(())
    }

    /// From now on the store goes on from here, whatever happens.
    pub fn keep(&self) -> io::Result<()> {
        for name in [TRIALS, BLOCKS] {
            File::open(self.folder.join(name))?.sync_data()?;
        }
        let new = self.folder.join("state.new");
        let mut file = BufWriter::new(File::create(&new)?);
        ciborium::into_writer(&self.state, &mut file)
            .map_err(|error| io::Error::other(error.to_string()))?;
        file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_data()?;
        fs::rename(new, self.folder.join(STATE))
    }

    /// Removes it from the disk.
    pub fn remove(&self) {
        // What cannot be removed is replaced by the next long run.
        let _ = fs::remove_dir_all(&self.folder);
    }

    /// The values of one block's trials.
    pub fn values(&self, model: &Model, plan: Plan, block: u64) -> io::Result<Trials> {
        let mut trials = Trials::empty(model, plan);
        trials.resize((plan.trials - block * BLOCK as u64).min(BLOCK as u64) as usize);
        let mut file = self.at(TRIALS, (block - self.state.origin.first) * values_size(model))?;
        for values in trials
            .inputs
            .iter_mut()
            .map(Vec::as_mut_slice)
            .chain(trials.columns.iter_mut().flat_map(Column::parts_mut))
        {
            take(&mut file, values)?;
        }
        Ok(trials)
    }

    /// The statistics of one block.
    pub fn statistics(&self, model: &Model, block: u64) -> io::Result<BlockValues> {
        let mut file =
            self.at(BLOCKS, (block - self.state.origin.first) * statistics_size(model))?;
        let (mut trials, mut statistics) =
            ([0.0], vec![[0.0; BLOCK_STATISTICS]; model.measured().count()]);
        take(&mut file, &mut trials)?;
        statistics.iter_mut().try_for_each(|values| take(&mut file, values))?;
        Ok(BlockValues { block, trials: trials[0] as u64, statistics })
    }

    /// Blocks of this store before this one of which every value is stored.
    fn sampled(&self, block: u64) -> u64 {
        block.min(SAMPLED).saturating_sub(self.state.origin.first)
    }

    /// A file to write on at this length; what is beyond is not part of the store.
    fn grown(&self, name: &str, length: u64) -> io::Result<BufWriter<File>> {
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.folder.join(name))?;
        file.set_len(length)?;
        file.seek(SeekFrom::Start(length))?;
        Ok(BufWriter::with_capacity(1 << 16, file))
    }

    fn at(&self, name: &str, place: u64) -> io::Result<BufReader<File>> {
        let mut file = File::open(self.folder.join(name))?;
        file.seek(SeekFrom::Start(place))?;
        Ok(BufReader::with_capacity(1 << 16, file))
    }
}

/// Bytes of the statistics of a block.
fn statistics_size(model: &Model) -> u64 {
    WIDTH * (1 + model.measured().count() * BLOCK_STATISTICS) as u64
}

/// Bytes of the values of a whole block.
fn values_size(model: &Model) -> u64 {
    crate::trials::memory(model, BLOCK as u64)
}

fn put<'v>(file: &mut impl Write, values: impl IntoIterator<Item = &'v f64>) -> io::Result<()> {
    values.into_iter().try_for_each(|value| file.write_all(&value.to_le_bytes()))
}

fn take(file: &mut impl Read, values: &mut [f64]) -> io::Result<()> {
    let mut bytes = [0; WIDTH as usize];
    for value in values {
        file.read_exact(&mut bytes)?;
        *value = f64::from_le_bytes(bytes);
    }
    Ok(())
}

fn lock(folder: &Path) -> Result<File, Unopened> {
    let file =
        OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(Unopened::Busy),
        // File systems without locks do without.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
