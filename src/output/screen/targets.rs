//! Targets in words: how often each one is met.

use super::super::Report;
use super::layout::rows;
use crate::estimate::Estimate;
use crate::model::Target;
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::phrases::{met, target_words};
use crate::output::words::say;

/// Lines that all targets from `first` on take, with the line above them.
pub fn wanted(report: &Report, first: usize) -> usize {
    let count = report.model().targets.len();
    if count > first { count - first + usize::from(count > 1) + 1 } else { 0 }
}

/// A line for each of the targets from `first` on, and one for all of them together; `most` lines
/// at most.
pub fn lines(report: &Report, locale: Locale, first: usize, most: usize) -> Vec<String> {
    let targets = report.model().targets.iter().zip(&report.summary().targets).skip(first);
    let mut lines: Vec<(String, String)> =
        targets.map(|(target, found)| line(report, locale, target, found.probability)).collect();
    let together = report.summary().together.filter(|_| report.model().targets.len() > 1);
    // Where there is room for all of them, or for one and for how many more there are.
    let fits = !lines.is_empty() && (lines.len() < most || most > 2);
    let together = together.filter(|_| fits).map(|found| {
        let name = format!("  {}", say!(locale, "targets-together"));
        (name, met(locale, report.plan(), found.probability))
    });
    let most = most.saturating_sub(usize::from(together.is_some()));
    let hidden = lines.len().saturating_sub(most);
    if hidden > 0 {
        lines.truncate(most.saturating_sub(1));
        lines.push((format!("  {}", say!(locale, "targets-more", n = hidden + 1)), String::new()));
    }
    lines.extend(together);
    rows(&lines, report.columns).iter().map(|line| line.trim_end().to_owned()).collect()
}

fn line(
    report: &Report,
    locale: Locale,
    target: &Target,
    probability: Estimate,
) -> (String, String) {
    let found = met(locale, report.plan(), probability);
    let found = match target.with {
        Some(with) => {
            say!(locale, "target-wanted", found = found, share = locale.share(with, Some(0.0)))
        }
        None => found,
    };
    (format!("  {}", target_words(locale, &target.name)), found)
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
