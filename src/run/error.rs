//! Why something could not be done.

use std::fmt;

use super::checkpoint::Unkept;
use crate::diagnostic::{Diagnostics, Message};
use crate::output::WriteError;
use crate::output::shards::Unmergeable;
use crate::study::goal::Misread;

/// Why something could not be done.
pub enum Error {
    /// The scenario, or a file that it names, cannot be used: everything that is wrong with it.
    Input(Diagnostics),
    /// The scenario cannot be asked this, in words that say what it can be asked.
    Question(Message),
    /// The disk or the system failed.
    World(Message),
    /// A long run does not go on.
    Unkept(Unkept),
    /// Shards do not make a run.
    Unmergeable(Unmergeable),
    /// The work was stopped on its way.
    Stopped,
}

impl Error {
    /// What is wrong first, without its place.
    pub fn first(&self) -> Message {
        let problem = match self {
            Error::Question(message) | Error::World(message) => return message.clone(),
            Error::Input(problems) => problems.iter().next(),
            Error::Unkept(_) | Error::Unmergeable(_) | Error::Stopped => None,
        };
        match problem {
            Some(problem) => problem.message.clone(),
            None => Message::verbatim(self.to_string()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Error::Input(problems) => problems.fmt(formatter),
            Error::Question(message) | Error::World(message) => message.fmt(formatter),
            Error::Unkept(why) => why.fmt(formatter),
            Error::Unmergeable(why) => why.fmt(formatter),
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
            WriteError::Failed { .. } => Error::World(error.message()),
            WriteError::Taken { .. } => Error::Question(error.message()),
        }
    }
}

impl From<Misread> for Error {
    fn from(why: Misread) -> Error {
        let (Misread::Text(message) | Misread::Metric(message)) = why;
        Error::Question(message)
    }
}

impl From<Unkept> for Error {
    fn from(why: Unkept) -> Error {
        if matches!(why, Unkept::Stopped) { Error::Stopped } else { Error::Unkept(why) }
    }
}

impl From<Unmergeable> for Error {
    fn from(why: Unmergeable) -> Error {
        Error::Unmergeable(why)
    }
}
