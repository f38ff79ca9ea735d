//! What the other commands say, as rows.

use super::{Row, currency, finite};
use crate::dist::Dist;
use crate::model::Understood;
use crate::output::check::Checked;
use crate::output::entry::Entry;
use crate::output::faults::Fault;
use crate::output::{Case, Context};
use crate::scenario::presets::Preset;

/// The statistics of what a key is believed to be.
fn believed(row: &Row, dist: &Dist) -> [Row; 4] {
    let percentile = |id: &str, share: f64| row.number(id, dist.quantile(share));
    [
        percentile("p05", 0.05),
        percentile("p50", 0.5),
        percentile("p95", 0.95),
        row.number("mean", dist.mean()),
    ]
}

/// How keys that are numbers were understood.
pub fn explain(case: Option<&Case>, entries: &[Entry]) -> Vec<Row> {
    let context: Option<Context> = case.map(Case::context);
    let row = |entry: &Entry| {
        let taken = entry.taken?;
        let Understood::Quantity(dist) = &taken.value else { return None };
        let money = context.as_ref().map(|context| currency(context, taken.unit.is_money()));
        let row = Row {
            study: "explain",
            scenario: case.map(|case| case.file().to_owned()).unwrap_or_default(),
            key: entry.path.clone(),
            unit: taken.unit.id().to_owned(),
            currency: money.unwrap_or_default(),
            ..Row::default()
        };
        Some(believed(&row, dist))
    };
    entries.iter().filter_map(row).flatten().collect()
}

/// The figures of networks.
pub fn presets(presets: &[Preset]) -> Vec<Row> {
    let figures = presets.iter().flat_map(|preset| {
        preset.figures.iter().flat_map(|figure| {
            let row = Row {
                study: "presets",
                scenario: preset.id.clone(),
                key: figure.key.in_community().unwrap_or_default().to_owned(),
                unit: figure.key.unit.id().to_owned(),
                ..Row::default()
            };
            believed(&row, &figure.dist)
        })
    });
    figures.collect()
}

/// The verdict on each scenario, and what moved in it.
pub fn check(all: &[Checked]) -> Vec<Row> {
    let mut rows = Vec::new();
    for checked in all {
        let start = Row { study: "check", scenario: checked.file.clone(), ..Row::default() };
        rows.push(start.is(checked.verdict.id(), true));
        for moved in &checked.metrics {
            let subject = checked.subject.as_ref();
            let unit = subject.and_then(|subject| subject.units.get(&moved.metric));
            let unit = unit.map(ToString::to_string).unwrap_or_default();
            let currency = match subject {
                Some(subject) if unit.starts_with("money") => subject.currency.clone(),
                _ => String::new(),
            };
            let row = Row {
                variant: moved.statistic.to_string(),
                metric: moved.metric.clone(),
                unit,
                currency,
                ..start.clone()
            };
            let number = |id: &str, value: Option<f64>| Row {
                statistic: id.to_owned(),
                value: value.and_then(finite),
                ..row.clone()
            };
            rows.extend([
                number("old", moved.old.into()),
                number("new", moved.new.into()),
                row.known("difference", moved.difference),
                number("tolerance", moved.tolerance.into()),
                number("detectable", moved.detectable.into()),
                row.is(moved.verdict.id(), true),
            ]);
        }
    }
    rows
}

/// What is wrong in the documents of a run: a row for each fault.
pub fn proof(faults: &[Fault]) -> Vec<Row> {
    let row = |fault: &Fault| {
        let row = Row {
            study: "proof",
            scenario: fault.file.clone(),
            variant: fault.place.clone(),
            key: fault.words.clone(),
            ..Row::default()
        };
        row.is(fault.code, true)
    };
    faults.iter().map(row).collect()
}
