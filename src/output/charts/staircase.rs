//! Figures of different size that follow from each other by multiplication.

use super::plot::{Form, Plot, Scaling};
use super::rows::{Room, Rows};
use super::spread::Spread;
use super::{sentence_case, weeks};
use crate::output::draw::{Align, Canvas, Edge, Part, Rect, Ruler, Scale, fit, steps_between};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use crate::output::words::say;
use serde::{Deserialize, Serialize};

/// Figures of different size that follow from each other by multiplication.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Staircase {
    /// Where and when, for the subtitle: "Support community, 1 year".
    pub scope: String,
    pub steps: Vec<Step>,
}

/// One figure and how it follows from the one before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What is counted, in small letters: "times seen".
    pub words: String,
    pub spread: Spread,
    /// The factor that leads here: "× 130 friends", "7.5 % are seen", "1.26 times each". Empty for
    /// the first step.
    pub link: String,
}

/// Room for the words at the left, for the values at the right and for the axis below.
const LEFT: f64 = 440.0;
const RIGHT: f64 = 330.0;
const BELOW: f64 = 52.0;
/// Above a row of a narrow sheet: its words and its value, and under them its range.
const HEAD: f64 = 72.0;

impl Staircase {
    /// One row a step on a logarithmic axis, where equal factors are equal distances: the arrow
    /// between two rows is as long as the factor that it names. Dots and whiskers, for on such an
    /// axis the length of a bar would say nothing.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        if self.steps.is_empty() {
            return;
        }
        let room = Room {
            words: LEFT,
            head: HEAD,
            sides: [0.0, canvas.room(RIGHT, 20.0)],
            below: BELOW,
            tallest: f64::INFINITY,
        };
        let rows = Rows::of(canvas, area, self.steps.len(), room);
        let across = Decades::of(&self.steps, rows.plot);
        across.grid(canvas, rows.plot);
        for (i, pair) in self.steps.windows(2).enumerate() {
            link(canvas, &across, &rows, (i, pair));
        }
        for (i, step) in self.steps.iter().enumerate() {
            figure(canvas, &across, &rows, (i, step));
        }
        let ruler = if across.has_zero { Ruler::named } else { Ruler::powers };
        canvas.region(rows.region(area, ruler(across.scale)));
    }

    /// Title and subtitle.
    pub fn words(&self, locale: Locale) -> [String; 2] {
        let subtitle = if self.steps.is_empty() { "stairs-empty" } else { "stairs-subtitle" };
        [title(&self.steps, locale), say!(locale, subtitle, scope = self.scope.as_str())]
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let name = |step: &Step| {
            format!(
                "{}: {}",
                sentence_case(&step.words),
                step.spread.told(locale, Quantity::Number).typical
            )
        };
        let spreads: Vec<Spread> = self.steps.iter().map(|step| step.spread).collect();
        let plot = Plot {
            form: Form::Ranged,
            head: say!(locale, "metric-head"),
            categories: self.steps.iter().map(name).collect(),
            series: weeks::series(locale, &spreads),
            quantity: Quantity::Number,
            ..Plot::default()
        };
        let scaling = if plot.is_positive() { Scaling::Log } else { Scaling::Linear };
        vec![Plot { scaling, ..plot }]
    }
}

fn title(steps: &[Step], locale: Locale) -> String {
    let figure =
        |step: &Step| (step.spread.told(locale, Quantity::Number).typical, step.words.clone());
    sentence_case(&match steps {
        [] => String::new(),
        [only] => {
            let (value, words) = figure(only);
            say!(locale, "stairs-one", value = value, words = words)
        }
        [first, .., last] => {
            let ((first, first_words), (last, last_words)) = (figure(first), figure(last));
            say!(
                locale,
                "stairs-title",
                first = first,
                first_words = first_words,
                last = last,
                last_words = last_words
            )
        }
    })
}

/// A logarithmic scale with a place for zero below its lower end.
struct Decades {
    scale: Scale,
    has_zero: bool,
}

/// Width of the place for zero.
const ZERO: f64 = 60.0;

impl Decades {
    fn of(steps: &[Step], plot: Rect) -> Decades {
        let values = || {
            steps
                .iter()
                .flat_map(|step| [step.spread.low, step.spread.typical, step.spread.high])
                .filter(|x| x.is_finite())
        };
        let logs = || values().filter(|x| *x > 0.0).map(libm::log10);
        let (least, most) =
            (logs().fold(f64::INFINITY, f64::min), logs().fold(f64::NEG_INFINITY, f64::max));
        let (least, most) = if least <= most { (least.max(most - 20.0), most) } else { (0.0, 2.0) };
        let (low, high) = (least - 0.3, (most + 0.1).max(least + 1.8));
        let has_zero = values().any(|x| x <= 0.0);
        Decades {
            scale: Scale::new(
                (low, high),
                (plot.left + if has_zero { ZERO } else { 0.0 }, plot.right),
            ),
            has_zero,
        }
    }

