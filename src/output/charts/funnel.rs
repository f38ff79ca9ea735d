//! Leads by where they come from, and what becomes of them.

use super::plot::{Form, Plot};
use super::spread::{Spread, SpreadText};
use super::weeks;
use crate::output::draw::{Canvas, Rect, Scale, fit, wrap};
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

impl Funnel {
    /// A lane a stream with its leads as a bar and its range as a whisker, on one scale; below them
    /// what becomes of all.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        if self.lanes.is_empty() {
            return;
        }
        let height = ((area.bottom - area.top) / (self.lanes.len() as f64 + 1.7)).min(200.0);
        let ends = || {
            self.lanes
                .iter()
                .flat_map(|lane| [lane.leads.typical, lane.leads.high])
                .filter(|end| end.is_finite())
        };
        let across =
            Scale::new((0.0, ends().fold(0.0, f64::max)), (area.left + WORDS, area.right - VALUE));
        for (place, lane) in self.lanes.iter().enumerate() {
            let top = area.top + height * place as f64;
            draw_lane(canvas, across, Rect { top, bottom: top + height, ..area }, lane);
        }
        let top = area.top + height * self.lanes.len() as f64 + 16.0;
        totals(canvas, Rect { top, ..area }, self);
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

fn draw_lane(canvas: &mut Canvas, across: Scale, room: Rect, lane: &Lane) {
    let theme = canvas.theme;
    let y = f64::midpoint(room.top, room.bottom);
    let words = theme.bold(theme.label, theme.ink);
    let small = theme.regular(theme.small, theme.quiet);
    let name = fit(&super::sentence_case(&lane.words), WORDS - 40.0, words.size, words.face);
    canvas.text(&name, (room.left, y - 20.0), words);
    canvas.text(
        &fit(&lane.from, WORDS - 40.0, small.size, small.face),
        (room.left, y + 12.0),
        small,
    );
    canvas.text(
        &fit(&lane.rate, WORDS - 40.0, small.size, small.face),
        (room.left, y + 42.0),
        small,
    );
    let half = (0.22 * (room.bottom - room.top)).min(40.0);
    let (zero, typical) = (across.at(0.0), across.at(lane.leads.typical));
    canvas.rect(
        Rect { left: zero, right: typical.max(zero + 3.0), top: y - half, bottom: y + half },
        theme.middle,
    );
    let (low, high) = (across.at(lane.leads.low), across.at(lane.leads.high));
    if lane.leads.low < lane.leads.high {
        canvas.line((low, y), (high, y), 4.0, theme.ink);
        for end in [low, high] {
            canvas.line((end, y - 12.0), (end, y + 12.0), 4.0, theme.ink);
        }
    }
    let SpreadText { typical: told, range, .. } = lane.leads.told(theme.locale, Quantity::Number);
    let x = high.max(typical) + 26.0;
    canvas.text(&told, (x, y - 2.0), theme.bold(theme.label * 1.15, theme.main));
    if lane.leads.low < lane.leads.high {
        canvas.text(&range, (x, y + 28.0), small);
    }
}

/// Leads, those who buy and new customers in a row, with the rate between neighbours.
fn totals(canvas: &mut Canvas, room: Rect, data: &Funnel) {
    let theme = canvas.theme;
    canvas.line((room.left, room.top), (room.right, room.top), 2.5, theme.axis);
    let width = (room.right - room.left) / data.totals.len().max(1) as f64;
    for (place, (words, spread, rate)) in data.totals.iter().enumerate() {
        let x = room.left + width * place as f64;
        let SpreadText { typical, range, .. } = spread.told(theme.locale, Quantity::Number);
        let value = theme.bold(theme.label * 1.5, theme.main);
        canvas.text(&typical, (x, room.top + 66.0), value);
        let name = theme.bold(theme.label * 0.93, theme.ink);
        let left = value.width(&typical) + 16.0;
        canvas.text(
            &fit(words, width - left - 20.0, name.size, name.face),
            (x + left, room.top + 66.0),
            name,
        );
        let small = theme.regular(theme.small, theme.quiet);
        if spread.low < spread.high {
            canvas.text(&range, (x, room.top + 104.0), small);
        }
        for (line, text) in wrap(rate, width - 30.0, small.size, small.face, 2).iter().enumerate() {
            canvas.text(text, (x, room.top + 138.0 + 28.0 * line as f64), small);
        }
    }
}
