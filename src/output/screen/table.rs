//! `--verbose`: every metric.

use super::layout::{self, pad, pad_left, width};
use crate::output::Report;
use crate::output::charts::SpreadText;
use crate::output::format::Format as _;
use crate::output::phrases::{Ledger, quantity_of, row_words, tame};
use crate::output::words::Words as _;
use crate::output::words::{say, sentence};
use crate::summary::MetricSummary;

/// Columns of the words, and of each number.
const WORDS: usize = 36;
const NUMBER: usize = 11;

/// Every metric of all communities, and then of each where there are several.
pub fn table(report: &Report) -> String {
    let locale = report.locale;
    let mut lines = Vec::new();
    let several = report.model().communities.len() > 1;
    let words_of = |row: &MetricSummary| locale.metric(&report.model().metric(row.column.metric));
    let longest = report.summary().metrics.iter().map(|row| width(&words_of(row))).max();
    let at = layout::words(WORDS, longest.unwrap_or(0) + NUMBER, report.columns);
    for rows in report.summary().metrics.chunk_by(|a, b| a.column.community == b.column.community) {
        let scope = rows.first().and_then(|row| row.column.community);
        if scope.is_some() && !several {
            continue;
        }
        let words = scope.map_or_else(
            || say!(locale, "all-communities"),
            |community| sentence(&tame(report.model().communities[community].name.of(locale))),
        );
        if scope.is_some() {
            lines.push(String::new());
        }
        let head = if several { words } else { say!(locale, "metric-head") };
        let heads = ["column-mean", "column-low", "column-typical", "column-high"]
            .map(|id| locale.say(id, &[]));
        let heads = if report.is_at_medians() {
            [say!(locale, "at-medians"), String::new(), String::new(), String::new()]
        } else {
            heads
        };
        lines.extend(line(&layout::cut(&head, at - 1), &heads, at));
        lines.extend(rows.iter().flat_map(|row| metric(report, row, at)));
    }
    layout::text(&lines)
}

fn metric(report: &Report, row: &MetricSummary, at: usize) -> Vec<String> {
    let locale = report.locale;
    let metric = report.model().metric(row.column.metric);
    let spread = report.spread(row);
    let mean_se = if report.is_at_medians() {
        Some(0.0)
    } else {
        Some(row.mean.se).filter(|se| se.is_finite())
    };
    let ledger = Ledger::of(report).and_then(|ledger| ledger.told(&row.name));
    let mean =
        ledger.unwrap_or_else(|| locale.amount(quantity_of(&metric), row.mean.value, mean_se));
    let numbers = if report.is_at_medians() {
        [mean, String::new(), String::new(), String::new()]
    } else {
        let SpreadText { low, typical, high, .. } = spread.told(locale, quantity_of(&metric));
        [mean, low, typical, high]
    };
    let words = row_words(locale, report.model(), row.column.metric);
    let mut lines = line(&words, &numbers, at);
    if row.undefined > 0.0 {
        lines.push(format!(
            "  {}",
            say!(locale, "undefined-in", share = locale.share(row.undefined, None))
        ));
    }
    lines
}

/// Words, and numbers behind so many columns; numbers that are too wide for that stand on a line of
/// their own.
fn line(words: &str, numbers: &[String; 4], at: usize) -> Vec<String> {
    let edge = at + 4 * NUMBER;
    let behind = || {
        let mut line = pad(words, at);
        for (place, number) in numbers.iter().enumerate() {
            let end = edge - (3 - place) * NUMBER;
            // A number too wide for its column keeps a space before it.
            line.push_str(&pad_left(
                number,
                end.saturating_sub(width(&line))
                    .max(width(number) + usize::from(!number.is_empty())),
            ));
        }
        line.trim_end().to_owned()
    };
    let line = behind();
    if width(&line) <= edge {
        return vec![line];
    }
    let wide: Vec<String> =
        numbers.iter().map(|number| pad_left(number, width(number).max(NUMBER) + 2)).collect();
    vec![words.to_owned(), pad_left(&wide.concat(), edge)]
}
