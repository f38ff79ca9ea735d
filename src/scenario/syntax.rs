//! What is no TOML, in words for people who do not know TOML.

use std::ops::Range;

use super::write;
use crate::diagnostic::{Code, Diagnostic, Span};

/// An error of the parser in the house's words.
pub fn problem(error: &toml::de::Error, text: &str, source: usize) -> Diagnostic {
    let bytes = error.span().unwrap_or(text.len()..text.len());
    let line = Line::around(text, bytes.start);
    let at = Span { source, bytes: bytes.clone() };
    if error.message().starts_with("duplicate key") {
        let word = text.get(bytes.clone()).unwrap_or_default().trim();
        let diagnostic = Diagnostic::new(Code::RepeatedKey, format!("`{word}` stands here a second time"))
            .at(at, "given again")
            .help("keep one of them");
        return match first(text, &line, &bytes) {
            Some(first) => diagnostic.also(Span { source, bytes: first }, "first given here"),
            None => diagnostic,
        };
    }
    match line.unquoted(text, &bytes, error.message()) {
        Some((_, "")) => Diagnostic::new(Code::Syntax, "a key without a value").at(at, "nothing stands here"),
        Some((key, value)) => {
            let plain = value.trim_matches(['“', '”', '„', '«', '»', '‘', '’', '\'']);
            let help = format!("put it in quotes: {key} = {}", write::quoted(plain));
            Diagnostic::new(Code::Syntax, format!("`{value}` is neither a number nor text in quotes")).at(at, "cannot be read").help(help)
        }
        None => Diagnostic::new(Code::Syntax, format!("this is no TOML: {}", words(error.message()))).at(at, ""),
    }
}

/// The parser's message without what says nothing.
fn words(message: &str) -> String {
    let message = message.split(", expected nothing").next().unwrap_or(message);
    match message {
        "key with no value, expected `=`" => "a line is `key = value`, or a `[table]`".to_owned(),
        other => other.to_owned(),
    }
}

/// A line of a text.
struct Line {
    start: usize,
    end: usize,
}

impl Line {
    fn around(text: &str, byte: usize) -> Line {
        let byte = text.floor_char_boundary(byte.min(text.len()));
        let start = text[..byte].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[byte..].find('\n').map_or(text.len(), |newline| byte + newline);
        Line { start, end }
    }

    /// The key and the value of a line whose value is no value because it lacks its quotes.
    fn unquoted<'t>(&self, text: &'t str, bytes: &Range<usize>, message: &str) -> Option<(&'t str, &'t str)> {
        let line = &text[self.start..self.end];
        let (key, value) = line.split_once('=')?;
        let value_start = self.start + key.len() + 1;
        let value = value.split('#').next().unwrap_or(value).trim();
        let open = value.starts_with(['[', '{', '"', '\'']);
        let quotes =
            ["string values must be quoted", "invalid float", "invalid integer", "unexpected key or value", "unexpected leading zero"];
        let fits = quotes.iter().any(|start| message.starts_with(start));
        (fits && !open && bytes.start >= value_start.min(self.end)).then_some((key.trim(), value))
    }
}

/// Where a key or table that stands on this line a second time stands first: in the same table, written the same way.
fn first(text: &str, line: &Line, bytes: &Range<usize>) -> Option<Range<usize>> {
    let written = text.get(line.start..bytes.end)?.trim_start();
    let header = written.starts_with('[');
    let mut end = line.start;
    for earlier in text[..line.start].lines().rev() {
        // Lines end in one or two bytes, and the last one may have none.
        let start = end.checked_sub(1).map_or(0, |last| text[..last].rfind('\n').map_or(0, |newline| newline + 1));
        end = start;
        let indent = earlier.len() - earlier.trim_start().len();
        if let Some(rest) = earlier.trim_start().strip_prefix(written)
            && rest.trim_start().starts_with(if header { ']' } else { '=' })
        {
            let key = start + indent + written.len();
            return Some(key - (bytes.end - bytes.start)..key);
        }
        if !header && earlier.trim_start().starts_with('[') {
            return None;
        }
    }
    None
}
