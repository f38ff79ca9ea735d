use super::{Spread, Told, sentence_case};
use crate::output::draw::{Align, Canvas, Rect, Scale, Svg, Theme, Type, fit, frame, keep_apart, picture, round_steps, steps_between};
use crate::output::format::Quantity;
use std::fmt::Write as _;

/// How a cumulative figure grows over the weeks.
#[derive(Clone, Debug)]
pub struct BuildUp<'a> {
    /// What is counted, in small letters: "different people".
    pub words: &'a str,
    /// Where and when, for the subtitle: "Support community, 1 year".
    pub scope: &'a str,
    /// The value at the end of each week, the first week first.
    pub weeks: Vec<Spread>,
    pub ceiling: Option<Ceiling<'a>>,
}

/// The most that could ever be reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ceiling<'a> {
    pub value: f64,
    /// What it is, in small letters: "friends in reach".
    pub words: &'a str,
}

impl Ceiling<'_> {
    /// Whether a line at the ceiling leaves the curve at least three fifths of the height.
    fn is_in_sight(&self, top: f64) -> bool {
        self.value.is_finite() && self.value > 0.0 && self.value <= top / 0.6
    }
}

/// Room for the numbers beside and below the curve, and for the labels at its end.
const LEFT: f64 = 110.0;
const RIGHT: f64 = 300.0;
const BELOW: f64 = 56.0;
/// More points than this cannot be told apart.
const POINTS: usize = 260;

/// The median with its 90 % band from zero at the start to the last week, labelled at its end.
pub fn draw(data: &BuildUp, stamp: &str, theme: &Theme) -> Svg {
    let title = title(data, theme);
    picture(theme, &title, |canvas| {
        let area = frame(canvas, &title, &subtitle(data, theme), stamp);
        let Some(last) = data.weeks.last() else { return };
        let area = Rect { left: area.left + LEFT, right: area.right - RIGHT, bottom: area.bottom - BELOW, ..area };
        let across = Scale::new((0.0, data.weeks.len() as f64), (area.left, area.right));
        let up = Scale::new((0.0, top(data)), (area.bottom, area.top));
        grid(canvas, area, (across, up), highest(data));
        curve(canvas, across, up, &data.weeks);
        ends(canvas, area, up, last, data);
    })
}

fn title(data: &BuildUp, theme: &Theme) -> String {
    let (words, locale) = (sentence_case(data.words), theme.locale);
    let Some(last) = data.weeks.last() else { return words };
    let time = locale.weeks(data.weeks.len() as u64);
    let Told { typical, range, .. } = last.told(locale, Quantity::Number);
    if last.low == last.high {
        format!("{words} after {time}: {typical}")
    } else {
        format!("{words} after {time}: typically {typical}, in 9 of 10 futures {range}")
    }
}

