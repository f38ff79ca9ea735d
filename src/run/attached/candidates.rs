//! Of which community a file may tell, where nobody says it.

use std::collections::BTreeSet;

use reachsim_data::know::fold::fold;
use reachsim_data::shape::{Export, Name};

use super::problems::Problems;
use super::understood::Group;
use crate::diagnostic::{Code, Conjunction, Diagnostic, Message, listed, message};
use crate::output::Case;
use crate::scenario::Value;

/// Says that somebody has to say it, and what is likely.
pub fn ask(case: &Case, group: &Group, problems: &mut Problems) {
    let names = names(&group.export);
    for file in &group.files {
        let name = file.names.first().map(String::as_str).unwrap_or_default();
        let message = if names.is_empty() {
            message!("nobody says of which community `{file}` tells", file = name)
        } else {
            message!(
                "nobody says of which community `{file}` tells: it names {names}",
                file = name,
                names = listed(names.iter().map(String::as_str), Conjunction::And)
            )
        };
        let problem =
            Diagnostic::new(Code::NotThisCommunity, message).help(way_out(case, &names, name));
        problems.push(match file.at(case) {
            Some(at) => problem.at(at.clone(), message!("of which one?")),
            None => problem,
        });
    }
}

/// Accounts and networks of the rows, as they are written: a few of them.
fn names(export: &Export) -> Vec<String> {
    const FEW: usize = 5;
    let posts = export.posts.iter().flat_map(|row| [row.account, row.network]);
    let days = export.days.iter().flat_map(|row| [row.account, row.network]);
    let messages = export.messages.iter().map(|row| row.network);
    let all: BTreeSet<Name> = posts.chain(days).chain(messages).flatten().collect();
    let words = all.into_iter().map(|name| export.names.of(name).to_owned());
    words.filter(|word| !word.is_empty()).take(FEW).collect()
}

/// The communities that are called so or are on such a network, else all of them.
fn way_out(case: &Case, names: &[String], file: &str) -> Message {
    let known: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let communities = &case.model().communities;
    let is_likely = |id: &str, called: &str| {
        let platform = case.scenario.keys.get(&format!("community.{id}.platform"));
        let platform = match platform.and_then(|given| given.value.as_ref()) {
            Some(Value::Word(word)) => fold(word),
            _ => String::new(),
        };
        let words = [fold(id), fold(called), platform];
        words.iter().any(|word| known.contains(word))
    };
    let ids = communities.iter().map(|community| community.id.as_str());
    let likely: Vec<&str> = communities
        .iter()
        .filter(|community| is_likely(&community.id, &community.name))
        .map(|community| community.id.as_str())
        .collect();
    let all: Vec<&str> = if likely.is_empty() { ids.collect() } else { likely };
    let first = all.first().copied().unwrap_or_default();
    message!(
        "it may be {list}: write `community = \"{first}\"` in its `[[export]]`, or `--community {first}={file}`",
        list = listed(all.iter().copied(), Conjunction::Or),
        first,
        file
    )
}
