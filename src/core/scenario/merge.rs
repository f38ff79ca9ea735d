//! Several layers become one: tables merge key by key, arrays of tables are replaced, `community.*`
//! reaches every community, and a key takes the place of the other forms of the same thing in the
//! layers below it.

use super::given::{Given, Keys};
use super::keys::{self, Form, KEYS, Key};
use super::names::{EACH, Named};
use crate::diagnostic::{Code, Conjunction, Diagnostic, listed, message};

/// The layers from the lowest to the highest, merged. Problems within one layer are added to the
/// list.
pub fn merge(
    layers: Vec<Vec<(String, Given)>>,
    communities: &[Named],
    problems: &mut Vec<Diagnostic>,
) -> Keys {
    let mut merged = Keys::new();
    for layer in layers {
        over(&mut merged, layer, communities, problems);
    }
    together(&merged, problems);
    merged
}

/// Puts one layer over what there is.
pub fn over(
    merged: &mut Keys,
    layer: Vec<(String, Given)>,
    communities: &[Named],
    problems: &mut Vec<Diagnostic>,
) {
    let layer = spread(unique(layer, problems), communities);
    exclusive(&layer, problems);
    for (path, given) in layer {
        for rival in rivals(&path, given.key) {
            merged.remove(&rival);
        }
        merged.insert(path, given);
    }
}

/// A key that one layer gives twice, which only a command line can do, is a problem.
fn unique(layer: Vec<(String, Given)>, problems: &mut Vec<Diagnostic>) -> Keys {
    let mut keys = Keys::new();
    for (path, given) in layer {
        if let Some(first) = keys.get(&path) {
            let diagnostic =
                Diagnostic::new(Code::RepeatedKey, message!("`{path}` is set twice", path))
                    .at(given.at.clone(), message!("set again"));
            problems.push(diagnostic.also(first.at.clone(), message!("first set here")));
        }
        keys.insert(path, given);
    }
    keys
}

/// `community.*` in the place of every community for which the layer says nothing about the same
/// thing.
fn spread(keys: Keys, communities: &[Named]) -> Keys {
    let each = format!("community.{EACH}.");
    let (general, mut special): (Keys, Keys) =
        keys.into_iter().partition(|(path, _)| path.starts_with(&each));
    let mut added = Keys::new();
    for (path, given) in &general {
        for community in communities {
            let own = path.replacen(&each, &format!("community.{}.", community.id), 1);
            let said = special.contains_key(&own)
                || rivals(&own, given.key).any(|rival| special.contains_key(&rival));
            if !said {
                added.insert(own, given.clone());
            }
        }
    }
    special.append(&mut added);
    special
}

/// Paths of the other forms of what a key states, of the same community or platform.
fn rivals(path: &str, key: &'static Key) -> impl Iterator<Item = String> {
    let rest = key.in_community();
    let owner = rest.and_then(|rest| path.strip_suffix(rest)).unwrap_or_default().to_owned();
    let others = KEYS.iter().filter(move |other| other.excludes(key));
    others.map(move |other| {
        format!(
            "{owner}{}",
            if rest.is_some() { other.in_community().unwrap_or(other.path) } else { other.path }
        )
    })
}

/// One problem for each key that is stated in another way too, with the places of both.
fn exclusive(layer: &Keys, problems: &mut Vec<Diagnostic>) {
    for (path, given) in layer.iter().filter(|(_, given)| given.key.form == Form::Whole) {
        let given_rivals = rivals(path, given.key).filter_map(|rival| layer.get_key_value(&rival));
        // Two whole forms exclude each other: that is told once.
        let told_here =
            |other: &Given| other.key.form != Form::Whole || other.at.start() < given.at.start();
        let rivals: Vec<(&String, &Given)> =
            given_rivals.filter(|(_, other)| told_here(other)).collect();
        if rivals.is_empty() {
            continue;
        }
        // In the order in which they stand, the last of them under the caret.
        let mut forms: Vec<(&str, &Given)> = rivals
            .iter()
            .map(|(path, given)| (path.as_str(), *given))
            .chain([(path.as_str(), given)])
            .collect();
        forms.sort_by_key(|(_, given)| given.at.start());
        let message = message!(
            "{keys} state the same thing in different ways",
            keys = listed(forms.iter().map(|(path, _)| *path), Conjunction::And)
        );
        let Some(((_, last), others)) = forms.split_last() else { continue };
        let diagnostic = Diagnostic::new(Code::KeysExclude, message)
            .at(last.at.clone(), message!("another way"));
        let diagnostic = others.iter().fold(diagnostic, |diagnostic, (_, other)| {
            diagnostic.also(other.at.clone(), message!("one way"))
        });
        let parts = rivals.iter().any(|(_, rival)| rival.key.form != Form::Whole);
        problems.push(diagnostic.help(if parts {
            message!("keep `{path}`, or the others without it", path)
        } else {
            message!("keep one of them")
        }));
    }
}

/// Factors that have to be given together.
pub fn together(merged: &Keys, problems: &mut Vec<Diagnostic>) {
    for family in keys::together() {
        let given: Vec<&Given> = family.iter().filter_map(|key| merged.get(key.path)).collect();
        let missing: Vec<&str> = family
            .iter()
            .filter(|key| !merged.contains_key(key.path))
            .map(|key| key.path)
            .collect();
        if let [first, ..] = given.as_slice()
            && !missing.is_empty()
        {
            let lacking = listed(missing.iter().copied(), Conjunction::And);
            let message = if missing.len() == 1 {
                message!(
                    "`{path}` needs {lacking}, which is missing",
                    path = first.key.path,
                    lacking
                )
            } else {
                message!(
                    "`{path}` needs {lacking}, which are missing",
                    path = first.key.path,
                    lacking
                )
            };
            let help = message!(
                "give all of {all}, or `{alone}` alone",
                all = listed(family.iter().map(|key| key.path), Conjunction::And),
                alone = first.key.meaning()
            );
            problems.push(
                Diagnostic::new(Code::KeysTogether, message)
                    .at(first.at.clone(), message!("one factor of several"))
                    .help(help),
            );
        }
    }
}
