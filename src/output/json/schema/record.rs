//! What is told of forecasts on record.

use reachsim_learn::ledger::Why;
use serde_json::{Value, json};

use super::parts::{
    Answered, engine, flag, joined, list, number, object, one_of, or_null, question, scenario,
    share, simulation, text, unit, whole,
};

pub const FORECAST: Answered = Answered {
    name: "forecast",
    about: "what `reachsim forecast` prints: the forecasts that it put on record",
    id: "reachsim.forecast/1",
    members: forecast,
};

pub const SCORE: Answered = Answered {
    name: "score",
    about: "what `reachsim score` prints: how the forecasts of a ledger did",
    id: "reachsim.score/1",
    members: score,
};

fn currency() -> Value {
    or_null(&text("ISO 4217 code, where the unit is one of money"))
}

fn forecast() -> Value {
    let quantiles = list(
        "23 of them",
        &object(json!({ "level": share("level"), "value": number("value at it") })),
    );
    let target = object(json!({
        "name": text("what it is called"),
        "at_least": number("lower bound; null where it has none"),
        "at_most": number("upper bound; null where it has none"),
        "probability": share("share of the futures that meet it"),
    }));
    let baseline = object(json!({
        "of": one_of("what it is", &["last"]),
        "weeks": whole("weeks that were known"),
        "quantiles": quantiles.clone(),
    }));
    let made = object(json!({
        "id": text("by which the ledger knows it"),
        "metric": text("what is forecast"),
        "unit": unit(),
        "currency": currency(),
        "mean": number("mean of the futures"),
        "quantiles": quantiles,
        "targets": list("targets of the scenario on it", &target),
        "baseline": or_null(&baseline),
        "data": list("hashes of the files that the baseline is of", &text("SHA-256")),
    }));
    let asked = question(json!({
        "metrics": list("what is forecast", &text("a metric")),
        "as_of": or_null(&text("the day as of which it is")),
    }));
    let answer = json!({
        "scenario": scenario(),
        "engine": engine(),
        "simulation": simulation(),
        "ledger": text("the file, as it was named"),
        "as_of": or_null(&text("the day as of which they are")),
        "from": or_null(&text("first day of the horizon")),
        "to": or_null(&text("last day of the horizon")),
        "forecasts": list("one a metric", &made),
        "left_out": list("metrics that some futures have no value of", &text("a metric")),
    });
    joined(asked, answer)
}

/// Something for each of the central intervals.
fn central(of: &Value) -> Value {
    object(json!({ "50": of, "80": of, "90": of }))
}

fn score() -> Value {
    let chance = object(json!({
        "of": whole("probabilities"),
        "happened": whole("what happened of them"),
        "mean": share("mean probability"),
        "share": share("share that happened"),
        "low": share("5 % of right probabilities have a share below this"),
        "high": share("5 % of right probabilities have a share above this"),
    }));
    let metric = object(json!({
        "metric": text("what was forecast"),
        "unit": unit(),
        "currency": currency(),
        "questions": whole("periods with a value"),
        "held": whole("values within their 90 % range"),
        "crps": number("mean score, in the unit of the metric"),
        "skill": number("against the last value; null where it was not frozen with the forecast"),
    }));
    let new = object(json!({
        "id": text("of the forecast"),
        "metric": text("what was forecast"),
        "value": number("what came; null where it will not be known"),
        "p05": number("forecast at 5 %"),
        "p50": number("forecast at 50 %"),
        "p95": number("forecast at 95 %"),
        "from_exports": flag("whether files say so"),
    }));
    let left = object(json!({
        "id": text("of the forecast"),
        "metric": text("what was forecast"),
        "why": one_of("why the exports do not tell", &Why::ALL.map(Why::id)),
    }));
    let brier = object(json!({
        "score": number("mean squared gap: reliability - resolution + uncertainty"),
        "reliability": number("how far probabilities are from how often things happened"),
        "resolution": number("how far they tell what happens from what does not"),
        "uncertainty": number("what forecasting the average alone would score"),
    }));
    let width = object(json!({
        "value": number("how many times as wide nine of ten ranges would have to be"),
        "low": number("lower end at 90 %"),
        "high": number("upper end at 90 %; null where so few do not tell"),
    }));
    let asked = question(json!({
        "ledger": text("the file that is judged, as it was named"),
        "require": whole("demands that were made"),
    }));
    let required = object(json!({
        "judged": whole("questions with a value"),
        "holds": flag("whether they are enough to be judged, and meet it"),
        "value": or_null(&number("what they have: a percentage, or a skill; null of too few")),
    }));
    let answer = json!({
        "engine": engine(),
        "ledger": text("the file, as it was named"),
        "entries": whole("forecasts on record"),
        "resolved": whole("forecasts with a value"),
        "open": whole("forecasts of which nothing is known yet"),
        "unknown": whole("forecasts of which nothing will be known"),
        "questions": whole("one metric of one scenario over one period, however often forecast"),
        "coverage": central(&share("share of questions within the range")),
        "held": central(&whole("questions within the range")),
        "coverage_interval": central(&list("Wilson's interval at 95 %", &number("an end"))),
        "misses": object(json!({
            "below": share("share of questions below their 90 % range"),
            "above": share("share of questions above their 90 % range"),
        })),
        "crps": number("mean score of questions, in parts of what came"),
        "skill": number("against the last value, the mean over metrics"),
        "brier": or_null(&brier),
        "calibration": list("probabilities of targets in bins, rising", &chance),
        "pit": list("share of outcomes in each tenth of their forecasts", &share("a tenth")),
        "width_factor": or_null(&width),
        "metrics": list("by name", &metric),
        "new": list("forecasts that this command resolves", &new),
        "left": list("open forecasts of which the exports say nothing", &left),
        "written": flag("whether what is new is on record now"),
        "required": list("what became of each `--require`", &required),
    });
    joined(asked, answer)
}
