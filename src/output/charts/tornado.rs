//! How far each input moves a figure.

use super::plot::{Form, Plot, Role, Series};
use super::rows::{self, Room, Rows, Strip};
use crate::output::draw::{Align, Canvas, Edge, Rect, Ruler, Scale, Zero, fit};
use crate::output::format::{Locale, Quantity};
use crate::output::words::Words as _;
use crate::output::words::say;
use serde::{Deserialize, Serialize};

/// How far each input moves a figure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tornado {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    pub quantity: Quantity,
    /// The figure as it stands.
    pub centre: f64,
    /// The longest bar first.
    pub bars: Vec<Bar>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    pub words: String,
    /// The figure with the input low and high.
    pub low: f64,
    pub high: f64,
    /// The input low and high, as they are written.
    pub inputs: [String; 2],
}

const LEFT: f64 = 600.0;
const SIDE: f64 = 150.0;
const BELOW: f64 = 60.0;
/// Bars that can be read.
pub const BARS: usize = 14;
const TALLEST: f64 = 90.0;

impl Tornado {
    /// A bar an input, from the figure with the input low to that with the input high; the side of
    /// the high input is dark.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let most = rows::most(canvas, area, BELOW).min(BARS);
        let bars = &self.bars[..self.bars.len().min(most)];
        if bars.is_empty() {
            return;
        }
        let side = canvas.room(SIDE, 120.0);
        let room = Room {
            words: LEFT,
            head: rows::HEAD,
            sides: [side; 2],
            below: BELOW,
            tallest: TALLEST,
        };
        let rows = Rows::of(canvas, area, bars.len(), room);
        let plot = rows.plot;
        let ends = || {
            bars.iter()
                .flat_map(|bar| [bar.low, bar.high])
                .chain([self.centre])
                .filter(|end| end.is_finite())
        };
        let scale = Scale::new(
            (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max)),
            (plot.left, plot.right),
        );
        let across = Ruler::numbers(scale, self.quantity, canvas.count(6));
        canvas.grid(plot, (Edge::Across, &across), Zero::Plain);
        let centre = scale.at(self.centre);
        for (place, bar) in bars.iter().enumerate() {
            let kind = theme.bold(theme.label * 0.78, theme.ink);
            rows.words(canvas, place, (&super::sentence_case(&bar.words), kind));
            draw_bar(
                canvas,
                [scale.at(bar.low), scale.at(bar.high), centre],
                &Labelled { strip: rows.strip(place, 0.6), inputs: &bar.inputs, room: side },
            );
        }
        for place in 0..bars.len() {
            let strip = rows.strip(place, 1.0);
            let (top, bottom) = (strip.y - strip.half, strip.y + strip.half);
            canvas.line((centre, top), (centre, bottom), 3.0, theme.ink);
        }
        canvas.region(rows.region(area, across));
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let bars = &self.bars[..self.bars.len().min(BARS)];
        let series = |id: &str, role: Role, value: fn(&Bar) -> f64| {
            Series::new(locale.say(id, &[]), role, bars.iter().map(value).collect())
        };
        vec![Plot {
            form: Form::Bars,
            head: say!(locale, "drivers-input"),
            categories: bars.iter().map(|bar| super::sentence_case(&bar.words)).collect(),
            series: vec![
                series("drivers-when-low", Role::Faint, |bar| bar.low),
                series("drivers-when-high", Role::Main, |bar| bar.high),
            ],
            quantity: self.quantity,
            origin: self.centre,
            ..Plot::default()
        }]
    }
}

/// A row with the input low and high as they are written, and the room for each.
struct Labelled<'a> {
    strip: Strip,
    inputs: &'a [String; 2],
    room: f64,
}

/// Both sides of a bar: the end of the lower input is light, that of the higher one dark.
fn draw_bar(canvas: &mut Canvas, [low, high, centre]: [f64; 3], row: &Labelled) {
    let (theme, strip) = (canvas.theme, row.strip);
    let note = theme.regular(theme.small * 0.92, theme.quiet);
    for (end, colour) in [(low, theme.faint), (high, theme.main)] {
        let (left, right) = (end.min(centre), end.max(centre));
        if right - left > 0.5 {
            canvas.rect(strip.between(left, right), colour);
        }
    }
    let [low_text, high_text] = row.inputs;
    for (end, text, is_left) in [(low, low_text, low <= high), (high, high_text, high < low)] {
        let text = fit(text, row.room - 16.0, note.size, note.face);
        let outer = if is_left { end.min(centre) } else { end.max(centre) };
        let (x, align) =
            if is_left { (outer - 12.0, Align::Right) } else { (outer + 12.0, Align::Left) };
        canvas.text(&text, (x, strip.y + 8.0), note.align(align));
    }
}
