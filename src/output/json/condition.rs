//! The document of the futures in which something happens.

use serde_json::{Value, json};

use super::studies::{document, finished};
use crate::output::Context;
use crate::study::condition::{Condition, Where};
use crate::trials::Trials;

/// `reachsim.where/1`: how often a condition holds, and what is different where it does.
pub fn condition(context: &Context, asked: Condition, found: &Where, trials: &Trials) -> Value {
    let model = context.model();
    let name = model.column_name(asked.metric);
    let question = json!({
        "condition": format!("{name} {} {}", asked.side.sign(), asked.value),
        "metric": name,
        "unit": model.unit_id(asked.metric.metric),
    });
    let inputs: Vec<Value> = found
        .shifts
        .iter()
        .map(|shift| {
            json!({
                "key": model.inputs[shift.input].key,
                "all": { "p50": shift.medians[0] },
                "here": { "p50": shift.medians[1] },
                "shift": shift.place.value - 0.5,
                "se": shift.place.se,
                "sure": shift.is_sure,
            })
        })
        .collect();
    let column = trials.column(model, asked.metric);
    let story = |trial: usize| json!({ "trial": trial, "value": column.value(trial) });
    let rows = json!({
        "condition": question["condition"],
        "futures": found.count,
        "share": found.share.value,
        "se": found.share.se,
        "inputs": inputs,
        "typical": found.stories.map(|[typical, _]| story(typical)),
        "farthest": found.stories.map(|[_, farthest]| story(farthest)),
    });
    finished(document("reachsim.where/1", context, trials.plan.trials, question), rows)
}
