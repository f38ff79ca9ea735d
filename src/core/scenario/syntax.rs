//! What is no TOML, in words for people who do not know TOML. What it is shows in the beginning of
//! the parser's message. Test: `scenario::every_message_of_the_parser_is_told_in_our_words`.

use std::ops::Range;

use super::{number, write};
use crate::diagnostic::{Code, Diagnostic, Message, Span, message};

/// Bytes of the longest line that a help writes anew.
const LONGEST: usize = 200;

/// An error of the parser in the house's words.
fn problem(error: &toml::de::Error, text: &str, source: usize) -> Diagnostic {
    let bytes = error.span().unwrap_or(text.len()..text.len());
    let line = Line::around(text, bytes.start);
    let at = Span { source, bytes: bytes.clone() };
    if error.message().starts_with("duplicate key") {
        let word = number::quoted(text.get(bytes.clone()).unwrap_or_default());
        let diagnostic =
            Diagnostic::new(Code::RepeatedKey, message!("{word} stands here a second time", word))
                .at(at, message!("given again"))
                .help(message!("keep one of them"));
        return match first(text, &line, &bytes) {
            Some(first) => {
                diagnostic.also(Span { source, bytes: first }, message!("first given here"))
            }
            None => diagnostic,
        };
    }
    if error.message().starts_with("invalid date") {
        let written = number::quoted(text.get(bytes).unwrap_or_default());
        let help = message!("write year, month and day, as in 2026-01-31");
        return Diagnostic::new(Code::Date, message!("{written} is no date", written))
            .at(at, message!("no date of the calendar"))
            .help(help);
    }
    if error.message().starts_with("cannot extend value") {
        let message = message!(
            "{text} has a value already, and no keys below it",
            text = number::quoted(text.get(bytes).unwrap_or_default())
        );
        return Diagnostic::new(Code::RepeatedKey, message)
            .at(at, message!("given again"))
            .help(message!("keep one of them"));
    }
    match line.unquoted(text, &bytes, error.message()) {
        Some((_, value)) if value.text.is_empty() => {
            Diagnostic::new(Code::Syntax, message!("a key without a value"))
                .at(at, message!("nothing stands here"))
                .help(message!("write a value behind the `=`"))
        }
        Some((key, value)) => unquoted(key, value.text, Span { source, bytes: value.bytes }),
        None => {
            let diagnostic = Diagnostic::new(
                Code::Syntax,
                message!("this is no TOML: {why}", why = words(error.message())),
            )
            .at(at, Message::default());
            match line.colon(text) {
                Some((key, value)) if key.len() + value.len() <= LONGEST => {
                    diagnostic.help(message!("write `{line}`", line = format!("{key} = {value}")))
                }
                _ if error.message().starts_with("invalid unquoted key") => {
                    diagnostic.help(message!(
                        "a name with other letters stands in quotes, as in `[input.\"цена\"]`"
                    ))
                }
                _ => diagnostic,
            }
        }
    }
}

/// Problems of one text, the first of each line: what follows it on the line often follows from it.
pub fn problems(errors: &[toml::de::Error], text: &str, source: usize) -> Vec<Diagnostic> {
    let start = |error: &toml::de::Error| error.span().map_or(text.len(), |bytes| bytes.start);
    let mut errors: Vec<&toml::de::Error> = errors.iter().collect();
    errors.sort_by_key(|error| start(error));
    let mut problems = Vec::new();
    let mut told = 0;
    for error in errors {
        // A line that was told of is not searched again, however long it is.
        if problems.is_empty() || start(error) > told {
            problems.push(problem(error, text, source));
            told = Line::around(text, start(error)).end;
        }
    }
    problems
}

