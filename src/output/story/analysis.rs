//! The story of what exports tell: the most telling figure, all figures, pictures, groups, the
//! seven tasks of monitoring, what is odd, what was left out, and how each file was read.

mod answer;
mod groups;
mod pages;
mod sheets;

use super::{Basis, Stories, Story};
use crate::locale::Locale;
use crate::output::analysis::Told;
use crate::output::charts::Picture;
use crate::output::look::Look;
use crate::output::phrases::analysis as words;
use crate::output::pictures;
use crate::output::words::say;

impl Stories {
    /// The stories of an analysis in all languages. What only runs have is empty.
    pub fn analysed(told: &Told, look: &Look) -> Stories {
        let stories = Locale::ALL.map(|locale| story(&Told { locale, ..*told }));
        Stories::of_study(told.locale, look, stories)
    }
}

fn story(told: &Told) -> Story {
    let (analysis, locale) = (told.analysis, told.locale);
    let pictures: Vec<Picture> = pictures::history::laid_over(told)
        .into_iter()
        .chain(pictures::analysis::pictures(analysis, locale))
        .collect();
    let answer = answer::answer(told);
    Story {
        locale,
        basis: Basis::Rows,
        title: say!(locale, "told-story"),
        description: None,
        line: line(told),
        stamp: stamp(told),
        currency: analysis.currency.clone().unwrap_or_default(),
        tiles: answer::tiles(analysis, locale),
        pages: pages::pages(told, &pictures, &answer),
        slides: Vec::new(),
        answer,
        grids: sheets::sheets(analysis, locale),
        questions: None,
        pictures,
    }
}

/// The period, how many files, and the zone.
fn line(told: &Told) -> String {
    let locale = told.locale;
    let period = told.analysis.period.map(|period| words::period(locale, period));
    let zone = words::zone(locale, &told.analysis.zone);
    let files = say!(locale, "analysis-files", n = files(told).len() as u64, zone = zone);
    period.into_iter().chain([files]).collect::<Vec<_>>().join(" · ")
}

/// The hashes of the files, each once.
fn files<'a>(told: &Told<'a>) -> Vec<&'a str> {
    let mut files: Vec<&str> =
        told.analysis.receipts.iter().map(|receipt| receipt.hash.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    files
}

/// How many files, the hash of the first of them, and how many rows were used.
fn stamp(told: &Told) -> String {
    let first = told.analysis.receipts.first().map_or("", |receipt| receipt.hash.as_str());
    let used = told.analysis.receipts.iter().map(|receipt| receipt.used).sum();
    say!(
        told.locale,
        "told-stamp",
        n = files(told).len() as u64,
        hash = first.get(..12).unwrap_or(first),
        rows = words::count(told.locale, used)
    )
}
