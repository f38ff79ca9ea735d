//! One text, or the command line, as a flat list of keys: every key is known, every value has its
//! place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{self, Field, Key, SECTIONS, Section};
use super::names::{EACH, LONGEST_ID, Named, RESERVED, addressable, addressable_like, in_formulas};
use super::number::{kind, quoted};
use super::place::{COMMUNITY, PLATFORM, Place, keys_in, row_in};
use super::unknown::{self, Shape};
use super::write;
use crate::diagnostic::{Code, Conjunction, Diagnostic, Span, listed, message};

/// What one file gives, or all `--set` of a command line together. A later layer goes before an
/// earlier one.
#[derive(Debug, Default)]
pub(crate) struct Layer<'t> {
    pub entries: Vec<Entry<'t>>,
    /// Communities in their order, `*` not among them.
    pub communities: Vec<Named>,
    pub platforms: Vec<Named>,
    pub sections: Vec<Rows<'t>>,
    /// Fields of single rows, which only the command line sets.
    pub cells: Vec<Cell<'t>>,
    /// Keys of a community without its name, which only the command line and what-ifs write.
    pub nameless: Vec<Named>,
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

/// The tables of a section.
#[derive(Debug)]
pub struct Rows<'t> {
    pub section: &'static Section,
    pub at: Span,
    pub tables: Vec<SectionTable<'t>>,
}

/// One table of a section.
#[derive(Debug)]
pub struct SectionTable<'t> {
    /// Of a table such as `[input.<id>]`.
    pub name: Option<Named>,
    pub at: Range<usize>,
    pub keys: &'t DeTable<'t>,
}

/// A field of one row of a section: `campaign.spring.budget`.
#[derive(Clone, Debug)]
pub struct Cell<'t> {
    pub section: &'static Section,
    /// Of the row.
    pub name: String,
    pub field: &'static Field,
    pub at: Span,
    pub value: Raw<'t>,
}

/// Problems of a text after which nothing is guessed any more: it is a wrong file, and guessing
/// takes time.
const GUESSED: usize = 1000;

impl<'t> Layer<'t> {
    /// Adds the keys of a text that stand below a place.
    pub(crate) fn add_at(&mut self, table: &'t DeTable<'t>, source: usize, place: &Place) {
        Walk { layer: self, source }.table(table, place);
    }

    /// Adds the keys of a text that was parsed without an error.
    pub fn add(&mut self, table: &'t DeTable<'t>, source: usize) {
        self.add_at(table, source, &Place::default());
        self.communities.sort_by_key(|named| named.at.start());
        self.platforms.sort_by_key(|named| named.at.start());
    }
}

