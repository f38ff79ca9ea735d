//! A figure over the values of one key.

use super::plot::{Form, Plot, Role, Series};
use super::spread::Spread;
use crate::output::draw::{Align, Canvas, Edge, Rect, Region, Ruler, Scale, Zero, fit, keep_apart};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use serde::{Deserialize, Serialize};

/// A figure over the values of a key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Curve {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// The key, and in what its values are.
    pub across: String,
    pub along: Quantity,
    /// The figure at the end of the line, in a few small letters, and what stands at the ends of
    /// the band.
    pub words: String,
    pub band: [String; 2],
    pub quantity: Quantity,
    /// In ascending order.
    pub points: Vec<(f64, Spread)>,
    /// A value that is wanted, and how it is called.
    pub goal: Option<(f64, String)>,
    /// A point that stands out, with its words.
    pub mark: Option<(f64, f64, String)>,
}

const LEFT: f64 = 120.0;
const RIGHT: f64 = 290.0;
const BELOW: f64 = 100.0;

impl Curve {
    /// A line with its band, a dot at every value that was simulated.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else {
            return;
        };
        let (whole, room) = (area, canvas.room(RIGHT, 230.0));
        let area = Rect {
            left: area.left + LEFT,
            right: area.right - room,
            bottom: area.bottom - BELOW,
            top: area.top + 30.0,
        };
        let ends = || {
            self.points
                .iter()
                .flat_map(|(_, spread)| [spread.low, spread.typical, spread.high])
                .chain(self.goal.iter().map(|goal| goal.0))
                .filter(|end| end.is_finite())
        };
        let (low, high) =
            (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max));
        // From zero, unless that would leave most of the height empty.
        let low = if low > 0.0 && low < 0.5 * high { 0.0 } else { low };
        let air = 0.05 * (high - low);
        let up = Scale::new(
            (if low == 0.0 { 0.0 } else { low - air }, high + air),
            (area.bottom, area.top),
        );
        let across = Scale::new((first.0, last.0), (area.left, area.right));
        let rulers = (
            Ruler::numbers(across, self.along, canvas.count(9)),
            Ruler::numbers(up, self.quantity, 6),
        );
        canvas.grid(area, (Edge::Up, &rulers.1), Zero::Axis(2.5));
        canvas.base(area, &rulers.0);
        canvas.base_words(&self.across, area);
        let line = |value: fn(&Spread) -> f64| {
            self.points
                .iter()
                .filter(move |(_, spread)| value(spread).is_finite())
                .map(move |(x, spread)| (across.at(*x), up.at(value(spread))))
        };
        let mut band: Vec<(f64, f64)> = line(|spread| spread.high).collect();
        band.extend(line(|spread| spread.low).collect::<Vec<_>>().into_iter().rev());
        if band.len() > 2 {
            canvas.polygon(&band, theme.faint);
        }
        let middle: Vec<(f64, f64)> = line(|spread| spread.typical).collect();
        canvas.path(&middle, 6.0, theme.main);
        for dot in &middle {
            canvas.disc(*dot, 9.0, theme.main);
        }
        if let Some((goal, _)) = &self.goal {
            canvas.dashes(area.left, area.right, up.at(*goal), 3.0, theme.accent);
        }
        labels(canvas, (area, room), up, (self, last.1));
        canvas.region(Region { room: whole, plot: area, across: rulers.0, up: rulers.1 });
        if let Some((x, y, words)) = &self.mark {
            let (x, y) = (across.at(*x), up.at(*y));
            canvas.line((x, y), (x, area.bottom), 3.0, theme.accent);
            canvas.disc((x, y), 14.0, theme.accent);
            let kind = theme.bold(theme.label, theme.accent);
            let is_right = x + kind.width(words) + 30.0 > area.right;
            let (at, align) =
                if is_right { (x - 24.0, Align::Right) } else { (x + 24.0, Align::Left) };
            canvas.text_on_ground(words, (at, (y - 26.0).max(area.top + 10.0)), kind.align(align));
        }
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let series = |name: &str, role: Role, value: fn(&Spread) -> f64| {
            Series::new(
                super::sentence_case(name),
                role,
                self.points.iter().map(|(_, spread)| value(spread)).collect(),
            )
        };
        vec![Plot {
            form: Form::Band,
            head: super::sentence_case(&self.across),
            categories: self
                .points
                .iter()
                .map(|(at, _)| locale.amount(self.along, *at, Some(0.0)))
                .collect(),
            series: vec![
                series(&self.band[0], Role::Faint, |spread| spread.low),
                series(&self.words, Role::Main, |spread| spread.typical),
                series(&self.band[1], Role::Faint, |spread| spread.high),
            ],
            quantity: self.quantity,
            ..Plot::default()
        }]
    }
}

/// What the line and its band are, beside their ends.
fn labels(
    canvas: &mut Canvas,
    (area, room): (Rect, f64),
    up: Scale,
    (data, last): (&Curve, Spread),
) {
    let theme = canvas.theme;
    let (bold, plain) =
        (theme.bold(theme.label * 0.93, theme.main), theme.regular(theme.small, theme.quiet));
    let mut labels = vec![(last.typical, data.words.clone(), bold)];
    if last.low < last.high {
        labels.push((last.high, data.band[1].clone(), plain));
        labels.push((last.low, data.band[0].clone(), plain));
    }
    if let Some((goal, words)) = &data.goal {
        labels.push((*goal, words.clone(), theme.bold(theme.small, theme.accent)));
    }
    labels.retain(|(value, ..)| value.is_finite());
    labels.sort_by(|a, b| up.at(a.0).total_cmp(&up.at(b.0)));
    let points: Vec<f64> = labels.iter().map(|(value, ..)| up.at(*value)).collect();
    let heights: Vec<f64> = labels.iter().map(|(.., kind)| kind.size * 1.3).collect();
    let places = keep_apart(&points, &heights, 6.0, (area.top - 30.0, area.bottom + 30.0));
    for ((place, point), (_, words, kind)) in places.iter().zip(&points).zip(&labels) {
        let x = area.right + 36.0;
        canvas.line((area.right + 12.0, *point), (x - 8.0, *place), 2.0, theme.axis);
        canvas.text(
            &fit(words, room - 40.0, kind.size, kind.face),
            (x, place + 0.35 * kind.size),
            *kind,
        );
    }
}
