//! The folder of a text, and what may be read from it.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Code, Message, message};
use crate::scenario::access::{Access, Root};
use crate::scenario::file::{self, Refused};

/// A folder, and the files that were read by a path relative to it.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    access: Access,
    read: RefCell<Vec<PathBuf>>,
}

impl Folder {
    /// The folder of a file, and what may be read from it.
    pub fn of(file: &Path, access: Access) -> Folder {
        let path = file.parent().unwrap_or(Path::new("")).to_owned();
        Folder { path, access, read: RefCell::default() }
    }

    /// The current folder, from which whoever types a command may read everything.
    pub fn here() -> Folder {
        Folder { path: PathBuf::new(), access: Access::Everything, read: RefCell::default() }
    }

    /// The current folder, of which only the files there and below may be read.
    pub fn below_here() -> Folder {
        Folder { access: Access::of(Path::new(""), &[]), ..Folder::here() }
    }

    /// A folder of which nobody may read a file.
    pub fn closed() -> Folder {
        Folder { access: Access::Below(Arc::from([])), ..Folder::here() }
    }

    /// The same, for files that are looked for later.
    pub(crate) fn root(&self) -> Root {
        Root::new(self.path.clone(), self.access.clone())
    }

    /// The path of a file that is about to be read, if it may be.
    pub(super) fn file(&self, name: &str) -> Result<PathBuf, Box<Refused>> {
        let path = self.path.join(name);
        self.access.check(&path)?;
        self.read.borrow_mut().push(path.clone());
        Ok(path)
    }

    /// The bytes of a file of at most `limit` of them, or why they are not read.
    pub(super) fn bytes(&self, name: &str, limit: u64) -> Result<Vec<u8>, Message> {
        self.file(name)
            .and_then(|path| file::bytes(&path, limit))
            .map_err(|refused| reason(refused.diagnostic.code, limit))
    }

    /// The files that were read.
    pub(crate) fn into_read(self) -> Vec<PathBuf> {
        self.read.into_inner()
    }
}

/// Bytes of the largest data file read.
pub(super) const DATA_LIMIT: u64 = 64 << 20;

/// Why a data file cannot be read, in words that follow its name.
pub(super) fn reason(code: Code, limit: u64) -> Message {
    match code {
        Code::FileMissing => message!("does not exist"),
        Code::FileDirectory => message!("is a folder"),
        Code::FileTooLarge => {
            message!("is larger than {limit} MB", limit = limit >> 20)
        }
        Code::FileOutside => {
            message!(
                "lies outside of the folder of the scenario: `--allow-path DIR` lets it be read"
            )
        }
        Code::FileIrregular => message!("is no regular file"),
        _ => message!("cannot be read"),
    }
}
