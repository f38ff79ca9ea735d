//! The values of one metric over all simulated futures.

use super::mark::Mark;
use super::plot::{Form, Plot, Role, Series};
use super::spread::{Spread, SpreadText};
use crate::output::draw::{
    Align, Axes, Canvas, Edge, Flag, Line, Rect, Region, Ruler, RulerKind, Scale, Theme, Zero,
    flags, keep_apart, wrap,
};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use crate::output::words::say;
use histogram::Histogram;
use serde::{Deserialize, Serialize};

mod histogram;

/// The values of one metric over all simulated futures.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Distribution {
    /// What is counted, in small letters: "times seen".
    words: String,
    /// Where and when, for the subtitle: "Support community, 1 year".
    scope: String,
    quantity: Quantity,
    histogram: Option<Histogram>,
    spread: Spread,
    /// In ascending order, at most as many as can be read.
    marks: Vec<Mark>,
}

impl Distribution {
    pub fn of(sample: &Sample) -> Distribution {
        let Sample { quantity, spread, .. } = *sample;
        let finite = sample.marks.iter().filter(|mark| mark.value.is_finite());
        let mut marks: Vec<Mark> = finite.take(MARKS).cloned().collect();
        marks.sort_by(|a, b| a.value.total_cmp(&b.value));
        let values: Vec<f64> = marks.iter().map(|mark| mark.value).collect();
        Distribution {
            words: sample.words.to_owned(),
            scope: sample.scope.to_owned(),
            quantity,
            histogram: Histogram::of(sample.values, spread, &values),
            spread,
            marks,
        }
    }
}

/// What a distribution is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'a> {
    /// What is counted, in small letters: "times seen".
    pub words: &'a str,
    /// Where and when, for the subtitle.
    pub scope: &'a str,
    pub quantity: Quantity,
    /// One value a trial, in any order; those that are not finite are undefined and left out.
    pub values: &'a [f64],
    pub spread: Spread,
    pub marks: &'a [Mark],
}

/// How many marks are drawn; more could not be read.
const MARKS: usize = 6;
/// Room for the percentages beside the bars, and for the axis labels and the percentiles below
/// them.
const LEFT: f64 = 92.0;
const BELOW: f64 = 186.0;

impl Distribution {
    /// A histogram whose bars within the 90 % interval stand out, the percentiles below the axis
    /// and the marks above it.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let theme = canvas.theme;
        let Some(histogram) = &self.histogram else { return };
        let room = area;
        let area = Rect {
            left: area.left + LEFT,
            bottom: area.bottom - canvas.room(BELOW, BELOW + 16.0),
            ..area
        };
        let across = Scale::new(histogram.window, (area.left, area.right));
        let mut ticks = across.ticks(canvas.count(9));
        ticks.retain(|tick| *tick >= histogram.least.min(0.0));
        let kind = RulerKind::Numbers { quantity: self.quantity, ticks };
        let ruler = Ruler { scale: across, kind };
        let flag = |mark: &Mark| flag(mark, across, self, theme);
        flags(canvas, area, &self.marks.iter().map(flag).collect::<Vec<_>>(), |canvas, plot| {
            let tallest = histogram.bars.iter().fold(0.0_f64, |top, bar| top.max(bar.share));
            let scale = Scale::new((0.0, tallest * 1.04), (plot.bottom, plot.top));
            let mut up = Ruler::numbers(scale, Quantity::Share, 6);
            if let RulerKind::Numbers { ticks, .. } = &mut up.kind {
                ticks.retain(|tick| *tick > 0.0);
            }
            canvas.grid(plot, (Edge::Up, &up), Zero::Plain);
            bars(canvas, Axes { across, up: scale }, histogram, self.spread);
            canvas.region(Region { room, plot, across: ruler.clone(), up });
        });
        canvas.base(area, &ruler);
        percentiles(canvas, area, across, self);
    }

    /// Title and subtitle.
    pub fn words(&self, locale: Locale) -> [String; 2] {
        [title(self, locale), subtitle(self, locale)]
    }

    /// The bars, those within the 90 % interval apart from the tails.
    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let bars = self.histogram.as_ref().map_or(&[][..], |histogram| &histogram.bars);
        let middle = |bar: &histogram::Bar| f64::midpoint(bar.low, bar.high);
        let name = |bar: &histogram::Bar| {
            let se = if bar.low == bar.high { 0.0 } else { (bar.high - bar.low) / 10.0 };
            locale.amount(self.quantity, middle(bar), Some(se))
        };
        // A bar belongs where its middle lies.
        let shares = |inside: bool| {
            let is_inside =
                |bar: &histogram::Bar| (self.spread.low..=self.spread.high).contains(&middle(bar));
            bars.iter()
                .map(|bar| if is_inside(bar) == inside { bar.share } else { f64::NAN })
                .collect::<Vec<f64>>()
        };
        vec![Plot {
            form: Form::Columns,
            head: super::sentence_case(&self.words),
            categories: bars.iter().map(name).collect(),
            series: vec![
                Series::new(say!(locale, "distribution-middle"), Role::Main, shares(true)),
                Series::new(say!(locale, "distribution-tails"), Role::Faint, shares(false)),
            ],
            quantity: Quantity::Share,
            ..Plot::default()
        }]
    }
}

fn title(data: &Distribution, locale: Locale) -> String {
    let (words, spread) = (super::sentence_case(&data.words), data.spread);
    let SpreadText { typical, range, .. } = spread.told(locale, data.quantity);
    if data.histogram.is_none() {
        say!(locale, "distribution-undefined", words = words)
    } else if !spread.typical.is_finite() {
        say!(locale, "distribution-mostly-undefined", words = words)
    } else if spread.low == spread.high {
        say!(locale, "distribution-same", words = words, typical = typical)
    } else {
        say!(locale, "distribution-title", words = words, typical = typical, range = range)
    }
}

