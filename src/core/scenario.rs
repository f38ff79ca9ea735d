//! What the user may write: files and `--set` become one raw scenario, every value with its place.
//!
//! Texts are read and merged here ([`load`]), values are read by the domain of their key, and
//! whatever is wrong is collected, not thrown: [`crate::model::lower`] reports it together with
//! what does not fit together, and is the only door onwards. Only a text that cannot be parsed at
//! all stops earlier.

mod chain;
mod currency;
mod edit;
mod file;
pub mod keys;
mod layer;
mod merge;
pub mod number;
pub mod presets;
pub mod quantity;
pub mod roles;
mod schema;
mod sections;
mod set;
mod starter;
mod syntax;
pub mod theme;
mod unknown;
mod value;
pub mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

pub use edit::{BASE, Change, Edit, Knob, NOTHING, Varied, WITHOUT, WhatIf, between};
pub use file::normal;
pub use layer::{Named, RESERVED};
pub use merge::Keys;
pub use schema::schema;
pub use sections::{
    Bound, Campaign, Competitor, Correlation, ExtraInput, ExtraMetric, Number, Overlap, Role,
    Sections, Target, Text, Tolerance, Word,
};
pub use starter::starter;
pub use value::{DataFile, List, Value};

use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use crate::graph::fit::Fit;
use keys::{Key, SectionId};
use layer::Layer;
use value::{Folder, Origin, Reader};

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
    /// What was wrong so far.
    pub problems: Vec<Diagnostic>,
    /// What was measured on friend graphs, so that a scenario that is lowered again and again
    /// measures once.
    pub overlaps: Overlaps,
}

/// Results of measurements by what was measured: coefficients of variation, scatters, and how far
/// the closed form is off.
#[derive(Clone, Debug, Default)]
pub struct Overlaps(Arc<Mutex<BTreeMap<String, Option<Fit>>>>);

impl Overlaps {
    /// The result of a measurement, which is carried out where it was not before.
    pub fn measured(&self, what: &str, measure: impl FnOnce() -> Option<Fit>) -> Option<Fit> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known().get(what) {
            return *found;
        }
        let found = measure();
        known().insert(what.to_owned(), found);
        found
    }
}

/// A key that is given.
#[derive(Clone, Debug)]
pub struct Given {
    pub key: &'static Key,
    /// `None` where it could not be read, which is among the problems.
    pub value: Option<Value>,
    /// Place of the key.
    pub at: Span,
    /// Place of the value.
    pub value_at: Span,
    /// The value as TOML.
    pub text: String,
    /// Files that belong to the value.
    pub data: Vec<DataFile>,
    pub edited: Edited,
}

/// Whether a value stands there because a what-if, a study or the command line changed it. A part
/// of the mix of posts that was changed leaves the rest to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    Yes,
    No,
}

/// Reads a scenario file with its parents, and what the command line sets.
pub fn load(path: &Path, sets: &[String]) -> Result<Scenario, Diagnostics> {
    match file::read(path, 0) {
        Ok(text) => parse(path, text, sets),
        Err(refused) => {
            let sources = refused.text.map(|text| Source::new(path.display().to_string(), text));
            Err(Diagnostics::new(sources.into_iter().collect(), vec![refused.diagnostic]))
        }
    }
}

/// As [`load`], for a text that stands, or could stand, at `path`.
pub fn parse(path: &Path, text: String, sets: &[String]) -> Result<Scenario, Diagnostics> {
    let chain = chain::gather(path, text);
    let files = chain.sources.len();
    let mut sources = chain.sources;
    sources.extend(sets.iter().map(|set| Source::new(set::NAME, set.clone())));
    if !chain.problems.is_empty() {
        return Err(Diagnostics::new(sources, chain.problems));
    }
    let mut problems = Vec::new();
    let prepared = set::prepare(&sources[files..], files, &mut problems);
    let set_tables = set::parse(&prepared);
    let tables: Vec<_> = sources[..files].iter().map(|source| chain::table(&source.text)).collect();
    let mut layers: Vec<Layer> = Vec::new();
    // The outermost parent is the lowest layer, the command line the highest.
    for (source, table) in tables.iter().enumerate().rev() {
        let mut layer = Layer::default();
        layer.add(table, source);
        layers.push(layer);
    }
    layers.push(set::layer(&prepared, &set_tables));
    let (folders, nowhere) = (chain.folders, Folder::default());
    let raw =
        gather(layers, &|source: usize| folders.get(source).unwrap_or(&nowhere), &mut problems);
    let read = chain
        .paths
        .into_iter()
        .chain(folders.into_iter().chain([nowhere]).flat_map(Folder::into_read))
        .collect();
    Ok(Scenario { sources, files, read, problems, ..raw })
}

