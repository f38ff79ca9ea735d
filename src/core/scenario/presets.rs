//! Platforms are data: the figures of each network with their sources, from `presets.toml`.

use std::sync::{LazyLock, OnceLock};

use toml::de::{DeTable, DeValue};

use super::keys::{Domain, ESTIMATE, KEYS, Key};
use super::quantity::{self, Reading, Zero};
use super::write;
use crate::diagnostic::message;
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
    static ALL: LazyLock<Vec<Preset>> =
        LazyLock::new(|| SECTIONS.iter().map(Section::preset).cloned().collect());
    &ALL
}

pub fn find(id: &str) -> Option<&'static Preset> {
    SECTIONS.iter().find(|section| section.id == id).map(Section::preset)
}

/// What the file says of one network, from its heading to the next one's. It is read when it is
/// asked for, since all together take as long as a thousand futures.
/// Test: `presets::nothing_in_the_file_is_passed_over`.
struct Section {
    id: &'static str,
    text: &'static str,
    preset: OnceLock<Preset>,
}

static SECTIONS: LazyLock<Vec<Section>> = LazyLock::new(|| {
    let headings = TEXT.match_indices("\n[").filter_map(|(newline, _)| {
        let (id, _) = TEXT[newline + 2..].split_once(']')?;
        (!id.contains('.')).then_some((newline, id))
    });
    let headings: Vec<(usize, &str)> = headings.collect();
    let ends = headings.iter().skip(1).map(|(start, _)| *start).chain([TEXT.len()]);
    let section = |(&(start, id), end): (&(usize, &'static str), usize)| Section {
        id,
        text: &TEXT[start..end],
        preset: OnceLock::new(),
    };
    headings.iter().zip(ends).map(section).collect()
});

impl Section {
    fn preset(&'static self) -> &'static Preset {
        self.preset.get_or_init(|| {
            let text = DeTable::parse(self.text).expect("from heading to heading it is TOML");
            let table = text.get_ref().get(self.id).and_then(|table| table.get_ref().as_table());
            let preset = table.and_then(|table| preset(self.id, table));
            preset.expect("below its heading a network has its year, its name and its figures")
        })
    }
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
pub fn read(
    key: &Key,
    read: impl FnOnce(&Reading, &mut Vec<quantity::Fault>) -> Option<Dist>,
) -> Option<Dist> {
    let (kind, zero) = match key.domain {
        Domain::Quantity(kind) => (kind, Zero::Legal),
        Domain::Above(kind) => (kind, Zero::Illegal),
        _ => return None,
    };
    let load = |_: &str| Err(message!("does not exist"));
    read(&Reading { key: key.path, kind, zero, load: &load }, &mut Vec::new())
}

/// Whether a source says that nobody published the figure.
pub fn is_estimate(source: &str) -> bool {
    source.starts_with(ESTIMATE)
}
