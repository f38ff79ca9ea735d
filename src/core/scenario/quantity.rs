//! Quantities: a number or a distribution, as a person writes it.
//!
//! Every problem of a value is found in one reading, and each points at the part that it is about.

mod csv;
mod data;
mod domain;
mod table;
mod text;

use toml::Spanned;
use toml::de::DeValue;

use super::number;
use crate::diagnostic::{Code, Message, Severity, message};
use crate::dist::Dist;
use crate::units::Kind;

pub use super::number::Fault;

/// What a key demands of its quantity, and how data files are read.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The key as a message names it.
    pub key: &'a str,
    pub kind: Kind,
    pub zero: Zero,
    /// The bytes of a data file by its path as the scenario names it, or why there are none, in
    /// words that follow "`x.csv` ", such as "does not exist".
    pub load: &'a dyn Fn(&str) -> Result<Vec<u8>, Message>,
}

/// Whether zero has a meaning for a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zero {
    Legal,
    Illegal,
}

/// The quantity that a value of a file says, or `None` with at least one fault.
pub fn read(value: &Spanned<DeValue>, reading: &Reading, faults: &mut Vec<Fault>) -> Option<Dist> {
    let mut reader = Reader { reading, faults, parts: 0, conditions: 0 };
    let dist = reader.quantity(value, 0)?;
    Some(reader.guarded(dist))
}

/// As [`read`], for a text such as `5%..10%` or `{ uniform = [1, 2] }` that begins at `offset`.
pub fn read_text(
    text: &str,
    offset: usize,
    reading: &Reading,
    faults: &mut Vec<Fault>,
) -> Option<Dist> {
    let offset = offset + text.len() - text.trim_start().len();
    let text = text.trim_start();
    if text.starts_with('{')
        && let Ok(value) = DeValue::parse(text)
    {
        let known = faults.len();
        let dist = read(&value, reading, faults);
        for fault in &mut faults[known..] {
            fault.bytes = offset + fault.bytes.start..offset + fault.bytes.end;
        }
        return dist;
    }
    let mut reader = Reader { reading, faults, parts: 0, conditions: 0 };
    let dist = reader.text(text, offset)?;
    Some(reader.guarded(dist))
}

/// Mixtures within mixtures, and parts of all of them together.
const DEEPEST: usize = 8;
const MOST_PARTS: usize = 100;

struct Reader<'a> {
    reading: &'a Reading<'a>,
    faults: &'a mut Vec<Fault>,
    /// Parts of mixtures so far.
    parts: usize,
    /// Mixtures with `min` or `max` around the quantity that is read: what they cut off may lie
    /// outside the domain.
    conditions: usize,
}

impl Reader<'_> {
    /// How many faults so far leave no value.
    fn errors(&self) -> usize {
        self.faults.iter().filter(|fault| fault.code.severity() == Severity::Error).count()
    }

    fn fail(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// A quantity whose whole support lies in the domain of its key.
    fn quantity(&mut self, value: &Spanned<DeValue>, depth: usize) -> Option<Dist> {
        match value.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) => self.number(value).map(Dist::fixed),
            DeValue::String(text) => {
                let known = self.faults.len();
                let inside = number::inside(value);
                let dist = self.text(text, inside.unwrap_or(0));
                if inside.is_none() {
                    self.faults[known..].iter_mut().for_each(|fault| fault.bytes = value.span());
                }
                dist
            }
            DeValue::Table(table) => {
                if depth > DEEPEST {
                    let message = message!(
                        "`{key}` nests more than {most} distributions",
                        key = self.reading.key,
                        most = DEEPEST
                    );
                    self.fail(Fault {
                        code: Code::Parameters,
                        bytes: value.span(),
                        message,
                        label: message!("too deep"),
                        help: message!("put the parts into one mixture"),
                    });
                    return None;
                }
                self.table(table, value.span(), depth)
            }
            other => {
                let message = message!(
                    "`{key}` is {kind}, but a number or a distribution is meant",
                    key = self.reading.key,
                    kind = number::kind(other)
                );
                let help = message!(
                    "write a number, \"5%..10%\", \"5% to 10%\" or {{ uniform = [a, b] }}"
                );
                self.fail(Fault {
                    code: Code::WrongType,
                    bytes: value.span(),
                    message,
                    label: message!("no quantity"),
                    help,
                });
                None
            }
        }
    }

    /// A number that the key could have.
    fn number(&mut self, value: &Spanned<DeValue>) -> Option<f64> {
        let number = self.plain(value)?;
        self.in_domain(number, &written(value), value.span()).then_some(number)
    }

    /// An end of the numbers that the key could have, which may be zero even where zero itself has
    /// no meaning. One that is outside the domain is noted and still returned, so that what else is
    /// wrong shows as well.
    fn limit(&mut self, value: &Spanned<DeValue>) -> Option<f64> {
        let number = self.plain(value)?;
        if number != 0.0 {
            self.in_domain(number, &written(value), value.span());
        }
        Some(number)
    }

    /// A number of any size.
    fn plain(&mut self, value: &Spanned<DeValue>) -> Option<f64> {
        // Of what is small anyway nobody groups thousands.
        if !matches!(self.reading.kind, Kind::Share | Kind::Growth | Kind::Difference)
            && let Some(doubt) = number::doubtful(value)
        {
            self.fail(doubt);
        }
        number::value(value).map_err(|fault| self.fail(fault)).ok()
    }
}

/// A number as it stands in the file.
fn written(value: &Spanned<DeValue>) -> String {
    match value.get_ref() {
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Integer(integer) => integer.to_string(),
        DeValue::Float(float) => float.to_string(),
        other => number::kind(other).english().to_owned(),
    }
}
