//! From a run to its pictures, in one language.

pub mod analysis;
pub mod backtest;
pub mod break_even;
mod business;
pub mod calibration;
pub mod choice;
pub mod graph;
pub mod history;
mod maker;
pub mod measure;
mod reach;
pub mod record;
mod regret;
mod spread;
pub mod story;
pub mod studies;
mod voices;

use super::Report;
use super::charts::Picture;
use super::format::Locale;
use crate::scenario::deck::Step;
pub use maker::{Findings, drawn, scope, stamp};
use maker::{Maker, Pictures};

/// Every picture for which the run has data, in the order in which they tell its story.
pub fn of_run(report: &Report, findings: &Findings, locale: Locale) -> Vec<Picture> {
    let maker = maker((report, findings), locale, Step::Week);
    let mut pictures = Pictures::default();
    if !report.model().communities.is_empty() {
        maker.reach(&mut pictures);
        maker.business(&mut pictures);
    }
    maker.spread(&mut pictures);
    studies::add(report, &mut pictures);
    pictures.0
}

/// The pictures that go through the horizon, month by month; none where nobody says when it starts.
pub fn by_month(report: &Report, findings: &Findings, locale: Locale) -> Vec<Picture> {
    if report.model().calendar.months.is_empty() {
        return Vec::new();
    }
    let maker = maker((report, findings), locale, Step::Month);
    let mut pictures = Pictures::default();
    maker.reach(&mut pictures);
    maker.business(&mut pictures);
    pictures.0.retain(|picture| picture.figure.has_steps());
    pictures.0
}

fn maker<'a>(
    (report, findings): (&'a Report<'a>, &'a Findings),
    locale: Locale,
    step: Step,
) -> Maker<'a> {
    let scope = scope(report.about(), report.model(), locale);
    Maker { report, findings, locale, scope, step }
}
