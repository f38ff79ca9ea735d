//! One store: some consecutive blocks of a run.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::origin::{Origin, SAMPLE, blocks_of};
use crate::design::BLOCK;
use crate::digits::hex;
use crate::model::{Model, Plan};
use crate::output::folder::Made;
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
    _lock: Option<File>,
    /// Folders that were made for it.
    made: Made,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct State {
    origin: Origin,
    /// Blocks that are done, from the first one on.
    done: u64,
    tally: Tally,
    /// The hash of every stored byte of these blocks, see [`linked`].
    chain: String,
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
        let made = Made::up_to(folder)?;
        let lock = lock(folder)?;
        for name in FILES {
            remove(&folder.join(name))?;
        }
        let state = State { origin, done: 0, tally: Tally::empty(model), chain: String::new() };
        Ok(Part { folder: folder.to_owned(), state, _lock: Some(lock), made })
    }

    /// The store of a folder, to go on with: every byte of it is as it was written.
    pub fn resume(folder: &Path, model: &Model) -> Result<Part, Unopened> {
        let lock = lock(folder)?;
        let part = Part { _lock: Some(lock), ..Part::open(folder)? };
        // What is cut off or cannot be read is as bad as what was changed.
        let is_whole = part.is_of(model) && part.is_as_written(model).unwrap_or(false);
        if is_whole { Ok(part) } else { Err(Unopened::Damaged) }
    }

    /// The store of a folder, to be read.
    pub fn open(folder: &Path) -> Result<Part, Unopened> {
        let bytes = match fs::read(folder.join(STATE)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Unopened::Missing),
            bytes => bytes?,
        };
        let state: State = unsealed(&bytes)
            .and_then(|bytes| ciborium::from_reader(bytes).ok())
            .ok_or(Unopened::Damaged)?;
        let can_be = state.origin.can_be() && state.done <= state.origin.end - state.origin.first;
        if !can_be {
            return Err(Unopened::Damaged);
        }
        Ok(Part { folder: folder.to_owned(), state, _lock: None, made: Made::default() })
    }

    /// Tells where another run is writing into the folder.
    pub fn expect_idle(folder: &Path) -> Result<(), Unopened> {
        if folder.join(LOCK).exists() { lock(folder).map(|_| ()) } else { Ok(()) }
    }

    /// Whether its tally is one that this model can have.
    pub fn is_of(&self, model: &Model) -> bool {
        let origin = &self.state.origin;
        self.state.tally.is_over(model, origin.first..self.next(), origin.trials)
    }

    /// Whether the files hold what was appended.
    fn is_as_written(&self, model: &Model) -> io::Result<bool> {
        let (mut blocks, mut trials) = (self.at(BLOCKS, 0)?, self.at(TRIALS, 0)?);
        let mut chain = String::new();
        let mut statistics = vec![0; statistics_size(model) as usize];
        for block in self.state.origin.first..self.next() {
            blocks.read_exact(&mut statistics)?;
            let rows = (self.state.origin.trials - block * BLOCK as u64).min(BLOCK as u64);
            let size = if block < SAMPLED { crate::trials::memory(model, rows) } else { 0 };
            let mut values = vec![0; size as usize];
            trials.read_exact(&mut values)?;
            chain = linked(&chain, &statistics, &values);
        }
        Ok(chain == self.state.chain)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
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
        Part {
            folder: self.folder.clone(),
            state: self.state.clone(),
            _lock: None,
            made: Made::default(),
        }
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
        let added = self.state.tally.add(model, first, &stretch.columns, &stretch.weekly);
        let mut blocks = self.grown(BLOCKS, self.state.done * statistics_size(model))?;
        let mut trials = self.grown(TRIALS, self.sampled(first) * values_size(model))?;
        for (place, block) in added.iter().enumerate() {
            let mut statistics = Vec::with_capacity(statistics_size(model) as usize);
            put(&mut statistics, &[block.trials as f64]);
            block.statistics.iter().for_each(|values| put(&mut statistics, values));
            let mut values = Vec::new();
            if first + (place as u64) < SAMPLED {
                let rows = place * BLOCK..stretch.filled().min((place + 1) * BLOCK);
                let inputs = stretch.inputs.iter().map(Vec::as_slice);
                inputs
                    .chain(stretch.columns.iter().flat_map(Column::parts))
                    .for_each(|column| put(&mut values, &column[rows.clone()]));
            }
            blocks.write_all(&statistics)?;
            trials.write_all(&values)?;
            self.state.chain = linked(&self.state.chain, &statistics, &values);
        }
        blocks.flush()?;
        trials.flush()?;
        self.state.done += added.len() as u64;
        Ok(())
    }

    /// From now on the store goes on from here, whatever happens.
    pub fn keep(&self) -> io::Result<()> {
        for name in [TRIALS, BLOCKS] {
            File::open(self.folder.join(name))?.sync_data()?;
        }
        let mut bytes = Vec::new();
        ciborium::into_writer(&self.state, &mut bytes)
            .map_err(|error| io::Error::other(error.to_string()))?;
        seal(&mut bytes);
        let new = self.folder.join("state.new");
        let mut file = File::create(&new)?;
        file.write_all(&bytes)?;
        file.sync_data()?;
        fs::rename(new, self.folder.join(STATE))
    }

    /// Removes it from the disk.
    pub fn remove(&self) {
        // What cannot be removed is replaced by the next long run.
        let _ = fs::remove_dir_all(&self.folder);
        self.made.remove();
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

fn put(bytes: &mut Vec<u8>, values: &[f64]) {
    bytes.reserve(WIDTH as usize * values.len());
    for value in values {
        bytes.extend_from_slice(&value.to_le_bytes());
    }
}

/// The hash of all blocks so far, from that of the ones before and the bytes of the last one.
fn linked(before: &str, statistics: &[u8], values: &[u8]) -> String {
    let hash = Sha256::new_with_prefix(before).chain_update(statistics).chain_update(values);
    hex(&hash.finalize())
}

/// Puts the hash of some bytes at their end.
fn seal(bytes: &mut Vec<u8>) {
    let hash = Sha256::digest(&bytes);
    bytes.extend(hash);
}

/// What was sealed; nothing where it is not as it was written.
fn unsealed(bytes: &[u8]) -> Option<&[u8]> {
    let (content, hash) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
    (Sha256::digest(content)[..] == *hash).then_some(content)
}

fn take(file: &mut impl Read, values: &mut [f64]) -> io::Result<()> {
    let mut bytes = vec![0; WIDTH as usize * values.len()];
    file.read_exact(&mut bytes)?;
    for (value, bytes) in values.iter_mut().zip(bytes.as_chunks().0) {
        *value = f64::from_le_bytes(*bytes);
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
