//! Targets in words: how often each one is met.

use super::super::Report;
use super::layout::{cut, ends, tame, width};
use crate::estimate::Estimate;
use crate::model::{Target, TargetName};
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::words::say;

/// What a target states; the one that every scenario with money has is told in the reader's
/// language.
pub fn target_words(locale: Locale, name: &TargetName) -> String {
    match name {
        TargetName::PaysForItself => say!(locale, "pays"),
        TargetName::Stated(name) => tame(name),
    }
}

/// `in 97 of 100 futures`; what is neither always nor never does not read so.
pub fn chance(locale: Locale, probability: Estimate) -> String {
    match Hundred::of(probability) {
        Hundred::Always => say!(locale, "chance-always"),
        Hundred::Never => say!(locale, "chance-never"),
        Hundred::Rare => say!(locale, "chance-rare"),
        Hundred::Most => say!(locale, "chance-most"),
        Hundred::Of(n) => say!(locale, "chance", n = n),
    }
}

/// The same without the hundred, behind another chance that names it: `in 12`.
pub fn chance_short(locale: Locale, probability: Estimate) -> String {
    match Hundred::of(probability) {
        Hundred::Always => say!(locale, "chance-always"),
        Hundred::Never => say!(locale, "chance-never"),
        Hundred::Rare => say!(locale, "chance-short-rare"),
        Hundred::Most => say!(locale, "chance-short-most"),
        Hundred::Of(n) => say!(locale, "chance-short", n = n),
    }
}

/// A probability as futures of a hundred.
enum Hundred {
    Always,
    Never,
    Rare,
    Most,
    /// Whole futures, and no finer than the error.
    Of(f64),
}

impl Hundred {
    fn of(probability: Estimate) -> Hundred {
        let hundred = 100.0 * probability.value;
        match hundred {
            100.0 => Hundred::Always,
            0.0 => Hundred::Never,
            ..1.0 => Hundred::Rare,
            _ if hundred > 99.0 => Hundred::Most,
            _ => {
                let step =
                    if probability.se.is_finite() && probability.se > 0.01 { 10.0 } else { 1.0 };
                Hundred::Of((hundred / step).round() * step)
            }
        }
    }
}

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