/// Reads every value of every layer and merges them.
fn gather<'f>(
    layers: Vec<Layer>,
    folder: &dyn Fn(usize) -> &'f Folder,
    problems: &mut Vec<Diagnostic>,
) -> Scenario {
    let mut communities: Vec<Named> = Vec::new();
    let mut platforms: Vec<Named> = Vec::new();
    let last = layers.len().saturating_sub(1);
    for (place, layer) in layers.iter().enumerate() {
        if place == last {
            let known: Vec<&str> = communities.iter().map(|named| named.id.as_str()).collect();
            problems.extend(set::owners(layer, &known));
        } else {
            add_new(&mut communities, &layer.communities);
        }
        add_new(&mut platforms, &layer.platforms);
    }
    let mut sections = Sections::default();
    let (mut given, mut cells, mut what_ifs) = (Vec::new(), Vec::new(), None);
    for (place, layer) in layers.into_iter().enumerate() {
        problems.extend(layer.problems);
        let mut keys = Vec::new();
        for entry in layer.entries {
            let mut reader = Reader {
                origin: Origin { source: entry.at.source, folder: folder(entry.at.source) },
                data: Vec::new(),
                problems,
            };
            let edited = if place == last { Edited::Yes } else { Edited::No };
            keys.push((entry.path.clone(), Given { edited, ..value::given(&entry, &mut reader) }));
        }
        for rows in layer.sections {
            if rows.section.id == SectionId::WhatIf {
                what_ifs = Some(rows);
                continue;
            }
            let mut reader = Reader {
                origin: Origin { source: rows.at.source, folder: folder(rows.at.source) },
                data: Vec::new(),
                problems,
            };
            sections.take(&rows, &mut reader);
        }
        cells.extend(layer.cells);
        given.push(keys);
    }
    let mut keys = merge::merge(given, &communities, problems);
    let changes_roles = cells.iter().any(|cell| cell.section.id == SectionId::Role);
    let changed = if changes_roles { roles::Changed::Yes } else { roles::Changed::No };
    roles::settle(&mut keys, &mut sections, changed, problems);
    for cell in &cells {
        let mut reader = Reader {
            origin: Origin { source: cell.at.source, folder: folder(cell.at.source) },
            data: Vec::new(),
            problems,
        };
        if let Some(change) = sections.read(cell, &mut reader) {
            sections.set(&change);
        }
    }
    let (sources, problems_so_far) = (Vec::new(), Vec::new());
    let mut scenario = Scenario {
        sources,
        files: 0,
        read: Vec::new(),
        keys,
        communities,
        platforms,
        sections,
        what_ifs: Vec::new(),
        problems: problems_so_far,
        overlaps: Overlaps::default(),
    };
    if let Some(rows) = what_ifs {
        let mut reader = Reader {
            origin: Origin { source: rows.at.source, folder: folder(rows.at.source) },
            data: Vec::new(),
            problems,
        };
        scenario.what_ifs = edit::what_ifs(&rows, &scenario, &mut reader);
        scenario.sections.texts.extend(rows.tables.iter().map(|row| edit::text(&rows, row)));
    }
    scenario
}

fn add_new(known: &mut Vec<Named>, new: &[Named]) {
    let mut ids: BTreeSet<String> = known.iter().map(|named| named.id.clone()).collect();
    known.extend(new.iter().filter(|named| ids.insert(named.id.clone())).cloned());
}
