//! What stands around every plot: title, subtitle and stamp.

use super::canvas::Canvas;
use super::scene::{Framing, Part, Rect};
use super::text::{fit, text_width, wrap, wrap_evenly};

/// Empty space at the left and right edge.
pub const MARGIN: f64 = 84.0;
/// Room below the plot's area, for the stamp.
const FOOT: f64 = 96.0;

/// Writes title, subtitle and stamp, and returns the area between them.
pub fn frame(canvas: &mut Canvas, title: &str, subtitle: &str, stamp: &str) -> Rect {
    let sheet = canvas.sheet;
    if sheet.framing == Framing::Bare {
        let side = canvas.room(24.0, 16.0);
        return Rect {
            left: side,
            top: canvas.room(46.0, 40.0),
            right: sheet.width - side,
            bottom: sheet.height - side,
        };
    }
    let (left, right) = (MARGIN, sheet.width - MARGIN);
    let mut top = 0.0;
    canvas.of_part(Part::Frame, |canvas| {
        top = words(canvas, (left, right), [title, subtitle, stamp]);
    });
    Rect { left, top, right, bottom: sheet.height - FOOT }
}

/// Writes the words, and returns where the plot may begin.
fn words(canvas: &mut Canvas, (left, right): (f64, f64), words: [&str; 3]) -> f64 {
    let (theme, [title, subtitle, stamp]) = (canvas.theme, words);
    // A title that is a little too long becomes a little smaller before it takes a second line.
    let size =
        (theme.title * (right - left) / text_width(title, theme.title, &theme.heading)).floor();
    let size = if size >= 0.82 * theme.title { size.min(theme.title) } else { 0.87 * theme.title };
    let mut y = 62.0;
    for line in wrap_evenly(title, right - left, size, &theme.heading) {
        y += size;
        canvas.text(&line, (left, y), theme.bold(size, theme.ink));
        y += 0.18 * size;
    }
    y += 6.0;
    for line in wrap(subtitle, right - left, theme.subtitle, &theme.body, 2) {
        y += 1.36 * theme.subtitle;
        canvas.text(&line, (left, y), theme.regular(theme.subtitle, theme.quiet));
    }
    let foot = canvas.sheet.height - 42.0;
    canvas.line((left, foot - 34.0), (right, foot - 34.0), 1.5, theme.grid);
    let size = theme.small * 0.87;
    canvas.text(
        &fit(stamp, right - left, size, &theme.body),
        (left, foot),
        theme.regular(size, theme.quiet),
    );
    y + 40.0
}
