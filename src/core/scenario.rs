//! What the user may write: files and `--set` become one raw scenario, every value with its place.
//!
//! Texts are read and merged here ([`load`]), values are read by the domain of their key, and
//! whatever is wrong is collected, not thrown: [`crate::model::lower`] reports it together with
//! what does not fit together, and is the only door onwards. Only a text that cannot be parsed at
//! all stops earlier.

mod access;
pub(crate) mod artwork;
pub mod brands;
mod chain;
mod currency;
pub mod deck;
mod edit;
mod file;
mod given;
mod inherited;
pub mod keys;
mod layer;
mod load;
mod merge;
mod names;
pub mod number;
pub mod opening;
pub mod period;
mod place;
pub mod presets;
pub mod quantity;
pub mod roles;
mod schema;
mod sections;
mod set;
mod spoken;
pub mod syntax;
pub mod template;
pub mod theme;
mod unknown;
mod value;
pub mod write;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

pub use access::Root;
pub use edit::{
    BASE, Change, Edit, Knob, Later, NOTHING, Varied, WITHOUT, WhatIf, When, between, written,
};
pub use file::{normal, of_system};
pub use given::{Edited, Given, Keys};
pub use load::{Options, SetsRead, load, load_with, parse, parse_with};
pub use names::{Named, RESERVED};
pub use schema::schema;
pub use sections::{
    Bound, Campaign, Competitor, Correlation, Deviation, Export, ExtraInput, ExtraMetric, Headings,
    MOST_MEASURED, Measurement, Number, Observed, Overlap, Role, Sections, Target, Text, Tolerance,
};
pub use spoken::spoken;
pub use value::{Beside, DataFile, List, Value, Word};

use crate::diagnostic::{Diagnostic, Source};
use crate::graph::choose::worth::Worth;
use crate::graph::fit::Fit;

/// A scenario as it was written, after `extends` and `--set`.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The file, its parents, then each `--set`.
    pub sources: Vec<Source>,
    /// How many of them are files.
    pub files: usize,
    /// Every file that was read: the file, its parents, data, lists, looks.
    pub read: Vec<PathBuf>,
    /// What is given, by concrete path.
    pub keys: Keys,
    /// In the order in which the files name them, the outermost parent first.
    pub communities: Vec<Named>,
    /// The user's own, each `[platform.<id>]`.
    pub platforms: Vec<Named>,
    pub sections: Sections,
    pub what_ifs: Vec<WhatIf>,
    /// States of the world: columns beside each other, and no choices.
    pub states: Vec<WhatIf>,
    /// What is otherwise from a week on, in the order of the file.
    pub later: Vec<Later>,
    /// What was wrong so far.
    pub problems: Vec<Diagnostic>,
    /// What was measured on friend graphs, so that a scenario that is lowered again and again
    /// measures once.
    pub overlaps: Overlaps,
}

/// Results of measurements by what was measured: coefficients of variation, scatters, and how far
/// the closed form is off; and what opinion leaders are worth.
#[derive(Clone, Debug, Default)]
pub struct Overlaps {
    fits: Known<Fit>,
    worths: Known<Worth>,
}

type Known<T> = Arc<Mutex<BTreeMap<String, Option<T>>>>;

impl Overlaps {
    /// The result of a measurement, which is carried out where it was not before.
    pub fn measured(&self, what: &str, measure: impl FnOnce() -> Option<Fit>) -> Option<Fit> {
        once(&self.fits, what, measure)
    }

    /// The same of those who are won first.
    pub fn won(&self, what: &str, measure: impl FnOnce() -> Option<Worth>) -> Option<Worth> {
        once(&self.worths, what, measure)
    }
}

fn once<T: Copy>(known: &Known<T>, what: &str, measure: impl FnOnce() -> Option<T>) -> Option<T> {
    let known = || known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known().get(what) {
        return *found;
    }
    let found = measure();
    known().insert(what.to_owned(), found);
    found
}
