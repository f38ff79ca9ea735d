//! Targets in words: how often each one is met.

use super::super::Report;
use super::layout::{cut, ends, width};
use crate::estimate::Estimate;
use crate::model::Target;
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::phrases::{chance, target_words};
use crate::output::words::say;

/// A line for each of the targets from `first` on, `most` lines at most.
pub fn lines(report: &Report, locale: Locale, first: usize, most: usize) -> Vec<String> {
    let targets = report.model().targets.iter().zip(&report.summary().targets).skip(first);
    let mut lines: Vec<String> =
        targets.map(|(target, found)| line(report, locale, target, found.probability)).collect();
    let hidden = lines.len().saturating_sub(most);
    if hidden > 0 {
        lines.truncate(most.saturating_sub(1));
        lines.push(format!("  {}", say!(locale, "targets-more", n = hidden + 1)));
    }
    lines
}

fn line(report: &Report, locale: Locale, target: &Target, probability: Estimate) -> String {
    let found = match probability.value {
        1.0 if report.is_at_medians() => say!(locale, "target-met"),
        0.0 if report.is_at_medians() => say!(locale, "target-not-met"),
        _ => chance(locale, probability),
    };
    let found = match target.with {
        Some(with) => {
            say!(locale, "target-wanted", found = found, share = locale.share(with, Some(0.0)))
        }
        None => found,
    };
    let name = cut(&target_words(locale, &target.name), super::layout::WIDTH - 4 - width(&found));
    ends(&format!("  {name}"), &found)
}

/// What is to be said of each target whose probability is lower than the file demands.
pub fn missed_targets(report: &Report) -> Vec<String> {
    let locale = report.locale;
    let targets = report.model().targets.iter().zip(&report.summary().targets);
    let missed = targets.filter_map(|(target, found)| {
        let (found, wanted) = (found.probability.value, target.with?);
        (found < wanted).then(|| {
            // As many decimals as it takes to tell the two apart.
            let text = |share: f64, decimals: usize| format!("{:.decimals$} %", 100.0 * share);
            let decimals = (0..12)
                .find(|&decimals| text(found, decimals) != text(wanted, decimals))
                .unwrap_or(12);
            say!(
                locale,
                "target-missed",
                name = target_words(locale, &target.name),
                found = text(found, decimals),
                wanted = text(wanted, decimals)
            )
        })
    });
    missed.collect()
}
