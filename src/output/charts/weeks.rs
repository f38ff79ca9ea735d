//! What all charts over weeks or months share: the axis of time, and the band around a line.

use super::plot::{Form, Plot, Role, Series};
use super::spread::Spread;
use super::times::{Month, Times};
use crate::output::draw::{
    Axes, Canvas, Rect, Ruler, Scale, Type, keep_apart, round_steps, steps_between, wrap,
};
use crate::output::format::{Locale, Quantity};
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::units::{MONTHS_A_YEAR, WEEKS_A_YEAR};

/// More points than this cannot be told apart.
const POINTS: usize = 260;

/// Between the names of two months, and months from one to the next that is named.
const GAP: f64 = 24.0;
const STEPS: [i32; 5] = [1, 2, 3, 6, 12];

/// Room beside the end of a line on a narrow sheet.
pub const BESIDE: f64 = 236.0;

/// The line of time under a plot, with at most so many labels.
pub fn axis(canvas: &mut Canvas, area: Rect, (across, times): (Scale, &Times), labels: f64) {
    if times.are_months() {
        let named = months(canvas, (area, across), &times.0);
        canvas.named_base(area, &Ruler::named(across), &named);
        return;
    }
    let (unit, in_weeks, step) = calendar(across.high(), canvas.room(labels, labels.min(2.5)));
    let named: Vec<(f64, String)> = steps_between(0.0, across.high() / in_weeks, step)
        .into_iter()
        .map(|tick| {
            let locale = canvas.theme.locale;
            let words =
                if tick == 0.0 { say!(locale, "start") } else { say!(locale, unit, n = tick) };
            (tick * in_weeks, words)
        })
        .collect();
    canvas.named_base(area, &Ruler::named(across), &named);
}

/// The ends of as many months as there is room for, with their names; of the first one of a year
/// that is named with the year.
fn months(canvas: &Canvas, (area, across): (Rect, Scale), months: &[Month]) -> Vec<(f64, String)> {
    let (theme, locale) = (canvas.theme, canvas.theme.locale);
    let kind = theme.regular(theme.small, theme.quiet);
    let wide = |month: &Month| kind.width(&month.with_year(locale));
    let widest = months.iter().map(wide).fold(0.0, f64::max);
    let least = months.len() as f64 / (area.width() / (widest + GAP)).max(1.0);
    let step = STEPS.into_iter().find(|step| f64::from(*step) >= least).unwrap_or(24);
    let index = |month: &Month| i32::from(month.year) * 12 + i32::from(month.month);
    let (mut named, mut year, mut taken) = (Vec::new(), None, f64::NEG_INFINITY);
    for month in months.iter().filter(|month| index(month) % step == 0) {
        let name =
            if year == Some(month.year) { month.short(locale) } else { month.with_year(locale) };
        // A month of which the horizon has a few days ends close to another.
        let (at, half) = (across.at(month.end), kind.width(&name) / 2.0);
        if at - half > taken {
            taken = at + half + GAP;
            year = Some(month.year);
            named.push((month.end, name));
        }
    }
    named
}

/// The unit of the time axis, its length in weeks and the distance of its ticks: weeks up to half a
/// year, months up to three years, then years, of 52 weeks each.
fn calendar(weeks: f64, labels: f64) -> (&'static str, f64, f64) {
    let (unit, in_weeks) = match weeks {
        ..=26.0 => ("week-n", 1.0),
        ..=157.0 => ("month-n", WEEKS_A_YEAR / MONTHS_A_YEAR),
        _ => ("year-n", WEEKS_A_YEAR),
    };
    let least = weeks / in_weeks / labels;
    let step = if unit == "month-n" {
        [1.0, 2.0, 3.0, 6.0].into_iter().find(|step| *step >= least).unwrap_or(12.0)
    } else {
        round_steps(least).max(1.0).ceil()
    };
    (unit, in_weeks, step)
}

