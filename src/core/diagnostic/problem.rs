//! A problem with an input, and the place where it stands.

use super::code::{Code, Severity};
use super::message::Message;
use super::suggest::did_you_mean;
use super::visible::visible;

/// A place in one of the texts that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Place of the text among those read, the scenario itself first.
    pub source: usize,
    /// Bytes of that text.
    pub bytes: std::ops::Range<usize>,
}

impl Span {
    /// The key by which spans are put in order: text, then place.
    pub fn start(&self) -> (usize, usize) {
        (self.source, self.bytes.start)
    }
}

/// A text that was read, under the name by which the user knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    pub text: String,
    /// Lines before the text, where it is a part of a file.
    pub before: usize,
}

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        Source { name: visible(&name.into()).into_owned(), text: text.into(), before: 0 }
    }

    /// Line of the file, from 1, in which a byte stands; a place past the end is in the last line.
    pub fn line(&self, byte: usize) -> usize {
        self.before + 1 + self.text.bytes().take(byte).filter(|&b| b == b'\n').count()
    }
}

/// A problem with an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    pub message: Message,
    /// `None` where there is no text to point into, as for a missing file.
    pub span: Option<Span>,
    /// What stands beside the caret; may be empty.
    pub label: Message,
    /// Further places, with where the rule comes from.
    pub also: Vec<(Span, Message)>,
    pub help: Option<Message>,
    /// The name that was probably meant by an unknown one.
    pub meant: Option<String>,
}

impl Diagnostic {
    pub fn new(code: Code, message: Message) -> Diagnostic {
        Diagnostic {
            code,
            message,
            span: None,
            label: Message::default(),
            also: Vec::new(),
            help: None,
            meant: None,
        }
    }

    #[must_use]
    pub fn at(self, span: Span, label: Message) -> Diagnostic {
        Diagnostic { span: Some(span), label, ..self }
    }

    #[must_use]
    pub fn also(mut self, span: Span, label: Message) -> Diagnostic {
        self.also.push((span, label));
        self
    }

    #[must_use]
    pub fn help(self, help: Message) -> Diagnostic {
        Diagnostic { help: Some(help), ..self }
    }

    /// Asks whether this name was meant.
    #[must_use]
    pub fn meant(self, name: &str) -> Diagnostic {
        Diagnostic { meant: Some(name.to_owned()), ..self.help(did_you_mean(name)) }
    }

    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}
