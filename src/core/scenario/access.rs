//! Which files a scenario may read: regular ones of its own folder and of those below, and of the
//! folders that whoever runs it names. A scenario may come from anybody, and what is wrong with a
//! file is printed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::{self, Refused, normal};
use crate::diagnostic::{Code, Diagnostic, message};

/// Files that may be read.
#[derive(Clone, Debug)]
pub enum Access {
    /// All that the system lets be read.
    Everything,
    /// Regular files below these folders, which stand here as they were named, without steps back,
    /// and as the disk has them.
    Below(Arc<[PathBuf]>),
}

impl Access {
    /// What a file may read, with these folders beside its own.
    pub fn of(file: &Path, allowed: &[PathBuf]) -> Access {
        let own = file.parent().unwrap_or(Path::new(""));
        let roots = [own].into_iter().chain(allowed.iter().map(PathBuf::as_path));
        Access::Below(roots.flat_map(|root| [lexical(root), real(root)]).flatten().collect())
    }

    /// Refuses what lies elsewhere, whether it exists or not, and what is no regular file.
    pub(crate) fn check(&self, path: &Path) -> Result<(), Box<Refused>> {
        let Access::Below(roots) = self else { return Ok(()) };
        let place = real(path).or_else(|| lexical(path));
        let is_below = |place: PathBuf| roots.iter().any(|root| place.starts_with(root));
        if !place.is_some_and(is_below) {
            let message = message!(
                "`{path}` lies outside of the folder of the scenario",
                path = file::normal(path).display()
            );
            return Err(Diagnostic::new(Code::FileOutside, message)
                .help(message!(
                    "`--allow-path DIR` lets a scenario read the files below another folder"
                ))
                .into());
        }
        if path.exists() && !path.is_file() && !path.is_dir() {
            let message = message!("`{path}` is no regular file", path = path.display());
            return Err(Diagnostic::new(Code::FileIrregular, message)
                .help(message!(
                    "a scenario reads files that stay as they are: save what it holds to one"
                ))
                .into());
        }
        Ok(())
    }
}

/// The folder to which the paths of a text are relative, and what may be read from it.
#[derive(Clone, Debug)]
pub struct Root {
    pub folder: PathBuf,
    access: Access,
}

impl Root {
    pub(crate) const fn new(folder: PathBuf, access: Access) -> Root {
        Root { folder, access }
    }

    /// The current folder, from which whoever types a command may read everything.
    pub const fn here() -> Root {
        Root { folder: PathBuf::new(), access: Access::Everything }
    }

    /// Refuses a path that may not be read from here.
    pub fn check(&self, path: &Path) -> Result<(), Diagnostic> {
        self.access.check(path).map_err(|refused| refused.diagnostic)
    }
}

fn real(path: &Path) -> Option<PathBuf> {
    let named = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    named.canonicalize().ok()
}

fn lexical(path: &Path) -> Option<PathBuf> {
    let named = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    std::path::absolute(named).ok().map(|path| normal(&path))
}
