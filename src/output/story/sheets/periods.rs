//! The sheets of months and of business years.

use super::cells::{heads, text};
use super::numbers::{head_of, serial, series};
use crate::metric::{METRICS, Value};
use crate::model::Period;
use crate::output::Report;
use crate::output::phrases::years::{is_there, year};
use crate::output::story::grid::{Cell, Column, Grid, Head, Numbers, Style, of_metric};
use crate::output::words::{Words as _, say, sentence};
use crate::summary::WeeklySummary;

pub const MONTHLY: &str = "Monthly";

/// The mean of every series of all communities together, a row a month: what flows is the sum of
/// its days, what stands is as it is at its end.
pub fn monthly(report: &Report) -> Option<Numbers> {
    let months = &report.model().calendar.months;
    series(report).next().filter(|_| !months.is_empty())?;
    let first = report.about().start.and_then(serial)?;
    let days = |of: fn(&Period) -> usize| -> Vec<f64> {
        months.iter().map(|month| of(month) as f64).collect()
    };
    let begins: Vec<f64> = days(|month| month.from).iter().map(|day| first + day).collect();
    let mut columns = vec![
        Column { style: Style::Month, values: begins.clone() },
        Column { style: Style::Day, values: begins },
        Column { style: Style::Plain, values: days(|month| month.to - month.from) },
    ];
    columns.extend(series(report).map(|series| {
        let values: Vec<f64> = series.months.iter().map(|month| month.mean).collect();
        Column { style: of_metric(&METRICS[series.metric], &values), values }
    }));
    Some(Numbers { id: MONTHLY.into(), columns })
}

/// Its heads.
pub fn monthly_heads(report: &Report) -> Grid {
    let first = heads(report, &["sheet-month", "sheet-begins", "sheet-days"]);
    let of_series = series(report).map(|series| head_of(report, series));
    Grid {
        id: MONTHLY.into(),
        heads: first.into_iter().chain(of_series).collect(),
        rows: Vec::new(),
    }
}

/// Totals of the business years, where the file says with which month they begin: of each the mean
/// with the ends of its range, and the whole horizon beside them.
pub fn years(report: &Report) -> Option<Grid> {
    let (locale, years) = (report.locale, &report.model().calendar.years);
    if years.is_empty() {
        return None;
    }
    let row = |series: &WeeklySummary| {
        let metric = &METRICS[series.metric];
        let whole = match metric.value {
            Value::State(_) => series.weeks.last().map_or(f64::NAN, |week| week.mean),
            _ => report.summary().metric(metric.id).map_or(f64::NAN, |found| found.mean.value),
        };
        let told = series.years.iter().flat_map(|year| [year.mean, year.p05, year.p95]);
        let values: Vec<f64> = told.chain([whole]).collect();
        let style = of_metric(metric, &values);
        let mut cells = vec![text(sentence(&locale.metric(metric)))];
        cells.extend(values.into_iter().map(|value| Cell::Number(value, style)));
        cells.push(text(series.name.as_str()));
        cells
    };
    let is_told = |series: &&WeeklySummary| {
        !matches!(METRICS[series.metric].value, Value::Reach(_)) && is_there(series)
    };
    let rows: Vec<Vec<Cell>> = series(report).filter(is_told).map(row).collect();
    let mut all = heads(report, &["metric-head"]);
    for period in years {
        let year = year(locale, period);
        all.extend([
            Head::new(say!(locale, "years-mean", year = year.as_str()), ""),
            Head::new(say!(locale, "years-percent", year = year.as_str(), percent = 5), ""),
            Head::new(say!(locale, "years-percent", year = year.as_str(), percent = 95), ""),
        ]);
    }
    all.push(Head::new(sentence(&locale.say("years-all", &[])), ""));
    all.extend(heads(report, &["sheet-id"]));
    (!rows.is_empty()).then(|| Grid { id: "Years".into(), heads: all, rows })
}
