//! Labels that make room for each other.

use super::canvas::Canvas;
use super::scene::Rect;
use super::text::{Align, Type, fit};

/// Moves centres of labels as little as possible (in squares) so that neighbours with these widths
/// do not overlap and all lie within `low` and `high` where there is room. Centres must ascend.
///
/// With the cumulated distances taken off, that is isotonic regression: pool adjacent violators
/// (Ayer et al. 1955).
pub fn keep_apart(centres: &[f64], widths: &[f64], gap: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let mut offsets = vec![0.0; centres.len()];
    for i in 1..centres.len() {
        offsets[i] = offsets[i - 1] + f64::midpoint(widths[i - 1], widths[i]) + gap;
    }
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (centre, offset) in centres.iter().zip(&offsets) {
        pools.push((centre - offset, 1));
        while let [.., (before, m), (after, n)] = pools[..] {
            if before <= after {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push(((before * m as f64 + after * n as f64) / (m + n) as f64, m + n));
        }
    }
    let (Some(first), Some(last), Some(span)) = (widths.first(), widths.last(), offsets.last())
    else {
        return Vec::new();
    };
    let (least, most) = (low + first / 2.0, high - last / 2.0 - span);
    let places = pools.into_iter().flat_map(|(place, count)| std::iter::repeat_n(place, count));
    places.zip(&offsets).map(|(place, offset)| place.min(most).max(least) + offset).collect()
}

/// A vertical line with its label at the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// Its place across the canvas.
    pub x: f64,
    pub label: String,
    /// A second line in grey; may be empty.
    pub note: String,
    /// Whether the line is drawn; without it the label alone points beyond the edge.
    pub line: Line,
}

/// The line of a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Drawn,
    None,
}

/// Height of a row of flags with a note and without.
const TALL: f64 = 68.0;
const FLAT: f64 = 40.0;
const PAD: f64 = 12.0;

/// Plans rows for flags that ascend from left to right. A label stands to the right of its line, or
/// to the left where the right has no room; it lies above the lines that it crosses, so each flag
/// gets a row of its own unless it ends before the next line begins.
struct Plan {
    rows: Vec<usize>,
    sides: Vec<Align>,
    count: usize,
}

fn plan(flags: &[Flag], widths: &[f64], area: Rect) -> Plan {
    let sides = sides(flags, widths, area);
    let mut rows = vec![0; flags.len()];
    // From the bottom row upwards: labels to the right of their lines, the rightmost lowest ..
    let (mut row, mut next_line, mut rightmost) = (0, f64::INFINITY, f64::NEG_INFINITY);
    for i in (0..flags.len()).rev().filter(|&i| sides[i] == Align::Left) {
        let end = flags[i].x + widths[i] + PAD;
        row += usize::from(end > next_line);
        rows[i] = row;
        next_line = flags[i].x;
        rightmost = rightmost.max(end);
    }
    // .. then those to the left, the leftmost lowest, beside the first where they stay clear of
    // them.
    let leftward = || (0..flags.len()).filter(|&i| sides[i] == Align::Right);
    let leftmost = leftward().map(|i| flags[i].x - widths[i] - PAD).fold(f64::INFINITY, f64::min);
    row = if next_line.is_finite() && leftmost < rightmost { row + 1 } else { 0 };
    let mut last_line = f64::NEG_INFINITY;
    for i in leftward() {
        row += usize::from(flags[i].x - widths[i] - PAD < last_line);
        rows[i] = row;
        last_line = flags[i].x;
    }
    let count = rows.iter().max().map_or(0, |top| top + 1);
    Plan { rows, sides, count }
}

/// To the right where there is room before the edge and before the lines whose labels had to go
/// left.
fn sides(flags: &[Flag], widths: &[f64], area: Rect) -> Vec<Align> {
    let mut sides = vec![Align::Left; flags.len()];
    let mut limit = area.right;
    for i in (0..flags.len()).rev() {
        let (fits_right, fits_left) =
            (flags[i].x + widths[i] <= limit, flags[i].x - widths[i] >= area.left);
        if !fits_right && (fits_left || flags[i].x > f64::midpoint(area.left, area.right)) {
            sides[i] = Align::Right;
            limit = flags[i].x;
        }
    }
    sides
}

/// Draws flags into the upper part of an area, with their lines down to its bottom, over the plot
/// that fills the rest. `plot` is drawn below the lines.
pub fn flags(
    canvas: &mut Canvas,
    area: Rect,
    flags: &[Flag],
    plot: impl FnOnce(&mut Canvas, Rect),
) {
    let theme = canvas.theme;
    let (label, note) =
        (theme.bold(theme.label, theme.accent), theme.regular(theme.small, theme.quiet));
    let room = (area.right - area.left) * canvas.room(0.62, 0.92);
    let height = if flags.iter().all(|flag| flag.note.is_empty()) { FLAT } else { TALL };
    let cut = |text: &str, kind: Type| fit(text, room, kind.size, kind.face);
    let texts: Vec<(String, String)> =
        flags.iter().map(|flag| (cut(&flag.label, label), cut(&flag.note, note))).collect();
    let widths: Vec<f64> =
        texts.iter().map(|(a, b)| label.width(a).max(note.width(b)) + 2.0 * PAD).collect();
    let plan = plan(flags, &widths, area);
    let height = height.min(0.5 * (area.bottom - area.top) / plan.count.max(1) as f64);
    let top = area.top + height * plan.count as f64;
    plot(canvas, Rect { top: top + if flags.is_empty() { 0.0 } else { PAD }, ..area });
    let row_top = |i: usize| top - height * (plan.rows[i] + 1) as f64;
    for (width, colour) in [(7.0, theme.background), (3.0, theme.accent)] {
        for (i, flag) in flags.iter().enumerate().filter(|(_, flag)| flag.line == Line::Drawn) {
            canvas.line((flag.x, row_top(i)), (flag.x, area.bottom), width, colour);
        }
    }
    for (i, flag) in flags.iter().enumerate() {
        // Where neither side has room, a label moves over its line.
        let letters = widths[i] - 2.0 * PAD;
        let x = if plan.sides[i] == Align::Left {
            (flag.x + PAD).min(area.right - letters)
        } else {
            (flag.x - PAD).max(area.left + letters)
        };
        let baseline = row_top(i) + theme.label * 0.82;
        canvas.text_on_ground(&texts[i].0, (x, baseline), label.align(plan.sides[i]));
        if !texts[i].1.is_empty() {
            canvas.text_on_ground(
                &texts[i].1,
                (x, baseline + theme.small * 1.3),
                note.align(plan.sides[i]),
            );
        }
    }
}
