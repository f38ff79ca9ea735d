//! A story by the step in which it is to go through the horizon.

use std::borrow::Cow;

use super::months::InMonths;
use super::{Stories, Story};
use crate::output::words::Words as _;
use crate::scenario::deck::Step;

/// The sheet in whose place months stand.
const WEEKLY: &str = "Weekly";
/// Pages whose notes speak of weeks.
const NOTES: [&str; 2] = ["service", "campaigns"];

impl Stories {
    /// The stories by the step that they are to be told by; by the week where they have no months.
    pub fn by_step(&self) -> Cow<'_, Stories> {
        let (Step::Month, Some(months)) = (self.deck.by, &self.months) else {
            return Cow::Borrowed(self);
        };
        let mut stories = self.clone();
        for (story, told) in stories.told.iter_mut().zip(&months.told) {
            replace(story, told);
        }
        for numbers in stories.numbers.iter_mut().filter(|numbers| numbers.id == WEEKLY) {
            numbers.clone_from(&months.numbers);
        }
        Cow::Owned(stories)
    }
}

fn replace(story: &mut Story, told: &InMonths) {
    let locale = story.locale;
    for picture in &told.pictures {
        let id = picture.chart.id;
        for known in story.pictures.iter_mut().filter(|known| known.chart.id == id) {
            known.clone_from(picture);
        }
        let [title, lead] = picture.figure.words(locale);
        let pages = story.pages.iter_mut().chain(&mut story.slides);
        for page in pages.filter(|page| page.chart.as_deref() == Some(id)) {
            (page.title, page.lead) = (title.clone(), lead.clone());
            if NOTES.contains(&id) {
                page.note = locale.say(&format!("read-{id}-by-month"), &[]);
            }
        }
    }
    for grid in story.grids.iter_mut().filter(|grid| grid.id == WEEKLY) {
        grid.clone_from(&told.grid);
    }
}
