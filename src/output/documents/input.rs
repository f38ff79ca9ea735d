//! What every document is made from.

use std::io;

use crate::locale::Locale;
use crate::output::charts::{Picture, Plot};
use crate::output::draw::Svg;
use crate::output::look::Look;
use crate::output::story::{Page, Stories, Story};
use crate::output::words::say;

/// A story with all that its documents need.
#[derive(Clone, Copy, Debug)]
pub struct DocumentInput<'a> {
    pub story: &'a Story,
    pub stories: &'a Stories,
    pub look: &'a Look,
    /// The pictures of the story as they are drawn, with the ids of their charts.
    pub drawn: &'a [(&'static str, Svg)],
}

impl DocumentInput<'_> {
    pub fn locale(&self) -> Locale {
        self.story.locale
    }

    /// The picture of a page.
    pub fn picture(&self, page: &Page) -> Option<&Picture> {
        let chart = page.chart.as_deref()?;
        self.story.pictures.iter().find(|picture| picture.chart.id == chart)
    }

    /// The numbers of a page's picture.
    pub fn plots(&self, page: &Page) -> Vec<Plot> {
        self.picture(page).map_or_else(Vec::new, |found| found.figure.plots(self.locale()))
    }

    /// A page's picture for phones, where there is one.
    pub fn narrow(&self, _page: &Page) -> Option<Svg> {
        None
    }

    /// The foot of every page.
    pub fn foot(&self) -> String {
        let own = self.look.foot(&say!(self.locale(), "confidential"));
        if own.is_empty() {
            self.story.stamp.clone()
        } else {
            format!("{own} · {}", self.story.stamp)
        }
    }
}

/// An error of a library as one of the files.
pub fn failed(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}
