//! What `render --since` writes.

use serde_json::{Value, json};

use super::parts::{
    Answered, head, joined, list, number, object, one_of, or_null, se, text, unit, whole,
};

pub const SINCE: Answered = Answered {
    name: "since",
    about: "what `reachsim render --since` writes as `since.json`: what has changed between two runs",
    id: "reachsim.since/1",
    members: since,
};

fn since() -> Value {
    let known = |of: &str| {
        object(json!({ "value": number(&format!("{of}, in the metric's unit")), "se": se(of) }))
    };
    let earlier = object(json!({
        "hash": text("SHA-256 of its text and of all data files, without seed and trials"),
        "trials": whole("how many futures it had"),
        "seed": json!({
            "type": ["integer", "string"],
            "description": "its seed; digits where it is too large for a double",
        }),
        "revision": whole("of the program that made it"),
    }));
    let value = or_null(&text("in words; null where it is none, or not one"));
    let edit = object(json!({
        "edit": text("as it would be written"),
        "key": or_null(&text("the key that it sets; null where it sets more than one")),
        "was": value,
        "is": value,
        "value": number("its part of the change, in the metric's unit"),
        "se": se("that part"),
    }));
    let body = json!({
        "earlier": earlier,
        "metric": text("the metric that the scenario is about"),
        "unit": unit(),
        "was": known("the metric in the earlier run"),
        "is": known("the metric in this run"),
        "change": known("this less the earlier one"),
        "order": one_of("how the change is split over the edits", &["shapley", "file"]),
        "edits": list("what was changed, in the order of the keys", &edit),
        "luck": known("what no edit explains: other futures, or another revision of the program"),
    });
    joined(head(), body)
}
