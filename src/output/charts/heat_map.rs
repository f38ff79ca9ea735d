//! A figure over the values of two keys.

use super::plot::{Form, Plot, Role, Series};
use crate::output::draw::{Align, Canvas, Colour, Rect, Region, Ruler, Scale, Theme, fit};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use serde::{Deserialize, Serialize};

/// A figure over the values of two keys.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HeatMap {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// The key from left to right, and its values.
    pub across: (String, Vec<f64>),
    /// The key from bottom to top, and its values.
    pub up: (String, Vec<f64>),
    /// Row by row, the lowest value of `up` first.
    pub values: Vec<f64>,
    /// The figures as they are written.
    pub told: Vec<String>,
    /// Place of the best one.
    pub best: Option<usize>,
}

const LEFT: f64 = 170.0;
const BELOW: f64 = 100.0;

impl HeatMap {
    /// A cell a point, the darker the higher, with its value where there is room.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let (columns, rows) = (self.across.1.len(), self.up.1.len());
        if columns == 0 || rows == 0 || self.values.len() != columns * rows {
            return;
        }
        let room = area;
        let plot = Rect {
            left: area.left + canvas.room(LEFT, 110.0),
            bottom: area.bottom - BELOW,
            top: area.top + 40.0,
            ..area
        };
        let (width, height) =
            ((plot.right - plot.left) / columns as f64, (plot.bottom - plot.top) / rows as f64);
        let shades = Shades::of(&self.values, canvas.theme);
        for (place, value) in self.values.iter().enumerate() {
            let (row, column) = (place / columns, place % columns);
            let cell = Rect {
                left: plot.left + width * column as f64,
                right: plot.left + width * (column + 1) as f64 - 2.0,
                bottom: plot.bottom - height * row as f64,
                top: plot.bottom - height * (row + 1) as f64 + 2.0,
            };
            let told = self.told.get(place).map_or("", String::as_str);
            draw_cell(canvas, (cell, shades.at(*value)), told, self.best == Some(place));
        }
        axes(canvas, plot, width, height, self);
        let across = Scale::new((0.0, columns as f64), (plot.left, plot.right));
        let up = Scale::new((0.0, rows as f64), (plot.bottom, plot.top));
        let [across, up] = [across, up].map(Ruler::named);
        canvas.region(Region { room, plot, across, up });
    }

    /// A series for each value of the key that goes upwards.
    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let number = |value: &f64| locale.number(*value, Some(0.0));
        let columns = self.across.1.len().max(1);
        let row = |(up, values): (&f64, &[f64])| {
            Series::new(format!("{} {}", number(up), self.up.0), Role::Main, values.to_vec())
        };
        vec![Plot {
            form: Form::Lines,
            head: super::sentence_case(&self.across.0),
            categories: self.across.1.iter().map(number).collect(),
            series: self.up.1.iter().zip(self.values.chunks(columns)).map(row).collect(),
            quantity: Quantity::Number,
            ..Plot::default()
        }]
    }
}

/// Colours of values: the darker the higher; where some lie below zero, those above it in one
/// colour and those below it in another, both the darker the farther from it.
struct Shades {
    low: f64,
    high: f64,
    light: Colour,
    above: Colour,
    below: Colour,
}

/// Shades of a colour that are told apart.
const STEPS: f64 = 24.0;

impl Shades {
    fn of(values: &[f64], theme: &Theme) -> Shades {
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        Shades {
            low: finite().fold(f64::INFINITY, f64::min),
            high: finite().fold(f64::NEG_INFINITY, f64::max),
            light: Colour(0xEE, 0xF4, 0xF9),
            above: theme.main,
            below: theme.loss,
        }
    }

    fn at(&self, value: f64) -> Colour {
        let (share, dark) = if self.low < 0.0 && self.high > 0.0 {
            let dark = if value < 0.0 { self.below } else { self.above };
            (value.abs() / self.high.max(-self.low), dark)
        } else if self.high > self.low {
            ((value - self.low) / (self.high - self.low), self.above)
        } else {
            (0.5, self.above)
        };
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        self.light.mixed(dark, (STEPS * share).round() / STEPS)
    }
}

fn draw_cell(canvas: &mut Canvas, (cell, shade): (Rect, Colour), told: &str, best: bool) {
    let theme = canvas.theme;
    canvas.rect(cell, shade);
    if best {
        let Rect { left, top, right, bottom } = cell;
        canvas.path(
            &[(left, top), (right, top), (right, bottom), (left, bottom), (left, top)],
            6.0,
            theme.accent,
        );
    }
    let colour = shade.letters(theme.ink);
    let room = cell.right - cell.left - 10.0;
    let size = theme.small * 0.92;
    let kind = if best { theme.bold(size, colour) } else { theme.regular(size, colour) };
    if cell.bottom - cell.top > size * 1.2 && kind.width(told) <= room {
        let (x, y) = (
            f64::midpoint(cell.left, cell.right),
            f64::midpoint(cell.top, cell.bottom) + 0.35 * size,
        );
        canvas.text(told, (x, y), kind.align(Align::Centre));
    }
}

fn axes(canvas: &mut Canvas, plot: Rect, width: f64, height: f64, data: &HeatMap) {
    let theme = canvas.theme;
    let small = theme.regular(theme.small, theme.quiet);
    let stride = (90.0 / width).ceil().max(1.0) as usize;
    let labels = written(theme, &data.across.1);
    for (place, label) in labels.iter().enumerate().step_by(stride) {
        canvas.text(
            label,
            (plot.left + width * (place as f64 + 0.5), plot.bottom + 36.0),
            small.align(Align::Centre),
        );
    }
    let stride = (34.0 / height).ceil().max(1.0) as usize;
    let labels = written(theme, &data.up.1);
    for (place, label) in labels.iter().enumerate().step_by(stride) {
        canvas.text(
            label,
            (plot.left - 16.0, plot.bottom - height * (place as f64 + 0.5) + 8.0),
            small.align(Align::Right),
        );
    }
    let bold = theme.bold(theme.small, theme.ink);
    canvas.base_words(&data.across.0, plot);
    canvas.text(
        &fit(&format!("↑ {}", data.up.0), plot.right - plot.left, bold.size, bold.face),
        (plot.left - canvas.room(LEFT, 110.0), plot.top - 18.0),
        bold,
    );
}

/// The values of a key, with the digits that tell them apart.
fn written(theme: &Theme, values: &[f64]) -> Vec<String> {
    let step = values.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min);
    let even = values.iter().all(|value| (value / step).fract() == 0.0);
    if even {
        theme.locale.axis(Quantity::Number, values)
    } else {
        values.iter().map(|value| theme.locale.number(*value, Some(step / 20.0))).collect()
    }
}
