//! Platforms are data: the figures of each network with their sources, from `presets.toml`.

use std::sync::OnceLock;

use toml::de::{DeTable, DeValue};

use super::keys::{Domain, ESTIMATE, KEYS, Key};
use super::quantity::{self, Reading, Zero};
use super::write;
use crate::dist::Dist;

/// The file itself.
pub const TEXT: &str = include_str!("presets.toml");

/// A network in the state of a year.
#[derive(Clone, Debug)]
pub struct Preset {
    pub id: String,
    pub name: String,
    pub year: u64,
    /// In the order of KEYS.
    pub figures: Vec<Figure>,
}

/// A number of a preset.
#[derive(Clone, Debug)]
pub struct Figure {
    pub key: &'static Key,
    pub dist: Dist,
    /// The value as a scenario would state it.
    pub text: String,
    pub source: String,
}

/// Every preset in the order of the file.
pub fn all() -> &'static [Preset] {
    static ALL: OnceLock<Vec<Preset>> = OnceLock::new();
    ALL.get_or_init(|| {
        let (table, _) = DeTable::parse_recoverable(TEXT);
        let mut presets: Vec<_> = table
            .get_ref()
            .iter()
            .filter_map(|(id, value)| Some((id.span().start, preset(id.get_ref(), value.get_ref().as_table()?)?)))
            .collect();
        presets.sort_by_key(|(start, _)| *start);
        presets.into_iter().map(|(_, preset)| preset).collect()
    })
}

pub fn find(id: &str) -> Option<&'static Preset> {
    all().iter().find(|preset| preset.id == id)
}

fn preset(id: &str, table: &DeTable) -> Option<Preset> {
    let year = table.get("year")?.get_ref().as_integer()?.as_str().parse().ok()?;
    let figures = KEYS.iter().filter_map(|key| figure(key, table)).collect();
    Some(Preset { id: id.to_owned(), name: string(table, "name")?, year, figures })
}

fn figure(key: &'static Key, table: &DeTable) -> Option<Figure> {
    let mut at = table;
    for part in key.in_community().filter(|_| key.in_platform())?.split('.') {
        at = at.get(part)?.get_ref().as_table()?;
    }
    let value = at.get("value")?;
    let dist = read(key, |reading, faults| quantity::read(value, reading, faults))?;
    Some(Figure { key, dist, text: write::value(value.get_ref()), source: string(at, "source")? })
}

fn string(table: &DeTable, name: &str) -> Option<String> {
    match table.get(name)?.get_ref() {
        DeValue::String(text) => Some(text.clone().into_owned()),
        _ => None,
    }
}

/// A quantity of the program's own: no data file, and no fault that a user would see.
pub fn read(key: &Key, read: impl FnOnce(&Reading, &mut Vec<quantity::Fault>) -> Option<Dist>) -> Option<Dist> {
    let (kind, zero) = match key.domain {
        Domain::Quantity(kind) => (kind, Zero::Legal),
        Domain::Above(kind) => (kind, Zero::Illegal),
        _ => return None,
    };
    let load = |_: &str| Err("is not there".to_owned());
    read(&Reading { key: key.path, kind, zero, load: &load }, &mut Vec::new())
}

/// Whether a source says that nobody published the figure.
pub fn is_estimate(source: &str) -> bool {
    source.starts_with(ESTIMATE)
}
