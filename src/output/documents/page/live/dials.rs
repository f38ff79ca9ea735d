//! The numbers that can be moved: first those that move the answer most, then those that the file's
//! what-ifs change, then all others, which are found by a search.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::locale::Locale;
use crate::output::words::{Words as _, say, sentence};

/// What the script knows of a dial.
const KNOWN: [&str; 10] =
    ["key", "text", "low", "high", "kind", "min", "max", "least", "most", "log"];

/// The dials of a scenario with their places, and what stands beside each.
pub fn all(locale: Locale, scenario: &Value) -> Vec<Value> {
    let tried = tried(scenario);
    let dials = scenario["dials"].as_array().into_iter().flatten();
    dials.enumerate().map(|(place, dial)| known(locale, &tried, place, dial)).collect()
}

fn known(locale: Locale, tried: &BTreeSet<&str>, place: usize, dial: &Value) -> Value {
    let word = |name: &str| dial[name].as_str().unwrap_or_default();
    let found_by = ["label", "key", "group", "meaning", "unit", "source"];
    let mut known: Map<String, Value> =
        KNOWN.iter().map(|name| ((*name).to_owned(), dial[*name].clone())).collect();
    known.extend(
        [
            ("place", place.into()),
            ("rank", dial["driver_rank"].clone()),
            ("tried", tried.contains(word("key")).into()),
            ("beside", word("unit").into()),
            ("group", sentence(word("group")).into()),
            ("was", say!(locale, "live-was", text = word("text")).into()),
            ("label", word("label").into()),
            ("meaning", sentence(word("meaning")).into()),
            ("source", sentence(word("source")).into()),
            ("find", found_by.map(word).join(" ").to_lowercase().into()),
        ]
        .map(|(name, value): (&str, Value)| (name.to_owned(), value)),
    );
    Value::Object(known)
}

/// What the script knows of them, in the same order.
pub fn scripted(all: &[Value]) -> Value {
    let one = |dial: &Value| -> Map<String, Value> {
        KNOWN.iter().map(|name| ((*name).to_owned(), dial[*name].clone())).collect()
    };
    all.iter().map(one).collect()
}

/// The keys that the what-ifs of the file set.
fn tried(scenario: &Value) -> BTreeSet<&str> {
    let what_ifs = scenario["what_ifs"].as_array().into_iter().flatten();
    let sets = what_ifs.filter_map(|what_if| what_if["set"].as_object());
    sets.flat_map(|set| set.keys().map(String::as_str)).collect()
}

fn is_driver(dial: &Value) -> bool {
    dial["rank"].is_number()
}

fn is_tried(dial: &Value) -> bool {
    !is_driver(dial) && dial["tried"] == true
}

/// What is shown at once, under its heads.
pub fn groups(locale: Locale, all: &[Value]) -> Value {
    let mut drivers: Vec<&Value> = all.iter().filter(|dial| is_driver(dial)).collect();
    drivers.sort_by_key(|dial| dial["rank"].as_u64());
    let tried: Vec<&Value> = all.iter().filter(|dial| is_tried(dial)).collect();
    let groups = [("live-drivers", drivers), ("live-tried", tried)];
    groups
        .into_iter()
        .map(|(title, dials)| json!({ "title": locale.say(title, &[]), "dials": dials }))
        .collect()
}

/// What a search finds beside that.
pub fn rest(all: &[Value]) -> Vec<&Value> {
    all.iter().filter(|dial| !is_driver(dial) && !is_tried(dial)).collect()
}

/// All of them in the order in which they stand.
pub fn ordered(all: &[Value]) -> Vec<&Value> {
    let mut dials: Vec<&Value> = all.iter().collect();
    let rank = |dial: &Value| dial["rank"].as_u64().unwrap_or(u64::MAX);
    dials.sort_by_key(|dial| (rank(dial), !is_tried(dial)));
    dials
}
