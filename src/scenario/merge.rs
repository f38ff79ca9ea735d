//! Several layers become one: tables merge key by key, arrays of tables are replaced, `community.*` reaches every
//! community, and a key takes the place of the other forms of the same thing in the layers below it.

use std::collections::BTreeMap;

use super::Given;
use super::keys::Form;
use super::layer::{EACH, Named};
use crate::diagnostic::{Code, Diagnostic, listed};

/// What a layer gives, by path, its values read.
pub type Keys = BTreeMap<String, Given>;

/// The layers from the lowest to the highest, merged. Problems within one layer are added to the list.
pub fn merge(layers: Vec<Vec<(String, Given)>>, communities: &[Named], problems: &mut Vec<Diagnostic>) -> Keys {
    let mut merged = Keys::new();
    for layer in layers {
        let layer = spread(unique(layer, problems), communities);
        exclusive(&layer, problems);
        for (path, given) in layer {
            merged.retain(|below, other| !(given.key.excludes(other.key) && owner(below, other) == owner(&path, &given)));
            merged.insert(path, given);
        }
    }
    together(&merged, problems);
    merged
}

/// A key that one layer gives twice, which only a command line can do, is a problem.
fn unique(layer: Vec<(String, Given)>, problems: &mut Vec<Diagnostic>) -> Keys {
    let mut keys = Keys::new();
    for (path, given) in layer {
        if let Some(first) = keys.get(&path) {
            let diagnostic = Diagnostic::new(Code::RepeatedKey, format!("`{path}` is set twice")).at(given.at.clone(), "set again");
            problems.push(diagnostic.also(first.at.clone(), "first set here"));
        }
        keys.insert(path, given);
    }
    keys
}

/// `community.*` in the place of every community for which the layer says nothing about the same thing.
fn spread(keys: Keys, communities: &[Named]) -> Keys {
    let each = format!("community.{EACH}.");
    let (general, mut special): (Keys, Keys) = keys.into_iter().partition(|(path, _)| path.starts_with(&each));
    let mut added = Keys::new();
    for (path, given) in &general {
        for community in communities {
            let own = format!("community.{}.", community.id);
            let said = special.iter().any(|(other, said)| other.starts_with(&own) && (said.key.path == given.key.path || said.key.excludes(given.key)));
            if !said {
                added.insert(path.replacen(&each, &own, 1), given.clone());
            }
        }
    }
    special.append(&mut added);
    special
}

/// The community or platform to which a key belongs.
fn owner<'p>(path: &'p str, given: &Given) -> &'p str {
    given.key.in_community().map_or("", |rest| path.strip_suffix(rest).unwrap_or(path))
}

/// One problem for each key that is stated in another way too, with the places of both.
fn exclusive(layer: &Keys, problems: &mut Vec<Diagnostic>) {
    for (path, given) in layer.iter().filter(|(_, given)| given.key.form == Form::Whole) {
        let rivals = layer.iter().filter(|(other_path, other)| {
            // Two whole forms exclude each other: that is told once.
            let first = other.key.form != Form::Whole || other.at.start() < given.at.start();
            first && given.key.excludes(other.key) && owner(path, given) == owner(other_path, other)
        });
        let rivals: Vec<(&String, &Given)> = rivals.collect();
        if rivals.is_empty() {
            continue;
        }
        let others = listed(rivals.iter().map(|(path, _)| path.as_str()), "and");
        let diagnostic = Diagnostic::new(Code::KeysExclude, format!("`{path}` and {others} state the same thing in two ways")).at(given.at.clone(), "one way");
        let diagnostic = rivals.iter().fold(diagnostic, |diagnostic, (_, rival)| diagnostic.also(rival.at.clone(), "another way"));
        problems.push(diagnostic.help("keep one of them"));
    }
}

/// Factors that have to be given together.
fn together(merged: &Keys, problems: &mut Vec<Diagnostic>) {
    for family in super::keys::together() {
        let given: Vec<&Given> = family.iter().filter_map(|key| merged.get(key.path)).collect();
        let missing: Vec<&str> = family.iter().filter(|key| !merged.contains_key(key.path)).map(|key| key.path).collect();
        if let [first, ..] = given.as_slice()
            && !missing.is_empty()
        {
            let is = if missing.len() == 1 { "is" } else { "are" };
            let message = format!("`{}` needs {}, which {is} missing", first.key.path, listed(missing.iter().copied(), "and"));
            let help = format!("give all of {}, or `{}` alone", listed(family.iter().map(|key| key.path), "and"), first.key.meaning());
            problems.push(Diagnostic::new(Code::KeysTogether, message).at(first.at.clone(), "one factor of several").help(help));
        }
    }
}
