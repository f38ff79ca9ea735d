//! Who writes: people by their names, in a list or in a file.

use std::path::Path;

use crate::cli::{Failure, load};
use reachsim::diagnostic::{message, visible};
use reachsim::graph::Graph;
use reachsim::graph::names::Name;
use reachsim::graph::network::Network;
use reachsim::scenario::of_system;

/// Somebody, and how he was called.
type Asker = (u64, String);

/// One post of each of these people, in ascending order.
pub fn given(text: &str, network: &Network, is_listed: bool) -> Result<Vec<(u64, u32)>, Failure> {
    let finder = network.list().filter(|_| is_listed).map(|graph| graph.finder());
    let find = |word: &str| match (&finder, Name::of(word)) {
        (Some(finder), name) => finder.find(name),
        (None, Name::Number(number)) => Some(number).filter(|person| *person < network.people()),
        (None, Name::Word(_)) => None,
    };
    let is_numbers = text.split(',').all(|word| word.trim().parse::<u64>().is_ok());
    let mut people = if is_numbers || !Path::new(text).is_file() {
        listed(text, &find)?
    } else {
        of_file(text, &find)?
    };
    if people.is_empty() {
        return Err(Failure::Usage(message!("--askers names nobody")));
    }
    people.sort_unstable();
    if let Some(twice) = people.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        return Err(Failure::Usage(message!(
            "--askers names {name} twice, and everybody there writes one post",
            name = visible(&twice[0].1)
        )));
    }
    Ok(people.into_iter().map(|(person, _)| (person, 1)).collect())
}

/// Names with commas between them.
fn listed(text: &str, find: &impl Fn(&str) -> Option<u64>) -> Result<Vec<Asker>, Failure> {
    let words: Vec<&str> = text.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
    let found: Result<Vec<Asker>, &str> = words
        .iter()
        .map(|word| find(word).map(|person| (person, (*word).to_owned())).ok_or(*word))
        .collect();
    found.map_err(|name| {
        let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
        Failure::Usage(if is_number || words.len() > 1 {
            message!(
                "--askers names {name}, and nobody in this network is called so",
                name = visible(name)
            )
        } else {
            message!(
                "--askers `{text}` is neither a list of people of this network nor a file that can be read",
                text = visible(text)
            )
        })
    })
}

/// The people of a file: names with commas, semicolons, tabs, blanks or ends of lines between them.
/// A first line without digits that names nobody is a title.
fn of_file(path: &str, find: &impl Fn(&str) -> Option<u64>) -> Result<Vec<Asker>, Failure> {
    let text = load::text(Path::new(path)).map_err(|error| {
        Failure::Usage(message!(
            "--askers `{text}` cannot be read: {error}",
            text = visible(path),
            error = of_system(&error)
        ))
    })?;
    let mut people: Vec<Asker> = Vec::new();
    let mut is_first = true;
    for (line, text) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let is_comment = text.trim_start().starts_with(['#', '%']);
        let cells = text.split([',', ';', '\t']).map(|cell| cell.trim_matches([' ', '"', '\r']));
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty() && !is_comment).collect();
        if cells.is_empty() {
            continue;
        }
        // A name may have blanks in it, and blanks may stand between two.
        let words: Vec<&str> = cells
            .into_iter()
            .flat_map(|cell| match find(cell) {
                Some(_) => vec![cell],
                None => cell.split_whitespace().collect(),
            })
            .collect();
        let found: Result<Vec<Asker>, &str> = words
            .iter()
            .map(|word| find(word).map(|person| (person, (*word).to_owned())).ok_or(*word))
            .collect();
        let is_title = std::mem::take(&mut is_first)
            && !text.bytes().any(|byte| byte.is_ascii_digit())
            && words.iter().all(|word| find(word).is_none());
        match found {
            Ok(found) => people.extend(found),
            Err(_) if is_title => {}
            Err(word) => {
                return Err(Failure::Usage(message!(
                    "line {line} of the askers: nobody in this network is called `{word}`",
                    line = line + 1,
                    word = visible(word)
                )));
            }
        }
    }
    Ok(people)
}
