//! Which forecasts an outcome is of.

use std::collections::BTreeSet;

use jiff::civil::Date;
use reachsim_core::diagnostic::{Message, message, nearest_or};

use super::book::Ledger;
use super::entry::{Entry, Forecast, Outcome};

/// So many days may lie between the ends of two periods that mean the same: 52 weeks are a day
/// less than a year, or two.
pub const NEAR: i32 = 3;

/// The first and the last day.
pub type Period = [Date; 2];

/// A forecast of which nothing came yet.
pub type Open<'a> = &'a Forecast;

/// A forecast of which is known what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    pub forecast: Forecast,
    pub outcome: Outcome,
}

/// A forecast of which exports say nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    pub forecast: Forecast,
    pub why: Why,
}

/// Why exports say nothing of a forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No export shows this metric.
    NotShown,
    /// The files do not reach over the whole period.
    NotCovered,
    /// The files do not give it.
    NotGiven,
}

impl Why {
    pub const ALL: [Why; 3] = [Why::NotShown, Why::NotCovered, Why::NotGiven];

    pub const fn id(self) -> &'static str {
        match self {
            Why::NotShown => "not-shown",
            Why::NotCovered => "not-covered",
            Why::NotGiven => "not-given",
        }
    }
}

impl Resolved {
    pub fn entry(&self) -> Entry {
        Entry::Outcome(self.outcome.clone())
    }
}

/// The open forecasts of a metric over a period, whenever they were made.
///
/// Periods are the same whose ends lie up to three days apart: a value of a year is none of its
/// first quarter. Without a period all open forecasts of the metric are meant, as far as they are
/// over the same one.
///
/// # Errors
///
/// A metric that was never forecast or has nothing open, and a period that is not clear.
pub fn resolve<'a>(
    ledger: &'a Ledger,
    metric: &str,
    period: Option<Period>,
) -> Result<Vec<Open<'a>>, Message> {
    let known: BTreeSet<&str> = ledger.forecasts().map(|(made, _)| made.metric.as_str()).collect();
    if !known.contains(metric) {
        let help = nearest_or(metric, known.iter().copied(), || {
            message!("`reachsim forecast` puts one on record")
        });
        return Err(message!("there is no forecast of `{metric}`: {help}", metric, help));
    }
    let open: Vec<Open> = ledger
        .forecasts()
        .filter(|(made, outcome)| made.metric == metric && outcome.is_none())
        .map(|(made, _)| made)
        .collect();
    let Some(first) = open.first() else {
        return Err(message!("what came of every forecast of `{metric}` is on record", metric));
    };
    let [from, to] = period.unwrap_or([first.from, first.to]);
    let meant: Vec<Open> = open.iter().copied().filter(|made| is_over(made, [from, to])).collect();
    if period.is_none() && meant.len() < open.len() {
        return Err(message!(
            "forecasts of `{metric}` are open over several periods: say which, as in `{metric} = 81 from {from} to {to}`",
            metric,
            from = first.from.to_string(),
            to = first.to.to_string()
        ));
    }
    if meant.is_empty() {
        return Err(message!(
            "no open forecast of `{metric}` is of {from} to {to}; one is of {first} to {last}",
            metric,
            from = from.to_string(),
            to = to.to_string(),
            first = first.from.to_string(),
            last = first.to.to_string()
        ));
    }
    Ok(meant)
}

fn is_over(made: &Forecast, [from, to]: Period) -> bool {
    let near = |a: Date, b: Date| (a - b).get_days().abs() <= NEAR;
    near(made.from, from) && near(made.to, to)
}
