//! The parts of an answer, as the templates want them.

use serde_json::{Value, json};

use crate::locale::Locale;
use crate::output::words::{Words as _, say, sentence};

/// A part of the page that a new answer draws anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The verdict, the tiles and the targets.
    First,
    /// The what-ifs of the file, and what to measure first.
    Beside,
    Figures,
    Screen,
}

impl Part {
    pub const ALL: [Part; 4] = [Part::First, Part::Beside, Part::Figures, Part::Screen];

    const fn id(self) -> &'static str {
        match self {
            Part::First => "first",
            Part::Beside => "beside",
            Part::Figures => "figures",
            Part::Screen => "screen",
        }
    }
}

/// Pictures that have a short name in the catalogues.
pub const NAMED: [&str; 23] = [
    "staircase",
    "reach-build-up",
    "frequency",
    "networks",
    "history",
    "service",
    "tone",
    "roles",
    "campaigns",
    "competitors",
    "funnel",
    "value",
    "cash",
    "distribution",
    "exceedance",
    "tornado",
    "driver",
    "ranges",
    "regret",
    "worth",
    "weekly",
    "weekly-reach",
    "event",
];

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// What the template of a part needs.
pub fn of(locale: Locale, part: Part, scenario: &Value, answer: &Value) -> Value {
    let verdict = [&answer["headline"], &answer["verdict"], &scenario["title"]];
    let headline = verdict.into_iter().find_map(Value::as_str).unwrap_or_default();
    let changed: Vec<String> =
        list(&answer["changed"]).map(|row| changed(locale, scenario, row)).collect();
    let against = answer["verdict"].as_str().filter(|words| *words != headline);
    let tiles: Vec<Value> = list(&answer["tiles"]).map(|one| tile(locale, answer, one)).collect();
    let what_ifs = match &answer["what_ifs"] {
        Value::Array(told) if !told.is_empty() => told,
        _ => scenario["what_ifs"].as_array().map_or(&[][..], Vec::as_slice),
    };
    // An answer without studies says nothing of what-ifs, and those drawn before stay.
    let is_alone = answer.is_object() && answer.get("what_ifs").is_none();
    let lines: Vec<&str> = list(&answer["screen"]).filter_map(Value::as_str).collect();
    json!({
        "part": part.id(),
        "is_alone": is_alone,
        "title": scenario["title"],
        "line": answer["line"],
        "headline": headline,
        "against": against,
        "changed": changed,
        "tiles": tiles,
        "targets": answer["targets"],
        "behind": behind(locale, answer),
        "what_ifs": what_ifs,
        "measure": answer["measure"],
        "pictures": if part == Part::Figures { pictures(locale, answer) } else { Vec::new() },
        "screen": lines.join("\n"),
    })
}

/// How many futures stand behind the numbers.
fn behind(locale: Locale, answer: &Value) -> String {
    answer["futures"].as_u64().map_or_else(String::new, |count| {
        say!(locale, "live-behind", futures = say!(locale, "trials", n = count as f64))
    })
}

/// What was changed, in words.
fn changed(locale: Locale, scenario: &Value, row: &Value) -> String {
    let word = |name: &str| row[name].as_str().unwrap_or_default();
    let dial = list(&scenario["dials"]).find(|dial| dial["key"] == row["key"]);
    let label = dial.and_then(|dial| dial["label"].as_str()).unwrap_or(word("key"));
    let words = say!(locale, "live-changes", label = label, was = word("was"), now = word("now"));
    match row["remark"].as_str() {
        Some(remark) => format!("{words}. {}", sentence(remark)),
        None => words,
    }
}

/// A figure with its difference from the scenario as it is.
fn tile(locale: Locale, answer: &Value, tile: &Value) -> Value {
    let mut tile = tile.clone();
    let id = tile["id"].as_str().unwrap_or_default();
    let difference = &answer["metrics"][id]["difference"];
    let is_same = difference["mean"] == json!(0.0) && difference["se"] == json!(0.0);
    if is_same {
        tile["difference"] = say!(locale, "live-same").into();
    } else if let Some(by) = difference["text"].as_str() {
        tile["difference"] = match difference["chance"].as_str() {
            Some(chance) => say!(locale, "live-better", by = by, chance = chance),
            None => say!(locale, "live-difference", by = by),
        }
        .into();
    }
    tile
}

/// The pictures that were drawn, with the numbers behind them.
fn pictures(locale: Locale, answer: &Value) -> Vec<Value> {
    let told = |known: &Value| {
        let name = known["name"].as_str()?;
        let svg = answer["charts"][name].as_str()?;
        let title = known["title"].as_str().unwrap_or(name);
        let mut rows = list(&answer["tables"][name]);
        Some(json!({
            "name": name,
            "title": title,
            "alt": known["alt"].as_str().unwrap_or(title),
            "svg": svg,
            "numbers": say!(locale, "page-numbers-of", title = title),
            "heads": rows.next(),
            "rows": rows.collect::<Vec<_>>(),
        }))
    };
    list(&answer["pictures"]).filter_map(told).collect()
}

/// All pictures that there are, and whether each is shown.
pub fn choice(locale: Locale, answer: &Value) -> Vec<Value> {
    let one = |known: &Value| {
        let name = known["name"].as_str()?;
        let label = if NAMED.contains(&name) {
            locale.say(&format!("live-picture-{name}"), &[])
        } else {
            known["title"].as_str().unwrap_or(name).to_owned()
        };
        let shown = answer["charts"][name].is_string();
        Some(json!({ "name": name, "label": label, "shown": shown }))
    };
    list(&answer["pictures"]).filter_map(one).collect()
}
