//! How the files of a folder take their places: a journal, renames, and the way back.
//!
//! The journal `.partial/commit.json` lists what was staged, with hashes, and what becomes stale.
//! It gets its name by one rename when all of it is whole, and from then on the folder is the new
//! run: whoever opens it next goes on with the renames, from wherever they were broken off. Where
//! one of them cannot be done, or the journal and the files disagree, all are taken back and the
//! folder is the earlier run.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::{PARTIAL, WriteError};
use super::manifest::{MANIFEST, Written, is_inside};
use crate::diagnostic::message;

/// Names inside `.partial`.
pub const NEW: &str = "new";
const OLD: &str = "old";
const JOURNAL: &str = "commit.json";
const DRAFT: &str = "commit.part";

/// What is to be done, as the journal says it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Swap {
    /// All staged files; the manifest is the last.
    staged: Vec<Written>,
    /// Files of the earlier run that the new one does not have.
    stale: Vec<String>,
}

impl Swap {
    /// From an earlier run with these files to the staged ones, of which the manifest is the last.
    /// The manifest may list further files, which stay where they are.
    pub fn of(earlier: &[String], staged: Vec<Written>, listed: &[Written]) -> Swap {
        let stays = |name: &String| staged.iter().chain(listed).any(|file| file.name == *name);
        let stale = earlier.iter().filter(|name| !stays(name)).cloned().collect();
        Swap { staged, stale }
    }

    /// Writes the journal, and then puts the files in place.
    pub fn commit(self, target: &Path) -> Result<(), WriteError> {
        let partial = target.join(PARTIAL);
        serde_json::to_vec(&self)
            .map_err(io::Error::from)
            .and_then(|journal| fs::write(partial.join(DRAFT), journal))
            .and_then(|()| fs::rename(partial.join(DRAFT), partial.join(JOURNAL)))
            .map_err(|error| WriteError::new(target, &error))?;
        self.finish(target)
    }

    fn finish(&self, target: &Path) -> Result<(), WriteError> {
        let done = Moves { target }.forward(self);
        if let Err((name, error)) = done {
            self.take_back(target)?;
            return Err(WriteError::new(&target.join(name), &error));
        }
        // The new run is whole; what cannot be removed now is removed by the next run.
        let _ = fs::remove_file(target.join(PARTIAL).join(JOURNAL));
        Ok(())
    }

    fn take_back(&self, target: &Path) -> Result<(), WriteError> {
        Moves { target }
            .back(&self.staged)
            .map_err(|(name, error)| WriteError::new(&target.join(name), &error))
    }

    /// Whether every staged file is either still there or in its place, and is what was written.
    fn is_whole(&self, target: &Path) -> bool {
        let is = |path: PathBuf, file: &Written| {
            File::open(path).and_then(|content| file.is(content)).unwrap_or(false)
        };
        let is_safe = |name: &str| name == MANIFEST || is_inside(name);
        self.staged.last().is_some_and(|file| file.name == MANIFEST)
            && self.staged.iter().all(|file| is_safe(&file.name))
            && self.stale.iter().all(|name| is_inside(name))
            && self.staged.iter().all(|file| {
                is(target.join(PARTIAL).join(NEW).join(&file.name), file)
                    || is(target.join(&file.name), file)
            })
    }
}

/// Whether renames were broken off here.
pub fn is_broken_off(target: &Path) -> bool {
    fs::symlink_metadata(target.join(PARTIAL).join(JOURNAL)).is_ok_and(|found| found.is_file())
}

/// Goes on with renames that were broken off, or takes them back where that cannot be.
pub fn recover(target: &Path) -> Result<(), WriteError> {
    if !is_broken_off(target) {
        return Ok(());
    }
    let journal = fs::read(target.join(PARTIAL).join(JOURNAL))
        .map_err(|error| WriteError::new(target, &error))?;
    match serde_json::from_slice::<Swap>(&journal) {
        Ok(swap) if swap.is_whole(target) => swap.finish(target),
        Ok(swap) => swap.take_back(target),
        Err(_) => Swap { staged: Vec::new(), stale: Vec::new() }.take_back(target),
    }
}

/// The name of the file whose rename failed, and why.
type Stuck = (String, io::Error);

/// Renames between a folder and what is set aside in it. What was done is read from the disk, so
/// that each of them can be repeated.
struct Moves<'a> {
    target: &'a Path,
}

impl Moves<'_> {
    fn at(&self, shelf: &str, name: &str) -> PathBuf {
        self.target.join(PARTIAL).join(shelf).join(name)
    }

    fn forward(&self, swap: &Swap) -> Result<(), Stuck> {
        let stuck = |name: &str| {
            let name = name.to_owned();
            |error: io::Error| (name, error)
        };
        for name in &swap.stale {
            self.set_aside(name).map_err(stuck(name))?;
        }
        for file in &swap.staged {
            let staged = self.at(NEW, &file.name);
            if staged.exists() {
                self.set_aside(&file.name)
                    .and_then(|()| rename(&staged, &self.target.join(&file.name)))
                    .map_err(stuck(&file.name))?;
            }
        }
        for folder in swap.stale.iter().filter_map(|name| Path::new(name).parent()) {
            if !folder.as_os_str().is_empty() {
                // A folder that holds anything else stays.
                let _ = fs::remove_dir(self.target.join(folder));
            }
        }
        Ok(())
    }

    /// The new files go back to where they were staged, and then the earlier ones to their places.
    fn back(&self, staged: &[Written]) -> Result<(), Stuck> {
        for file in staged.iter().rev() {
            let (from, to) = (self.target.join(&file.name), self.at(NEW, &file.name));
            let is_placed = !to.exists()
                && File::open(&from).and_then(|content| file.is(content)).unwrap_or(false);
            if is_placed {
                rename(&from, &to).map_err(|error| (file.name.clone(), error))?;
                remove_empty(self.target, &from);
            }
        }
        let aside = self.target.join(PARTIAL).join(OLD);
        for name in files_below(&aside, Path::new("")) {
            rename(&aside.join(&name), &self.target.join(&name))
                .map_err(|error| (name.display().to_string(), error))?;
        }
        let _ = fs::remove_file(self.target.join(PARTIAL).join(JOURNAL));
        Ok(())
    }

    /// The earlier file of this name waits where it can be had back from.
    fn set_aside(&self, name: &str) -> io::Result<()> {
        let place = self.target.join(name);
        match fs::symlink_metadata(&place) {
            Ok(found) if found.is_dir() => Err(io::Error::other(message!(
                "a folder of this name stands where a file is needed"
            ))),
            Ok(_) => rename(&place, &self.at(OLD, name)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Renames a file into a folder that is made for it.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::rename(from, to)
}

/// Removes the folder of a file, unless it is this one or holds anything.
fn remove_empty(target: &Path, file: &Path) {
    file.parent().filter(|folder| *folder != target).map(fs::remove_dir);
}

/// The files below a folder, relative to it.
fn files_below(root: &Path, within: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root.join(within)).into_iter().flatten().flatten();
    let mut found = Vec::new();
    for entry in entries {
        let name = within.join(entry.file_name());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files_below(root, &name)),
            _ => found.push(name),
        }
    }
    found
}
