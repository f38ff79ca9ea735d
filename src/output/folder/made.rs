//! Folders that were made on the way to one, and that go again if nothing came of it.

use crate::diagnostic::message;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders that were missing, the outermost first.
#[derive(Clone, Debug, Default)]
pub struct Made(Vec<PathBuf>);

impl Made {
    /// Makes a folder and all above it that are missing.
    pub fn up_to(folder: &Path) -> io::Result<Made> {
        let mut made = Made::default();
        made.add(folder)?;
        Ok(made)
    }

    /// Makes what is missing of a folder, beside what was made before.
    pub fn add(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
            .collect();
        for path in missing.into_iter().rev() {
            match fs::create_dir(path) {
                Ok(()) => self.0.push(path.to_owned()),
                Err(_) if fs::metadata(path).is_err() && path.is_symlink() => {
                    return Err(io::Error::other(message!("it is reached by a link to nothing")));
                }
                // Another run was faster.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The folders stay.
    pub fn keep(&mut self) {
        self.0.clear();
    }

    /// Removes those that are empty.
    pub fn remove(&self) {
        for path in self.0.iter().rev() {
            // Where something is in it by now, it belongs to somebody.
            let _ = fs::remove_dir(path);
        }
    }
}
