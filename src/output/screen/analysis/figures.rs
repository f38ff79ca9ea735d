//! Lines of figures: words, value, and what must stand beside it.

use reachsim_data::analyse::{Figure, Remark};

use super::super::layout::{pad, pad_left, width, wrap};
use crate::output::analysis::Told;
use crate::output::phrases::analysis::{self as words, beside};

/// Columns of the words, and the column in which values end.
const WORDS: usize = 30;
const VALUE: usize = 42;

/// The lines of figures that stand below each other: what is to be said of several is said once.
pub fn lines(told: &Told, figures: &[&Figure]) -> Vec<String> {
    let mut said: Vec<Remark> = Vec::new();
    let mut lines = Vec::new();
    for figure in figures {
        let new: Vec<Remark> =
            figure.remarks.iter().copied().filter(|remark| !said.contains(remark)).collect();
        let (name, value) = (words::figure(told.locale, figure), words::value(told.locale, figure));
        lines.extend(row(told, &name, &value, &notes(told, figure, &new)));
        said.extend(new);
    }
    lines
}

/// Words, a value and a note that goes on below itself.
pub fn row(told: &Told, name: &str, value: &str, note: &str) -> Vec<String> {
    let front = format!("  {}", pad(name, WORDS - 2));
    let room = VALUE.saturating_sub(width(&front));
    let front = format!("{front}{}", pad_left(value, room));
    let notes = wrap(note, told.columns.saturating_sub(VALUE + 2));
    let mut lines = Vec::new();
    for (place, note) in notes.iter().enumerate() {
        let start = if place == 0 { front.clone() } else { " ".repeat(VALUE) };
        lines.push(format!("{}  {note}", pad(&start, VALUE)));
    }
    if lines.is_empty() { vec![front] } else { lines }
}

/// What stands beside a value, in one line.
pub fn notes(told: &Told, figure: &Figure, remarks: &[Remark]) -> String {
    let locale = told.locale;
    let mut notes = Vec::new();
    let interval = words::interval(locale, figure);
    if let Some(interval) = interval.filter(|range| *range != words::value(locale, figure)) {
        notes.push(format!("({interval})"));
    }
    let asides = figure.beside.iter().filter_map(|of| beside::aside(locale, figure, of));
    notes.extend(asides);
    notes.extend(remarks.iter().map(|remark| beside::remark(locale, *remark)));
    notes.join("; ")
}
