//! Ready sets of roles: data, from `roles.toml`.

use toml::de::{DeTable, DeValue};

use super::given::Keys;
use super::keys::{Holds, SectionId, key};
use super::quantity::{self, Reading, Zero};
use super::sections::{Number, Role, Sections, Text};
use super::value::{Beside, Value, Word};
use super::write;
use crate::diagnostic::{Code, Diagnostic, Span, message};

/// The file itself.
pub const TEXT: &str = include_str!("roles.toml");

/// Where a set comes from: the year of its source, and what that says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    pub id: String,
    pub year: u64,
    pub source: String,
}

/// Puts a set that `roles` names into the place of the file's own roles, of which there must be
/// none. Where the command line changes one of them it is the set of the source no longer: then it
/// is written out in full.
pub fn settle(
    keys: &mut Keys,
    sections: &mut Sections,
    changed: Changed,
    problems: &mut Vec<Diagnostic>,
) {
    let Some(given) = keys.get(key!("roles")) else { return };
    if let Some(own) = sections.roles.first() {
        let diagnostic = Diagnostic::new(
            Code::KeysExclude,
            message!("`roles` and `[[role]]` state the same thing in different ways"),
        );
        let diagnostic = diagnostic
            .at(given.at.clone(), message!("one way"))
            .also(own.at.clone(), message!("another way"));
        problems.push(diagnostic.help(message!("keep one of them")));
        return;
    }
    let Some(Value::Word(id)) = &given.value else { return };
    sections.roles = rows(id).iter().filter_map(|row| role(row, &given.value_at)).collect();
    if changed == Changed::Yes {
        let fields = |row: &DeTable| {
            let fields = SectionId::Role.section().fields.iter();
            fields
                .filter_map(|field| {
                    Some((field.name, write::value(row.get(field.name)?.get_ref())))
                })
                .collect()
        };
        sections.texts.extend(rows(id).iter().map(|row| Text {
            section: SectionId::Role,
            id: String::new(),
            fields: fields(row),
        }));
        keys.remove(key!("roles"));
    }
}

/// Whether something is changed in the rows of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Yes,
    No,
}

/// The rows of a set.
fn rows(id: &str) -> Vec<DeTable<'static>> {
    let (table, _) = DeTable::parse_recoverable(TEXT);
    let roles = table.into_inner().remove(id).and_then(|set| match set.into_inner() {
        DeValue::Table(mut set) => set.remove("role"),
        _ => None,
    });
    let Some(DeValue::Array(rows)) = roles.map(toml::Spanned::into_inner) else {
        return Vec::new();
    };
    rows.into_iter()
        .filter_map(|row| if let DeValue::Table(row) = row.into_inner() { Some(row) } else { None })
        .collect()
}

/// A role of a set; it stands where the file names the set.
fn role(table: &DeTable, at: &Span) -> Option<Role> {
    let load = |_: &str| Err(message!("does not exist"));
    let numbers = SectionId::Role.section().fields.iter().filter_map(|field| {
        let (Holds::Quantity(kind), Some(value)) = (field.holds, table.get(field.name)) else {
            return None;
        };
        let reading = Reading { key: field.name, kind, zero: Zero::Legal, load: &load };
        let dist = quantity::read(value, &reading, &mut Vec::new());
        Some(Number { field, dist, at: at.clone(), data: Vec::new(), beside: Beside::default() })
    });
    let DeValue::String(name) = table.get("name")?.get_ref() else { return None };
    let name = Word { text: name.clone().into_owned(), at: at.clone() };
    Some(Role { at: at.clone(), name: Some(name), numbers: numbers.collect() })
}

/// Where the figures of a set come from.
pub fn provenance(id: &str) -> Option<Provenance> {
    let (table, _) = DeTable::parse_recoverable(TEXT);
    let set = table.get_ref().get(id)?.get_ref().as_table()?;
    let year = set.get("year")?.get_ref().as_integer()?.as_str().parse().ok()?;
    let DeValue::String(source) = set.get("source")?.get_ref() else { return None };
    Some(Provenance { id: id.to_owned(), year, source: source.clone().into_owned() })
}
