//! A story by the month: the pictures, notes and sheets that stand in place of those by the week.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::grid::{Grid, Numbers};
use super::sheets::periods;
use super::{Stories, Story};
use crate::locale::Locale;
use crate::output::Report;
use crate::output::charts::Picture;
use crate::output::pictures::{self, Findings};
use crate::output::words::Words as _;
use crate::scenario::deck::Step;

/// What is told by the month.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Months {
    /// In every language, in the order of [`Locale::ALL`].
    told: [InMonths; Locale::ALL.len()],
    numbers: Numbers,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct InMonths {
    pictures: Vec<Picture>,
    /// The heads of the sheet.
    grid: Grid,
}

/// The sheet in whose place months stand.
const WEEKLY: &str = "Weekly";
/// Pages whose notes speak of weeks.
const NOTES: [&str; 2] = ["service", "campaigns"];

impl Months {
    /// None where nobody says when the horizon begins.
    pub fn of(report: &Report, findings: &Findings) -> Option<Months> {
        let numbers = periods::monthly(report)?;
        let told = Locale::ALL.map(|locale| {
            let report = Report { locale, ..*report };
            InMonths {
                pictures: pictures::by_month(&report, findings, locale),
                grid: periods::monthly_heads(&report),
            }
        });
        Some(Months { told, numbers })
    }
}

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
