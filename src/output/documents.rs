//! DOCUMENTS: the one table of what is made from a story for people. Each is a function of the
//! story and of the look; no user, path or clock enters any of them, so that the same story gives
//! the same bytes.

mod deck;
mod markdown;
mod page;
mod workbook;
mod xml;

use std::io;

use super::charts::{Picture, Plot};
use super::draw::Svg;
use super::look::Look;
use super::story::{Page, Stories, Story};
use super::words::say;
use crate::locale::Locale;

/// A story with all that its documents need.
#[derive(Clone, Copy, Debug)]
pub struct DocumentInput<'a> {
    pub story: &'a Story,
    pub stories: &'a Stories,
    pub look: &'a Look,
    /// The pictures of the story as they are drawn, with the ids of their charts.
    pub drawn: &'a [(&'static str, Svg)],
}

/// One row of DOCUMENTS.
pub struct Document {
    /// How `--format` names it.
    pub id: &'static str,
    /// The name of its file.
    pub file: &'static str,
    pub make: fn(&DocumentInput) -> io::Result<Vec<u8>>,
}

/// Those that take longest first.
pub const DOCUMENTS: &[Document] = &[
    Document { id: "xlsx", file: "report.xlsx", make: workbook::make },
    Document { id: "pptx", file: "deck.pptx", make: deck::make },
    Document { id: "html", file: "report.html", make: page::make },
    Document { id: "md", file: "report.md", make: markdown::make },
];

impl DocumentInput<'_> {
    fn locale(&self) -> Locale {
        self.story.locale
    }

    /// The picture of a page.
    fn picture(&self, page: &Page) -> Option<&Picture> {
        let chart = page.chart.as_deref()?;
        self.story.pictures.iter().find(|picture| picture.chart.id == chart)
    }

    /// The numbers of a page's picture.
    fn plots(&self, page: &Page) -> Vec<Plot> {
        self.picture(page).map_or_else(Vec::new, |found| found.figure.plots(self.locale()))
    }

    /// The foot of every page.
    fn foot(&self) -> String {
        let own = self.look.foot(&say!(self.locale(), "confidential"));
        if own.is_empty() {
            self.story.stamp.clone()
        } else {
            format!("{own} · {}", self.story.stamp)
        }
    }
}

fn failed(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}
