//! What the script of the page knows: the packed futures, what they are called, and its sentences.

use serde_json::{Value, json};

use super::super::input::DocumentInput;
use crate::output::format::{Format as _, Quantity};
use crate::output::story::{Futures, Questions};
use crate::output::words::say;

/// The script as it is written, without what only its readers need.
pub fn script() -> String {
    let lines = include_str!("script.js").lines().map(str::trim_start);
    lines.filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The futures and the questions, where the run has them.
pub fn known<'a>(told: &DocumentInput<'a>) -> Option<(&'a Futures, &'a Questions)> {
    told.stories.futures.as_ref().zip(told.story.questions.as_ref())
}

/// How many futures are packed, of how many.
pub fn packed(told: &DocumentInput, futures: &Futures) -> String {
    let number = |count: usize| told.locale().number(count as f64, Some(0.0));
    say!(told.locale(), "futures-packed", n = number(futures.count()), of = number(futures.of))
}

/// Everything as JSON that may stand in a page: no sign in it begins a mark.
pub fn json(told: &DocumentInput, futures: &Futures, questions: &Questions) -> String {
    let columns: Vec<Value> = questions
        .columns
        .iter()
        .zip(&futures.columns)
        .map(|(named, packed)| {
            let is_share = named.quantity == Quantity::Share;
            json!({ "words": named.words, "share": is_share, "data": packed.as_str() })
        })
        .collect();
    let targets: Vec<Value> = questions
        .targets
        .iter()
        .map(|target| {
            json!({
                "words": target.words,
                "column": target.column,
                "least": target.is_least,
                "value": target.value,
                "chance": target.chance,
            })
        })
        .collect();
    let choices: Vec<Value> = questions
        .choices
        .iter()
        .map(|choice| json!({ "words": choice.words, "told": choice.told }))
        .collect();
    let all = json!({
        "columns": columns,
        "inputs": questions.inputs,
        "targets": targets,
        "choices": choices,
        "words": words(told),
    });
    all.to_string().replace('<', "\\u003c")
}

/// The sentences, with the names of what the script puts in.
fn words(told: &DocumentInput) -> Value {
    let locale = told.locale();
    let bound = |id: &str| say!(locale, id, n = "%n%", words = "%words%", value = "%value%");
    json!({
        "percent": locale.language().percent,
        "chosen": say!(
            locale,
            "futures-chosen",
            n = "%n%",
            all = "%all%",
            words = "%words%",
            low = "%low%",
            high = "%high%"
        ),
        "least": bound("futures-least"),
        "most": bound("futures-most"),
        "own": say!(locale, "futures-own", chance = "%chance%"),
    })
}
