//! What is to be said of a key whether a file says it or not: what may stand there, what it acts
//! on, what holds without it, and how it is written.

use crate::graph::recipe::Recipe;
use crate::output::entry::{OWN, Row};
use crate::output::format::{Format as _, Locale};
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::scenario::keys::{
    Default, Domain, Field, Group, Holds, Key, Needed, Rows, Section, SectionId, Used, in_table,
    spelt,
};
use crate::scenario::{presets, write};
use crate::units::{Kind, Unit};

/// What it means, in one line.
pub fn meaning(locale: Locale, row: Row) -> String {
    match row {
        Row::Key(key) => locale.key(key),
        Row::Field(section, field) => locale.field(section, field),
    }
}

/// What may stand there.
pub fn domain(locale: Locale, row: Row) -> String {
    match row {
        Row::Key(key) => of_key(locale, key.domain),
        Row::Field(_, field) => of_field(locale, field.holds),
    }
}

fn of_key(locale: Locale, domain: Domain) -> String {
    match domain {
        Domain::Quantity(kind) => of_kind(locale, kind),
        Domain::Above(Kind::Share) => say!(locale, "may-share-above"),
        Domain::Above(_) => say!(locale, "may-above"),
        Domain::Whole(least, most) => whole(locale, least, most),
        Domain::Rate => say!(locale, "may-rate"),
        Domain::Fraction => say!(locale, "may-fraction"),
        Domain::Choice(words) => choice(locale, words),
        Domain::Date => say!(locale, "may-date"),
        Domain::Months => say!(locale, "may-months"),
        Domain::Opening => say!(locale, "may-opening"),
        Domain::Platform => say!(locale, "may-platform"),
        Domain::Text => say!(locale, "may-text"),
        Domain::Currency => say!(locale, "may-currency"),
        Domain::Colour => say!(locale, "may-colour"),
        Domain::Colours => say!(locale, "may-colours"),
        Domain::Font => say!(locale, "may-font"),
        Domain::Picture => say!(locale, "may-picture"),
        Domain::Template => say!(locale, "may-template"),
        Domain::Slides => say!(locale, "may-slides"),
        Domain::SlideWords => say!(locale, "may-slide-words"),
        Domain::Flag => say!(locale, "may-flag"),
        Domain::Graph => say!(locale, "may-graph"),
        Domain::Network => choice(locale, &networks()),
    }
}

fn of_field(locale: Locale, holds: Holds) -> String {
    match holds {
        Holds::Text => say!(locale, "may-text"),
        Holds::Community => say!(locale, "may-community"),
        Holds::Communities => say!(locale, "may-communities"),
        Holds::Keys => say!(locale, "may-keys"),
        Holds::Metric => say!(locale, "may-metric"),
        Holds::Quantity(kind) => of_kind(locale, kind),
        Holds::QuantityOfKind => of_kind(locale, Kind::Real),
        Holds::Choice(words) => choice(locale, words),
        Holds::Formula => say!(locale, "may-formula"),
        Holds::Changes => say!(locale, "may-changes"),
        Holds::Date => say!(locale, "may-date"),
        Holds::Number(least, most) => {
            let [least, most] = [least, most].map(|end| locale.number(end, Some(0.0)));
            say!(locale, "may-number", least = least, most = most)
        }
        Holds::Whole(least, most) => whole(locale, least, most),
        Holds::Files => say!(locale, "may-files"),
        Holds::Headings => say!(locale, "may-headings"),
        Holds::Period => say!(locale, "may-period"),
        Holds::Measured => say!(locale, "may-measured"),
        Holds::Deviation => say!(locale, "may-deviation"),
    }
}

fn of_kind(locale: Locale, kind: Kind) -> String {
    match kind {
        Kind::Share => say!(locale, "may-share"),
        Kind::Positive => say!(locale, "may-positive"),
        Kind::Growth => say!(locale, "may-growth"),
        Kind::Difference => say!(locale, "may-difference"),
        Kind::Real => say!(locale, "may-real"),
    }
}

fn whole(locale: Locale, least: u64, most: u64) -> String {
    let [least, most] = [least, most].map(|end| locale.number(end as f64, Some(0.0)));
    say!(locale, "may-whole", least = least, most = most)
}

fn choice(locale: Locale, words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    say!(locale, "may-choice", words = words.join(", "))
}

/// The synthetic networks by their names.
fn networks() -> Vec<&'static str> {
    Recipe::all().iter().map(|recipe| recipe.id.as_str()).collect()
}

/// The part of the model to which it belongs.
pub fn group(locale: Locale, row: Row) -> String {
    match row {
        Row::Field(section, _) => locale.section(section),
        Row::Key(key) => say!(locale, part(key)),
    }
}

