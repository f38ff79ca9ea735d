//! The tables of the first sheet: what is asked, and the figures that stand for all others.

use super::cells::{heads, text, unit};
use crate::metric::metrics;
use crate::model::{Bound, Target};
use crate::output::Report;
use crate::output::format::Format as _;
use crate::output::phrases;
use crate::output::story::grid::{Cell, Grid, Style, chance, of_metric};
use crate::output::story::tables::met_words;
use crate::output::words::{Words as _, say, sentence};
use crate::study;
use crate::summary::MetricSummary;
use crate::units::Unit;

/// Every target, and all of them together where there are several.
pub fn targets(report: &Report) -> Option<Grid> {
    let (locale, model, summary) = (report.locale, report.model(), report.summary());
    let together = summary.together?;
    let share = |value: f64| Cell::Number(value, chance(value));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (target, found) in model.targets.iter().zip(&summary.targets) {
        let met = target.with.map(|with| found.probability.value >= with);
        rows.push(vec![
            text(sentence(&phrases::target_words(locale, &target.name))),
            text(asked(report, target)),
            target.with.map_or_else(|| text(""), share),
            share(found.probability.value),
            Cell::Number(found.probability.se, Style::Share(1)),
            text(met.map_or_else(String::new, |met| met_words(locale, met))),
        ]);
    }
    if rows.len() > 1 {
        rows.push(vec![
            text(sentence(&locale.say("targets-together", &[]))),
            text(""),
            text(""),
            share(together.probability.value),
            Cell::Number(together.probability.se, Style::Share(1)),
            text(""),
        ]);
    }
    let ids = [
        "targets-name",
        "targets-goal",
        "targets-wanted",
        "targets-chance",
        "sheet-se",
        "variant-verdict",
    ];
    Some(Grid { id: "Targets".into(), heads: heads(report, &ids), rows })
}

/// What a target asks, in words: `profit: at least 0 EUR`.
fn asked(report: &Report, target: &Target) -> String {
    let (locale, metric) = (report.locale, report.model().metric(target.metric.metric));
    let words = phrases::metric_words(locale, report.model(), target.metric);
    let (id, bound) = match target.bound {
        Bound::AtLeast(least) => ("sheet-at-least", least),
        Bound::AtMost(most) => ("sheet-at-most", most),
    };
    let value = locale.amount(phrases::quantity_of(&metric), bound, Some(0.0));
    let value = if metric.unit == Unit::Money {
        locale.money(&phrases::tame(&report.about().currency), &value)
    } else {
        value
    };
    sentence(&say!(locale, id, words = words, value = value))
}

/// The figures of the first sheet, behind the one that the scenario is about.
const FIGURES: [&str; 13] = metrics![
    "profit",
    "total_value",
    "total_cost",
    "roi",
    "payback_weeks",
    "reach_second",
    "total_reach",
    "impressions_questions",
    "questions",
    "answered_share",
    "leads",
    "customers",
    "complaints",
];
const MOST: usize = 12;

/// The key figures: typical, range and average; of a file of formulas its own.
pub fn figures(report: &Report) -> Grid {
    let (model, summary) = (report.model(), report.summary());
    let subject = study::subject(model)
        .and_then(|column| summary.metrics.iter().find(|found| found.column == column));
    let own = model.formulas.iter().map(|formula| formula.id.as_str());
    let ids: Vec<&str> =
        if model.communities.is_empty() { own.collect() } else { FIGURES.to_vec() };
    let further = ids.iter().filter_map(|id| summary.metric(id));
    let mut found: Vec<&MetricSummary> = Vec::new();
    for row in subject.into_iter().chain(further) {
        let is_there = row.min != 0.0 || row.max != 0.0;
        if is_there && found.iter().all(|known| known.name != row.name) {
            found.push(row);
        }
    }
    let row = |found: &&MetricSummary| {
        let mut values = ["p05", "p50", "p95"].map(|id| found.percentile(id).value).to_vec();
        values.push(found.mean.value);
        let style = of_metric(&model.metric(found.column.metric), &values);
        let [low, typical, high, mean] = [0, 1, 2, 3].map(|at| Cell::Number(values[at], style));
        let words = sentence(&phrases::metric_words(report.locale, model, found.column));
        vec![text(words), text(unit(report, found)), typical, low, high, mean]
    };
    let ids =
        ["metric-head", "explain-unit", "column-typical", "sheet-low", "sheet-high", "column-mean"];
    Grid {
        id: "Figures".into(),
        heads: heads(report, &ids),
        rows: found.iter().take(MOST).map(row).collect(),
    }
}
