//! `--set key=value`: one more layer, each of whose texts is a source of its own.
//!
//! Whatever is TOML is read as TOML. Otherwise the key is split at its dots, so that `community.*`
//! and ids of any alphabet need no quotes, and so does the value, so that `5%..10%` needs none
//! either.

use toml::de::DeTable;

use super::keys::{self, Field, Holds, Key, Rows, SECTIONS, Section, SectionId};
use super::layer::{Cell, Entry, Layer, Raw};
use super::names::{EACH, Named};
use super::number::quoted;
use super::place::{COMMUNITY, PLATFORM, Place, row_in};
use super::unknown::{self, Shape};
use crate::diagnostic::{
    Code, Conjunction, Diagnostic, Message, Source, Span, did_you_mean, listed, message, nearest,
    one_of,
};

/// Name under which the command line appears in messages.
pub const NAME: &str = "--set";

/// A `--set` made ready to be parsed: text in which every value stands at the byte where the
/// argument has it.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// The key, where the argument is no TOML as it stands.
    split: Option<(String, std::ops::Range<usize>)>,
    text: String,
    source: usize,
}

/// Makes the arguments ready, or says why one is no `key=value`. `first` is the place of the first
/// among the texts.
pub(crate) fn prepare(
    sets: &[Source],
    first: usize,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Prepared> {
    let mut prepared = Vec::new();
    for (place, set) in sets.iter().enumerate() {
        let source = first + place;
        let argument = &set.text;
        let key = key_of(argument);
        let is_path = names_a_row(argument) || is_nameless(&key) || keys::spelt(&key) != key;
        if single(argument) && !is_path {
            prepared.push(Prepared { split: None, text: argument.clone(), source });
            continue;
        }
        let split = argument
            .split_once('=')
            .filter(|(key, value)| !key.trim().is_empty() && !value.trim().is_empty());
        let Some((key, value)) = split.filter(|_| !argument.contains(['\n', '\r'])) else {
            let diagnostic = Diagnostic::new(
                Code::SetSyntax,
                message!("`{argument}` is no `key=value`", argument = argument.escape_debug()),
            );
            let whole = Span { source, bytes: 0..argument.len() };
            problems.push(
                diagnostic
                    .at(whole, message!("one key, `=`, one value"))
                    .help(message!("write for instance `--set simulation.weeks=26`")),
            );
            continue;
        };
        let start = key.len() - key.trim_start().len();
        let at = start..start + key.trim().len();
        // The value of a key of one letter, moved to the byte where it stands.
        let text = format!("v{}={value}", " ".repeat(key.len() - 1));
        prepared.push(Prepared { split: Some((plain(key), at)), text, source });
    }
    prepared
}

/// Whether it is TOML of exactly one key without a table header.
fn single(argument: &str) -> bool {
    let header = argument.trim_start().starts_with('[');
    !header
        && DeTable::parse(argument)
            .is_ok_and(|table| table.get_ref().len() == 1 && argument.trim().lines().count() == 1)
}

/// Whether it sets a field of one row, as in `campaign.spring.budget=0`.
fn names_a_row(argument: &str) -> bool {
    key_of(argument)
        .split_once('.')
        .is_some_and(|(table, _)| SECTIONS.iter().any(|section| section.name == table))
}

/// The key that an argument sets.
fn key_of(argument: &str) -> String {
    argument.split_once('=').map(|(key, _)| plain(key)).unwrap_or_default()
}

/// Whether a path is that of a community's key without its name.
fn is_nameless(path: &str) -> bool {
    keys::row(path).is_none() && keys::row(&format!("{COMMUNITY}<id>.{path}")).is_some()
}

/// A dotted key without the quotes around its parts.
fn plain(key: &str) -> String {
    let parts = key.trim().split('.').map(|part| part.trim().trim_matches(['"', '\'']));
    parts.collect::<Vec<_>>().join(".")
}

/// The tables of what was prepared; a value that is no TOML has none.
pub fn parse(prepared: &[Prepared]) -> Vec<Option<DeTable<'_>>> {
    prepared
        .iter()
        .map(|set| DeTable::parse(&set.text).ok().map(toml::Spanned::into_inner))
        .collect()
}

/// Everything that the command line sets, as one layer.
pub fn layer<'t>(prepared: &'t [Prepared], tables: &'t [Option<DeTable<'t>>]) -> Layer<'t> {
    let mut layer = Layer::default();
    for (set, table) in prepared.iter().zip(tables) {
        match (&set.split, table) {
            (None, Some(table)) => whole(&mut layer, table, set),
            (Some((path, at)), table) => split(
                &mut layer,
                set,
                path,
                Span { source: set.source, bytes: at.clone() },
                table.as_ref(),
            ),
            (None, None) => {}
        }
    }
    layer
}

