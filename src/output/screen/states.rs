//! The states of a scenario as columns of one table.

use super::layout::{self, cut, pad, pad_left, width};
use crate::output::Report;
use crate::output::phrases::states::rows;
use crate::output::phrases::tame;
use crate::output::words::say;

/// Columns of the words, and of each state; as many states as fit stand beside each other.
const WORDS: usize = 30;
const COLUMN: usize = 12;

/// The table, or nothing where the file has no states.
pub fn states(report: &Report) -> String {
    let states = &report.extras.states;
    if states.is_empty() {
        return String::new();
    }
    let mut lines = vec![String::new(), say!(report.locale, "states-head")];
    let rows = rows(report);
    let longest = rows.iter().map(|row| width(&row[0])).max().unwrap_or(0) + 3;
    let at = layout::words(WORDS, longest, report.columns);
    let most = (report.columns - at) / COLUMN;
    for first in (0..states.len()).step_by(most) {
        let part = first..(first + most).min(states.len());
        let heads = states[part.clone()].iter().map(|state| tame(state.name.of(report.locale)));
        let line = |words: &str, cells: &mut dyn Iterator<Item = String>| {
            let start = pad(&cut(words, at - 1), at);
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
