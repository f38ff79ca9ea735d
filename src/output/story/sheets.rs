//! The sheets of the workbook: numbers as numbers.

mod answer;
mod cells;
mod numbers;
pub mod periods;

use super::grid::{Cell, Grid, Head, Style, chance, of_error, of_metric, of_unit};
use super::tables::{self, grade};
use crate::metric::{METRICS, metric};
use crate::model::{Assumption, Origin, Understood};
use crate::output::phrases;
use crate::output::phrases::names::plain;
use crate::output::phrases::studies::{advice, named};
use crate::output::phrases::{COSTS, LOSSES, STREAMS, input_words, key_words, part_words};
use crate::output::pictures::Findings;
use crate::output::words::Words as _;
use crate::output::words::sentence;
use crate::output::{Context, Report};
use crate::scenario::keys;
use crate::study::compare::Comparison;
use crate::summary::{Fifths, MetricSummary};
use crate::units::Unit;
use cells::{heads, text, unit};

pub use numbers::{days, shared};

/// Sheets with words, in the language of the run.
pub fn told(report: &Report, findings: &Findings) -> Vec<Grid> {
    let mut grids: Vec<Grid> = answer::targets(report).into_iter().collect();
    grids.extend([answer::figures(report), summary(report), inputs(report)]);
    grids.extend([streams(report, "Streams"), streams(report, "Costs")].into_iter().flatten());
    grids.extend(variants(report));
    grids.extend(drivers(report, findings));
    grids.extend([sources(report), glossary(report)]);
    grids.extend(periods::years(report));
    grids.extend(numbers::headed(report));
    grids
}

/// The percentiles of a row of the summary.
const SHOWN: [&str; 5] = ["p05", "p25", "p50", "p75", "p95"];

/// Every metric; of one community alone everything is the whole's.
fn summary(report: &Report) -> Grid {
    let model = report.model();
    let is_told =
        |found: &&MetricSummary| found.column.community.is_none() || model.communities.len() > 1;
    let found: Vec<&MetricSummary> = report.summary().metrics.iter().filter(is_told).collect();
    let has_gaps = found.iter().any(|found| found.undefined > 0.0);
    let row = |found: &&MetricSummary| {
        let values = SHOWN.map(|id| found.percentile(id).value);
        let mean = found.mean;
        let style =
            of_metric(&model.metric(found.column.metric), &[&values[..], &[mean.value]].concat());
        let mut cells = vec![
            text(sentence(&phrases::metric_words(report.locale, model, found.column))),
            text(unit(report, found)),
            Cell::Number(mean.value, style),
            Cell::Number(mean.se, of_error(style, mean.se)),
        ];
        cells.extend(values.map(|value| Cell::Number(value, style)));
        cells.extend(has_gaps.then(|| match found.undefined {
            0.0 => text(""),
            share => Cell::Number(share, Style::Share(1)),
        }));
        cells.push(text(found.name.as_str()));
        cells
    };
    let mut head = heads(report, &["metric-head", "explain-unit", "column-mean", "sheet-se"]);
    let percents = [5_u8, 25, 50, 75, 95].map(|percent| {
        let id = if percent == 50 { "sheet-typical" } else { "sheet-percentile" };
        Head::new(report.locale.say(id, &[("percent", percent.into())]), format!("p{percent:02}"))
    });
    head.extend(percents);
    head.extend(heads(report, if has_gaps { &["sheet-undefined"] } else { &[] }));
    head.extend(heads(report, &["sheet-id"]));
    Grid { id: "Summary".into(), heads: head, rows: found.iter().map(row).collect() }
}

fn inputs(report: &Report) -> Grid {
    let locale = report.locale;
    let row = |assumption: &Assumption| {
        let path = &assumption.key;
        let meaning = keys::find(path).map_or_else(
            || phrases::input_words(locale, report.model(), path).0,
            |key| key_words(locale, key, path),
        );
        let mut cells = vec![text(sentence(&meaning))];
        match &assumption.value {
            Understood::Quantity(dist) => {
                let values =
                    [dist.quantile(0.05), dist.quantile(0.5), dist.quantile(0.95), dist.mean()];
                let style = of_unit(assumption.unit, &values);
                let is_known = values[0].to_bits() == values[2].to_bits();
                cells.push(if is_known {
                    Cell::Number(values[1], style)
                } else {
                    text(phrases::shape(locale, dist, assumption.unit))
                });
                cells.extend(values.map(|x| Cell::Number(x, style)));
            }
            Understood::Words(words) => {
                cells.push(stated(report, path, words));
                cells.extend(std::iter::repeat_n(text(""), 4));
            }
        }
        cells.extend([
            text(tables::source(report, &assumption.origin)),
            text(grade(report, &assumption.origin)),
            text(path.as_str()),
        ]);
        cells
    };
    let ids = ["explain-meaning", "explain-value", "column-low", "column-typical", "column-high"];
    let mut head = heads(report, &ids);
    head.extend(heads(report, &["explain-mean", "explain-source", "grade", "explain-key"]));
    Grid { id: "Inputs".into(), heads: head, rows: report.assumptions().iter().map(row).collect() }
}

/// The largest whole number up to which a cell holds each.
const EXACT: u64 = 1 << 53;

