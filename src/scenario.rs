//! What the user may write: files and `--set` become one raw scenario, every value with its place.
//!
//! Texts are read and merged here ([`load`]), values are read by the domain of their key, and whatever is wrong is
//! collected, not thrown: [`crate::model::lower`] reports it together with what does not fit together, and is the only
//! door onwards. Only a text that cannot be parsed at all stops earlier.

mod chain;
mod currency;
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
mod unknown;
mod value;
pub mod write;

use std::collections::BTreeSet;
use std::path::Path;

pub use layer::{Named, RESERVED};
pub use merge::Keys;
pub use schema::schema;
pub use sections::{Bound, Campaign, Correlation, Number, Overlap, Role, Sections, Target, Word};
pub use starter::starter;
pub use value::{DataFile, Value};

use crate::diagnostic::{Diagnostic, Diagnostics, Source, Span};
use keys::Key;
use layer::Layer;
use value::{Origin, Reader};

/// A scenario as it was written, after `extends` and `--set`.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The file, its parents, then each `--set`.
    pub sources: Vec<Source>,
    /// How many of them are files.
    pub files: usize,
    /// What is given, by concrete path.
    pub keys: Keys,
    /// In the order in which the files name them, the outermost parent first.
    pub communities: Vec<Named>,
    /// The user's own, each `[platform.<id>]`.
    pub platforms: Vec<Named>,
    pub sections: Sections,
    /// What was wrong so far.
    pub problems: Vec<Diagnostic>,
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
}

/// Reads a scenario file with its parents, and what the command line sets.
pub fn load(path: &Path, sets: &[String]) -> Result<Scenario, Diagnostics> {
    match file::read(path, 0) {
        Ok(text) => parse(path, text, sets),
        Err(refused) => {
            let sources = refused.text.map(|text| Source { name: path.display().to_string(), text });
            Err(Diagnostics::new(sources.into_iter().collect(), vec![refused.diagnostic]))
        }
    }
}

/// As [`load`], for a text that stands, or could stand, at `path`.
pub fn parse(path: &Path, text: String, sets: &[String]) -> Result<Scenario, Diagnostics> {
    let chain = chain::gather(path, text);
    let files = chain.sources.len();
    let mut sources = chain.sources;
    sources.extend(sets.iter().map(|set| Source { name: set::NAME.to_owned(), text: set.clone() }));
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
    let folders = chain.folders;
    let folder = |source: usize| folders.get(source).map_or(Path::new(""), |folder| folder.as_path());
    let raw = gather(layers, &folder, &mut problems);
    Ok(Scenario { sources, files, problems, ..raw })
}

/// Reads every value of every layer and merges them.
fn gather<'f>(layers: Vec<Layer>, folder: &dyn Fn(usize) -> &'f Path, problems: &mut Vec<Diagnostic>) -> Scenario {
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
    let (mut given, mut cells) = (Vec::new(), Vec::new());
    for layer in layers {
        problems.extend(layer.problems);
        let mut keys = Vec::new();
        for entry in layer.entries {
            let mut reader =
                Reader { origin: Origin { source: entry.at.source, folder: folder(entry.at.source) }, data: Vec::new(), problems };
            keys.push((entry.path.clone(), value::given(&entry, &mut reader)));
        }
        for rows in &layer.sections {
            let mut reader =
                Reader { origin: Origin { source: rows.at.source, folder: folder(rows.at.source) }, data: Vec::new(), problems };
            sections.replace(rows, &mut reader);
        }
        cells.extend(layer.cells);
        given.push(keys);
    }
    let mut keys = merge::merge(given, &communities, problems);
    roles::settle(&mut keys, &mut sections, &cells, problems);
    for cell in &cells {
        let mut reader = Reader { origin: Origin { source: cell.at.source, folder: folder(cell.at.source) }, data: Vec::new(), problems };
        sections.set(cell, &mut reader);
    }
    Scenario { sources: Vec::new(), files: 0, keys, communities, platforms, sections, problems: Vec::new() }
}

fn add_new(known: &mut Vec<Named>, new: &[Named]) {
    let mut ids: BTreeSet<String> = known.iter().map(|named| named.id.clone()).collect();
    known.extend(new.iter().filter(|named| ids.insert(named.id.clone())).cloned());
}
