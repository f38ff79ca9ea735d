//! What is wrong with an input, where, and what to do about it: codes, places, suggestions, and the
//! only place that renders a problem.
//!
//! A message is lower case, has no final period, quotes the user's own words in backticks, and says
//! the rule; the second label says where the rule comes from; the help says what to write instead.
//! All problems of an input are collected and shown together, in the order of their places.

mod code;
mod render;
mod suggest;

use std::fmt;

pub use code::{CODES, Code, Severity};
pub use render::Style;
pub use suggest::{did_you_mean, listed, nearest, nearest_of, nearest_or, nearly, one_of};

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
        Source { name: name.into(), text: text.into(), before: 0 }
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
    pub message: String,
    /// `None` where there is no text to point into, as for a missing file.
    pub span: Option<Span>,
    /// What stands beside the caret; may be empty.
    pub label: String,
    /// Further places, with where the rule comes from.
    pub also: Vec<(Span, String)>,
    pub help: Option<String>,
    /// The name that was probably meant by an unknown one.
    pub meant: Option<String>,
}

impl Diagnostic {
    pub fn new(code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            message: message.into(),
            span: None,
            label: String::new(),
            also: Vec::new(),
            help: None,
            meant: None,
        }
    }

    #[must_use]
    pub fn at(self, span: Span, label: impl Into<String>) -> Diagnostic {
        Diagnostic { span: Some(span), label: label.into(), ..self }
    }

    #[must_use]
    pub fn also(mut self, span: Span, label: impl Into<String>) -> Diagnostic {
        self.also.push((span, label.into()));
        self
    }

    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Diagnostic {
        Diagnostic { help: Some(help.into()), ..self }
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

/// Problems with the texts into which they point, in the order of their places, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    pub sources: Vec<Source>,
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    pub fn new(sources: Vec<Source>, mut list: Vec<Diagnostic>) -> Diagnostics {
        list.sort_by_key(place);
        // Two identical problems of one place need not be neighbours.
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(list.len());
        for diagnostic in list {
            let same_place =
                kept.iter().rev().take_while(|other| place(other).0 == place(&diagnostic).0);
            if !same_place.into_iter().any(|other| *other == diagnostic) {
                kept.push(diagnostic);
            }
        }
        Diagnostics { sources, list: kept }
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether there is anything beyond warnings.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// Line, from 1, of a problem that points somewhere.
    pub fn line(&self, diagnostic: &Diagnostic) -> Option<usize> {
        let span = diagnostic.span.as_ref()?;
        self.sources.get(span.source).map(|source| source.line(span.bytes.start))
    }

    /// The problems as people read them, the first hundred of them, with a count of the rest.
    pub fn render(&self, style: Style) -> String {
        render::render(&self.sources, &self.list, style)
    }
}

/// The problems as people read them, in plain text.
impl fmt::Display for Diagnostics {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.render(Style::Plain).trim_end())
    }
}

impl std::error::Error for Diagnostics {}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

fn place(diagnostic: &Diagnostic) -> (Option<(usize, usize)>, Code) {
    (diagnostic.span.as_ref().map(Span::start), diagnostic.code)
}
