//! The tables of SECTIONS: `[[role]]`, `[[campaign]]`, `[[overlap]]`, `[[correlation]]`,
//! `[[target]]`, `[input.<id>]`, `[metric.<id>]`, `[[export]]`, `[[observed]]`, `[[measurement]]`.
//! What a
//! `[[what_if]]` sets is read by [`super::edit`], after everything that it may change.

mod learnt;
mod measured;
mod reader;
mod row;

use std::ops::Range;

use toml::de::DeTable;

pub use measured::MOST_MEASURED;
pub use row::{
    Bound, Campaign, Competitor, Correlation, Deviation, Export, ExtraInput, ExtraMetric, Headings,
    Measurement, Names, Number, Observed, Overlap, Role, Target, Tolerance,
};

use super::keys::{Field, Holds, Rows as Form, Section, SectionId};
use super::layer::{Cell, Raw, Rows};
use super::quantity::Zero;
use super::value::{Beside, DataFile, Reader, Word};
use super::write;
use crate::diagnostic::{Code, Diagnostic, Span, message, one_of};
use crate::dist::Dist;
use crate::units::Kind;
use reader::RowReader;

/// The rows of all sections; a value that could not be read is `None` and among the problems.
#[derive(Clone, Debug, Default)]
pub struct Sections {
    pub roles: Vec<Role>,
    pub campaigns: Vec<Campaign>,
    /// In the order in which the files name them.
    pub competitors: Vec<Competitor>,
    pub overlaps: Vec<Overlap>,
    pub correlations: Vec<Correlation>,
    pub targets: Vec<Target>,
    /// In the order in which the files name them, the outermost parent first.
    pub inputs: Vec<ExtraInput>,
    pub metrics: Vec<ExtraMetric>,
    pub tolerances: Vec<Tolerance>,
    pub exports: Vec<Export>,
    pub observed: Vec<Observed>,
    pub measurements: Vec<Measurement>,
    /// Every row as TOML, in the order of the sections.
    pub texts: Vec<Text>,
}

/// One row as TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub section: SectionId,
    /// Of a table that has a name, as `[input.<id>]`; else empty.
    pub id: String,
    pub fields: Vec<(&'static str, String)>,
}

/// A field of a row that is given another value.
#[derive(Clone, Debug)]
pub struct Change {
    pub section: &'static Section,
    /// Name of the row.
    pub name: String,
    pub field: &'static Field,
    pub at: Span,
    pub value: New,
    /// As TOML.
    pub text: String,
}

#[derive(Clone, Debug)]
pub enum New {
    /// `None` where it could not be read, which is among the problems.
    Quantity(Option<Dist>, Vec<DataFile>),
    Whole(Option<u64>),
}

impl Sections {
    /// Takes the rows of a layer: in the place of those of the layers below, or, where they have
    /// names, into them.
    pub fn take(&mut self, rows: &Rows, reader: &mut Reader) {
        let section = rows.section;
        if section.rows == Form::Listed {
            self.replace(section.id, &Sections::default());
        }
        for table in &rows.tables {
            let id = table.name.as_ref().map_or("", |name| &name.id);
            let known = self.text(section.id, id).map_or_else(Vec::new, |text| text.fields.clone());
            let known: Vec<&str> = known.iter().map(|(field, _)| *field).collect();
            let mut row = RowReader { section, table: table.keys, at: table.at.clone(), reader };
            row.check(&known);
            let fields = row.texts();
            let name = || table.name.as_ref().expect("tables of a section with names have one");
            match section.id {
                SectionId::Role => self.roles.push(row.role()),
                SectionId::Campaign => self.campaigns.push(row.campaign()),
                SectionId::Competitor => row.competitor(name(), &mut self.competitors),
                SectionId::Overlap => self.overlaps.push(row.overlap()),
                SectionId::Correlation => self.correlations.push(row.correlation()),
                SectionId::Target => self.targets.push(row.target()),
                // It is read when everything that it may change is.
                SectionId::WhatIf | SectionId::State | SectionId::Change => {}
                SectionId::Input => row.input(name(), &mut self.inputs),
                SectionId::Metric => row.metric(name(), &mut self.metrics),
                SectionId::Tolerance => row.tolerance(name(), &mut self.tolerances),
                SectionId::Export => self.exports.extend(row.export()),
                SectionId::Observed => self.observed.push(row.observed()),
                SectionId::Measurement => self.measurements.push(row.measurement()),
            }
            self.note(section.id, id, fields);
        }
        self.texts.sort_by_key(|text| text.section);
    }

