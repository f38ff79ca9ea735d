//! A scene as SVG, by Plotters' backend.

use super::canvas::{Canvas, scene};
use super::scene::{Dash, Ground, Mark, Rect, Scene, Shape, Sheet, Stroke, Text, Tip};
use super::text::{Align, Face, Weight, clean};
use super::theme::Theme;
use crate::colour::Colour;
use plotters::prelude::{DrawingBackend, IntoFont, RGBColor, SVGBackend, ShapeStyle, TextStyle};
use plotters::style::FontStyle;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::fmt::Write as _;

/// Backend pixels for one unit of the sheet.
const FINE: u32 = 10;
/// Plotters' SVG backend divides font sizes by this number.
const PLOTTERS_FONT: f64 = 1.24;
/// The distance from the point that Plotters calls the top of a text to its baseline, in font
/// sizes.
const TOP_TO_BASELINE: f64 = 0.76;
/// Why no call of the backend fails.
const IN_MEMORY: &str = "the backend writes into memory";

/// A finished picture: well-formed by construction, since only a scene makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct Svg {
    text: String,
    /// Where the size of the root has ended.
    body: usize,
    size: [u32; 2],
    /// The regular and the bold face of its letters.
    faces: [Face; 2],
}

impl Svg {
    /// Prints a scene.
    pub fn of(scene: &Scene) -> Svg {
        let size = [scene.sheet.width, scene.sheet.height].map(|side| side.round().max(1.0) as u32);
        let [width, height] = size;
        let mut text = String::new();
        {
            let fine = (width * FINE, height * FINE);
            let mut printer = Printer {
                backend: SVGBackend::with_string(&mut text, fine),
                background: scene.background,
            };
            let (right, bottom) = (f64::from(width), f64::from(height));
            printer.rect(Rect { left: 0.0, top: 0.0, right, bottom }, scene.background);
            scene.marks.iter().for_each(|mark| printer.print(mark));
            printer.backend.present().expect(IN_MEMORY);
        }
        let fine = format!("<svg width=\"{}\" height=\"{}\"", width * FINE, height * FINE);
        let body =
            text.strip_prefix(&fine).expect("the backend begins with the size of its canvas");
        let root = format!("<svg width=\"{width}\" height=\"{height}\"");
        Svg {
            text: format!("{root} role=\"img\" aria-label=\"{}\"{body}", escape(&scene.words)),
            body: root.len(),
            size,
            faces: scene.faces.clone(),
        }
    }

    pub const fn faces(&self) -> &[Face; 2] {
        &self.faces
    }

    /// Width and height in units of the sheet.
    pub const fn size(&self) -> [u32; 2] {
        self.size
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The picture for a page, as wide as the place that it has there.
    pub fn inline(&self) -> String {
        format!("<svg width=\"100%\"{}", &self.text[self.body..])
    }
}

/// A scene of the usual size as it is printed.
pub fn picture(theme: &Theme, words: &str, draw: impl FnOnce(&mut Canvas)) -> Svg {
    Svg::of(&scene(theme, Sheet::PICTURE, words, draw))
}

/// Prints marks.
struct Printer<'a> {
    backend: SVGBackend<'a>,
    background: Colour,
}

impl Printer<'_> {
    fn print(&mut self, mark: &Mark) {
        match &mark.shape {
            Shape::Box { rect, colour } => self.rect(*rect, *colour),
            Shape::Area { points, colour } => self.area(points, *colour),
            Shape::Path { points, stroke } => self.path(points, *stroke),
            Shape::Disc { centre, radius, colour } => {
                let radius = (radius * f64::from(FINE)) as u32;
                let style = ShapeStyle::from(rgb(*colour)).filled();
                self.backend.draw_circle(point(*centre), radius, &style, true).expect(IN_MEMORY);
            }
            Shape::Text(text) => self.text(text),
        }
    }

    fn rect(&mut self, rect: Rect, colour: Colour) {
        let style = ShapeStyle::from(rgb(colour)).filled();
        let (from, to) = (point((rect.left, rect.top)), point((rect.right, rect.bottom)));
        self.backend.draw_rect(from, to, &style, true).expect(IN_MEMORY);
    }

    fn area(&mut self, points: &[(f64, f64)], colour: Colour) {
        let points = points.iter().map(|at| point(*at));
        self.backend.fill_polygon(points, &rgb(colour)).expect(IN_MEMORY);
    }

    fn path(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        let style = ShapeStyle::from(rgb(stroke.colour))
            .stroke_width((stroke.width * f64::from(FINE)) as u32);
        if stroke.dash == Dash::Dashed {
            if let [(from, y), (to, _)] = *points {
                for (start, end) in dashes(from, to) {
                    self.backend
                        .draw_line(point((start, y)), point((end, y)), &style)
                        .expect(IN_MEMORY);
                }
            }
            return;
        }
        match *points {
            [from, to] if stroke.tip == Tip::Blunt => {
                self.backend.draw_line(point(from), point(to), &style).expect(IN_MEMORY);
            }
            _ => {
                let points = points.iter().map(|at| point(*at));
                self.backend.draw_path(points, &style).expect(IN_MEMORY);
            }
        }
        if let (Tip::Arrow, Some(&(x, y))) = (stroke.tip, points.last()) {
            let tip = [(x - 9.0, y - 4.0), (x + 9.0, y - 4.0), (x, y + 10.0)];
            self.area(&tip, stroke.colour);
        }
    }

    fn text(&mut self, text: &Text) {
        if text.ground == Ground::Own {
            self.rect(text.ground(), self.background);
        }
        let style = match text.face.weight() {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let families = format!("{}, sans-serif", text.face.family());
        let font = (families.as_str(), text.size * f64::from(FINE) * PLOTTERS_FONT)
            .into_font()
            .style(style);
        let across = match text.align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        let colour = rgb(text.colour);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(across, VPos::Top));
        let at = point((text.at.0, text.at.1 - TOP_TO_BASELINE * text.size));
        self.backend.draw_text(&text.text, &style, at).expect(IN_MEMORY);
    }
}

/// Where the dashes of a line begin and end.
fn dashes(from: f64, to: f64) -> impl Iterator<Item = (f64, f64)> {
    let (dash, period) = (14.0, 24.0);
    let count = ((to - from) / period).clamp(0.0, 200.0) as usize;
    let starts = (0..=count).map(move |i| from + period * i as f64);
    starts.filter(move |start| *start < to).map(move |start| (start, (start + dash).min(to)))
}

fn rgb(colour: Colour) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

/// Backend pixels; a cast from a double saturates, and nothing lies left of or above the sheet.
fn point((x, y): (f64, f64)) -> (i32, i32) {
    let pixel = |v: f64| (v.max(0.0) * f64::from(FINE)).round() as i32;
    (pixel(x), pixel(y))
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
