//! A key that is none, and what was probably meant by it.

use std::collections::BTreeSet;

use toml::de::DeValue;

use super::keys::{KEYS, Key, SECTIONS};
use super::names::Named;
use super::place::{COMMUNITY, PLATFORM, Place, keys_in};
use crate::diagnostic::{Code, Conjunction, Diagnostic, Message, listed, message, nearest, nearly};
use crate::dist::FAMILIES;

/// Letters of the longest path that is quoted in full.
const LONGEST: usize = 200;

fn quoted(path: &str) -> String {
    let short: String = path.chars().take(LONGEST).collect();
    if short.len() < path.len() { format!("`{short}..`") } else { format!("`{path}`") }
}

/// What stands behind the key: what holds keys of its own is not taken for a number, nor the other
/// way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Value,
    Table,
}

impl Shape {
    pub fn of(value: &DeValue) -> Shape {
        let quantity = |name: &str| {
            matches!(name, "min" | "max") || FAMILIES.iter().any(|family| family.id == name)
        };
        match value {
            DeValue::Table(table) if !table.keys().any(|name| quantity(name.get_ref())) => {
                Shape::Table
            }
            DeValue::Array(items)
                if items.first().is_some_and(|item| item.get_ref().is_table()) =>
            {
                Shape::Table
            }
            _ => Shape::Value,
        }
    }
}

/// The problem alone.
pub fn plain(name: &Named, place: &Place) -> Diagnostic {
    let path = quoted(&format!("{}{}", place.path, name.id));
    Diagnostic::new(Code::UnknownKey, message!("there is no key {quoted}", quoted = path))
        .at(name.at.clone(), message!("unknown key"))
}

/// The problem with a way out.
pub fn unknown(name: &Named, shape: Shape, place: &Place) -> Diagnostic {
    let diagnostic = plain(name, place);
    if let Some(help) = misplaced(&name.id, place) {
        return diagnostic.help(help);
    }
    let meant = match shape {
        Shape::Value => key_elsewhere(&name.id, place)
            .or_else(|| near(&name.id, shape, place))
            .or_else(|| nearly_elsewhere(&name.id, place)),
        Shape::Table => near(&name.id, shape, place).or_else(|| table_elsewhere(&name.id, place)),
    };
    match meant {
        Some(meant) => diagnostic.meant(&meant),
        None => diagnostic.help(listed_here(place)),
    }
}

/// Keys and tables of a place.
fn siblings(shape: Shape, place: &Place) -> Vec<&'static str> {
    let head = |rest: &'static str| match rest.split_once('.') {
        Some((table, _)) => Some(table),
        None => (shape == Shape::Value).then_some(rest),
    };
    let mut siblings: Vec<&str> =
        keys_in(&place.pattern).filter_map(|(rest, _)| head(rest)).collect();
    if place.pattern.is_empty() {
        siblings.extend(SECTIONS.iter().map(|section| section.name));
        siblings.push(PLATFORM.trim_end_matches('.'));
    }
    let mut seen = BTreeSet::new();
    siblings.retain(|sibling| seen.insert(*sibling));
    siblings
}

fn near(name: &str, shape: Shape, place: &Place) -> Option<String> {
    nearest(name, siblings(shape, place)).map(|sibling| format!("{}{sibling}", place.path))
}

fn listed_here(place: &Place) -> Message {
    let keys = listed(siblings(Shape::Value, place), Conjunction::And);
    if place.path.is_empty() {
        message!("a scenario has {keys}", keys)
    } else {
        message!("`{path}` has {keys}", path = place.path.trim_end_matches('.'), keys)
    }
}

/// What belongs to the whole scenario, or to a community, and stands below something else.
fn misplaced(name: &str, place: &Place) -> Option<Message> {
    if place.path.is_empty() {
        return None;
    }
    let within = place.path.trim_end_matches('.');
    if within.split('.').next() == Some(name) {
        return Some(message!(
            "what stands below `[{within}]` begins with `{within}.` already: leave that out",
            within
        ));
    }
    if let Some(help) = of_whole(name) {
        return Some(help);
    }
    let mut top = KEYS.iter().filter(|key| key.in_community().is_none());
    let header = if SECTIONS.iter().any(|section| section.name == name) {
        Some(format!("[[{name}]]"))
    } else {
        let is_it = |key: &Key| key.path.split_once('.').is_some_and(|(table, _)| table == name);
        top.any(is_it).then(|| format!("[{name}]"))
    };
    if let Some(header) = header {
        return Some(message!(
            "`{name}` belongs to the whole scenario: write `{header}` on a line of its own and \
             its keys below it",
            name,
            header
        ));
    }
    let stated = place.pattern.starts_with(PLATFORM)
        && KEYS.iter().any(|key| key.in_community() == Some(name));
    stated.then(|| message!("`{name}` belongs to each community, not to its platform", name))
}

/// What to do with a key of the whole scenario that stands below a line in brackets, often because
/// it was written at the end of the file.
pub fn of_whole(name: &str) -> Option<Message> {
    KEYS.iter().any(|key| key.path == name).then(|| {
        message!(
            "`{name}` belongs to the whole scenario: write it above the first line in brackets",
            name
        )
    })
}

/// The last word of a key.
fn last(key: &Key) -> &'static str {
    key.path.rsplit('.').next().unwrap_or(key.path)
}

/// A path of KEYS with the owner at hand, where there is one.
fn spelt(path: &str, place: &Place) -> String {
    let id = place.path.split('.').nth(1).filter(|id| !id.is_empty());
    let own = |rest: &str| {
        id.filter(|_| place.pattern.starts_with(PLATFORM))
            .map(|id| format!("{PLATFORM}{id}.{rest}"))
    };
    let platform = path.strip_prefix("community.<id>.").and_then(own);
    platform.unwrap_or_else(|| {
        path.replace("<id>", id.filter(|_| place.pattern.starts_with(COMMUNITY)).unwrap_or("<id>"))
    })
}

/// Keys that a place may mean: below a platform those that it may state, and those of the whole
/// scenario.
fn meant(place: &Place) -> impl Iterator<Item = &'static Key> {
    let platform = place.pattern.starts_with(PLATFORM);
    KEYS.iter().filter(move |key| !platform || key.in_platform() || key.in_community().is_none())
}

/// The key of another table that has this name, alone or with the words before it, as in
/// `friends_mean` or `page.bots`.
fn key_elsewhere(name: &str, place: &Place) -> Option<String> {
    let plain = |word: &str| word.replace(['_', '-', '.'], "");
    let two = |key: &Key| {
        plain(key.path.rmatch_indices('.').nth(1).map_or(key.path, |(dot, _)| &key.path[dot + 1..]))
    };
    meant(place)
        .find(|key| last(key) == name || two(key) == plain(name))
        .map(|key| spelt(key.path, place))
}

/// The key of another table that has nearly this name.
fn nearly_elsewhere(name: &str, place: &Place) -> Option<String> {
    let found = nearly(name, meant(place).map(last))?;
    meant(place).find(|key| last(key) == found).map(|key| spelt(key.path, place))
}

/// The table within another one that has this name, as `questions` of a community.
fn table_elsewhere(name: &str, place: &Place) -> Option<String> {
    let below = |key: &'static Key| {
        let (table, _) = key.path.rsplit_once('.')?;
        (table.rsplit('.').next() == Some(name)).then_some(table)
    };
    meant(place).find_map(below).map(|table| spelt(table, place))
}
