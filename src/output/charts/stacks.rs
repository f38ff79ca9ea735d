//! Wholes below each other, each divided among the same parts.

use super::plot::{Form, Plot, Role, Series};
use crate::output::draw::{Align, Canvas, Colour, Rect, fit};
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
const LEGEND: f64 = 86.0;
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
        self.legend(canvas, area, &colours);
        let room = Rect { top: area.top + LEGEND, left: area.left + LEFT, ..area };
        let height = ((room.bottom - room.top) / self.rows.len() as f64).min(TALLEST);
        for (place, row) in self.rows.iter().enumerate() {
            let top = room.top + height * place as f64;
            let (bar, middle) = (0.62 * height, top + 0.31 * height);
            let words = theme.bold(theme.label * 0.93, theme.ink);
            canvas.text(
                &fit(&super::sentence_case(&row.words), LEFT - 30.0, words.size, words.face),
                (area.left, middle + 0.35 * words.size),
                words,
            );
            let mut left = room.left;
            for (part, (share, told)) in row.shares.iter().zip(&row.told).enumerate() {
                let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
                let right = left + share * (room.right - room.left);
                canvas.rect(Rect { left, right, top, bottom: top + bar }, colour(part));
                let kind = theme.bold(theme.small, readable(colour(part), theme.ink));
                if kind.width(told) + 12.0 <= right - left {
                    let place = (f64::midpoint(left, right), middle + 0.35 * kind.size);
                    canvas.text(told, place, kind.align(Align::Centre));
                }
                left = right;
            }
        }
    }

    /// What each colour means, in lines above the bars.
    fn legend(&self, canvas: &mut Canvas, area: Rect, colours: &[Colour; PARTS]) {
        let theme = canvas.theme;
        let kind = theme.regular(theme.small, theme.ink);
        let most = (area.right - area.left - LEFT) / 3.0;
        let (mut left, mut bottom) = (area.left + LEFT, area.top + 22.0);
        for (part, words) in self.parts.iter().enumerate() {
            let words = fit(words, most - 80.0, kind.size, kind.face);
            let width = 34.0 + kind.width(&words) + 40.0;
            if left + width - 40.0 > area.right {
                (left, bottom) = (area.left + LEFT, bottom + 34.0);
            }
            canvas.rect(
                Rect { left, right: left + 24.0, top: bottom - 22.0, bottom },
                colours[part.min(PARTS - 1)],
            );
            canvas.text(&words, (left + 34.0, bottom - 3.0), kind);
            left += width;
        }
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

/// Letters on a ground: white on what is dark.
fn readable(ground: Colour, ink: Colour) -> Colour {
    let Colour(red, green, blue) = ground;
    let light = 0.299 * f64::from(red) + 0.587 * f64::from(green) + 0.114 * f64::from(blue);
    if light < 150.0 { Colour(255, 255, 255) } else { ink }
}