    fn text(&self, section: SectionId, id: &str) -> Option<&Text> {
        self.texts.iter().find(|text| text.section == section && text.id == id && !id.is_empty())
    }

    /// Keeps the words of a row, merged with those that it had.
    fn note(&mut self, section: SectionId, id: &str, fields: Vec<(&'static str, String)>) {
        match self
            .texts
            .iter_mut()
            .find(|text| text.section == section && text.id == id && !id.is_empty())
        {
            Some(text) => {
                text.fields.retain(|(name, _)| fields.iter().all(|(new, _)| new != name));
                text.fields.extend(fields);
            }
            None => self.texts.push(Text { section, id: id.to_owned(), fields }),
        }
    }

    /// Reads another value for a field of a row; `None` where there is no such row, which is among
    /// the problems.
    pub fn read(&self, cell: &Cell, reader: &mut Reader) -> Option<Change> {
        let Section { id: section, name: table, .. } = *cell.section;
        let path = if section == SectionId::Input {
            format!("{table}.{}", cell.name)
        } else {
            format!("{table}.{}.{}", cell.name, cell.field.name)
        };
        let is_named =
            |name: &Option<Word>| name.as_ref().is_some_and(|name| name.text == cell.name);
        let input = self
            .inputs
            .iter()
            .find(|input| section == SectionId::Input && input.id.text == cell.name);
        let is_there = match section {
            SectionId::Role => self.roles.iter().any(|role| is_named(&role.name)),
            SectionId::Campaign => self.campaigns.iter().any(|campaign| is_named(&campaign.name)),
            SectionId::Competitor => {
                self.competitors.iter().any(|competitor| is_named(&competitor.name))
            }
            SectionId::Input => input.is_some(),
            // None of their fields can be set.
            SectionId::Overlap
            | SectionId::Correlation
            | SectionId::Target
            | SectionId::WhatIf
            | SectionId::State
            | SectionId::Change
            | SectionId::Metric
            | SectionId::Tolerance
            | SectionId::Export
            | SectionId::Observed
            | SectionId::Measurement => false,
        };
        if !is_there {
            let known: Vec<String> = self
                .texts
                .iter()
                .filter(|text| text.section == section)
                .filter_map(Text::name)
                .collect();
            let diagnostic = Diagnostic::new(
                Code::UnknownKey,
                message!("there is no {table} `{name}`", table, name = cell.name),
            )
            .at(cell.at.clone(), message!("set here"));
            reader.problems.push(match one_of(&cell.name, known.iter().map(String::as_str)) {
                Some(help) => diagnostic.help(help),
                None => diagnostic.help(message!(
                    "the file has no `{header}`",
                    header = cell.section.header("<id>")
                )),
            });
            return None;
        }
        let kind = input.map_or(Kind::Positive, |input| input.kind);
        let value = match cell.field.holds {
            Holds::Whole(low, high) => {
                New::Whole(reader.raw_whole(&cell.value, &path, (low, high)))
            }
            holds => {
                let kind = if let Holds::Quantity(kind) = holds { kind } else { kind };
                let dist = reader.raw_quantity(&cell.value, &path, (kind, Zero::Legal));
                New::Quantity(dist, std::mem::take(&mut reader.data))
            }
        };
        let text = match &cell.value {
            Raw::Toml(value) => write::value(value.get_ref()),
            Raw::Bare(text, _) => write::quoted(text),
        };
        Some(Change {
            section: cell.section,
            name: cell.name.clone(),
            field: cell.field,
            at: cell.at.clone(),
            value,
            text,
        })
    }

    /// Gives a field of a row its other value.
    pub fn set(&mut self, change: &Change) {
        let (section, field) = (change.section.id, change.field);
        let is_named =
            |name: &Option<Word>| name.as_ref().is_some_and(|name| name.text == change.name);
        match &change.value {
            New::Whole(whole) => {
                if let Some(campaign) =
                    self.campaigns.iter_mut().find(|campaign| is_named(&campaign.name))
                {
                    if field.name == "weeks" {
                        campaign.weeks = *whole;
                    } else {
                        campaign.start_week = *whole;
                    }
                }
            }
            New::Quantity(dist, data) => {
                let (dist, at, data) = (dist.clone(), change.at.clone(), data.clone());
                if let Some(numbers) = self.numbers(section, &change.name) {
                    numbers.retain(|number| number.field.name != field.name);
                    numbers.push(Number { field, dist, at, data, beside: Beside::default() });
                } else if let Some(input) = self
                    .inputs
                    .iter_mut()
                    .find(|input| section == SectionId::Input && input.id.text == change.name)
                {
                    *input =
                        ExtraInput { dist, at, data, beside: Beside::default(), ..input.clone() };
                }
            }
        }
        let row = self
            .texts
            .iter_mut()
            .find(|text| text.section == section && text.name().as_ref() == Some(&change.name));
        if let Some(Text { fields, .. }) = row {
            fields.retain(|(name, _)| *name != field.name);
            fields.push((field.name, change.text.clone()));
        }
    }

    /// The numbers of a row, where its section has rows with numbers.
    fn numbers(&mut self, section: SectionId, name: &str) -> Option<&mut Vec<Number>> {
        let is_named = |word: &Option<Word>| word.as_ref().is_some_and(|word| word.text == name);
        match section {
            SectionId::Role => {
                let role = self.roles.iter_mut().find(|role| is_named(&role.name))?;
                Some(&mut role.numbers)
            }
            SectionId::Campaign => {
                let campaign = self.campaigns.iter_mut().find(|row| is_named(&row.name))?;
                Some(&mut campaign.numbers)
            }
            SectionId::Competitor => {
                let competitor = self.competitors.iter_mut().find(|row| is_named(&row.name))?;
                Some(&mut competitor.numbers)
            }
            SectionId::Overlap
            | SectionId::Correlation
            | SectionId::Target
            | SectionId::WhatIf
            | SectionId::State
            | SectionId::Change
            | SectionId::Input
            | SectionId::Metric
            | SectionId::Tolerance
            | SectionId::Export
            | SectionId::Observed
            | SectionId::Measurement => None,
        }
    }

    /// Takes the rows of one section from another scenario.
    pub fn replace(&mut self, section: SectionId, other: &Sections) {
        match section {
            SectionId::Role => self.roles.clone_from(&other.roles),
            SectionId::Campaign => self.campaigns.clone_from(&other.campaigns),
            SectionId::Competitor => self.competitors.clone_from(&other.competitors),
            SectionId::Overlap => self.overlaps.clone_from(&other.overlaps),
            SectionId::Correlation => self.correlations.clone_from(&other.correlations),
            SectionId::Target => self.targets.clone_from(&other.targets),
            // Their rows are no part of these.
            SectionId::WhatIf | SectionId::State | SectionId::Change => {}
            SectionId::Input => self.inputs.clone_from(&other.inputs),
            SectionId::Metric => self.metrics.clone_from(&other.metrics),
            SectionId::Tolerance => self.tolerances.clone_from(&other.tolerances),
            SectionId::Export => self.exports.clone_from(&other.exports),
            SectionId::Observed => self.observed.clone_from(&other.observed),
            SectionId::Measurement => self.measurements.clone_from(&other.measurements),
        }
        self.texts.retain(|text| text.section != section);
        self.texts.extend(other.texts.iter().filter(|text| text.section == section).cloned());
    }

    /// Takes the campaigns of a name out, and the words of changes of that name.
    pub(crate) fn without(&mut self, name: &str) {
        self.campaigns
            .retain(|campaign| campaign.name.as_ref().is_none_or(|word| word.text != name));
        self.texts.retain(|text| {
            let has_name = matches!(text.section, SectionId::Campaign | SectionId::Change);
            !has_name || text.name().as_deref() != Some(name)
        });
    }
}

/// A row to be read.
pub fn row<'r, 't, 'p>(
    section: &'static Section,
    keys: &'t DeTable<'t>,
    at: Range<usize>,
    reader: &'r mut Reader<'p>,
) -> RowReader<'r, 't, 'p> {
    RowReader { section, table: keys, at, reader }
}

impl Text {
    /// The name by which the row is addressed.
    fn name(&self) -> Option<String> {
        if !self.id.is_empty() {
            return Some(self.id.clone());
        }
        let (_, text) = self.fields.iter().find(|(name, _)| *name == "name")?;
        Some(text.trim_matches('"').to_owned())
    }
}
