//! One text, or the command line, as a flat list of keys: every key is known, every value has its place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{self, KEYS, Key, SECTIONS, Section};
use super::value::kind;
use crate::diagnostic::{Code, Diagnostic, Span, listed, nearest};

/// What one file gives, or all `--set` of a command line together. A later layer goes before an earlier one.
#[derive(Debug, Default)]
pub struct Layer<'t> {
    pub entries: Vec<Entry<'t>>,
    /// Communities in their order, `*` not among them.
    pub communities: Vec<Named>,
    pub platforms: Vec<Named>,
    pub sections: Vec<Rows<'t>>,
    pub problems: Vec<Diagnostic>,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry<'t> {
    /// The key with concrete names: `community.page.followers`, `platform.mine.bots`.
    pub path: String,
    pub key: &'static Key,
    pub at: Span,
    pub value: Raw<'t>,
}

/// A value as it was written.
#[derive(Clone, Debug)]
pub enum Raw<'t> {
    Toml(&'t Spanned<DeValue<'t>>),
    /// Text of the command line that needs no quotes, with its place.
    Bare(&'t str, Range<usize>),
}

/// A name that the user chose, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub id: String,
    pub at: Span,
}

/// The tables of a section.
#[derive(Debug)]
pub struct Rows<'t> {
    pub section: &'static Section,
    pub at: Span,
    pub tables: Vec<(Range<usize>, &'t DeTable<'t>)>,
}

/// Names that mean something else in an address or in a comparison.
pub const RESERVED: [&str; 4] = ["market", "base", "nothing", "total"];

/// Problems of a text after which nothing is guessed any more: it is a wrong file, and guessing takes time.
const GUESSED: usize = 1000;

/// All communities.
pub const EACH: &str = "*";

impl<'t> Layer<'t> {
    /// Adds the keys of a text that was parsed without an error.
    pub fn add(&mut self, table: &'t DeTable<'t>, source: usize) {
        Walk { layer: self, source }.table(table, &Place::default());
        self.communities.sort_by_key(|named| named.at.start());
        self.platforms.sort_by_key(|named| named.at.start());
    }
}

/// Where a walk through the tables stands.
#[derive(Clone, Debug, Default)]
struct Place {
    /// As KEYS spells it, with a dot at the end: `community.<id>.feed.`
    pattern: String,
    /// As the user spells it.
    path: String,
}

impl Place {
    fn join(&self, pattern: &str, name: &str) -> Place {
        Place { pattern: format!("{}{pattern}.", self.pattern), path: format!("{}{name}.", self.path) }
    }
}

struct Walk<'l, 't> {
    layer: &'l mut Layer<'t>,
    source: usize,
}

/// Place of a user's platforms; below it, the keys are those of a community.
const PLATFORM: &str = "platform.";
const COMMUNITY: &str = "community.";

impl<'t> Walk<'_, 't> {
    fn span(&self, bytes: Range<usize>) -> Span {
        Span { source: self.source, bytes }
    }

    fn table(&mut self, table: &'t DeTable<'t>, place: &Place) {
        for (name, value) in table {
            let (at, name) = (self.span(name.span()), name.get_ref().as_ref());
            match place.pattern.as_str() {
                COMMUNITY | PLATFORM => self.owner(Named { id: name.to_owned(), at }, value, place),
                _ => self.key(Named { id: name.to_owned(), at }, value, place),
            }
        }
    }

    fn key(&mut self, name: Named, value: &'t Spanned<DeValue<'t>>, place: &Place) {
        let below = place.join(&name.id, &name.id);
        let pattern = below.pattern.trim_end_matches('.');
        if let Some(section) = SECTIONS.iter().find(|section| section.name == pattern) {
            return self.section(section, name, value);
        }
        if let Some(key) = row_in(pattern) {
            let path = below.path.trim_end_matches('.').to_owned();
            return self.layer.entries.push(Entry { path, key, at: name.at, value: Raw::Toml(value) });
        }
        if below.pattern == PLATFORM || keys_in(&below.pattern).next().is_some() {
            match value.get_ref() {
                DeValue::Table(table) => return self.table(table, &below),
                other => {
                    let path = below.path.trim_end_matches('.');
                    let message = format!("`{path}` is {}, but a table of keys is meant", kind(other));
                    let example = keys_in(&below.pattern).next().map_or("<id>", |(rest, _)| rest);
                    let diagnostic = Diagnostic::new(Code::WrongType, message).at(self.span(value.span()), "not a table");
                    return self.layer.problems.push(diagnostic.help(format!("write for instance `{path}.{example} = ..`")));
                }
            }
        }
        let few = self.layer.problems.len() < GUESSED;
        let diagnostic = if few { unknown(&name, place) } else { unknown_key(&name, place) };
        self.layer.problems.push(diagnostic);
    }

    fn owner(&mut self, name: Named, value: &'t Spanned<DeValue<'t>>, place: &Place) {
        let community = place.pattern == COMMUNITY;
        let what = if community { "community" } else { "platform" };
        let each = community && name.id == EACH;
        if !each && !addressable(&name.id) {
            let message = format!("`{}` is no name for a {what}: letters, digits, `-` and `_` are", name.id);
            self.layer.problems.push(Diagnostic::new(Code::BadId, message).at(name.at.clone(), "cannot be addressed"));
        }
        if community && RESERVED.contains(&name.id.as_str()) {
            let message = format!(
                "`{}` is no name for a community: {} mean something else in addresses and comparisons",
                name.id,
                listed(RESERVED, "and")
            );
            self.layer.problems.push(Diagnostic::new(Code::ReservedId, message).at(name.at.clone(), "choose another name"));
        }
        let DeValue::Table(table) = value.get_ref() else {
            let message = format!("`{}{}` is {}, but a table of keys is meant", place.path, name.id, kind(value.get_ref()));
            let help = format!("write `[{}{}]` on a line of its own and its keys below it", place.path, name.id);
            return self
                .layer
                .problems
                .push(Diagnostic::new(Code::WrongType, message).at(self.span(value.span()), "not a table").help(help));
        };
        self.table(table, &place.join("<id>", &name.id));
        match what {
            _ if each => {}
            "community" => self.layer.communities.push(name),
            _ => self.layer.platforms.push(name),
        }
    }

    fn section(&mut self, section: &'static Section, name: Named, value: &'t Spanned<DeValue<'t>>) {
        let mut tables = Vec::new();
        if let DeValue::Array(items) = value.get_ref() {
            for item in items {
                match item.get_ref() {
                    DeValue::Table(table) => tables.push((item.span(), table)),
                    other => self.not_tables(section, other, item.span()),
                }
            }
        } else {
            self.not_tables(section, value.get_ref(), value.span());
        }
        self.layer.sections.push(Rows { section, at: name.at, tables });
    }

    fn not_tables(&mut self, section: &Section, value: &DeValue, bytes: Range<usize>) {
        let message = format!("`{}` is {}, but an array of tables is meant", section.name, kind(value));
        let diagnostic = Diagnostic::new(Code::WrongType, message).at(self.span(bytes), "in single brackets, or not a table");
        self.layer.problems.push(diagnostic.help(format!("write `[[{}]]` on a line of its own before the keys of each", section.name)));
    }
}

