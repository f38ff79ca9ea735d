//! What those are called that a study sets against each other.

use std::fmt;

use crate::locale::Label;

/// One of several models, or of several decisions. Its words are those of the JSON documents; a
/// file may call a what-if by the same words, which does not make it the same alternative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alternative {
    /// The scenario without any of its what-ifs.
    AsItIs,
    /// To decide for the scenario, where nothing but doing without is set against it.
    DoIt,
    /// To decide against it.
    LeaveIt,
    /// A what-if or another file, by its name.
    Named(Label),
}

impl fmt::Display for Alternative {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Alternative::AsItIs => "the scenario as it is",
            Alternative::DoIt => "do it",
            Alternative::LeaveIt => "leave it",
            Alternative::Named(name) => name,
        })
    }
}
