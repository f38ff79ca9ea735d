//! Of which community a file may tell, where nobody says it.

use std::collections::BTreeSet;

use reachsim_data::know::fold::fold;
use reachsim_data::shape::{Export, Name};

use super::problems::Problems;
use super::understood::Group;
use crate::diagnostic::{Code, Conjunction, Diagnostic, Message, listed, message};
use crate::model::Community;
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

/// The communities that are called so, else those on such a network, else all of them.
fn way_out(case: &Case, names: &[String], file: &str) -> Message {
    let known: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let is_known = |word: &str| known.contains(&fold(word));
    let communities = &case.model().communities;
    let those = |is_it: &dyn Fn(&Community) -> bool| {
        let found = communities.iter().filter(|community| is_it(community));
        found.map(|community| community.id.as_str()).collect::<Vec<_>>()
    };
    let called = those(&|community| is_known(&community.id) || is_known(&community.name));
    let there = those(&|community| platform(case, &community.id).is_some_and(&is_known));
    let all = those(&|_| true);
    let likely = [called, there, all].into_iter().find(|ids| !ids.is_empty()).unwrap_or_default();
    let first = likely.first().copied().unwrap_or_default();
    message!(
        "it may be {list}: write `community = \"{first}\"` in its `[[export]]`, or \
         `--community {first}={file}`",
        list = listed(likely.iter().copied(), Conjunction::Or),
        first,
        file
    )
}

/// The network of a community, as the scenario calls it.
pub fn platform<'c>(case: &'c Case, id: &str) -> Option<&'c str> {
    match case.scenario.keys.get(&format!("community.{id}.platform"))?.value.as_ref()? {
        Value::Word(word) => Some(word),
        _ => None,
    }
}
