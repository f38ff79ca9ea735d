//! `reachsim init`: where a new scenario stands.

use super::first::quoted;
use super::layout::{self, LABEL, pad};
use crate::output::format::Locale;
use crate::output::phrases::tame;
use crate::output::words::Words as _;

/// The file, and the command to go on with.
pub fn written(locale: Locale, file: &str) -> String {
    let line = |id: &str, text: &str| pad(&locale.say(id, &[]), LABEL) + text;
    let next = format!("reachsim run {}", quoted(file));
    layout::text(&[line("files-label", &tame(file)), line("next-label", &next)])
}
