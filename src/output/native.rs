//! A plot of a scene as a chart of an office program: points in the units of its data, so that
//! what is edited in the sheet behind the chart moves in the chart.
//!
//! Every mark becomes part of an XY chart: a bar is a line between two points, as wide as it is
//! drawn, and a band is such a bar at each of its places; lines and dots are what they are, and
//! each text is the label of an unseen point. The chart's own axes are hidden and span the whole
//! frame, so the drawing is the same wherever it is printed.

use crate::colour::Colour;
use crate::output::draw::{
    Align, Edge, Ground, Mark, Part, Rect, Region, Ruler, RulerKind, Scene, Shape, Stroke, Text,
    Tip, Weight,
};
use crate::output::format::Quantity;

/// A chart in the units of its data.
#[derive(Clone, Debug, PartialEq)]
pub struct Native {
    /// Where it stands on the sheet of its scene.
    pub frame: Rect,
    pub across: Axis,
    pub up: Axis,
    /// The lowest first.
    pub series: Vec<Series>,
}

/// A hidden axis from one edge of the frame to the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    pub low: f64,
    pub high: f64,
    pub scaling: Scaling,
    pub direction: Direction,
    pub quantity: Quantity,
}

/// How values become lengths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scaling {
    Linear,
    /// Powers of ten.
    Log,
}

/// Whether values grow to the right and upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Forward,
    /// As rows are counted, from top to bottom.
    Reversed,
}

/// Points that look alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub look: Look,
    /// A gap between stretches of a line is `None`.
    pub points: Vec<Option<Point>>,
}

/// How the points of a series are drawn; lengths are units of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Look {
    /// Bars, each from one point to another.
    Bars {
        width: f64,
        colour: Colour,
    },
    Line(Stroke),
    Dots {
        radius: f64,
        colour: Colour,
    },
    /// A text at each point.
    Words {
        size: f64,
        weight: Weight,
        colour: Colour,
        align: Align,
        ground: Ground,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
    /// Its text; of a bar or a line it has none.
    pub label: String,
}

impl Native {
    /// Points of the longest series.
    pub fn rows(&self) -> usize {
        self.series.iter().map(|series| series.points.len()).max().unwrap_or(0)
    }

    /// A chart for each plot of a scene.
    pub fn of(scene: &Scene) -> Vec<Native> {
        let whole =
            Rect { left: 0.0, top: 0.0, right: scene.sheet.width, bottom: scene.sheet.height };
        let is_alone = scene.regions.len() == 1;
        let chart = |region: &Region| {
            let frame = if is_alone { whole } else { widened(region.room, whole) };
            let marks = scene.marks.iter().filter(|mark| mark.part != Part::Frame);
            let mut maker = Maker { region, frame, ground: scene.background, series: Vec::new() };
            for mark in marks.filter(|mark| frame.holds(middle(mark), 0.0)) {
                maker.add(mark);
            }
            let [across, up] = [Edge::Across, Edge::Up].map(|edge| maker.axis(edge));
            Native { frame, across, up, series: maker.series }
        };
        scene.regions.iter().map(chart).collect()
    }
}

/// The room of a plot with the air around it.
fn widened(room: Rect, whole: Rect) -> Rect {
    const AIR: f64 = 8.0;
    Rect {
        left: (room.left - AIR).max(whole.left),
        top: (room.top - AIR).max(whole.top),
        right: (room.right + AIR).min(whole.right),
        bottom: (room.bottom + AIR).min(whole.bottom),
    }
}

fn middle(mark: &Mark) -> (f64, f64) {
    let between =
        |rect: Rect| (f64::midpoint(rect.left, rect.right), f64::midpoint(rect.top, rect.bottom));
    match &mark.shape {
        Shape::Box { rect, .. } => between(*rect),
        Shape::Area { points, .. } | Shape::Path { points, .. } => {
            let mean = |value: fn(&(f64, f64)) -> f64| {
                points.iter().map(value).sum::<f64>() / points.len().max(1) as f64
            };
            (mean(|point| point.0), mean(|point| point.1))
        }
        Shape::Disc { centre, .. } => *centre,
        Shape::Text(text) => between(text.letters()),
    }
}

/// Makes the chart of one plot.
struct Maker<'a> {
    region: &'a Region,
    frame: Rect,
    /// The colour of the sheet.
    ground: Colour,
    series: Vec<Series>,
}

