//! What the sheets share: heads of the catalogue, words in cells, and units.

use crate::output::Report;
use crate::output::format::Quantity;
use crate::output::phrases;
use crate::output::story::grid::{Cell, Head};
use crate::output::words::{Words as _, sentence};
use crate::summary::MetricSummary;
use crate::units::Unit;

pub fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// Heads of the catalogue, which no file has a key for.
pub fn heads(report: &Report, ids: &[&str]) -> Vec<Head> {
    let head = |id: &&str| Head::new(sentence(&report.locale.say(id, &[])), "");
    ids.iter().map(head).collect()
}

/// In what a metric is counted, by the name of the currency where that is money.
pub fn unit(report: &Report, found: &MetricSummary) -> String {
    let metric = report.model().metric(found.column.metric);
    match phrases::quantity_of(&metric) {
        Quantity::Share => report.locale.unit(Unit::Share),
        Quantity::Number if metric.unit == Unit::Money => report.about().currency.clone(),
        Quantity::Number => phrases::unit_of(report.locale, report.model(), found.column),
    }
}
