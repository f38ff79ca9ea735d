//! Leads by where they come from, and what becomes of them.

use super::plot::{Form, Plot};
use super::rows::{Room, Rows};
use super::spread::{Spread, SpreadText};
use super::weeks;
use crate::output::draw::{Align, Canvas, Rect, Ruler, Scale, Type, fit, wrap};
use crate::output::format::{Locale, Quantity};
use crate::output::words::say;
use serde::{Deserialize, Serialize};

/// From those who are met to new customers, by the way that they come.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Funnel {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    pub lanes: Vec<Lane>,
    /// What becomes of all leads: each with the rate that leads to it.
    pub totals: Vec<(String, Spread, String)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// Who comes this way: "friends of members".
    pub words: String,
    /// Where they come from, as it is written: "130,000 seen".
    pub from: String,
    /// The leads.
    pub leads: Spread,
    /// The rate at which they become leads, as it is written.
    pub rate: String,
}

const WORDS: f64 = 440.0;
const VALUE: f64 = 330.0;
/// Above a lane of a narrow sheet: its words, where its people come from, and their rate.
const HEAD: f64 = 100.0;
/// Room for what becomes of all leads, as rows of a narrow sheet.
const TOTAL: f64 = 150.0;
const TALLEST: f64 = 200.0;

impl Funnel {
    /// A lane a stream with its leads as a bar and its range as a whisker, on one scale; below them
    /// what becomes of all.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        if self.lanes.is_empty() {
            return;
        }
        let below = if canvas.sheet.is_narrow() {
            TOTAL * self.totals.len() as f64 + 24.0
        } else {
            (area.height() * 1.7 / (self.lanes.len() as f64 + 1.7)).min(1.7 * TALLEST)
        };
        let room = Room {
            words: WORDS,
            head: HEAD,
            sides: [0.0, canvas.room(VALUE, 0.0)],
            below,
            tallest: TALLEST,
        };
        let rows = Rows::of(canvas, area, self.lanes.len(), room);
        let ends = || {
            self.lanes
                .iter()
                .flat_map(|lane| [lane.leads.typical, lane.leads.high])
                .filter(|end| end.is_finite())
        };
        let plot = rows.plot;
        let across = Scale::new((0.0, ends().fold(0.0, f64::max)), (plot.left, plot.right));
        for (place, lane) in self.lanes.iter().enumerate() {
            draw_lane(canvas, across, &rows, (place, lane));
        }
        totals(canvas, Rect { top: plot.bottom + 16.0, ..area }, self);
        let room = Rect { bottom: plot.bottom, ..area };
        canvas.region(rows.region(room, Ruler::named(across)));
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let lanes = self.lanes.iter().map(|lane| (&lane.words, lane.leads));
        let rows: Vec<(&String, Spread)> =
            lanes.chain(self.totals.iter().map(|(words, spread, _)| (words, *spread))).collect();
        let name = |(words, spread): &(&String, Spread)| {
            format!(
                "{}: {}",
                super::sentence_case(words),
                spread.told(locale, Quantity::Number).typical
            )
        };
        let spreads: Vec<Spread> = rows.iter().map(|(_, spread)| *spread).collect();
        vec![Plot {
            form: Form::Ranged,
            head: say!(locale, "funnel-leads"),
            categories: rows.iter().map(name).collect(),
            series: weeks::series(locale, &spreads),
            quantity: Quantity::Number,
            ..Plot::default()
        }]
    }
}

