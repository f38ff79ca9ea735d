//! Everything that a file may say, key by key, whether it says it or not; and which of them is
//! asked for.

use std::collections::BTreeSet;

use crate::diagnostic::{Message, message, nearest_or};
use crate::model::{Assumption, Origin};
use crate::scenario::keys::{
    self, Field, Holds, KEYS, Key, Level, Rows, SECTIONS, Section, SectionId,
};
use crate::scenario::{Named, Scenario};
use crate::units::Unit;

/// Where a name of the user's own stands.
pub const OWN: &str = "<id>";
/// Where the name of a row stands.
const NAME: &str = "<name>";
const COMMUNITY: &str = "community.";
const PLATFORM: &str = "platform.";

/// One thing that a file may say.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The key in full, such as `community.page.followers` or `role.expert.share`.
    pub path: String,
    pub row: Row,
    /// What is taken for it, where it is in force.
    pub taken: Option<&'a Assumption>,
    /// As the file or the command line states it, in TOML.
    pub stated: Option<&'a str>,
}

/// The row of the tables in which it is described.
#[derive(Clone, Copy, Debug)]
pub enum Row {
    Key(&'static Key),
    Field(&'static Section, &'static Field),
}

impl PartialEq for Row {
    fn eq(&self, other: &Row) -> bool {
        match (self, other) {
            (Row::Key(key), Row::Key(other)) => key.path == other.path,
            (Row::Field(section, field), Row::Field(of, other)) => {
                section.id == of.id && field.name == other.name
            }
            _ => false,
        }
    }
}

impl Entry<'_> {
    /// Whether a file or the command line says it.
    pub fn is_stated(&self) -> bool {
        let origin = self.taken.map(|taken| &taken.origin);
        self.stated.is_some() || matches!(origin, Some(Origin::File { .. } | Origin::CommandLine))
    }

    /// In what it is stated.
    pub fn unit(&self) -> Unit {
        match (self.taken, self.row) {
            (Some(taken), _) => taken.unit,
            (None, Row::Key(key)) => key.unit,
            (None, Row::Field(_, field)) => field.unit,
        }
    }

    pub fn level(&self) -> Level {
        match (self.taken, self.row) {
            (Some(taken), _) => taken.level,
            (None, Row::Key(key)) => key.level,
            (None, Row::Field(..)) => Level::Common,
        }
    }
}

/// All of them: those of a scenario under the names that it has, and of what it has none under a
/// name of anybody's.
pub fn all<'a>(scenario: Option<&'a Scenario>, assumptions: &'a [Assumption]) -> Vec<Entry<'a>> {
    let known = Known { scenario, assumptions };
    let (of_one, of_all): (Vec<&Key>, Vec<&Key>) =
        KEYS.iter().partition(|key| key.in_community().is_some());
    let first = KEYS.iter().position(|key| key.in_community().is_some()).unwrap_or(0);
    let (before, after) = of_all.split_at(first);
    let communities = known.communities();
    let mut entries: Vec<Entry> =
        before.iter().map(|key| known.key(key, key.path.to_owned())).collect();
    for id in communities {
        for key in &of_one {
            known.with_changes(key, key.of(id), &mut entries);
        }
    }
    for key in after {
        known.with_changes(key, key.path.to_owned(), &mut entries);
    }
    entries.extend(known.platforms());
    for section in SECTIONS {
        known.section(section, &mut entries);
    }
    entries
}

/// Those that a key means: itself, or the same of every community or row where it names none. A
/// table means all that stand in it. The way out where it means nothing.
pub fn find<'a>(mut all: Vec<Entry<'a>>, asked: &str) -> Result<Vec<Entry<'a>>, Message> {
    let asked = asked.trim();
    if let Some(place) = all.iter().position(|entry| entry.path == asked) {
        return Ok(vec![all.swap_remove(place)]);
    }
    if let Some(row) = row(asked) {
        if asked.starts_with(PLATFORM) && !asked.contains(OWN) {
            let (path, taken, stated) = (asked.to_owned(), None, None);
            return Ok(vec![Entry { path, row, taken, stated }]);
        }
        all.retain(|entry| {
            entry.row == row && entry.path.starts_with(PLATFORM).eq(&asked.starts_with(PLATFORM))
        });
        return Ok(all);
    }
    let within = |entry: &Entry| {
        let short = entry.path.strip_prefix(COMMUNITY);
        let below = |path: &str| path.strip_prefix(asked).is_some_and(|rest| rest.starts_with('.'));
        let rest = short.and_then(|short| short.split_once('.'));
        below(&entry.path) || short.is_some_and(below) || rest.is_some_and(|(_, rest)| below(rest))
    };
    if all.iter().any(within) {
        all.retain(within);
        return Ok(all);
    }
    let short = KEYS.iter().filter_map(|key| -> Option<&str> { key.in_community() });
    let paths = all.iter().map(|entry| entry.path.as_str()).chain(short);
    Err(nearest_or(asked, paths, || message!("`explain FILE --all` lists every key")))
}

/// The row that a key means, with the name of a community or of a row, with a sign in its place, or
/// without.
fn row(asked: &str) -> Option<Row> {
    let of_community = |rest: &str| KEYS.iter().find(|key| key.in_community() == Some(rest));
    let below = |rest: &str| rest.split_once('.').and_then(|(_, rest)| of_community(rest));
    let key = KEYS
        .iter()
        .find(|key| key.path == asked)
        .or_else(|| below(asked.strip_prefix(COMMUNITY)?))
        .or_else(|| below(asked.strip_prefix(PLATFORM)?).filter(|key| key.in_platform()))
        .or_else(|| of_community(asked.strip_prefix(COMMUNITY).unwrap_or(asked)));
    // `page.followers`, where `page` is no table of anything else.
    key.map(Row::Key).or_else(|| field(asked)).or_else(|| below(asked).map(Row::Key))
}

