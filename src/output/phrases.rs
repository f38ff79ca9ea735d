//! Phrases that the screen, the documents and JSON share: what a metric, an input, a target or a
//! distribution is called, and how its numbers are written.

pub mod analysis;
mod assumed;
pub mod backtest;
mod counted;
pub mod future;
pub mod history;
pub mod key;
pub mod learnt;
mod ledger;
pub mod names;
pub mod robust;
mod shape;
mod source;
pub mod stated;
pub mod states;
pub mod studies;
mod tame;
mod uncertain;
mod unseen;
pub mod years;

pub use assumed::Assumed;
pub use counted::{COSTS, LOSSES, STREAMS, left_out, not_computed, not_counted, part_words};
pub use ledger::Ledger;
pub use shape::shape;
pub use source::{cited, source};
pub use tame::tame;
pub use uncertain::uncertain;
pub use unseen::Unseen;

use super::charts::CHARTS;
use super::format::numerals::{last_for_people, shift};
use super::format::{Format as _, Locale, Quantity};
use super::words::{Words as _, say};
use crate::design::Sampler;
use crate::estimate::Estimate;
use crate::metric::{Metric, metric};
use crate::model::{About, ColumnId, Model, Plan, TargetName};
use crate::scenario::keys::{self, Key, Section};
use crate::units::Unit;

/// In what a metric is counted: one of a file's own in the words of the file.
pub fn unit_of(locale: Locale, model: &Model, column: ColumnId) -> String {
    let (unit, told) = (model.metric(column.metric).unit, model.unit_id(column.metric));
    if told == unit.id() { locale.unit(unit) } else { tame(told) }
}

/// A number in its unit: shares in per cent, all others as they are.
pub fn amount(locale: Locale, unit: Unit, value: f64, se: Option<f64>) -> String {
    locale.amount(quantity(unit), value, se)
}

/// How a metric is written: shares, and what a return is of its cost, in per cent.
pub fn quantity_of(metric: &Metric) -> Quantity {
    if metric.id == metric!("roi") { Quantity::Share } else { quantity(metric.unit) }
}

/// How numbers of a unit are written.
pub fn quantity(unit: Unit) -> Quantity {
    if unit == Unit::Share { Quantity::Share } else { Quantity::Number }
}

/// The horizon, the currency, and how many futures were simulated.
pub fn line(about: &About, model: &Model, plan: Plan, locale: Locale) -> String {
    let trials = if plan.sampler == Sampler::Expected {
        say!(locale, "at-medians")
    } else {
        say!(locale, "trials", n = plan.trials)
    };
    if model.communities.is_empty() {
        return trials;
    }
    let (time, currency) = (locale.weeks(model.weeks as u64), tame(&about.currency));
    say!(locale, "title-right", time = time, currency = currency, trials = trials)
}

/// A metric in words, with the community that it is of where it is not of all.
pub fn metric_words(locale: Locale, model: &Model, column: ColumnId) -> String {
    let words = row_words(locale, model, column.metric);
    match column.community {
        Some(community) => say!(
            locale,
            "of-community",
            words = words,
            community = names::community(locale, &model.communities[community])
        ),
        None => words,
    }
}

/// A value of an input, with digits that tell it apart from others within so wide a range.
pub fn of_input(locale: Locale, unit: Unit, value: f64, width: f64) -> String {
    let se = if width > 0.0 { Some(width / 100.0) } else { Some(0.0) };
    amount(locale, unit, value, se)
}

/// What an input is, in words, with the community that it is of where there are several; and its
/// unit.
pub fn input_words(locale: Locale, model: &Model, key: &str) -> (String, Unit) {
    let (about, unit) = keys::find(key)
        .map_or_else(|| of_row(locale, key), |found| (key_words(locale, found, key), found.unit));
    let named = model.inputs.iter().find(|input| input.key == key);
    let own = named.and_then(|input| input.name.as_ref()).map(|name| tame(name.of(locale)));
    let about = own.unwrap_or(about);
    let of = key.strip_prefix("community.").and_then(|rest| rest.split('.').next());
    match of.filter(|_| model.communities.len() > 1) {
        Some(id) => {
            let found = model.communities.iter().find(|community| community.id == id);
            let name = found.map_or_else(|| tame(id), |found| names::community(locale, found));
            (say!(locale, "of-community", words = about, community = name), unit)
        }
        None => (about, unit),
    }
}

/// What a slide of the deck is, by its name.
pub fn slide(locale: Locale, name: &str) -> String {
    let id = if CHARTS.iter().any(|chart| chart.id == name) {
        "slide-chart".to_owned()
    } else {
        format!("slide-{name}")
    };
    locale.say(&id, &[])
}

/// What a metric is called: one of the file's own as the file does.
pub fn row_words(locale: Locale, model: &Model, metric: usize) -> String {
    match model.own_name(metric) {
        Some(name) => tame(name.of(locale)),
        None => tame(&locale.metric(&model.metric(metric))),
    }
}

/// What a key means, and from which week on where that is not the first.
pub fn key_words(locale: Locale, found: &Key, path: &str) -> String {
    let words = names::plain(locale, &locale.key(found));
    match keys::since_week(path) {
        Some(week) => {
            let words = brief(locale, &words);
            say!(locale, "since-week", words = words, week = week.to_string())
        }
        None => words,
    }
}

