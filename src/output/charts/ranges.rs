//! Figures below each other, each with its interval.

use super::plot::{Form, Plot, Role, Series};
use super::rows::{self, Room, Rows, Strip};
use crate::output::draw::{Canvas, Edge, Rect, Ruler, Scale, Zero, fit};
use crate::output::format::{Locale, Quantity};
use crate::output::words::Words as _;
use serde::{Deserialize, Serialize};

/// Figures below each other, each with its interval: differences, worths, choices.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ranges {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    pub quantity: Quantity,
    /// What the dots are; averages where nobody says so.
    #[serde(default)]
    pub measured: Option<String>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub words: String,
    pub value: f64,
    /// What is known of the value.
    pub sure: [f64; 2],
    /// The range of 9 of 10 futures, where it is another.
    pub futures: Option<[f64; 2]>,
    /// The value as it is written.
    pub told: String,
}

const LEFT: f64 = 520.0;
const RIGHT: f64 = 300.0;
const BELOW: f64 = 60.0;
/// Half of a zero of the axis.
const ZERO: f64 = 26.0;
/// Rows that can be read.
const ROWS: usize = 12;
/// Highest row.
const TALLEST: f64 = 280.0;

impl Ranges {
    /// A row a figure: a dot on the interval within which it is known, on the wider band of the
    /// futures.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let most = rows::most(canvas, area, BELOW).min(ROWS);
        let rows = &self.rows[..self.rows.len().min(most)];
        if rows.is_empty() {
            return;
        }
        let theme = canvas.theme;
        let ends = || {
            rows.iter()
                .flat_map(|row| {
                    row.sure.into_iter().chain(row.futures.into_iter().flatten()).chain([row.value])
                })
                .filter(|end| end.is_finite())
        };
        let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
        // A zero at the edge of a narrow sheet needs room for its half.
        let left = if low < 0.0 { 0.0 } else { canvas.room(0.0, ZERO) };
        let room = Room {
            words: LEFT,
            head: rows::HEAD,
            sides: [left, canvas.room(RIGHT, 0.0)],
            below: BELOW,
            tallest: TALLEST,
        };
        let places = Rows::of(canvas, area, rows.len(), room);
        let plot = places.plot;
        let air = 0.04 * (high - low);
        let scale = Scale::new(
            (if low < 0.0 { low - air } else { low }, if high > 0.0 { high + air } else { high }),
            (plot.left, plot.right),
        );
        let across = Ruler::numbers(scale, self.quantity, canvas.count(7));
        canvas.grid(plot, (Edge::Across, &across), Zero::Axis(3.0));
        for (place, row) in rows.iter().enumerate() {
            let (words, bold) = (
                (super::sentence_case(&row.words), theme.bold(theme.label * 0.93, theme.ink)),
                theme.bold(theme.label, theme.main),
            );
            if places.is_narrow() {
                let line = [(words.0.as_str(), words.1), (row.told.as_str(), bold)];
                places.words_and_value(canvas, place, line);
            } else {
                places.words(canvas, place, (&words.0, words.1));
                let y = places.strip(place, 1.0).y + 10.0;
                let told = fit(&row.told, RIGHT - 30.0, bold.size, bold.face);
                canvas.text(&told, (plot.right + 30.0, y), bold);
            }
            let strip = places.strip(place, 0.4);
            figure(canvas, scale, Strip { half: strip.half.clamp(12.0, 44.0), ..strip }, row);
        }
        canvas.region(places.region(area, across));
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let rows = &self.rows[..self.rows.len().min(ROWS)];
        let series = |id: &str, role: Role, value: fn(&Row) -> f64| {
            Series::new(locale.say(id, &[]), role, rows.iter().map(value).collect())
        };
        let middle = series("column-mean", Role::Main, |row| row.value);
        let measured = self.measured.as_deref().map(super::sentence_case);
        let measured = measured.unwrap_or_else(|| middle.name.clone());
        vec![Plot {
            form: Form::Ranged,
            head: " ".to_owned(),
            categories: rows
                .iter()
                .map(|row| format!("{}: {}", super::sentence_case(&row.words), row.told))
                .collect(),
            series: vec![
                series("ranges-low", Role::Faint, |row| row.sure[0]),
                Series { name: measured, ..middle },
                series("ranges-high", Role::Faint, |row| row.sure[1]),
            ],
            quantity: self.quantity,
            ..Plot::default()
        }]
    }
}

fn figure(canvas: &mut Canvas, across: Scale, strip: Strip, row: &Row) {
    let (theme, y) = (canvas.theme, strip.y);
    if let Some([low, high]) = row.futures {
        canvas.rect(strip.between(across.at(low), across.at(high)), theme.faint);
    }
    let [low, high] = row.sure.map(|end| across.at(end));
    canvas.line((low, y), (high, y), 7.0, theme.main);
    canvas.disc((across.at(row.value), y), 12.0, theme.main);
}
