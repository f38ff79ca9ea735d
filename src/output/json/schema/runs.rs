//! What `run` and `merge` print.

use serde_json::{Value, json};

use super::decisions::{STORY, WHERE};
use super::parts::{
    Answered, by_name, flag, head, joined, list, number, object, or_null, question, se, share,
    statistics, text, unit, whole, within,
};
use crate::output::json::SHARD as SHARD_ID;

pub const RUN: Answered = Answered {
    name: "run",
    about: "what `reachsim run` prints of one scenario, `reachsim merge` of a run, and what \
        `summary.json` holds",
    id: "reachsim.summary/1",
    members: run,
};

pub const RUNS: Answered = Answered {
    name: "runs",
    about: "what `reachsim run` prints of several scenarios, in the order of the files",
    id: "reachsim.runs/1",
    members: runs,
};

pub const TRIAL: Answered = Answered {
    name: "trial",
    about: "what `reachsim run --trial` prints: one future, week by week",
    id: "reachsim.trial/1",
    members: trial,
};

pub const SHARD: Answered = Answered {
    name: "shard",
    about: "what `reachsim run --shard` prints: which part of the futures was simulated",
    id: SHARD_ID,
    members: shard,
};

fn run() -> Value {
    let target = object(json!({
        "name": text("what it states in words"),
        "metric": text("the metric of which it is"),
        "goal": text("what it states, such as `profit >= 0`; with the chance that it demands"),
        "probability": share("share of the futures that meet it"),
        "se": se("the probability"),
        "wanted": or_null(&share("the chance that the file demands")),
        "met": or_null(&flag("whether it is there; null where the file demands none")),
    }));
    let together = object(json!({
        "probability": share("share of the futures that meet all targets together"),
        "se": se("the probability"),
    }));
    let warning = object(json!({
        "code": text("what scripts hold on to"),
        "message": text("in English"),
        "line": or_null(&whole("line of the file")),
    }));
    let state = object(json!({
        "name": text("what the state is called"),
        "metrics": by_name("by the name of the metric", &statistics()),
    }));
    let value = or_null(&number("null where it is undefined"));
    let of_year = object(json!({ "mean": value, "p05": value, "p50": value, "p95": value }));
    let year = object(json!({
        "from": text("its first day in the horizon"),
        "to": text("its last day there"),
        "whole": flag("whether all of its days are in the horizon"),
        "metrics": by_name("what flows in it, and what stands at its end", &of_year),
    }));
    let body = json!({
        "step": text("the step of pictures, sheets and CSV over time: `week` or `month`"),
        "years": list(
            "the business years, where `simulation.fiscal_year_starts` and weeks are there",
            &year,
        ),
        "metrics": by_name("by the name of the metric: `profit`, `page.profit`", &statistics()),
        "states": list("the states of the file, in its order", &state),
        "targets": list("in the order of the file", &target),
        "targets_all": or_null(&together),
        "not_counted": list(
            "metrics that are not measured because what they need has no price",
            &text("id of a metric"),
        ),
        "warnings": list("what is worth another look in the file", &warning),
    });
    let goal = text("what a target states, such as `profit >= 0`");
    let asked = question(json!({ "goals": list("of the targets of the file", &goal) }));
    joined(joined(asked, head()), body)
}

fn runs() -> Value {
    let kinds: Vec<Value> = [RUN, TRIAL, SHARD, WHERE, STORY].iter().map(within).collect();
    json!({ "runs": list("an answer for each file", &json!({ "anyOf": kinds })) })
}

fn trial() -> Value {
    let values = number("the value in this future");
    let body = json!({
        "trial": whole("which future it is, counted from 0"),
        "units": by_name("of every input, metric and weekly series", &unit()),
        "inputs": by_name("by the key of the input", &values),
        "metrics": by_name("by the name of the metric", &values),
        "weeks": list(
            "the weekly series by their names, with the week, counted from 0",
            &by_name("a week", &values),
        ),
    });
    let asked = question(json!({ "trial": whole("which future was asked for") }));
    joined(joined(asked, head()), body)
}

fn shard() -> Value {
    let part = object(json!({
        "number": whole("which part it is, counted from 1"),
        "of": whole("how many parts there are"),
        "first_trial": whole("its first future, counted from 0"),
        "trials": whole("how many futures it has"),
    }));
    joined(head(), json!({ "shard": part, "folder": text("where its files lie") }))
}