/// Letters of any alphabet, digits, `-` and `_`.
fn addressable(id: &str) -> bool {
    !id.is_empty() && id.chars().count() <= 64 && id.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// The row of a pattern, a platform's included.
fn row_in(pattern: &str) -> Option<&'static Key> {
    match pattern.strip_prefix("platform.<id>.") {
        Some(rest) => keys::row(&format!("community.<id>.{rest}")).filter(|key| key.in_platform()),
        None => keys::row(pattern),
    }
}

/// Rows below a pattern, each with the rest of its path.
fn keys_in(pattern: &str) -> impl Iterator<Item = (&'static str, &'static Key)> {
    let (platform, pattern) = match pattern.strip_prefix("platform.<id>.") {
        Some(rest) => (true, format!("community.<id>.{rest}")),
        None => (false, pattern.to_owned()),
    };
    KEYS.iter().filter(move |key| !platform || key.in_platform()).filter_map(move |key| Some((key.path.strip_prefix(&pattern)?, key)))
}

fn unknown_key(name: &Named, place: &Place) -> Diagnostic {
    Diagnostic::new(Code::UnknownKey, format!("there is no key `{}{}`", place.path, name.id)).at(name.at.clone(), "unknown key")
}

/// The problem of a key that is none, with what was probably meant.
fn unknown(name: &Named, place: &Place) -> Diagnostic {
    let diagnostic = unknown_key(name, place);
    let heads = |rest: &'static str| rest.split('.').next().unwrap_or(rest);
    let mut siblings: Vec<&str> = keys_in(&place.pattern).map(|(rest, _)| heads(rest)).collect();
    if place.pattern.is_empty() {
        siblings.extend(SECTIONS.iter().map(|section| section.name));
        siblings.push(PLATFORM.trim_end_matches('.'));
    }
    siblings.dedup();
    let near = || nearest(&name.id, siblings.iter().copied()).map(|sibling| format!("{}{sibling}", place.path));
    if let Some(meant) = elsewhere(&name.id, place).or_else(near).or_else(|| nearly_elsewhere(&name.id, place)) {
        return diagnostic.help(format!("did you mean `{meant}`?"));
    }
    if siblings.len() > 20 || siblings.is_empty() {
        return diagnostic.help("`reachsim schema` describes every key");
    }
    let here = if place.path.is_empty() { "a scenario".to_owned() } else { format!("`{}`", place.path.trim_end_matches('.')) };
    diagnostic.help(format!("{here} has {}", listed(siblings, "and")))
}

/// The last word of a key.
fn last(key: &Key) -> &'static str {
    key.path.rsplit('.').next().unwrap_or(key.path)
}

/// A key with the owner at hand, where there is one.
fn here(key: &Key, place: &Place) -> String {
    key.of(place.path.split('.').nth(1).filter(|id| !id.is_empty()).unwrap_or("<id>"))
}

/// The key of another table that has this name, alone or with the word before it, as in `friends_mean`.
fn elsewhere(name: &str, place: &Place) -> Option<String> {
    let plain = |word: &str| word.replace(['_', '-', '.'], "");
    let two = |key: &Key| plain(key.path.rmatch_indices('.').nth(1).map_or(key.path, |(dot, _)| &key.path[dot + 1..]));
    KEYS.iter().find(|key| last(key) == name || two(key) == plain(name)).map(|key| here(key, place))
}

/// The key of another table that has nearly this name.
fn nearly_elsewhere(name: &str, place: &Place) -> Option<String> {
    let found = nearest(name, KEYS.iter().map(last))?;
    KEYS.iter().find(|key| last(key) == found).map(|key| here(key, place))
}
