//! The folder of a shard: a store, the scenario that it is of, and a manifest.

use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::folder::{self, Folder, Holding, MANIFEST, Stop, WriteError, Written, listed};
use super::format::{Format as _, Locale};
use super::json;
use super::store::{self, Part, Store, Unopened, blocks_of};
use crate::design::BLOCK;
use crate::diagnostic::{Message, Numeral, message};

const SCENARIO: &str = "scenario.cbor";

/// Copies a complete store into the folder of its shard, all or nothing.
pub fn write(
    store: &Path,
    archive: &impl Serialize,
    about: &Value,
    target: &Path,
    stopped: Stop,
) -> Result<(), WriteError> {
    let folder = Folder::open(target, Holding::Shard, stopped)?;
    let mut files = Vec::new();
    for name in store::FILES {
        files.push(
            folder.stage(name, |file| {
                io::copy(&mut File::open(store.join(name))?, file).map(|_| ())
            })?,
        );
    }
    let mut bytes = Vec::new();
    let encoded = ciborium::into_writer(archive, &mut bytes)
        .map_err(|error| io::Error::other(error.to_string()));
    files.push(folder.stage(SCENARIO, |file| encoded.and_then(|()| file.write_all(&bytes)))?);
    let manifest = json!({
        "schema": json::SHARD,
        "engine": json::engine_of(),
        "shard": about,
        "files": files,
    });
    folder.commit(files, &manifest).map(|_| ())
}

/// Why shards do not make a run.
#[derive(Debug)]
pub enum Unmergeable {
    /// This folder holds no usable shard.
    Folder(PathBuf, Unopened),
    /// These two are of different runs.
    Different(PathBuf, PathBuf),
    /// These two hold the same trials.
    Twice(PathBuf, PathBuf),
    /// The first and the last of the trials that are missing.
    Missing(u64, u64),
}

impl fmt::Display for Unmergeable {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl Unmergeable {
    /// What is said of it.
    pub fn message(&self) -> Message {
        let number = |count: u64| Numeral(Locale::default().number(count as f64, Some(0.0)));
        match self {
            Unmergeable::Folder(folder, _) => {
                message!("`{folder}` holds no shard that can be read", folder = folder.display())
            }
            Unmergeable::Different(a, b) => message!(
                "`{a}` and `{b}` are shards of different runs: scenario, seed, sampler, number of trials and version have to be the same",
                a = a.display(),
                b = b.display()
            ),
            Unmergeable::Twice(a, b) => message!(
                "`{a}` and `{b}` hold the same futures: give every shard once, and all of one division",
                a = a.display(),
                b = b.display()
            ),
            Unmergeable::Missing(first, last) => message!(
                "futures {first} to {last} are in none of the folders: give those of all shards",
                first = number(*first),
                last = number(*last)
            ),
        }
    }
}

/// The shards of a run: its store, and the scenario that they are of.
pub fn read<K: DeserializeOwned>(
    folders: &[PathBuf],
    stopped: Stop,
) -> Result<(Store, K), Unmergeable> {
    let mut parts: Vec<(&PathBuf, Part)> = Vec::new();
    for folder in folders {
        let part = shard(folder, stopped)
            .map_err(|unopened| Unmergeable::Folder(folder.clone(), unopened))?;
        parts.push((folder, part));
    }
    parts.sort_by_key(|(_, part)| part.origin().first);
    let (mut next, trials) = (0, parts.first().map_or(0, |(_, part)| part.origin().trials));
    let block = BLOCK as u64;
    let missing = |from: u64, to: u64| {
        Unmergeable::Missing(from * block, trials.min(to * block).saturating_sub(1))
    };
    for (place, (folder, part)) in parts.iter().enumerate() {
        let origin = part.origin();
        if origin.whole() != parts[0].1.origin().whole() {
            return Err(Unmergeable::Different(parts[0].0.clone(), (*folder).clone()));
        }
        if origin.first < next {
            return Err(Unmergeable::Twice(parts[place - 1].0.clone(), (*folder).clone()));
        }
        if origin.first > next {
            return Err(missing(next, origin.first));
        }
        next = origin.end;
    }
    if next < blocks_of(trials) {
        return Err(missing(next, blocks_of(trials)));
    }
    let archive = folders
        .first()
        .and_then(|folder| ciborium::from_reader(&fs::read(folder.join(SCENARIO)).ok()?[..]).ok());
    let archive = archive.ok_or_else(|| {
        Unmergeable::Folder(folders.first().cloned().unwrap_or_default(), Unopened::Damaged)
    })?;
    Ok((Store::of(parts.into_iter().map(|(_, part)| part).collect()), archive))
}

/// Whether a folder holds a shard whose files are as they were written. It is not touched.
pub fn is_whole(folder: &Path) -> bool {
    let manifest = fs::read(folder.join(MANIFEST)).ok();
    let manifest = manifest.and_then(|text| serde_json::from_slice::<Value>(&text).ok());
    let Some(manifest) = manifest.filter(|found| found["schema"].as_str() == Some(json::SHARD))
    else {
        return false;
    };
    // Sizes first: a file that is still on its way is not read.
    let files: Vec<Written> = listed(&manifest).collect();
    let path = |file: &Written| folder.join(&file.name);
    let has_its_size =
        |file: &Written| fs::metadata(path(file)).is_ok_and(|found| found.len() == file.bytes);
    let is_itself = |file: &Written| {
        File::open(path(file)).is_ok_and(|content| file.is(content).unwrap_or(false))
    };
    let names = || store::FILES.into_iter().chain([SCENARIO]);
    names().all(|name| files.iter().any(|file| file.name == name))
        && files.iter().all(has_its_size)
        && files.iter().all(is_itself)
}

/// One shard, whose files are as they were written.
fn shard(folder: &Path, stopped: Stop) -> Result<Part, Unopened> {
    folder::settle(folder, stopped).map_err(|error| io::Error::other(error.to_string()))?;
    let manifest = match fs::read(folder.join(MANIFEST)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Unopened::Missing),
        text => serde_json::from_slice::<Value>(&text?).map_err(|_| Unopened::Damaged)?,
    };
    if manifest["schema"].as_str() != Some(json::SHARD) {
        return Err(Unopened::Missing);
    }
    for name in store::FILES.into_iter().chain([SCENARIO]) {
        let listed = listed(&manifest).find(|file| file.name == name).ok_or(Unopened::Damaged)?;
        let file = File::open(folder.join(name)).map_err(|_| Unopened::Damaged)?;
        if !listed.is(file)? {
            return Err(Unopened::Damaged);
        }
    }
    let part = Part::open(folder)?;
    if part.is_complete() { Ok(part) } else { Err(Unopened::Damaged) }
}
