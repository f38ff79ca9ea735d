//! Figures over another one, both by powers of ten.

use super::plot::{Form, Plot, Role, Scaling, Series};
use crate::output::draw::{
    Align, Axes, Canvas, Edge, Part, Rect, Region, Ruler, Scale, fit, keep_apart,
};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use serde::{Deserialize, Serialize};

/// Figures over another, both by powers of ten.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Lines {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// What lies across, and what is measured upwards.
    pub across: String,
    pub upward: String,
    pub quantity: Quantity,
    /// The one that the title speaks of first.
    pub lines: Vec<Line>,
    /// Values across that stand out, with their words.
    pub marks: Vec<(f64, String)>,
}

/// One of the lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub name: String,
    pub style: Style,
    /// In ascending order; what is not above zero is left out.
    pub points: Vec<(f64, f64)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// What is told.
    Main,
    /// With a dot at every point.
    Dotted,
    /// What it is compared with.
    Accent,
    /// What would be.
    Quiet,
}

const LEFT: f64 = 130.0;
const RIGHT: f64 = 300.0;
const ALONE: f64 = 40.0;
const BELOW: f64 = 100.0;
/// Fewest and most powers of ten of an axis.
const DECADES: [f64; 2] = [0.3, 12.0];

fn is_drawn(&(x, y): &(f64, f64)) -> bool {
    x > 0.0 && y > 0.0 && x.is_finite() && y.is_finite()
}

impl Lines {
    /// Lines with their names at their ends.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let points =
            || self.lines.iter().flat_map(|line| line.points.iter().copied().filter(is_drawn));
        if points().next().is_none() {
            return;
        }
        // A line that is alone needs no name: the axis has it.
        let is_alone = self.lines.len() == 1;
        let right = if is_alone { ALONE } else { canvas.room(RIGHT, 210.0) };
        let whole = area;
        let area = Rect {
            left: area.left + LEFT,
            right: area.right - right,
            bottom: area.bottom - BELOW,
            top: area.top + 84.0,
        };
        let across = axis(points().map(|point| point.0), (area.left, area.right));
        let up = axis(points().map(|point| point.1), (area.bottom, area.top));
        grid(canvas, area, Axes { across, up }, self);
        let rulers = [across, up].map(Ruler::powers);
        let [ruler_across, ruler_up] = rulers;
        canvas.region(Region { room: whole, plot: area, across: ruler_across, up: ruler_up });
        for (x, words) in self.marks.iter().filter(|mark| mark.0 > 0.0) {
            let x = across.at(libm::log10(*x));
            canvas.line((x, area.top - 8.0), (x, area.bottom), 2.5, theme.accent);
            let kind = theme.regular(theme.small, theme.accent);
            let align =
                if x + kind.width(words) / 2.0 > area.right { Align::Right } else { Align::Centre };
            canvas.text_on_ground(words, (x, area.top - 20.0), kind.align(align));
        }
        let mut ends = Vec::new();
        // What the title speaks of lies above the others.
        for line in self.lines.iter().rev() {
            let places: Vec<(f64, f64)> = line
                .points
                .iter()
                .copied()
                .filter(is_drawn)
                .map(|(x, y)| (across.at(libm::log10(x)), up.at(libm::log10(y))))
                .collect();
            let Some(last) = places.last() else { continue };
            let (width, colour) = match line.style {
                Style::Main | Style::Dotted => (6.0, theme.main),
                Style::Accent => (4.0, theme.accent),
                Style::Quiet => (3.0, theme.axis),
            };
            canvas.path(&places, width, colour);
            if line.style == Style::Dotted {
                for place in &places {
                    canvas.disc(*place, 9.0, colour);
                }
            }
            let ink = if line.style == Style::Quiet { theme.quiet } else { colour };
            if is_alone {
                continue;
            }
            ends.push((*last, line.name.as_str(), theme.bold(theme.label * 0.9, ink)));
        }
        ends.sort_by(|a, b| a.0.1.total_cmp(&b.0.1));
        let centres: Vec<f64> = ends.iter().map(|((_, y), ..)| *y).collect();
        let heights: Vec<f64> = ends.iter().map(|(.., kind)| kind.size * 1.35).collect();
        let places = keep_apart(&centres, &heights, 4.0, (area.top - 30.0, area.bottom + 30.0));
        for (place, ((x, y), name, kind)) in places.iter().zip(ends) {
            canvas.line((x + 10.0, y), (area.right + 20.0, *place), 2.0, theme.grid);
            canvas.text(
                &fit(name, right - 30.0, kind.size, kind.face),
                (area.right + 28.0, place + 0.35 * kind.size),
                kind,
            );
        }
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let mut across: Vec<f64> = self
            .lines
            .iter()
            .flat_map(|line| {
                line.points.iter().filter(|point| is_drawn(point)).map(|point| point.0)
            })
            .collect();
        across.sort_by(f64::total_cmp);
        across.dedup();
        let series = |line: &Line| {
            let at = |x: &f64| {
                line.points
                    .iter()
                    .find(|point| point.0 == *x && is_drawn(point))
                    .map_or(f64::NAN, |point| point.1)
            };
            let role = match line.style {
                Style::Main | Style::Dotted => Role::Main,
                Style::Accent => Role::Accent,
                Style::Quiet => Role::Middle,
            };
            Series::new(super::sentence_case(&line.name), role, across.iter().map(at).collect())
        };
        vec![Plot {
            form: Form::Lines,
            head: super::sentence_case(&self.across),
            categories: across.iter().map(|x| locale.number(*x, None)).collect(),
            series: self.lines.iter().map(series).collect(),
            quantity: self.quantity,
            scaling: Scaling::Log,
            ..Plot::default()
        }]
    }
}

