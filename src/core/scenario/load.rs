//! Reads a scenario file, its parents and what the command line sets, and merges them; whatever is
//! wrong is collected, not thrown.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::access::Access;
use super::given::{Edited, Given};
use super::keys::SectionId;
use super::layer::Layer;
use super::names::Named;
use super::sections::Sections;
use super::value::{Folder, Origin, Reader};
use super::{Overlaps, Scenario, chain, edit, file, inherited, merge, roles, set};
use crate::diagnostic::{Diagnostic, Diagnostics, Source};

/// What is said of a scenario beside its file.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Other values for some keys, each as `market.people=2M`.
    pub sets: Vec<String>,
    /// Folders whose files it may read, beside its own folder.
    pub allowed: Vec<PathBuf>,
    /// Which files `sets` may name.
    pub sets_read: SetsRead,
}

/// Which files the values of `--set` may name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SetsRead {
    /// All: who types a command may read them anyway.
    #[default]
    Everything,
    /// Those of the current folder and below: somebody else writes the command.
    BelowHere,
}

/// Reads a scenario file with its parents, and what the command line sets.
pub fn load(path: &Path, sets: &[String]) -> Result<Scenario, Diagnostics> {
    load_with(path, &Options { sets: sets.to_vec(), ..Options::default() })
}

/// As [`load`], with all that can be said.
pub fn load_with(path: &Path, options: &Options) -> Result<Scenario, Diagnostics> {
    match file::read(path, 0) {
        Ok(text) => parse_with(path, text, options),
        Err(refused) => {
            let sources = refused.text.map(|text| Source::new(path.display().to_string(), text));
            Err(Diagnostics::new(sources.into_iter().collect(), vec![refused.diagnostic]))
        }
    }
}

/// As [`load`], for a text that stands, or could stand, at `path`.
pub fn parse(path: &Path, text: String, sets: &[String]) -> Result<Scenario, Diagnostics> {
    parse_with(path, text, &Options { sets: sets.to_vec(), ..Options::default() })
}

/// As [`parse`], with all that can be said.
pub fn parse_with(path: &Path, text: String, options: &Options) -> Result<Scenario, Diagnostics> {
    let Options { sets, allowed, sets_read } = options;
    let chain = chain::gather(path, text, &Access::of(path, allowed));
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
    let here = match sets_read {
        SetsRead::Everything => Folder::here(),
        SetsRead::BelowHere => Folder::below_here(),
    };
    let folders = chain.folders;
    let raw = gather(layers, &|source: usize| folders.get(source).unwrap_or(&here), &mut problems);
    let read = chain
        .paths
        .into_iter()
        .chain(folders.into_iter().chain([here]).flat_map(Folder::into_read))
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
    let (mut given, mut cells) = (Vec::new(), Vec::new());
    let (mut what_ifs, mut states, mut later) = (None, None, None);
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
            keys.push((entry.path.clone(), Given { edited, ..Given::read(&entry, &mut reader) }));
        }
        for rows in layer.sections {
            match rows.section.id {
                SectionId::WhatIf => {
                    what_ifs = Some(rows);
                    continue;
                }
                SectionId::State => {
                    states = Some(rows);
                    continue;
                }
                SectionId::Change => {
                    later = Some(rows);
                    continue;
                }
                _ => {}
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
    let currencies = inherited::currencies(&given);
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
    inherited::money(&currencies, &keys, &sections, problems);
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
        states: Vec::new(),
        later: Vec::new(),
        problems: problems_so_far,
        overlaps: Overlaps::default(),
    };
    for rows in [later, what_ifs, states].into_iter().flatten() {
        let mut reader = Reader {
            origin: Origin { source: rows.at.source, folder: folder(rows.at.source) },
            data: Vec::new(),
            problems,
        };
        match rows.section.id {
            SectionId::Change => scenario.later = edit::later(&rows, &scenario, &mut reader),
            SectionId::State => scenario.states = edit::what_ifs(&rows, &scenario, &mut reader),
            _ => scenario.what_ifs = edit::what_ifs(&rows, &scenario, &mut reader),
        }
        scenario.sections.texts.extend(rows.tables.iter().map(|row| edit::text(&rows, row)));
    }
    scenario
}

fn add_new(known: &mut Vec<Named>, new: &[Named]) {
    let mut ids: BTreeSet<String> = known.iter().map(|named| named.id.clone()).collect();
    known.extend(new.iter().filter(|named| ids.insert(named.id.clone())).cloned());
}
