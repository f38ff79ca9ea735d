//! What has to be changed in one scenario to make another of it.

use std::collections::BTreeMap;

use super::change::{Change, Edit};
use crate::diagnostic::{Message, message};
use crate::scenario::keys::{Group, Key, SECTIONS, SectionId};
use crate::scenario::{Given, Named, Scenario};

/// The edits that turn `base` into `other`, as far as what is simulated goes. Forms of one thing,
/// and what comes with a community, are one edit.
pub fn between(base: &Scenario, other: &Scenario) -> Vec<Edit> {
    let mut groups: BTreeMap<(usize, String), Edit> = BTreeMap::new();
    let moved = ids(&base.communities) != ids(&other.communities);
    let is_new = |path: &str| {
        let id = path.strip_prefix("community.").and_then(|rest| rest.split('.').next());
        id.is_some_and(|id| knows(&base.communities, id) != knows(&other.communities, id))
    };
    let paths =
        base.keys.keys().chain(other.keys.keys().filter(|path| !base.keys.contains_key(*path)));
    for path in paths {
        let (before, after) = (base.keys.get(path), other.keys.get(path));
        let Some(key) = before.or(after).map(|given| given.key) else { continue };
        if same(before, after) || key.is(Group::Shared) || key.is(Group::Aside) {
            continue;
        }
        // Of communities that only one of them has, and of one thing in several forms, all is one
        // edit.
        let group = if is_new(path) { (1, String::new()) } else { (0, meaning(path, key)) };
        let edit = groups
            .entry(group)
            .or_insert_with(|| Edit { words: Message::default(), changes: Vec::new() });
        if let Some(given) = after {
            let text = given.text.trim_matches('"');
            edit.words = Message::verbatim(format!("{path} = {text}"));
            edit.changes.push(Change::Key(path.clone(), given.clone()));
        } else {
            if edit.words.is_empty() {
                edit.words = message!("{path} as it is by default", path);
            }
            edit.changes.push(Change::NoKey(path.clone()));
        }
    }
    if moved || ids(&base.platforms) != ids(&other.platforms) {
        let edit = groups
            .entry((1, String::new()))
            .or_insert_with(|| Edit { words: Message::default(), changes: Vec::new() });
        edit.words = message!("which communities there are");
        edit.changes.insert(0, Change::Communities(other.communities.clone()));
        edit.changes.insert(0, Change::Platforms(other.platforms.clone()));
    }
    for section in SECTIONS.iter().filter(|section| !section.is(Group::Aside)) {
        let of = |scenario: &Scenario| {
            scenario
                .sections
                .texts
                .iter()
                .filter(|text| text.section == section.id)
                .cloned()
                .collect::<Vec<_>>()
        };
        if of(base) != of(other) {
            let mut changes = vec![Change::Section(section.id, Box::new(other.sections.clone()))];
            if section.id == SectionId::Change {
                changes.push(Change::Later(other.later.clone()));
            }
            groups.insert(
                (2 + section.id as usize, String::new()),
                Edit {
                    words: message!("the tables {header}", header = section.header("<id>")),
                    changes,
                },
            );
        }
    }
    groups.into_values().collect()
}

fn same(before: Option<&Given>, after: Option<&Given>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => before.text == after.text && before.data == after.data,
        _ => false,
    }
}

/// The thing that a key states, of its own community; the mix of posts is one thing.
fn meaning(path: &str, key: &Key) -> String {
    if let Some(owner) =
        key.in_community().filter(|_| key.is(Group::Mix)).and_then(|rest| path.strip_suffix(rest))
    {
        return format!("{owner}posts.mix");
    }
    match key.in_community().and_then(|rest| path.strip_suffix(rest)) {
        Some(owner) => {
            format!("{owner}{}", key.meaning().rsplit("<id>.").next().unwrap_or_default())
        }
        None => key.meaning().to_owned(),
    }
}

fn ids(named: &[Named]) -> Vec<&str> {
    named.iter().map(|named| named.id.as_str()).collect()
}

fn knows(named: &[Named], id: &str) -> bool {
    named.iter().any(|named| named.id == id)
}
