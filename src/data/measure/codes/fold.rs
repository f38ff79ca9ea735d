//! Letters that are written in several ways, in one.

use std::borrow::Cow;

/// NFKC, lower case, one space between words, one apostrophe, and е for ё.
pub fn fold(text: &str) -> Cow<'_, str> {
    todo!()
}
