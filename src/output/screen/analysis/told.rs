//! What is told in sentences: before and after, what is odd, what was left out, the seven tasks.

use reachsim_data::analyse::{Change, Odd, Task};

use super::super::layout::{LABEL, labelled};
use crate::output::analysis::Told;
use crate::output::phrases::analysis::{self as words, event, odd};
use crate::output::words::{Words as _, say};

/// Lines of one entry.
const MOST: usize = 6;
/// Oddities that are told.
const ODD: usize = 6;

/// What came of an event, in the words that it deserves.
pub fn change(told: &Told, change: &Change) -> Vec<String> {
    let locale = told.locale;
    let mut parts = vec![format!("{}.", event::title(locale, change))];
    parts.extend(event::beside(locale, change));
    labelled(&say!(locale, "analysis-event"), &parts.join(" "), 12, told.columns)
}

/// What is odd.
pub fn odd(told: &Told) -> Vec<String> {
    let locale = told.locale;
    let all = &told.analysis.odd;
    let is_far = |odd: &&Odd| matches!(odd, Odd::FarReach { .. });
    let far = all.iter().filter(is_far).count();
    // Of posts that went far the first one went furthest, and stands for the others.
    let mut is_first = true;
    let told_of = all.iter().filter(|odd| !is_far(odd) || std::mem::take(&mut is_first));
    let mut texts: Vec<String> = Vec::new();
    for found in told_of {
        let mut text = odd::odd(told, found);
        if is_far(&found) && far > 1 {
            text = format!("{text}; {}", say!(locale, "odd-far-more", n = (far - 1) as u64));
        }
        texts.push(text);
    }
    let rest = texts.len().saturating_sub(ODD);
    if rest > 0 {
        texts.truncate(ODD);
        texts.push(say!(locale, "and-more", n = rest as u64));
    }
    list(told, &say!(locale, "analysis-odd"), &texts)
}

/// Texts beside one label, each on lines of its own.
fn list(told: &Told, label: &str, texts: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        if place == 0 {
            lines.push(String::new());
        }
        lines.extend(labelled(if place == 0 { label } else { "" }, text, MOST, told.columns));
    }
    lines
}

/// What no figure has.
pub fn left_out(told: &Told) -> Vec<String> {
    let texts: Vec<String> =
        told.analysis.left_out.iter().map(|left| odd::left_out(told.locale, left)).collect();
    list(told, &say!(told.locale, "analysis-left-out"), &texts)
}

/// The seven tasks of monitoring: which of them the files answer, and what the others need.
pub fn tasks(told: &Told) -> Vec<String> {
    let locale = told.locale;
    let (able, unable): (Vec<&Task>, Vec<&Task>) = told
        .analysis
        .tasks
        .iter()
        .partition(|task| !task.figures.is_empty() || !task.facts.is_empty());
    let mut texts: Vec<String> = able.iter().map(|task| duty(told, task)).collect();
    if !unable.is_empty() {
        let names = unable.iter().map(|task| locale.say(&format!("task-{}", task.task.id()), &[]));
        let names = names.collect::<Vec<_>>().join(", ");
        texts.push(say!(locale, "task-unable", tasks = names));
    }
    list(told, &say!(locale, "analysis-tasks"), &texts)
}

/// One task in words.
pub fn duty(told: &Told, task: &Task) -> String {
    let locale = told.locale;
    let name = locale.say(&format!("task-{}", task.task.id()), &[]);
    let figure = |id: &&str| told.analysis.figures.iter().find(|figure| figure.id == *id);
    let mut facts: Vec<String> = task
        .figures
        .iter()
        .filter_map(figure)
        .map(|figure| format!("{} {}", words::figure(locale, figure), words::value(locale, figure)))
        .collect();
    facts.extend(task.facts.iter().map(|(name, fact)| {
        let is_of_event = fact.id.starts_with("event_");
        let name = if is_of_event { words::figure(locale, fact) } else { name.clone() };
        format!("{name} {}", words::value(locale, fact))
    }));
    let missing = odd::missing(locale, &task.missing);
    match (facts.is_empty(), missing.is_empty()) {
        (false, true) => say!(locale, "task-answered", task = name, facts = facts.join(", ")),
        (false, false) => {
            say!(locale, "task-partly", task = name, facts = facts.join(", "), missing = missing)
        }
        (true, false) => say!(locale, "task-missing", task = name, missing = missing),
        (true, true) => say!(locale, "task-none", task = name),
    }
}

/// Texts with their word lists, where they may be shown.
pub fn sample(told: &Told) -> Vec<String> {
    let locale = told.locale;
    if told.analysis.sample.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new(), say!(locale, "analysis-sample")];
    for quote in &told.analysis.sample {
        let codes = if quote.codes.is_empty() {
            say!(locale, "group-no-code")
        } else {
            quote.codes.join(", ")
        };
        let text: String = quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let label = super::super::layout::cut(&codes, LABEL - 3);
        lines.extend(labelled(&format!("  {label}"), &text, 2, told.columns));
    }
    lines
}
