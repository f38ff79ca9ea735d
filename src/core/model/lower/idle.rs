//! Keys that have nothing to act on: each is told and left out, so that every number is what it
//! would be without it.

use super::precedence::{self, Platform, states};
use crate::diagnostic::{Code, Conjunction, Diagnostic, Span, listed, message};
use crate::scenario::keys::{self, Key, Used, key};
use crate::scenario::{Given, Named, Number, Scenario, Value};

/// Leaves out what has no effect; one that is left out may leave another alone.
pub fn leave_out(scenario: &mut Scenario, problems: &mut Vec<Diagnostic>) {
    rate(scenario, problems);
    fields(scenario, problems);
    groups(scenario, problems);
    let mut left: Vec<String> = Vec::new();
    loop {
        let idle: Vec<(String, Vec<String>)> = scenario
            .keys
            .iter()
            .filter(|(path, _)| !in_formulas(scenario, path))
            .filter_map(|(path, given)| Some((path.clone(), lacks(scenario, path, given.key)?)))
            .collect();
        if idle.is_empty() {
            return;
        }
        for (path, lacking) in idle {
            if let Some(given) = scenario.keys.remove(&path) {
                problems.push(alone(&path, &lacking, &left, &given));
                left.push(path);
            }
        }
    }
}

/// Fields of campaigns without what they act on.
fn fields(scenario: &mut Scenario, problems: &mut Vec<Diagnostic>) {
    for campaign in &mut scenario.sections.campaigns {
        let given: Vec<&str> = campaign.numbers.iter().map(|number| number.field.name).collect();
        let lacks = |number: &Number| number.field.only_with.filter(|other| !given.contains(other));
        let idle: Vec<(Span, &str, &str)> = campaign
            .numbers
            .iter()
            .filter_map(|number| Some((number.at.clone(), number.field.name, lacks(number)?)))
            .collect();
        campaign
            .numbers
            .retain(|number| !idle.iter().any(|(_, name, _)| *name == number.field.name));
        for (at, path, needed) in idle {
            let needed = listed(std::iter::once(needed), Conjunction::Or);
            let message = message!("`{path}` has no effect without {needed}", path, needed);
            problems.push(
                Diagnostic::new(Code::KeyAlone, message)
                    .at(at, message!("nothing to act on"))
                    .help(message!("give {needed}, or leave `{path}` out", needed, path)),
            );
        }
    }
}

/// A euro is worth a euro.
fn rate(scenario: &mut Scenario, problems: &mut Vec<Diagnostic>) {
    let currency = scenario.keys.get(key!("currency"));
    let is_euro = currency
        .is_none_or(|given| matches!(&given.value, Some(Value::Word(code)) if code == "EUR"));
    let path = key!("currency_per_eur");
    if !is_euro || in_formulas(scenario, path) {
        return;
    }
    if let Some(given) = scenario.keys.remove(path) {
        let message = message!("`{path}` has no effect: the currency is the euro", path);
        problems.push(
            Diagnostic::new(Code::KeyAlone, message)
                .at(given.at, message!("nothing to convert"))
                .help(message!("name the `currency` that is meant, or leave `{path}` out", path)),
        );
    }
}

/// A group moves how much its members write and react, and neither where both are stated.
fn groups(scenario: &mut Scenario, problems: &mut Vec<Diagnostic>) {
    let is_idle = |community: &Named| {
        let user = precedence::sources(scenario, community).user;
        let says = |path: &str| precedence::says(scenario, keys::at(path), community, user);
        let path = format!("community.{}.{}", community.id, key!(community "kind"));
        let kind = scenario.keys.get(&path).and_then(|given| given.value.as_ref());
        (matches!(kind, Some(Value::Word(kind)) if kind == "group")
            && says(key!("community.<id>.questions.per_year"))
            && says(key!("community.<id>.posts.engagement")))
        .then_some(path)
    };
    let idle: Vec<String> = scenario.communities.iter().filter_map(is_idle).collect();
    for path in idle {
        if let Some(given) = scenario.keys.remove(&path) {
            let message = message!(
                "`{path}` has no effect: both its questions and its `posts.engagement` are stated",
                path
            );
            problems.push(
                Diagnostic::new(Code::KeyAlone, message)
                    .at(given.at, message!("nothing to act on"))
                    .help(message!("leave out one of them, or `{path}`", path)),
            );
        }
    }
}

/// Whether a formula of the file names a key: then it has an effect.
fn in_formulas(scenario: &Scenario, path: &str) -> bool {
    let formulas = scenario.sections.metrics.iter().filter_map(|metric| metric.formula.as_ref());
    formulas.into_iter().any(|formula| formula.text.contains(path))
}

/// The keys of which one would give it an effect, where none is given.
fn lacks(scenario: &Scenario, path: &str, key: &Key) -> Option<Vec<String>> {
    let (Used::With(others) | Used::DefaultWith(others)) = key.used else { return None };
    let rows = || others.iter().filter_map(|other| keys::row(other));
    let owner = key.in_community().and_then(|rest| path.strip_suffix(rest)).unwrap_or_default();
    let acts = if owner.starts_with("platform.") {
        // It acts in a community of this platform.
        let of_it: Vec<(&Named, Platform)> = scenario
            .communities
            .iter()
            .map(|community| (community, precedence::sources(scenario, community)))
            .filter(|(_, platform)| {
                platform.user.is_some_and(|user| owner == format!("platform.{}.", user.id))
            })
            .collect();
        let states_one = |source| rows().any(|row| states(scenario, row, Some(source)));
        of_it.is_empty() || of_it.into_iter().any(states_one)
    } else {
        let id = owner.strip_prefix("community.").map(|id| id.trim_end_matches('.'));
        let named = id.and_then(|id| scenario.communities.iter().find(|named| named.id == id));
        let source = named.map(|named| (named, precedence::sources(scenario, named)));
        // Of a community that there is not, something else is said.
        (id.is_some() && named.is_none()) || rows().any(|row| states(scenario, row, source))
    };
    let own = |other: &&str| match keys::row(other).and_then(Key::in_community) {
        Some(rest) => format!("{owner}{rest}"),
        None => (*other).to_owned(),
    };
    (!acts).then(|| others.iter().map(own).collect())
}

fn alone(path: &str, lacking: &[String], left: &[String], given: &Given) -> Diagnostic {
    let needed = listed(lacking.iter().map(String::as_str), Conjunction::Or);
    let message = if lacking.iter().any(|other| left.contains(other)) {
        message!("`{path}` has no effect without {needed}, which has none either", path, needed)
    } else {
        message!("`{path}` has no effect without {needed}", path, needed)
    };
    Diagnostic::new(Code::KeyAlone, message)
        .at(given.at.clone(), message!("nothing to act on"))
        .help(message!("give {needed}, or leave `{path}` out", needed, path))
}