/// The median of each week or month with its 90 % band, from a value at the start where there is
/// one.
pub fn band(
    canvas: &mut Canvas,
    Axes { across, up }: Axes,
    (weeks, times): (&[Spread], &Times),
    start: Option<f64>,
    width: f64,
) {
    let theme = canvas.theme;
    let (Some(last), stride) = (weeks.len().checked_sub(1), weeks.len().div_ceil(POINTS).max(1))
    else {
        return;
    };
    let kept = || weeks.iter().enumerate().filter(move |(i, _)| (last - i).is_multiple_of(stride));
    let at = |i: usize, value: f64| (across.at(times.end(i)), up.at(value));
    let first = || start.into_iter().map(|start| (across.at(0.0), up.at(start)));
    // No band where a bound is undefined: it ends before such a week, and begins anew after it.
    let mut stretches: Vec<Vec<[(f64, f64); 2]>> = vec![first().map(|at| [at; 2]).collect()];
    for (i, week) in kept() {
        if week.low.is_finite() && week.high.is_finite() {
            if let Some(stretch) = stretches.last_mut() {
                stretch.push([at(i, week.high), at(i, week.low)]);
            }
        } else {
            stretches.push(Vec::new());
        }
    }
    for stretch in stretches.iter().filter(|stretch| stretch.len() > 1) {
        let (upper, lower) =
            (stretch.iter().map(|ends| ends[0]), stretch.iter().rev().map(|ends| ends[1]));
        canvas.polygon(&upper.chain(lower).collect::<Vec<_>>(), theme.faint);
    }
    let typical = kept().filter(|(_, week)| week.typical.is_finite());
    let typical = typical.map(|(i, week)| at(i, week.typical));
    canvas.path(&first().chain(typical).collect::<Vec<_>>(), width, theme.main);
}

/// What stands beside the end of a line.
pub struct End<'a> {
    /// The last week.
    pub last: &'a Spread,
    /// What its middle value is.
    pub words: &'a str,
    /// What else there is to say.
    pub further: Option<Further>,
    /// Room beside the line.
    pub room: f64,
}

/// A value beside those of the line.
pub struct Further {
    pub value: f64,
    /// The value as it is written.
    pub told: String,
    pub words: String,
}

/// The values of the last week beside the end of the line.
pub fn ends(canvas: &mut Canvas, area: Rect, up: Scale, end: End) {
    let End { last, words, further, room } = end;
    let theme = canvas.theme;
    let told = last.told(theme.locale, Quantity::Number);
    let (bold, plain) =
        (theme.bold(theme.label * 1.25, theme.main), theme.bold(theme.small * 1.1, theme.ink));
    let note = theme.regular(theme.small, theme.quiet);
    let mut labels = vec![(last.typical, told.typical, words.to_owned(), bold)];
    if last.low != last.high {
        labels.insert(0, (last.high, told.high, say!(theme.locale, "one-in-20-higher"), plain));
        labels.push((last.low, told.low, say!(theme.locale, "one-in-20-lower"), plain));
    }
    let accent = Type { colour: theme.accent, ..plain };
    labels.extend(further.map(|Further { value, told, words }| (value, told, words, accent)));
    labels.sort_by(|a, b| up.at(a.0).total_cmp(&up.at(b.0)));
    let lines = canvas.room(1.0, 2.0) as usize;
    let notes = |words: &str| wrap(words, room - 40.0, note.size, note.face, lines);
    let heights: Vec<f64> = labels
        .iter()
        .map(|(_, _, words, kind)| {
            kind.size * 1.05 + theme.small * 1.25 * notes(words).len() as f64
        })
        .collect();
    let points: Vec<f64> = labels.iter().map(|(value, ..)| up.at(*value)).collect();
    let places = keep_apart(&points, &heights, 10.0, (area.top - 30.0, area.bottom + 6.0));
    canvas.disc((area.right, up.at(last.typical)), 11.0, theme.main);
    for (((place, point), height), (_, value, words, kind)) in
        places.iter().zip(&points).zip(&heights).zip(&labels)
    {
        let x = area.right + 40.0;
        canvas.line((area.right + 14.0, *point), (x - 8.0, *place), 2.0, theme.axis);
        let baseline = place - height / 2.0 + 0.82 * kind.size;
        canvas.text(value, (x, baseline), *kind);
        for (line, words) in notes(words).iter().enumerate() {
            let y = baseline + theme.small * 1.25 * (line + 1) as f64;
            canvas.text(words, (x, y), note);
        }
    }
}

/// Typical values between their percentiles as three series.
pub fn series(locale: Locale, spreads: &[Spread]) -> Vec<Series> {
    let of = |id: &str, role: Role, value: fn(&Spread) -> f64| {
        Series::new(locale.say(id, &[]), role, spreads.iter().map(value).collect())
    };
    vec![
        of("column-low", Role::Faint, |spread| spread.low),
        of("column-typical", Role::Main, |spread| spread.typical),
        of("column-high", Role::Faint, |spread| spread.high),
    ]
}

/// The weeks or months as data: a row each.
pub fn plot(
    locale: Locale,
    title: &str,
    quantity: Quantity,
    (weeks, times): (&[Spread], &Times),
) -> Plot {
    let (head, categories) = times.called(locale, weeks.len());
    Plot {
        title: title.to_owned(),
        form: Form::Band,
        head,
        categories,
        series: series(locale, weeks),
        quantity,
        ..Plot::default()
    }
}
