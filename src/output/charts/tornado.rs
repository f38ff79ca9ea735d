//! How far each input moves a figure.

use super::plot::{Form, Plot, Role, Series};
use super::strip::Strip;
use crate::output::draw::{Align, Canvas, Rect, Scale, fit, text_width, wrap};
use crate::output::format::Format as _;
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
const BARS: usize = 14;
const TALLEST: f64 = 90.0;

impl Tornado {
    /// A bar an input, from the figure with the input low to that with the input high; the side of
    /// the high input is dark.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let bars = &self.bars[..self.bars.len().min(BARS)];
        if bars.is_empty() {
            return;
        }
        let height = ((area.bottom - BELOW - area.top) / bars.len() as f64).min(TALLEST);
        let plot = Rect {
            left: area.left + LEFT + SIDE,
            right: area.right - SIDE,
            top: area.top,
            bottom: area.top + height * bars.len() as f64,
        };
        let ends = || {
            bars.iter()
                .flat_map(|bar| [bar.low, bar.high])
                .chain([self.centre])
                .filter(|end| end.is_finite())
        };
        let across = Scale::new(
            (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max)),
            (plot.left, plot.right),
        );
        let ticks = across.ticks(6);
        for (tick, label) in ticks.iter().zip(theme.locale.axis(self.quantity, &ticks)) {
            let x = across.at(*tick);
            canvas.line((x, plot.top), (x, plot.bottom), 1.5, theme.grid);
            canvas.text(
                &label,
                (x, plot.bottom + 38.0),
                theme.regular(theme.small, theme.quiet).align(Align::Centre),
            );
        }
        for (place, bar) in bars.iter().enumerate() {
            let y = plot.top + height * (place as f64 + 0.5);
            let strip = Strip { plot, y, half: 0.3 * height };
            draw_bar(canvas, across, across.at(self.centre), strip, bar);
        }
        let x = across.at(self.centre);
        canvas.line((x, plot.top), (x, plot.bottom), 3.0, theme.ink);
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

fn draw_bar(canvas: &mut Canvas, across: Scale, centre: f64, strip: Strip, bar: &Bar) {
    let (theme, Strip { plot, y, half }) = (canvas.theme, strip);
    let words = theme.bold(theme.label * 0.78, theme.ink);
    let lines = wrap(
        &super::sentence_case(&bar.words),
        LEFT - 20.0,
        words.size,
        words.face,
        if half > 14.0 { 2 } else { 1 },
    );
    for (i, line) in lines.iter().enumerate() {
        let shift = (i as f64 - (lines.len() as f64 - 1.0) / 2.0) * words.size * 1.15;
        canvas.text(line, (plot.left - LEFT - SIDE, y + 9.0 + shift), words);
    }
    let note = theme.regular(theme.small * 0.92, theme.quiet);
    // The end of the lower input is light, that of the higher one dark.
    let [low, high] = [across.at(bar.low), across.at(bar.high)];
    for (end, colour) in [(low, theme.faint), (high, theme.main)] {
        let (left, right) = (end.min(centre), end.max(centre));
        if right - left > 0.5 {
            canvas.rect(strip.between(left, right), colour);
        }
    }
    let [low_text, high_text] = &bar.inputs;
    for (end, other, text) in [(low, high, low_text), (high, low, high_text)] {
        let is_left = end < other || (end == other && std::ptr::eq(text, low_text));
        let text = fit(text, SIDE - 16.0, note.size, note.face);
        let outer = if is_left { end.min(centre) } else { end.max(centre) };
        let (x, align) =
            if is_left { (outer - 12.0, Align::Right) } else { (outer + 12.0, Align::Left) };
        debug_assert!(text_width(&text, note.size, note.face) <= SIDE);
        canvas.text(&text, (x, y + 8.0), note.align(align));
    }
}
