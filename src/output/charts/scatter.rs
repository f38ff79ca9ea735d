//! A figure against one input, a dot a future.

use super::plot::{Form, Plot, Role, Series};
use crate::output::draw::{Canvas, Edge, Rect, Region, Ruler, Scale, Zero};
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
        let room = area;
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
        let rulers = (
            Ruler::numbers(across, self.across.1, canvas.count(8)),
            Ruler::numbers(up, self.up.1, 6),
        );
        canvas.grid(plot, (Edge::Up, &rulers.1), Zero::Axis(2.5));
        canvas.base(plot, &rulers.0);
        canvas.base_words(&super::sentence_case(&self.across.0), plot);
        let bold = theme.bold(theme.small, theme.ink);
        let at = (plot.left - LEFT, plot.top - 20.0);
        canvas.text(&super::sentence_case(&self.up.0), at, bold);
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
        canvas.region(Region { room, plot, across: rulers.0, up: rulers.1 });
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
