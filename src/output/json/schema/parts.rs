//! What schemas are put together from, and what several answers have in common.

use serde_json::{Map, Value, json};

use crate::design::Sampler;
use crate::estimate::PERCENTILES;

/// An answer that is printed as JSON.
pub struct Answered {
    /// How `reachsim schema --of` calls it.
    pub name: &'static str,
    pub about: &'static str,
    /// What its member `schema` says.
    pub id: &'static str,
    /// Its other members, as [`object`] takes them.
    pub members: fn() -> Value,
}

/// The schema of an answer as a document of its own.
pub fn described(answer: &Answered) -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("reachsim {}", answer.name),
        "description": answer.about,
    });
    if let (Some(head), Value::Object(body)) = (schema.as_object_mut(), within(answer)) {
        head.extend(body);
    }
    schema
}

/// The schema of an answer as a part of another one.
pub fn within(answer: &Answered) -> Value {
    let id = json!({ "schema": { "const": answer.id } });
    object(joined(id, (answer.members)()))
}

/// The members of two objects, as [`object`] takes them.
pub fn joined(first: Value, second: Value) -> Value {
    match (first, second) {
        (Value::Object(mut first), Value::Object(second)) => {
            first.extend(second);
            Value::Object(first)
        }
        (first, _) => first,
    }
}

/// An object with these members and no others; one whose name ends in `?` may be missing.
pub fn object(members: Value) -> Value {
    let Value::Object(members) = members else { return members };
    let required: Vec<String> =
        members.keys().filter(|name| !name.ends_with('?')).cloned().collect();
    let properties: Map<String, Value> = members
        .into_iter()
        .map(|(name, schema)| (name.trim_end_matches('?').to_owned(), schema))
        .collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// An object whose members all look like this, by names that nobody knows beforehand.
pub fn by_name(about: &str, of: &Value) -> Value {
    json!({ "type": "object", "description": about, "additionalProperties": of })
}

pub fn list(about: &str, of: &Value) -> Value {
    json!({ "type": "array", "description": about, "items": of })
}

pub fn text(about: &str) -> Value {
    json!({ "type": "string", "description": about })
}

/// A number, or `null` where it is undefined, infinite or never.
pub fn number(about: &str) -> Value {
    json!({ "type": ["number", "null"], "description": about })
}

/// A whole number from 0.
pub fn whole(about: &str) -> Value {
    json!({ "type": "integer", "minimum": 0, "description": about })
}

/// A share of the futures.
pub fn share(about: &str) -> Value {
    json!({ "type": ["number", "null"], "minimum": 0, "maximum": 1, "description": about })
}

pub fn flag(about: &str) -> Value {
    json!({ "type": "boolean", "description": about })
}

pub fn one_of(about: &str, words: &[&str]) -> Value {
    json!({ "enum": words, "description": about })
}

/// What may be `null` as well.
pub fn or_null(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

pub fn se(of: &str) -> Value {
    number(&format!("standard error of {of}; null where so few futures do not tell"))
}

pub fn unit() -> Value {
    text("in what it is counted: people, money, share, ..; money is of the scenario's currency")
}

pub fn scenario() -> Value {
    object(json!({
        "title": text("what the file is called; of a what-if with its name"),
        "file": text("name of the file, without its folder"),
        "what_if": or_null(&text("the what-if of the file that was taken")),
        "hash": text("SHA-256 of the text and of all data files, without seed and trials"),
        "currency": text("ISO 4217 code"),
        "exports?": list("the exports that it names; missing where it names none", &export()),
    }))
}

fn export() -> Value {
    let part = object(json!({
        "kind": text("as what it was understood"),
        "rows": whole("rows of data"),
        "used": whole("how many of them are used"),
        "from": or_null(&text("its first day; null where its rows have none")),
        "to": or_null(&text("its last day; null where its rows have none")),
    }));
    object(json!({
        "file": text("as the scenario names it"),
        "hash": text("SHA-256 of its bytes"),
        "parts": list("what was understood of it: mostly one table", &part),
    }))
}

pub fn engine() -> Value {
    object(json!({
        "version": text("version of the program"),
        "revision": whole("numbers move only where this does"),
    }))
}

/// A seed: a number, or its digits where it is too large for a double.
pub fn seed(about: &str) -> Value {
    let about = format!("{about}; its digits as a text where it is above 2^53");
    json!({ "type": ["integer", "string"], "description": about })
}

pub fn simulation() -> Value {
    let samplers: Vec<&str> = Sampler::ALL.into_iter().map(Sampler::id).collect();
    object(json!({
        "trials": whole("futures that were simulated"),
        "seed": seed("seed of all random numbers"),
        "sampler": one_of("how the uncertain inputs were sampled", &samplers),
        "weeks": whole("the horizon"),
    }))
}

/// What was asked.
pub fn question(asked: Value) -> Value {
    json!({ "question": object(asked) })
}

/// What an answer about one scenario begins with.
pub fn head() -> Value {
    json!({ "scenario": scenario(), "engine": engine(), "simulation": simulation() })
}

/// What the mean is, where it is not that of the futures.
pub fn mean_is() -> Value {
    one_of(
        "what the mean is where it is not that of the futures: of what may never happen studies \
            take the median",
        &["ratio of means", "median"],
    )
}

/// Every statistic of a metric.
pub fn statistics() -> Value {
    let mut members = json!({
        "unit": unit(),
        "mean_is?": mean_is(),
        "mean": number("the mean; of a ratio, the ratio of the means"),
        "se": se("the mean"),
        "sd": number("standard deviation"),
        "min": number("the least"),
        "max": number("the largest"),
        "undefined": share("share of the futures in which a ratio is undefined"),
    });
    for (id, share) in PERCENTILES {
        members[id] = number(&format!("value below which a share of {share} of the futures lies"));
    }
    object(members)
}
