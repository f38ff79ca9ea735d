//! A folder of outputs that is replaced as a whole, or not at all.
//!
//! Everything is first written into `.partial/new` inside the folder itself: that is the same file
//! system even where the folder is a mount point, and nothing beside the folder need be writable.
//! When the last file is whole, each one takes its place by a rename, the manifest last; the files
//! that it replaces, and those that only the previous manifest names, wait in `.partial/old` and
//! come back if a rename fails. Other files of the folder are left alone.
//!
//! A run killed while it writes leaves the earlier outputs whole and a `.partial` that the next run
//! removes. A run killed during the renames, which take about a millisecond, leaves files of both
//! runs; the hashes in the manifest tell, and the next run first completes them, because a staged
//! manifest means that every file beside it is whole. `.lock` keeps two runs from writing into one
//! folder at a time; the second one waits.

mod claim;
mod error;
mod manifest;
mod swap;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::digits::hex;
use claim::Claim;
use error::PARTIAL;
pub use error::{Stop, WriteError};
pub use manifest::{MANIFEST, Written, listed};

/// A folder at work. Dropped before [`Folder::commit`], it leaves everything as it was.
pub struct Folder<'a> {
    target: &'a Path,
    claim: Claim<'a>,
    stopped: Stop<'a>,
}

impl<'a> Folder<'a> {
    /// Claims the folder, which is made where it is missing. Waits for another run that writes
    /// there, until `stopped`.
    pub fn open(target: &'a Path, stopped: Stop<'a>) -> Result<Folder<'a>, WriteError> {
        let claim = Claim::on(target, stopped)?;
        swap::complete(target);
        let folder = Folder { target, claim, stopped };
        folder.clear();
        fs::create_dir_all(target.join(PARTIAL).join("new"))
            .map_err(|error| WriteError::new(target, &error))?;
        Ok(folder)
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
        let staged = self.target.join(PARTIAL).join("new").join(name);
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

    /// Puts the staged files in place, the manifest with these words last. `files` are all that
    /// were staged.
    pub fn commit(mut self, files: &[Written], manifest: &str) -> Result<Written, WriteError> {
        let written = self.stage(MANIFEST, |file| file.write_all(manifest.as_bytes()))?;
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        swap::swap(self.target, &names)?;
        self.claim.keep();
        Ok(written)
    }

    fn clear(&self) {
        // What cannot be removed now is removed by the next run.
        let _ = fs::remove_dir_all(self.target.join(PARTIAL));
    }
}

impl Drop for Folder<'_> {
    fn drop(&mut self) {
        self.clear();
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
