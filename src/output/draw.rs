//! The thin drawing module behind which Plotters and resvg stand: charts draw a scene, and scenes
//! are printed as SVG and PNG.
//!
//! Pictures are printed by Plotters' SVG backend on a canvas ten times as large, because it knows
//! whole pixels only, and every letter comes from the embedded Inter (SIL Open Font License, beside
//! the font files), so that no picture depends on the machine that draws it.

mod axis;
mod canvas;
mod frame;
mod labels;
mod pdf;
mod png;
mod scene;
mod svg;
mod text;
mod theme;

pub use axis::{Axes, Scale, round_steps, steps_between};
pub use canvas::{Canvas, Zero, scene};
pub use frame::{MARGIN, frame};
pub use labels::{Flag, Line, flags, keep_apart};
pub use pdf::{A4, Paper, pdf};
pub use png::png;
pub use scene::{
    Dash, Edge, Framing, Ground, Mark, Part, Rect, Region, Ruler, RulerKind, Scene, Shape, Sheet,
    Stroke, Text, Tip,
};
pub use svg::{Svg, picture};
pub use text::{Align, Face, Type, Weight, fit, text_width, wrap, wrap_evenly};
pub use theme::{Colour, Theme};
