//! How probable it is that a metric exceeds each value.

use super::mark::Mark;
use super::plot::{Form, Plot, Role, Series};
use super::spread::Spread;
use crate::output::draw::{
    Align, Canvas, Edge, Flag, Line, Rect, Region, Ruler, RulerKind, Scale, Zero, flags,
};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use crate::output::words::say;
use serde::{Deserialize, Serialize};

/// How often a figure is reached or exceeded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exceedance {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// What is measured.
    pub words: String,
    pub quantity: Quantity,
    /// A value, and the share of futures that reach it; the values ascend.
    pub points: Vec<(f64, f64)>,
    pub spread: Spread,
    pub marks: Vec<Mark>,
}

/// Points of the curve.
const POINTS: usize = 201;
const LEFT: f64 = 110.0;
const BELOW: f64 = 100.0;
/// The label of a point of the curve.
struct Label {
    x: f64,
    width: f64,
    /// Whether the axis is near.
    is_low: bool,
}

impl Label {
    /// Above the curve to the right of its point; where a line or the edge is in the way, below it
    /// to the left, or behind the lines on either side.
    fn place(&self, lines: &[f64], (left, right): (f64, f64)) -> (f64, Align, f64) {
        let behind = |from: f64, to: f64| {
            lines.iter().copied().filter(move |line| (from..to).contains(line))
        };
        let after = behind(self.x - 6.0, self.x + 30.0 + self.width).fold(self.x, f64::max);
        let before = behind(self.x - 30.0 - self.width, self.x + 6.0).fold(self.x, f64::min);
        let (air, drop) = if self.is_low { (56.0, 16.0) } else { (22.0, 34.0) };
        let places = [
            (self.x + 22.0, Align::Left, -8.0),
            (self.x - air, Align::Right, drop),
            (after + 14.0, Align::Left, -8.0),
            (before - 14.0, Align::Right, drop),
        ];
        let is_free = |&(at, align, _): &(f64, Align, f64)| {
            let from = if align == Align::Left { at } else { at - self.width };
            let to = from + self.width;
            from >= left && to <= right && behind(from - 6.0, to + 6.0).next().is_none()
        };
        places.into_iter().find(is_free).unwrap_or(places[0])
    }
}

/// How many marks are drawn.
const MARKS: usize = 4;