fn subtitle(data: &Distribution, locale: Locale) -> String {
    let (scope, quantity) = (data.scope.as_str(), data.quantity);
    let Some(histogram) = &data.histogram else {
        return say!(locale, "distribution-empty", scope = scope);
    };
    let mut text = match histogram.step {
        Some(step) => {
            let step = locale.amount(quantity, step, Some(0.0));
            say!(locale, "distribution-steps", scope = scope, step = step)
        }
        None => say!(locale, "distribution-points", scope = scope),
    };
    if let Some((least, most)) = histogram.beyond {
        let all = locale.amount_range(quantity, least, most, None);
        text.extend([" ", &say!(locale, "distribution-beyond", range = all)]);
    }
    if histogram.undefined > 0.0 {
        text.extend([
            " ",
            &say!(locale, "distribution-part", share = locale.share(histogram.undefined, None)),
        ]);
    }
    text
}

/// The flag of a mark; where the mark lies beyond the axis, an arrow at its end says so.
fn flag(mark: &Mark, across: Scale, data: &Distribution, theme: &Theme) -> Flag {
    let value = theme.locale.amount(data.quantity, mark.value, Some(0.0));
    let label = match mark.words.as_str() {
        "" => value,
        // Words that name the value need not hear it twice.
        words if words.contains(&value) => words.to_owned(),
        words => say!(theme.locale, "mark", value = value, words = words),
    };
    let (label, line) = match mark.value {
        value if value < across.low() => (format!("← {label}"), Line::None),
        value if value > across.high() => (format!("{label} →"), Line::None),
        _ => (label, Line::Drawn),
    };
    Flag { x: across.at(mark.value), label, note: mark.chance.clone(), line }
}

fn bars(canvas: &mut Canvas, Axes { across, up }: Axes, histogram: &Histogram, spread: Spread) {
    let theme = canvas.theme;
    let gap = across.at(across.low() + histogram.gap()) - across.at(across.low());
    for bar in &histogram.bars {
        let (left, right) = (across.at(bar.low), across.at(bar.high));
        let (top, bottom) = (up.at(bar.share), up.at(0.0));
        if bar.low == bar.high {
            let half = (0.4 * gap).clamp(2.0, 40.0);
            let colour = if (spread.low..=spread.high).contains(&bar.low) {
                theme.main
            } else {
                theme.faint
            };
            canvas.rect(Rect { left: left - half, right: left + half, top, bottom }, colour);
            continue;
        }
        let air = if right - left > 8.0 { 1.2 } else { 0.0 };
        let (low, high) = (across.at(spread.low), across.at(spread.high));
        let pieces =
            [(left, low, theme.faint), (low, high, theme.main), (high, right, theme.faint)];
        for (from, to, colour) in pieces {
            let (from, to) = (from.max(left + air), to.min(right - air));
            if from < to {
                canvas.rect(Rect { left: from, right: to, top, bottom }, colour);
            }
        }
    }
}

/// The 90 % interval and the median as a line with a dot below the axis, each with its value.
fn percentiles(canvas: &mut Canvas, area: Rect, across: Scale, data: &Distribution) {
    let (theme, spread) = (canvas.theme, data.spread);
    let told = spread.told(theme.locale, data.quantity);
    let labels = if spread.low == spread.high {
        vec![(spread.typical, told.typical, say!(theme.locale, "in-every-future"))]
    } else {
        vec![
            (spread.low, told.low, say!(theme.locale, "one-in-20-lower")),
            (spread.typical, told.typical, say!(theme.locale, "typical-middle")),
            (spread.high, told.high, say!(theme.locale, "one-in-20-higher")),
        ]
    };
    let (value_type, note_type) =
        (theme.bold(theme.label, theme.main), theme.regular(theme.small, theme.quiet));
    // Where three notes have no room beside each other, each stands in two lines.
    let lines = canvas.room(1.0, 2.0) as usize;
    let notes = |note: &str| {
        let width = note_type.width(note) * if lines > 1 { 0.68 } else { 1.0 };
        wrap(note, width + 1.0, note_type.size, note_type.face, lines)
    };
    let widths: Vec<f64> = labels
        .iter()
        .map(|(_, value, note)| {
            let widths = notes(note).into_iter().map(|line| note_type.width(&line));
            widths.fold(value_type.width(value), f64::max)
        })
        .collect();
    let points: Vec<f64> = labels.iter().map(|(value, ..)| across.at(*value)).collect();
    let places =
        keep_apart(&points, &widths, canvas.room(36.0, 20.0), (area.left - LEFT, area.right));
    let y = area.bottom + 74.0;
    canvas.line((across.at(spread.low), y), (across.at(spread.high), y), 7.0, theme.main);
    for ((place, point), (_, value, note)) in places.iter().zip(&points).zip(&labels) {
        canvas.line((*point, y), (*point, y + 14.0), 3.0, theme.main);
        canvas.line((*point, y + 14.0), (*place, y + 30.0), 2.0, theme.faint);
        canvas.text(value, (*place, y + 34.0 + theme.label * 0.8), value_type.align(Align::Centre));
        for (line, note) in notes(note).iter().enumerate() {
            let down = theme.small * 1.25 * (line + 1) as f64;
            let at = (*place, y + 38.0 + theme.label * 0.8 + down);
            canvas.text(note, at, note_type.align(Align::Centre));
        }
    }
    canvas.disc((across.at(spread.typical), y), 12.0, theme.main);
}
