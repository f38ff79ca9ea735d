//! The networks beside each other: what is typical of each.

use super::page::{Page, page};
use super::tables::Table;
use crate::metric::metrics;
use crate::model::ColumnId;
use crate::output::Report;
use crate::output::charts::Part;
use crate::output::phrases::{metric_words, names, quantity_of};
use crate::output::words::{Words as _, say, sentence};

/// Metrics of each network that are told.
pub const TOLD: [&str; 6] = metrics![
    "total_reach",
    "reach_second",
    "impressions_questions",
    "questions",
    "leads",
    "followers_end",
];
/// Networks that have a column.
const COLUMNS: usize = 7;

/// What is typical of each network, where there are several.
pub fn networks(report: &Report) -> Option<Page> {
    let (locale, model) = (report.locale, report.model());
    let communities = &model.communities[..model.communities.len().min(COLUMNS)];
    if communities.len() < 2 {
        return None;
    }
    let row = |id: &&str| {
        let found = communities
            .iter()
            .map(|community| report.summary().metric(&format!("{}.{id}", community.id)));
        let found: Vec<_> = found.collect::<Option<_>>()?;
        if found.iter().all(|found| found.max == 0.0) {
            return None;
        }
        let told = found.iter().map(|found| {
            let quantity = quantity_of(&model.metric(found.column.metric));
            report.spread(found).told(locale, quantity).typical
        });
        let column = ColumnId { community: None, ..found[0].column };
        let words = sentence(&metric_words(locale, model, column));
        Some(std::iter::once(words).chain(told).collect())
    };
    let rows: Vec<Vec<String>> = TOLD.iter().filter_map(row).collect();
    let called: Vec<String> =
        communities.iter().map(|community| names::community(locale, community)).collect();
    let title = say!(locale, "compared-networks", names = called.join(", "));
    let lead = locale.say("networks-lead", &[]);
    let first = sentence(&locale.say("metric-head", &[]));
    let table = Table {
        heads: std::iter::once(first).chain(called).collect(),
        rows,
        words: 1,
        widths: std::iter::once(3.0).chain(communities.iter().map(|_| 1.6)).collect(),
    };
    let page = page("by-network", Part::Main, (title, lead), locale);
    (!table.rows.is_empty()).then_some(Page { table: Some(table), ..page })
}
