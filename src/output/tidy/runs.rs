//! What a run and its single futures say, as rows.

use serde_json::Value;

use super::Row;
use super::studies::{about, statistics};
use crate::estimate::Estimate;
use crate::metric::{self, METRICS, Measured};
use crate::model::{ColumnId, Model};
use crate::output::phrases::years::days;
use crate::output::{Context, Report};
use crate::study::condition::{Condition, Where};
use crate::study::future::Told;
use crate::summary::Summary;
use crate::trials::{Replay, Trials};

/// Every statistic of every metric, the chances of targets, and the same metrics of the states.
pub fn run(report: &Report) -> Vec<Row> {
    let (context, model) = (report.context(), report.model());
    let start = Row::of("run", &context);
    let summary = report.summary();
    let mut rows = of_metrics(&context, &start, model, summary);
    for (target, found) in model.targets.iter().zip(&summary.targets) {
        let row = start.variant(&target.name).metric(&context, model, target.metric).unit("share");
        rows.push(row.known("probability", found.probability));
        rows.extend(target.with.map(|with| row.number("wanted", with)));
        rows.extend(target.with.map(|with| row.is("met", found.probability.value >= with)));
    }
    if let Some(all) = summary.together {
        rows.push(start.unit("share").known("targets_all", all.probability));
    }
    for state in &report.extras.states {
        let row = start.variant(&*state.name);
        rows.extend(of_metrics(&context, &row, &state.model, &state.summary));
    }
    rows.extend(years(report, &start));
    rows
}

/// What flows in each business year, and what stands at its end.
fn years(report: &Report, start: &Row) -> Vec<Row> {
    let (context, model) = (report.context(), report.model());
    let mut rows = Vec::new();
    for (place, period) in model.calendar.years.iter().enumerate() {
        let Some([from, to]) = days(report, period) else { continue };
        let row = start.variant(&format!("{from}..{to}"));
        for series in &report.summary().weekly {
            let is_sum = !matches!(METRICS[series.metric].value, metric::Value::Reach(_));
            let Some(told) = series.years.get(place).filter(|_| is_sum) else { continue };
            let column = ColumnId { community: series.community, metric: series.metric };
            let row = row.metric(&context, model, column);
            let all =
                [("mean", told.mean), ("p05", told.p05), ("p50", told.p50), ("p95", told.p95)];
            rows.extend(all.map(|(name, value)| row.number(name, value)));
        }
    }
    rows
}

fn of_metrics(context: &Context, start: &Row, model: &Model, summary: &Summary) -> Vec<Row> {
    let each = summary.metrics.iter();
    each.flat_map(|metric| statistics(&start.metric(context, model, metric.column), metric))
        .collect()
}

/// One future: its inputs, its metrics, and every weekly series.
pub fn trial(context: &Context, trial: u64, replay: &Replay) -> Vec<Row> {
    let start = Row::of("trial", context).variant(&trial);
    let mut rows = vec![start.number("trial", trial as f64)];
    rows.extend(one(&start, context, replay));
    rows
}

/// The future that a story tells: the numbers of which its words speak.
pub fn story(context: &Context, told: &Told) -> Vec<Row> {
    let start = Row::of("story", context).variant(&told.which.id());
    let mut rows = vec![start.unit("").number("trial", told.trial as f64)];
    for (input, below) in &told.unusual {
        let key = &context.model().inputs[*input].key;
        rows.push(start.key(key).unit("share").number("percentile", *below));
    }
    rows.extend(one(&start, context, &told.replay));
    rows
}

fn one(start: &Row, context: &Context, replay: &Replay) -> Vec<Row> {
    let model = context.model();
    let inputs = model.inputs.iter().zip(&replay.inputs).map(|(input, value)| {
        start.key(&input.key).in_unit_of(context, &input.key).number("value", *value)
    });
    let mut rows: Vec<Row> = inputs.collect();
    rows.extend(model.columns().map(|column| {
        start.metric(context, model, column).number("value", replay.value(model, column))
    }));
    if model.communities.is_empty() {
        return rows;
    }
    for community in std::iter::once(None).chain((0..model.communities.len()).map(Some)) {
        let (_, weeks) = &replay.scopes[model.scope(community)];
        for metric in model.weekly() {
            let column = ColumnId { metric, community };
            let series = model.named(community, &METRICS[metric].series());
            let row = Row { metric: series, ..start.metric(context, model, column) }.key("week");
            rows.extend(weeks.iter().enumerate().filter_map(|(week, told)| {
                let value = METRICS[metric].value.of_week(told).map(Measured::value)?;
                Some(row.at(week as f64).number("value", value))
            }));
        }
    }
    rows
}

/// How often something happens, and what is different then.
pub fn condition(context: &Context, asked: Condition, found: &Where, trials: &Trials) -> Vec<Row> {
    let model = context.model();
    let start = about("where", context, asked.metric);
    let column = trials.column(model, asked.metric);
    let mut rows = vec![
        start.unit("share").known("share", found.share),
        start.unit("futures").number("futures", found.count as f64),
    ];
    for (trial, id) in found.stories.into_iter().flatten().zip(["typical", "farthest"]) {
        rows.push(start.number(id, column.value(trial)));
        rows.push(start.unit("").number(&format!("{id}_trial"), trial as f64));
    }
    for shift in &found.shifts {
        let key = &model.inputs[shift.input].key;
        let row = start.key(key).in_unit_of(context, key);
        rows.push(row.number("all_p50", shift.medians[0]));
        rows.push(row.number("here_p50", shift.medians[1]));
        let place = Estimate { value: shift.place.value - 0.5, ..shift.place };
        rows.push(row.unit("share").known("shift", place));
        rows.push(row.is("sure", shift.is_sure));
    }
    rows
}

/// Which part of a run was simulated.
pub fn shard(context: &Context, shard: &Value) -> Vec<Row> {
    let start = Row::of("shard", context);
    let whole = |id: &str| start.number(id, shard[id].as_f64().unwrap_or(f64::NAN));
    ["number", "of", "first_trial", "trials"].map(whole).into()
}
