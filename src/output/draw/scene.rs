//! A picture before it is printed: marks on a sheet, and the plots that they stand in. Every
//! medium prints the same scene: as SVG and pixels, and as charts of a deck or a workbook.

use super::axis::Scale;
use super::text::{Align, Face, Type};
use crate::colour::Colour;
use crate::output::format::Quantity;

/// Whether a picture says itself what it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Framing {
    /// With its title, its subtitle and its stamp.
    #[default]
    Full,
    /// For pages that say them beside it.
    Bare,
}

/// What a picture is drawn on; its units are those of the sizes of letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    pub width: f64,
    pub height: f64,
    pub framing: Framing,
}

/// A sheet that is not wider than this has no room for words beside a plot.
const NARROW: f64 = 1_000.0;

impl Sheet {
    /// A picture of its own, which a projector fills.
    pub const PICTURE: Sheet = Sheet { width: 1_920.0, height: 1_080.0, framing: Framing::Full };
    /// A picture of a page that is read on a desk.
    pub const PAGE: Sheet = Sheet::bare(1_600.0, 900.0);

    pub const fn bare(width: f64, height: f64) -> Sheet {
        Sheet { width, height, framing: Framing::Bare }
    }

    /// A picture for a phone: as wide as its 390 pixels show the smallest letters of a chart in 11
    /// of them.
    pub const fn phone(height: f64) -> Sheet {
        Sheet::bare(740.0, height)
    }

    pub const fn is_narrow(self) -> bool {
        self.width <= NARROW
    }
}

/// A rectangle of the sheet; y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    pub const fn width(self) -> f64 {
        self.right - self.left
    }

    pub const fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Whether a point lies in it, or not farther outside than this.
    pub const fn holds(self, (x, y): (f64, f64), slack: f64) -> bool {
        x >= self.left - slack
            && x <= self.right + slack
            && y >= self.top - slack
            && y <= self.bottom + slack
    }
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub shape: Shape,
    pub part: Part,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Box { rect: Rect, colour: Colour },
    Area { points: Vec<(f64, f64)>, colour: Colour },
    Path { points: Vec<(f64, f64)>, stroke: Stroke },
    Disc { centre: (f64, f64), radius: f64, colour: Colour },
    Text(Text),
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub width: f64,
    pub colour: Colour,
    pub dash: Dash,
    pub tip: Tip,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    Solid,
    Dashed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tip {
    Blunt,
    /// An arrow at the last point.
    Arrow,
}

/// Words of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub text: String,
    /// The point of the baseline that the alignment names.
    pub at: (f64, f64),
    pub size: f64,
    pub face: Face,
    pub colour: Colour,
    pub align: Align,
    pub ground: Ground,
}

/// What lies behind a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Whatever was drawn there.
    Clear,
    /// A ground of its own, which interrupts whatever passes behind it.
    Own,
}

/// Room around the letters on a ground of their own.
const PAD: f64 = 6.0;

impl Text {
    pub fn width(&self) -> f64 {
        Type::new(self.size, &self.face, self.colour).width(&self.text)
    }

    fn left(&self, width: f64) -> f64 {
        match self.align {
            Align::Left => self.at.0,
            Align::Centre => self.at.0 - width / 2.0,
            Align::Right => self.at.0 - width,
        }
    }

    /// Where the letters stand, from the top of the capitals to the baseline.
    pub fn letters(&self) -> Rect {
        let width = self.width();
        let left = self.left(width);
        let top = self.at.1 - 0.73 * self.size;
        Rect { left, top, right: left + width, bottom: self.at.1 }
    }

    /// The ground of the letters, their tails included.
    pub fn ground(&self) -> Rect {
        let Rect { left, right, .. } = self.letters();
        Rect {
            left: left - PAD,
            top: self.at.1 - 0.9 * self.size,
            right: right + PAD,
            bottom: self.at.1 + 0.3 * self.size,
        }
    }
}

/// What a mark belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The data and what is said of them.
    #[default]
    Data,
    /// Lines and numbers of the ruler below or beside a plot.
    Grid(Edge),
    /// Title, subtitle and stamp.
    Frame,
}

/// The edge of a plot along which a ruler lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Across,
    Up,
}

/// A plot: where its data are, and what lengths mean in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// The plot with all that is said around it.
    pub room: Rect,
    pub plot: Rect,
    pub across: Ruler,
    pub up: Ruler,
}

/// What the places along an edge mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    pub scale: Scale,
    pub kind: RulerKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum RulerKind {
    /// Numbers at even distances, which every program that draws charts can write itself.
    Numbers { quantity: Quantity, ticks: Vec<f64> },
    /// Powers of ten.
    Powers,
    /// Places that have names: rows, weeks.
    Named,
}

impl Ruler {
    /// Numbers, with at most so many of them written.
    pub fn numbers(scale: Scale, quantity: Quantity, count: usize) -> Ruler {
        Ruler { scale, kind: RulerKind::Numbers { quantity, ticks: scale.ticks(count) } }
    }

    /// The powers of ten whose logarithms a scale holds.
    pub const fn powers(scale: Scale) -> Ruler {
        Ruler { scale, kind: RulerKind::Powers }
    }

    pub const fn named(scale: Scale) -> Ruler {
        Ruler { scale, kind: RulerKind::Named }
    }

    /// Numbered rows between the upper and the lower edge of a plot.
    pub fn rows(count: usize, plot: Rect) -> Ruler {
        Ruler::named(Scale::new((0.0, count.max(1) as f64), (plot.top, plot.bottom)))
    }

    pub fn ticks(&self) -> &[f64] {
        match &self.kind {
            RulerKind::Numbers { ticks, .. } => ticks,
            RulerKind::Powers | RulerKind::Named => &[],
        }
    }

    /// The value at a place, beyond the ends of the ruler too.
    pub fn value(&self, place: f64) -> f64 {
        let value = self.scale.value(place);
        if self.kind == RulerKind::Powers { libm::pow(10.0, value) } else { value }
    }

    /// Both ends of the ruler.
    pub fn ends(&self) -> [f64; 2] {
        let ends = [self.scale.low(), self.scale.high()];
        if self.kind == RulerKind::Powers { ends.map(|end| libm::pow(10.0, end)) } else { ends }
    }
}

/// A picture before it is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub sheet: Sheet,
    pub background: Colour,
    /// What it shows, for those who cannot see it.
    pub words: String,
    /// In the order in which they lie on each other.
    pub marks: Vec<Mark>,
    pub regions: Vec<Region>,
    /// The regular and the bold face of its letters.
    pub faces: [Face; 2],
}

impl Scene {
    /// Its texts, frame included.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(text) => Some(text),
            _ => None,
        })
    }
}
