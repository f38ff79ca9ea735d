//! A count by the week, or by another step of time: a column a step, with a part of it, stretches
//! that are marked, and what is usual.

use super::plot::{Form, Plot, Role, Series};
use crate::output::draw::{
    Canvas, Colour, Edge, Rect, Region, Ruler, Scale, Zero, fit, text_width,
};
use crate::output::format::{Locale, Quantity};
use serde::{Deserialize, Serialize};

/// A count by the step of time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Calendar {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// What a step is: a week.
    pub across: String,
    /// What is counted, and which part of it; in small letters.
    pub words: String,
    pub part: Option<String>,
    /// What the marked steps are; none is marked without it.
    pub marked: Option<String>,
    /// What is usual, with its words.
    pub usual: Option<(f64, String)>,
    pub quantity: Quantity,
    /// In their order.
    pub steps: Vec<Step>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub name: String,
    /// What is not finite is a gap.
    pub value: f64,
    pub part: f64,
    pub is_marked: bool,
}

const LEFT: f64 = 110.0;
const BELOW: f64 = 100.0;
/// Air between the legend and the plot, and between the names of steps.
const ABOVE: f64 = 44.0;
const AIR: f64 = 36.0;
/// A sign of the legend, and the distance of its lines.
const SIGN: f64 = 24.0;
const LINE: f64 = 38.0;

impl Calendar {
    /// An upright bar a step, its part in the strong colour.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let values = || self.steps.iter().map(|step| step.value).filter(|value| value.is_finite());
        if values().next().is_none() {
            return;
        }
        let below = self.legend(canvas, area);
        let plot = Rect {
            left: area.left + LEFT,
            top: below + ABOVE,
            bottom: area.bottom - BELOW,
            ..area
        };
        let usual = self.usual.as_ref().map(|(value, _)| *value);
        let highest = values().chain(usual).fold(0.0, f64::max);
        let highest = if highest > 0.0 { 1.04 * highest } else { 1.0 };
        let up = Scale::new((0.0, highest), (plot.bottom, plot.top));
        let across = Scale::new((0.0, self.steps.len() as f64), (plot.left, plot.right));
        for (place, _) in self.steps.iter().enumerate().filter(|(_, step)| self.is_marked(step)) {
            let [left, right] = [place, place + 1].map(|at| across.at(at as f64));
            canvas.rect(Rect { left, right, ..plot }, theme.grid);
        }
        let ruler = Ruler::numbers(up, self.quantity, canvas.count(6));
        canvas.grid(plot, (Edge::Up, &ruler), Zero::Axis(2.0));
        let half = 0.42 * plot.width() / self.steps.len() as f64;
        for (place, step) in self.steps.iter().enumerate() {
            let middle = across.at(place as f64 + 0.5);
            let bar = |value: f64| Rect {
                left: middle - half,
                right: middle + half,
                top: up.at(value),
                bottom: plot.bottom,
            };
            for (value, colour) in [(step.value, self.colour(canvas)), (step.part, theme.main)] {
                if value.is_finite() && value > 0.0 {
                    canvas.rect(bar(value), colour);
                }
            }
        }
        if let Some(usual) = usual {
            canvas.dashes(plot.left, plot.right, up.at(usual), 3.0, theme.accent);
        }
        let across = Ruler::named(across);
        canvas.named_base(plot, &across, &self.names(canvas, plot));
        canvas.base_words(&super::sentence_case(&self.across), plot);
        canvas.region(Region { room: area, plot, across, up: ruler });
    }

    fn is_marked(&self, step: &Step) -> bool {
        self.marked.is_some() && step.is_marked
    }

    /// Of whole columns: quiet where a part of them is meant.
    const fn colour(&self, canvas: &Canvas) -> Colour {
        if self.part.is_some() { canvas.theme.middle } else { canvas.theme.main }
    }

    /// As many names as there is room for, the first one among them.
    fn names(&self, canvas: &Canvas, plot: Rect) -> Vec<(f64, String)> {
        let theme = canvas.theme;
        let width = |step: &Step| text_width(&step.name, theme.small, &theme.body);
        let widest = self.steps.iter().map(width).fold(1.0, f64::max) + AIR;
        let room = ((plot.width() / widest) as usize).max(1);
        let stride = self.steps.len().div_ceil(room).max(1);
        let named = self.steps.iter().enumerate().step_by(stride);
        named.map(|(place, step)| (place as f64 + 0.5, step.name.clone())).collect()
    }

    /// What the colours mean, in lines above the plot; returns where they end.
    fn legend(&self, canvas: &mut Canvas, area: Rect) -> f64 {
        let theme = canvas.theme;
        let kind = theme.regular(theme.small, theme.ink);
        let whole = (self.words.as_str(), self.colour(canvas));
        let part = self.part.as_deref().map(|words| (words, theme.main));
        let marked = self.marked.as_deref().map(|words| (words, theme.grid));
        let usual = self.usual.as_ref().map(|(_, words)| (words.as_str(), theme.accent));
        let signs = [Some(whole), part, marked, usual];
        let (mut left, mut bottom) = (area.left, area.top + SIGN);
        for (place, (words, colour)) in
            signs.into_iter().enumerate().filter_map(|(place, sign)| sign.map(|sign| (place, sign)))
        {
            let words = fit(words, area.width() - 2.0 * SIGN, kind.size, kind.face);
            let width = SIGN + 10.0 + kind.width(&words) + AIR;
            if left > area.left && left + width - AIR > area.right {
                (left, bottom) = (area.left, bottom + LINE);
            }
            sign(canvas, (left, bottom), (place == 3, colour));
            canvas.text(&super::sentence_case(&words), (left + SIGN + 10.0, bottom - 3.0), kind);
            left += width;
        }
        bottom
    }

    pub fn plots(&self, _locale: Locale) -> Vec<Plot> {
        let values = |of: fn(&Step) -> f64| self.steps.iter().map(of).collect();
        let name = super::sentence_case(&self.words);
        let mut series = vec![Series::new(name, Role::Main, values(|step| step.value))];
        series.extend(self.part.as_deref().map(|words| {
            Series::new(super::sentence_case(words), Role::Middle, values(|step| step.part))
        }));
        vec![Plot {
            form: Form::Columns,
            head: super::sentence_case(&self.across),
            categories: self.steps.iter().map(|step| step.name.clone()).collect(),
            series,
            quantity: self.quantity,
            ..Plot::default()
        }]
    }
}

/// A box in a colour, or a line of dashes.
fn sign(canvas: &mut Canvas, (left, bottom): (f64, f64), (is_line, colour): (bool, Colour)) {
    if is_line {
        canvas.dashes(left, left + SIGN, bottom - SIGN / 2.0, 3.0, colour);
    } else {
        let rect = Rect { left, right: left + SIGN, top: bottom - SIGN + 2.0, bottom };
        canvas.rect(rect, colour);
    }
}
