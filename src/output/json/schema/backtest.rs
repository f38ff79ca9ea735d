//! What a back-test prints.

use serde_json::{Map, Value, json};

use reachsim_learn::backtest::{LEVELS, Rival};
use reachsim_learn::score::Shape;

use super::parts::{
    Answered, engine, flag, joined, list, number, object, one_of, or_null, question, scenario,
    share, text, whole,
};
use crate::output::json::backtest::shape;

pub const BACKTEST: Answered = Answered {
    name: "backtest",
    about: "what `reachsim backtest` prints: how a scenario would have forecast what came",
    id: "reachsim.backtest/1",
    members: backtest,
};

fn backtest() -> Value {
    let missed = object(json!({
        "metric": text("which"),
        "horizon": whole("weeks"),
        "value": number("what it has instead: a percentage, or a skill"),
    }));
    let required = object(json!({
        "judged": whole("rows with at least twelve independent forecasts"),
        "holds": flag("whether there are any, and all of them meet it"),
        "missed": list("those that do not", &missed),
    }));
    let asked = question(json!({
        "horizons": list("weeks ahead", &whole("weeks")),
        "require": whole("demands that were made"),
    }));
    let answer = json!({
        "scenario": scenario(),
        "engine": engine(),
        "trials": whole("futures of each forecast"),
        "weeks": whole("whole weeks that the exports hold"),
        "from": text("the first day that was forecast"),
        "to": text("the last one"),
        "series": list("by metric, then by horizon", &series()),
        "required": list("what became of each `--require`", &required),
    });
    joined(asked, answer)
}

fn levels(of: &Value) -> Value {
    let members = LEVELS.iter().map(|level| (level.to_string(), of.clone()));
    object(Value::Object(members.collect::<Map<String, Value>>()))
}

fn rivals(of: &Value) -> Value {
    let members = Rival::ALL.iter().map(|rival| (rival.id().to_owned(), of.clone()));
    object(Value::Object(members.collect::<Map<String, Value>>()))
}

fn series() -> Value {
    let shapes =
        [Shape::Few, Shape::Flat, Shape::TooSure, Shape::TooUnsure, Shape::TooHigh, Shape::TooLow];
    let against = object(json!({
        "difference": number("mean score less that of the rival; below 0 is better"),
        "p": number("chance of such a difference between equals; null where it cannot tell"),
    }));
    let forecast = object(json!({
        "from": text("the first day that was forecast"),
        "p05": number("5th percentile"),
        "p50": number("median"),
        "p95": number("95th percentile"),
        "outcome": number("what came"),
        "crps": number("continuous ranked probability score"),
    }));
    object(json!({
        "metric": text("with its community where the scenario has several; reach_per_post is the \
            mean reach of a post"),
        "horizon": whole("weeks ahead: their sum, a level at their end, a mean over them"),
        "rest": flag("whether it reaches from the first origin to the end"),
        "origins": whole("forecasts"),
        "coverage": levels(&share("of the forecasts whose range held")),
        "coverage_95": levels(&list("its 95 % interval, of independent forecasts", &number("end"))),
        "below": share("of what came below the 90 % range"),
        "above": share("of what came above it"),
        "sharpness": number("median width of a 90 % range over the median forecast"),
        "crps": number("mean score, in the unit of the metric"),
        "skill": rivals(&number("1 - score/score of the rival; null where there is none")),
        "against": rivals(&or_null(&against)),
        "pit": list("share of what came in each tenth of its forecast", &number("share")),
        "shape": one_of("what that says", &shapes.map(shape)),
        "forecasts": list("by their days", &forecast),
    }))
}
