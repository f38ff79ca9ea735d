//! What stands beside the figures: the tiles of the first page, what moves the answer, the what-ifs
//! of the file, what was changed.

use serde_json::{Value, json};

use super::against::Against;
use crate::diagnostic::Diagnostic;
use crate::output::Report;
use crate::output::phrases::names;
use crate::output::pictures::Findings;
use crate::output::story;
use crate::output::words::{Case, Words as _, sentence};
use crate::summary::Fifths;

/// The figures of the first page.
pub fn tiles(report: &Report) -> Vec<Value> {
    let tile = |(id, tile): (String, story::Tile)| {
        json!({
            "id": id,
            "words": tile.words,
            "typical": tile.typical,
            "range": tile.range,
        })
    };
    story::tiles(report).into_iter().map(tile).collect()
}

/// The inputs that move the answer most, the first one most of all.
pub fn drivers(report: &Report, findings: &Findings) -> Vec<Value> {
    let Some(column) = findings.subject else { return Vec::new() };
    let driver = |driver: &Fifths| {
        let key = &report.model().inputs[driver.input].key;
        let name = names::input(report.locale, report.model(), key, Case::Nominative);
        json!({
            "key": key,
            "label": sentence(&name),
            "text": story::moved(report, column, driver),
            "rank": driver.rank,
        })
    };
    findings.drivers.iter().filter(|driver| driver.low != driver.high).map(driver).collect()
}

/// The what-ifs of the file, with what each is worth.
pub fn what_ifs(report: &Report) -> Vec<Value> {
    let choices = story::choices(report).into_iter();
    choices.map(|choice| json!({ "name": choice.words, "text": choice.told.join(" ") })).collect()
}

/// What was changed, and what of it has no effect.
pub fn changed(report: &Report, against: &Against) -> Vec<Value> {
    let locale = report.locale;
    let (before, now) = (&against.base.run.case.lowered, &against.tried.case.lowered);
    let is_new = |found: &&Diagnostic| before.warnings.iter().all(|other| other != *found);
    let new: Vec<&Diagnostic> = now.warnings.iter().filter(is_new).collect();
    let rows = against.tried.changed(&against.base.run.case, locale);
    let row = |([key, was, now], (source, _)): ([String; 3], &(usize, String))| {
        let own =
            |found: &&&Diagnostic| found.span.as_ref().is_some_and(|span| span.source == *source);
        let remark = new.iter().find(own).map(|found| locale.message(&found.message));
        json!({ "key": key, "was": was, "now": now, "remark": remark })
    };
    rows.into_iter().zip(&against.tried.keys).map(row).collect()
}
