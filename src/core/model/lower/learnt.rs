//! From what the scenario can learn, every name resolved: no number of a run depends on it.

use jiff::civil::Date;

use super::money::Counted;
use super::names::{column, community};
use crate::diagnostic::{Code, Diagnostic, Span, message};
use crate::model::ColumnId;
use crate::scenario::{Headings, Root, Scenario, Word};

/// Files that the scenario names.
#[derive(Clone, Debug)]
pub struct Exported {
    /// A file, a folder or a pattern, relative to the root.
    pub file: Word,
    pub root: Root,
    /// Place in the communities of the model; `None` where nobody says.
    pub community: Option<usize>,
    pub kind: Option<Word>,
    pub columns: Option<Headings>,
    pub zone: Option<Word>,
    /// How much a row counts, from 0 to 1.
    pub weight: f64,
    /// The last day that is used.
    pub until: Option<Date>,
    pub at: Span,
}

/// A total that somebody counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    pub column: ColumnId,
    /// The metric as it was named: `leads`, `page.leads`.
    pub name: String,
    /// In the unit of the metric.
    pub value: f64,
    /// Its first and its last day; `None` where nobody says.
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// One standard deviation of the counting itself, as a share of the value.
    pub error: f64,
    /// Where the scenario states it; nothing of what the command line states.
    pub at: Option<Span>,
}

impl Observation {
    /// Whether it counts what another one counts.
    pub fn is_of(&self, other: &Observation) -> bool {
        (self.column, self.from, self.to) == (other.column, other.from, other.to)
    }
}

/// The files of every `[[export]]`.
pub fn exports(scenario: &Scenario, problems: &mut Vec<Diagnostic>) -> Vec<Exported> {
    let mut exports = Vec::new();
    for row in &scenario.sections.exports {
        if scenario.communities.is_empty() {
            let message = message!("there is no community of which an export could tell");
            problems.push(
                Diagnostic::new(Code::NoCommunity, message)
                    .at(row.at.clone(), message!("of nobody"))
                    .help(message!("totals of formulas are `[[observed]]`")),
            );
            break;
        }
        let named = row.community.as_ref().map(|word| community(scenario, word, problems));
        // The only one there is.
        let only = (scenario.communities.len() == 1).then_some(0);
        exports.push(Exported {
            file: row.file.clone(),
            root: row.root.clone(),
            community: named.unwrap_or(only),
            kind: row.kind.clone(),
            columns: row.columns.clone(),
            zone: row.zone.clone(),
            weight: row.weight,
            until: row.until,
            at: row.at.clone(),
        });
    }
    exports
}

/// The totals of every `[[observed]]`.
pub fn observed(
    scenario: &Scenario,
    counted: &Counted,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Observation> {
    let mut all: Vec<Observation> = Vec::new();
    for row in &scenario.sections.observed {
        let Some(word) = &row.metric else { continue };
        let (Some(column), Some(value)) = (column(scenario, word, counted, problems), row.value)
        else {
            continue;
        };
        let (name, at) = (word.text.clone(), Some(row.at.clone()));
        let (from, to, error) = (row.from, row.to, row.error);
        let found = Observation { column, name, value, from, to, error, at };
        if let Some(first) = all.iter().find(|other| other.is_of(&found)) {
            let message = message!("`{metric}` of these days is given twice", metric = word.text);
            let again = Diagnostic::new(Code::RepeatedName, message)
                .at(word.at.clone(), message!("given again"));
            problems.push(match first.at.clone() {
                Some(at) => again.also(at, message!("first given here")),
                None => again,
            });
            continue;
        }
        all.push(found);
    }
    all
}
