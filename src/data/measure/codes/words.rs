//! Words, beginnings of words and phrases, found in folded texts.

use aho_corasick::{AhoCorasick, BuildError, MatchKind};

/// One word, as it is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Folded, without the star.
    pub text: String,
    /// Whether any ending may follow.
    pub open: bool,
    /// The code it stands for.
    pub code: usize,
    /// Whether it takes the code away.
    pub not: bool,
}

/// Words of all codes at once.
#[derive(Clone, Debug)]
pub struct Finder {
    wanted: Vec<Wanted>,
    automaton: AhoCorasick,
    codes: usize,
}

impl Finder {
    pub fn of(wanted: Vec<Wanted>, codes: usize) -> Result<Finder, BuildError> {
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(wanted.iter().map(|wanted| &wanted.text))?;
        Ok(Finder { wanted, automaton, codes })
    }

    /// Codes of a folded text, rising.
    pub fn of_text(&self, text: &str) -> Vec<usize> {
        let mut found = vec![[false; 2]; self.codes];
        for hit in self.automaton.find_overlapping_iter(text) {
            let wanted = &self.wanted[hit.pattern().as_usize()];
            let [is_there, is_not] = &mut found[wanted.code];
            let seen = if wanted.not { is_not } else { is_there };
            *seen = *seen || stands_alone(text, hit.start(), hit.end(), wanted.open);
        }
        let has = |&code: &usize| found[code] == [true, false];
        (0..self.codes).filter(has).collect()
    }
}

/// Whether a part of a text begins where a word does, and ends where one does or is open.
fn stands_alone(text: &str, start: usize, end: usize, open: bool) -> bool {
    let (Some(before), Some(part), Some(behind)) =
        (text.get(..start), text.get(start..end), text.get(end..))
    else {
        return false;
    };
    let first = part.chars().next().is_some_and(is_of_word);
    let last = part.chars().next_back().is_some_and(is_of_word);
    let begun = first && goes_on(before.chars().rev());
    let unended = !open && last && goes_on(behind.chars());
    !begun && !unended
}

/// Whether a word goes on: with a letter or digit, or with an apostrophe and one.
fn goes_on(mut beside: impl Iterator<Item = char>) -> bool {
    match beside.next() {
        Some('\'') => beside.next().is_some_and(is_of_word),
        next => next.is_some_and(is_of_word),
    }
}

/// Letters and digits. Scripts that write no spaces between words have no letters in this sense:
/// a word of theirs is found wherever it stands.
fn is_of_word(c: char) -> bool {
    let has_no_spaces = matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric() && !has_no_spaces)
}