/// What it acts on, and what else follows from its being given.
pub fn acts_on(locale: Locale, row: Row) -> String {
    match row {
        Row::Field(section, _) => locale.section(section),
        Row::Key(key) => {
            let mut said = vec![say!(locale, part(key))];
            if key.is(Group::Price) {
                said.push(say!(locale, "acts-price"));
            }
            if [Group::Posts, Group::Team, Group::Budget].iter().any(|group| key.is(*group)) {
                said.push(say!(locale, "acts-nothing"));
            }
            if let Used::With(others) | Used::DefaultWith(others) = key.used {
                let others: Vec<String> =
                    others.iter().map(|other| format!("`{}`", other.replace(OWN, "*"))).collect();
                let others = slashed(&others);
                said.push(say!(locale, "acts-with", others = others));
            }
            said.join("; ")
        }
    }
}

/// Keys of which any is meant.
fn slashed(keys: &[String]) -> String {
    match keys {
        [first @ .., last] if !first.is_empty() => format!("{} / {last}", first.join(", ")),
        _ => keys.concat(),
    }
}

/// The message about the part of the model to which a key belongs.
fn part(key: &Key) -> &'static str {
    let path = key.in_community().unwrap_or(key.path);
    match (key.in_community().is_some(), path.split_once('.').map_or("", |(table, _)| table)) {
        (true, "questions") => "acts-questions",
        (true, "friends" | "graph") => "acts-friends",
        (true, "feed") => "acts-feed",
        (true, "reviews") => "acts-reviews",
        (true, "posts") | (false, "content") => "acts-posts",
        (true, "sentiment") => "acts-sentiment",
        (true, "growth") => "acts-growth",
        (true, "search") => "acts-search",
        (true, _) => "acts-community",
        (false, "theme" | "deck") => "acts-theme",
        (false, "simulation") => "acts-simulation",
        (false, "check") => "acts-check",
        (false, "claim") => "acts-claim",
        (false, "market") => "acts-market",
        (false, "support") => "acts-support",
        (false, "funnel") => "acts-funnel",
        (false, "value") => "acts-value",
        (false, "polls") => "acts-polls",
        (false, "hires") => "acts-hires",
        (false, "cost") => "acts-cost",
        (false, "outreach") => "acts-outreach",
        (false, _) => "acts-scenario",
    }
}

/// What holds without it, in the language of the file, and where that comes from.
pub fn default(row: Row) -> (Option<String>, Option<&'static str>) {
    match row {
        Row::Key(key) => match key.default {
            Default::Value(text, source) => (Some(text.to_owned()), Some(source)),
            Default::Computed(_, source) => (None, Some(source)),
            Default::Required | Default::Nothing | Default::Preset => (None, None),
        },
        Row::Field(_, Field { default: Some((value, source)), .. }) => {
            (Some(value.to_string()), Some(source))
        }
        Row::Field(..) => (None, None),
    }
}

/// The same in words.
pub fn without(locale: Locale, row: Row) -> String {
    let is_needed = match row {
        Row::Key(key) => key.default == Default::Required,
        Row::Field(_, field) => field.needed == Needed::Always,
    };
    match (default(row), row) {
        ((Some(text), Some(source)), _) => format!("{text}: {}", locale.source(source)),
        ((_, Some(source)), _) => locale.source(source),
        (_, Row::Key(key)) if key.default == Default::Preset => say!(locale, "explain-preset"),
        _ if is_needed => say!(locale, "explain-required"),
        _ => say!(locale, "explain-none"),
    }
}

/// How it is written: the table, and the line below it.
pub fn example(row: Row, path: &str) -> Vec<String> {
    match row {
        Row::Key(key) => {
            let line = |name: &str| format!("{} = {}", spelt(name), value_of_key(key));
            if let Some(rest) = key.in_community() {
                let owner = path.strip_suffix(rest).unwrap_or_default().trim_end_matches('.');
                let (kind, id) = owner.split_once('.').unwrap_or(("community", OWN));
                let id = if id == OWN { "page".to_owned() } else { write::key(id) };
                return vec![format!("[{kind}.{id}]"), line(rest)];
            }
            match in_table(key.path) {
                Some((table, name)) => vec![format!("[{table}]"), line(name)],
                None => vec![line(key.path)],
            }
        }
        Row::Field(section, field) => {
            let id = name_of(section, path);
            vec![
                section.header(&id),
                format!("{} = {}", spelt(field.name), value_of_field(section, field)),
            ]
        }
    }
}

/// The name of a row in its key, or one that could be.
fn name_of(section: &Section, path: &str) -> String {
    let rest = path.strip_prefix(section.name).unwrap_or_default().trim_start_matches('.');
    let name = rest.split('.').next().unwrap_or_default();
    match section.id {
        _ if section.rows == Rows::Listed => String::new(),
        SectionId::Tolerance if name.starts_with('<') || name.is_empty() => "profit".to_owned(),
        _ if name.starts_with('<') || name.is_empty() => "mine".to_owned(),
        _ => write::key(name),
    }
}

