//! The numbers that can be moved: first those that move the answer most, then those that the file's
//! what-ifs change, then all others, which are found by a search.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::locale::Locale;
use crate::output::words::{Words as _, say};

/// The dials of a scenario with their places, and what stands beside each.
pub fn all(locale: Locale, scenario: &Value) -> Vec<Value> {
    let tried = tried(scenario);
    let dials = scenario["dials"].as_array().into_iter().flatten();
    let dial = |(place, dial): (usize, &Value)| {
        let mut dial = dial.clone();
        let text = dial["text"].as_str().unwrap_or_default();
        let beside: Vec<&str> = [&dial["unit_words"], &dial["group"]]
            .into_iter()
            .filter_map(Value::as_str)
            .filter(|words| !words.is_empty())
            .collect();
        let added = json!({
            "place": place,
            "beside": beside.join(", "),
            "was": say!(locale, "live-was", text = text),
            "tried": dial["key"].as_str().is_some_and(|key| tried.contains(key)),
        });
        if let (Some(dial), Value::Object(added)) = (dial.as_object_mut(), added) {
            dial.extend(added);
        }
        dial
    };
    dials.enumerate().map(dial).collect()
}

/// The keys that the what-ifs of the file set.
fn tried(scenario: &Value) -> BTreeSet<&str> {
    let what_ifs = scenario["what_ifs"].as_array().into_iter().flatten();
    let sets = what_ifs.filter_map(|what_if| what_if["set"].as_object());
    sets.flat_map(|set| set.keys().map(String::as_str)).collect()
}

fn is_driver(dial: &Value) -> bool {
    dial["driver_rank"].is_number()
}

fn is_tried(dial: &Value) -> bool {
    !is_driver(dial) && dial["tried"] == true
}

/// What is shown at once, under its heads.
pub fn groups(locale: Locale, all: &[Value]) -> Value {
    let mut drivers: Vec<&Value> = all.iter().filter(|dial| is_driver(dial)).collect();
    drivers.sort_by_key(|dial| dial["driver_rank"].as_u64());
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
    let rank = |dial: &Value| dial["driver_rank"].as_u64().unwrap_or(u64::MAX);
    dials.sort_by_key(|dial| (rank(dial), !is_tried(dial)));
    dials
}