/// The first of an input's words: in English what follows a comma only adds to them, in other
/// languages it belongs to them.
pub fn brief(locale: Locale, words: &str) -> String {
    let ends: &[char] = if locale == Locale::En { &[',', ';', ':'] } else { &[';', ':'] };
    words.split(ends).next().unwrap_or(words).to_owned()
}

/// What a number of a role or of a campaign is, and of which one:
/// `followers that it brings (spring)`.
fn of_row(locale: Locale, path: &str) -> (String, Unit) {
    let parts: Vec<&str> = path.split('.').collect();
    if let ["input", id] = parts[..] {
        return (tame(&id.replace('_', " ")), Unit::None);
    }
    let section = keys::SECTIONS.iter().find(|section| section.name == parts[0]);
    // What two communities share stands under their names alone.
    let named = |section: &'static Section, last: &str| {
        section.field(last).or_else(|| section.field("share"))
    };
    let field = section.and_then(|section| Some((section, named(section, parts.last()?)?)));
    let about =
        field.map_or_else(|| path.to_owned(), |(section, field)| locale.field(section, field));
    let brief = about.split([',', ';']).next().unwrap_or(&about).to_owned();
    let names = parts.get(1..parts.len() - 1).unwrap_or_default();
    if names.is_empty() {
        return (brief, field.map_or(Unit::None, |(_, field)| field.unit));
    }
    let unit = field.map_or(Unit::None, |(_, field)| field.unit);
    (say!(locale, "of-community", words = brief, community = tame(&names.join(", "))), unit)
}

/// A number with the digits that its error lets one tell; of what is exact a tenth where it is
/// small.
pub fn number(locale: Locale, known: Estimate) -> String {
    if known.se > 0.0 && known.se.is_finite() {
        return locale.number(known.value, Some(known.se));
    }
    let decimals = i32::from(known.value < 100.0);
    let step = if decimals == 1 { 10.0 } else { 1.0 };
    locale.number((known.value * step).round() / step, Some(0.0))
}

/// So much for each, with the plural of what is printed: three digits.
pub fn each(locale: Locale, id: &str, mean: f64) -> String {
    let last = last_for_people(mean, f64::INFINITY);
    let n = shift(shift(mean, -last).round(), last);
    locale.say(id, &[("number", locale.number(mean, None).into()), ("n", n.into())])
}

/// What a target states; the one that every scenario with money has is told in the reader's
/// language.
pub fn target_words(locale: Locale, name: &TargetName) -> String {
    match name {
        TargetName::PaysForItself => say!(locale, "pays"),
        TargetName::Stated(name) => tame(name.of(locale)),
    }
}

/// `in 97 of 100 futures`; what is neither always nor never does not read so.
pub fn chance(locale: Locale, probability: Estimate) -> String {
    match Hundred::of(probability) {
        Hundred::Always => say!(locale, "chance-always"),
        Hundred::Never => say!(locale, "chance-never"),
        Hundred::Rare => say!(locale, "chance-rare"),
        Hundred::Most => say!(locale, "chance-most"),
        Hundred::Of { n, error: None } => say!(locale, "chance", n = n),
        Hundred::Of { n, error: Some(error) } => {
            say!(locale, "chance-error", n = n, error = error)
        }
    }
}

/// How often a target is met; at the medians, whether it is.
pub fn met(locale: Locale, plan: Plan, probability: Estimate) -> String {
    match probability.value {
        1.0 if plan.sampler == Sampler::Expected => say!(locale, "target-met"),
        0.0 if plan.sampler == Sampler::Expected => say!(locale, "target-not-met"),
        _ => chance(locale, probability),
    }
}

/// A chance behind another one that names the hundred: `in 12`.
pub fn chance_short(locale: Locale, probability: Estimate) -> String {
    match Hundred::of(probability) {
        Hundred::Always => say!(locale, "chance-always"),
        Hundred::Never => say!(locale, "chance-never"),
        Hundred::Rare => say!(locale, "chance-short-rare"),
        Hundred::Most => say!(locale, "chance-short-most"),
        Hundred::Of { n, error: None } => say!(locale, "chance-short", n = n),
        Hundred::Of { n, error: Some(error) } => {
            say!(locale, "chance-short-error", n = n, error = error)
        }
    }
}

/// The futures of a hundred that a chance is told as: never all of them, nor none, unless it is.
pub fn filled(probability: Estimate) -> u8 {
    match Hundred::of(probability) {
        Hundred::Always => 100,
        Hundred::Never | Hundred::Rare => 0,
        Hundred::Most => 99,
        Hundred::Of { n, .. } => n as u8,
    }
}

/// A probability as futures of a hundred.
enum Hundred {
    Always,
    Never,
    Rare,
    Most,
    /// Whole futures, with half of their 95 % interval where the error is as large as one.
    Of {
        n: f64,
        error: Option<f64>,
    },
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
                let [low, high] = probability.interval();
                let error = (100.0 * (high - low) / 2.0).ceil();
                let is_told = probability.se.is_finite() && probability.se >= 0.01;
                Hundred::Of { n: hundred.round(), error: is_told.then_some(error) }
            }
        }
    }
}
