//! Who follows long work, and may end it, or have some of it done elsewhere.

use serde::{Deserialize, Serialize};

/// Work that another machine may do: numbers that follow from what is asked alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Errand {
    /// Which of the models of a study is asked.
    pub point: String,
    /// What is asked of it.
    pub question: String,
    /// The blocks `first` to `end - 1`.
    pub first: u64,
    pub end: u64,
    /// Futures that it takes.
    pub futures: u64,
}

/// What an errand, or some blocks of one, brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    pub first: u64,
    pub end: u64,
    pub numbers: Vec<f64>,
}

/// An observer of long work, who is told of its progress and may end it.
pub trait Watch: Sync {
    /// Announces so many more steps.
    fn announce(&self, _steps: u64) {}
    /// Tells that so many of the announced steps were done before, by work with which this goes on.
    fn resumed(&self, _steps: u64) {}
    /// Tells that so many more steps are done.
    fn done(&self, steps: u64);
    /// Whether the rest is to be left undone.
    fn stopped(&self) -> bool;
    /// Whether there is anybody who may do errands.
    fn has_help(&self) -> bool {
        false
    }
    /// Tells of errands that will be asked for, whatever they bring: they may be run together.
    fn ahead(&self, _errands: Vec<Errand>) {}
    /// What an errand brought, block by block in their order; `None` where it is to be done here.
    fn elsewhere(&self, _errand: &Errand) -> Option<Vec<Brought>> {
        None
    }
}

/// An observer who takes no notice and never ends anything.
#[derive(Clone, Copy, Debug)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn done(&self, _: u64) {}
    fn stopped(&self) -> bool {
        false
    }
}
