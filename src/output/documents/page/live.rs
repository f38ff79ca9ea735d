//! The local page: the same answer as `report.html`, with numbers that can be moved. Its first
//! answer is drawn here and can be read without script; later ones are drawn by the same templates.

mod dials;
mod parts;

use std::io;
use std::sync::LazyLock;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment};
use serde_json::{Value, json};

use super::super::input::failed;
use super::colours;
use crate::locale::Locale;
use crate::output::draw::Theme;
use crate::output::words::{Words as _, say};
use parts::Part;

pub use parts::NAMED as PICTURES;

const TEMPLATE: &str = include_str!("serve.html");
const PARTS: &str = include_str!("serve-parts.html");
const STYLE: &str = include_str!("serve.css");

/// What each language calls itself.
const LANGUAGES: [&str; Locale::ALL.len()] = ["English", "Русский", "Українська"];

/// What the templates say by themselves.
const SAID: [&str; 36] = [
    "tabs",
    "languages",
    "errors",
    "noscript",
    "tries",
    "try-name",
    "keep",
    "dials",
    "drivers",
    "tried",
    "none",
    "exact",
    "low",
    "high",
    "back",
    "all-back",
    "about",
    "what-ifs",
    "try",
    "solve",
    "solve-goal",
    "solve-dial",
    "solve-from",
    "solve-to",
    "solve-find",
    "stop",
    "pictures",
    "chosen",
    "take",
    "take-name",
    "save",
    "report",
    "command",
    "copy",
    "screen",
    "local",
];

/// What the script says by itself.
const SPOKEN: [&str; 7] = ["as-is", "now", "draft", "take-up", "forget", "solve-take", "gone"];

/// The script as it is written, without what only its readers need.
pub fn script() -> String {
    let lines = include_str!("serve.js").lines().map(str::trim_start);
    let said = |line: &&str| !line.is_empty() && !line.starts_with("//");
    lines.filter(said).collect::<Vec<_>>().join("\n")
}

/// The style sheet in the colours of a look, without what only its readers need. It asks for the
/// letters at `font` and `font-bold`.
pub fn style(theme: &Theme) -> String {
    let lines = STYLE.lines().filter(|line| !line.is_empty() && !line.starts_with("/* "));
    colours::of_theme(&lines.collect::<Vec<_>>().join("\n"), theme)
}

/// The page. `scenario` and `answer` are what the script would be told: the tabs and the dials, and
/// the answer with nothing changed, which is null where the scenario has mistakes.
///
/// # Errors
/// Where a template does not fit, which no user can bring about.
pub fn page(locale: Locale, tab: usize, scenario: &Value, answer: &Value) -> io::Result<String> {
    let drawn = |part| draw(locale, part, scenario, answer);
    let all = dials::all(locale, scenario);
    let known = json!({
        "locale": locale.id(),
        "tab": tab,
        "tabs": scenario["tabs"],
        "title": scenario["title"],
        "languages": languages(),
        "said": said(locale),
        "search": say!(locale, "live-search", n = all.len()),
        "problems": problems(scenario),
        "first": drawn(Part::First)?,
        "beside": drawn(Part::Beside)?,
        "figures": drawn(Part::Figures)?,
        "screen": drawn(Part::Screen)?,
        "groups": dials::groups(locale, &all),
        "rest": dials::rest(&all),
        "ordered": dials::ordered(&all),
        "goals": goals(scenario),
        "pictures": parts::choice(locale, answer),
        "told": told(locale, tab, scenario, answer, &all),
    });
    filled("page", &known)
}

/// The answer alone, for a page that is open: elements with the ids of those that they replace.
///
/// # Errors
/// Where a template does not fit, which no user can bring about.
pub fn parts(locale: Locale, scenario: &Value, answer: &Value) -> io::Result<String> {
    let parts = Part::ALL.into_iter();
    parts.map(|part| draw(locale, part, scenario, answer)).collect()
}

/// The templates, read once: an answer has no time for it.
static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    for (name, text) in [("page", TEMPLATE), ("parts", PARTS)] {
        templates.add_template(name, text).expect("the tests read both");
    }
    templates
});

fn draw(locale: Locale, part: Part, scenario: &Value, answer: &Value) -> io::Result<String> {
    let mut known = parts::of(locale, part, scenario, answer);
    known["said"] = said(locale);
    filled("parts", &known)
}

fn filled(name: &str, known: &Value) -> io::Result<String> {
    let template = TEMPLATES.get_template(name).map_err(failed)?;
    template.render(minijinja::Value::from(Serde(known))).map_err(failed)
}

fn said(locale: Locale) -> Value {
    let word = |id: &&str| ((*id).to_owned(), Value::from(locale.say(&format!("live-{id}"), &[])));
    let mut said: serde_json::Map<String, Value> = SAID.iter().map(word).collect();
    said.insert("measure".to_owned(), locale.say("answer-head-measure", &[]).into());
    Value::Object(said)
}

fn languages() -> Value {
    let named = Locale::ALL.into_iter().zip(LANGUAGES);
    named.map(|(locale, name)| json!({ "id": locale.id(), "name": name })).collect()
}

/// The mistakes of the scenario as the terminal shows them.
fn problems(scenario: &Value) -> String {
    let all = scenario["errors"].as_array().into_iter().flatten();
    let texts: Vec<&str> =
        all.filter_map(|error| error["text"].as_str().or(error["message"].as_str())).collect();
    texts.join("\n\n")
}

/// Goals that the scenario's targets suggest.
fn goals(scenario: &Value) -> Vec<&str> {
    let goals = scenario["goals"].as_array().into_iter().flatten();
    goals.filter_map(|goal| goal["text"].as_str()).collect()
}

/// What the script knows, as JSON that may stand in a page: no sign in it begins a mark.
fn told(locale: Locale, tab: usize, scenario: &Value, answer: &Value, dials: &[Value]) -> String {
    let mut words: serde_json::Map<String, Value> = SPOKEN
        .iter()
        .map(|id| ((*id).to_owned(), Value::from(locale.say(&format!("live-{id}"), &[]))))
        .collect();
    // Named as the routes that are asked.
    words.insert("file".to_owned(), say!(locale, "live-saved", where = "%where%").into());
    words.insert("report".to_owned(), say!(locale, "live-made", where = "%where%").into());
    let what_ifs = scenario["what_ifs"].as_array().into_iter().flatten();
    let what_ifs: serde_json::Map<String, Value> = what_ifs
        .filter_map(|one| Some((one["name"].as_str()?.to_owned(), one["set"].clone())))
        .collect();
    let all = json!({
        "locale": locale.id(),
        "tab": tab,
        "hash": scenario["hash"],
        "isBroken": !scenario["errors"].is_null(),
        "words": words,
        "dials": dials::scripted(dials),
        "whatIfs": what_ifs,
        "tiles": answer["tiles"],
        "futures": answer["futures"],
    });
    all.to_string().replace('<', "\\u003c")
}
