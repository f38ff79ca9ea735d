//! The sheets that are nothing but numbers, the same in every language; only their heads are words.

use jiff::civil::{Date, date};

use super::cells::heads;
use crate::metric::{METRICS, Value};
use crate::model::ColumnId;
use crate::output::Report;
use crate::output::phrases;
use crate::output::story::grid::{Column, Grid, Head, Numbers, Style, of_metric, of_unit};
use crate::output::words::{Words as _, say, sentence};
use crate::summary::WeeklySummary;

/// Futures whose values a sheet holds.
const FUTURES: usize = 1_000;

/// How the series of what is counted since the start end.
const CUMULATIVE: &str = "_cumulative";

pub fn shared(report: &Report) -> Vec<Numbers> {
    [weekly(report), futures(report)].into_iter().flatten().collect()
}

/// The grids of these numbers, without them.
pub fn headed(report: &Report) -> Vec<Grid> {
    let grid = |id: &str, heads: Vec<Head>| Grid { id: id.into(), heads, rows: Vec::new() };
    vec![grid("Weekly", weekly_heads(report)), grid("Trials", futures_heads(report))]
}

/// The day on which each week begins, where the scenario says when it starts.
pub fn days(start: Option<Date>, weeks: usize) -> Option<Vec<f64>> {
    let first = start.and_then(serial)?;
    Some((0..weeks).map(|week| first + 7.0 * week as f64).collect())
}

/// A day as spreadsheets count it.
pub fn serial(day: Date) -> Option<f64> {
    // The first day of 1900 as they count it, who take that year for a leap year.
    let origin = date(1899, 12, 30);
    let day = Some(day).filter(|day| day.year() > 1900)?.since(origin).ok()?.get_days();
    Some(f64::from(day))
}

/// What the columns beside the weeks are called.
pub fn calendar(report: &Report) -> Vec<Head> {
    match report.about().start {
        Some(_) => heads(report, &["sheet-week", "sheet-begins", "sheet-month"]),
        None => heads(report, &["sheet-week"]),
    }
}

pub fn series<'a>(report: &Report<'a>) -> impl Iterator<Item = &'a WeeklySummary> {
    report.summary().weekly.iter().filter(|series| series.community.is_none())
}

/// The mean of every weekly series of all communities together.
fn weekly(report: &Report) -> Option<Numbers> {
    series(report).next()?;
    let weeks = report.model().weeks;
    let count = (1..=weeks).map(|week| week as f64).collect();
    let mut columns = vec![Column { style: Style::Plain, values: count }];
    if let Some(days) = days(report.about().start, weeks) {
        columns.push(Column { style: Style::Day, values: days.clone() });
        columns.push(Column { style: Style::Month, values: days });
    }
    columns.extend(series(report).map(|series| {
        let values: Vec<f64> = series.weeks.iter().map(|week| week.mean).collect();
        Column { style: of_metric(&METRICS[series.metric], &values), values }
    }));
    Some(Numbers { id: "Weekly".into(), columns })
}

/// What stands above a series.
pub fn head_of(report: &Report, series: &WeeklySummary) -> Head {
    let words = sentence(&report.locale.metric(&METRICS[series.metric]));
    let words = if series.name.ends_with(CUMULATIVE) {
        say!(report.locale, "sheet-since-start", words = words)
    } else {
        words
    };
    Head::new(words, series.name.as_str())
}

fn weekly_heads(report: &Report) -> Vec<Head> {
    let of_series = series(report).map(|series| head_of(report, series));
    calendar(report).into_iter().chain(of_series).collect()
}

fn columns<'a>(report: &Report<'a>) -> impl Iterator<Item = ColumnId> + 'a {
    report.model().columns().filter(|column| column.community.is_none())
}

/// The inputs and metrics of the first futures.
fn futures(report: &Report) -> Option<Numbers> {
    let (model, trials) = (report.model(), report.trials());
    let count = trials.filled().min(FUTURES);
    if count < 2 {
        return None;
    }
    let number = (0..count).map(|trial| trial as f64).collect();
    let mut told = vec![Column { style: Style::Plain, values: number }];
    told.extend(trials.inputs.iter().zip(&model.inputs).map(|(values, input)| {
        let values = values[..count].to_vec();
        let unit = phrases::input_words(report.locale, model, &input.key).1;
        Column { style: of_unit(unit, &values), values }
    }));
    told.extend(columns(report).map(|column| {
        let (metric, found) = (model.metric(column.metric), trials.column(model, column));
        let is_moment = matches!(metric.value, Value::Moment(_));
        let value = |trial: usize| {
            let value = found.value(trial);
            if is_moment && !value.is_finite() { f64::NAN } else { value }
        };
        let values: Vec<f64> = (0..count).map(value).collect();
        Column { style: of_metric(&metric, &values), values }
    }));
    Some(Numbers { id: "Trials".into(), columns: told })
}

fn futures_heads(report: &Report) -> Vec<Head> {
    let (locale, model) = (report.locale, report.model());
    let input = |input: &crate::model::Input| {
        let words = phrases::input_words(locale, model, &input.key).0;
        Head::new(sentence(&words), input.key.as_str())
    };
    let column = |column: ColumnId| {
        let words = phrases::metric_words(locale, model, column);
        Head::new(sentence(&words), model.column_name(column))
    };
    let future = Head::new(sentence(&say!(locale, "sheet-future")), "trial");
    std::iter::once(future)
        .chain(model.inputs.iter().map(input))
        .chain(columns(report).map(column))
        .collect()
}
