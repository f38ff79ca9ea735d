//! `reachsim run --shard`: which part of the futures was simulated, and where its files lie.

use super::layout::{self, LABEL, pad};
use crate::output::format::{Format as _, Locale};
use crate::output::words::{Words as _, say};

/// A part of the futures of a run.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Which part it is, from 1, and of how many.
    pub place: u64,
    pub of: u64,
    /// How many futures it has, and the whole run.
    pub done: u64,
    pub all: u64,
}

/// What is said of a part whose files lie in a folder.
pub fn shard(locale: Locale, part: &Part, folder: &str) -> String {
    let [place, of, done, all] = [part.place, part.of, part.done, part.all]
        .map(|count| locale.number(count as f64, Some(0.0)));
    let line = |id: &str, text: &str| pad(&locale.say(id, &[]), LABEL) + text;
    layout::text(&[
        say!(locale, "shard-head", place = place, of = of, done = done, all = all),
        line("files-label", folder),
        line("next-label", &say!(locale, "shard-next")),
    ])
}