fn value_of_key(key: &Key) -> String {
    if let Default::Value(text, _) = key.default {
        return if key.is_quantity() { quantity(text) } else { text.to_owned() };
    }
    match key.domain {
        // A team is no crowd.
        Domain::Quantity(_) if key.path == "support.people" => "2".to_owned(),
        // Of a thousand visitors a few come over.
        Domain::Quantity(_) if key.path.ends_with(".widget") => "\"0.1% to 0.3%\"".to_owned(),
        Domain::Quantity(_) if key.path.ends_with(".site_visits_per_week") => {
            "\"4k to 9k\"".to_owned()
        }
        Domain::Quantity(_) | Domain::Above(_) => sample(key.unit).to_owned(),
        Domain::Whole(least, _) => least.max(1).to_string(),
        Domain::Rate => "1.1".to_owned(),
        Domain::Fraction => "\"1%\"".to_owned(),
        Domain::Choice(words) => write::quoted(words.last().unwrap_or(&"")),
        Domain::Date => "2026-01-05".to_owned(),
        Domain::Months => "[1, 1, 1, 1, 1, 1, 0.8, 0.8, 1, 1, 1.2, 1.5]".to_owned(),
        Domain::Opening => "\"Mon-Fri 9:00-18:00\"".to_owned(),
        Domain::Platform => {
            write::quoted(presets::all().first().map_or("", |preset| preset.id.as_str()))
        }
        Domain::Text => "\"Our page\"".to_owned(),
        Domain::Currency => "\"EUR\"".to_owned(),
        Domain::Colour => "\"#0072B2\"".to_owned(),
        Domain::Colours => {
            "[\"#0072B2\", \"#D55E00\", \"#009E73\", \"#CC79A7\", \"#E69F00\", \"#56B4E9\"]"
                .to_owned()
        }
        Domain::Font => "\"ours.ttf\"".to_owned(),
        Domain::Picture => "\"logo.png\"".to_owned(),
        Domain::Template => "\"firm.potx\"".to_owned(),
        Domain::Slides => "[\"answer\", \"money\", \"do\"]".to_owned(),
        Domain::SlideWords => "{ answer = \"..\" }".to_owned(),
        Domain::Flag => "true".to_owned(),
        Domain::Graph => "\"friends.csv\"".to_owned(),
        Domain::Network => write::quoted(networks().first().copied().unwrap_or_default()),
    }
}

fn value_of_field(section: &Section, field: &Field) -> String {
    match field.holds {
        Holds::Text if field.name == "kind" => "\"posts\"".to_owned(),
        Holds::Text if field.name == "zone" => "\"Europe/Kyiv\"".to_owned(),
        Holds::Text if section.id == SectionId::Metric => "\"money\"".to_owned(),
        Holds::Text => "\"spring\"".to_owned(),
        Holds::Community => "\"page\"".to_owned(),
        Holds::Communities => "[\"page\", \"group\"]".to_owned(),
        Holds::Keys => {
            "[\"community.page.feed.visibility\", \"community.page.questions.per_year\"]".to_owned()
        }
        Holds::Metric => "\"profit\"".to_owned(),
        Holds::Quantity(_) if field.name == "partner_follow" => "\"0.05% to 0.3%\"".to_owned(),
        Holds::Quantity(_) => sample(field.unit).to_owned(),
        Holds::QuantityOfKind => "\"5 to 10\"".to_owned(),
        Holds::Choice(words) => write::quoted(words.first().unwrap_or(&"")),
        Holds::Formula => "\"profit / followers_end\"".to_owned(),
        Holds::Changes => "{ \"community.page.posts.per_week\" = 14 }".to_owned(),
        Holds::Date => "2026-09-01".to_owned(),
        Holds::Number(..) => "0.5".to_owned(),
        Holds::Whole(..) => "4".to_owned(),
        Holds::Files => "\"exports/*.csv\"".to_owned(),
        Holds::Headings => "{ time = \"Date\" }".to_owned(),
        Holds::Period => "2025".to_owned(),
        Holds::Measured => "[\"funnel.incremental_direct\"]".to_owned(),
        Holds::Deviation => "\"10%\"".to_owned(),
    }
}

/// A default as a file would say it.
fn quantity(text: &str) -> String {
    let is_bare = text.starts_with('{') || text.parse::<f64>().is_ok();
    if is_bare { text.to_owned() } else { write::quoted(text) }
}

/// A number that could be.
fn sample(unit: Unit) -> &'static str {
    match unit {
        Unit::Share => "\"5% to 10%\"",
        Unit::PerYear | Unit::Ratio => "0.5",
        Unit::People => "\"10k\"",
        Unit::QuestionsPerYear => "\"5k to 10k\"",
        _ => "\"5 to 10\"",
    }
}
