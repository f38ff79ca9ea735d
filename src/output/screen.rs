//! What the terminal shows: the answer of a run on one screen, and the longer answers to closer
//! questions.

pub mod analysis;
pub mod backtest;
mod business;
pub mod calibration;
pub mod choice;
mod explain;
mod exports;
mod first;
pub mod graph;
pub mod layout;
mod new;
mod presets;
pub mod record;
mod shard;
mod states;
pub mod studies;
mod table;
mod targets;
mod trial;

pub use explain::{Page, Shown as ShownKeys, explain, explain_keys, slides};
pub use exports::exports;
pub use first::{METRICS, Shown, quoted, run};
pub use new::written;
pub use presets::{preset, presets};
pub use shard::{Part, shard};
pub use states::states;
pub use table::table;
pub use targets::missed_targets;
pub use trial::trial;

use super::Context;
use super::phrases::{Unseen, line, tame};
use super::words::Words as _;
use crate::model::Model;

/// What second order means in communities of whose questions friends see nothing, below other
/// lines; nothing where there are none.
pub fn unseen(page: Page, model: &Model) -> String {
    let Page { locale, columns } = page;
    let text = match Unseen::of(model) {
        Unseen::Nowhere => return String::new(),
        Unseen::Somewhere(ids) => Unseen::words(locale, &ids),
        Unseen::Everywhere => locale.say("unseen", &[]),
    };
    let label = locale.say("unseen-label", &[]);
    let lines = layout::labelled(&label, &text, usize::MAX, columns);
    layout::text(&[vec![String::new()], lines].concat())
}

/// The first line: the title, the horizon, the currency, and how many futures were simulated.
fn title(context: &Context) -> String {
    let Context { plan, locale, columns, .. } = *context;
    let (about, model) = (context.about(), context.model());
    layout::ends(&tame(about.title.of(locale)), &line(about, model, plan, locale), columns)
}
