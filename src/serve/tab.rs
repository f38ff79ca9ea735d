//! A scenario that is looked at: read once, and again when its files are others.

use std::collections::BTreeMap;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use serde_json::Value;

use super::base::{Bases, Last};
use super::lock::locked;
use crate::diagnostic::Diagnostics;
use crate::locale::Locale;
use crate::output::Case;
use crate::run::{self, Error, attached};
use crate::scenario::Options;

/// A scenario of the command line.
#[derive(Debug)]
pub struct Tab {
    pub path: PathBuf,
    options: Options,
    /// The language that the command line names.
    locale: Option<Locale>,
    known: Mutex<Option<Arc<Opened>>>,
}

/// A scenario as it was read.
pub struct Opened {
    /// As its files have it, or what is wrong with them.
    pub read: Result<Case, Diagnostics>,
    stamps: Vec<Stamp>,
    pub bases: Bases,
    pub last: Last,
    /// What is told of it in each language: made once.
    pub told: Mutex<BTreeMap<Locale, Arc<Told>>>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.debug_struct("Opened").field("stamps", &self.stamps).finish_non_exhaustive()
    }
}

/// What is told of a scenario beside others.
#[derive(Debug)]
pub struct Told {
    pub value: Value,
    pub hash: String,
    /// What all of them were called.
    pub tabs: Value,
}

/// By what a file is told from what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    path: PathBuf,
    found: Option<(u64, Option<SystemTime>)>,
}

impl Stamp {
    fn of(path: &Path) -> Stamp {
        let found = fs::metadata(path).ok().map(|about| (about.len(), about.modified().ok()));
        Stamp { path: path.to_owned(), found }
    }
}

/// Of the scenario's own file first, then of all that it reads, and of the exports that it names.
fn stamps(path: &Path, case: &Case) -> Vec<Stamp> {
    let others = case.scenario.read.iter().filter(|other| *other != path).cloned();
    let all = iter::once(path.to_owned()).chain(others).chain(attached::named(case));
    all.map(|path| Stamp::of(&path)).collect()
}

impl Tab {
    pub fn new(path: &Path, options: &Options, locale: Option<Locale>) -> Tab {
        Tab { path: path.to_owned(), options: options.clone(), locale, known: Mutex::new(None) }
    }

    /// The scenario as its files have it now. One with mistakes is read each time: what it would
    /// read without them nobody knows.
    pub fn open(&self) -> Result<Arc<Opened>, Error> {
        let mut known = locked(&self.known);
        if let Some(opened) = known.as_ref()
            && let Ok(case) = &opened.read
            && opened.stamps == stamps(&self.path, case)
        {
            return Ok(Arc::clone(opened));
        }
        // What is written while it is read makes another stamp than this.
        let main = Stamp::of(&self.path);
        let read = match Case::load_with(&self.path, &self.options) {
            Ok(mut case) => {
                let about = &mut case.lowered.about;
                about.locale = self.locale.unwrap_or(about.locale);
                // Weeks that nobody can read are told by the terminal, and are no reason to wait.
                case.past = Some(run::past(&case).ok().flatten().unwrap_or_default());
                Ok(case)
            }
            Err(Error::Input(problems)) => Err(problems),
            Err(other) => return Err(other),
        };
        let mut stamps =
            read.as_ref().map_or_else(|_| vec![main.clone()], |case| stamps(&self.path, case));
        stamps[0] = main;
        let (bases, last, told) = (Bases::default(), Last::default(), Mutex::default());
        let opened = Arc::new(Opened { read, stamps, bases, last, told });
        *known = Some(Arc::clone(&opened));
        Ok(opened)
    }
}
