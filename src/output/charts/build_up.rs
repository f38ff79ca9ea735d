//! How a cumulative figure grows over the weeks.

use super::plot::{Plot, Role, Series};
use super::sentence_case;
use super::spread::{Spread, SpreadText};
use super::times::Times;
use super::weeks::{self, End, Further};
use crate::output::draw::{Axes, Canvas, Edge, Rect, Region, Ruler, RulerKind, Scale, Zero};
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use crate::output::words::say;
use serde::{Deserialize, Serialize};

/// How a cumulative figure grows over the weeks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BuildUp {
    /// What is counted, in small letters: "different people".
    pub words: String,
    /// Where and when, for the subtitle: "Support community, 1 year".
    pub scope: String,
    /// The value at the end of each week or month, the first one first.
    pub weeks: Vec<Spread>,
    #[serde(default)]
    pub times: Times,
    pub ceiling: Option<Ceiling>,
}

/// The most that could ever be reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ceiling {
    pub value: f64,
    /// What it is, in small letters: "friends in reach".
    pub words: String,
}

impl Ceiling {
    /// Whether a line at the ceiling leaves the curve at least three fifths of the height.
    fn is_in_sight(&self, top: f64) -> bool {
        self.value.is_finite() && self.value > 0.0 && self.value <= top / 0.6
    }
}

/// Room for the numbers beside and below the curve, and for the labels at its end.
const LEFT: f64 = 110.0;
const RIGHT: f64 = 300.0;
const BELOW: f64 = 56.0;

impl BuildUp {
    /// The median with its 90 % band from zero at the start to the last week, labelled at its end.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let Some(last) = self.weeks.last() else { return };
        let (room, beside) = (area, canvas.room(RIGHT, weeks::BESIDE));
        let area = Rect {
            left: area.left + LEFT,
            right: area.right - beside,
            bottom: area.bottom - BELOW,
            ..area
        };
        let across = Scale::new((0.0, self.times.weeks(self.weeks.len())), (area.left, area.right));
        let up = Scale::new((0.0, top(self)), (area.bottom, area.top));
        let axes = Axes { across, up };
        let ticks = if highest(self) > 0.0 { up.ticks(6) } else { vec![0.0] };
        let kind = RulerKind::Numbers { quantity: Quantity::Number, ticks };
        let ruler = Ruler { scale: up, kind };
        canvas.grid(area, (Edge::Up, &ruler), Zero::Plain);
        weeks::axis(canvas, area, (across, &self.times), 9.0);
        weeks::band(canvas, axes, (&self.weeks, &self.times), Some(0.0), 6.0);
        ends(canvas, (area, beside), up, (last, self));
        canvas.region(Region { room, plot: area, across: Ruler::named(across), up: ruler });
    }

    /// Title and subtitle.
    pub fn words(&self, locale: Locale) -> [String; 2] {
        [title(self, locale), subtitle(self, locale)]
    }

    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        let mut plot = weeks::plot(locale, "", Quantity::Number, (&self.weeks, &self.times));
        if let Some(ceiling) =
            self.ceiling.as_ref().filter(|ceiling| ceiling.is_in_sight(highest(self)))
        {
            let line = vec![ceiling.value; self.weeks.len()];
            plot.series.push(Series::new(sentence_case(&ceiling.words), Role::Accent, line));
        }
        vec![plot]
    }
}

fn title(data: &BuildUp, locale: Locale) -> String {
    let words = sentence_case(&data.words);
    let Some(last) = data.weeks.last() else { return words };
    let time = locale.weeks(data.times.weeks(data.weeks.len()).round() as u64);
    let SpreadText { typical, range, .. } = last.told(locale, Quantity::Number);
    if last.low == last.high {
        say!(locale, "growth-same", words = words, time = time, typical = typical)
    } else {
        say!(locale, "growth-title", words = words, time = time, typical = typical, range = range)
    }
}

fn subtitle(data: &BuildUp, locale: Locale) -> String {
    let scope = data.scope.as_str();
    let Some(last) = data.weeks.last() else { return say!(locale, "growth-empty", scope = scope) };
    let mut text = say!(locale, "growth-subtitle", scope = scope);
    if let Some(ceiling) = data
        .ceiling
        .as_ref()
        .filter(|ceiling| !ceiling.is_in_sight(highest(data)) && ceiling.value > 0.0)
    {
        let share = last.typical / ceiling.value;
        let (value, share) = (locale.number(ceiling.value, None), locale.share(share, None));
        text.extend([
            " ",
            &say!(
                locale,
                "growth-ceiling",
                value = value,
                words = ceiling.words.as_str(),
                share = share
            ),
        ]);
    }
    text
}

fn highest(data: &BuildUp) -> f64 {
    let ends = data.weeks.iter().flat_map(|week| [week.low, week.typical, week.high]);
    ends.filter(|value| value.is_finite()).fold(0.0, f64::max)
}

/// The upper end of the axis: the next gridline above all that is shown.
fn top(data: &BuildUp) -> f64 {
    let highest = highest(data);
    let shown = data
        .ceiling
        .as_ref()
        .filter(|ceiling| ceiling.is_in_sight(highest))
        .map_or(highest, |ceiling| highest.max(ceiling.value));
    if shown > 0.0 { shown * 1.05 } else { 1.0 }
}

/// The values of the last week beside the end of the curve, and the ceiling where it is in sight.
fn ends(
    canvas: &mut Canvas,
    (area, room): (Rect, f64),
    up: Scale,
    (last, data): (&Spread, &BuildUp),
) {
    let theme = canvas.theme;
    let seen = data.ceiling.as_ref().filter(|ceiling| ceiling.is_in_sight(highest(data)));
    if let Some(ceiling) = seen {
        canvas.dashes(area.left, area.right, up.at(ceiling.value), 3.0, theme.accent);
    }
    let further = seen.map(|ceiling| Further {
        value: ceiling.value,
        told: theme.locale.number(ceiling.value, None),
        words: ceiling.words.clone(),
    });
    weeks::ends(canvas, area, up, End { last, words: &data.words, further, room });
}
