//! What stands around every plot: title, subtitle and stamp.

use super::canvas::{Canvas, HEIGHT, Rect, WIDTH};
use super::text::{fit, text_width, wrap, wrap_evenly};
use super::theme::Framing;

/// Empty space at the left and right edge.
pub const MARGIN: f64 = 84.0;
/// The lower end of the plot's area.
pub const FOOT: f64 = 984.0;

/// Writes title, subtitle and stamp, and returns the area between them.
pub fn frame(canvas: &mut Canvas, title: &str, subtitle: &str, stamp: &str) -> Rect {
    let theme = canvas.theme;
    if theme.framing == Framing::Bare {
        return Rect {
            left: 24.0,
            top: 46.0,
            right: f64::from(WIDTH) - 24.0,
            bottom: f64::from(HEIGHT) - 24.0,
        };
    }
    let (left, right) = (MARGIN, f64::from(WIDTH) - MARGIN);
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
    let foot = f64::from(HEIGHT) - 42.0;
    canvas.line((left, foot - 34.0), (right, foot - 34.0), 1.5, theme.grid);
    let size = theme.small * 0.87;
    canvas.text(
        &fit(stamp, right - left, size, &theme.body),
        (left, foot),
        theme.regular(size, theme.quiet),
    );
    Rect { left, top: y + 40.0, right, bottom: FOOT }
}
