//! A folder of outputs that is replaced as a whole, or not at all.
//!
//! Everything is first written into `.partial/new` inside the folder itself: that is the same file
//! system even where the folder is a mount point, and nothing beside the folder need be writable.
//! When the last file is whole, the room `swap` puts them in place: one rename makes the folder
//! the new run, those that follow can be gone on with or taken back by whoever opens it next.
//!
//! Only what a manifest of this program names is ever replaced or removed, and only by the same
//! kind of command: every other file is left alone, and one that is in the way is an error. `.lock`
//! keeps two runs from writing into one folder at a time.

mod claim;
mod error;
mod made;
mod manifest;
mod swap;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::diagnostic::message;
use crate::digits::hex;
use claim::Claim;
pub use claim::is_named;
use error::PARTIAL;
pub use error::{Stop, WriteError};
pub use made::Made;
use manifest::names;
pub use manifest::{MANIFEST, Written, listed};
use swap::Swap;

/// What a folder holds. What one kind of command wrote, another does not replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    Run,
    /// The answer of the study of this id.
    Study(&'static str),
    Shard,
    Baseline,
}

impl Holding {
    /// Whether a manifest of this program is of this kind; `None` where it is of somebody else.
    fn is_of(self, manifest: &Value) -> Option<bool> {
        let schema = manifest["schema"].as_str()?.strip_prefix("reachsim.")?;
        let kind = schema.split('/').next()?;
        let study = manifest["study"].as_str();
        Some(match self {
            Holding::Run => kind == "manifest" && study.is_none(),
            Holding::Study(id) => kind == "manifest" && study == Some(id),
            Holding::Shard => kind == "shard",
            Holding::Baseline => kind == "baseline",
        })
    }
}

/// The names of the files that an earlier command of this kind wrote into a folder.
fn earlier(target: &Path, holding: Holding) -> Result<Vec<String>, WriteError> {
    let path = target.join(MANIFEST);
    let text = match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => {
            return Ok(Vec::new());
        }
        text => text.map_err(|error| WriteError::new(&path, &error))?,
    };
    let manifest: Value = serde_json::from_slice(&text).unwrap_or_default();
    match holding.is_of(&manifest) {
        None => {
            Err(WriteError::taken(&path, message!("is no manifest of this program, or is damaged")))
        }
        Some(false) => Err(WriteError::taken(
            target,
            message!("holds what another command of this program wrote"),
        )),
        Some(true) => Ok(names(&manifest).map(ToOwned::to_owned).collect()),
    }
}

/// Tells before anything is computed why a folder could not be written; it is not touched.
pub fn expect_room(target: &Path, holding: Holding) -> Result<(), WriteError> {
    claim::expect_a_place(target)?;
    earlier(target, holding).map(|_| ())
}

/// Goes on with the renames of a run that was killed amid them, so that what is read is one run.
pub fn settle(target: &Path, stopped: Stop) -> Result<(), WriteError> {
    if swap::is_broken_off(target) {
        let _claim = Claim::on(target, stopped)?;
        swap::recover(target)?;
        clear(target);
    }
    Ok(())
}

/// A folder at work. Dropped before [`Folder::commit`], it leaves everything as it was.
pub struct Folder<'a> {
    target: &'a Path,
    claim: Claim<'a>,
    /// The files of the earlier run.
    earlier: Vec<String>,
    stopped: Stop<'a>,
}

