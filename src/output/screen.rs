//! What the terminal shows: the answer of a run on one screen, and the longer answers to closer
//! questions.

mod assumed;
mod business;
mod explain;
mod first;
pub mod graph;
pub mod layout;
mod presets;
mod shape;
pub mod studies;
mod table;
mod targets;
mod trial;

use crate::output::format::Format as _;
use crate::output::words::Words as _;
pub use assumed::Assumed;
pub use business::{COSTS, LOSSES, STREAMS, not_counted};
pub use explain::{explain, explain_key};
pub use first::{METRICS, Shown, run};
pub use presets::{preset, presets};
pub use shape::shape;
pub use table::table;
pub use targets::{chance, missed_targets, target_words};
pub use trial::trial;

use super::format::{Locale, Quantity};
use crate::design::Sampler;
use crate::model::{About, ColumnId, Model, Plan};
use crate::output::words::say;
use crate::scenario::keys;
use crate::units::Unit;

/// A number in its unit: shares in per cent, all others as they are.
fn amount(locale: Locale, unit: Unit, value: f64, se: Option<f64>) -> String {
    locale.amount(quantity(unit), value, se)
}

pub fn quantity(unit: Unit) -> Quantity {
    if unit == Unit::Share { Quantity::Share } else { Quantity::Number }
}

/// The first line: the title, the horizon, the currency, and how many futures were simulated.
fn title(about: &About, model: &Model, plan: Plan, locale: Locale) -> String {
    layout::ends(&layout::tame(&about.title), &line(about, model, plan, locale))
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
    let (time, currency) = (locale.weeks(model.weeks as u64), layout::tame(&about.currency));
    say!(locale, "title-right", time = time, currency = currency, trials = trials)
}

/// A metric in words, with the community that it is of where it is not of all.
pub fn metric_words(locale: Locale, model: &Model, column: ColumnId) -> String {
    let words = layout::tame(&locale.metric(&model.metric(column.metric)));
    match column.community {
        Some(community) => say!(
            locale,
            "of-community",
            words = words,
            community = layout::tame(&model.communities[community].id)
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
    let (about, unit) =
        keys::find(key).map_or_else(|| of_row(locale, key), |key| (locale.key(key), key.unit));
    let of = key.strip_prefix("community.").and_then(|rest| rest.split('.').next());
    match of.filter(|_| model.communities.len() > 1) {
        Some(id) => {
            (say!(locale, "of-community", words = about, community = layout::tame(id)), unit)
        }
        None => (about, unit),
    }
}

/// What a number of a role or of a campaign is, and of which one:
/// `followers that it brings (spring)`.
fn of_row(locale: Locale, path: &str) -> (String, Unit) {
    let parts: Vec<&str> = path.split('.').collect();
    if let ["input", id] = parts[..] {
        return (layout::tame(&id.replace('_', " ")), Unit::None);
    }
    let section = keys::SECTIONS.iter().find(|section| section.name == parts[0]);
    let field = section.and_then(|section| Some((section, section.field(parts.last()?)?)));
    let about =
        field.map_or_else(|| path.to_owned(), |(section, field)| locale.field(section, field));
    let brief = about.split([',', ';']).next().unwrap_or(&about).to_owned();
    let unit = field.map_or(Unit::None, |(_, field)| field.unit);
    (
        say!(
            locale,
            "of-community",
            words = brief,
            community = layout::tame(&parts[1..parts.len() - 1].join(", "))
        ),
        unit,
    )
}
