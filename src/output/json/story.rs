//! The document of one future in words.

use serde_json::{Value, json};

use super::studies::{document, finished};
use crate::output::Context;
use crate::output::phrases::future::{head, weeks};
use crate::study::future::Told;

/// `reachsim.story/1`: which future it is, what is unusual in it, and its weeks in words.
pub fn story(context: &Context, told: &Told) -> Value {
    let model = context.model();
    let question = json!({
        "story": told.which.id(),
        "metric": model.column_name(told.metric),
        "unit": model.unit_id(told.metric.metric),
    });
    let unusual = told.unusual.iter().map(|(input, below)| {
        json!({
            "key": model.inputs[*input].key,
            "value": told.replay.inputs[*input],
            "percentile": below,
        })
    });
    let week = |(week, words): (usize, String)| json!({ "week": week, "words": words });
    let rows = json!({
        "trial": told.trial,
        "kind": told.which.id(),
        "locale": context.locale.id(),
        "value": told.value(model),
        "words": head(context, told),
        "unusual": unusual.collect::<Vec<_>>(),
        "weeks": weeks(context, told).into_iter().map(week).collect::<Vec<_>>(),
    });
    finished(document("reachsim.story/1", context, context.plan.trials, question), rows)
}
