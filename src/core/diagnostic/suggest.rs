//! "Did you mean": the nearest of the possible words.

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
pub fn most_alike<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let word = plain(word);
    let likeness = |candidate: &str| strsim::jaro_winkler(&word, &plain(candidate));
    let mut sorted: Vec<&str> = candidates.into_iter().collect();
    sorted.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)));
    if sorted.len() <= MANY {
        return listed(sorted, "and");
    }
    let more = sorted.len() - MANY;
    let first = sorted.iter().take(MANY).map(|word| format!("`{word}`")).collect::<Vec<_>>();
    format!("{} and {more} more", first.join(", "))
}

/// Words in backticks, as a sentence lists them: `` `a`, `b` or `c` ``.
pub fn listed<'a>(words: impl IntoIterator<Item = &'a str>, conjunction: &str) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

/// The question whether the nearest of the possible words is meant, or what else to do.
pub fn nearest_or<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    way_out: impl FnOnce() -> String,
) -> String {
    nearest(word, candidates).map_or_else(way_out, did_you_mean)
}

/// The question whether this is meant.
pub fn did_you_mean(near: &str) -> String {
    format!("did you mean `{near}`?")
}

/// The question whether the nearest of few words is meant, and all of them behind these words.
pub fn nearest_of<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    there_are: &str,
) -> String {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let all = format!("{there_are} {}", listed(candidates.iter().copied(), "and"));
    match nearest(word, candidates) {
        Some(near) => format!("{} {all}", did_you_mean(near)),
        None => all,
    }
}

/// The way out for a word that is none of those possible: the nearest one, or all of them where
/// they are few.
pub fn one_of<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    match (nearest(word, candidates.iter().copied()), candidates.as_slice()) {
        (Some(near), _) => Some(did_you_mean(near)),
        (None, [only]) => Some(format!("there is `{only}` alone")),
        (None, few) => (1..=FEW)
            .contains(&few.len())
            .then(|| format!("there are {}", listed(candidates, "and"))),
    }
}
