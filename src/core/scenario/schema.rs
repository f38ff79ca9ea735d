//! The scenario file for editors: JSON Schema, draft 2020-12, built from KEYS and SECTIONS.

use serde_json::{Map, Value as Json, json};

use super::deck::SLIDES;
use super::keys::{
    Default, Domain, Field, Form, Holds, KEYS, Key, Needed, Rows, SECTIONS, in_table, together,
};
use super::names::RESERVED;
use super::{currency, presets, sections};
use crate::dist::FAMILIES;
use crate::graph::recipe::Recipe;
use crate::locale::LOCALES;
use crate::units::Kind;

/// Describes every key of a scenario file.
pub fn schema() -> Json {
    let mut properties = Map::new();
    for key in KEYS.iter().filter(|key| key.in_community().is_none()) {
        put(&mut properties, key.path, of_key(key));
    }
    let community = table(KEYS.iter().filter(|key| key.in_community().is_some()));
    let platform = table(KEYS.iter().filter(|key| key.in_platform()));
    properties.insert(
        "community".into(),
        named(
            "the communities: `[community.<id>]`, or `[community.\"*\"]` for each of them",
            &community,
            &RESERVED,
        ),
    );
    properties.insert(
        "platform".into(),
        named("networks of your own, or changes to a preset: `[platform.<id>]`", &platform, &[]),
    );
    for section in SECTIONS {
        let fields: Map<String, Json> =
            section.fields.iter().map(|field| (field.name.to_owned(), of_field(field))).collect();
        let required: Vec<&str> = section
            .fields
            .iter()
            .filter(|field| field.needed == Needed::Always)
            .map(|field| field.name)
            .collect();
        let item = json!({ "type": "object", "properties": fields, "required": required, "additionalProperties": false });
        let tables = match section.rows {
            Rows::Listed => json!({ "type": "array", "description": section.about, "items": item }),
            Rows::Named => {
                json!({ "type": "object", "description": section.about, "additionalProperties": item })
            }
        };
        put(&mut properties, section.name, tables);
    }
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "reachsim scenario",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "anyOf": [{ "required": ["title"] }, { "required": ["extends"] }],
        "$defs": { "distribution": distribution() },
    });
    exclude(&mut schema["properties"], "");
    exclude(
        &mut schema["properties"]["community"]["additionalProperties"]["properties"],
        "community.<id>.",
    );
    schema
}

/// Tables by the name that the user gives them.
fn named(about: &str, table: &Json, reserved: &[&str]) -> Json {
    json!({ "type": "object", "description": about, "propertyNames": { "not": { "enum": reserved } }, "additionalProperties": table })
}

fn table<'k>(keys: impl Iterator<Item = &'k Key>) -> Json {
    let mut properties = Map::new();
    for key in keys {
        put(&mut properties, key.in_community().unwrap_or(key.path), of_key(key));
    }
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// Puts a key into the tables on its path.
fn put(properties: &mut Map<String, Json>, path: &str, schema: Json) {
    match in_table(path) {
        None => drop(properties.insert(path.to_owned(), schema)),
        Some((head, rest)) => {
            let empty =
                || json!({ "type": "object", "properties": {}, "additionalProperties": false });
            let below = properties.entry(head).or_insert_with(empty);
            if let Some(Json::Object(below)) = below.get_mut("properties") {
                put(below, rest, schema);
            }
        }
    }
}

/// Forms of one thing that may not stand together, and those that have to.
fn exclude(properties: &mut Json, prefix: &str) {
    let Some(tables) = properties.as_object_mut() else { return };
    for (name, table) in tables {
        let within = format!("{prefix}{name}.");
        let keys: Vec<(&str, &Key)> =
            KEYS.iter().filter_map(|key| Some((key.path.strip_prefix(&within)?, key))).collect();
        let mut rules = Vec::new();
        for (place, (rest, key)) in keys.iter().enumerate() {
            let rivals = keys[place + 1..].iter().filter(|(_, other)| key.excludes(other));
            rules.extend(rivals.map(|(other, _)| json!({ "not": { "required": [rest, other] } })));
        }
        if !rules.is_empty() {
            table["allOf"] = Json::Array(rules);
        }
        for family in together() {
            let names: Vec<&str> =
                family.iter().filter_map(|key| key.path.strip_prefix(&within)).collect();
            if names.len() > 1 && family.iter().all(|key| key.form == Form::Together) {
                let needs: Map<String, Json> =
                    names.iter().map(|name| ((*name).to_owned(), json!(names))).collect();
                table["dependentRequired"] = Json::Object(needs);
            }
        }
    }
}

fn of_key(key: &Key) -> Json {
    let mut schema = of_domain(key.domain);
    let unit = key.unit.id();
    let unit = if unit.is_empty() { String::new() } else { format!(" [{unit}]") };
    let default = match key.default {
        Default::Required => " (required)".to_owned(),
        Default::Nothing | Default::Computed(..) => String::new(),
        Default::Preset => " (default: as on the platform)".to_owned(),
        Default::Value(text, source) => format!(" (default: {}; {source})", text.trim_matches('"')),
    };
    schema["description"] = Json::String(format!("{}{unit}{default}", key.about));
    schema
}

fn of_field(field: &Field) -> Json {
    let mut schema = match field.holds {
        Holds::Text | Holds::Metric | Holds::Community | Holds::Formula | Holds::Files => {
            json!({ "type": "string" })
        }
        Holds::Choice(words) => of_domain(Domain::Choice(words)),
        Holds::Date => of_domain(Domain::Date),
        Holds::Changes => json!({ "type": "object", "minProperties": 1 }),
        Holds::QuantityOfKind => of_domain(Domain::Quantity(Kind::Real)),
        Holds::Communities | Holds::Keys => {
            json!({ "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 2, "uniqueItems": true })
        }
        Holds::Quantity(kind) => of_domain(Domain::Quantity(kind)),
        Holds::Whole(low, high) => of_domain(Domain::Whole(low, high)),
        Holds::Number(low, high) => {
            json!({ "anyOf": [{ "type": "number", "minimum": low, "maximum": high }, { "type": "string" }] })
        }
        Holds::Headings => json!({ "anyOf": [{ "type": "string" }, { "type": "object" }] }),
        Holds::Period => json!({ "type": ["integer", "string", "object"] }),
        Holds::Measured => {
            let one = json!({ "type": "string", "minLength": 1 });
            let most = sections::MOST_MEASURED;
            json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1, "maxItems": most, "uniqueItems": true }] })
        }
        Holds::Deviation => {
            json!({ "anyOf": [{ "type": "number", "exclusiveMinimum": 0 }, { "type": "string", "minLength": 1 }] })
        }
    };
    schema["description"] = field.about.into();
    schema
}

