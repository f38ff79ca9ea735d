//! What was, week by week, and what is forecast of the weeks to come: up to four figures.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::plot::{Form, Plot, Role, Series};
use crate::output::draw::{
    Align, Axes, Canvas, Colour, Edge, Rect, Region, Ruler, RulerKind, Scale, Zero, fit,
};
use crate::output::format::{Format as _, Locale, Quantity};
use crate::output::words::say;

/// Up to four figures with their past and their future.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Fan {
    /// The message.
    pub title: String,
    /// Where and when, and how to read it.
    pub subtitle: String,
    /// The first day that is forecast, since 1970-01-01.
    pub start: i32,
    pub tracks: Vec<Track>,
}

/// A figure, week by week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Track {
    /// What is counted, in small letters.
    pub words: String,
    pub quantity: Quantity,
    /// What is to be said beside its name.
    pub told: String,
    /// What was counted in the weeks before the start, the earliest first; NaN where nobody knows.
    pub before: Vec<f64>,
    /// The same of the weeks from the start on.
    pub came: Vec<f64>,
    /// What was forecast of them: 5th, 10th, 25th, 50th, 75th, 90th and 95th percentile.
    pub ahead: Vec<[f64; 7]>,
}

/// Figures that a sheet has room for.
pub const MOST: usize = 4;

const SHARES: [f64; 7] = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
const MIDDLE: usize = 3;
const ACROSS: usize = 2;
const GAP: f64 = 90.0;
const BETWEEN: f64 = 34.0;
/// Room for the words above, for the numbers at the left and for the dates below each plot.
const HEAD: f64 = 52.0;
const LEFT: f64 = 104.0;
const BELOW: f64 = 54.0;
/// A sign of the legend, the distance of its lines, and the air below it.
const SIGN: f64 = 24.0;
const LINE: f64 = 38.0;
const AIR: f64 = 36.0;
/// Weeks of which each has a dot of its own.
const DOTS: usize = 60;

impl Fan {
    /// Two figures in a row, below the meaning of their signs.
    pub fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let count = self.tracks.len().min(MOST);
        if count == 0 {
            return;
        }
        let whole = area;
        let area = Rect { top: legend(canvas, area) + AIR, ..area };
        let columns = if count == 1 || canvas.sheet.is_narrow() { 1 } else { ACROSS };
        let rows = count.div_ceil(columns);
        let width = (area.width() - GAP * (columns - 1) as f64) / columns as f64;
        let height = (area.height() - BETWEEN * (rows - 1) as f64) / rows as f64;
        for (place, track) in self.tracks.iter().take(count).enumerate() {
            let left = area.left + (width + GAP) * (place % columns) as f64;
            let top = area.top + (height + BETWEEN) * (place / columns) as f64;
            let room = Rect { left, right: left + width, top, bottom: top + height };
            // The signs above a plot are its own.
            let top = if place < columns { whole.top } else { top };
            let left = if place % columns > 0 { left - GAP / 2.0 } else { left };
            let right =
                if place % columns + 1 < columns { room.right + GAP / 2.0 } else { room.right };
            let own = Rect { left, top, right, ..room };
            draw_track(canvas, (room, own), (track, self.start));
        }
    }

    /// A row a week.
    pub fn plots(&self, locale: Locale) -> Vec<Plot> {
        self.tracks.iter().take(MOST).map(|track| plot(locale, (track, self.start))).collect()
    }
}

fn plot(locale: Locale, (track, start): (&Track, i32)) -> Plot {
    let (past, ahead) = (track.before.len(), track.ahead.len());
    let day = |week: usize| civil(start + 7 * (week as i32 - past as i32));
    let counted = track.before.iter().chain(&track.came).copied().collect();
    let counted = Series::new(say!(locale, "fan-counted"), Role::Accent, counted);
    let of = |place: usize| {
        let role = match place {
            MIDDLE => Role::Main,
            2 | 4 => Role::Middle,
            _ => Role::Faint,
        };
        let name = match place {
            MIDDLE => say!(locale, "column-typical"),
            _ => locale.share(SHARES[place], Some(0.0)),
        };
        let gap = std::iter::repeat_n(f64::NAN, past);
        let values = gap.chain(track.ahead.iter().map(|week| week[place])).collect();
        Series::new(super::sentence_case(&name), role, values)
    };
    Plot {
        title: super::sentence_case(&track.words),
        form: Form::Lines,
        head: super::sentence_case(&say!(locale, "told-week-from")),
        categories: (0..past + ahead).map(|week| locale.date(day(week))).collect(),
        series: std::iter::once(counted).chain((0..SHARES.len()).map(of)).collect(),
        quantity: track.quantity,
        ..Plot::default()
    }
}