/// TOML as it stands, which has to set something: an empty table would be passed over in silence.
fn whole<'t>(layer: &mut Layer<'t>, table: &'t DeTable<'t>, set: &Prepared) {
    let told = |layer: &Layer| {
        layer.entries.len() + layer.sections.len() + layer.cells.len() + layer.problems.len()
    };
    let before = told(layer);
    layer.add(table, set.source);
    if told(layer) == before {
        let diagnostic = Diagnostic::new(
            Code::SetSyntax,
            message!("{set} sets nothing", set = quoted(&set.text)),
        );
        let span = Span { source: set.source, bytes: 0..set.text.len() };
        layer.problems.push(
            diagnostic
                .at(span, message!("an empty table"))
                .help(message!("name the key that is meant: `--set market.people=2M`")),
        );
    }
}

fn split<'t>(
    layer: &mut Layer<'t>,
    set: &'t Prepared,
    path: &str,
    at: Span,
    table: Option<&'t DeTable<'t>>,
) {
    let bare = || {
        let start = set.text.find('=').map_or(0, |equals| equals + 1);
        let text = &set.text[start..];
        let start = start + text.len() - text.trim_start().len();
        Raw::Bare(text.trim(), start..start + text.trim().len())
    };
    let value = table.and_then(|table| table.get("v")).map_or_else(bare, Raw::Toml);
    put(layer, path, at, value);
}

/// Puts a value for a key by its dotted path into a layer, or the problem that there is no such
/// key.
pub fn put<'t>(layer: &mut Layer<'t>, path: &str, at: Span, value: Raw<'t>) {
    if let Some(section) = path
        .split('.')
        .next()
        .and_then(|table| SECTIONS.iter().find(|section| section.name == table))
    {
        match cell(section, path) {
            Ok((name, field)) => {
                layer.cells.push(Cell { section, name: name.to_owned(), field, at, value });
            }
            Err((message, help)) => layer.problems.push(
                Diagnostic::new(Code::SetSyntax, message).at(at, message!("set here")).help(help),
            ),
        }
        return;
    }
    if is_nameless(path) {
        return layer.nameless.push(Named { id: path.to_owned(), at });
    }
    if let Some(week) = keys::since_week(path).filter(|_| keys::find(path).is_some()) {
        return layer.problems.push(from_a_week(keys::timeless(path), week, at));
    }
    let Some(key) = row(layer, path, &at) else { return };
    if let Some(id) = path.strip_prefix(PLATFORM).and_then(|rest| rest.split('.').next()) {
        layer.platforms.push(Named { id: id.to_owned(), at: at.clone() });
    }
    layer.entries.push(Entry { path: path.to_owned(), key, at, value });
}

/// What a key is from a week on, which stands in a `[[change]]`.
fn from_a_week(path: &str, week: usize, at: Span) -> Diagnostic {
    let message = message!("what `{path}` is from week {week} on is not set by itself", path, week);
    Diagnostic::new(Code::UnknownKey, message).at(at, message!("set by a `[[change]]`")).help(
        message!(
            "edit the `[[change]]` of the file, or give all of them: `--set 'change = [{{ at_week = {week}, set = {{ \"{path}\" = .. }} }}]'`",
            path,
            week
        ),
    )
}

/// The row and the field that a path such as `campaign.spring.budget` names, or a problem with its
/// way out.
fn cell<'p>(
    section: &'static Section,
    path: &'p str,
) -> Result<(&'p str, &'static Field), (Message, Message)> {
    let table = section.name;
    let settable = |field: &&Field| {
        matches!(field.holds, Holds::Quantity(_) | Holds::QuantityOfKind | Holds::Whole(..))
    };
    let fields = || section.fields.iter().filter(settable).map(|field| field.name);
    let has_names =
        section.rows == Rows::Named || section.fields.iter().any(|field| field.name == "name");
    // What changes on the way, or could be measured, has no values but those of the file.
    let is_whole = matches!(section.id, SectionId::Change | SectionId::Measurement);
    let has_names = has_names && fields().next().is_some() && !is_whole;
    let mut parts: Vec<&str> = path.split('.').collect();
    // `input.price` is its value.
    if section.rows == Rows::Named && parts.len() == 2 {
        parts.extend(fields().next());
    }
    if !has_names || parts.len() != 3 {
        let one = fields().next().filter(|_| has_names);
        let one = one.map(|field| format!("--set {table}.<name>.{field}=.."));
        let all = format!("--set '{table} = [{{ .. }}]'");
        let help = match (one, section.rows) {
            (Some(one), Rows::Listed) => message!(
                "write `{one}`, or put it into a file that has `extends`, or `{all}`",
                one,
                all
            ),
            (None, Rows::Listed) => {
                message!("write it into a file that has `extends`, or `{all}`", all)
            }
            (Some(one), Rows::Named) => {
                message!("write `{one}`, or put it into a file that has `extends`", one)
            }
            (None, Rows::Named) => message!("write it into a file that has `extends`"),
        };
        return Err((
            message!("`{path}` is no key of one `{header}`", path, header = section.header("<id>")),
            help,
        ));
    }
    let found = section.fields.iter().filter(settable).find(|field| field.name == parts[2]);
    found.map(|field| (parts[1], field)).ok_or_else(|| {
        let help = nearest(parts[2], fields()).map_or_else(
            || message!("it has {list}", list = listed(fields(), Conjunction::And)),
            |near| did_you_mean(&format!("{table}.{}.{near}", parts[1])),
        );
        (
            message!(
                "`{header}` has no key `{key}` that can be set",
                header = section.header("<id>"),
                key = parts[2]
            ),
            help,
        )
    })
}

