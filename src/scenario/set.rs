//! `--set key=value`: one more layer, each of whose texts is a source of its own.
//!
//! Whatever is TOML is read as TOML. Otherwise the key is split at its dots, so that `community.*` and ids of any
//! alphabet need no quotes, and so does the value, so that `5%..10%` needs none either.

use toml::de::DeTable;

use super::keys;
use super::layer::{EACH, Entry, Layer, Raw};
use crate::diagnostic::{Code, Diagnostic, Source, Span, nearest};

/// Name under which the command line appears in messages.
pub const NAME: &str = "--set";

/// A `--set` made ready to be parsed: text in which every value stands at the byte where the argument has it.
#[derive(Debug)]
pub struct Prepared {
    /// The key, where the argument is no TOML as it stands.
    split: Option<(String, std::ops::Range<usize>)>,
    text: String,
    source: usize,
}

/// Makes the arguments ready, or says why one is no `key=value`. `first` is the place of the first among the texts.
pub fn prepare(sets: &[Source], first: usize, problems: &mut Vec<Diagnostic>) -> Vec<Prepared> {
    let mut prepared = Vec::new();
    for (place, set) in sets.iter().enumerate() {
        let source = first + place;
        let argument = &set.text;
        if single(argument) {
            prepared.push(Prepared { split: None, text: argument.clone(), source });
            continue;
        }
        let split = argument.split_once('=').filter(|(key, value)| !key.trim().is_empty() && !value.trim().is_empty());
        let Some((key, value)) = split.filter(|_| !argument.contains(['\n', '\r'])) else {
            let diagnostic = Diagnostic::new(Code::SetSyntax, format!("`{}` is no `key=value`", argument.escape_debug()));
            let whole = Span { source, bytes: 0..argument.len() };
            problems.push(diagnostic.at(whole, "one key, `=`, one value").help("write for instance `--set simulation.weeks=26`"));
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
    !header && DeTable::parse(argument).is_ok_and(|table| table.get_ref().len() == 1 && argument.trim().lines().count() == 1)
}

/// A dotted key without the quotes around its parts.
fn plain(key: &str) -> String {
    let parts = key.trim().split('.').map(|part| part.trim().trim_matches(['"', '\'']));
    parts.collect::<Vec<_>>().join(".")
}

/// The tables of what was prepared; a value that is no TOML has none.
pub fn parse(prepared: &[Prepared]) -> Vec<Option<DeTable<'_>>> {
    prepared.iter().map(|set| DeTable::parse(&set.text).ok().map(toml::Spanned::into_inner)).collect()
}

/// Everything that the command line sets, as one layer.
pub fn layer<'t>(prepared: &'t [Prepared], tables: &'t [Option<DeTable<'t>>]) -> Layer<'t> {
    let mut layer = Layer::default();
    for (set, table) in prepared.iter().zip(tables) {
        match (&set.split, table) {
            (None, Some(table)) => layer.add(table, set.source),
            (Some((path, at)), table) => split(&mut layer, set, path, Span { source: set.source, bytes: at.clone() }, table.as_ref()),
            (None, None) => {}
        }
    }
    layer
}

fn split<'t>(layer: &mut Layer<'t>, set: &'t Prepared, path: &str, at: Span, table: Option<&'t DeTable<'t>>) {
    let parts: Vec<&str> = path.split('.').collect();
    let key = match parts.as_slice() {
        ["platform", _, rest @ ..] => keys::row(&format!("community.<id>.{}", rest.join("."))).filter(|key| key.in_platform()),
        _ => keys::find(path),
    };
    let Some(key) = key else {
        let diagnostic = Diagnostic::new(Code::UnknownKey, format!("there is no key `{path}`")).at(at, "unknown key");
        let (owner, id) = if parts.len() > 2 { (parts[0], parts[1]) } else { ("", "<id>") };
        let all: Vec<String> = keys::KEYS.iter().map(|key| key.of(if owner == "community" { id } else { "<id>" })).collect();
        let help = nearest(path, all.iter().map(String::as_str))
            .map_or("`reachsim explain FILE` lists every key".to_owned(), |key| format!("did you mean `{key}`?"));
        return layer.problems.push(diagnostic.help(help));
    };
    let value = if let Some(value) = table.and_then(|table| table.get("v")) {
        Raw::Toml(value)
    } else {
        let start = set.text.find('=').map_or(0, |equals| equals + 1);
        let text = &set.text[start..];
        let start = start + text.len() - text.trim_start().len();
        Raw::Bare(text.trim(), start..start + text.trim().len())
    };
    layer.entries.push(Entry { path: path.to_owned(), key, at, value });
}

/// Problems of what the command line sets: communities that no file has, and a parent.
pub fn owners(layer: &Layer, communities: &[&str]) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for entry in &layer.entries {
        if entry.key.path == keys::EXTENDS {
            let diagnostic = Diagnostic::new(Code::SetSyntax, "`extends` names the parent of a file and cannot be set");
            problems.push(diagnostic.at(entry.at.clone(), "not on the command line").help("write it into a file"));
        }
        let Some(id) = entry.path.strip_prefix("community.").and_then(|rest| rest.split('.').next()) else { continue };
        if id != EACH && !communities.contains(&id) {
            let diagnostic =
                Diagnostic::new(Code::UnknownCommunity, format!("there is no community `{id}`")).at(entry.at.clone(), "set here");
            problems.push(match nearest(id, communities.iter().copied()).or(communities.first().copied()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic,
            });
        }
    }
    problems
}
