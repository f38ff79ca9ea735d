//! Names that the user chooses, of communities, platforms, rows and inputs, and which are possible.

use crate::diagnostic::Span;

/// A name that the user chose, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub id: String,
    pub at: Span,
}

/// Names that mean something else in an address or in a comparison.
pub const RESERVED: [&str; 4] = ["market", "base", "nothing", "total"];

/// All communities, in the place of the name of one.
pub(crate) const EACH: &str = "*";

/// Letters of the longest name of a community or platform.
pub(crate) const LONGEST_ID: usize = 64;

/// Letters of any alphabet, digits, `-` and `_`.
pub(crate) fn addressable(id: &str) -> bool {
    !id.is_empty()
        && id.chars().count() <= LONGEST_ID
        && id.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// A name that a formula may use without quotes.
pub(crate) fn in_formulas(id: &str) -> bool {
    addressable(id) && !id.contains('-') && id.starts_with(char::is_alphabetic)
}

/// A name made addressable, where something remains of it.
pub(crate) fn addressable_like(id: &str) -> Option<String> {
    let words: Vec<&str> = id
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')
        .filter(|word| !word.is_empty())
        .collect();
    Some(words.join("-")).filter(|id| addressable(id))
}
