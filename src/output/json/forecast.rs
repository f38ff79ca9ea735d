//! What came over what a scenario had forecast, in the answer of `analyse`.

use reachsim_learn::backtest::{Course, LEVELS, Middle};
use serde_json::{Map, Value, json};

use super::scenario;
use crate::model::Model;
use crate::output::analysis::Forecast;
use crate::output::phrases::history::unit;
use crate::scenario::period;

pub fn forecast(forecast: &Forecast) -> Value {
    let model = forecast.case.model();
    let series = forecast.courses.iter().map(|course| self::course(model, course));
    json!({
        "scenario": scenario(forecast.case),
        "trials": forecast.trials,
        "series": series.collect::<Vec<_>>(),
    })
}

fn course(model: &Model, course: &Course) -> Value {
    let covered = course.coverage();
    let held: Map<String, Value> = LEVELS
        .iter()
        .zip(covered)
        .map(|(level, covered)| (level.to_string(), json!(covered.held)))
        .collect();
    let before = course.before.len() as i32;
    let day = |week: usize| period::day(course.start + 7 * (week as i32 - before)).to_string();
    let past = course.before.iter().map(|came| (came, None));
    let ahead = course.came.iter().zip(&course.ahead).map(|(came, ahead)| (came, Some(ahead)));
    let weeks = past.chain(ahead).enumerate().map(|(place, (came, ahead))| {
        let mut week = json!({ "from": day(place), "came": came });
        for (name, value) in percentiles(ahead) {
            week[name] = json!(value);
        }
        week
    });
    json!({
        "metric": course.metric,
        "unit": unit(model, course).id(),
        "weeks_told": covered[0].of,
        "held": held,
        "weeks": weeks.collect::<Vec<_>>(),
    })
}

/// The percentiles of a week by their names.
pub fn percentiles(week: Option<&Middle>) -> [(&'static str, Option<f64>); 7] {
    let range = |place: usize, end: usize| week.map(|week| week.ranges[place][end]);
    [
        ("p05", range(2, 0)),
        ("p10", range(1, 0)),
        ("p25", range(0, 0)),
        ("p50", week.map(|week| week.median)),
        ("p75", range(0, 1)),
        ("p90", range(1, 1)),
        ("p95", range(2, 1)),
    ]
}