/// The powers of ten between which values lie.
fn axis(values: impl Iterator<Item = f64> + Clone, ends: (f64, f64)) -> Scale {
    let low = libm::log10(values.clone().fold(f64::INFINITY, f64::min));
    let high = libm::log10(values.fold(0.0, f64::max));
    let low = low.max(high - DECADES[1]);
    let missing = (DECADES[0] - (high - low)).max(0.0) / 2.0;
    Scale::new((round(low - missing, f64::floor), round(high + missing, f64::ceil)), ends)
}

/// The next of 1, 2 and 5 times a power of ten, on the scale of powers.
fn round(power: f64, to: fn(f64) -> f64) -> f64 {
    let whole = libm::floor(power);
    // Rounding must not carry what is round already to the next one.
    let steps = [0.0, libm::log10(2.0), libm::log10(5.0), 1.0].map(|step| whole + step);
    let is_up = to(0.5) > 0.5;
    let mut near = steps
        .into_iter()
        .filter(|step| if is_up { *step >= power - 1e-9 } else { *step <= power + 1e-9 });
    (if is_up { near.next() } else { near.next_back() }).unwrap_or(power)
}

/// Round values of an axis: powers of ten, and where there are few of them twice and five times as
/// much.
fn ticks(scale: Scale) -> Vec<f64> {
    let span = scale.high() - scale.low();
    let steps: &[f64] = if span < 1.0 {
        &[1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0]
    } else if span < 3.0 {
        &[1.0, 2.0, 5.0]
    } else {
        &[1.0]
    };
    let stride = (span / 7.0).ceil().max(1.0) as i32;
    let decades = libm::floor(scale.low()) as i32..=libm::ceil(scale.high()) as i32;
    let ticks = decades.filter(|decade| decade.rem_euclid(stride) == 0).flat_map(|decade| {
        // Halves and thirds of a thousandth are written more exactly from their reciprocals.
        steps.iter().map(move |step| {
            if decade < 0 {
                step / libm::pow(10.0, f64::from(-decade))
            } else {
                step * libm::pow(10.0, f64::from(decade))
            }
        })
    });
    ticks
        .filter(|tick| (scale.low() - 1e-9..=scale.high() + 1e-9).contains(&libm::log10(*tick)))
        .collect()
}

fn grid(canvas: &mut Canvas, area: Rect, Axes { across, up }: Axes, data: &Lines) {
    let theme = canvas.theme;
    let small = theme.regular(theme.small, theme.quiet);
    let label = |quantity: Quantity, tick: f64| {
        theme.locale.axis(quantity, &[tick]).pop().unwrap_or_default()
    };
    canvas.of_part(Part::Grid(Edge::Up), |canvas| {
        for tick in ticks(up) {
            let y = up.at(libm::log10(tick));
            canvas.line((area.left, y), (area.right, y), 1.5, theme.grid);
            let at = (area.left - 14.0, y + 8.0);
            canvas.text(&label(data.quantity, tick), at, small.align(Align::Right));
        }
    });
    let named: Vec<(f64, String)> = ticks(across)
        .into_iter()
        .map(|tick| (libm::log10(tick), label(Quantity::Number, tick)))
        .collect();
    canvas.named_base(area, &Ruler::powers(across), &named);
    let words = theme.bold(theme.small, theme.ink);
    canvas.text(
        &fit(&data.upward, area.right - area.left, words.size, words.face),
        (area.left - LEFT, area.top - 56.0),
        words,
    );
    canvas.base_words(&data.across, area);
}
