//! Values by the domain of their key.

use std::ops::Range;
use std::path::Path;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeValue;

use super::Given;
use super::keys::Domain;
use super::layer::{Entry, Raw};
use super::quantity::{self, Fault, Reading};
use super::{currency, file, write};
use crate::diagnostic::{Code, Diagnostic, Span, listed, nearest};
use crate::dist::Dist;
use crate::units::Kind;

/// What a key holds.
#[derive(Clone, Debug)]
pub enum Value {
    Quantity(Dist),
    Whole(u64),
    /// Text, a choice, a currency or the id of a platform.
    Word(String),
    Date(Date),
    /// Weights of the months, January first.
    Months([f64; 12]),
}

/// A file that a quantity was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// As the scenario names it.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The text that is read, and the folder to which its paths are relative.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    pub source: usize,
    pub folder: &'a Path,
}

/// Reads values of one text and notes what is wrong.
#[derive(Debug)]
pub struct Reader<'a> {
    pub origin: Origin<'a>,
    pub data: Vec<DataFile>,
    pub problems: &'a mut Vec<Diagnostic>,
}

/// Months of a year.
const MONTHS: usize = 12;

/// An entry with its value read.
pub fn given(entry: &Entry, reader: &mut Reader) -> Given {
    let (value, bytes, text) = match &entry.value {
        Raw::Toml(value) => (reader.value(value, entry), value.span(), write::value(value.get_ref())),
        Raw::Bare(text, bytes) => (reader.bare(text, bytes.clone(), entry), bytes.clone(), write::quoted(text)),
    };
    let value_at = Span { source: entry.at.source, bytes };
    Given { key: entry.key, value, at: entry.at.clone(), value_at, text, data: std::mem::take(&mut reader.data) }
}

/// The type of a value in words.
pub fn kind(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

impl Reader<'_> {
    fn span(&self, bytes: Range<usize>) -> Span {
        Span { source: self.origin.source, bytes }
    }

    fn fail(&mut self, diagnostic: Diagnostic) {
        self.problems.push(diagnostic);
    }

    fn value(&mut self, value: &Spanned<DeValue>, entry: &Entry) -> Option<Value> {
        match entry.key.domain {
            Domain::Quantity(kind) => self.quantity(value, kind, &entry.path).map(Value::Quantity),
            Domain::Above(kind) => self.above(value, kind, &entry.path).map(Value::Quantity),
            Domain::Whole(low, high) => self.whole(value, (low, high), &entry.path).map(Value::Whole),
            Domain::Choice(words) => self.choice(value, words, &entry.path).map(Value::Word),
            Domain::Date => self.date(value, &entry.path).map(Value::Date),
            Domain::Months => self.months(value, &entry.path).map(Value::Months),
            Domain::Platform => self.text(value, &entry.path).map(Value::Word),
            Domain::Text => self.text(value, &entry.path).map(Value::Word),
            Domain::Currency => self.currency(value, &entry.path).map(Value::Word),
        }
    }

    /// Text of the command line without quotes: what is neither a number nor a distribution is a word.
    fn bare(&mut self, text: &str, bytes: Range<usize>, entry: &Entry) -> Option<Value> {
        let quoted = Spanned::new(bytes.clone(), DeValue::String(text.into()));
        self.value(&quoted, entry)
    }
}
