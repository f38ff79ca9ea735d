//! The right to write into a folder: it exists, it can be written, and no other run is at it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::error::{Stop, WriteError};

const LOCK: &str = ".lock";

/// Dropped without [`Claim::keep`], it removes the folders that it made, as far as they are empty.
#[derive(Debug)]
pub struct Claim<'a> {
    target: &'a Path,
    /// Folders made for this claim, the outermost first.
    made: Vec<PathBuf>,
    /// Held until the end; on file systems without locks merely open.
    lock: Option<File>,
}

impl<'a> Claim<'a> {
    pub fn on(target: &'a Path, stopped: Stop) -> Result<Claim<'a>, WriteError> {
        if fs::metadata(target).is_ok_and(|found| !found.is_dir()) {
            let reason = "a file of this name stands where a folder is needed".into();
            return Err(WriteError::Failed { path: target.to_owned(), reason });
        }
        let mut claim = Claim { target, made: Vec::new(), lock: None };
        claim.make_folders().map_err(|error| WriteError::new(target, &error))?;
        claim.lock(stopped)?;
        Ok(claim)
    }

    /// The folders stay.
    pub fn keep(&mut self) {
        self.made.clear();
    }

    fn make_folders(&mut self) -> io::Result<()> {
        let missing: Vec<&Path> = self
            .target
            .ancestors()
            .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
            .collect();
        for path in missing.into_iter().rev() {
            match fs::create_dir(path) {
                Ok(()) => self.made.push(path.to_owned()),
                // Another run was faster.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn lock(&mut self, stopped: Stop) -> Result<(), WriteError> {
        let path = self.target.join(LOCK);
        loop {
            let opened = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
            match opened {
                Ok(file) => match file.try_lock() {
                    Ok(()) if is_locked(&path) => {
                        self.lock = Some(file);
                        return Ok(());
                    }
                    Err(TryLockError::Error(_)) => {
                        self.lock = Some(file);
                        return Ok(());
                    }
                    // Another run holds it, or removed the file between our opening and our locking
                    // it.
                    Ok(()) | Err(TryLockError::WouldBlock) => {}
                },
                // The last owner removed the folder that it had made.
                Err(error) if error.kind() == io::ErrorKind::NotFound && self.made.is_empty() => {
                    self.make_folders().map_err(|error| WriteError::new(self.target, &error))?;
                }
                Err(error) => return Err(WriteError::new(self.target, &error)),
            }
            if stopped() {
                return Err(WriteError::Stopped);
            }
            sleep(Duration::from_millis(10));
        }
    }
}

/// Whether the file that now bears the name is locked, by the only one who can have locked it.
fn is_locked(path: &Path) -> bool {
    OpenOptions::new()
        .write(true)
        .open(path)
        .is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        if self.lock.is_some() {
            let _ = fs::remove_file(self.target.join(LOCK));
        }
        for path in self.made.iter().rev() {
            let _ = fs::remove_dir(path);
        }
        // The lock goes last, with the file handle.
    }
}
