//! The answers of the studies, in plain words.

mod break_even;
mod claims;
mod compare;
mod condition;
mod measure;
mod optimise;
mod robust;
mod sensitivity;
mod solve;
mod story;
mod sweep;
mod voi;

pub use break_even::break_even;
pub use claims::{claims, figures};
pub use compare::{Depth, compare, why};
pub use condition::condition;
pub use measure::measure;
pub use optimise::optimise;
pub use sensitivity::sensitivity;
pub use solve::solve;
pub use story::story;
pub use sweep::sweep;
pub use voi::voi;

use super::layout::{LABEL, pad, wrap};
use crate::model::Plan;
use crate::output::Context;
use crate::output::format::{Format as _, Locale};
use crate::output::phrases::tame;
use crate::output::words::say;
use crate::study::{Settling, WRONG};

/// The title of the scenario, its horizon and currency, and how many futures were simulated.
fn title(context: &Context, trials: u64) -> String {
    super::title(&Context { plan: Plan { trials, ..context.plan }, ..*context })
}

/// Whether the answer was settled, and what it took.
fn settled(context: &Context, settling: Option<Settling>) -> Vec<String> {
    let locale = context.locale;
    let Some(settling) = settling else { return Vec::new() };
    let trials = say!(locale, "trials", n = settling.trials);
    let wrong = locale.share(settling.chance_wrong, None);
    let text = if settling.is_settled() {
        say!(locale, "settled", trials = trials, wrong = wrong)
    } else {
        say!(
            locale,
            "not-settled",
            trials = trials,
            wrong = wrong,
            limit = locale.share(WRONG, None)
        )
    };
    wrap(&text, context.columns)
}

/// Where the files are.
pub fn files(locale: Locale, folder: &str) -> String {
    format!("{}{}\n", pad(&say!(locale, "files-label"), LABEL), tame(folder))
}
