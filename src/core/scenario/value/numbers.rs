//! Fixed numbers and whole ones.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::reader::Reader;
use crate::diagnostic::{Code, message};
use crate::digits::grouped;
use crate::scenario::number::{self, kind};

impl Reader<'_> {
    /// A fixed number between two ends.
    pub fn number(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        (low, high): (f64, f64),
    ) -> Option<f64> {
        if let DeValue::Table(_) | DeValue::Array(_) | DeValue::Boolean(_) | DeValue::Datetime(_) =
            value.get_ref()
        {
            let message = message!(
                "`{path}` is {kind}, but one fixed number is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::NotFixed, value.span(), (message, message!("not a number")));
            return None;
        }
        if high > 1.0
            && let Some(doubt) = number::doubtful(value)
        {
            self.fault(doubt);
        }
        match (number::value(value), value.get_ref().as_str()) {
            (Ok(number), _) if (low..=high).contains(&number) => return Some(number),
            (Ok(number), _) => {
                let message = message!(
                    "`{path}` is {number}, but it lies between {low} and {high}",
                    path,
                    number,
                    low,
                    high
                );
                let percent =
                    value.get_ref().as_str().is_some_and(|text| number::unit(text).is_some());
                let noted =
                    self.fail(Code::OutOfRange, value.span(), (message, message!("out of range")));
                if (low, high) == (0.0, 1.0) && number > 1.0 && number <= 100.0 && !percent {
                    noted.help(message!("write \"{written}%\"", written = number));
                }
            }
            (Err(_), Some(text)) if text.contains("..") || text.contains(" to ") => {
                let message = message!(
                    "`{path}` is {kind}, but one fixed number is meant",
                    path,
                    kind = number::quoted(text)
                );
                self.fail(Code::NotFixed, value.span(), (message, message!("a range")))
                    .help(message!("write one of its numbers"));
            }
            (Err(fault), _) => self.fault(fault),
        }
        None
    }

    pub fn whole(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        (low, high): (u64, u64),
    ) -> Option<u64> {
        // A seed may have more digits than a double holds.
        if let DeValue::Integer(integer) = value.get_ref()
            && let Ok(number) = u64::from_str_radix(integer.as_str(), integer.radix())
        {
            return self.between(number, value.span(), path, (low, high));
        }
        let number = self.number(value, path, (f64::MIN, f64::MAX))?;
        if number.fract() != 0.0 {
            self.fail(
                Code::NotWhole,
                value.span(),
                (
                    message!("`{path}` is {number}, but a whole number is meant", path, number),
                    message!("not whole"),
                ),
            );
            return None;
        }
        if number < 0.0 || number > high as f64 {
            let message = message!(
                "`{path}` is {number}, but it lies between {low} and {high}",
                path,
                number,
                low = grouped(&low, "_"),
                high = grouped(&high, "_")
            );
            self.fail(Code::OutOfRange, value.span(), (message, message!("out of range")));
            return None;
        }
        self.between(number as u64, value.span(), path, (low, high))
    }

    pub(super) fn between(
        &mut self,
        number: u64,
        bytes: Range<usize>,
        path: &str,
        (low, high): (u64, u64),
    ) -> Option<u64> {
        if (low..=high).contains(&number) {
            return Some(number);
        }
        let message = message!(
            "`{path}` is {number}, but it lies between {low} and {high}",
            path,
            number = grouped(&number, "_"),
            low = grouped(&low, "_"),
            high = grouped(&high, "_")
        );
        self.fail(Code::OutOfRange, bytes, (message, message!("out of range")));
        None
    }
}
