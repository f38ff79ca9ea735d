//! What is wrong with an input, where, and what to do about it.

/// What a diagnostic is about. Every code has one example in the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// A number that cannot be read.
    Number,
}

/// A place in one of the texts that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Place of the text among those read, the scenario itself first.
    pub source: usize,
    /// Bytes of that text.
    pub bytes: std::ops::Range<usize>,
}