impl Exceedance {
    /// The curve of a sample, in which a value that is not finite is never reached; the outermost
    /// half per cent at each end lies beyond it.
    pub fn points(sample: &[f64]) -> Vec<(f64, f64)> {
        let mut values: Vec<f64> =
            sample.iter().copied().filter(|value| value.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        let (count, all) = (values.len(), sample.len());
        if count < 2 {
            return Vec::new();
        }
        let at = |step: usize| {
            let place = ((0.005 + 0.99 * step as f64 / (POINTS - 1) as f64) * (count - 1) as f64)
                .round() as usize;
            // As many reach it as are not below the first of its equals.
            let below = values.partition_point(|value| *value < values[place]);
            (values[place], (count - below) as f64 / all as f64)
        };
        let mut points: Vec<(f64, f64)> = (0..POINTS).map(at).collect();
        points.dedup_by(|a, b| a.0 == b.0);
        points
    }
}

impl Exceedance {
    /// A falling curve with the 5th, 50th and 95th percentiles, and the values of interest above
    /// it.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else {
            return;
        };
        let room = area;
        let area = Rect {
            left: area.left + LEFT,
            bottom: area.bottom - BELOW,
            right: area.right - 30.0,
            ..area
        };
        let near = |value: f64| {
            (value - first.0).abs().min((value - last.0).abs()) <= 0.5 * (last.0 - first.0)
        };
        let marks: Vec<&Mark> =
            self.marks.iter().filter(|mark| mark.value.is_finite()).take(MARKS).collect();
        let seen = marks.iter().map(|mark| mark.value).filter(|value| near(*value));
        let (low, high) =
            seen.fold((first.0, last.0), |(low, high), value| (low.min(value), high.max(value)));
        let air = 0.03 * (high - low);
        let across = Scale::new((low - air, high + air), (area.left, area.right));
        let ruler = Ruler::numbers(across, self.quantity, canvas.count(8));
        let mut found: Vec<Flag> = marks
            .iter()
            .map(|mark| {
                let value = theme.locale.amount(self.quantity, mark.value, Some(0.0));
                let label = if mark.words.is_empty() || mark.words.contains(&value) {
                    if mark.words.is_empty() { value } else { mark.words.clone() }
                } else {
                    say!(theme.locale, "mark", value = value, words = mark.words.as_str())
                };
                let line = if (across.low()..=across.high()).contains(&mark.value) {
                    Line::Drawn
                } else {
                    Line::None
                };
                Flag { x: across.at(mark.value), label, note: mark.chance.clone(), line }
            })
            .collect();
        found.sort_by(|a, b| a.x.total_cmp(&b.x));
        let drawn = found.iter().filter(|flag| flag.line == Line::Drawn);
        let lines: Vec<f64> = drawn.map(|flag| flag.x).collect();
        flags(canvas, area, &found, |canvas, plot| {
            let up = Scale::new((0.0, 1.0), (plot.bottom, plot.top));
            let ticks = [0.0, 0.25, 0.5, 0.75, 1.0].to_vec();
            let kind = RulerKind::Numbers { quantity: Quantity::Share, ticks };
            let shares = Ruler { scale: up, kind };
            canvas.grid(plot, (Edge::Up, &shares), Zero::Plain);
            canvas.region(Region { room, plot, across: ruler.clone(), up: shares });
            let mut path = vec![(plot.left, up.at(first.1))];
            path.extend(
                self.points.iter().map(|(value, share)| (across.at(*value), up.at(*share))),
            );
            canvas.path(&path, 6.0, theme.main);
            let told = self.spread.told(theme.locale, self.quantity);
            let spread = self.spread;
            for (value, share, text) in [
                (spread.low, 0.95, told.low),
                (spread.typical, 0.5, told.typical),
                (spread.high, 0.05, told.high),
            ] {
                if !value.is_finite() || spread.low == spread.high {
                    continue;
                }
                let (x, y) = (across.at(value), up.at(share));
                canvas.disc((x, y), 11.0, theme.main);
                let text = format!("{text} · {}", theme.locale.share(share, Some(0.0)));
                let kind = theme.bold(theme.label * 0.93, theme.main);
                let label = Label { x, width: kind.width(&text), is_low: y + 44.0 >= plot.bottom };
                let edges = (area.left - LEFT, plot.right + 20.0);
                let (at, align, shift) = label.place(&lines, edges);
                canvas.text_on_ground(&text, (at, y + shift), kind.align(align));
            }
        });
        canvas.base(area, &ruler);
        canvas.base_words(&super::sentence_case(&self.words), area);
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else {
            return Vec::new();
        };
        // At even distances, as a line over categories stands: the share of the first point that is
        // not below.
        let steps = Scale::new((first.0, last.0), (0.0, 1.0)).ticks(40);
        let reached = |value: f64| {
            self.points.iter().find(|point| point.0 >= value).map_or(last.1, |point| point.1)
        };
        let kept: Vec<(f64, f64)> = steps.iter().map(|value| (*value, reached(*value))).collect();
        vec![Plot {
            form: Form::Lines,
            head: super::sentence_case(&self.words),
            categories: kept
                .iter()
                .map(|(value, _)| locale.amount(self.quantity, *value, Some(0.0)))
                .collect(),
            series: vec![Series::new(
                say!(locale, "exceedance-axis"),
                Role::Main,
                kept.iter().map(|(_, share)| *share).collect(),
            )],
            quantity: Quantity::Share,
            ..Plot::default()
        }]
    }
}
