//! Reads values of one text, and notes what is wrong with them.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::folder::Folder;
use super::kinds::{DataFile, Word};
use crate::diagnostic::{Code, Conjunction, Diagnostic, Message, Span, listed, message, nearest};
use crate::digits::grouped;
use crate::scenario::number::{Fault, kind};

/// The text that is read, and the folder to which its paths are relative.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    pub source: usize,
    pub folder: &'a Folder,
}

/// Reads values of one text and notes what is wrong.
#[derive(Debug)]
pub struct Reader<'a> {
    pub origin: Origin<'a>,
    pub data: Vec<DataFile>,
    pub problems: &'a mut Vec<Diagnostic>,
}

/// Letters of the longest line of text, and of the longest description.
const LONGEST_LINE: usize = 1000;
/// A cell of a workbook holds 32,767.
const LONGEST_TEXT: usize = 30_000;

impl Reader<'_> {
    pub(super) fn span(&self, bytes: Range<usize>) -> Span {
        Span { source: self.origin.source, bytes }
    }

    /// Notes a problem at a place of the text.
    pub fn fail(
        &mut self,
        code: Code,
        bytes: Range<usize>,
        (message, label): (Message, Message),
    ) -> Noted<'_> {
        let span = self.span(bytes);
        self.problems.push(Diagnostic::new(code, message).at(span, label));
        Noted(self.problems)
    }

    pub fn fault(&mut self, fault: Fault) {
        let Fault { code, bytes, message, label, help } = fault;
        let diagnostic = Diagnostic::new(code, message).at(self.span(bytes), label);
        self.problems.push(if help.is_empty() { diagnostic } else { diagnostic.help(help) });
    }

    /// One line of text.
    pub fn text(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<Word> {
        let DeValue::String(text) = value.get_ref() else {
            let message = message!(
                "`{path}` is {kind}, but text is meant",
                path,
                kind = kind(value.get_ref())
            );
            self.fail(Code::WrongType, value.span(), (message, message!("not text")))
                .help(message!("put it in quotes"));
            return None;
        };
        let lines = matches!(path, "description" | "metric.formula");
        if text.trim().is_empty() {
            self.fail(
                Code::WrongType,
                value.span(),
                (message!("`{path}` is empty", path), message!("nothing stands here")),
            );
            return None;
        }
        if text.chars().any(|c| c.is_control() && !(lines && (c == '\n' || c == '\t' || c == '\r')))
        {
            let message = message!(
                "`{path}` holds a line break or another control character, but one line of text \
                 is meant",
                path
            );
            self.fail(Code::WrongType, value.span(), (message, message!("not one line of text")));
            return None;
        }
        let longest = if lines { LONGEST_TEXT } else { LONGEST_LINE };
        if text.chars().count() > longest {
            let message = message!(
                "`{path}` has {letters} letters, but at most {most} fit",
                path,
                letters = grouped(&text.chars().count(), "_"),
                most = grouped(&longest, "_")
            );
            self.fail(Code::OutOfRange, value.span(), (message, message!("too long")));
            return None;
        }
        Some(Word { text: text.trim().to_owned(), at: self.span(value.span()) })
    }

    pub fn choice(
        &mut self,
        value: &Spanned<DeValue>,
        path: &str,
        words: &'static [&'static str],
    ) -> Option<String> {
        let word = self.text(value, path)?.text;
        if words.contains(&word.as_str()) {
            return Some(word);
        }
        let help = nearest(&word, words.iter().copied()).map_or_else(
            || {
                message!(
                    "write one of {list}",
                    list = listed(words.iter().copied(), Conjunction::Or)
                )
            },
            |near| message!("did you mean \"{value}\"?", value = near),
        );
        let message = message!(
            "`{path}` is `{word}`, but it is one of {list}",
            path,
            word,
            list = listed(words.iter().copied(), Conjunction::Or)
        );
        self.fail(Code::UnknownChoice, value.span(), (message, message!("unknown word")))
            .help(help);
        None
    }

    pub(super) fn flag(&mut self, value: &Spanned<DeValue>, path: &str) -> Option<bool> {
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            DeValue::String(text) if matches!(text.as_ref(), "true" | "false") => {
                Some(text == "true")
            }
            other => {
                let message = message!(
                    "`{path}` is {kind}, but true or false is meant",
                    path,
                    kind = kind(other)
                );
                self.fail(Code::WrongType, value.span(), (message, message!("neither")))
                    .help(message!("write true or false, without quotes"));
                None
            }
        }
    }
}

/// A problem that was noted last and may still get a help.
pub struct Noted<'a>(&'a mut Vec<Diagnostic>);

impl Noted<'_> {
    pub fn help(self, help: Message) {
        if let Some(last) = self.0.last_mut() {
            last.help = Some(help);
        }
    }
}
