//! What a document does that its JSON Schema does not allow. It knows the keywords that the schemas
//! of answers use; any other fails the test, so that none is passed over.

use serde_json::{Map, Value};

/// Every fault, with its place.
pub fn faults(schema: &Value, document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    look(schema, document, "", &mut found);
    found
}

fn count(says: &Value) -> usize {
    says.as_u64().expect("a number") as usize
}

fn look(schema: &Value, document: &Value, place: &str, found: &mut Vec<String>) {
    let schema = schema.as_object().expect("a schema is an object");
    for (keyword, says) in schema {
        let is_met = match keyword.as_str() {
            "$schema" | "title" | "description" => true,
            "type" => types(says).iter().any(|name| is_of(document, name)),
            "const" => document == says,
            "enum" => says.as_array().expect("a list").contains(document),
            "minimum" => document.as_f64().is_none_or(|value| value >= says.as_f64().unwrap()),
            "maximum" => document.as_f64().is_none_or(|value| value <= says.as_f64().unwrap()),
            "minItems" => document.as_array().is_none_or(|items| items.len() >= count(says)),
            "maxItems" => document.as_array().is_none_or(|items| items.len() <= count(says)),
            "anyOf" => {
                let mut ways = says.as_array().expect("a list").iter();
                ways.any(|way| faults(way, document).is_empty())
            }
            "required" => document.as_object().is_none_or(|members| {
                says.as_array().expect("a list").iter().all(|name| {
                    let name = name.as_str().expect("a name");
                    if !members.contains_key(name) {
                        found.push(format!("{place} has no `{name}`"));
                    }
                    true
                })
            }),
            "items" => {
                for (index, item) in document.as_array().into_iter().flatten().enumerate() {
                    look(says, item, &format!("{place}[{index}]"), found);
                }
                true
            }
            "properties" => {
                let says = says.as_object().expect("members");
                for (name, member) in document.as_object().into_iter().flatten() {
                    if let Some(schema) = says.get(name) {
                        look(schema, member, &format!("{place}.{name}"), found);
                    }
                }
                true
            }
            "additionalProperties" => {
                for (name, member) in others(schema, document) {
                    let place = format!("{place}.{name}");
                    match says {
                        Value::Bool(false) => found.push(format!("{place} is not described")),
                        says => look(says, member, &place, found),
                    }
                }
                true
            }
            other => panic!("the validator does not know `{other}`"),
        };
        if !is_met {
            found.push(format!("{place} is {document}, but {keyword} says {says}"));
        }
    }
}

/// The members that `properties` does not name.
fn others<'d>(
    schema: &'d Map<String, Value>,
    document: &'d Value,
) -> impl Iterator<Item = (&'d String, &'d Value)> {
    let named = schema.get("properties").and_then(Value::as_object);
    let members = document.as_object().into_iter().flatten();
    members.filter(move |(name, _)| named.is_none_or(|named| !named.contains_key(*name)))
}

fn types(says: &Value) -> Vec<&str> {
    match says {
        Value::Array(names) => names.iter().map(|name| name.as_str().expect("a name")).collect(),
        name => vec![name.as_str().expect("a name")],
    }
}

fn is_of(document: &Value, name: &str) -> bool {
    match name {
        "null" => document.is_null(),
        "boolean" => document.is_boolean(),
        "string" => document.is_string(),
        "array" => document.is_array(),
        "object" => document.is_object(),
        "number" => document.is_number(),
        "integer" => document.as_f64().is_some_and(|value| value.fract() == 0.0),
        other => panic!("there is no type `{other}`"),
    }
}
