//! The canvas that charts draw on, and the finished picture.

use super::text::{Align, Face, Type, Weight};
use super::theme::{Colour, Theme};
use plotters::prelude::{DrawingBackend, IntoFont, RGBColor, SVGBackend, ShapeStyle, TextStyle};
use plotters::style::FontStyle;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::fmt::Write as _;

pub const WIDTH: u32 = 1920;
pub const HEIGHT: u32 = 1080;
/// Backend pixels for one unit of the canvas.
const FINE: u32 = 10;
/// Plotters' SVG backend divides font sizes by this number.
const PLOTTERS_FONT: f64 = 1.24;
/// The distance from the point that Plotters calls the top of a text to its baseline, in font
/// sizes.
const TOP_TO_BASELINE: f64 = 0.76;
/// Why no call of the backend fails.
const IN_MEMORY: &str = "the backend writes into memory";

/// A finished picture: well-formed by construction, since only `picture` makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct Svg {
    text: String,
    /// Where the size of the root has ended.
    body: usize,
    /// The regular and the bold face of its letters.
    faces: [Face; 2],
}

impl Svg {
    pub const fn faces(&self) -> &[Face; 2] {
        &self.faces
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The picture for a page, as wide as the place that it has there.
    pub fn inline(&self) -> String {
        format!("<svg width=\"100%\"{}", &self.text[self.body..])
    }
}

/// A rectangle of the canvas; y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// Where charts draw: positions in units of 1920 x 1080, anything outside or not finite is moved to
/// the nearest place.
pub struct Canvas<'a> {
    backend: SVGBackend<'a>,
    pub theme: &'a Theme,
}

/// Draws a picture; `words` say what it shows to those who cannot see it.
pub fn picture(theme: &Theme, words: &str, draw: impl FnOnce(&mut Canvas)) -> Svg {
    let mut text = String::new();
    {
        let mut canvas = Canvas {
            backend: SVGBackend::with_string(&mut text, (WIDTH * FINE, HEIGHT * FINE)),
            theme,
        };
        canvas.rect(
            Rect { left: 0.0, top: 0.0, right: f64::from(WIDTH), bottom: f64::from(HEIGHT) },
            theme.background,
        );
        draw(&mut canvas);
        canvas.backend.present().expect(IN_MEMORY);
    }
    let fine = format!("<svg width=\"{}\" height=\"{}\"", WIDTH * FINE, HEIGHT * FINE);
    let body = text.strip_prefix(&fine).expect("the backend begins with the size of its canvas");
    let size = format!("<svg width=\"{WIDTH}\" height=\"{HEIGHT}\"");
    Svg {
        text: format!("{size} role=\"img\" aria-label=\"{}\"{body}", escape(words)),
        body: size.len(),
        faces: [theme.body.clone(), theme.heading.clone()],
    }
}

impl Canvas<'_> {
    pub fn rect(&mut self, rect: Rect, colour: Colour) {
        let style = ShapeStyle::from(rgb(colour)).filled();
        self.backend
            .draw_rect(point(rect.left, rect.top), point(rect.right, rect.bottom), &style, true)
            .expect(IN_MEMORY);
    }

    pub fn polygon(&mut self, points: &[(f64, f64)], colour: Colour) {
        self.backend
            .fill_polygon(points.iter().map(|&(x, y)| point(x, y)), &rgb(colour))
            .expect(IN_MEMORY);
    }

    pub fn path(&mut self, points: &[(f64, f64)], width: f64, colour: Colour) {
        self.backend
            .draw_path(points.iter().map(|&(x, y)| point(x, y)), &stroke(width, colour))
            .expect(IN_MEMORY);
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, colour: Colour) {
        self.backend
            .draw_line(point(from.0, from.1), point(to.0, to.1), &stroke(width, colour))
            .expect(IN_MEMORY);
    }

    /// A horizontal line of dashes.
    pub fn dashes(&mut self, from: f64, to: f64, y: f64, width: f64, colour: Colour) {
        let (dash, period) = (14.0, 24.0);
        let count = ((to - from) / period).clamp(0.0, 200.0) as usize;
        for at in (0..=count).map(|i| from + period * i as f64).filter(|at| *at < to) {
            self.line((at, y), ((at + dash).min(to), y), width, colour);
        }
    }

    pub fn disc(&mut self, centre: (f64, f64), radius: f64, colour: Colour) {
        let radius = (radius * f64::from(FINE)) as u32;
        self.backend
            .draw_circle(
                point(centre.0, centre.1),
                radius,
                &ShapeStyle::from(rgb(colour)).filled(),
                true,
            )
            .expect(IN_MEMORY);
    }

    /// A text whose baseline is at y. Characters that XML forbids become spaces.
    pub fn text(&mut self, text: &str, (x, y): (f64, f64), kind: Type) {
        let clean = clean(text);
        if clean.trim().is_empty() {
            return;
        }
        let style = match kind.face.weight() {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let families = format!("{}, sans-serif", kind.face.family());
        let font = (families.as_str(), kind.size * f64::from(FINE) * PLOTTERS_FONT)
            .into_font()
            .style(style);
        let across = match kind.align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        let colour = rgb(kind.colour);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(across, VPos::Top));
        self.backend
            .draw_text(clean.trim(), &style, point(x, y - TOP_TO_BASELINE * kind.size))
            .expect(IN_MEMORY);
    }

    /// A text on a ground of its own, which interrupts whatever passes behind it.
    pub fn text_on_ground(&mut self, text: &str, (x, y): (f64, f64), kind: Type) {
        let (width, pad) = (kind.width(text), 6.0);
        let left = match kind.align {
            Align::Left => x,
            Align::Centre => x - width / 2.0,
            Align::Right => x - width,
        };
        let ground = Rect {
            left: left - pad,
            top: y - 0.9 * kind.size,
            right: left + width + pad,
            bottom: y + 0.3 * kind.size,
        };
        self.rect(ground, self.theme.background);
        self.text(text, (x, y), kind);
    }
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

fn stroke(width: f64, colour: Colour) -> ShapeStyle {
    ShapeStyle::from(rgb(colour)).stroke_width((width * f64::from(FINE)) as u32)
}

/// Backend pixels; a cast from a double saturates, and what is not a number becomes zero.
fn point(x: f64, y: f64) -> (i32, i32) {
    let pixel = |v: f64, end: u32| (v.clamp(0.0, f64::from(end)) * f64::from(FINE)).round() as i32;
    (pixel(x, WIDTH), pixel(y, HEIGHT))
}

fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { c })
        .collect()
}

fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in clean(text).chars() {
        if matches!(c, '<' | '>' | '&' | '"') {
            write!(escaped, "&#{};", u32::from(c)).expect("a string takes every text");
        } else {
            escaped.push(c);
        }
    }
    escaped
}
