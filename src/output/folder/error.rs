//! Why a folder was not written, and where its files wait until all of them are whole.

use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::{Path, PathBuf};

/// Where files are written until all of them are whole.
pub const PARTIAL: &str = ".partial";

/// Why a folder was not written. Nothing in it has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The user stopped the run.
    Stopped,
    Failed {
        /// As the user gave it.
        path: PathBuf,
        /// In plain words.
        reason: String,
    },
    /// The folder holds what must not be replaced.
    Taken {
        /// What is in the way.
        path: PathBuf,
        /// In plain words, to follow the path.
        reason: String,
    },
}

impl Display for WriteError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            WriteError::Stopped => write!(f, "stopped: nothing was written"),
            WriteError::Failed { path, reason } => {
                write!(f, "cannot write `{}`: {reason}", path.display())
            }
            WriteError::Taken { path, reason } => {
                write!(f, "`{}` {reason}: write elsewhere with --out, or move it", path.display())
            }
        }
    }
}

impl std::error::Error for WriteError {}

impl WriteError {
    pub fn new(path: &Path, error: &io::Error) -> WriteError {
        WriteError::Failed { path: path.to_owned(), reason: reason(error) }
    }

    pub fn failed(path: &Path, reason: &str) -> WriteError {
        WriteError::Failed { path: path.to_owned(), reason: reason.to_owned() }
    }

    pub fn taken(path: &Path, reason: &str) -> WriteError {
        WriteError::Taken { path: path.to_owned(), reason: reason.to_owned() }
    }
}

/// What the system says, in plain words and without its numbers.
fn reason(error: &io::Error) -> String {
    let plain = match error.kind() {
        io::ErrorKind::StorageFull => "no space is left on the disk",
        io::ErrorKind::QuotaExceeded => "the disk quota is used up",
        io::ErrorKind::PermissionDenied => "permission denied",
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
        io::ErrorKind::NotADirectory => "a part of the path is a file, not a folder",
        io::ErrorKind::InvalidFilename => "the name is too long or not allowed",
        io::ErrorKind::NotFound => "there is no such folder",
        io::ErrorKind::FileTooLarge => "the disk does not take files of this size",
        _ => {
            let text = error.to_string();
            return text.rfind(" (os error").map_or(text.clone(), |end| text[..end].to_owned());
        }
    };
    plain.into()
}

/// Asked now and then whether the user wants to end.
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);
