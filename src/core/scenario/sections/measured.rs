//! What could be measured before a decision: the `[[measurement]]` of a file.

use toml::Spanned;
use toml::de::DeValue;

use super::reader::RowReader;
use super::row::{Deviation, Measurement};
use crate::diagnostic::{Code, Diagnostic, Span, message};
use crate::scenario::keys::Field;
use crate::scenario::number::{self, kind};
use crate::scenario::value::Word;

/// The most keys of one measurement.
pub const MOST_MEASURED: usize = 6;

/// Fields that say how it is measured.
const HOW: [&str; 5] = ["sample", "years", "error", "cost_per_unit", "weeks"];

impl RowReader<'_, '_, '_> {
    /// A `[[measurement]]`.
    pub fn measurement(&mut self) -> Measurement {
        let source = self.reader.origin.source;
        let place = |name: &&'static str| {
            Some((*name, Span { source, bytes: self.table.get(*name)?.span() }))
        };
        let places = HOW.iter().filter_map(place).collect();
        Measurement {
            at: self.span(),
            name: self.word("name"),
            names: self.names(),
            of: self.keys(),
            sample: self.whole("sample"),
            years: self.above_zero("years"),
            error: self.deviation(),
            cost: self.number("cost"),
            cost_per_unit: self.number("cost_per_unit"),
            weeks: self.number("weeks"),
            places,
        }
    }

    /// The keys of `of`: one, or a list of different ones.
    fn keys(&mut self) -> Vec<Word> {
        let (field, value) = self.field("of");
        let path = self.path(field);
        let Some(value) = value else { return Vec::new() };
        let items: Vec<&Spanned<DeValue>> = match value.get_ref() {
            DeValue::String(_) => vec![value],
            DeValue::Array(items) => items.iter().collect(),
            other => {
                let message = message!(
                    "`{path}` is {kind}, but a list of keys is meant",
                    path,
                    kind = kind(other)
                );
                self.reader
                    .fail(Code::WrongType, value.span(), (message, message!("no list of keys")))
                    .help(message!("write for instance `of = [\"funnel.click\"]`"));
                return Vec::new();
            }
        };
        if items.is_empty() || items.len() > MOST_MEASURED {
            let message = message!(
                "`{path}` names {items}, but one to {most} keys are meant",
                path,
                items = items.len(),
                most = MOST_MEASURED
            );
            self.reader.fail(
                Code::OutOfRange,
                value.span(),
                (message, message!("so many cannot be measured together")),
            );
            return Vec::new();
        }
        let mut words: Vec<Word> = Vec::new();
        for item in items {
            let Some(word) = self.reader.text(item, &path) else { continue };
            if let Some(first) = words.iter().find(|other| other.text == word.text) {
                let message = message!("`{path}` names `{name}` twice", path, name = word.text);
                self.reader.problems.push(
                    Diagnostic::new(Code::RepeatedName, message)
                        .at(word.at.clone(), message!("named again"))
                        .also(first.at.clone(), message!("first named here")),
                );
                continue;
            }
            words.push(word);
        }
        words
    }

    /// A number above zero.
    fn above_zero(&mut self, name: &str) -> Option<f64> {
        let number = self.number(name)?;
        if number > 0.0 {
            return Some(number);
        }
        let (field, value) = self.field(name);
        self.no_size(field, value?);
        None
    }

    fn no_size(&mut self, field: &Field, value: &Spanned<DeValue>) {
        let message = message!("`{path}` is 0, but it lies above 0", path = self.path(field));
        self.reader.fail(Code::OutOfRange, value.span(), (message, message!("too small")));
    }

    /// One standard deviation; a percentage is a share of the value.
    fn deviation(&mut self) -> Option<Deviation> {
        let (field, value) = self.field("error");
        let (value, path) = (value?, self.path(field));
        let is_share = value
            .get_ref()
            .as_str()
            .is_some_and(|text| number::unit(text).is_some_and(|unit| unit == "%"));
        let found = self.reader.number(value, &path, (0.0, LARGEST))?;
        if found == 0.0 {
            self.no_size(field, value);
            return None;
        }
        Some(if is_share { Deviation::Share(found) } else { Deviation::Of(found) })
    }
}

/// The largest error: what is known no better is not measured.
const LARGEST: f64 = 1e15;
