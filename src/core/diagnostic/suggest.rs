//! "Did you mean": the nearest of the possible words.

use super::message::{Message, message};

/// Similarity from which a word is worth suggesting, between 0 and 1.
const SIMILAR: f64 = 0.7;

/// Words that are listed where there are many more.
const MANY: usize = 8;

/// Words that a help lists at most.
const FEW: usize = 30;

/// The candidate most like `word`, if any is like it at all: a slip for every three letters. Case,
/// `-` and `_` do not count.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    within(word, candidates, 3)
}

/// The candidate that is nearly `word`: a slip for every six letters.
pub fn nearly<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    within(word, candidates, 6)
}

fn within<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    letters: usize,
) -> Option<&'a str> {
    let word = plain(word);
    let scored = candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &plain(candidate)), candidate));
    let best = scored.fold(None, |best: Option<(f64, &str)>, next| {
        if best.is_some_and(|best| best.0 >= next.0) { best } else { Some(next) }
    });
    best.filter(|(score, candidate)| {
        *score >= SIMILAR
            && strsim::damerau_levenshtein(&word, &plain(candidate))
                <= 1 + word.chars().count() / letters
    })
    .map(|(_, candidate)| candidate)
}

fn plain(word: &str) -> String {
    word.chars().filter(|c| *c != '-' && *c != '_').flat_map(char::to_lowercase).take(100).collect()
}

/// Of many words those that are most like this one, in backticks, and how many more there are.
pub fn most_alike<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Message {
    let word = plain(word);
    let likeness = |candidate: &str| strsim::jaro_winkler(&word, &plain(candidate));
    let mut sorted: Vec<&str> = candidates.into_iter().collect();
    sorted.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)));
    if sorted.len() <= MANY {
        return listed(sorted, Conjunction::And);
    }
    let more = sorted.len() - MANY;
    let first = sorted.iter().take(MANY).map(|word| format!("`{word}`")).collect::<Vec<_>>();
    message!("{first} and {more} more", first = first.join(", "), more)
}

/// What joins the last two words of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conjunction {
    And,
    Or,
}

/// Words in backticks, as a sentence lists them: `` `a`, `b` or `c` ``.
pub fn listed<'a>(words: impl IntoIterator<Item = &'a str>, conjunction: Conjunction) -> Message {
    in_a_sentence(words.into_iter().map(|word| format!("`{word}`")).collect(), conjunction)
}

/// Forms of which one is meant: `[a, b] or { mean, sd }`.
pub fn either(forms: Vec<String>) -> Message {
    in_a_sentence(forms, Conjunction::Or)
}

fn in_a_sentence(mut words: Vec<String>, conjunction: Conjunction) -> Message {
    let last = words.pop().unwrap_or_default();
    if words.is_empty() {
        return Message::verbatim(last);
    }
    let first = words.join(", ");
    match conjunction {
        Conjunction::And => {
            message!("{first} and {last}", first, last)
        }
        Conjunction::Or => message!("{first} or {last}", first, last),
    }
}

/// The question whether the nearest of the possible words is meant, or what else to do.
pub fn nearest_or<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    way_out: impl FnOnce() -> Message,
) -> Message {
    nearest(word, candidates).map_or_else(way_out, did_you_mean)
}

/// The question whether this is meant.
pub fn did_you_mean(near: &str) -> Message {
    message!("did you mean `{near}`?", near)
}

/// What there is, each by its name.
pub fn there_are<'a>(words: impl IntoIterator<Item = &'a str>) -> Message {
    let list = listed(words, Conjunction::And);
    message!("there are {list}", list)
}

/// The question whether the nearest of few words is meant, and all of them.
pub fn nearest_of<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Message {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let all = there_are(candidates.iter().copied());
    match nearest(word, candidates) {
        Some(near) => Message::joined([did_you_mean(near), all], " "),
        None => all,
    }
}

/// The way out for a word that is none of those possible: the nearest one, or all of them where
/// they are few.
pub fn one_of<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<Message> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    match (nearest(word, candidates.iter().copied()), candidates.as_slice()) {
        (Some(near), _) => Some(did_you_mean(near)),
        (None, [only]) => Some(message!("there is `{only}` alone", only)),
        (None, few) => (1..=FEW).contains(&few.len()).then(|| there_are(candidates)),
    }
}
