//! The sheets of the workbook: numbers as numbers.

use crate::output::words::Words as _;
use serde::{Deserialize, Serialize};

use super::tables::{grade, met_words};
use crate::metric::{METRICS, Value, metric};
use crate::model::{Assumption, Understood};
use crate::output::Report;
use crate::output::notation;
use crate::output::phrases;
use crate::output::phrases::names::plain;
use crate::output::phrases::studies::{advice, named};
use crate::output::phrases::{COSTS, LOSSES, STREAMS, input_words, key_words, part_words};
use crate::output::pictures::Findings;
use crate::output::words::{say, sentence};
use crate::scenario::keys;
use crate::units::Unit;

/// One sheet: heads over rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// The sheet's name, English in every language: formulas and scripts rely on it.
    pub name: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    Text(String),
    /// What is not finite is an empty cell.
    Number(f64, Style),
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// Whole, with the thousands apart.
    Count,
    Share,
    /// With decimals.
    Ratio,
    /// As it is.
    Plain,
}

/// Trials whose values a sheet holds.
const TRIALS: usize = 1_000;

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn style(unit: Unit) -> Style {
    match unit {
        Unit::Share => Style::Share,
        Unit::Ratio | Unit::Hours | Unit::Weeks | Unit::RatingPoints | Unit::None => Style::Ratio,
        _ => Style::Count,
    }
}

/// Sheets with words, in the language of the run.
pub fn told(report: &Report, findings: &Findings) -> Vec<Grid> {
    let mut grids = vec![summary(report), inputs(report)];
    grids.extend([streams(report, "Streams"), streams(report, "Costs")].into_iter().flatten());
    grids.extend(targets(report));
    grids.extend(variants(report));
    grids.extend(drivers(report, findings));
    grids.extend([sources(report), glossary(report)]);
    grids
}

fn heads(report: &Report, ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| sentence(&report.locale.say(id, &[]))).collect()
}

fn summary(report: &Report) -> Grid {
    let locale = report.locale;
    let row = |found: &crate::summary::MetricSummary| {
        let metric = report.model().metric(found.column.metric);
        let style = style(metric.unit);
        let number = |value: f64| Cell::Number(value, style);
        let mut cells = vec![
            text(sentence(&phrases::metric_words(locale, report.model(), found.column))),
            text(found.name.as_str()),
            text(if metric.unit == Unit::Money {
                report.about().currency.clone()
            } else {
                phrases::unit_of(locale, report.model(), found.column)
            }),
            number(found.mean.value),
            number(found.mean.se),
        ];
        cells.extend(
            ["p05", "p25", "p50", "p75", "p95"].map(|id| number(found.percentile(id).value)),
        );
        cells.push(Cell::Number(found.undefined, Style::Share));
        cells
    };
    let mut head =
        heads(report, &["metric-head", "sheet-id", "explain-unit", "column-mean", "sheet-se"]);
    head.extend(["5 %", "25 %", "50 %", "75 %", "95 %"].map(str::to_owned));
    head.extend(heads(report, &["sheet-undefined"]));
    Grid {
        name: "Summary".into(),
        heads: head,
        rows: report.summary().metrics.iter().map(row).collect(),
    }
}

fn inputs(report: &Report) -> Grid {
    let locale = report.locale;
    let row = |assumption: &Assumption| {
        let path = &assumption.key;
        let meaning = keys::find(path).map_or_else(
            || phrases::input_words(locale, report.model(), path).0,
            |key| key_words(locale, key, path),
        );
        let mut cells = vec![text(assumption.key.as_str()), text(meaning)];
        match &assumption.value {
            Understood::Quantity(dist) => {
                cells.push(text(phrases::shape(locale, dist, assumption.unit)));
                let style =
                    if assumption.unit == Unit::Share { Style::Share } else { Style::Plain };
                cells.extend(
                    [dist.quantile(0.05), dist.quantile(0.5), dist.quantile(0.95), dist.mean()]
                        .map(|x| Cell::Number(x, style)),
                );
            }
            Understood::Words(words) => {
                cells.push(text(words.as_str()));
                cells.extend(std::iter::repeat_n(text(""), 4));
            }
        }
        cells.extend([
            text(plain(report.locale, &phrases::source(report.locale, &assumption.origin))),
            text(grade(report, &assumption.origin)),
        ]);
        cells
    };
    let mut head = heads(report, &["explain-key", "explain-meaning", "explain-value"]);
    head.extend(["5 %", "50 %", "95 %"].map(str::to_owned));
    head.extend(heads(report, &["explain-mean", "explain-source", "grade"]));
    Grid {
        name: "Inputs".into(),
        heads: head,
        rows: report.assumptions().iter().map(row).collect(),
    }
}

