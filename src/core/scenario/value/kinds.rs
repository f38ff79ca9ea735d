//! What a key may hold.

use std::sync::Arc;

use jiff::civil::Date;

use crate::colour::Colour;
use crate::diagnostic::Span;
use crate::dist::Dist;
use crate::graph::loaded::Loaded;
use crate::scenario::artwork::{Font, Picture};
use crate::scenario::deck::SlideWords;
use crate::scenario::opening::Opening;
use crate::scenario::template::Template;

/// What a key holds.
#[derive(Clone, Debug)]
pub enum Value {
    Quantity(Dist),
    Whole(u64),
    /// Text, a choice, a currency or the id of a platform.
    Word(String),
    Date(Date),
    /// Weights of the months, January first.
    Months([f64; 12]),
    Opening(Opening),
    Colour(Colour),
    Colours([Colour; 6]),
    Font(Font),
    Picture(Picture),
    Template(Template),
    Slides(Vec<String>),
    SlideWords(Vec<SlideWords>),
    Flag(bool),
    Graph(List),
}

/// A word of the file with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub at: Span,
}

/// What somebody says beside a number of his: where he has it from, and what else is to be known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    pub source: Option<String>,
    pub note: Option<String>,
}

/// A list of friendships that was read.
#[derive(Clone, Debug)]
pub struct List {
    /// As the scenario names it.
    pub name: String,
    pub graph: Arc<Loaded>,
    pub fingerprint: u64,
}

/// A file that a quantity was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// As the scenario names it.
    pub name: String,
    pub bytes: Vec<u8>,
}