fn subtitle(data: &BuildUp, theme: &Theme) -> String {
    let Some(last) = data.weeks.last() else { return format!("{}. There is no week to show.", data.scope) };
    let mut text = format!("{}. Added up since the start; line: typical future, band: 9 of 10 futures.", data.scope);
    if let Some(ceiling) = data.ceiling.filter(|ceiling| !ceiling.is_in_sight(highest(data)) && ceiling.value > 0.0) {
        let share = last.typical / ceiling.value;
        let (value, share) = (theme.locale.number(ceiling.value, None), theme.locale.share(share, None));
        write!(text, " Not in sight: the ceiling of {value} {}; typically {share} of it is reached.", ceiling.words).unwrap_or_default();
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
    let shown = data.ceiling.filter(|ceiling| ceiling.is_in_sight(highest)).map_or(highest, |ceiling| highest.max(ceiling.value));
    if shown > 0.0 { shown * 1.05 } else { 1.0 }
}

fn grid(canvas: &mut Canvas, area: Rect, (across, up): (Scale, Scale), highest: f64) {
    let theme = canvas.theme;
    let small = Type::regular(theme.small, theme.quiet);
    let ticks = if highest > 0.0 { up.ticks(6) } else { vec![0.0] };
    for (tick, label) in ticks.iter().zip(theme.locale.axis(Quantity::Number, &ticks)) {
        let y = up.at(*tick);
        canvas.line((area.left, y), (area.right, y), 1.5, theme.grid);
        canvas.text(&label, (area.left - 16.0, y + 8.0), small.align(Align::Right));
    }
    canvas.line((area.left, area.bottom), (area.right, area.bottom), 2.5, theme.axis);
    let (unit, in_weeks, step) = calendar(across.high());
    for tick in steps_between(0.0, across.high() / in_weeks, step) {
        let x = across.at(tick * in_weeks);
        canvas.line((x, area.bottom), (x, area.bottom + 9.0), 2.5, theme.axis);
        let label = if tick == 0.0 { "start".into() } else { format!("{unit} {}", theme.locale.number(tick, Some(0.0))) };
        canvas.text(&label, (x, area.bottom + 40.0), small.align(Align::Centre));
    }
}

/// The unit of the time axis, its length in weeks and the distance of its ticks: weeks up to half a year, months up to
/// three years, then years, of 52 weeks each.
fn calendar(weeks: f64) -> (&'static str, f64, f64) {
    let (unit, in_weeks) = match weeks {
        ..=26.0 => ("week", 1.0),
        ..=157.0 => ("month", 52.0 / 12.0),
        _ => ("year", 52.0),
    };
    let least = weeks / in_weeks / 9.0;
    let step = if unit == "month" {
        [1.0, 2.0, 3.0, 6.0].into_iter().find(|step| *step >= least).unwrap_or(12.0)
    } else {
        round_steps(least).max(1.0).ceil()
    };
    (unit, in_weeks, step)
}

fn curve(canvas: &mut Canvas, across: Scale, up: Scale, weeks: &[Spread]) {
    let theme = canvas.theme;
    let stride = weeks.len().div_ceil(POINTS);
    let last = weeks.len() - 1;
    let kept = || weeks.iter().enumerate().filter(move |(i, _)| (last - i).is_multiple_of(stride));
    let start = (across.at(0.0), up.at(0.0));
    let line = |value: fn(&Spread) -> f64| -> Vec<(f64, f64)> {
        std::iter::once(start).chain(kept().map(|(i, week)| (across.at((i + 1) as f64), up.at(value(week))))).collect()
    };
    let mut band = line(|week| week.high);
    band.extend(line(|week| week.low).into_iter().rev());
    canvas.polygon(&band, theme.faint);
    canvas.path(&line(|week| week.typical), 6.0, theme.main);
}

/// The values of the last week beside the end of the curve, and the ceiling where it is in sight.
fn ends(canvas: &mut Canvas, area: Rect, up: Scale, last: &Spread, data: &BuildUp) {
    let theme = canvas.theme;
    let told = last.told(theme.locale, Quantity::Number);
    let (bold, plain) = (Type::bold(theme.label * 1.25, theme.main), Type::bold(theme.small * 1.1, theme.ink));
    let note_type = Type::regular(theme.small, theme.quiet);
    let mut labels = vec![(last.typical, told.typical, data.words, bold)];
    if last.low != last.high {
        labels.insert(0, (last.high, told.high, "1 in 20 futures is higher", plain));
        labels.push((last.low, told.low, "1 in 20 futures is lower", plain));
    }
    if let Some(ceiling) = data.ceiling.filter(|ceiling| ceiling.is_in_sight(highest(data))) {
        canvas.dashes(area.left, area.right, up.at(ceiling.value), 3.0, theme.accent);
        let accent = Type { colour: theme.accent, ..plain };
        labels.push((ceiling.value, theme.locale.number(ceiling.value, None), ceiling.words, accent));
    }
    labels.sort_by(|a, b| up.at(a.0).total_cmp(&up.at(b.0)));
    let heights: Vec<f64> = labels.iter().map(|(.., kind)| kind.size * 1.05 + theme.small * 1.25).collect();
    let points: Vec<f64> = labels.iter().map(|(value, ..)| up.at(*value)).collect();
    let places = keep_apart(&points, &heights, 10.0, (area.top - 30.0, area.bottom + 6.0));
    canvas.disc((area.right, up.at(last.typical)), 11.0, theme.main);
    for (((place, point), height), (_, value, note, kind)) in places.iter().zip(&points).zip(&heights).zip(&labels) {
        let x = area.right + 40.0;
        canvas.line((area.right + 14.0, *point), (x - 8.0, *place), 2.0, theme.axis);
        let baseline = place - height / 2.0 + 0.82 * kind.size;
        canvas.text(value, (x, baseline), *kind);
        let note = fit(note, RIGHT - 40.0, note_type.size, note_type.face);
        canvas.text(&note, (x, baseline + theme.small * 1.25), note_type);
    }
}
