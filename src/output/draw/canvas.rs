//! The canvas that charts draw on.

use super::scene::{
    Dash, Edge, Ground, Mark, Part, Rect, Region, Ruler, RulerKind, Scene, Shape, Sheet, Stroke,
    Text, Tip,
};
use super::text::{Align, Type, clean, fit};
use super::theme::{Colour, Theme};
use crate::output::format::Format as _;

/// Where charts draw, in units of the sheet; anything outside or not finite is moved to the
/// nearest place.
pub struct Canvas<'a> {
    pub theme: &'a Theme,
    pub sheet: Sheet,
    scene: Scene,
    part: Part,
}

/// Draws a scene; `words` say what it shows to those who cannot see it.
pub fn scene(theme: &Theme, sheet: Sheet, words: &str, draw: impl FnOnce(&mut Canvas)) -> Scene {
    let scene = Scene {
        sheet,
        background: theme.background,
        words: words.to_owned(),
        marks: Vec::new(),
        regions: Vec::new(),
        faces: [theme.body.clone(), theme.heading.clone()],
    };
    let mut canvas = Canvas { theme, sheet, scene, part: Part::Data };
    draw(&mut canvas);
    canvas.scene
}

impl Canvas<'_> {
    /// One length where there is room for words beside a plot, another where there is not.
    pub const fn room(&self, wide: f64, narrow: f64) -> f64 {
        if self.sheet.is_narrow() { narrow } else { wide }
    }

    /// As many numbers along an edge as can be read.
    pub const fn count(&self, wide: usize) -> usize {
        if self.sheet.is_narrow() && wide > 4 { 4 } else { wide }
    }

    fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let within = |v: f64, end: f64| if v.is_nan() { 0.0 } else { v.clamp(0.0, end) };
        (within(x, self.sheet.width), within(y, self.sheet.height))
    }

    fn add(&mut self, shape: Shape) {
        self.scene.marks.push(Mark { shape, part: self.part });
    }

    /// Draws what belongs to another part than the data.
    pub fn of_part(&mut self, part: Part, draw: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.part, part);
        draw(self);
        self.part = before;
    }

    /// Says where a plot is, and what lengths mean in it.
    pub fn region(&mut self, region: Region) {
        self.scene.regions.push(region);
    }

    pub fn rect(&mut self, rect: Rect, colour: Colour) {
        let (left, top) = self.place((rect.left, rect.top));
        let (right, bottom) = self.place((rect.right, rect.bottom));
        self.add(Shape::Box { rect: Rect { left, top, right, bottom }, colour });
    }

    pub fn polygon(&mut self, points: &[(f64, f64)], colour: Colour) {
        let points = points.iter().map(|point| self.place(*point)).collect();
        self.add(Shape::Area { points, colour });
    }

    fn stroke(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        let points = points.iter().map(|point| self.place(*point)).collect();
        self.add(Shape::Path { points, stroke });
    }

    pub fn path(&mut self, points: &[(f64, f64)], width: f64, colour: Colour) {
        self.stroke(points, Stroke { width, colour, dash: Dash::Solid, tip: Tip::Blunt });
    }

    /// A path with an arrow at its last point.
    pub fn arrow(&mut self, points: &[(f64, f64)], width: f64, colour: Colour) {
        self.stroke(points, Stroke { width, colour, dash: Dash::Solid, tip: Tip::Arrow });
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, colour: Colour) {
        self.path(&[from, to], width, colour);
    }

    /// A horizontal line of dashes.
    pub fn dashes(&mut self, from: f64, to: f64, y: f64, width: f64, colour: Colour) {
        let stroke = Stroke { width, colour, dash: Dash::Dashed, tip: Tip::Blunt };
        self.stroke(&[(from, y), (to, y)], stroke);
    }

    pub fn disc(&mut self, centre: (f64, f64), radius: f64, colour: Colour) {
        let centre = self.place(centre);
        self.add(Shape::Disc { centre, radius, colour });
    }

    /// A text whose baseline is at y. Characters that no document may have become spaces.
    pub fn text(&mut self, text: &str, at: (f64, f64), kind: Type) {
        self.write(text, at, (kind, Ground::Clear));
    }

    /// A text on a ground of its own, which interrupts whatever passes behind it.
    pub fn text_on_ground(&mut self, text: &str, at: (f64, f64), kind: Type) {
        self.write(text, at, (kind, Ground::Own));
    }

    fn write(&mut self, text: &str, at: (f64, f64), (kind, ground): (Type, Ground)) {
        let clean = clean(text);
        let text = clean.trim();
        if text.is_empty() {
            return;
        }
        let at = self.place(at);
        let Type { size, face, colour, align } = kind;
        let face = face.clone();
        self.add(Shape::Text(Text {
            text: text.to_owned(),
            at,
            size,
            face,
            colour,
            align,
            ground,
        }));
    }
}

