//! Figures below each other, each with its interval.

use super::plot::{Form, Plot, Role, Series};
use super::strip::Strip;
use crate::output::draw::{Align, Canvas, Rect, Scale, fit, wrap};
use crate::output::format::Format as _;
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
/// Rows that can be read.
const ROWS: usize = 12;
/// Highest row.
const TALLEST: f64 = 280.0;

impl Ranges {
    /// A row a figure: a dot on the interval within which it is known, on the wider band of the
    /// futures.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let rows = &self.rows[..self.rows.len().min(ROWS)];
        if rows.is_empty() {
            return;
        }
        let height = ((area.bottom - BELOW - area.top) / rows.len() as f64).min(TALLEST);
        let plot = Rect {
            left: area.left + LEFT,
            right: area.right - RIGHT,
            top: area.top,
            bottom: area.top + height * rows.len() as f64,
        };
        let ends = || {
            rows.iter()
                .flat_map(|row| {
                    row.sure.into_iter().chain(row.futures.into_iter().flatten()).chain([row.value])
                })
                .filter(|end| end.is_finite())
        };
        let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
        let air = 0.04 * (high - low);
        let across = Scale::new(
            (if low < 0.0 { low - air } else { low }, if high > 0.0 { high + air } else { high }),
            (plot.left, plot.right),
        );
        grid(canvas, plot, across, self.quantity);
        for (place, row) in rows.iter().enumerate() {
            let y = plot.top + height * (place as f64 + 0.5);
            figure(canvas, across, Strip { plot, y, half: (0.2 * height).clamp(12.0, 44.0) }, row);
        }
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let rows = &self.rows[..self.rows.len().min(ROWS)];
        let series = |id: &str, role: Role, value: fn(&Row) -> f64| {
            Series::new(locale.say(id, &[]), role, rows.iter().map(value).collect())
        };
        vec![Plot {
            form: Form::Ranged,
            head: " ".to_owned(),
            categories: rows
                .iter()
                .map(|row| format!("{}: {}", super::sentence_case(&row.words), row.told))
                .collect(),
            series: vec![
                series("ranges-low", Role::Faint, |row| row.sure[0]),
                series("column-mean", Role::Main, |row| row.value),
                series("ranges-high", Role::Faint, |row| row.sure[1]),
            ],
            quantity: self.quantity,
            ..Plot::default()
        }]
    }
}

fn grid(canvas: &mut Canvas, plot: Rect, across: Scale, quantity: Quantity) {
    let theme = canvas.theme;
    let ticks = across.ticks(7);
    for (tick, label) in ticks.iter().zip(theme.locale.axis(quantity, &ticks)) {
        let x = across.at(*tick);
        let (width, colour) = if *tick == 0.0 { (3.0, theme.axis) } else { (1.5, theme.grid) };
        canvas.line((x, plot.top), (x, plot.bottom), width, colour);
        canvas.text(
            &label,
            (x, plot.bottom + 38.0),
            theme.regular(theme.small, theme.quiet).align(Align::Centre),
        );
    }
}

fn figure(canvas: &mut Canvas, across: Scale, strip: Strip, row: &Row) {
    let (theme, Strip { plot, y, .. }) = (canvas.theme, strip);
    let words = theme.bold(theme.label * 0.93, theme.ink);
    let lines = wrap(&super::sentence_case(&row.words), LEFT - 40.0, words.size, words.face, 2);
    for (i, line) in lines.iter().enumerate() {
        let shift = (i as f64 - (lines.len() as f64 - 1.0) / 2.0) * words.size * 1.2;
        canvas.text(line, (plot.left - LEFT, y + 10.0 + shift), words);
    }
    if let Some([low, high]) = row.futures {
        canvas.rect(strip.between(across.at(low), across.at(high)), theme.faint);
    }
    let [low, high] = row.sure.map(|end| across.at(end));
    canvas.line((low, y), (high, y), 7.0, theme.main);
    canvas.disc((across.at(row.value), y), 12.0, theme.main);
    let kind = theme.bold(theme.label, theme.main);
    canvas.text(
        &fit(&row.told, RIGHT - 30.0, kind.size, kind.face),
        (plot.right + 30.0, y + 10.0),
        kind,
    );
}
