//! What the terminal shows: the answer of a run on one screen, and the longer answers to closer questions.

mod assumed;
mod business;
mod explain;
mod first;
mod layout;
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