/// Means by stream of value, or by kind of cost.
fn streams(report: &Report, name: &str) -> Option<Grid> {
    report
        .summary()
        .metric(metric!("total_value"))
        .or_else(|| report.summary().metric(metric!("total_cost")))?;
    let ids: Vec<(&str, f64)> = if name == "Costs" {
        COSTS.iter().map(|id| (*id, 1.0)).collect()
    } else {
        STREAMS.iter().map(|id| (*id, 1.0)).chain(LOSSES.iter().map(|id| (*id, -1.0))).collect()
    };
    let row = |(id, sign): &(&str, f64)| {
        let found = report.summary().metric(id)?;
        let words = sentence(&part_words(report, id));
        Some(vec![text(words), text(*id), Cell::Number(sign * found.mean.value, Style::Count)])
    };
    let rows: Vec<Vec<Cell>> = ids.iter().filter_map(row).collect();
    let mut head = heads(report, &["value-head", "sheet-id"]);
    head.push(format!(
        "{}, {}",
        sentence(&say!(report.locale, "column-mean")),
        report.about().currency
    ));
    (!rows.is_empty()).then(|| Grid { name: name.into(), heads: head, rows })
}

fn targets(report: &Report) -> Option<Grid> {
    let (locale, model, summary) = (report.locale, report.model(), report.summary());
    let together = summary.together?;
    let share = |value: f64| Cell::Number(value, Style::Share);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (target, found) in model.targets.iter().zip(&summary.targets) {
        let met = target.with.map(|with| found.probability.value >= with);
        rows.push(vec![
            text(sentence(&phrases::target_words(locale, &target.name))),
            text(notation::target(model, target)),
            share(target.with.unwrap_or(f64::NAN)),
            share(found.probability.value),
            share(found.probability.se),
            text(met.map_or_else(String::new, |met| met_words(locale, met))),
        ]);
    }
    rows.push(vec![
        text(sentence(&locale.say("targets-together", &[]))),
        text(""),
        share(f64::NAN),
        share(together.probability.value),
        share(together.probability.se),
        text(""),
    ]);
    let ids = [
        "targets-name",
        "targets-goal",
        "targets-wanted",
        "targets-chance",
        "sheet-se",
        "variant-verdict",
    ];
    Some(Grid { name: "Targets".into(), heads: heads(report, &ids), rows })
}

fn variants(report: &Report) -> Option<Grid> {
    let variants = report.extras.variants.as_ref()?;
    let locale = report.locale;
    let rows = variants.found.others.iter().flat_map(|other| {
        other.metrics.iter().map(|difference| {
            let style = style(report.model().metric(difference.column.metric).unit);
            let [low, high] = difference.mean.interval();
            let mut cells = vec![
                text(sentence(&named(locale, &other.name))),
                text(sentence(&phrases::metric_words(locale, report.model(), difference.column))),
                text(difference.name.as_str()),
                text(difference.advice().map_or_else(String::new, |told| advice(locale, told))),
            ];
            cells.extend(
                [difference.mean.value, difference.mean.se, low, high]
                    .map(|value| Cell::Number(value, style)),
            );
            cells.push(Cell::Number(
                difference.chance.map_or(f64::NAN, |chance| chance.better.value),
                Style::Share,
            ));
            cells
        })
    });
    let head = heads(
        report,
        &[
            "variant",
            "metric-head",
            "sheet-id",
            "variant-verdict",
            "compare-difference",
            "sheet-se",
            "ranges-low",
            "ranges-high",
            "variant-better",
        ],
    );
    Some(Grid { name: "Variants".into(), heads: head, rows: rows.collect() })
}

fn drivers(report: &Report, findings: &Findings) -> Option<Grid> {
    let subject = findings.subject?;
    let style = style(report.model().metric(subject.metric).unit);
    let row = |driver: &crate::summary::Fifths| {
        let key = &report.model().inputs[driver.input].key;
        vec![
            text(sentence(&input_words(report.locale, report.model(), key).0)),
            text(key.as_str()),
            Cell::Number(driver.rank, Style::Ratio),
            Cell::Number(driver.low, style),
            Cell::Number(driver.high, style),
        ]
    };
    let head = heads(
        report,
        &["drivers-input", "explain-key", "drivers-rank", "drivers-when-low", "drivers-when-high"],
    );
    let rows: Vec<Vec<Cell>> = findings.drivers.iter().map(row).collect();
    (!rows.is_empty()).then(|| Grid { name: "Drivers".into(), heads: head, rows })
}

