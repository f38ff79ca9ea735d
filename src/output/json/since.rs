//! `reachsim.since/1`: what has changed since an earlier run, for programs.

use serde_json::{Value, json};

use super::{engine_of, scenario, seed, simulation};
use crate::estimate::Estimate;
use crate::locale::Locale;
use crate::model::{Plan, Understood};
use crate::output::phrases::shape;
use crate::output::since::{Moved, Since};
use crate::study::EditOrder;

pub fn since(since: &Since) -> Value {
    let (case, earlier) = (&since.new, &since.earlier);
    let model = case.model();
    let plan = Plan { trials: since.trials, ..case.plan() };
    json!({
        "schema": "reachsim.since/1",
        "scenario": scenario(case),
        "engine": engine_of(),
        "simulation": simulation(plan, model),
        "earlier": {
            "hash": earlier.hash,
            "trials": earlier.plan.trials,
            "seed": seed(earlier.plan.seed),
            "revision": earlier.revision,
        },
        "metric": model.column_name(since.metric),
        "unit": model.unit_id(since.metric.metric),
        "was": of(since.stored[0]),
        "is": of(since.stored[1]),
        "change": of(since.change()),
        "order": match since.order {
            EditOrder::Shapley => "shapley",
            EditOrder::File => "file",
        },
        "edits": since.moved.iter().map(|moved| edit(since, moved)).collect::<Vec<_>>(),
        "luck": of(since.luck),
    })
}

fn of(known: Estimate) -> Value {
    json!({ "value": known.value, "se": known.se })
}

fn edit(since: &Since, moved: &Moved) -> Value {
    let taken = moved.key.as_ref().map(|key| since.taken(key)).unwrap_or_default();
    let [was, is] = taken.map(|taken| {
        taken.map(|taken| match &taken.value {
            Understood::Quantity(dist) => shape(Locale::En, dist, taken.unit),
            Understood::Words(words) => words.clone(),
        })
    });
    json!({
        "edit": moved.words.english(),
        "key": moved.key,
        "was": was,
        "is": is,
        "value": moved.part.value,
        "se": moved.part.se,
    })
}
