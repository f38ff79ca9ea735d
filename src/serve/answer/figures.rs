//! Metrics and targets: their numbers with all digits, and as people read them.

use serde_json::{Map, Value, json};

use crate::model::Target;
use crate::output::Report;
use crate::output::charts::SpreadText;
use crate::output::notation;
use crate::output::phrases::studies::signed;
use crate::output::phrases::{self, unit_of};
use crate::output::story::{Answer, Dots};
use crate::output::words::sentence;
use crate::study::compare::{Advice, Contrast, Difference};
use crate::summary::{MetricSummary, TargetSummary};

/// Every metric of all communities together, with its difference where something is tried.
pub fn metrics(report: &Report, contrast: Option<&Contrast>) -> Value {
    let all = report.summary().metrics.iter().filter(|found| found.column.community.is_none());
    let row = |found: &MetricSummary| {
        let difference = contrast.and_then(|contrast| contrast.metric(&found.name));
        (found.name.clone(), metric(report, found, difference))
    };
    Value::Object(all.map(row).collect::<Map<String, Value>>())
}

fn metric(report: &Report, found: &MetricSummary, difference: Option<&Difference>) -> Value {
    let (locale, model) = (report.locale, report.model());
    let own = model.metric(found.column.metric);
    let SpreadText { typical, range, .. } =
        report.spread(found).told(locale, phrases::quantity_of(&own));
    let [p05, p50, p95] = ["p05", "p50", "p95"].map(|id| found.percentile(id).value);
    let text = if typical == range { typical } else { format!("{typical} ({range})") };
    let mut row = json!({
        "name": sentence(&phrases::row_words(locale, model, found.column.metric)),
        "unit": unit_of(locale, model, found.column),
        "mean": found.mean.value,
        "se": found.mean.se,
        "p05": p05,
        "p50": p50,
        "p95": p95,
        "text": text,
    });
    if let Some(difference) = difference {
        row["difference"] = apart(report, difference);
    }
    row
}

fn apart(report: &Report, difference: &Difference) -> Value {
    let context = report.context();
    let chance = difference.chance;
    json!({
        "mean": difference.mean.value,
        "se": difference.mean.se,
        "p05": difference.spread[0],
        "p95": difference.spread[2],
        "p_better": chance.map(|chance| chance.better.value),
        "p_better_se": chance.map(|chance| chance.better.se),
        "p_worse": chance.map(|chance| chance.worse.value),
        "verdict": difference.advice().map(Advice::id),
        "text": signed(&context, difference.column, difference.mean, difference.ends),
        "range": phrases::studies::points(
            report.locale,
            &phrases::studies::interval(&context, difference.column, difference.mean),
        ),
        "chance": chance.map(|chance| phrases::chance(report.locale, chance.better)),
    })
}

/// Every target, with how often it is met.
pub fn targets(report: &Report, answer: &Answer) -> Vec<Value> {
    let found = report.model().targets.iter().zip(&report.summary().targets);
    let row = |((target, found), dots): ((&Target, &TargetSummary), &Dots)| {
        json!({
            "name": dots.name,
            "goal": notation::target(report.model(), target),
            "text": sentence(&dots.chance),
            "probability": found.probability.value,
            "se": found.probability.se,
            "wanted": target.with,
            "met": dots.met,
        })
    };
    found.zip(&answer.targets).map(row).collect()
}
