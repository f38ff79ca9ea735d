//! Why a folder was not written, and where its files wait until all of them are whole.

use crate::diagnostic::{Message, message};
use crate::scenario::of_system;
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
        reason: Message,
    },
    /// The folder holds what must not be replaced.
    Taken {
        /// What is in the way.
        path: PathBuf,
        /// In plain words, to follow the path.
        reason: Message,
    },
}

impl Display for WriteError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for WriteError {}

impl WriteError {
    pub fn new(path: &Path, error: &io::Error) -> WriteError {
        WriteError::Failed { path: path.to_owned(), reason: reason(error) }
    }

    pub fn failed(path: &Path, reason: Message) -> WriteError {
        WriteError::Failed { path: path.to_owned(), reason }
    }

    pub fn taken(path: &Path, reason: Message) -> WriteError {
        WriteError::Taken { path: path.to_owned(), reason }
    }

    /// What is said of it.
    pub fn message(&self) -> Message {
        match self {
            WriteError::Stopped => message!("stopped: nothing was written"),
            WriteError::Failed { path, reason } => {
                message!("cannot write `{path}`: {reason}", path = path.display(), reason)
            }
            WriteError::Taken { path, reason } => {
                message!(
                    "`{path}` {reason}: write elsewhere with --out, or move it",
                    path = path.display(),
                    reason
                )
            }
        }
    }
}

/// What the system says, in plain words and without its numbers.
fn reason(error: &io::Error) -> Message {
    if error.get_ref().and_then(|own| own.downcast_ref::<Message>()).is_some() {
        return of_system(error);
    }
    match error.kind() {
        io::ErrorKind::StorageFull => message!("no space is left on the disk"),
        io::ErrorKind::QuotaExceeded => message!("the disk quota is used up"),
        io::ErrorKind::PermissionDenied => message!("permission denied"),
        io::ErrorKind::ReadOnlyFilesystem => message!("the disk is read-only"),
        io::ErrorKind::NotADirectory => message!("a part of the path is a file, not a folder"),
        io::ErrorKind::InvalidFilename => message!("the name is too long or not allowed"),
        io::ErrorKind::NotFound => message!("there is no such folder"),
        io::ErrorKind::FileTooLarge => message!("the disk does not take files of this size"),
        _ => {
            let text = error.to_string();
            let end = text.rfind(" (os error").unwrap_or(text.len());
            Message::verbatim(&text[..end])
        }
    }
}

/// Asked now and then whether the user wants to end.
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);
