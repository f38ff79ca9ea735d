//! What every document is made from.

use std::io;

use crate::locale::Locale;
use crate::output::charts::{Picture, Plot};
use crate::output::draw::{Scene, Sheet, Svg};
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
        self.story.picture(page)
    }

    /// The picture of a page on a sheet, without the words that the page says itself.
    pub fn scene(&self, page: &Page, sheet: Sheet) -> Option<Scene> {
        let picture = self.picture(page)?;
        Some(picture.figure.scene("", &self.look.theme(self.locale()), sheet))
    }

    /// The picture of a page for a phone.
    pub fn narrow(&self, page: &Page) -> Option<Svg> {
        let sheet = self.picture(page)?.figure.phone();
        Some(Svg::of(&self.scene(page, sheet)?))
    }

    /// The numbers of a page's picture.
    pub fn plots(&self, page: &Page) -> Vec<Plot> {
        self.picture(page).map_or_else(Vec::new, |found| found.figure.plots(self.locale()))
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