/// What is not a quantity: a number where it is one that a cell holds exactly.
fn stated(report: &Report, path: &str, words: &str) -> Cell {
    let whole = match path {
        "simulation.trials" => Some(report.plan().trials),
        "simulation.seed" => Some(report.plan().seed),
        _ => words.parse().ok(),
    };
    let style = if path == "simulation.trials" { Style::Number(0) } else { Style::Plain };
    match whole {
        Some(number) if number <= EXACT => Cell::Number(number as f64, style),
        Some(number) => text(number.to_string()),
        None => text(words),
    }
}

/// Means by stream of value, or by kind of cost, the largest first.
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
    let mean = |(id, sign): &(&'static str, f64)| {
        Some((*id, sign * report.summary().metric(id)?.mean.value))
    };
    let mut parts: Vec<(&str, f64)> = ids.iter().filter_map(mean).collect();
    parts.sort_by(|one, other| other.1.total_cmp(&one.1));
    let values: Vec<f64> = parts.iter().map(|(_, value)| *value).collect();
    let style = of_unit(Unit::Money, &values);
    let row = |(id, value): &(&str, f64)| {
        // A loss that is none is no negative zero.
        vec![text(sentence(&part_words(report, id))), Cell::Number(value + 0.0, style), text(*id)]
    };
    let head = heads(report, &["value-head", "column-mean", "sheet-id"]);
    (!parts.is_empty()).then(|| Grid {
        id: name.into(),
        heads: head,
        rows: parts.iter().map(row).collect(),
    })
}

fn variants(report: &Report) -> Option<Grid> {
    Some(contrasts(&report.context(), &report.extras.variants.as_ref()?.found))
}

/// Each alternative against the base, in every metric.
pub fn contrasts(context: &Context, found: &Comparison) -> Grid {
    let (locale, model) = (context.locale, context.model());
    let rows = found.others.iter().flat_map(|other| {
        let told = other.metrics.iter().filter(|difference| {
            difference.column.community.is_none() || model.communities.len() > 1
        });
        told.map(|difference| {
            let [low, high] = difference.mean.interval();
            let values = [difference.mean.value, low, high];
            let style = of_metric(&model.metric(difference.column.metric), &values);
            let se = difference.mean.se;
            let better = difference.chance.map_or(f64::NAN, |chance| chance.better.value);
            vec![
                text(sentence(&named(locale, &other.name))),
                text(sentence(&phrases::metric_words(locale, model, difference.column))),
                text(difference.advice().map_or_else(String::new, |told| advice(locale, told))),
                Cell::Number(difference.mean.value, style),
                Cell::Number(se, of_error(style, se)),
                Cell::Number(low, style),
                Cell::Number(high, style),
                Cell::Number(better, chance(better)),
                text(difference.name.as_str()),
            ]
        })
    });
    let ids = [
        "variant",
        "metric-head",
        "variant-verdict",
        "compare-difference",
        "sheet-se",
        "ranges-low",
        "ranges-high",
        "variant-better",
        "sheet-id",
    ];
    let heads = ids.map(|id| Head::new(sentence(&locale.say(id, &[])), ""));
    Grid { id: "Variants".into(), heads: heads.into(), rows: rows.collect() }
}

/// What goes with the figure, what moves it most first.
fn drivers(report: &Report, findings: &Findings) -> Option<Grid> {
    let subject = findings.subject?;
    let metric = report.model().metric(subject.metric);
    let moves = |driver: &Fifths| (driver.high - driver.low).abs();
    let mut drivers: Vec<&Fifths> = findings.drivers.iter().collect();
    drivers.sort_by(|one, other| moves(other).total_cmp(&moves(one)));
    let ends: Vec<f64> = drivers.iter().flat_map(|driver| [driver.low, driver.high]).collect();
    let style = of_metric(&metric, &ends);
    let row = |driver: &&Fifths| {
        let key = &report.model().inputs[driver.input].key;
        vec![
            text(sentence(&input_words(report.locale, report.model(), key).0)),
            Cell::Number(driver.low, style),
            Cell::Number(driver.high, style),
            Cell::Number(moves(driver), style),
            Cell::Number(driver.rank, Style::Number(2)),
            text(key.as_str()),
        ]
    };
    let ids = ["drivers-input", "drivers-when-low", "drivers-when-high", "sheet-apart"];
    let mut head = heads(report, &ids);
    head.extend(heads(report, &["drivers-rank", "explain-key"]));
    let rows: Vec<Vec<Cell>> = drivers.iter().map(row).collect();
    (!rows.is_empty()).then(|| Grid { id: "Drivers".into(), heads: head, rows })
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
            Origin::File { name, beside, .. } => {
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
            Cell::Number(keys.len() as f64, Style::Number(0)),
            text(keys.join(", ")),
        ]
    };
    let head = heads(report, &["explain-from", "grade", "sheet-count", "sheet-keys"]);
    Grid { id: "Sources".into(), heads: head, rows: rows.into_iter().map(row).collect() }
}

fn glossary(report: &Report) -> Grid {
    let locale = report.locale;
    let row = |&place: &usize| {
        let metric = &METRICS[place];
        vec![
            text(sentence(&locale.metric(metric))),
            text(sentence(&plain(locale, &locale.metric_about(metric)))),
            text(metric.id),
        ]
    };
    Grid {
        id: "Glossary".into(),
        heads: heads(report, &["glossary-term", "glossary-meaning", "sheet-id"]),
        rows: report.model().metrics.iter().map(row).collect(),
    }
}
