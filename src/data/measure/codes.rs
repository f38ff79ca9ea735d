//! Word lists: which reasons a text speaks of.

mod fold;

use reachsim_core::diagnostic::Diagnostic;

pub use fold::fold;

/// Codes with their words.
#[derive(Clone, Debug)]
pub struct Codes {
    ids: Vec<String>,
}

impl Codes {
    /// Reads `[reason.ID]` tables with `words` and `not`. `source` is the place of the text among
    /// the sources into which the problems point.
    pub fn parse(text: &str, source: usize) -> Result<Codes, Vec<Diagnostic>> {
        todo!()
    }

    /// In the order of the file.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Places in [`Codes::ids`] of a text's codes, rising; none, one or several.
    pub fn of(&self, text: &str) -> Vec<usize> {
        todo!()
    }
}
