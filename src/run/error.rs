//! Why something could not be done.

use std::fmt;

use crate::diagnostic::Diagnostics;
use crate::output::WriteError;
use crate::study::goal::Misread;

/// Why something could not be done.
pub enum Error {
    /// The scenario, or a file that it names, cannot be used: everything that is wrong with it.
    Input(Diagnostics),
    /// The scenario cannot be asked this, in words that say what it can be asked.
    Question(String),
    /// The disk or the system failed.
    World(String),
    /// The work was stopped on its way.
    Stopped,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Error::Input(problems) => problems.fmt(formatter),
            Error::Question(message) | Error::World(message) => formatter.write_str(message),
            Error::Stopped => formatter.write_str("stopped"),
        }
    }
}

/// The message, which `main` prints in this form when it returns an error.
impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl std::error::Error for Error {}

impl From<Diagnostics> for Error {
    fn from(problems: Diagnostics) -> Error {
        Error::Input(problems)
    }
}

impl From<WriteError> for Error {
    fn from(error: WriteError) -> Error {
        match error {
            WriteError::Stopped => Error::Stopped,
            WriteError::Failed { .. } => Error::World(error.to_string()),
        }
    }
}

impl From<Misread> for Error {
    fn from(why: Misread) -> Error {
        Error::Question(why.to_string())
    }
}
