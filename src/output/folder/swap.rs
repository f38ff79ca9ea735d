//! Files take their places: renames that are undone when one of them fails.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::error::{PARTIAL, WriteError};
use super::manifest::{MANIFEST, names};

/// Completes the renames of a run that was killed amid them; does nothing where no manifest is
/// staged.
pub fn complete(target: &Path) {
    let staged = target.join(PARTIAL).join("new").join(MANIFEST);
    if staged.exists() {
        let names = named_by(&staged);
        // Should this fail too, the files of the new run replace them all.
        let _ = swap(target, &names.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

/// Puts the staged files of these names and the manifest in place; those already there are passed
/// over.
pub fn swap(target: &Path, names: &[&str]) -> Result<(), WriteError> {
    let manifest = target.join(MANIFEST);
    let stale = named_by(&manifest).into_iter().filter(|name| !names.contains(&name.as_str()));
    let mut moves = Moves { target, done: Vec::new() };
    let aside: Vec<String> = stale.collect();
    let result = aside
        .iter()
        .try_for_each(|name| moves.set_aside(name).map_err(|error| (name.as_str(), error)))
        .and_then(|()| {
            names
                .iter()
                .copied()
                .chain([MANIFEST])
                .try_for_each(|name| moves.replace(name).map_err(|error| (name, error)))
        });
    match result {
        Ok(()) => {
            for folder in aside
                .iter()
                .filter_map(|name| Path::new(name).parent())
                .filter(|folder| !folder.as_os_str().is_empty())
            {
                // A folder that holds anything else stays.
                let _ = fs::remove_dir(target.join(folder));
            }
            Ok(())
        }
        Err((name, error)) => {
            moves.undo();
            Err(WriteError::new(&target.join(name), &error))
        }
    }
}

/// The files that a manifest names.
fn named_by(manifest: &Path) -> Vec<String> {
    let text = fs::read(manifest).unwrap_or_default();
    let value: Value = serde_json::from_slice(&text).unwrap_or_default();
    names(&value).map(ToOwned::to_owned).collect()
}

/// Renames, each of which can be taken back.
struct Moves<'a> {
    target: &'a Path,
    done: Vec<(PathBuf, PathBuf)>,
}

impl Moves<'_> {
    /// The staged file of this name takes the place of the old one.
    fn replace(&mut self, name: &str) -> io::Result<()> {
        let staged = self.target.join(PARTIAL).join("new").join(name);
        if !staged.exists() {
            return Ok(());
        }
        self.set_aside(name)?;
        self.rename(staged, self.target.join(name))
    }

    fn set_aside(&mut self, name: &str) -> io::Result<()> {
        let place = self.target.join(name);
        match fs::symlink_metadata(&place) {
            Ok(found) if found.is_dir() => {
                Err(io::Error::other("a folder of this name stands where a file is needed"))
            }
            Ok(_) => self.rename(place, self.target.join(PARTIAL).join("old").join(name)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn rename(&mut self, from: PathBuf, to: PathBuf) -> io::Result<()> {
        to.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::rename(&from, &to)?;
        self.done.push((from, to));
        Ok(())
    }

    fn undo(self) {
        for (from, to) in self.done.into_iter().rev() {
            let _ = fs::rename(&to, from);
            // A folder made for it goes too, unless it holds anything else.
            to.parent().filter(|folder| *folder != self.target).map(fs::remove_dir);
        }
    }
}
