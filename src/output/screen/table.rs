//! `--verbose`: every metric.

use super::layout::{self, WIDTH, pad, pad_left, width};
use crate::output::Report;
use crate::output::charts::SpreadText;
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::phrases::{amount, quantity, row_words, tame};
use crate::output::words::Words as _;
use crate::output::words::{say, sentence};
use crate::summary::MetricSummary;

/// Columns of the words, and of each number.
const WORDS: usize = 36;
const NUMBER: usize = (WIDTH - WORDS) / 4;

/// Every metric of all communities, and then of each where there are several.
pub fn table(report: &Report) -> String {
    let locale = report.locale;
    let mut lines = Vec::new();
    let several = report.model().communities.len() > 1;
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
        lines.push(line(&layout::cut(&head, WORDS - 1), &heads));
        lines.extend(rows.iter().flat_map(|row| metric(report, locale, row)));
    }
    layout::text(&lines)
}

fn metric(report: &Report, locale: Locale, row: &MetricSummary) -> Vec<String> {
    let metric = report.model().metric(row.column.metric);
    let spread = report.spread(row);
    let mean_se = if report.is_at_medians() {
        Some(0.0)
    } else {
        Some(row.mean.se).filter(|se| se.is_finite())
    };
    let mean = amount(locale, metric.unit, row.mean.value, mean_se);
    let numbers = if report.is_at_medians() {
        [mean, String::new(), String::new(), String::new()]
    } else {
        let SpreadText { low, typical, high, .. } = spread.told(locale, quantity(metric.unit));
        [mean, low, typical, high]
    };
    let mut lines = vec![line(&row_words(locale, report.model(), row.column.metric), &numbers)];
    if row.undefined > 0.0 {
        lines.push(format!(
            "  {}",
            say!(locale, "undefined-in", share = locale.share(row.undefined, None))
        ));
    }
    lines
}

fn line(words: &str, numbers: &[String; 4]) -> String {
    let mut line = pad(words, WORDS);
    for (place, number) in numbers.iter().enumerate() {
        let end = WORDS + (place + 1) * NUMBER;
        // A number too wide for its column keeps a space before it.
        line.push_str(&pad_left(
            number,
            end.saturating_sub(width(&line)).max(width(number) + usize::from(!number.is_empty())),
        ));
    }
    line.trim_end().to_owned()
}
