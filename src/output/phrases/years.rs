//! Business years in words.

use jiff::Span;
use jiff::civil::Date;

use super::metric_words;
use super::names;
use super::studies::apportioned;
use crate::locale::Locale;
use crate::metric::{METRICS, Value, metrics};
use crate::model::{ColumnId, Period};
use crate::output::Report;
use crate::output::format::numerals::{last_of_exact, last_of_mean};
use crate::output::format::{Format as _, Quantity, ROUNDING};
use crate::output::words::say;
use crate::study;
use crate::summary::WeeklySummary;

/// What is told of each year, unless the scenario is about something else that adds up.
const TOLD: [&str; 4] = metrics!["profit", "leads", "impressions_questions", "questions"];

/// What each business year has, on average; nothing where the horizon lies within one, or where
/// nobody says with which month they begin. What is written adds up to the whole.
pub fn told(report: &Report) -> Option<String> {
    let (locale, calendar) = (report.locale, &report.model().calendar);
    if !calendar.crosses_years() {
        return None;
    }
    let subject = study::subject(report.model()).filter(|subject| subject.community.is_none());
    let subject = subject.and_then(|subject| METRICS.get(subject.metric)).map(|row| row.id);
    let adds_up = |series: &&WeeklySummary| {
        matches!(METRICS[series.metric].value, Value::Flow(_)) && is_there(series)
    };
    let mut ids = subject.into_iter().chain(TOLD);
    let series = ids.find_map(|id| report.summary().series(id).filter(adds_up))?;
    let whole = report.summary().metric(METRICS[series.metric].id)?.mean;
    let is_sure = report.is_at_medians()
        || whole.se.partial_cmp(&(ROUNDING * whole.value.abs()))
            != Some(std::cmp::Ordering::Greater);
    let last = if is_sure || !whole.se.is_finite() {
        last_of_exact(whole.value)
    } else {
        last_of_mean(whole.value, whole.se)
    };
    let means: Vec<f64> = series.years.iter().map(|year| year.mean).collect();
    let currency = &report.about().currency;
    let unit = METRICS[series.metric].unit;
    let each = calendar.years.iter().zip(apportioned(&means, whole.value, last));
    let each: Vec<String> = each
        .map(|(period, value)| {
            let value = locale.to_last(Quantity::Number, value, last);
            let value = names::sum(locale, unit, currency, &value);
            say!(locale, "years-one", year = year(locale, period), value = value)
        })
        .collect();
    let column = ColumnId { community: None, metric: series.metric };
    let words = metric_words(locale, report.model(), column);
    Some(say!(locale, "years-told", words = words, years = each.join("; ")))
}

/// A business year by the calendar years that it has days of; of one that is not whole with its
/// days.
pub fn year(locale: Locale, period: &Period) -> String {
    let first = period.first.year();
    let name = if period.first.month() == 1 {
        first.to_string()
    } else {
        format!("{first}/{:02}", (first + 1).rem_euclid(100))
    };
    if period.is_whole {
        name
    } else {
        say!(locale, "year-in-part", year = name, n = (period.to - period.from) as u64)
    }
}

/// The first and the last day that a period has in the horizon.
pub fn days(report: &Report, period: &Period) -> Option<[Date; 2]> {
    let start = report.about().start?;
    let day = |days: usize| start.checked_add(Span::new().try_days(days as i64).ok()?).ok();
    Some([day(period.from)?, day(period.to - 1)?])
}

/// Whether there is any of it in some year.
pub fn is_there(series: &WeeklySummary) -> bool {
    let ends = series.years.iter().flat_map(|year| [year.mean, year.p05, year.p95]);
    ends.filter(|value| value.is_finite()).any(|value| value != 0.0)
}
