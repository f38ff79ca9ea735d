//! The `[[change]]` of a file: what is otherwise from a week on.

use toml::de::{DeTable, DeValue};

use super::change::{Later, When};
use super::{edits, flatten};
use crate::diagnostic::{Code, Diagnostic, Message, Span, message};
use crate::scenario::Scenario;
use crate::scenario::layer::{Entry, Layer, Rows, SectionTable};
use crate::scenario::sections;
use crate::scenario::value::{Reader, Word};

fn example() -> Message {
    message!("write for instance `set = {{ \"support.people\" = 2 }}`")
}

/// Reads the changes of a file; `scenario` is what they change.
pub fn later(rows: &Rows, scenario: &Scenario, reader: &mut Reader) -> Vec<Later> {
    let mut found: Vec<Later> = Vec::new();
    for row in &rows.tables {
        let later = one(rows, row, scenario, reader);
        if let Some(name) = later.as_ref().and_then(|later| later.name.as_ref()) {
            let campaigns = scenario.sections.campaigns.iter().map(|campaign| &campaign.name);
            let mut others = campaigns.chain(found.iter().map(|later| &later.name));
            let is_it = |other: &&Word| other.text == name.text;
            if let Some(other) = others.by_ref().flatten().find(is_it) {
                let message = message!(
                    "`{name}` is the name of another change or campaign already",
                    name = name.text
                );
                reader.problems.push(
                    Diagnostic::new(Code::RepeatedName, message)
                        .at(name.at.clone(), message!("choose another name"))
                        .also(other.at.clone(), message!("first here")),
                );
            }
        }
        found.extend(later);
    }
    found
}

fn one(rows: &Rows, row: &SectionTable, scenario: &Scenario, reader: &mut Reader) -> Option<Later> {
    let source = reader.origin.source;
    let here = Span { source, bytes: row.at.clone() };
    let mut checked = sections::row(rows.section, row.keys, row.at.clone(), reader);
    checked.check(&[]);
    let name = checked.word("name");
    let (week, day) = (checked.whole("at_week"), checked.date("from"));
    let is_there = |field: &str| row.keys.contains_key(field);
    if is_there("at_week") == is_there("from") {
        let (code, message) = if is_there("from") {
            (Code::Change, message!("a change has `at_week` or `from`, and not both"))
        } else {
            (Code::MissingKey, message!("a change needs the week from which it holds"))
        };
        let diagnostic = Diagnostic::new(code, message).at(here.clone(), message!("this change"));
        reader.problems.push(
            diagnostic.help(message!(
                "write `at_week = 26`, or a day of that week as `from = 2026-09-01`"
            )),
        );
    }
    let set = row.keys.get("set")?;
    let at = Span { source, bytes: set.span() };
    let DeValue::Table(table) = set.get_ref() else {
        let diagnostic = Diagnostic::new(Code::WrongType, message!("`set` is no table of keys"))
            .at(at, message!("not a table"));
        reader.problems.push(diagnostic.help(example()));
        return None;
    };
    let edits = read(table, scenario, reader);
    if edits.is_empty() && table.is_empty() {
        let diagnostic = Diagnostic::new(Code::Change, message!("this change changes nothing"));
        reader.problems.push(diagnostic.at(at, message!("an empty table")).help(example()));
    }
    let when = week.map(When::Week).or(day.map(When::Day))?;
    Some(Later { name, when, at: here, edits })
}

fn read(table: &DeTable, scenario: &Scenario, reader: &mut Reader) -> Vec<super::Edit> {
    let mut layer = Layer::default();
    flatten(&mut layer, "", table, reader.origin.source);
    for cell in std::mem::take(&mut layer.cells) {
        let path = format!("{}.{}.{}", cell.section.name, cell.name, cell.field.name);
        reader.problems.push(whole_horizon(&path, cell.at));
    }
    edits(layer, scenario, reader, |entry: &Entry| {
        (!entry.key.may_change()).then(|| whole_horizon(&entry.path, entry.at.clone()))
    })
}

/// What cannot change on the way.
fn whole_horizon(path: &str, at: Span) -> Diagnostic {
    Diagnostic::new(Code::Change, message!("`{path}` holds for the whole horizon", path))
        .at(at, message!("cannot change on the way"))
        .help(message!(
            "what may change are keys of `support`, `outreach`, `cost`, `posts`, `growth`, \
             `questions`, and prices of `value`; a campaign has weeks of its own"
        ))
}