impl Maker<'_> {
    fn ruler(&self, edge: Edge) -> (&Ruler, f64, f64) {
        match edge {
            Edge::Across => (&self.region.across, self.frame.left, self.frame.right),
            Edge::Up => (&self.region.up, self.frame.bottom, self.frame.top),
        }
    }

    fn axis(&self, edge: Edge) -> Axis {
        let (ruler, from, to) = self.ruler(edge);
        let (first, last) = (self.value(edge, from), self.value(edge, to));
        Axis {
            low: first.min(last),
            high: first.max(last),
            scaling: if ruler.kind == RulerKind::Powers { Scaling::Log } else { Scaling::Linear },
            direction: if first <= last { Direction::Forward } else { Direction::Reversed },
            quantity: match ruler.kind {
                RulerKind::Numbers { quantity, .. } => quantity,
                RulerKind::Powers | RulerKind::Named => Quantity::Number,
            },
        }
    }

    /// The value at a place along an edge, without the noise of having been a place.
    fn value(&self, edge: Edge, place: f64) -> f64 {
        let (ruler, from, to) = self.ruler(edge);
        let value = ruler.value(place);
        let size = match ruler.kind {
            RulerKind::Powers => value,
            _ => ruler.value(to) - ruler.value(from),
        };
        rounded(value, size.abs())
    }

    fn point(&self, (x, y): (f64, f64)) -> Point {
        let (x, y) = (self.value(Edge::Across, x), self.value(Edge::Up, y));
        Point { x, y, label: String::new() }
    }

    fn add(&mut self, mark: &Mark) {
        match &mark.shape {
            Shape::Box { rect, colour } => self.bar(*rect, *colour),
            Shape::Area { points, colour } => self.band(points, *colour),
            // A line in the colour of the ground is only there to interrupt others.
            Shape::Path { stroke, .. } if stroke.colour == self.ground => {}
            Shape::Path { points, stroke } => {
                let line: Vec<_> = points.iter().map(|at| Some(self.point(*at))).collect();
                // An arrow has its tip at the end of its series.
                if stroke.tip == Tip::Arrow {
                    self.series.push(Series { look: Look::Line(*stroke), points: line });
                } else {
                    self.push(Look::Line(*stroke), line.into_iter().chain([None]));
                }
            }
            Shape::Disc { centre, radius, colour } => {
                let look = Look::Dots { radius: *radius, colour: *colour };
                let point = self.point(*centre);
                self.push(look, [Some(point)]);
            }
            Shape::Text(text) => {
                let (look, point) = self.words(text);
                self.push(look, [Some(point)]);
            }
        }
    }

    /// A box as a bar: along the rows where the plot has rows, upright else.
    fn bar(&mut self, rect: Rect, colour: Colour) {
        let Rect { left, top, right, bottom } = rect;
        let (x, y) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        let (from, to, width) = if self.region.up.kind == RulerKind::Named {
            ((left, y), (right, y), rect.height())
        } else {
            ((x, bottom), (x, top), rect.width())
        };
        // Bars of one width are one series, whatever the noise of their places.
        let look = Look::Bars { width: (10.0 * width).round() / 10.0, colour };
        let ends = [from, to].map(|at| Some(self.point(at)));
        self.push(look, ends.into_iter().chain([None]));
    }

    /// A band between two lines as an upright bar at each of its places.
    fn band(&mut self, points: &[(f64, f64)], colour: Colour) {
        let (upper, lower) = points.split_at(points.len() / 2);
        let pairs: Vec<(f64, f64, f64)> = upper
            .iter()
            .zip(lower.iter().rev())
            .filter(|(above, below)| (above.0 - below.0).abs() < 0.5)
            .map(|(above, below)| (above.0, above.1, below.1))
            .collect();
        let widest = pairs.windows(2).map(|pair| pair[1].0 - pair[0].0).fold(2.0, f64::max);
        for (x, top, bottom) in &pairs {
            // A little wider than their distance, so that no line is seen between them.
            let look = Look::Bars { width: (widest + 1.0).round(), colour };
            let ends = [(*x, *bottom), (*x, *top)].map(|at| Some(self.point(at)));
            self.push(look, ends.into_iter().chain([None]));
        }
    }

    /// A text as the label of a point in the middle of its height.
    fn words(&self, text: &Text) -> (Look, Point) {
        let look = Look::Words {
            size: text.size,
            weight: text.face.weight(),
            colour: text.colour,
            align: text.align,
            ground: text.ground,
        };
        let point = self.point((text.at.0, text.at.1 - 0.36 * text.size));
        (look, Point { label: text.text.clone(), ..point })
    }

    /// Adds points to the series that looks like them, or to a new one.
    fn push(&mut self, look: Look, points: impl IntoIterator<Item = Option<Point>>) {
        match self.series.iter_mut().find(|found| found.look == look) {
            Some(found) => found.points.extend(points),
            None => {
                self.series.push(Series { look, points: points.into_iter().collect() });
            }
        }
    }
}

/// A value with nine digits of what it is measured against.
fn rounded(value: f64, size: f64) -> f64 {
    if !(value.is_finite() && size > 0.0 && size.is_finite()) {
        return 0.0;
    }
    let step = libm::pow(10.0, 8.0 - libm::floor(libm::log10(size)));
    let rounded = (value * step).round() / step;
    if rounded.is_finite() { rounded + 0.0 } else { value }
}
