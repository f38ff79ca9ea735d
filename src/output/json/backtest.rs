//! `reachsim.backtest/1`.

use std::collections::BTreeSet;

use reachsim_learn::backtest::demand::Demand;
use reachsim_learn::backtest::{Backtest, LEVELS, Rival, Row};
use reachsim_learn::score::Shape;
use serde_json::{Map, Value, json};

use super::analysis::civil;
use super::{engine_of, scenario};
use crate::output::Context;

/// The whole answer.
pub fn backtest(context: &Context, found: &Backtest, demands: &[Demand]) -> Value {
    json!({
        "schema": "reachsim.backtest/1",
        "question": { "horizons": horizons(found), "require": demands.len() },
        "scenario": scenario(context.case),
        "engine": engine_of(),
        "trials": found.trials,
        "weeks": found.weeks,
        "from": civil(found.days.0).to_string(),
        "to": civil(found.days.1).to_string(),
        "series": found.rows.iter().map(series).collect::<Vec<_>>(),
        "required": demands.iter().map(|demand| required(found, *demand)).collect::<Vec<_>>(),
    })
}

/// Weeks ahead, without what reaches to the end.
fn horizons(found: &Backtest) -> Vec<usize> {
    let asked = found.rows.iter().filter(|row| !row.is_rest).map(|row| row.horizon);
    let asked: BTreeSet<usize> = asked.collect();
    asked.into_iter().collect()
}

fn series(row: &Row) -> Value {
    let levels = LEVELS.map(|level| level.to_string());
    let coverage = row.coverage();
    let shares = levels.iter().zip(&coverage);
    let shares: Map<String, Value> =
        shares.map(|(level, held)| (level.clone(), json!(held.share.value))).collect();
    let sure = levels.iter().zip(&coverage);
    let sure: Map<String, Value> = sure
        .map(|(level, held)| (level.clone(), json!([held.share.low, held.share.high])))
        .collect();
    let rivals = || Rival::ALL.into_iter();
    let skill: Map<String, Value> =
        rivals().map(|rival| (rival.id().to_owned(), json!(row.skill(rival)))).collect();
    let against: Map<String, Value> =
        rivals().map(|rival| (rival.id().to_owned(), against(row, rival))).collect();
    let misses = row.misses();
    let forecasts = row.forecasts.iter().map(|forecast| {
        json!({
            "from": civil(forecast.day).to_string(),
            "p05": forecast.ranges[2][0],
            "p50": forecast.median,
            "p95": forecast.ranges[2][1],
            "outcome": forecast.outcome,
            "crps": forecast.crps,
        })
    });
    json!({
        "metric": row.metric,
        "horizon": row.horizon,
        "rest": row.is_rest,
        "origins": row.forecasts.len(),
        "coverage": shares,
        "coverage_95": sure,
        "below": misses.below,
        "above": misses.above,
        "sharpness": row.sharpness(),
        "crps": row.crps(),
        "skill": skill,
        "against": against,
        "pit": row.pit(),
        "shape": shape(row.shape()),
        "forecasts": forecasts.collect::<Vec<_>>(),
    })
}

fn against(row: &Row, rival: Rival) -> Value {
    let Some(compared) = row.against(rival) else { return Value::Null };
    let p = compared.told.map(|told| told.p);
    json!({ "difference": compared.difference, "p": p })
}

/// What the shape of the transforms says.
pub const fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Few => "few",
        Shape::Flat => "flat",
        Shape::TooSure => "too-sure",
        Shape::TooUnsure => "too-unsure",
        Shape::TooHigh => "too-high",
        Shape::TooLow => "too-low",
    }
}

fn required(found: &Backtest, demand: Demand) -> Value {
    let judged = demand.judge(found);
    let missed = judged.missed.iter().map(
        |(row, value)| json!({ "metric": row.metric, "horizon": row.horizon, "value": value }),
    );
    json!({
        "judged": judged.judged,
        "holds": judged.judged > 0 && judged.missed.is_empty(),
        "missed": missed.collect::<Vec<_>>(),
    })
}
