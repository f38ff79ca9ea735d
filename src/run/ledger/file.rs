//! The file of a ledger. It is replaced as a whole, under a lock, so that two commands at once lose
//! nothing and a kill leaves it as it was.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use reachsim_learn::ledger::{Entry, Ledger};

use crate::diagnostic::message;
use crate::output::WriteError;
use crate::output::folder::is_named;
use crate::run::Error;
use crate::scenario::of_system;

/// So long another command may take to write.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of the largest ledger.
const LARGEST: u64 = 1 << 30;

/// The ledger of a file that exists.
pub fn read(path: &Path) -> Result<Ledger, Error> {
    let shown = path.display();
    if !path.exists() {
        return Err(Error::Question(message!(
            "there is no ledger `{path}`: `reachsim forecast FILE --as-of DATE --ledger {path}` begins one",
            path = shown
        )));
    }
    Ok(Ledger::parse(&shown.to_string(), &text(path)?)?)
}

fn text(path: &Path) -> Result<String, Error> {
    let refused = |why| {
        Error::Question(message!("`{path}` cannot be read: {why}", path = path.display(), why))
    };
    let about = fs::metadata(path).map_err(|error| refused(of_system(&error)))?;
    if !about.is_file() {
        return Err(refused(message!("it is no regular file")));
    }
    if about.len() > LARGEST {
        return Err(refused(message!("it is larger than {limit} MB", limit = LARGEST >> 20)));
    }
    let bytes = fs::read(path).map_err(|error| refused(of_system(&error)))?;
    String::from_utf8(bytes).map_err(|_| refused(message!("it is no text")))
}

/// Adds entries to a ledger, which is begun where there is none: all of them, or nothing. What is
/// to be added is asked of the ledger as it stands once nobody else writes.
pub fn change(
    path: &Path,
    what: impl FnOnce(&Ledger) -> Result<Vec<Entry>, Error>,
) -> Result<(), Error> {
    // A link stays one: what it leads to is replaced.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let lock = Lock::on(path)?;
    let mut text = text(path)?;
    let mut ledger = Ledger::parse(&path.display().to_string(), &text)?;
    let entries = what(&ledger)?;
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for entry in entries {
        text.push_str(&ledger.add(&entry).map_err(Error::Question)?);
        text.push('\n');
    }
    replace(path, &text)?;
    lock.keep();
    Ok(())
}

/// Puts a text in the place of the file.
fn replace(path: &Path, text: &str) -> Result<(), Error> {
    let beside = beside(path);
    let write = || {
        let mut file = File::create(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    write().map_err(|error| {
        // What is left of it is nobody's.
        let _ = fs::remove_file(&beside);
        WriteError::new(path, &error).into()
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    path.with_file_name(name)
}

/// The right to write into a file, which is made where there is none.
struct Lock<'a> {
    path: &'a Path,
    /// Whether it was made here, and goes again if nothing came of it.
    is_made: bool,
    /// Held until the end; on file systems without locks merely open.
    _file: File,
}

impl<'a> Lock<'a> {
    fn on(path: &'a Path) -> Result<Lock<'a>, Error> {
        let failed = |error| Error::from(WriteError::new(path, &error));
        let start = Instant::now();
        loop {
            let made = OpenOptions::new().read(true).append(true).create_new(true).open(path);
            let (file, is_made) = match made {
                Ok(file) => (file, true),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    match OpenOptions::new().read(true).append(true).open(path) {
                        Ok(file) => (file, false),
                        Err(error) if error.kind() == ErrorKind::NotFound => continue,
                        Err(error) => return Err(failed(error)),
                    }
                }
                Err(error) => return Err(failed(error)),
            };
            match file.try_lock() {
                // Another command may have replaced the file between our opening and our locking.
                Ok(()) if is_named(&file, path) => {
                    return Ok(Lock { path, is_made, _file: file });
                }
                Err(TryLockError::Error(_)) => return Ok(Lock { path, is_made, _file: file }),
                Ok(()) | Err(TryLockError::WouldBlock) => {}
            }
            if start.elapsed() > PATIENCE {
                return Err(Error::World(message!(
                    "another command is writing into `{path}`: wait for its end",
                    path = path.display()
                )));
            }
            sleep(Duration::from_millis(10));
        }
    }

    /// Something came of it.
    fn keep(mut self) {
        self.is_made = false;
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        if self.is_made {
            let _ = fs::remove_file(self.path);
        }
    }
}
