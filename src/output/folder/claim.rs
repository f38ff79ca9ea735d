//! The right to write into a folder: it exists, it can be written, and no other run is at it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::error::{Stop, WriteError};
use super::made::Made;
use crate::diagnostic::message;

const LOCK: &str = ".lock";

/// So long another run may take to write its files before this one gives up.
const PATIENCE: Duration = Duration::from_secs(10);

/// Dropped without [`Claim::keep`], it removes the folders that it made, as far as they are empty.
#[derive(Debug)]
pub struct Claim<'a> {
    target: &'a Path,
    made: Made,
    /// Held until the end; on file systems without locks merely open.
    lock: Option<File>,
}

impl<'a> Claim<'a> {
    pub fn on(target: &'a Path, stopped: Stop) -> Result<Claim<'a>, WriteError> {
        expect_a_place(target)?;
        let made = Made::up_to(target).map_err(|error| WriteError::new(target, &error))?;
        let mut claim = Claim { target, made, lock: None };
        claim.lock(stopped)?;
        Ok(claim)
    }

    /// The folders stay.
    pub fn keep(&mut self) {
        self.made.keep();
    }

    fn lock(&mut self, stopped: Stop) -> Result<(), WriteError> {
        let (path, start) = (self.target.join(LOCK), Instant::now());
        if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(WriteError::failed(
                &path,
                message!("no lock of this program stands there"),
            ));
        }
        loop {
            let opened = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
            match opened {
                Ok(file) => match file.try_lock() {
                    Ok(()) if is_named(&file, &path) => {
                        self.lock = Some(file);
                        return Ok(());
                    }
                    Err(TryLockError::Error(_)) => {
                        self.lock = Some(file);
                        return Ok(());
                    }
                    // Another run holds it, or removed the file between our opening and our
                    // locking it.
                    Ok(()) | Err(TryLockError::WouldBlock) => {}
                },
                // The last owner removed the folder that it had made.
                Err(error) if error.kind() == io::ErrorKind::NotFound && self.made.is_empty() => {
                    self.made
                        .add(self.target)
                        .map_err(|error| WriteError::new(self.target, &error))?;
                }
                Err(error) => return Err(WriteError::new(self.target, &error)),
            }
            if stopped() {
                return Err(WriteError::Stopped);
            }
            if start.elapsed() > PATIENCE {
                return Err(WriteError::failed(
                    self.target,
                    message!(
                        "another run is writing into it: wait for its end, or write elsewhere with --out"
                    ),
                ));
            }
            sleep(Duration::from_millis(10));
        }
    }
}

/// Refuses what is there and cannot be a folder.
pub fn expect_a_place(target: &Path) -> Result<(), WriteError> {
    match fs::metadata(target) {
        Ok(found) if !found.is_dir() => {
            let reason = message!("a file of this name stands where a folder is needed");
            Err(WriteError::failed(target, reason))
        }
        Err(_) if fs::symlink_metadata(target).is_ok_and(|found| found.is_symlink()) => {
            Err(WriteError::failed(target, message!("it is a link that points to nothing")))
        }
        _ => Ok(()),
    }
}

/// Whether this open file is the one that now bears the name: the last owner removes its own.
#[cfg(unix)]
pub fn is_named(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let [open, named] = [file.metadata(), fs::symlink_metadata(path)]
        .map(|found| found.map(|found| (found.dev(), found.ino())).ok());
    open.is_some() && open == named
}

/// Whether this open file is the one that now bears the name: a file that is open is not removed.
#[cfg(not(unix))]
pub fn is_named(_: &File, path: &Path) -> bool {
    path.exists()
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        if self.lock.is_some() {
            let _ = fs::remove_file(self.target.join(LOCK));
        }
        self.made.remove();
        // The lock goes last, with the file handle.
    }
}
