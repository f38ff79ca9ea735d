//! Values by the domain of their key.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::folder::DATA_LIMIT;
use super::kinds::{Beside, DataFile, Value};
use super::reader::Reader;
use crate::diagnostic::{Code, message, nearest_or};
use crate::dist::Dist;
use crate::scenario::keys::Domain;
use crate::scenario::layer::{Entry, Raw};
use crate::scenario::number::Fault;
use crate::scenario::quantity::{self, Reading, Zero};
use crate::scenario::{artwork, template};
use crate::units::Kind;

/// What may stand beside a number, and the number itself.
const VALUE: &str = "value";
const SOURCE: &str = "source";
const NOTE: &str = "note";

/// The cheapest and the dearest currency, in units for one euro.
const RATE: (f64, f64) = (1e-6, 1e9);

impl Reader<'_> {
    /// Reads a value by the domain of its key.
    pub fn value(&mut self, value: &Spanned<DeValue>, entry: &Entry) -> Option<Value> {
        let path = entry.path.as_str();
        match entry.key.domain {
            Domain::Quantity(kind) => {
                self.quantity(value, path, (kind, Zero::Legal)).map(Value::Quantity)
            }
            Domain::Above(kind) => {
                self.quantity(value, path, (kind, Zero::Illegal)).map(Value::Quantity)
            }
            Domain::Whole(low, high) => self.whole(value, path, (low, high)).map(Value::Whole),
            Domain::Rate => {
                self.number(value, path, RATE).map(|rate| Value::Quantity(Dist::fixed(rate)))
            }
            Domain::Fraction => self
                .number(value, path, (0.0, 1.0))
                .map(|share| Value::Quantity(Dist::fixed(share))),
            Domain::Choice(words) => self.choice(value, path, words).map(Value::Word),
            Domain::Date => self.date(value, path).map(Value::Date),
            Domain::Months => self.months(value, path).map(Value::Months),
            Domain::Opening => self.opening(value, path).map(Value::Opening),
            Domain::Platform | Domain::Text => {
                self.text(value, path).map(|word| Value::Word(word.text))
            }
            Domain::Currency => self.currency(value, path).map(Value::Word),
            Domain::Colour => self.colour(value, path).map(Value::Colour),
            Domain::Colours => self.colours(value, path).map(Value::Colours),
            Domain::Font => {
                self.file(value, path, artwork::LARGEST, artwork::font).map(Value::Font)
            }
            Domain::Picture => {
                self.file(value, path, artwork::LARGEST, artwork::picture).map(Value::Picture)
            }
            Domain::Template => {
                self.file(value, path, template::LARGEST, template::read).map(Value::Template)
            }
            Domain::Slides => self.slides(value, path).map(Value::Slides),
            Domain::SlideWords => self.slide_words(value, path).map(Value::SlideWords),
            Domain::Flag => self.flag(value, path).map(Value::Flag),
            Domain::Graph => self.graph(value, path).map(Value::Graph),
            Domain::Network => self.network(value, path).map(Value::Word),
        }
    }

    /// A quantity of the command line, in quotes or without.
    pub(crate) fn raw_quantity(
        &mut self,
        raw: &Raw,
        path: &str,
        rule: (Kind, Zero),
    ) -> Option<Dist> {
        match raw {
            Raw::Toml(value) => self.quantity(value, path, rule),
            Raw::Bare(text, bytes) => {
                let start = bytes.start;
                self.with_reading(path, rule, |reading, faults| {
                    quantity::read_text(text, start, reading, faults)
                })
            }
        }
    }

    /// A whole number of the command line, in quotes or without.
    pub(crate) fn raw_whole(&mut self, raw: &Raw, path: &str, range: (u64, u64)) -> Option<u64> {
        match raw {
            Raw::Toml(value) => self.whole(value, path, range),
            Raw::Bare(text, bytes) => self.whole(
                &Spanned::new(bytes.clone(), DeValue::String((*text).into())),
                path,
                range,
            ),
        }
    }

    /// Text of the command line without quotes: a quantity as it stands, or a word.
    pub fn bare(&mut self, text: &str, bytes: Range<usize>, entry: &Entry) -> Option<Value> {
        let zero = match entry.key.domain {
            Domain::Quantity(kind) => Some((kind, Zero::Legal)),
            Domain::Above(kind) => Some((kind, Zero::Illegal)),
            _ => None,
        };
        match zero {
            Some(rule) => {
                let start = bytes.start;
                let dist = self.with_reading(&entry.path, rule, |reading, faults| {
                    quantity::read_text(text, start, reading, faults)
                });
                dist.map(Value::Quantity)
            }
            None => self.value(&Spanned::new(bytes, DeValue::String(text.into())), entry),
        }
    }

    /// A quantity with what stands beside it, as in
    /// `{ value = "5% to 10%", source = "our survey, May 2026", note = ".." }`: the value alone,
    /// and the rest.
    pub fn beside<'v, 't>(
        &mut self,
        value: &'v Spanned<DeValue<'t>>,
        path: &str,
    ) -> (&'v Spanned<DeValue<'t>>, Beside) {
        let mut beside = Beside::default();
        let DeValue::Table(table) = value.get_ref() else { return (value, beside) };
        let Some(inner) = table.get(VALUE) else { return (value, beside) };
        for (name, told) in table {
            match name.get_ref().as_ref() {
                VALUE => {}
                SOURCE => beside.source = self.text(told, path).map(|word| word.text),
                NOTE => beside.note = self.text(told, path).map(|word| word.text),
                other => {
                    let names = [VALUE, SOURCE, NOTE];
                    let help = nearest_or(other, names, || {
                        message!("beside `value` stand `source` and `note`")
                    });
                    let message = message!("`{path}` has no `{other}`", path, other);
                    self.fail(Code::UnknownKey, name.span(), (message, message!("unknown key")))
                        .help(help);
                }
            }
        }
        (inner, beside)
    }

    pub fn quantity(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        rule: (Kind, Zero),
    ) -> Option<Dist> {
        self.with_reading(path, rule, |reading, faults| quantity::read(value, reading, faults))
    }

    /// Lets data files be read relative to the text, and keeps their bytes.
    fn with_reading(
        &mut self,
        key: &str,
        (kind, zero): (Kind, Zero),
        read: impl FnOnce(&Reading, &mut Vec<Fault>) -> Option<Dist>,
    ) -> Option<Dist> {
        let (folder, data) = (self.origin.folder, RefCell::new(Vec::new()));
        let load = |name: &str| {
            let bytes = folder.bytes(name, DATA_LIMIT)?;
            data.borrow_mut().push(DataFile { name: name.to_owned(), bytes: bytes.clone() });
            Ok(bytes)
        };
        let mut faults = Vec::new();
        let dist = read(&Reading { key, kind, zero, load: &load }, &mut faults);
        self.data.append(&mut data.into_inner());
        for fault in faults {
            self.fault(fault);
        }
        dist
    }
}
