//! What is wrong with an input, where, and what to do about it: codes, places, suggestions, and the
//! only place that renders a problem.
//!
//! A message is lower case, has no final period, quotes the user's own words in backticks, and says
//! the rule; the second label says where the rule comes from; the help says what to write instead.
//! It is a pattern with arguments, whose English words stand where it is found ([`Message`]).
//! All problems of an input are collected and shown together, in the order of their places.

mod code;
mod message;
mod problem;
mod render;
mod suggest;
mod visible;

use std::fmt;

pub use code::{CODES, Code, Severity};
pub use message::{Argument, Message, Numeral, Said, message};
pub use problem::{Diagnostic, Source, Span};
pub use render::{Say, Style};
pub use suggest::{
    Conjunction, did_you_mean, either, listed, most_alike, nearest, nearest_of, nearest_or, nearly,
    one_of, there_are,
};
pub use visible::visible;

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
        self.render_in(style, &|message| message.english().to_owned())
    }

    /// The same in another language: what says a message in it.
    pub fn render_in(&self, style: Style, say: &Say) -> String {
        render::render(&self.sources, &self.list, (style, say))
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
