//! DOCUMENTS: the one table of what is made from a story for people. Each is a function of the
//! story and of the look; no user, path or clock enters any of them, so that the same story gives
//! the same bytes.

mod answer;
mod deck;
mod input;
mod markdown;
pub mod page;
mod workbook;
pub(super) mod xml;

use std::io;

pub use input::DocumentInput;

/// One row of DOCUMENTS.
pub struct Document {
    /// How `--format` names it.
    pub id: &'static str,
    /// The name of its file.
    pub file: &'static str,
    pub make: fn(&DocumentInput) -> io::Result<Vec<u8>>,
}

/// All documents, those that take longest first.
pub const DOCUMENTS: &[Document] = &[
    Document { id: "xlsx", file: "report.xlsx", make: workbook::make },
    Document { id: "pptx", file: "deck.pptx", make: deck::make },
    Document { id: "html", file: "report.html", make: page::make },
    Document { id: "pdf", file: "answer.pdf", make: answer::make },
    Document { id: "md", file: "report.md", make: markdown::make },
];
