//! Forecasts on record, and how they did, as they are told.

use reachsim_learn::ledger::{Forecast, Judged, Left, Required, Resolved};
use serde_json::{Value, json};

use super::Context;
use super::format::Quantity;
use super::phrases;
use super::phrases::tame;
use super::words::{Words as _, say};
use crate::locale::Locale;
use crate::metric;

/// Forecasts that were put on record.
#[derive(Clone, Copy)]
pub struct Recorded<'a> {
    pub context: Context<'a>,
    /// The file, as the user named it.
    pub ledger: &'a str,
    pub forecasts: &'a [Forecast],
    /// Metrics that some futures have no value of.
    pub left_out: &'a [String],
}

/// How the forecasts of a ledger did.
#[derive(Clone, Copy)]
pub struct Scored<'a> {
    /// The file, as the user named it.
    pub ledger: &'a str,
    pub judged: &'a Judged,
    /// What came of each `--require`.
    pub required: &'a [Required],
    /// Forecasts whose outcome became known by this command.
    pub resolved: &'a [Resolved],
    /// Those of which the exports say nothing.
    pub left: &'a [Left],
    /// Whether what became known was written.
    pub is_written: bool,
    pub locale: Locale,
    pub columns: usize,
}

impl Scored<'_> {
    /// Where the answer comes from.
    pub fn provenance(&self) -> Value {
        json!({ "ledger": self.ledger.rsplit('/').next() })
    }
}

/// What a metric of a ledger is called; one of a file's own as the file does.
pub fn words(locale: Locale, metric: &str) -> String {
    if let Some((_, row)) = metric::find(metric) {
        return tame(&locale.metric(row));
    }
    let parts = metric.rsplit_once('.').and_then(|(of, id)| Some((of, metric::find(id)?.1)));
    match parts {
        Some((of, row)) => {
            say!(locale, "of-community", words = locale.metric(row), community = tame(of))
        }
        None => tame(metric),
    }
}

/// How its values are written.
pub fn quantity(metric: &str) -> Quantity {
    let id = metric.rsplit('.').next().unwrap_or(metric);
    metric::find(id).map_or(Quantity::Number, |(_, row)| phrases::quantity_of(row))
}
