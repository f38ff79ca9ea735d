//! Days, periods, hours of the week, and weights of the months.

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeValue;

use super::reader::Reader;
use crate::diagnostic::{Code, Message, message};
use crate::scenario::number::{self, kind};
use crate::scenario::opening::Opening;
use crate::scenario::{period, write};

/// Months of a year.
const MONTHS: usize = 12;

/// How the weights of the months are written.
fn twelve() -> Message {
    message!(
        "write for instance [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] for twice as many in December"
    )
}

/// Weights beyond it would drown the others in rounding.
const LARGEST_WEIGHT: f64 = 1e9;

impl Reader<'_> {
    pub fn date(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Date> {
        let read = match value.get_ref() {
            DeValue::Datetime(datetime) if datetime.time.is_none() => {
                datetime.date.and_then(|date| {
                    Date::new(
                        date.year.try_into().ok()?,
                        date.month.try_into().ok()?,
                        date.day.try_into().ok()?,
                    )
                    .ok()
                })
            }
            DeValue::String(text) => {
                text.trim().parse::<Date>().ok().filter(|_| text.trim().len() == "2026-01-31".len())
            }
            _ => None,
        };
        if read.is_none() {
            let written = written(value);
            let message = message!(
                "`{path}` is {written}, but a date is meant",
                path,
                written = number::quoted(&written)
            );
            let help = day_first(&written)
                .map_or(message!("write year, month and day, as in 2026-01-31"), |date| {
                    message!("write {date}", date)
                });
            self.fail(Code::Date, value.span(), (message, message!("no date of the calendar")))
                .help(help);
        }
        read
    }

    /// The first and the last day of a year, a month or a day.
    pub fn period(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<[Date; 2]> {
        let read = match value.get_ref() {
            DeValue::Integer(integer) => period::of(integer.as_str()),
            DeValue::String(text) => period::of(text),
            DeValue::Datetime(_) => return self.date(value, path).map(|day| [day, day]),
            _ => None,
        };
        if read.is_none() {
            let written = written(value);
            let message = message!(
                "`{path}` is {written}, but a year, a month or a day is meant",
                path,
                written = number::quoted(&written)
            );
            self.fail(Code::Date, value.span(), (message, message!("no period of the calendar")))
                .help(message!("write 2025, \"2025-03\" or 2025-03-31"));
        }
        read
    }

    pub(super) fn opening(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Opening> {
        let word = self.text(value, path)?;
        let read = Opening::read(&word.text);
        if read.is_none() {
            let message = message!("`{path}` names no hours of the week", path);
            self.fail(
                Code::Opening,
                value.span(),
                (message, message!("neither days nor hours")),
            )
            .help(message!(
                "write days and hours, as in \"Mon-Fri 9:00-18:00, Sat 10:00-14:00\", or \"always\""
            ));
        }
        read
    }

    pub(super) fn months(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<[f64; MONTHS]> {
        let DeValue::Array(items) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but twelve weights are meant, one a month from January",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::Months, value.span(), (message, message!("not a list"))).help(twelve());
            return None;
        };
        let weights: Vec<Option<f64>> =
            items.iter().map(|item| self.number(item, path, (0.0, LARGEST_WEIGHT))).collect();
        let Ok(weights) = <[Option<f64>; MONTHS]>::try_from(weights) else {
            let message = message!(
                "`{path}` has {items} weights, but twelve weights are meant, one a month from \
                 January",
                path,
                items = items.len()
            );
            self.fail(Code::Months, value.span(), (message, message!("not twelve"))).help(twelve());
            return None;
        };
        let known: Vec<f64> = weights.iter().copied().flatten().collect();
        let months = <[f64; MONTHS]>::try_from(known).ok()?;
        if months.iter().all(|&weight| weight == 0.0) {
            self.fail(
                Code::Months,
                value.span(),
                (
                    message!("`{path}` has no weight above zero", path),
                    message!("a year without a question"),
                ),
            );
            return None;
        }
        Some(months)
    }
}

/// A value as the text has it, without quotes.
fn written(value: &Spanned<DeValue>) -> String {
    value.get_ref().as_str().map_or_else(|| write::value(value.get_ref()), str::to_owned)
}

/// A date as it is written with dots, the day first.
fn day_first(text: &str) -> Option<Date> {
    let [day, month, year] = text.trim().split('.').collect::<Vec<_>>().try_into().ok()?;
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
