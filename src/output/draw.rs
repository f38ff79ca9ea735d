//! The thin drawing module behind which Plotters and resvg stand: a canvas of 1920 x 1080 units,
//! one look, SVG and PNG.
//!
//! Pictures are drawn by Plotters' SVG backend on a canvas ten times as large, because it knows
//! whole pixels only, and every letter comes from the embedded Inter (SIL Open Font License, beside
//! the font files), so that no picture depends on the machine that draws it.

mod axis;
mod canvas;
mod frame;
mod labels;
mod pdf;
mod png;
mod text;
mod theme;

pub use axis::{Axes, Scale, round_steps, steps_between};
pub use canvas::{Canvas, Rect, Svg, picture};
pub use frame::{FOOT, MARGIN, frame};
pub use labels::{Flag, Line, flags, keep_apart};
pub use pdf::{A4, Paper, pdf};
pub use png::png;
pub use text::{Align, Face, Type, Weight, fit, text_width, wrap, wrap_evenly};
pub use theme::{Colour, Framing, Theme};