fn civil(day: i32) -> Date {
    let epoch = date(1970, 1, 1);
    epoch.checked_add(day.days()).unwrap_or(epoch)
}

/// The colours of the bands that hold 90, 80 and 50 of 100 futures.
fn bands(canvas: &Canvas) -> [Colour; 3] {
    let theme = canvas.theme;
    [theme.faint, theme.faint.mixed(theme.middle, 0.5), theme.middle]
}

/// What the signs mean, in lines above the plots; returns where they end.
fn legend(canvas: &mut Canvas, area: Rect) -> f64 {
    let (theme, locale) = (canvas.theme, canvas.theme.locale);
    let kind = theme.regular(theme.small, theme.ink);
    let [nine, eight, five] = bands(canvas);
    let signs = [
        (say!(locale, "fan-counted"), theme.ink, true),
        (say!(locale, "fan-middle"), theme.main, true),
        (say!(locale, "fan-five"), five, false),
        (say!(locale, "fan-eight"), eight, false),
        (say!(locale, "fan-nine"), nine, false),
    ];
    let (mut left, mut bottom) = (area.left, area.top + SIGN);
    for (words, colour, is_line) in signs {
        let words = super::sentence_case(&words);
        let words = fit(&words, area.width() - 2.0 * SIGN, kind.size, kind.face);
        let width = SIGN + 10.0 + kind.width(&words) + AIR;
        if left > area.left && left + width - AIR > area.right {
            (left, bottom) = (area.left, bottom + LINE);
        }
        if is_line {
            let y = bottom - SIGN / 2.0;
            canvas.line((left, y), (left + SIGN, y), 5.0, colour);
        } else {
            canvas
                .rect(Rect { left, right: left + SIGN, top: bottom - SIGN + 2.0, bottom }, colour);
        }
        canvas.text(&words, (left + SIGN + 10.0, bottom - 3.0), kind);
        left += width;
    }
    bottom
}