/// A value that lacks its quotes.
fn unquoted(key: &str, value: &str, at: Span) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        Code::Syntax,
        message!("{value} is neither a number nor text in quotes", value = number::quoted(value)),
    )
    .at(at, message!("cannot be read"));
    if key.len() + value.len() > LONGEST {
        return diagnostic.help(message!("put it in quotes"));
    }
    let plain = value.trim_matches(['“', '”', '„', '«', '»', '‘', '’', '\'']);
    if matches!(plain.to_lowercase().as_str(), "true" | "false") {
        return diagnostic.help(message!(
            "write {key} = {value}",
            key,
            value = plain.to_lowercase()
        ));
    }
    // In quotes, 10,000 would still have two readings.
    match number::parse(plain, 0) {
        Err(fault) if plain.bytes().all(|b| b.is_ascii_digit() || b == b',') => {
            diagnostic.help(fault.help)
        }
        _ => diagnostic.help(message!(
            "put it in quotes: {key} = {value}",
            key,
            value = write::quoted(plain)
        )),
    }
}

/// The parser's message without what says nothing.
fn words(message: &str) -> Message {
    let message = message.split(", expected nothing").next().unwrap_or(message);
    match message {
        "key with no value, expected `=`" => {
            message!("a line is `key = value`, or a `[table]`")
        }
        "invalid basic string, expected `\"`" => {
            message!("the text has no `{quote}` at its end", quote = '"')
        }
        "invalid literal string, expected `'`" => {
            message!("the text has no `{quote}` at its end", quote = '\'')
        }
        "unclosed array, expected `]`" => {
            message!("a list has no `]` at its end")
        }
        "unclosed inline table, expected `}`" => {
            message!("a `{{` has no `}}` at its end")
        }
        other
            if other.starts_with("unclosed table") || other.starts_with("unclosed array table") =>
        {
            message!("a `]` is missing")
        }
        other if other.starts_with("missing comma") => {
            message!("a `,` is missing before this")
        }
        other if other.starts_with("missing escaped value") => {
            message!("in quotes a backslash is written twice: `\\\\`")
        }
        other => Message::verbatim(other),
    }
}

/// A part of a text with its place.
struct Written<'t> {
    text: &'t str,
    bytes: Range<usize>,
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

    /// The key and the value of a line that has a colon in the place of `=`.
    fn colon<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let line = &text[self.start..self.end];
        let (key, value) = line.split_once(':').filter(|_| !line.contains('='))?;
        let (key, value) = (key.trim(), value.trim());
        let is_key = !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'));
        (is_key && !value.is_empty()).then_some((key, value))
    }

    /// The key and the value of a line whose value is no value because it lacks its quotes.
    fn unquoted<'t>(
        &self,
        text: &'t str,
        bytes: &Range<usize>,
        message: &str,
    ) -> Option<(&'t str, Written<'t>)> {
        let line = &text[self.start..self.end];
        let (key, value) = line.split_once('=')?;
        let value_start = self.start + key.len() + 1;
        let behind = value.split('#').next().unwrap_or(value);
        let value = behind.trim();
        let start = value_start + behind.len() - behind.trim_start().len();
        let open = value.starts_with(['[', '{', '"', '\'']);
        let quotes = [
            "string values must be quoted",
            "invalid float",
            "invalid integer",
            "invalid boolean",
            "unexpected key or value",
            "unexpected leading zero",
        ];
        let fits = quotes.iter().any(|start| message.starts_with(start));
        let written = Written { text: value, bytes: start..start + value.len() };
        (fits && !open && bytes.start >= value_start.min(self.end)).then_some((key.trim(), written))
    }
}

/// Where a key or table that stands on this line a second time stands first: in the same table,
/// written the same way.
fn first(text: &str, line: &Line, bytes: &Range<usize>) -> Option<Range<usize>> {
    let written = text.get(line.start..bytes.end)?.trim_start();
    let header = written.starts_with('[');
    let mut end = line.start;
    for earlier in text[..line.start].lines().rev() {
        // Lines end in one or two bytes, and the last one may have none.
        let start = end
            .checked_sub(1)
            .map_or(0, |last| text[..last].rfind('\n').map_or(0, |newline| newline + 1));
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