impl<'a> Folder<'a> {
    /// Claims the folder, which is made where it is missing. Waits a little for another run that
    /// writes there, until `stopped`.
    pub fn open(
        target: &'a Path,
        holding: Holding,
        stopped: Stop<'a>,
    ) -> Result<Folder<'a>, WriteError> {
        let claim = Claim::on(target, stopped)?;
        swap::recover(target)?;
        let earlier = earlier(target, holding)?;
        clear(target);
        let partial = target.join(PARTIAL);
        fs::create_dir(&partial)
            .and_then(|()| fs::create_dir(partial.join(swap::NEW)))
            .map_err(|error| WriteError::new(&partial, &error))?;
        Ok(Folder { target, claim, earlier, stopped })
    }

    /// Writes one file, out of sight for now, unless it is stopped.
    pub fn stage(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<Written, WriteError> {
        if (self.stopped)() {
            return Err(WriteError::Stopped);
        }
        let staged = self.target.join(PARTIAL).join(swap::NEW).join(name);
        let create = || {
            staged.parent().map_or(Ok(()), fs::create_dir_all)?;
            File::create(&staged)
        };
        let mut sink =
            Sink { file: None, hash: Sha256::new(), bytes: 0, error: None, stopped: self.stopped };
        let result = create().and_then(|file| {
            sink.file = Some(BufWriter::with_capacity(1 << 16, file));
            write(&mut sink)?;
            sink.flush()
        });
        if (self.stopped)() {
            return Err(WriteError::Stopped);
        }
        // Writers wrap errors in their own words; the system's are plainer.
        let error = result.err().map(|error| sink.error.take().unwrap_or(error));
        match error {
            Some(error) => Err(WriteError::new(&self.target.join(name), &error)),
            None => Ok(Written {
                name: name.to_owned(),
                bytes: sink.bytes,
                sha256: hex(&sink.hash.finalize()),
            }),
        }
    }

    /// Puts the staged files in place and the manifest last. The manifest lists them, and perhaps
    /// files of the earlier run that stay.
    pub fn commit(mut self, staged: Vec<Written>, manifest: &Value) -> Result<Written, WriteError> {
        staged.iter().try_for_each(|file| self.expect_free(&file.name))?;
        let text = format!("{manifest:#}\n");
        let written = self.stage(MANIFEST, |file| file.write_all(text.as_bytes()))?;
        let listed: Vec<Written> = listed(manifest).collect();
        let all = staged.into_iter().chain([written.clone()]).collect();
        Swap::of(&self.earlier, all, &listed).commit(self.target)?;
        self.claim.keep();
        Ok(written)
    }

    /// Refuses a place where a file of somebody else stands, or to which a link leads.
    fn expect_free(&self, name: &str) -> Result<(), WriteError> {
        let place = self.target.join(name);
        let is_ours = self.earlier.iter().any(|earlier| earlier == name);
        if !is_ours && fs::symlink_metadata(&place).is_ok_and(|found| !found.is_dir()) {
            return Err(WriteError::taken(&place, message!("is not of an earlier run")));
        }
        let mut folders = place.ancestors().skip(1).take_while(|folder| *folder != self.target);
        match folders.find(|folder| folder.is_symlink()) {
            Some(link) => {
                Err(WriteError::taken(link, message!("is a link, which is not followed")))
            }
            None => Ok(()),
        }
    }
}

/// Removes what was staged and set aside.
fn clear(target: &Path) {
    let partial = target.join(PARTIAL);
    // What cannot be removed now is removed by the next run, or tells that it is in the way.
    let _ = if partial.is_symlink() {
        fs::remove_file(partial)
    } else if swap::is_broken_off(target) {
        Ok(())
    } else {
        fs::remove_dir_all(partial)
    };
}

impl Drop for Folder<'_> {
    fn drop(&mut self) {
        clear(self.target);
    }
}

/// A file that is hashed while it is written.
struct Sink<'a> {
    file: Option<BufWriter<File>>,
    hash: Sha256,
    bytes: u64,
    /// The first error of the system.
    error: Option<io::Error>,
    stopped: Stop<'a>,
}

impl Sink<'_> {
    fn note<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        result.inspect_err(|error| {
            self.error.get_or_insert_with(|| {
                error
                    .raw_os_error()
                    .map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
            });
        })
    }
}

impl Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.stopped)() {
            return Err(io::Error::other("stopped"));
        }
        let result = self.file.as_mut().map_or(Ok(0), |file| file.write(bytes));
        let count = self.note(result)?;
        self.hash.update(&bytes[..count]);
        self.bytes += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.file.as_mut().map_or(Ok(()), Write::flush);
        self.note(result)
    }
}