/// A track in its room; `own` is that of its chart.
fn draw_track(canvas: &mut Canvas, (room, own): (Rect, Rect), (track, start): (&Track, i32)) {
    head(canvas, room, track);
    let plot = Rect {
        left: room.left + LEFT,
        top: room.top + HEAD,
        right: room.right - 12.0,
        bottom: room.bottom - BELOW,
    };
    let past = track.before.len() as f64;
    let counted = || track.before.iter().chain(&track.came).copied();
    let values = || {
        let ends = track.ahead.iter().flat_map(|week| [week[0], week[6]]);
        ends.chain(counted()).filter(|end| end.is_finite())
    };
    let (low, high) =
        (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    // From zero, unless that would leave most of the height empty.
    let low = if low > 0.0 && low < 0.6 * high { 0.0 } else { low };
    let air = 0.04 * (high - low);
    let up =
        Scale::new((if low == 0.0 { 0.0 } else { low - air }, high + air), (plot.bottom, plot.top));
    let across = Scale::new((-past, track.ahead.len().max(1) as f64), (plot.left, plot.right));
    let ticks = if high > low { up.ticks(4) } else { vec![low] };
    let ruler = Ruler { scale: up, kind: RulerKind::Numbers { quantity: track.quantity, ticks } };
    canvas.grid(plot, (Edge::Up, &ruler), Zero::Axis(2.0));
    let axes = Axes { across, up };
    for (colour, [from, to]) in bands(canvas).into_iter().zip([[0, 6], [1, 5], [2, 4]]) {
        band(canvas, axes, colour, track.ahead.iter().map(|week| [week[from], week[to]]));
    }
    let middle = track.ahead.iter().map(|week| week[MIDDLE]);
    line(canvas, axes, (0.0, 4.0, canvas.theme.main), middle);
    canvas.line((across.at(0.0), plot.top), (across.at(0.0), plot.bottom), 2.5, canvas.theme.axis);
    line(canvas, axes, (-past, 4.0, canvas.theme.ink), counted());
    if counted().count() <= DOTS {
        for (week, value) in counted().enumerate().filter(|(_, value)| value.is_finite()) {
            let at = (across.at(week as f64 - past + 0.5), up.at(value));
            canvas.disc(at, 6.0, canvas.theme.ink);
        }
    }
    let across = Ruler::named(across);
    let names = months(canvas, (plot, &across), start);
    canvas.named_base(plot, &across, &names);
    canvas.region(Region { room: own, plot, across, up: ruler });
}

/// What is counted, and what is to be said of it.
fn head(canvas: &mut Canvas, room: Rect, track: &Track) {
    let theme = canvas.theme;
    let told = theme.bold(theme.label, theme.main);
    let right = told.width(&track.told);
    let words = theme.bold(theme.label * 0.93, theme.ink);
    let width = room.width() - right - 24.0;
    let name = fit(&super::sentence_case(&track.words), width, words.size, words.face);
    canvas.text(&name, (room.left, room.top + 30.0), words);
    canvas.text(&track.told, (room.right, room.top + 30.0), told.align(Align::Right));
}

/// Between two ends of each week, drawn at its middle.
fn band(
    canvas: &mut Canvas,
    Axes { across, up }: Axes,
    colour: Colour,
    weeks: impl Iterator<Item = [f64; 2]>,
) {
    let at = |week: usize, value: f64| (across.at(week as f64 + 0.5), up.at(value));
    let ends: Vec<[f64; 2]> = weeks.collect();
    let upper = ends.iter().enumerate().map(|(week, ends)| at(week, ends[1]));
    let lower = ends.iter().enumerate().rev().map(|(week, ends)| at(week, ends[0]));
    let points: Vec<(f64, f64)> = upper.chain(lower).collect();
    if points.len() > 2 {
        canvas.polygon(&points, colour);
    }
}

/// Through the middles of weeks; a week that nobody knows interrupts it.
fn line(
    canvas: &mut Canvas,
    Axes { across, up }: Axes,
    (first, width, colour): (f64, f64, Colour),
    weeks: impl Iterator<Item = f64>,
) {
    let mut stretches: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for (week, value) in weeks.enumerate() {
        let at = (across.at(first + week as f64 + 0.5), up.at(value));
        match stretches.last_mut() {
            Some(stretch) if value.is_finite() => stretch.push(at),
            _ => stretches.push(Vec::new()),
        }
    }
    for stretch in stretches.iter().filter(|stretch| stretch.len() > 1) {
        canvas.path(stretch, width, colour);
    }
}

/// The first days of months between the ends of an axis, as many as there is room for, with their
/// names; of a January and of the first one with the year.
fn months(canvas: &Canvas, (plot, across): (Rect, &Ruler), start: i32) -> Vec<(f64, String)> {
    let (theme, scale) = (canvas.theme, across.scale);
    let (first, last) = (start + (7.0 * scale.low()) as i32, start + (7.0 * scale.high()) as i32);
    let kind = theme.regular(theme.small, theme.quiet);
    let name = |day: Date, has_year: bool| {
        let month = i32::from(day.month());
        if has_year {
            say!(theme.locale, "month-of-year", month = month, year = day.year().to_string())
        } else {
            say!(theme.locale, "month-short", month = month)
        }
    };
    let months = f64::from((last - first).max(1)) / 30.4;
    let widest = kind.width(&name(date(2026, 9, 1), true)) + AIR;
    let least = months / (plot.width() / widest).max(1.0);
    let step = [1, 2, 3, 6, 12].into_iter().find(|step| f64::from(*step) >= least).unwrap_or(24);
    let from = civil(first);
    let index = i32::from(from.year()) * 12 + i32::from(from.month()) - 1;
    let mut all: Vec<(f64, String)> = Vec::new();
    for month in (index..index + months as i32 + 3).filter(|month| month % step == 0) {
        let (year, of_year) = (month.div_euclid(12), month.rem_euclid(12));
        let Ok(day) = Date::new(year as i16, of_year as i8 + 1, 1) else { continue };
        let at = (day - date(1970, 1, 1)).get_days();
        if (first..=last).contains(&at) {
            let words = name(day, all.is_empty() || of_year == 0);
            all.push((f64::from(at - start) / 7.0, words));
        }
    }
    all
}
