//! Figures that add up to a total.

use super::plot::{Form, Plot, Role, Series};
use super::rows::{self, Room, Rows, Strip};
use crate::output::draw::{Align, Canvas, Colour, Edge, Rect, Ruler, Scale, Theme, Zero};
use crate::output::format::{Locale, Quantity};
use serde::{Deserialize, Serialize};

/// Figures that add up: each bar begins where the one above it ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Waterfall {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// Head of the parts, for the table.
    pub head: String,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub words: String,
    /// What is added, negative where it is taken away; of a total the total itself.
    pub value: f64,
    pub kind: Kind,
    /// The value as it is written.
    pub told: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    Part,
    /// The sum of all parts above, which begins at zero.
    Total,
}

const LEFT: f64 = 560.0;
const RIGHT: f64 = 190.0;
const BELOW: f64 = 56.0;
const TALLEST: f64 = 96.0;

impl Waterfall {
    /// A row an item, from the sum before it to the sum after it.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        if self.items.is_empty() {
            return;
        }
        let steps = steps(&self.items);
        let ends = || steps.iter().flat_map(|step| [step.0, step.1]).filter(|end| end.is_finite());
        let (low, high) = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
        let side = canvas.room(RIGHT, 160.0);
        let room = Room {
            words: LEFT,
            head: rows::HEAD,
            sides: [if low < 0.0 { side - 40.0 } else { 0.0 }, side],
            below: BELOW,
            tallest: TALLEST,
        };
        let rows = Rows::of(canvas, area, self.items.len(), room);
        let plot = rows.plot;
        let scale = Scale::new((low, high), (plot.left, plot.right));
        let across = Ruler::numbers(scale, Quantity::Number, canvas.count(6));
        canvas.grid(plot, (Edge::Across, &across), Zero::Axis(2.5));
        for (place, (item, (from, to))) in self.items.iter().zip(steps).enumerate() {
            let next = (place + 1 < self.items.len()).then(|| rows.strip(place + 1, 0.6));
            let total = theme.bold(theme.label * 0.9, theme.ink);
            let part = theme.regular(theme.label * 0.9, theme.ink);
            let kind = if item.kind == Kind::Total { total } else { part };
            rows.words(canvas, place, (&super::sentence_case(&item.words), kind));
            row(canvas, scale, rows.strip(place, 0.6), &Stage { item, from, to, next });
        }
        canvas.region(rows.region(area, across));
    }

    /// A hidden bar holds up what is seen; below zero, where that cannot be, the bars begin at
    /// zero.
    pub fn plots(&self, _locale: Locale) -> Vec<Plot> {
        let steps = steps(&self.items);
        let hidden = steps
            .iter()
            .map(|(from, to)| if *from >= 0.0 && *to >= 0.0 { from.min(*to) } else { 0.0 });
        let of = |is_meant: fn(&Item) -> bool| {
            let items = self.items.iter().zip(&steps);
            let value = move |(item, (from, to)): (&Item, &(f64, f64))| {
                let size = if *from >= 0.0 && *to >= 0.0 { (to - from).abs() } else { *to };
                if is_meant(item) { size } else { f64::NAN }
            };
            items.map(value).collect::<Vec<f64>>()
        };
        vec![Plot {
            form: Form::Floating,
            head: self.head.clone(),
            categories: self
                .items
                .iter()
                .map(|item| format!("{}: {}", super::sentence_case(&item.words), item.told))
                .collect(),
            series: vec![
                Series::new(" ", Role::Hidden, hidden.collect()),
                Series::new(
                    "+",
                    Role::Middle,
                    of(|item| item.kind == Kind::Part && item.value >= 0.0),
                ),
                Series::new(
                    "−",
                    Role::Accent,
                    of(|item| item.kind == Kind::Part && item.value < 0.0),
                ),
                Series::new("=", Role::Main, of(|item| item.kind == Kind::Total)),
            ],
            quantity: Quantity::Number,
            ..Plot::default()
        }]
    }
}

/// Where each bar begins and ends.
fn steps(items: &[Item]) -> Vec<(f64, f64)> {
    let mut sum = 0.0;
    let step = |item: &Item| match item.kind {
        Kind::Total => {
            sum = item.value;
            (0.0, sum)
        }
        Kind::Part => {
            let from = sum;
            sum += item.value;
            (from, sum)
        }
    };
    items.iter().map(step).collect()
}

fn colour(theme: &Theme, item: &Item) -> Colour {
    match item.kind {
        _ if item.value < 0.0 => theme.loss,
        Kind::Total => theme.main,
        Kind::Part => theme.gain,
    }
}

/// An item with its place among the others.
struct Stage<'a> {
    item: &'a Item,
    /// The sums before and after it.
    from: f64,
    to: f64,
    /// The row below.
    next: Option<Strip>,
}

fn row(canvas: &mut Canvas, across: Scale, strip: Strip, stage: &Stage) {
    let (theme, Strip { y, half, .. }) = (canvas.theme, strip);
    let Stage { item, from, to, next } = *stage;
    let words = match item.kind {
        Kind::Total => theme.bold(theme.label * 0.9, theme.ink),
        Kind::Part => theme.regular(theme.label * 0.9, theme.ink),
    };
    let (start, end) = (across.at(from), across.at(to));
    let (left, right) = (start.min(end), start.max(end).max(start.min(end) + 3.0));
    canvas.rect(strip.between(left, right), colour(theme, item));
    if let Some(next) = next {
        canvas.line((end, y + half), (end, next.y - next.half), 1.5, theme.axis);
    }
    if to < 0.0 && from <= 0.0 {
        canvas.text_on_ground(&item.told, (left - 14.0, y + 9.0), words.align(Align::Right));
    } else {
        canvas.text_on_ground(&item.told, (right + 14.0, y + 9.0), words);
    }
}