/// The row of a key, or the problem that it is none.
fn row(layer: &mut Layer, path: &str, at: &Span) -> Option<&'static Key> {
    let parts: Vec<&str> = path.split('.').collect();
    let mut place = Place::default();
    for (deep, part) in parts.iter().enumerate() {
        let below = place.below(part);
        let last = deep + 1 == parts.len();
        if let Some(key) = row_in(below.pattern.trim_end_matches('.')) {
            if last {
                return Some(key);
            }
            // What it is called in a language: `title.ru`.
            let rest = parts[deep + 1..].join(".");
            let said = row_in(&format!("{}{rest}", below.pattern));
            if let Some(said) = said {
                return Some(said);
            }
            let diagnostic =
                Diagnostic::new(Code::UnknownKey, message!("there is no key `{path}`", path))
                    .at(at.clone(), message!("unknown key"));
            layer.problems.push(diagnostic.meant(below.path.trim_end_matches('.')));
            return None;
        }
        let owner = below.pattern.ends_with("<id>.");
        if !owner && !below.is_table() {
            let name = Named { id: (*part).to_owned(), at: at.clone() };
            let shape = if last { Shape::Value } else { Shape::Table };
            let mut diagnostic = unknown::unknown(&name, shape, &place);
            diagnostic.message = message!("there is no key `{path}`", path);
            layer.problems.push(
                match path
                    .split_once('.')
                    .filter(|_| deep == 0)
                    .and_then(|(_, rest)| keys::row(&format!("{COMMUNITY}<id>.{rest}")))
                {
                    Some(_) => diagnostic.meant(&format!("{COMMUNITY}{path}")),
                    None => Diagnostic {
                        help: diagnostic.help.map(|help| help.replaced("<id>", EACH)),
                        ..diagnostic
                    },
                },
            );
            return None;
        }
        place = below;
    }
    let diagnostic = Diagnostic::new(
        Code::WrongType,
        message!("`{path}` is a table of keys, and has no value of its own", path),
    );
    layer.problems.push(diagnostic.at(at.clone(), message!("not a key")).help(place.example()));
    None
}

/// Communities that are named where a key does not say of which it is.
const NAMED: usize = 3;

/// A key of a community without its name.
fn of_which(key: &Named, communities: &[&str]) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(Code::UnknownKey, message!("there is no key `{path}`", path = key.id))
            .at(key.at.clone(), message!("of which community?"));
    let of = |community: &str| format!("{COMMUNITY}{community}.{}", key.id);
    match communities {
        [] => diagnostic.meant(&of("<id>")),
        [only] => diagnostic.meant(&of(only)),
        several => {
            let first = several.iter().take(NAMED).map(|community| of(community));
            let all: Vec<String> = first.chain([of(EACH)]).collect();
            let all = listed(all.iter().map(String::as_str), Conjunction::Or);
            diagnostic.help(message!("did you mean {all}, which is that of each community?", all))
        }
    }
}

/// Problems of what the command line sets: communities that no file has, and a parent.
pub fn owners(layer: &Layer, communities: &[&str]) -> Vec<Diagnostic> {
    let nameless = layer.nameless.iter().map(|key| of_which(key, communities));
    let mut problems: Vec<Diagnostic> = nameless.collect();
    for entry in &layer.entries {
        if entry.key.path == keys::EXTENDS {
            let diagnostic = Diagnostic::new(
                Code::SetSyntax,
                message!("`extends` names the parent of a file and cannot be set"),
            );
            problems.push(
                diagnostic
                    .at(entry.at.clone(), message!("not on the command line"))
                    .help(message!("write it into a file")),
            );
        }
        let Some(id) =
            entry.path.strip_prefix("community.").and_then(|rest| rest.split('.').next())
        else {
            continue;
        };
        if id != EACH && !communities.contains(&id) {
            let diagnostic = Diagnostic::new(
                Code::UnknownCommunity,
                message!("there is no community `{id}`", id),
            )
            .at(entry.at.clone(), message!("set here"));
            problems.push(match one_of(id, communities.iter().copied()) {
                Some(help) => diagnostic.help(help),
                None => diagnostic,
            });
        }
    }
    problems
}
