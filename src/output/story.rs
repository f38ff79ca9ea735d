//! What the documents say, in one language: pages in the order in which they are told, each with a
//! message, a chart or a table, and how to read it. Deck, page, report and workbook are this story
//! in four forms; it is stored with a run, so that they can be made again without a trial.

mod advised;
mod answer;
mod grid;
mod money;
mod page;
mod pages;
mod sheets;
mod tables;

pub use answer::{Answer, Dots, Fact};
pub use grid::{Cell, Column, Grid, Head, Numbers, Style, of_unit};
pub use page::Page;
pub use pages::Tile;
pub use tables::Table;

use serde::{Deserialize, Serialize};

pub use super::charts::Part;
use super::charts::Picture;
use super::look::Look;
use super::pictures::{self, Findings};
use super::{Report, phrases};
use crate::locale::Locale;
use crate::summary::CashFlow;
use crate::trials;

/// The story of a run in one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Story {
    pub locale: Locale,
    /// Of the scenario.
    pub title: String,
    pub description: Option<String>,
    /// Horizon, currency and trials.
    pub line: String,
    /// Scenario, trials, and what the figures rest on.
    pub stamp: String,
    pub currency: String,
    /// What a reader of one page needs.
    pub answer: Answer,
    /// The figures that stand for all others.
    pub tiles: Vec<Tile>,
    pub pages: Vec<Page>,
    /// What its pages show, in their order.
    pub pictures: Vec<Picture>,
    /// The sheets of the workbook that have words in them.
    pub grids: Vec<Grid>,
}

/// The stories of a run in all languages, with what is the same in each.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Stories {
    /// `reachsim.story/3`.
    pub schema: String,
    pub version: String,
    pub revision: u32,
    /// The language of the scenario.
    pub locale: Locale,
    /// How its documents look.
    pub look: Look,
    /// In every language, in the order of [`Locale::ALL`].
    pub told: [Story; Locale::ALL.len()],
    /// Numbers of sheets, the same in every language.
    pub numbers: Vec<Numbers>,
    /// The day on which each week begins, as spreadsheets count days; empty where nobody says when
    /// it starts.
    pub days: Vec<f64>,
    /// The cash flow of the means, where money and weeks are counted.
    pub cash: Option<CashFlow>,
}

/// How a stored story of this program is marked.
pub const SCHEMA: &str = "reachsim.story/3";

impl Stories {
    pub fn of(report: &Report, look: &Look) -> Stories {
        let findings = Findings::of(report);
        let tell = |locale: Locale| Story::of(&Report { locale, ..*report }, &findings);
        Stories {
            schema: SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            revision: trials::REVISION,
            locale: report.locale,
            look: look.clone(),
            told: Locale::ALL.map(tell),
            numbers: sheets::shared(report),
            days: sheets::days(report.about().start, report.model().weeks).unwrap_or_default(),
            cash: report.summary().cash.clone(),
        }
    }

    /// The story in one language.
    pub const fn in_locale(&self, locale: Locale) -> &Story {
        &self.told[locale as usize]
    }
}

impl Story {
    fn of(report: &Report, findings: &Findings) -> Story {
        let locale = report.locale;
        let pictures = pictures::of_run(report, findings, locale);
        let answer = Answer::of(report, findings);
        Story {
            locale,
            title: report.about().title.of(report.locale).to_owned(),
            description: described(report),
            line: phrases::line(report.about(), report.model(), report.plan(), locale),
            stamp: pictures::stamp(report.about(), report.plan(), report.assumptions(), locale),
            currency: report.about().currency.clone(),
            tiles: pages::tiles(report),
            pages: pages::pages(report, &pictures, &answer),
            answer,
            grids: sheets::told(report, findings),
            pictures,
        }
    }
}

/// What the scenario is about, in the language of the report; of a claim, what is claimed.
fn described(report: &Report) -> Option<String> {
    let about = report.about();
    let words = about.description.as_ref().or(about.claim.text.as_ref())?;
    Some(words.of(report.locale).to_owned())
}
