//! What the terminal shows: the answer of a run on one screen, and the longer answers to closer
//! questions.

mod business;
mod explain;
mod first;
pub mod graph;
pub mod layout;
mod presets;
mod shard;
mod states;
pub mod studies;
mod table;
mod targets;
mod trial;

pub use explain::{Shown as ShownKeys, explain, explain_keys};
pub use first::{METRICS, Shown, run};
pub use presets::{preset, presets};
pub use shard::{Part, shard};
pub use states::states;
pub use table::table;
pub use targets::missed_targets;
pub use trial::trial;

use super::format::Locale;
use super::phrases::{line, tame};
use crate::model::{About, Model, Plan};

/// The first line: the title, the horizon, the currency, and how many futures were simulated.
fn title(about: &About, model: &Model, plan: Plan, locale: Locale) -> String {
    layout::ends(&tame(&about.title), &line(about, model, plan, locale))
}