fn of_domain(domain: Domain) -> Json {
    let quantity = |kind: Kind, least: &str| {
        let (low, high) = kind.range();
        let number = json!({ "type": "number", least: low, "maximum": high });
        json!({ "anyOf": [number, { "type": "string", "minLength": 1 }, { "$ref": "#/$defs/distribution" }] })
    };
    match domain {
        Domain::Quantity(kind) => quantity(kind, "minimum"),
        Domain::Above(kind) => quantity(kind, "exclusiveMinimum"),
        Domain::Whole(low, high) => {
            json!({ "anyOf": [{ "type": "integer", "minimum": low, "maximum": high }, { "type": "string", "minLength": 1 }] })
        }
        Domain::Rate => {
            json!({ "anyOf": [{ "type": "number", "exclusiveMinimum": 0 }, { "type": "string", "minLength": 1 }] })
        }
        Domain::Fraction => {
            json!({ "anyOf": [{ "type": "number", "minimum": 0, "maximum": 1 }, { "type": "string", "minLength": 1 }] })
        }
        Domain::Choice(words) => json!({ "enum": words }),
        Domain::Date => {
            json!({ "anyOf": [{ "type": "string", "format": "date" }, { "type": "object" }] })
        }
        Domain::Months => {
            json!({ "type": "array", "items": { "type": ["number", "string"] }, "minItems": 12, "maxItems": 12 })
        }
        Domain::Platform => {
            let ids: Vec<&str> = presets::all().iter().map(|preset| preset.id.as_str()).collect();
            json!({ "anyOf": [{ "enum": ids }, { "type": "string", "minLength": 1 }] })
        }
        Domain::Text
        | Domain::Opening
        | Domain::Font
        | Domain::Picture
        | Domain::Template
        | Domain::Graph => {
            json!({ "type": "string", "minLength": 1 })
        }
        Domain::Slides => {
            json!({ "type": "array", "items": { "enum": SLIDES.to_vec() }, "minItems": 1 })
        }
        Domain::SlideWords => slide_words(),
        Domain::Colour => {
            json!({ "type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$" })
        }
        Domain::Colours => {
            json!({ "type": "array", "items": of_domain(Domain::Colour), "minItems": 6, "maxItems": 6 })
        }
        Domain::Network => {
            json!({ "enum": Recipe::all().iter().map(|recipe| recipe.id.as_str()).collect::<Vec<_>>() })
        }
        Domain::Flag => json!({ "type": "boolean" }),
        Domain::Currency => json!({ "enum": currency::codes().collect::<Vec<_>>() }),
    }
}

/// Words by the names of slides, alone or by language.
fn slide_words() -> Json {
    let text = json!({ "type": "string", "minLength": 1 });
    let languages: Map<String, Json> =
        LOCALES.iter().map(|id| ((*id).to_owned(), text.clone())).collect();
    let by_language =
        json!({ "type": "object", "properties": languages, "additionalProperties": false });
    let mut properties = Map::new();
    for slide in SLIDES {
        properties.insert(slide.to_owned(), json!({ "anyOf": [text, by_language] }));
        properties
            .extend(LOCALES.iter().map(|language| (format!("{slide}.{language}"), text.clone())));
    }
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// A distribution in a table: its name with its parameters, and the ends at which it may be cut.
fn distribution() -> Json {
    let mut properties: Map<String, Json> =
        FAMILIES.iter().map(|family| (family.id.to_owned(), json!({}))).collect();
    let end = json!({ "type": ["number", "string"] });
    properties.insert("min".into(), end.clone());
    properties.insert("max".into(), end);
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}
