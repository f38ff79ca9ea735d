//! Texts of anybody on a terminal: what could command it is shown, and does nothing.

use std::borrow::Cow;

/// A text in which every character can be seen: what would command a terminal, or turn the order
/// of letters around, is shown as the sign of a character that is none.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_hidden = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(is_hidden) { text.replace(is_hidden, "\u{FFFD}").into() } else { text.into() }
}
