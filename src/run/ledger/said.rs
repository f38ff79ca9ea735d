//! Outcomes as people write them: `leads = 81`, `leads = 81 in 2025`, `profit = unknown in
//! 2026-03`, `leads = 81 from 2026-01-01 to 2026-03-31`.

use jiff::civil::{Date, date};
use reachsim_learn::ledger::Period;

use crate::diagnostic::{Message, message};
use crate::run::Error;
use crate::scenario::number;

/// What somebody says of a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub metric: String,
    /// None where it will not be known.
    pub value: Option<f64>,
    /// None where he names no period.
    pub period: Option<Period>,
}

const UNKNOWN: &str = "unknown";

impl Said {
    /// Reads it.
    pub fn read(text: &str) -> Result<Said, Error> {
        let refused = |why: Message| {
            Error::Question(message!(
                "`--outcome {text}` {why}: write it as 'leads = 81 in 2025' or 'leads = 81 from 2026-01-01 to 2026-03-31'",
                text,
                why
            ))
        };
        let (metric, rest) = text
            .split_once('=')
            .ok_or_else(|| refused(message!("has no `=` between a metric and its value")))?;
        let (metric, rest) = (metric.trim(), rest.trim());
        let is_name = |name: &str| !name.is_empty() && !name.contains(char::is_whitespace);
        if !is_name(metric) {
            return Err(refused(message!("names no metric")));
        }
        let (value, period) = match (rest.split_once(" in "), rest.split_once(" from ")) {
            (Some((value, span)), None) => (value, Some(span_of(span.trim()))),
            (None, Some((value, span))) => (value, Some(between(span))),
            (None, None) => (rest, None),
            (Some(_), Some(_)) => return Err(refused(message!("names two periods"))),
        };
        let period = match period {
            Some(None) => return Err(refused(message!("names no period that can be read"))),
            Some(period) => period,
            None => None,
        };
        let value = match value.trim() {
            UNKNOWN => None,
            value => Some(number::parse(value, 0).map_err(|fault| refused(fault.message))?),
        };
        Ok(Said { metric: metric.to_owned(), value, period })
    }
}

/// A year, or a month: `2025`, `2026-03`.
fn span_of(text: &str) -> Option<Period> {
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year, Some(month.parse().ok()?)),
        None => (text, None),
    };
    let year: i16 = year.parse().ok().filter(|year| (1900..=9999).contains(year))?;
    match month {
        Some(month) => {
            let first = Date::new(year, month, 1).ok()?;
            Some([first, first.last_of_month()])
        }
        None => Some([date(year, 1, 1), date(year, 12, 31)]),
    }
}

/// Two days: `2026-01-01 to 2026-03-31`.
fn between(text: &str) -> Option<Period> {
    let (from, to) = text.split_once(" to ")?;
    let [from, to]: [Date; 2] = [from.trim().parse().ok()?, to.trim().parse().ok()?];
    (from <= to).then_some([from, to])
}