struct Walk<'l, 't> {
    layer: &'l mut Layer<'t>,
    source: usize,
}

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
            return match section.rows {
                keys::Rows::Listed => self.listed(section, name, value),
                keys::Rows::Named => self.named(section, name, value),
            };
        }
        if let Some(key) = row_in(pattern) {
            let path = below.path.trim_end_matches('.').to_owned();
            return self.layer.entries.push(Entry {
                path,
                key,
                at: name.at,
                value: Raw::Toml(value),
            });
        }
        if below.is_table() {
            return match value.get_ref() {
                DeValue::Table(table) => self.table(table, &below),
                other => {
                    let message = message!(
                        "`{path}` is {kind}, but a table of keys is meant",
                        path = below.path.trim_end_matches('.'),
                        kind = kind(other)
                    );
                    let diagnostic = Diagnostic::new(Code::WrongType, message)
                        .at(self.span(value.span()), message!("not a table"));
                    self.layer.problems.push(diagnostic.help(below.example()));
                }
            };
        }
        let few = self.layer.problems.len() < GUESSED;
        let shape = Shape::of(value.get_ref());
        self.layer.problems.push(if few {
            unknown::unknown(&name, shape, place)
        } else {
            unknown::plain(&name, place)
        });
    }

    fn owner(&mut self, name: Named, value: &'t Spanned<DeValue<'t>>, place: &Place) {
        let community = place.pattern == COMMUNITY;
        let what = if community { "community" } else { "platform" };
        let each = community && name.id == EACH;
        let DeValue::Table(table) = value.get_ref() else {
            return self.layer.problems.push(self.no_owner(&name, value, place));
        };
        if !each && !addressable(&name.id) {
            let message = message!(
                "{id} is no name for a {what}, which consists of at most {most} letters, digits, \
                 `-` and `_`",
                id = quoted(&name.id),
                what,
                most = LONGEST_ID
            );
            let diagnostic = Diagnostic::new(Code::BadId, message)
                .at(name.at.clone(), message!("cannot be addressed"));
            self.layer.problems.push(match addressable_like(&name.id) {
                Some(id) => diagnostic.help(message!(
                    "write for instance `[{path}{id}]`",
                    path = place.path,
                    id = write::key(&id)
                )),
                None => diagnostic,
            });
            // Nobody wants to read it in every further message.
            if name.id.len() > 4 * LONGEST_ID {
                return;
            }
        }
        if community && RESERVED.contains(&name.id.as_str()) {
            let message = message!(
                "`{id}` is no name for a community: {reserved} mean something else in addresses \
                 and comparisons",
                id = name.id,
                reserved = listed(RESERVED, Conjunction::And)
            );
            self.layer.problems.push(
                Diagnostic::new(Code::ReservedId, message)
                    .at(name.at.clone(), message!("choose another name")),
            );
        }
        self.table(table, &place.join("<id>", &name.id));
        match what {
            _ if each => {}
            "community" => self.layer.communities.push(name),
            _ => self.layer.platforms.push(name),
        }
    }

    /// A value where the table of a community or platform is meant: often a key of one that has no
    /// name.
    fn no_owner(&self, name: &Named, value: &Spanned<DeValue>, place: &Place) -> Diagnostic {
        let table = place.path.trim_end_matches('.');
        if keys_in(&format!("{}<id>.", place.pattern)).any(|(rest, _)| rest == name.id) {
            let message =
                message!("`{id}` stands in a {table} without a name", id = name.id, table);
            let diagnostic = Diagnostic::new(Code::WrongType, message)
                .at(name.at.clone(), message!("of which one?"));
            return diagnostic.help(message!(
                "give it a name: write `[{table}.page]` in place of `[{table}]`",
                table
            ));
        }
        let path = format!("{}{}", place.path, write::key(&name.id));
        let message = message!(
            "`{path}` is {kind}, but a table of keys is meant",
            path,
            kind = kind(value.get_ref())
        );
        let diagnostic = Diagnostic::new(Code::WrongType, message)
            .at(self.span(value.span()), message!("not a table"));
        diagnostic
            .help(message!("write `[{path}]` on a line of its own and its keys below it", path))
    }

    /// Tables with names, such as `[input.<id>]`, in the order in which they stand.
    fn named(&mut self, section: &'static Section, name: Named, value: &'t Spanned<DeValue<'t>>) {
        let example = || {
            message!(
                "write `{header}` on a line of its own, and its keys below it",
                header = section.header("price")
            )
        };
        let DeValue::Table(owners) = value.get_ref() else {
            let message = message!(
                "`{name}` is {kind}, but tables with names are meant",
                name = section.name,
                kind = kind(value.get_ref())
            );
            let diagnostic = Diagnostic::new(Code::WrongType, message)
                .at(self.span(value.span()), message!("not a table"));
            return self.layer.problems.push(diagnostic.help(example()));
        };
        let mut tables = Vec::new();
        for (id, value) in owners {
            let named = Named { id: id.get_ref().to_string(), at: self.span(id.span()) };
            let DeValue::Table(keys) = value.get_ref() else {
                let message = message!(
                    "`{name}.{id}` is {kind}, but a table is meant",
                    name = section.name,
                    id = named.id,
                    kind = kind(value.get_ref())
                );
                let diagnostic =
                    Diagnostic::new(Code::WrongType, message).at(named.at, message!("not a table"));
                self.layer.problems.push(diagnostic.help(example()));
                continue;
            };
            if !in_formulas(&named.id) {
                let message = message!(
                    "{id} is no name in a formula, which consists of letters, digits and `_` and \
                     begins with a letter",
                    id = quoted(&named.id)
                );
                let diagnostic = Diagnostic::new(Code::BadId, message)
                    .at(named.at, message!("cannot be addressed"));
                let like = named.id.replace(|c: char| !c.is_alphanumeric(), "_");
                let like = if in_formulas(&like) { like } else { format!("x_{like}") };
                self.layer.problems.push(diagnostic.help(message!(
                    "write for instance `{header}`",
                    header = section.header(&like)
                )));
                continue;
            }
            tables.push(SectionTable { name: Some(named), at: id.span(), keys });
        }
        tables.sort_by_key(|row| row.at.start);
        self.layer.sections.push(Rows { section, at: name.at, tables });
    }

    fn listed(&mut self, section: &'static Section, name: Named, value: &'t Spanned<DeValue<'t>>) {
        let mut tables = Vec::new();
        if let DeValue::Array(items) = value.get_ref() {
            for item in items {
                match item.get_ref() {
                    DeValue::Table(keys) => {
                        tables.push(SectionTable { name: None, at: item.span(), keys });
                    }
                    other => self.not_tables(section, other, item.span()),
                }
            }
        } else {
            self.not_tables(section, value.get_ref(), value.span());
        }
        self.layer.sections.push(Rows { section, at: name.at, tables });
    }

    fn not_tables(&mut self, section: &Section, value: &DeValue, bytes: Range<usize>) {
        let label = if matches!(value, DeValue::Table(_)) {
            message!("in single brackets")
        } else {
            message!("not a table")
        };
        let message = message!(
            "`{name}` is {kind}, but one or more `[[{name}]]` are meant",
            name = section.name,
            kind = kind(value)
        );
        let diagnostic = Diagnostic::new(Code::WrongType, message).at(self.span(bytes), label);
        let help = message!(
            "write `[[{name}]]` in double brackets on a line of its own before the keys of each",
            name = section.name
        );
        self.layer.problems.push(diagnostic.help(help));
    }
}
