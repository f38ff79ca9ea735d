//! Short names in the cases that sentences need: of inputs, of metrics, of sums of money.

use super::tame::tame;
use crate::model::{ColumnId, Community, Model};
use crate::output::format::{Format as _, Locale};
use crate::output::words::{Case, Words as _, say};
use crate::scenario::keys::{self, SECTIONS, Section};
use crate::units::Unit;

/// What an input is called in few words, with the week from which it is so and the community that
/// it is of where there are several: a title has room for no more.
pub fn input(locale: Locale, model: &Model, key: &str, case: Case) -> String {
    let known = model.inputs.iter().find(|input| input.key == key);
    let own = known.and_then(|input| input.name.as_ref()).map(|name| tame(name.of(locale)));
    let name = own.or_else(|| of_key(locale, key, case)).unwrap_or_else(|| row(locale, key, case));
    let id = key.strip_prefix("community.").and_then(|rest| rest.split('.').next());
    of_community(locale, model, id, name)
}

/// Words with the community that they are of, where there are several.
fn of_community(locale: Locale, model: &Model, id: Option<&str>, words: String) -> String {
    let Some(id) = id.filter(|_| model.communities.len() > 1) else { return words };
    let found = model.communities.iter().find(|known| known.id == id);
    let name = match found {
        Some(found) => community(locale, found),
        None => say!(locale, "each-community"),
    };
    say!(locale, "of-community", words = words, community = name)
}

/// What a community is called: by the file, else as the network or the place whose id it bears.
pub fn community(locale: Locale, community: &Community) -> String {
    let name = community.name.of(locale);
    let network = || locale.network(&community.id);
    if name == community.id { network().unwrap_or_else(|| tame(name)) } else { tame(name) }
}

/// An input at a value, as a sentence goes on with it: `at 3 posts a week`,
/// `with monthly cost of management at €70`.
pub fn at(locale: Locale, model: &Model, (key, value): (&str, f64), written: &str) -> String {
    let id = key.strip_prefix("community.").and_then(|rest| rest.split('.').next());
    let known = keys::find(key);
    let said = known
        .and_then(|known| locale.name_at(known.in_community().unwrap_or(known.path), value))
        .map(|said| of_community(locale, model, id, said));
    let name = || input(locale, model, key, Case::Nominative);
    said.unwrap_or_else(|| say!(locale, "sweep-at", key = name(), value = written))
}

/// The short name of a key, and from which week on where that is not the first; of one without a
/// number its meaning.
fn of_key(locale: Locale, path: &str, case: Case) -> Option<String> {
    let key = keys::find(path)?;
    let short = locale.name(key.in_community().unwrap_or(key.path), case);
    let Some(name) = short else { return Some(plain(locale, &locale.key(key))) };
    Some(match keys::since_week(path) {
        Some(week) => say!(locale, "since-week", words = name, week = week.to_string()),
        None => name,
    })
}

/// A number of a role, of a campaign or the like, and of which one: `extra posts a week (spring)`.
fn row(locale: Locale, path: &str, case: Case) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    if let ["input", id] = parts[..] {
        return tame(&id.replace('_', " "));
    }
    let section = SECTIONS.iter().find(|section| section.name == parts[0]);
    // What two communities share stands under their names alone.
    let field = |section: &'static Section| {
        let last = parts.last().and_then(|last| section.field(last));
        Some((section.name, last.or_else(|| section.field("share"))?.name))
    };
    let name = section
        .and_then(field)
        .and_then(|(section, field)| locale.name(&format!("field.{section}.{field}"), case));
    let of = parts.get(1..parts.len() - 1).unwrap_or_default();
    match name {
        Some(name) if of.is_empty() => name,
        Some(name) => {
            say!(locale, "of-community", words = name, community = tame(&of.join(", ")))
        }
        None => tame(path),
    }
}

/// A text for people who write no files: a key that it names stands under its short name, in
/// quotes, and whatever else is code without its marks.
pub fn plain(locale: Locale, text: &str) -> String {
    let told = |(place, part): (usize, &str)| {
        if place % 2 == 0 {
            return part.to_owned();
        }
        let name = locale.name(part, Case::Nominative);
        name.map_or_else(|| part.to_owned(), |name| say!(locale, "quoted", words = name))
    };
    // What stands between two marks is code; a lone one is none.
    if text.matches('`').count() % 2 == 1 {
        return text.replace('`', "’");
    }
    text.split('`').enumerate().map(told).collect()
}

/// A metric in a case, with the community that it is of where it is not of all. What a file names
/// itself stands in quotes where a language would bend it.
pub fn metric(locale: Locale, model: &Model, column: ColumnId, case: Case) -> String {
    let words = match model.own_name(column.metric) {
        Some(name) if case == Case::Nominative => tame(name.of(locale)),
        Some(name) => say!(locale, "of-own", name = tame(name.of(locale))),
        None => tame(&locale.metric_in(&model.metric(column.metric), case)),
    };
    match column.community {
        Some(place) => {
            let community = community(locale, &model.communities[place]);
            say!(locale, "of-community", words = words, community = community)
        }
        None => words,
    }
}

/// A metric as the subject of a sentence: `profit is`; in languages that say it otherwise, of what
/// something is: `прибыли`.
pub fn subject(locale: Locale, model: &Model, column: ColumnId) -> String {
    let words = metric(locale, model, column, Case::Genitive);
    let is_one = matches!(
        model.metric(column.metric).unit,
        Unit::Money | Unit::Share | Unit::Ratio | Unit::None
    );
    let id = if is_one { "subject-one" } else { "subject-many" };
    locale.say(id, &[("words", words.into())])
}

/// A written value of a metric: with its currency where it is money.
pub fn sum(locale: Locale, unit: Unit, currency: &str, written: &str) -> String {
    if unit == Unit::Money { locale.money(&tame(currency), written) } else { written.to_owned() }
}
