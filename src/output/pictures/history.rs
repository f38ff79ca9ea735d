//! What exports tell week by week, and what a scenario says of each week from its start on.

use reachsim_learn::backtest::Course;

use crate::locale::Locale;
use crate::model::Model;
use crate::output::analysis::Told;
use crate::output::charts::{Fan, Picture, Track, fan};
use crate::output::format::Format as _;
use crate::output::phrases::analysis::day;
use crate::output::phrases::history::{called, held, quantity};
use crate::output::words::{say, sentence};

/// Weeks of the past that are shown, in horizons; and of short horizons.
const HORIZONS: usize = 2;
const LEAST: usize = 26;

/// What came over what a scenario had forecast.
pub fn laid_over(told: &Told) -> Option<Picture> {
    let forecast = told.forecast?;
    let (about, model) = (forecast.case.about(), forecast.case.model());
    let scope = super::maker::scope(about, model, told.locale);
    let fan = history(model, forecast.courses, (told.locale, &scope))?;
    Some(Picture::new("history", fan))
}

/// The past and the future of a few numbers; none where nothing is told.
pub fn history(model: &Model, courses: &[Course], (locale, scope): (Locale, &str)) -> Option<Fan> {
    let courses = &courses[..courses.len().min(fan::MOST)];
    let first = courses.iter().find(|course| course.is_told()[1]).or(courses.first())?;
    let words = sentence(&called(locale, model, first));
    let start = day(locale, first.start);
    let title = match (held(locale, first), usual(&first.before)) {
        (Some(held), _) => say!(locale, "history-held", words = words, held = held),
        (None, Some(was)) => {
            let quantity = quantity(model, first);
            let is = ahead(first);
            say!(
                locale,
                "history-title",
                words = words,
                was = locale.amount(quantity, was, None),
                start = start.as_str(),
                is = locale.amount(quantity, is[1], None),
                range = locale.amount_range(quantity, is[0], is[2], None)
            )
        }
        (None, None) => words,
    };
    Some(Fan {
        title,
        subtitle: say!(locale, "history-subtitle", scope = scope),
        start: first.start,
        tracks: courses.iter().map(|course| track(model, course, locale)).collect(),
    })
}

fn track(model: &Model, course: &Course, locale: Locale) -> Track {
    let quantity = quantity(model, course);
    let number = |value: f64| locale.amount(quantity, value, None);
    let told = held(locale, course).unwrap_or_else(|| match usual(&course.before) {
        Some(was) => format!("{} → {}", number(was), number(ahead(course)[1])),
        None => number(ahead(course)[1]),
    });
    let or_gap = |weeks: &[Option<f64>]| -> Vec<f64> {
        weeks.iter().map(|week| week.unwrap_or(f64::NAN)).collect()
    };
    let most = (HORIZONS * course.ahead.len()).max(LEAST);
    let before = &course.before[course.before.len().saturating_sub(most)..];
    let known = before.iter().position(Option::is_some).unwrap_or(before.len());
    let percentiles = course.ahead.iter().map(|week| {
        let [five, eight, nine] = week.ranges;
        [nine[0], eight[0], five[0], week.median, five[1], eight[1], nine[1]]
    });
    Track {
        words: called(locale, model, course),
        quantity,
        told,
        before: or_gap(&before[known..]),
        came: or_gap(&course.came),
        ahead: percentiles.collect(),
    }
}

/// The middle of the weeks that are shown.
fn usual(weeks: &[Option<f64>]) -> Option<f64> {
    let told: Vec<f64> = weeks.iter().rev().copied().flatten().take(LEAST).collect();
    (!told.is_empty()).then(|| reachsim_learn::score::median(&told))
}

/// The middles over the weeks of their 5th, 50th and 95th percentiles.
fn ahead(course: &Course) -> [f64; 3] {
    let of = |value: fn(&[f64; 2], f64) -> f64| {
        let all: Vec<f64> =
            course.ahead.iter().map(|week| value(&week.ranges[2], week.median)).collect();
        reachsim_learn::score::median(&all)
    };
    [of(|range, _| range[0]), of(|_, median| median), of(|range, _| range[1])]
}
