//! The top of the page: a hundred dots for each target, and what it asks.

use std::fmt::Write as _;

use serde::Serialize;

use crate::locale::Locale;
use crate::output::story::{Answer, Dots};
use crate::output::words::{Words as _, say, sentence};

/// Dots in a row, of a hundred.
const ROW: usize = 20;

/// A target as the template shows it.
#[derive(Serialize)]
pub struct Target {
    /// The places of the futures in which it is met, and of the others, as paths.
    met: String,
    missed: String,
    chance: String,
    name: String,
    /// What the file demands, and whether it is so; empty where it demands nothing.
    wanted: String,
}

/// The targets of an answer.
pub fn targets(locale: Locale, answer: &Answer) -> Vec<Target> {
    let target = |dots: &Dots| {
        let filled = usize::from(dots.filled);
        Target {
            met: places(0..filled),
            missed: places(filled..100),
            chance: sentence(&dots.chance),
            name: dots.name.clone(),
            wanted: wanted(locale, dots).unwrap_or_default(),
        }
    };
    answer.targets.iter().map(target).collect()
}

fn wanted(locale: Locale, dots: &Dots) -> Option<String> {
    let id = if dots.met? { "targets-met" } else { "targets-missed" };
    Some(say!(locale, "page-wanted", n = dots.wanted?, met = locale.say(id, &[])))
}

/// Points ten units apart: the round ends of their lines are the dots.
fn places(dots: std::ops::Range<usize>) -> String {
    dots.fold(String::new(), |mut path, dot| {
        let (across, down) = (10 * (dot % ROW) + 5, 10 * (dot / ROW) + 5);
        write!(path, "M{across} {down}h0").expect("a string takes every text");
        path
    })
}
