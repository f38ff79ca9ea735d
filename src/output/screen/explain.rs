//! `reachsim explain`: what was understood, and where every number comes from.

use super::layout::{self, LABEL, WIDTH, cells, ends, labelled, pad};
use crate::model::{Assumption, Origin, Understood};
use crate::output::entry::{Entry, Row};
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::phrases::{self, amount, key, shape, tame};
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::scenario::deck::SLIDES;
use crate::scenario::keys::{Default, Level, since_week};
use crate::units::Unit;

/// Columns of the key and of its value, two apart; the rest is for its source.
const KEY: usize = 27;
const VALUE: usize = 24;

/// A language, and columns of the lines in which it is written.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    pub locale: Locale,
    pub columns: usize,
}

impl From<Locale> for Page {
    fn from(locale: Locale) -> Page {
        Page { locale, columns: WIDTH }
    }
}

/// Which keys a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Those that everybody needs, as far as they are in force, and those that the file states.
    Essential,
    All,
}

/// What stands before the name of a metric with a tolerance of its own.
const TOLERANCE: &str = "check.metric.";

/// The keys of a scenario, by the part of it that they belong to; `title` is what they are of.
pub fn explain(page: Page, title: &str, entries: &[Entry], which: Shown) -> String {
    let Page { locale, columns } = page;
    let is_shown = |entry: &&Entry| {
        let is_told = entry.is_stated() || entry.level() == Level::Essential;
        which == Shown::All || (entry.taken.is_some() && is_told)
    };
    let shown: Vec<&Entry> = entries.iter().filter(is_shown).collect();
    let count = say!(locale, "explain-count", shown = shown.len(), all = entries.len());
    let wide = columns - WIDTH;
    let (at, value) = (KEY + wide / 4, VALUE + wide / 4);
    let rest = columns - at - value - 4;
    let mut lines = vec![ends(&tame(title), &count, columns)];
    let heads = ["explain-key", "explain-value", "explain-source"].map(|id| [locale.say(id, &[])]);
    lines.extend(cells([(&heads[0], at), (&heads[1], value), (&heads[2], rest)]));
    for group in shown.chunk_by(|a, b| owner(&a.path) == owner(&b.path)) {
        if let Some(owner) = group.first().and_then(|first| owner(&first.path)) {
            lines.push(tame(owner));
        }
        for entry in group {
            let key = owner(&entry.path)
                .map_or(entry.path.as_str(), |owner| &entry.path[owner.len() + 1..]);
            let indent = if owner(&entry.path).is_some() { "  " } else { "" };
            let source =
                [entry.taken.map_or_else(String::new, |taken| source(locale, &taken.origin))];
            let row = cells([(&told(locale, entry), value), (&source, rest)]);
            let key = layout::cut(&format!("{indent}{}", tame(key)), at);
            lines.extend(
                row.iter()
                    .enumerate()
                    .map(|(i, line)| pad(if i == 0 { &key } else { "" }, at + 2) + line),
            );
        }
    }
    if shown.len() < entries.len() {
        lines.push(String::new());
        lines.push(say!(locale, "explain-more"));
    }
    layout::text(&lines)
}

/// What is taken for a key; as it is stated where nothing is, and that it is not set where it is
/// not.
fn told(locale: Locale, entry: &Entry) -> Vec<String> {
    match (entry.taken, entry.stated) {
        (Some(taken), _) => understood(locale, taken),
        (None, Some(text)) => vec![tame(text)],
        (None, None) => vec![say!(locale, "explain-unset")],
    }
}

/// The names of slides with what they are.
pub fn slides(page: Page) -> String {
    let lines = SLIDES.iter().flat_map(|name| {
        let about = phrases::slide(page.locale, name);
        labelled(name, &about, usize::MAX, page.columns)
    });
    layout::text(&lines.collect::<Vec<_>>())
}

/// Some keys in full.
pub fn explain_keys(page: Page, entries: &[Entry]) -> String {
    let texts: Vec<String> = entries.iter().map(|entry| explain_key(page, entry)).collect();
    texts.join("\n")
}

/// One key in full, whether it is set or not.
fn explain_key(page: Page, entry: &Entry) -> String {
    let Page { locale, columns } = page;
    let mut lines = vec![tame(&entry.path)];
    let mut add = |label: &str, text: &str| {
        lines.extend(labelled(&format!("  {}", locale.say(label, &[])), text, usize::MAX, columns));
    };
    let meaning = key::meaning(locale, entry.row);
    add(
        "explain-meaning",
        &match since_week(&entry.path) {
            Some(week) => say!(locale, "since-week", words = meaning, week = week.to_string()),
            None => meaning,
        },
    );
    let unit = entry.unit();
    if !unit.id().is_empty() {
        add("explain-unit", &locale.unit(unit));
    }
    add("explain-may", &key::domain(locale, entry.row));
    add("explain-acts", &key::acts_on(locale, entry.row));
    match entry.taken {
        Some(taken) => {
            add_value(locale, taken, &mut add);
            add("explain-from", &source(locale, &taken.origin));
            if let Some(beside) = taken.origin.beside() {
                if let Some(source) = &beside.source {
                    add("explain-stated-source", source);
                }
                if let Some(note) = &beside.note {
                    add("explain-note", note);
                }
            }
        }
        None => add("explain-is", &told(locale, entry).concat()),
    }
    let is_told = match (entry.taken.map(|taken| &taken.origin), entry.row) {
        (Some(Origin::Default { .. }), _) => true,
        (Some(Origin::Preset { .. }), Row::Key(key)) => key.default == Default::Preset,
        _ => false,
    };
    if !is_told {
        add("explain-default", &key::without(locale, entry.row));
    }
    if let Row::Key(key) = entry.row
        && let Some(other) = key.instead_of
    {
        add("explain-instead", other);
    }
    for (place, line) in key::example(entry.row, &entry.path).iter().enumerate() {
        let label = if place == 0 { locale.say("explain-example", &[]) } else { String::new() };
        // It is to be pasted: no line of it is broken.
        lines.push(pad(&format!("  {label}"), LABEL) + &tame(line));
    }
    layout::text(&lines)
}

/// What is taken for a key, with the numbers of what is uncertain.
fn add_value(locale: Locale, assumption: &Assumption, add: &mut impl FnMut(&str, &str)) {
    let dist = match &assumption.value {
        Understood::Words(words) => return add("explain-is", &worded(locale, assumption, words)),
        Understood::Quantity(dist) => dist,
    };
    add("explain-is", &shape(locale, dist, assumption.unit));
    if dist.is_fixed().is_some() {
        return;
    }
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

fn source(locale: Locale, origin: &Origin) -> String {
    tame(&phrases::source(locale, origin))
}

/// `community.page` of `community.page.followers`, `market` of `market.people`, `check.metric` of
/// `check.metric.profit.relative`.
fn owner(key: &str) -> Option<&str> {
    let end = if key.starts_with("community.") || key.starts_with("platform.") {
        let first = key.find('.')? + 1;
        first + key[first..].find('.')?
    } else if key.starts_with(TOLERANCE) {
        TOLERANCE.len() - 1
    } else {
        key.find('.')?
    };
    Some(&key[..end])
}
