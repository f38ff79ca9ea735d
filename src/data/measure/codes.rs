//! Word lists: which reasons a text speaks of.
//!
//! ```toml
//! [reason.delivery]
//! words = ["доставк*", "courier", "did not arrive"]
//! not = ["доставка бесплатно"]
//! ```
//!
//! A word is found as a whole, or with any ending where a star stands behind it; capitals, ё and е,
//! forms of apostrophes and widths of spaces do not matter. A text has every code of which a word
//! stands in it, unless one of its `not` stands there, too. Words of scripts without spaces are
//! found wherever they stand.

mod fold;
mod parse;
mod words;

use reachsim_core::diagnostic::{Code, Diagnostic, message};

use words::Finder;

pub use fold::fold;

/// Codes with their words.
#[derive(Clone, Debug)]
pub struct Codes {
    ids: Vec<String>,
    finder: Finder,
}

impl Codes {
    /// Reads `[reason.ID]` tables with `words` and `not`. `source` is the place of the text among
    /// the sources into which the problems point.
    pub fn parse(text: &str, source: usize) -> Result<Codes, Vec<Diagnostic>> {
        let lists = parse::parse(text, source)?;
        let finder = Finder::of(lists.wanted, lists.ids.len()).map_err(|_| {
            let message = message!("the word lists are too long to be searched at once");
            let help = message!("leave out words, or write their beginnings with a `*`");
            vec![Diagnostic::new(Code::FileTooLarge, message).help(help)]
        })?;
        Ok(Codes { ids: lists.ids, finder })
    }

    /// In the order of the file.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Places in [`Codes::ids`] of a text's codes, rising; none, one or several.
    pub fn of(&self, text: &str) -> Vec<usize> {
        self.finder.of_text(&fold(text))
    }
}
