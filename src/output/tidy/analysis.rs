//! The rows of what exports tell.

use reachsim_data::analyse::{Figure, Unit};
use reachsim_learn::backtest::LEVELS;

use super::Row;
use crate::output::analysis::{Forecast, Told};
use crate::output::json::analysis::{civil, group, unit};
use crate::output::json::forecast::percentiles;
use crate::output::phrases::history::unit as unit_of_course;

/// Figures, groups, weeks and the event, a row a value. `variant` is the group, or the name of what
/// a fact is of.
pub fn analysis(told: &Told) -> Vec<Row> {
    let start = Row { study: "analyse", scenario: told.files.join(" "), ..Row::default() };
    let mut rows = Vec::new();
    for figure in &told.analysis.figures {
        rows.extend(of_figure(&start, figure));
    }
    for task in &told.analysis.tasks {
        for (name, fact) in &task.facts {
            rows.extend(of_figure(&start.variant(name), fact));
        }
    }
    for table in told.analysis.groups.iter().flat_map(|grouped| &grouped.tables) {
        for row in &table.rows {
            let of = start.variant(&group(&row.group)).key(table.column.id());
            let share = Row { metric: table.of.id().to_owned(), ..of.unit("share") };
            let count = Row { unit: "count".to_owned(), ..share.clone() };
            rows.extend(row.count.map(|value| count.number("count", value as f64)));
            for (name, value) in [("share", row.share), ("low", row.low), ("high", row.high)] {
                rows.extend(value.map(|value| share.number(name, value)));
            }
        }
    }
    for week in &told.analysis.weeks {
        let at = Row {
            key: "week".to_owned(),
            value_of_key: civil(week.from).to_string(),
            ..start.unit("count")
        };
        let counts = [
            ("posts", week.posts),
            ("messages", week.messages),
            ("questions", week.questions),
            ("answered", week.answered),
            ("positive", week.positive),
            ("neutral", week.neutral),
            ("negative", week.negative),
            ("leads", week.leads),
        ];
        for (metric, value) in counts {
            let row = Row { metric: metric.to_owned(), ..at.clone() };
            rows.extend(value.map(|value| row.number("count", value as f64)));
        }
    }
    rows.extend(told.forecast.iter().flat_map(|forecast| laid_over(&start, forecast)));
    if let Some(change) = &told.analysis.change {
        let of = Row { metric: change.series.id().to_owned(), ..start.key("event").unit("ratio") };
        for (name, value) in [("ratio", change.ratio), ("low", change.low), ("high", change.high)] {
            rows.push(of.number(name, value));
        }
        let of = Row { unit: "count".to_owned(), ..of };
        if let Some(sum) = change.sum {
            for (name, value) in [("sum", sum.value), ("sum_low", sum.low), ("sum_high", sum.high)]
            {
                rows.push(of.number(name, value));
            }
        }
    }
    rows
}

/// What came over what was forecast, week by week.
fn laid_over(start: &Row, forecast: &Forecast) -> Vec<Row> {
    let mut rows = Vec::new();
    for course in forecast.courses {
        let unit = unit_of_course(forecast.case.model(), course).id();
        let of = Row { metric: course.metric.clone(), ..start.variant(&"forecast").unit(unit) };
        for (place, ahead) in course.ahead.iter().enumerate() {
            let day = civil(course.start + 7 * place as i32).to_string();
            let at = Row { key: "week".to_owned(), value_of_key: day, ..of.clone() };
            rows.extend(course.came[place].map(|came| at.number("came", came)));
            let percentiles = percentiles(Some(ahead)).into_iter();
            rows.extend(percentiles.filter_map(|(name, value)| Some(at.number(name, value?))));
        }
        for (level, covered) in LEVELS.iter().zip(course.coverage()) {
            let count = Row { unit: "count".to_owned(), ..of.clone() };
            rows.push(count.number(&format!("held_{level}"), covered.held as f64));
        }
    }
    rows
}

fn of_figure(start: &Row, figure: &Figure) -> Vec<Row> {
    let currency = match &figure.unit {
        Unit::Money(Some(currency)) => currency.clone(),
        _ => String::new(),
    };
    let of = Row { metric: figure.id.to_owned(), currency, ..start.unit(unit(&figure.unit)) };
    let mut rows = vec![of.number("value", figure.value)];
    for (name, value) in [("low", figure.low), ("high", figure.high)] {
        rows.extend(value.map(|value| of.number(name, value)));
    }
    for beside in &figure.beside {
        rows.push(of.number(beside.what.id(), beside.value));
    }
    rows
}
