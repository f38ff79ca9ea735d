//! What the documents say, in one language: pages in the order in which they are told, each with a
//! message, a chart or a table, and how to read it. Deck, page, report and workbook are this story
//! in four forms; it is stored with a run, so that they can be made again without a trial.

mod advised;
pub mod analysis;
mod answer;
mod basis;
mod beside;
mod compared;
mod course;
mod futures;
mod grid;
mod learnt;
mod length;
mod money;
mod months;
mod must;
mod networks;
mod page;
mod pages;
mod sheets;
mod since;
mod slides;
mod step;
mod tables;
mod talk;
mod wrong;

pub use answer::{Answer, Dots, Fact, moved};
pub use basis::Basis;
pub use beside::held;
pub use compared::Compared;
pub use course::{Chapter, Stop, course};
pub use futures::{Asked, Choice, Futures, Named, Packed, Questions, changed, choices};
pub use grid::{Cell, Column, Grid, Head, Numbers, Style, of_unit};
pub use length::Length;
pub use months::Months;
pub use page::Page;
pub use pages::{Tile, tiles};
pub use tables::Table;
pub use talk::Talk;

use serde::{Deserialize, Serialize};

pub use super::charts::Part;
use super::charts::Picture;
use super::look::Look;
use super::pictures::{self, Findings};
use super::{Report, phrases};
use crate::locale::Locale;
use crate::scenario::deck::Deck;
use crate::summary::CashFlow;
use crate::trials;

/// The story of a run in one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Story {
    pub locale: Locale,
    /// What its figures rest on.
    #[serde(default)]
    pub basis: Basis,
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
    /// What only the deck shows.
    pub slides: Vec<Page>,
    /// What its pages show, in their order.
    pub pictures: Vec<Picture>,
    /// The sheets of the workbook that have words in them.
    pub grids: Vec<Grid>,
    /// What may be asked of the packed futures.
    pub questions: Option<Questions>,
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
    /// Which slides its deck has, and in which words of the file.
    pub deck: Deck,
    /// How many slides; `None` where the file may choose.
    pub length: Option<Length>,
    /// In every language, in the order of [`Locale::ALL`].
    pub told: [Story; Locale::ALL.len()],
    /// Numbers of sheets, the same in every language.
    pub numbers: Vec<Numbers>,
    /// The day on which each week begins, as spreadsheets count days; empty where nobody says when
    /// it starts.
    pub days: Vec<f64>,
    /// The cash flow of the means, where money and weeks are counted.
    pub cash: Option<CashFlow>,
    /// Futures for the page, the same in every language.
    pub futures: Option<Futures>,
    /// What is told by the month, where it is known when the horizon begins.
    #[serde(default)]
    pub months: Option<Months>,
}

/// How a stored story of this program is marked.
pub const SCHEMA: &str = "reachsim.story/3";

impl Stories {
    /// Of a study, in all languages: what only runs have is empty.
    fn of_study(locale: Locale, look: &Look, told: [Story; Locale::ALL.len()]) -> Stories {
        Stories {
            schema: SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            revision: trials::REVISION,
            locale,
            look: look.clone(),
            deck: Deck::default(),
            length: None,
            told,
            numbers: Vec::new(),
            days: Vec::new(),
            cash: None,
            futures: None,
            months: None,
        }
    }

    pub fn of(report: &Report, look: &Look) -> Stories {
        let findings = Findings::of(report);
        let tell = |locale: Locale| Story::of(&Report { locale, ..*report }, &findings);
        Stories {
            schema: SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            revision: trials::REVISION,
            locale: report.locale,
            look: look.clone(),
            deck: report.about().deck.clone(),
            length: None,
            told: Locale::ALL.map(tell),
            numbers: sheets::shared(report),
            days: sheets::days(report.about().start, report.model().weeks).unwrap_or_default(),
            cash: report.summary().cash.clone(),
            futures: Futures::of(report, &findings),
            months: Months::of(report, &findings),
        }
    }

    /// The story in one language.
    pub const fn in_locale(&self, locale: Locale) -> &Story {
        &self.told[locale as usize]
    }
}

impl Story {
    /// The picture of a page.
    pub fn picture(&self, page: &Page) -> Option<&Picture> {
        let chart = page.chart.as_deref()?;
        self.pictures.iter().find(|picture| picture.chart.id == chart)
    }

    fn of(report: &Report, findings: &Findings) -> Story {
        let locale = report.locale;
        let pictures = pictures::of_run(report, findings, locale);
        let answer = Answer::of(report, findings);
        Story {
            locale,
            basis: Basis::Futures,
            title: report.about().title.of(report.locale).to_owned(),
            description: described(report),
            line: phrases::line(report.about(), report.model(), report.plan(), locale),
            stamp: pictures::stamp(report.about(), report.plan(), report.assumptions(), locale),
            currency: report.about().currency.clone(),
            tiles: pages::tiles(report).into_iter().map(|(_, tile)| tile).collect(),
            pages: pages::pages(report, &pictures, &answer),
            slides: slides::slides(report, findings),
            answer,
            grids: sheets::told(report, findings),
            questions: Questions::of(report, findings),
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
