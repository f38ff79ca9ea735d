//! A figure against one input, a dot a future.

use super::plot::{Form, Plot, Role, Series};
use crate::output::draw::{Align, Axes, Canvas, Rect, Scale, fit};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use crate::output::words::say;
use serde::{Deserialize, Serialize};

/// A figure over an input, a dot a future.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Scatter {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// The input.
    pub across: (String, Quantity),
    /// The figure.
    pub up: (String, Quantity),
    pub dots: Vec<(f64, f64)>,
    /// The medians of each tenth of the futures, by the input.
    pub medians: Vec<(f64, f64)>,
}

const LEFT: f64 = 130.0;
const BELOW: f64 = 100.0;

impl Scatter {
    /// Dots, and a line through the medians.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let dots: Vec<(f64, f64)> =
            self.dots.iter().copied().filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
        if dots.len() < 2 {
            return;
        }
        let plot = Rect {
            left: area.left + LEFT,
            bottom: area.bottom - BELOW,
            top: area.top + 40.0,
            ..area
        };
        let window = |value: fn(&(f64, f64)) -> f64| {
            let mut values: Vec<f64> = dots.iter().map(value).collect();
            values.sort_by(f64::total_cmp);
            let at = |share: f64| values[(share * (values.len() - 1) as f64).round() as usize];
            // What few futures reach would leave the others in a corner.
            let (low, high) = (at(0.002), at(0.998));
            (low - 0.03 * (high - low), high + 0.03 * (high - low))
        };
        let across = Scale::new(window(|dot| dot.0), (plot.left, plot.right));
        let up = Scale::new(window(|dot| dot.1), (plot.bottom, plot.top));
        axes(canvas, plot, Axes { across, up }, self);
        let inside = |(x, y): &&(f64, f64)| {
            (across.low()..=across.high()).contains(x) && (up.low()..=up.high()).contains(y)
        };
        for (x, y) in dots.iter().filter(inside) {
            canvas.disc((across.at(*x), up.at(*y)), 4.5, theme.middle);
        }
        let line: Vec<(f64, f64)> =
            self.medians.iter().map(|(x, y)| (across.at(*x), up.at(*y))).collect();
        if line.len() > 1 {
            canvas.path(&line, 6.0, theme.accent);
        }
    }

    /// The medians, which a table can hold and a line can show.
    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        vec![Plot {
            form: Form::Lines,
            head: super::sentence_case(&self.across.0),
            categories: self
                .medians
                .iter()
                .map(|(x, _)| locale.amount(self.across.1, *x, None))
                .collect(),
            series: vec![Series::new(
                say!(locale, "statistic-median", words = self.up.0.as_str()),
                Role::Main,
                self.medians.iter().map(|(_, y)| *y).collect(),
            )],
            quantity: self.up.1,
            ..Plot::default()
        }]
    }
}

fn axes(canvas: &mut Canvas, plot: Rect, Axes { across, up }: Axes, data: &Scatter) {
    let theme = canvas.theme;
    let small = theme.regular(theme.small, theme.quiet);
    let ticks = up.ticks(6);
    for (tick, label) in ticks.iter().zip(theme.locale.axis(data.up.1, &ticks)) {
        let (width, colour) = if *tick == 0.0 { (2.5, theme.axis) } else { (1.5, theme.grid) };
        canvas.line((plot.left, up.at(*tick)), (plot.right, up.at(*tick)), width, colour);
        canvas.text(&label, (plot.left - 16.0, up.at(*tick) + 8.0), small.align(Align::Right));
    }
    let ticks = across.ticks(8);
    for (tick, label) in ticks.iter().zip(theme.locale.axis(data.across.1, &ticks)) {
        let x = across.at(*tick);
        canvas.line((x, plot.bottom), (x, plot.bottom + 9.0), 2.5, theme.axis);
        canvas.text(&label, (x, plot.bottom + 38.0), small.align(Align::Centre));
    }
    canvas.line((plot.left, plot.bottom), (plot.right, plot.bottom), 2.5, theme.axis);
    let bold = theme.bold(theme.small, theme.ink);
    let key =
        fit(&super::sentence_case(&data.across.0), plot.right - plot.left, bold.size, bold.face);
    canvas.text(
        &key,
        (f64::midpoint(plot.left, plot.right), plot.bottom + 82.0),
        bold.align(Align::Centre),
    );
    canvas.text(&super::sentence_case(&data.up.0), (plot.left - LEFT, plot.top - 20.0), bold);
}
