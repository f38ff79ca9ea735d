//! The states of a scenario as columns of one table.

use super::layout::{self, WIDTH, cut, pad, pad_left};
use crate::output::Report;
use crate::output::phrases::states::rows;
use crate::output::phrases::tame;
use crate::output::words::say;

/// Columns of the words, and of each state; as many states as fit stand beside each other.
const WORDS: usize = 30;
const COLUMN: usize = (WIDTH - WORDS) / MOST;
const MOST: usize = 4;

/// The table, or nothing where the file has no states.
pub fn states(report: &Report) -> String {
    let states = &report.extras.states;
    if states.is_empty() {
        return String::new();
    }
    let mut lines = vec![String::new(), say!(report.locale, "states-head")];
    let rows = rows(report);
    for first in (0..states.len()).step_by(MOST) {
        let part = first..(first + MOST).min(states.len());
        let heads = states[part.clone()].iter().map(|state| tame(state.name.of(report.locale)));
        let line = |words: &str, cells: &mut dyn Iterator<Item = String>| {
            let start = pad(&cut(words, WORDS - 1), WORDS);
            cells.fold(start, |line, cell| line + &pad_left(&cut(&cell, COLUMN - 1), COLUMN))
        };
        lines.push(line("", &mut heads.into_iter()));
        for row in &rows {
            let cells = row[1..][part.clone()].iter().cloned();
            lines.push(line(&format!("  {}", row[0]), &mut cells.into_iter()));
        }
    }
    layout::text(&lines)
}