    fn at(&self, value: f64) -> f64 {
        if value > 0.0 {
            self.scale.at(libm::log10(value))
        } else {
            self.scale.at(self.scale.low()) - if self.has_zero { ZERO } else { 0.0 }
        }
    }

    fn grid(&self, canvas: &mut Canvas, plot: Rect) {
        let theme = canvas.theme;
        let most = canvas.room(9.0, 5.0);
        let stride = ((self.scale.high() - self.scale.low()) / most).ceil();
        let powers = steps_between(self.scale.low(), self.scale.high(), stride);
        let mut ticks: Vec<f64> = powers.into_iter().map(|power| libm::pow(10.0, power)).collect();
        if self.has_zero {
            ticks.insert(0, 0.0);
        }
        let small = theme.regular(theme.small, theme.quiet).align(Align::Centre);
        canvas.of_part(Part::Grid(Edge::Across), |canvas| {
            for tick in ticks {
                let (x, label) = (self.at(tick), theme.locale.axis(Quantity::Number, &[tick]));
                canvas.line((x, plot.top), (x, plot.bottom), 1.5, theme.grid);
                canvas.text(&label.concat(), (x, plot.bottom + 36.0), small);
            }
        });
    }
}

/// The words, the whisker with its dot, and the value.
fn figure(canvas: &mut Canvas, across: &Decades, rows: &Rows, (place, step): (usize, &Step)) {
    let (theme, spread) = (canvas.theme, step.spread);
    let told = spread.told(theme.locale, Quantity::Number);
    let y = rows.strip(place, 1.0).y;
    let (low, dot, high) =
        (across.at(spread.low), across.at(spread.typical), across.at(spread.high));
    canvas.line((low, y), (high, y), 7.0, theme.main);
    canvas.disc((dot, y), 14.0, theme.main);
    let (words, value, range) = (
        theme.bold(theme.label, theme.ink),
        theme.bold(theme.label * 1.2, theme.main),
        theme.regular(theme.small, theme.quiet),
    );
    let is_certain = spread.low == spread.high;
    let name = sentence_case(&step.words);
    if rows.is_narrow() {
        rows.words_and_value(canvas, place, [(&name, words), (&told.typical, value)]);
        if !is_certain {
            let at = (rows.right(), rows.top(place) + 60.0);
            canvas.text_on_ground(&told.range, at, range.align(Align::Right));
        }
        return;
    }
    rows.words(canvas, place, (&name, words));
    let x = high.max(dot) + 34.0;
    canvas.text_on_ground(&told.typical, (x, y + if is_certain { 12.0 } else { -2.0 }), value);
    if !is_certain {
        canvas.text_on_ground(&told.range, (x, y + 28.0), range);
    }
}

/// The arrow from one figure to the next and the factor that it stands for.
fn link(canvas: &mut Canvas, across: &Decades, rows: &Rows, (place, pair): (usize, &[Step])) {
    let [before, after] = pair else { return };
    let theme = canvas.theme;
    let (start, end) = (across.at(before.spread.typical), across.at(after.spread.typical));
    let (from, to) = (rows.strip(place, 1.0).y, rows.strip(place + 1, 1.0).y);
    let middle = if rows.is_narrow() { from + 40.0 } else { f64::midpoint(from, to) };
    let path = [(start, from + 24.0), (start, middle), (end, middle), (end, to - 34.0)];
    canvas.arrow(&path, 3.0, theme.accent);
    let kind = theme.bold(theme.label * 0.93, theme.accent);
    let right = rows.right();
    let x = start.max(end) + 22.0;
    // Where the right has no room for the words, they stand to the left of the arrow, or on it.
    let (left, width) = (start.min(end) - 22.0, kind.width(&after.link));
    let (x, kind) = if x + width <= right || !rows.is_narrow() {
        (x, kind)
    } else if width + 8.0 <= left {
        (left, kind.align(Align::Right))
    } else {
        (f64::midpoint(start, end), kind.align(Align::Centre))
    };
    let words = fit(&after.link, right - x.min(right - width), kind.size, kind.face);
    canvas.text_on_ground(&words, (x, middle + 9.0), kind);
}
