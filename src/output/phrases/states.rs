//! What is typical of each state of a scenario, metric by metric.

use super::{metric_words, quantity_of};
use crate::metric::metrics;
use crate::output::format::Format as _;
use crate::output::{Report, State};
use crate::study;

/// Metrics that have a line, behind the one that the scenario is about.
const SHOWN: [&str; 10] = metrics![
    "profit",
    "total_value",
    "total_cost",
    "impressions_questions",
    "reach_second",
    "total_reach",
    "answered_share",
    "answered_24h",
    "leads",
    "customers",
];

/// Rows of metrics, with what is typical of each state; the first column is the words.
pub fn rows(report: &Report) -> Vec<Vec<String>> {
    let locale = report.locale;
    let subject = study::subject(report.model()).map(|column| report.model().column_name(column));
    let own = report.model().formulas.iter().map(|formula| formula.id.as_str());
    let names = subject.as_deref().into_iter().chain(SHOWN).chain(own);
    let mut rows: Vec<(&str, Vec<String>)> = Vec::new();
    for name in names {
        let Some(column) = report.model().column(name) else { continue };
        if rows.iter().any(|(known, _)| *known == name) {
            continue;
        }
        let quantity = quantity_of(&report.model().metric(column.metric));
        let typical = |state: &State| {
            let found = state.model.column(name).and_then(|_| state.summary.metric(name));
            found.map_or_else(
                || "—".to_owned(),
                |found| {
                    let median = found.percentile("p50");
                    let se = Some(median.se).filter(|se| se.is_finite());
                    let [_, text, _] = locale.spread(quantity, [(median.value, se); 3]);
                    text
                },
            )
        };
        let words = metric_words(locale, report.model(), column);
        let cells = report.extras.states.iter().map(typical);
        rows.push((name, std::iter::once(words).chain(cells).collect()));
    }
    rows.into_iter().map(|(_, cells)| cells).collect()
}