/// The field of a section that a key means, with the name of a row or without.
fn field(asked: &str) -> Option<Row> {
    SECTIONS.iter().find_map(|section| {
        let rest = asked.strip_prefix(section.name)?.strip_prefix('.')?;
        // A field may be of two parts itself, as `name.ru`.
        let behind = rest.split_once('.').map(|(_, name)| name);
        let found = section.field(rest).or_else(|| section.field(behind?));
        let is_value = section.id == SectionId::Input && behind.is_none();
        let value = || section.fields.first().filter(|_| is_value);
        Some(Row::Field(section, found.or_else(value)?))
    })
}

/// What is known of a scenario.
struct Known<'a> {
    scenario: Option<&'a Scenario>,
    assumptions: &'a [Assumption],
}

impl<'a> Known<'a> {
    fn taken(&self, path: &str) -> Option<&'a Assumption> {
        self.assumptions.iter().find(|assumption| assumption.key == path)
    }

    fn key(&self, key: &'static Key, path: String) -> Entry<'a> {
        let given = self.scenario.and_then(|scenario| scenario.keys.get(&path));
        let (taken, stated) = (self.taken(&path), given.map(|given| given.text.as_str()));
        Entry { path, row: Row::Key(key), taken, stated }
    }

    fn communities(&self) -> Vec<&'a str> {
        let named: &[Named] = self.scenario.map_or(&[], |scenario| &scenario.communities);
        let ids: Vec<&str> = named.iter().map(|named| named.id.as_str()).collect();
        if ids.is_empty() { vec![OWN] } else { ids }
    }

    /// What the file states of networks of its own.
    fn platforms(&self) -> impl Iterator<Item = Entry<'a>> {
        let given = self.scenario.into_iter().flat_map(|scenario| &scenario.keys);
        given.filter(|(path, _)| path.starts_with(PLATFORM)).map(|(path, given)| Entry {
            path: path.clone(),
            row: Row::Key(given.key),
            taken: None,
            stated: Some(given.text.as_str()),
        })
    }

    /// The fields of every row of a section, or of any where the scenario has none.
    fn section(&self, section: &'static Section, entries: &mut Vec<Entry<'a>>) {
        let rows = self.rows(section);
        for field in section.fields.iter().filter(|_| rows.is_empty()) {
            let path = path(section, if section.rows == Rows::Named { OWN } else { NAME }, field);
            let taken =
                self.taken(section.name).filter(|_| matches!(field.holds, Holds::Quantity(_)));
            entries.push(Entry { path, row: Row::Field(section, field), taken, stated: None });
        }
        for (name, fields) in rows {
            entries.extend(section.fields.iter().map(|field| {
                let path = path(section, &name, field);
                let stated = fields.iter().find(|(stated, _)| *stated == field.name);
                Entry {
                    taken: self.taken(&path),
                    stated: stated.map(|(_, text)| text.as_str()),
                    path,
                    row: Row::Field(section, field),
                }
            }));
        }
    }

    /// A key, and behind it what it is from later weeks on.
    fn with_changes(&self, key: &'static Key, path: String, entries: &mut Vec<Entry<'a>>) {
        let is_later = |taken: &&Assumption| {
            keys::since_week(&taken.key).is_some() && keys::timeless(&taken.key) == path
        };
        let later: Vec<&Assumption> = self.assumptions.iter().filter(is_later).collect();
        entries.push(self.key(key, path));
        for taken in later {
            entries.push(self.key(key, taken.key.clone()));
        }
    }

    /// The names of a section's rows, each with what is stated of it.
    fn rows(&self, section: &'static Section) -> Vec<(String, &'a [(&'static str, String)])> {
        let texts = self.scenario.into_iter().flat_map(|scenario| &scenario.sections.texts);
        let mut rows: Vec<(String, &[(&'static str, String)])> = Vec::new();
        for (place, text) in texts.filter(|text| text.section == section.id).enumerate() {
            let words = |field: &str| {
                let text = text.fields.iter().find(|(name, _)| *name == field);
                text.map(|(_, text)| text.trim_matches('"').to_owned())
            };
            let between = || {
                let ids = words("between").filter(|_| section.id == SectionId::Overlap)?;
                let sign = |c: char| !matches!(c, '[' | ']' | '"' | ' ');
                Some(ids.chars().filter(|c| sign(*c)).collect::<String>().replace(',', "."))
            };
            let id = (!text.id.is_empty()).then(|| text.id.clone());
            let name = id.or_else(|| words("name")).or_else(between);
            rows.push((name.unwrap_or_else(|| (place + 1).to_string()), &text.fields));
        }
        // Those of a ready set stand in no file.
        let prefix = format!("{}.", section.name);
        let taken = self.assumptions.iter().filter_map(|taken| taken.key.strip_prefix(&prefix));
        let names: BTreeSet<&str> = taken
            .filter(|_| section.id == SectionId::Role)
            .filter_map(|rest| rest.rsplit_once('.').map(|(name, _)| name))
            .collect();
        for name in names {
            if rows.iter().all(|(known, _)| known != name) {
                rows.push((name.to_owned(), &[]));
            }
        }
        rows
    }
}

/// The key of a row's field, as `explain` and `--set` call it.
fn path(section: &Section, name: &str, field: &Field) -> String {
    match (section.id, field.name) {
        (SectionId::Input, "value") | (SectionId::Overlap, "share") => {
            format!("{}.{name}", section.name)
        }
        _ => format!("{}.{name}.{}", section.name, field.name),
    }
}
