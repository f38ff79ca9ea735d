//! Wholes below each other, each divided among the same parts.

use super::plot::{Form, Plot, Role, Series};
use super::rows::{self, Room, Rows};
use crate::output::draw::{Align, Canvas, Colour, Rect, Ruler, Scale, fit};
use crate::output::format::{Locale, Quantity};
use serde::{Deserialize, Serialize};

/// Wholes below each other, each divided among the same parts: who writes, and whom it reaches.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Stacks {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// What the parts are.
    pub parts: Vec<String>,
    pub rows: Vec<Stack>,
}

/// A whole; its shares make 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stack {
    pub words: String,
    /// The share of each part.
    pub shares: Vec<f64>,
    /// The shares as they are written.
    pub told: Vec<String>,
}

const LEFT: f64 = 420.0;
/// Highest row.
const TALLEST: f64 = 170.0;
/// Parts whose colours can be told apart.
const PARTS: usize = 6;

impl Stacks {
    /// A lying bar a whole, with the share of each part in it where there is room.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        if self.rows.is_empty() || self.parts.is_empty() {
            return;
        }
        let colours =
            [theme.main, theme.accent, theme.middle, theme.quiet, theme.faint, theme.axis];
        let colour = |part: usize| colours[part.min(PARTS - 1)];
        let below = self.legend(canvas, area, &colours);
        let room =
            Room { words: LEFT, head: rows::HEAD, sides: [0.0; 2], below: 0.0, tallest: TALLEST };
        let rows = Rows::of(canvas, Rect { top: below + 30.0, ..area }, self.rows.len(), room);
        let plot = rows.plot;
        for (place, row) in self.rows.iter().enumerate() {
            let words = theme.bold(theme.label * 0.93, theme.ink);
            rows.words(canvas, place, (&super::sentence_case(&row.words), words));
            let strip = rows.strip(place, 0.62);
            let mut left = plot.left;
            for (part, (share, told)) in row.shares.iter().zip(&row.told).enumerate() {
                let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
                let right = left + share * plot.width();
                canvas.rect(strip.between(left, right), colour(part));
                let kind = theme.bold(theme.small, colour(part).letters(theme.ink));
                if kind.width(told) + 12.0 <= right - left {
                    let place = (f64::midpoint(left, right), strip.y + 0.35 * kind.size);
                    canvas.text(told, place, kind.align(Align::Centre));
                }
                left = right;
            }
        }
        let across = Scale::new((0.0, 1.0), (plot.left, plot.right));
        canvas.region(rows.region(area, Ruler::named(across)));
    }

    /// What each colour means, in lines above the bars; returns where they end.
    fn legend(&self, canvas: &mut Canvas, area: Rect, colours: &[Colour; PARTS]) -> f64 {
        let theme = canvas.theme;
        let kind = theme.regular(theme.small, theme.ink);
        let start = area.left + canvas.room(LEFT, 0.0);
        let most = (area.right - start) / canvas.room(3.0, 1.0);
        let (mut left, mut bottom) = (start, area.top + 22.0);
        for (part, words) in self.parts.iter().enumerate() {
            let words = fit(words, most - 80.0, kind.size, kind.face);
            let width = 34.0 + kind.width(&words) + 40.0;
            if left + width - 40.0 > area.right {
                (left, bottom) = (start, bottom + 34.0);
            }
            canvas.rect(
                Rect { left, right: left + 24.0, top: bottom - 22.0, bottom },
                colours[part.min(PARTS - 1)],
            );
            canvas.text(&words, (left + 34.0, bottom - 3.0), kind);
            left += width;
        }
        bottom
    }

    pub fn plots(&self, _locale: Locale) -> Vec<Plot> {
        let series = |(part, name): (usize, &String)| {
            let role = if part == 0 { Role::Main } else { Role::Middle };
            let values = self.rows.iter().map(|row| row.shares[part]).collect();
            Series::new(super::sentence_case(name), role, values)
        };
        vec![Plot {
            form: Form::Columns,
            head: " ".to_owned(),
            categories: self.rows.iter().map(|row| super::sentence_case(&row.words)).collect(),
            series: self.parts.iter().enumerate().map(series).collect(),
            quantity: Quantity::Share,
            ..Plot::default()
        }]
    }
}
