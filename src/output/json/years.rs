//! Business years for programs.

use serde_json::{Map, Value, json};

use crate::metric::{METRICS, Value as Kind};
use crate::model::Period;
use crate::output::Report;
use crate::output::phrases::years::days;
use crate::summary::WeeklySummary;
use crate::trials::WeekStatistics;

/// The business years of the horizon in their order, each with what flows in it and what stands at
/// its end; empty where the file does not say with which month they begin.
pub fn years(report: &Report) -> Value {
    let year = |(place, period): (usize, &Period)| {
        let days = days(report, period).map(|days| days.map(|day| day.to_string()));
        let [from, to] = days.unwrap_or_default();
        json!({
            "from": from,
            "to": to,
            "whole": period.is_whole,
            "metrics": metrics(&report.summary().weekly, place),
        })
    };
    report.model().calendar.years.iter().enumerate().map(year).collect()
}

/// The numbers of a year by the names of the metrics.
fn metrics(weekly: &[WeeklySummary], year: usize) -> Map<String, Value> {
    let is_told = |series: &&WeeklySummary| !matches!(METRICS[series.metric].value, Kind::Reach(_));
    let series = weekly.iter().filter(is_told);
    series
        .filter_map(|series| {
            let WeekStatistics { mean, p05, p50, p95 } = series.years.get(year)?;
            let told = json!({ "mean": mean, "p05": p05, "p50": p50, "p95": p95 });
            Some((series.name.clone(), told))
        })
        .collect()
}