/// Each source with the keys that rest on it.
fn sources(report: &Report) -> Grid {
    let mut rows: Vec<(String, Vec<&str>, String)> = Vec::new();
    for assumption in report
        .assumptions()
        .iter()
        .filter(|assumption| matches!(assumption.value, Understood::Quantity(_)))
    {
        let source = plain(report.locale, &phrases::source(report.locale, &assumption.origin));
        // Lines of the user's file are one source.
        let source = match &assumption.origin {
            crate::model::Origin::File { name, beside, .. } => {
                beside.source.as_ref().map_or_else(|| name.clone(), |source| phrases::tame(source))
            }
            _ => source,
        };
        match rows.iter_mut().find(|(known, ..)| *known == source) {
            Some((_, keys, _)) => keys.push(&assumption.key),
            None => rows.push((source, vec![&assumption.key], grade(report, &assumption.origin))),
        }
    }
    let row = |(source, keys, grade): (String, Vec<&str>, String)| {
        vec![
            text(source),
            text(grade),
            Cell::Number(keys.len() as f64, Style::Count),
            text(keys.join(", ")),
        ]
    };
    let head = heads(report, &["explain-from", "grade", "sheet-count", "sheet-keys"]);
    Grid { name: "Sources".into(), heads: head, rows: rows.into_iter().map(row).collect() }
}

fn glossary(report: &Report) -> Grid {
    let locale = report.locale;
    let row = |&place: &usize| {
        let metric = &METRICS[place];
        vec![
            text(sentence(&locale.metric(metric))),
            text(metric.id),
            text(sentence(&plain(locale, &locale.metric_about(metric)))),
        ]
    };
    Grid {
        name: "Glossary".into(),
        heads: heads(report, &["glossary-term", "sheet-id", "glossary-meaning"]),
        rows: report.model().metrics.iter().map(row).collect(),
    }
}

/// Sheets whose heads are ids.
pub fn shared(report: &Report) -> Vec<Grid> {
    let mut grids = Vec::new();
    grids.extend(weekly(report));
    grids.extend(trials(report));
    grids
}

/// The mean of every weekly series of all communities together.
fn weekly(report: &Report) -> Option<Grid> {
    let series: Vec<_> =
        report.summary().weekly.iter().filter(|series| series.community.is_none()).collect();
    if series.is_empty() {
        return None;
    }
    let row = |week: usize| {
        let cells = series.iter().map(|series| {
            Cell::Number(series.weeks[week].mean, style(METRICS[series.metric].unit))
        });
        std::iter::once(Cell::Number(week as f64, Style::Plain)).chain(cells).collect()
    };
    let heads = std::iter::once("week".to_owned())
        .chain(series.iter().map(|series| series.name.clone()))
        .collect();
    Some(Grid { name: "Weekly".into(), heads, rows: (0..report.model().weeks).map(row).collect() })
}

/// The inputs and metrics of the first trials.
fn trials(report: &Report) -> Option<Grid> {
    let (model, trials) = (report.model(), report.trials());
    let count = trials.filled().min(TRIALS);
    if count < 2 {
        return None;
    }
    let columns: Vec<_> = model.columns().filter(|column| column.community.is_none()).collect();
    let digits = |value: f64| Cell::Number(value, Style::Plain);
    let row = |trial: usize| {
        let mut cells = vec![digits(trial as f64)];
        cells.extend(trials.inputs.iter().map(|values| digits(values[trial])));
        cells.extend(columns.iter().map(|column| {
            let value = trials.column(model, *column).value(trial);
            let is_moment = matches!(model.metric(column.metric).value, Value::Moment(_));
            digits(if is_moment && !value.is_finite() { f64::NAN } else { value })
        }));
        cells
    };
    let mut heads = vec!["trial".to_owned()];
    heads.extend(model.inputs.iter().map(|input| input.key.clone()));
    heads.extend(columns.iter().map(|column| model.column_name(*column)));
    Some(Grid { name: "Trials".into(), heads, rows: (0..count).map(row).collect() })
}