/// How lines across a plot stand out where they mean zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Zero {
    /// Like any other.
    Plain,
    /// As a line so wide on which things stand.
    Axis(f64),
}

impl Canvas<'_> {
    /// Lines from edge to edge at the numbers of a ruler, with the numbers beside the plot.
    pub fn grid(&mut self, plot: Rect, (edge, ruler): (Edge, &Ruler), zero: Zero) {
        let RulerKind::Numbers { quantity, ticks } = &ruler.kind else { return };
        let labels = self.theme.locale.axis(*quantity, ticks);
        self.of_part(Part::Grid(edge), |canvas| {
            let theme = canvas.theme;
            let small = theme.regular(theme.small, theme.quiet);
            for (tick, label) in ticks.iter().zip(labels) {
                let (width, colour) = match zero {
                    Zero::Axis(width) if *tick == 0.0 => (width, theme.axis),
                    _ => (1.5, theme.grid),
                };
                let at = ruler.scale.at(*tick);
                match edge {
                    Edge::Across => {
                        canvas.line((at, plot.top), (at, plot.bottom), width, colour);
                        canvas.below(plot, at, &label);
                    }
                    Edge::Up => {
                        canvas.line((plot.left, at), (plot.right, at), width, colour);
                        let beside = (plot.left - 14.0, at + 8.0);
                        canvas.text(&label, beside, small.align(Align::Right));
                    }
                }
            }
        });
    }

    /// The line under a plot with the numbers of a ruler.
    pub fn base(&mut self, plot: Rect, across: &Ruler) {
        let RulerKind::Numbers { quantity, ticks } = &across.kind else { return };
        let labels = self.theme.locale.axis(*quantity, ticks);
        let named: Vec<(f64, String)> = ticks.iter().copied().zip(labels).collect();
        self.named_base(plot, across, &named);
    }

    /// The line under a plot with names at places of a ruler.
    pub fn named_base(&mut self, plot: Rect, across: &Ruler, names: &[(f64, String)]) {
        self.of_part(Part::Grid(Edge::Across), |canvas| {
            let theme = canvas.theme;
            canvas.line((plot.left, plot.bottom), (plot.right, plot.bottom), 2.5, theme.axis);
            for (tick, label) in names {
                let x = across.scale.at(*tick);
                canvas.line((x, plot.bottom), (x, plot.bottom + 9.0), 2.5, theme.axis);
                canvas.below(plot, x, label);
            }
        });
    }

    /// A name under a place of a plot; the last one ends where the sheet does.
    fn below(&mut self, plot: Rect, x: f64, label: &str) {
        let small = self.theme.regular(self.theme.small, self.theme.quiet);
        let over = x + small.width(label) / 2.0 - (self.sheet.width - 8.0);
        let at = (x - over.max(0.0), plot.bottom + 38.0);
        self.text(label, at, small.align(Align::Centre));
    }

    /// What is measured along the lower edge, under its numbers.
    pub fn base_words(&mut self, words: &str, plot: Rect) {
        let theme = self.theme;
        let bold = theme.bold(theme.small, theme.ink);
        let words = fit(words, plot.width(), bold.size, bold.face);
        let at = (f64::midpoint(plot.left, plot.right), plot.bottom + 82.0);
        self.text(&words, at, bold.align(Align::Centre));
    }
}
