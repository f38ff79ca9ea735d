//! "Did you mean": the nearest of the possible words.

/// Similarity from which a word is worth suggesting, between 0 and 1.
const SIMILAR: f64 = 0.7;

/// The candidate most like `word`, if any is like it at all. Case, `-` and `_` do not count.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = plain(word);
    let scored = candidates.into_iter().map(|candidate| (strsim::jaro_winkler(&word, &plain(candidate)), candidate));
    let best =
        scored.fold(None, |best: Option<(f64, &str)>, next| if best.is_some_and(|best| best.0 >= next.0) { best } else { Some(next) });
    best.filter(|(score, candidate)| {
        *score >= SIMILAR && strsim::damerau_levenshtein(&word, &plain(candidate)) <= 1 + word.chars().count() / 3
    })
    .map(|(_, candidate)| candidate)
}

fn plain(word: &str) -> String {
    word.chars().filter(|c| *c != '-' && *c != '_').flat_map(char::to_lowercase).take(100).collect()
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
