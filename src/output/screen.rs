//! What the terminal shows: the answer of a run on one screen, and the longer answers to closer questions.

mod assumed;
mod business;
mod explain;
mod first;
mod layout;
mod presets;
mod shape;
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
