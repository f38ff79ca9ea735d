//! `reachsim.forecast/1` and `reachsim.score/1`.

use reachsim_learn::ledger::{
    ByMetric, CENTRAL, Forecast, Judged, LEVELS, Left, Required, Resolved, Target,
};
use reachsim_learn::score::{Group, Width, pit_histogram};
use serde_json::{Map, Value, json};

use super::{engine_of, scenario, simulation};
use crate::output::record::{Recorded, Scored};

/// What was put on record.
pub fn forecast(told: &Recorded) -> Value {
    let first = told.forecasts.first();
    json!({
        "schema": "reachsim.forecast/1",
        "question": {
            "metrics": told.forecasts.iter().map(|made| &*made.metric).collect::<Vec<&str>>(),
            "as_of": first.map(|made| made.as_of.to_string()),
        },
        "scenario": scenario(told.context.case),
        "engine": engine_of(),
        "simulation": simulation(told.context.plan, told.context.model()),
        "ledger": told.ledger,
        "as_of": first.map(|made| made.as_of.to_string()),
        "from": first.map(|made| made.from.to_string()),
        "to": first.map(|made| made.to.to_string()),
        "forecasts": told.forecasts.iter().map(made).collect::<Vec<_>>(),
        "left_out": told.left_out,
    })
}

fn made(made: &Forecast) -> Value {
    json!({
        "id": made.id,
        "metric": made.metric,
        "unit": made.unit,
        "currency": made.currency,
        "mean": made.mean,
        "quantiles": quantiles(&made.quantiles),
        "targets": made.targets.iter().map(target).collect::<Vec<_>>(),
        "baseline": made.baseline.as_ref().map(|baseline| json!({
            "of": baseline.of,
            "weeks": baseline.weeks,
            "quantiles": quantiles(&baseline.quantiles),
        })),
        "data": made.data,
    })
}

fn quantiles(values: &[f64]) -> Value {
    let pairs = LEVELS.iter().zip(values);
    pairs.map(|(level, value)| json!({ "level": level, "value": value })).collect()
}

fn target(target: &Target) -> Value {
    json!({
        "name": target.name,
        "at_least": target.at_least,
        "at_most": target.at_most,
        "probability": target.probability,
    })
}

/// How the forecasts did.
pub fn score(told: &Scored) -> Value {
    let Judged { coverage, misses, brier, .. } = told.judged;
    let named = CENTRAL.iter().zip(coverage).map(|((level, _), found)| (level.to_string(), found));
    let of = |tell: fn(&reachsim_learn::score::Covered) -> Value| -> Map<String, Value> {
        named.clone().map(|(level, found)| (level, tell(found))).collect()
    };
    json!({
        "schema": "reachsim.score/1",
        "question": { "ledger": told.ledger, "require": told.required.len() },
        "engine": engine_of(),
        "ledger": told.ledger,
        "entries": told.judged.entries,
        "resolved": told.judged.resolved,
        "open": told.judged.open,
        "unknown": told.judged.unknown,
        "questions": told.judged.questions,
        "coverage": of(|found| json!(found.share.value)),
        "held": of(|found| json!(found.held)),
        "coverage_interval": of(|found| json!([found.share.low, found.share.high])),
        "misses": { "below": misses.below, "above": misses.above },
        "crps": told.judged.crps,
        "skill": told.judged.skill,
        "brier": brier.map(|parts| json!({
            "score": parts.score,
            "reliability": parts.reliability,
            "resolution": parts.resolution,
            "uncertainty": parts.uncertainty,
        })),
        "calibration": told.judged.chances.iter().map(group).collect::<Vec<_>>(),
        "pit": pit_histogram(&told.judged.transforms),
        "width_factor": told.judged.width.map(width),
        "metrics": told.judged.metrics.iter().map(metric).collect::<Vec<_>>(),
        "new": told.resolved.iter().map(resolved).collect::<Vec<_>>(),
        "left": told.left.iter().map(left).collect::<Vec<_>>(),
        "written": told.is_written,
        "required": told.required.iter().map(required).collect::<Vec<_>>(),
    })
}

fn required(of: &Required) -> Value {
    json!({ "judged": of.questions, "holds": of.holds(), "value": of.value })
}

fn group(group: &Group) -> Value {
    json!({
        "of": group.of,
        "happened": group.happened,
        "mean": group.mean,
        "share": group.share,
        "low": group.low,
        "high": group.high,
    })
}

/// What no multiple is enough for is infinite, and `null`.
fn width(width: Width) -> Value {
    json!({ "value": width.value, "low": width.low, "high": width.high })
}

fn metric(of: &ByMetric) -> Value {
    json!({
        "metric": of.metric,
        "unit": of.unit,
        "currency": of.currency,
        "questions": of.questions,
        "held": of.held,
        "crps": of.crps,
        "skill": of.skill,
    })
}

fn resolved(found: &Resolved) -> Value {
    json!({
        "id": found.forecast.id,
        "metric": found.forecast.metric,
        "value": found.outcome.value,
        "p05": found.forecast.quantile(0.05),
        "p50": found.forecast.quantile(0.5),
        "p95": found.forecast.quantile(0.95),
        "from_exports": !found.outcome.data.is_empty(),
    })
}

fn left(left: &Left) -> Value {
    json!({ "id": left.forecast.id, "metric": left.forecast.metric, "why": left.why.id() })
}
