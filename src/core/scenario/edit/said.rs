//! A change that somebody types: one key with its value, read as a what-if of the file reads it.

use toml::de::{DeTable, DeValue};

use super::change::Edit;
use super::{edits, of_variant};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Source, Span, message};
use crate::scenario::Scenario;
use crate::scenario::keys::Domain;
use crate::scenario::layer::{Layer, Raw};
use crate::scenario::value::{Folder, Origin, Reader};
use crate::scenario::{set, write};

impl Scenario {
    /// Reads a value for a key. The text becomes a source of the scenario, so that problems can
    /// point into it. No value may name a file.
    pub fn change(&mut self, key: &str, value: &str) -> Result<Edit, Diagnostics> {
        let (key, value) = (key.trim(), value.trim());
        let source = self.sources.len();
        self.sources.push(Source::new(set::NAME, format!("{key}={value}")));
        let mut problems = Vec::new();
        let edit = self.read_change((key, value), source, &mut problems);
        let found = Diagnostics::new(self.sources.clone(), problems);
        edit.filter(|_| !found.has_errors()).ok_or(found)
    }

    fn read_change(
        &self,
        (key, value): (&str, &str),
        source: usize,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Edit> {
        let at = Span { source, bytes: 0..key.len() };
        if key.is_empty() || value.is_empty() || [key, value].iter().any(|text| is_broken(text)) {
            let argument = format!("{key}={value}");
            let message =
                message!("`{argument}` is no `key=value`", argument = argument.escape_debug());
            let whole = Span { source, bytes: 0..argument.len() };
            let label = message!("one key, `=`, one value");
            problems.push(Diagnostic::new(Code::SetSyntax, message).at(whole, label));
            return None;
        }
        // The value of a key of one letter stands at the byte where the text has it.
        let text = format!("v{}={value}", " ".repeat(key.len() - 1));
        let table = parsed(&text);
        let toml = table.as_ref().and_then(|table| table.get("v"));
        let start = key.len() + 1;
        let raw = toml.map_or_else(|| Raw::Bare(value, start..start + value.len()), Raw::Toml);
        let mut layer = Layer::default();
        set::put(&mut layer, key, at.clone(), raw);
        let opens = layer.entries.iter().any(|entry| is_file(entry.key.domain));
        if opens || toml.is_some_and(|value| names_a_file(value.get_ref())) {
            problems.push(no_file(key, at));
            return None;
        }
        let closed = Folder::closed();
        let origin = Origin { source, folder: &closed };
        let mut reader = Reader { origin, data: Vec::new(), problems };
        edits(layer, self, &mut reader, of_variant).pop()
    }
}

fn no_file(key: &str, at: Span) -> Diagnostic {
    let message = message!("`{key}` names a file, which only the file of a scenario may do", key);
    Diagnostic::new(Code::WhatIf, message)
        .at(at, message!("not here"))
        .help(message!("write it into the file"))
}

/// What cannot stand on one line.
fn is_broken(text: &str) -> bool {
    text.contains(char::is_control)
}

/// The table of a text of one key, where it is TOML.
fn parsed(text: &str) -> Option<DeTable<'_>> {
    let table = DeTable::parse(text).ok()?.into_inner();
    (table.len() == 1).then_some(table)
}

const fn is_file(domain: Domain) -> bool {
    matches!(domain, Domain::Graph | Domain::Font | Domain::Picture | Domain::Template)
}

/// Whether a part of a value is read from a file.
fn names_a_file(value: &DeValue) -> bool {
    match value {
        DeValue::Table(table) => table
            .iter()
            .any(|(name, value)| name.get_ref() == "file" || names_a_file(value.get_ref())),
        DeValue::Array(values) => values.iter().any(|value| names_a_file(value.get_ref())),
        _ => false,
    }
}

/// A value that somebody types as a file has it: as it stands where it is TOML, else in quotes.
pub fn written(value: &str) -> String {
    let value = value.trim();
    let is_toml = !is_broken(value) && parsed(&format!("v={value}")).is_some();
    if is_toml { value.to_owned() } else { write::quoted(value) }
}
