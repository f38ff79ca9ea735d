//! Targets in words: how often each one is met.

use super::super::Bundle;
use super::layout::{cut, ends, tame, width};
use crate::estimate::Estimate;
use crate::model::Target;
use crate::output::format::Locale;

/// `in 97 of 100 futures`; what is neither always nor never does not read so.
pub fn chance(locale: Locale, probability: Estimate) -> String {
    let hundred = 100.0 * probability.value;
    // Whole futures, and no finer than the error.
    let se = (100.0 * probability.se).max(1.0);
    match hundred {
        100.0 => "in every future".into(),
        0.0 => "in no future".into(),
        ..1.0 => "in fewer than 1 of 100 futures".into(),
        _ if hundred > 99.0 => "in more than 99 of 100 futures".into(),
        _ => format!("in {} of 100 futures", locale.number(hundred, Some(se))),
    }
}

/// A line for each of the targets from `first` on, `most` lines at most.
pub fn lines(bundle: &Bundle, locale: Locale, first: usize, most: usize) -> Vec<String> {
    let targets = bundle.model.targets.iter().zip(&bundle.summary.targets).skip(first);
    let mut lines: Vec<String> = targets.map(|(target, found)| line(bundle, locale, target, found.probability)).collect();
    let hidden = lines.len().saturating_sub(most);
    if hidden > 0 {
        lines.truncate(most.saturating_sub(1));
        lines.push(format!("  and {} more, in summary.json", locale.number((hidden + 1) as f64, Some(0.0))));
    }
    lines
}

fn line(bundle: &Bundle, locale: Locale, target: &Target, probability: Estimate) -> String {
    let found = match probability.value {
        1.0 if bundle.is_at_medians() => "met".into(),
        0.0 if bundle.is_at_medians() => "not met".into(),
        _ => chance(locale, probability),
    };
    let wanted = target.with.map_or_else(String::new, |with| format!(" ({} wanted)", locale.share(with, Some(0.0))));
    let found = format!("{found}{wanted}");
    let name = cut(&tame(&target.name), super::layout::WIDTH - 4 - width(&found));
    ends(&format!("  {name}"), &found)
}

/// What is to be said of each target whose probability is lower than the file demands.
pub fn missed_targets(bundle: &Bundle) -> Vec<String> {
    let targets = bundle.model.targets.iter().zip(&bundle.summary.targets);
    let missed = targets.filter_map(|(target, found)| {
        let (found, wanted) = (found.probability.value, target.with?);
        (found < wanted).then(|| {
            // As many decimals as it takes to tell the two apart.
            let text = |share: f64, decimals: usize| format!("{:.decimals$} %", 100.0 * share);
            let decimals = (0..12).find(|&decimals| text(found, decimals) != text(wanted, decimals)).unwrap_or(12);
            format!(
                "target missed: `{}` is met in {} of futures, and {} are wanted",
                tame(&target.name),
                text(found, decimals),
                text(wanted, decimals)
            )
        })
    });
    missed.collect()
}
