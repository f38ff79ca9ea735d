//! `reachsim explain`: what was understood, and where every number comes from.

use super::layout::{self, WIDTH, cells, ends, labelled, pad};
use crate::model::{About, Assumption, Origin, Understood};
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::phrases::{amount, shape, tame};
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::scenario::keys::{self, Default, Level};
use crate::units::Unit;

/// Columns of the key, of its value and of its source, two apart.
const KEY: usize = 27;
const VALUE: usize = 24;
const SOURCE: usize = WIDTH - KEY - VALUE - 4;

/// The keys up to a level, by the part of the scenario that they belong to.
pub fn explain(about: &About, assumptions: &[Assumption], level: Level) -> String {
    let locale = about.locale;
    let shown: Vec<&Assumption> =
        assumptions.iter().filter(|assumption| assumption.level <= level).collect();
    let count = say!(locale, "explain-count", shown = shown.len(), all = assumptions.len());
    let mut lines = vec![ends(&tame(&about.title), &count)];
    let heads = ["explain-key", "explain-value", "explain-source"].map(|id| [locale.say(id, &[])]);
    lines.extend(cells([(&heads[0], KEY), (&heads[1], VALUE), (&heads[2], SOURCE)]));
    for group in shown.chunk_by(|a, b| owner(&a.key) == owner(&b.key)) {
        if let Some(owner) = group.first().and_then(|first| owner(&first.key)) {
            lines.push(tame(owner));
        }
        for assumption in group {
            let key = owner(&assumption.key)
                .map_or(assumption.key.as_str(), |owner| &assumption.key[owner.len() + 1..]);
            let indent = if owner(&assumption.key).is_some() { "  " } else { "" };
            let source = [source(&assumption.origin)];
            let row = cells([(&understood(locale, assumption), VALUE), (&source, SOURCE)]);
            let key = layout::cut(&format!("{indent}{}", tame(key)), KEY);
            lines.extend(
                row.iter()
                    .enumerate()
                    .map(|(i, line)| pad(if i == 0 { &key } else { "" }, KEY + 2) + line),
            );
        }
    }
    if shown.len() < assumptions.len() {
        lines.push(String::new());
        lines.push(say!(locale, "explain-more"));
    }
    layout::text(&lines)
}

/// One key in full.
pub fn explain_key(locale: Locale, assumption: &Assumption) -> String {
    let mut lines = vec![tame(&assumption.key)];
    let mut add = |label: &str, text: &str| {
        lines.extend(labelled(&format!("  {}", locale.say(label, &[])), text, usize::MAX));
    };
    let key = keys::find(&assumption.key);
    if let Some(key) = key {
        add("explain-meaning", &locale.key(key));
    }
    let unit = assumption.unit.id();
    if !unit.is_empty() {
        add("explain-unit", unit);
    }
    match &assumption.value {
        Understood::Words(words) => add("explain-is", &worded(locale, assumption, words)),
        Understood::Quantity(dist) => {
            add("explain-is", &shape(locale, dist, assumption.unit));
            if dist.is_fixed().is_none() {
                let number = |value: f64| amount(locale, assumption.unit, value, None);
                let percentiles = [0.05, 0.25, 0.5, 0.75, 0.95].map(|p| {
                    say!(
                        locale,
                        "explain-below",
                        share = locale.share(p, Some(0.0)),
                        value = number(dist.quantile(p))
                    )
                });
                add("explain-percentiles", &percentiles.join(", "));
                let sd = dist.variance().sqrt();
                let mean = number(dist.mean());
                let mean = if sd.is_finite() {
                    say!(locale, "explain-sd", mean = mean, sd = number(sd))
                } else {
                    mean
                };
                add("explain-mean", &mean);
            }
        }
    }
    add("explain-from", &source(&assumption.origin));
    match key.map(|key| key.default) {
        Some(Default::Value(text, source))
            if !matches!(assumption.origin, Origin::Default { .. }) =>
        {
            add("explain-default", &format!("{text}: {source}"));
        }
        Some(Default::Preset) if !matches!(assumption.origin, Origin::Preset { .. }) => {
            add("explain-default", &say!(locale, "explain-preset"));
        }
        _ => {}
    }
    if let Some(other) = key.and_then(|key| key.instead_of) {
        add("explain-instead", other);
    }
    layout::text(&lines)
}

/// The shape, and below it the numbers of what is uncertain.
fn understood(locale: Locale, assumption: &Assumption) -> Vec<String> {
    match &assumption.value {
        Understood::Words(words) => vec![worded(locale, assumption, words)],
        Understood::Quantity(dist) => {
            let shape = shape(locale, dist, assumption.unit);
            let mut lines = vec![shape.clone()];
            if dist.is_fixed().is_none() {
                let number = |value: f64| amount(locale, assumption.unit, value, None);
                let [low, typical, high] = [0.05, 0.5, 0.95].map(|p| number(dist.quantile(p)));
                let range = locale.between(&low, &high);
                let mean = number(dist.mean());
                lines.push(if shape.starts_with(&range) {
                    say!(locale, "explain-typical", typical = typical, mean = mean)
                } else {
                    say!(locale, "explain-range", range = range, typical = typical, mean = mean)
                });
            }
            lines
        }
    }
}

/// Words as they are, and a count like any other number.
fn worded(locale: Locale, assumption: &Assumption, words: &str) -> String {
    let count = words.parse::<u64>().ok().filter(|_| assumption.unit != Unit::None);
    count.map_or_else(|| tame(words), |count| locale.number(count as f64, Some(0.0)))
}

fn source(origin: &Origin) -> String {
    tame(&crate::output::json::source(origin))
}

/// `community.page` of `community.page.followers`, `market` of `market.people`.
fn owner(key: &str) -> Option<&str> {
    let end = if key.starts_with("community.") || key.starts_with("platform.") {
        let first = key.find('.')? + 1;
        first + key[first..].find('.')?
    } else {
        key.find('.')?
    };
    Some(&key[..end])
}
