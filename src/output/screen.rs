//! What the terminal shows: the answer of a run on one screen, and the longer answers to closer questions.

mod assumed;
mod business;
mod explain;
mod first;
pub mod layout;
mod presets;
mod shape;
pub mod studies;
mod table;
mod targets;
mod trial;

pub use assumed::Assumed;
pub use explain::{explain, explain_key};
pub use first::{METRICS, Shown, run};
pub use presets::{preset, presets};
pub use shape::shape;
pub use table::table;
pub use targets::missed_targets;
pub use trial::trial;

use super::format::{Locale, Quantity};
use crate::model::Model;
use crate::scenario::keys;
use crate::units::Unit;

/// A number in its unit: shares in per cent, all others as they are.
fn amount(locale: Locale, unit: Unit, value: f64, se: Option<f64>) -> String {
    locale.amount(quantity(unit), value, se)
}

fn quantity(unit: Unit) -> Quantity {
    if unit == Unit::Share { Quantity::Share } else { Quantity::Number }
}

/// A value of an input, with digits that tell it apart from others within so wide a range.
pub fn of_input(unit: Unit, value: f64, width: f64) -> String {
    let se = if width > 0.0 { Some(width / 100.0) } else { Some(0.0) };
    amount(Locale::default(), unit, value, se)
}

/// What an input is, in words, with the community that it is of where there are several; and its unit.
pub fn input_words(model: &Model, key: &str) -> (String, Unit) {
    let (about, unit) = keys::find(key).map_or_else(|| of_row(key), |key| (key.about.to_owned(), key.unit));
    let of = key.strip_prefix("community.").and_then(|rest| rest.split('.').next());
    let community = of.filter(|_| model.communities.len() > 1).map_or_else(String::new, |id| format!(" ({})", layout::tame(id)));
    (format!("{about}{community}"), unit)
}

/// What a number of a role or of a campaign is, and of which one: `followers that it brings (spring)`.
fn of_row(path: &str) -> (String, Unit) {
    let parts: Vec<&str> = path.split('.').collect();
    if let ["input", id] = parts[..] {
        return (layout::tame(&id.replace('_', " ")), Unit::None);
    }
    let field = keys::SECTIONS
        .iter()
        .find(|section| section.name == parts[0])
        .and_then(|section| section.fields.iter().find(|field| Some(&field.name) == parts.last()));
    let about = field.map_or(path, |field| field.about.split([',', ';']).next().unwrap_or(field.about));
    let unit = if matches!(field.map(|field| field.name), Some("share")) { Unit::Share } else { Unit::None };
    (format!("{about} ({})", layout::tame(&parts[1..parts.len() - 1].join(", "))), unit)
}
