//! Faults of documents: the one table of their kinds.

use std::fmt;

use serde::Serialize;

/// What the proof-reader knows of a fault before it knows where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub(super) code: &'static str,
    /// The text that it is about.
    pub(super) text: String,
    /// What is wrong with it: another text, a character, a number.
    pub(super) with: String,
}

impl Finding {
    pub(super) fn of(code: &'static str, text: &str) -> Finding {
        Finding::about(code, text, String::new())
    }

    pub(super) fn about(code: &'static str, text: &str, with: String) -> Finding {
        Finding { code, text: text.to_owned(), with }
    }

    /// What kind of fault it is.
    pub const fn code(&self) -> &'static str {
        self.code
    }
}

/// A fault with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub file: String,
    /// The page, in one language.
    pub place: String,
    pub code: &'static str,
    pub words: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Fault { file, place, code, words } = self;
        if place.is_empty() {
            write!(f, "{file}: {code}: {words}")
        } else {
            write!(f, "{file}:{place}: {code}: {words}")
        }
    }
}

/// Kinds of faults, in the order in which a reader would mind them.
pub const CODES: [&str; 13] = [
    "changed-file",
    "missing-file",
    "unsaid-number",
    "no-sum",
    "caption",
    "rows-alike",
    "cut-number",
    "off-the-sheet",
    "overlap",
    "struck",
    "contrast",
    "no-glyph",
    "broken-band",
];