fn draw_lane(canvas: &mut Canvas, across: Scale, rows: &Rows, (place, lane): (usize, &Lane)) {
    let theme = canvas.theme;
    let words = theme.bold(theme.label, theme.ink);
    let small = theme.regular(theme.small, theme.quiet);
    let value = theme.bold(theme.label * 1.15, theme.main);
    let name = super::sentence_case(&lane.words);
    let SpreadText { typical: told, range, .. } = lane.leads.told(theme.locale, Quantity::Number);
    let is_certain = lane.leads.low >= lane.leads.high;
    let strip = rows.strip(place, 0.44);
    let (y, half) = (strip.y, strip.half.min(40.0));
    let (zero, typical) = (across.at(0.0), across.at(lane.leads.typical));
    let (low, high) = (across.at(lane.leads.low), across.at(lane.leads.high));
    let left = rows.plot.left - if rows.is_narrow() { 0.0 } else { WORDS };
    let bar = Rect { left: zero, right: typical.max(zero + 3.0), top: y - half, bottom: y + half };
    canvas.rect(bar, theme.middle);
    if !is_certain {
        canvas.line((low, y), (high, y), 4.0, theme.ink);
        for end in [low, high] {
            canvas.line((end, y - 12.0), (end, y + 12.0), 4.0, theme.ink);
        }
    }
    let beside = [(lane.from.as_str(), 1.0), (lane.rate.as_str(), 2.0)];
    if rows.is_narrow() {
        rows.words_and_value(canvas, place, [(&name, words), (&told, value)]);
        let range = if is_certain { String::new() } else { range };
        let room = rows.plot.width() - small.width(&range) - 20.0;
        for (text, line) in beside {
            let at = (left, rows.top(place) + 30.0 + 30.0 * line);
            canvas.text(&fit(text, room, small.size, small.face), at, small);
        }
        canvas.text(&range, (rows.right(), rows.top(place) + 60.0), small.align(Align::Right));
        return;
    }
    let name = fit(&name, WORDS - 40.0, words.size, words.face);
    canvas.text(&name, (left, y - 20.0), words);
    for (text, line) in beside {
        // A little smaller rather than without its last digits.
        let size = small.size * ((WORDS - 44.0) / small.width(text)).clamp(0.75, 1.0);
        let small = Type { size, ..small };
        let text = fit(text, WORDS - 40.0, small.size, small.face);
        canvas.text(&text, (left, y - 18.0 + 30.0 * line), small);
    }
    let x = high.max(typical) + 26.0;
    canvas.text(&told, (x, y - 2.0), value);
    if !is_certain {
        canvas.text(&range, (x, y + 28.0), small);
    }
}

/// Leads, those who buy and new customers, with the rate between neighbours: in a row, or below
/// each other where the sheet is narrow.
fn totals(canvas: &mut Canvas, room: Rect, data: &Funnel) {
    let theme = canvas.theme;
    canvas.line((room.left, room.top), (room.right, room.top), 2.5, theme.axis);
    let is_narrow = canvas.sheet.is_narrow();
    let count = if is_narrow { 1 } else { data.totals.len().max(1) };
    let width = room.width() / count as f64;
    for (place, (words, spread, rate)) in data.totals.iter().enumerate() {
        let (column, row) = if is_narrow { (0, place) } else { (place, 0) };
        let (x, top) = (room.left + width * column as f64, room.top + TOTAL * row as f64);
        let SpreadText { typical, range, .. } = spread.told(theme.locale, Quantity::Number);
        let value = theme.bold(theme.label * 1.5, theme.main);
        canvas.text(&typical, (x, top + 66.0), value);
        let name = theme.bold(theme.label * 0.93, theme.ink);
        let left = value.width(&typical) + 16.0;
        canvas.text(
            &fit(words, width - left - 20.0, name.size, name.face),
            (x + left, top + 66.0),
            name,
        );
        let small = theme.regular(theme.small, theme.quiet);
        if spread.low < spread.high {
            canvas.text(&range, (x, top + 104.0), small);
        }
        let lines = if is_narrow { 1 } else { 2 };
        let rates = wrap(rate, width - 30.0, small.size, small.face, lines);
        for (line, text) in rates.iter().enumerate() {
            canvas.text(text, (x, top + 138.0 + 28.0 * line as f64), small);
        }
    }
}
