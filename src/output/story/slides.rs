//! Pages that only the deck shows: the numbers that the scenario states itself, and those that move
//! the answer.

use super::page::{Page, page};
use super::tables::{self, Table};
use crate::estimate::Estimate;
use crate::model::{Assumption, Origin, Understood};
use crate::output::Report;
use crate::output::charts::Part;
use crate::output::phrases;
use crate::output::pictures::Findings;
use crate::output::words::{Words as _, say, sentence};
use crate::scenario::keys;
use crate::summary::Fifths;

/// Numbers that move the answer and are told.
const DRIVERS: usize = 10;
/// Communities that stand beside each other.
const COLUMNS: usize = 7;
const COMMUNITY: &str = "community.";

pub fn slides(report: &Report, findings: &Findings) -> Vec<Page> {
    changed(report).into_iter().chain(estimates(report, findings)).collect()
}

/// The numbers that the scenario states itself; those of several communities beside each other.
fn changed(report: &Report) -> Option<Page> {
    let locale = report.locale;
    let is_own = |assumption: &&Assumption| {
        matches!(assumption.origin, Origin::File { .. } | Origin::CommandLine)
            && matches!(assumption.value, Understood::Quantity(_))
    };
    let own: Vec<&Assumption> = report.assumptions().iter().filter(is_own).collect();
    if own.is_empty() {
        return None;
    }
    let communities: Vec<&str> =
        report.model().communities.iter().map(|community| community.id.as_str()).collect();
    let table = if (2..=COLUMNS).contains(&communities.len()) {
        beside(report, &own, &communities)
    } else {
        let all = tables::assumptions(report);
        let rows = all.rows.into_iter().filter(|row| own.iter().any(|it| it.key == row[0]));
        // What it means, its value, where it comes from: the key stands in the workbook.
        let rows = rows.map(|row| vec![sentence(&row[1]), row[2].clone(), row[3].clone()]);
        let rows = rows.collect();
        Table { heads: all.heads[1..4].to_vec(), rows, words: 3, widths: vec![5.0, 3.0, 4.0] }
    };
    let title = say!(locale, "changed-title", n = own.len());
    let lead = phrases::Assumed::of(report.assumptions()).line(locale);
    let page = page("changed", Part::Appendix, (title, sentence(&lead)), locale);
    Some(Page { table: Some(table), ..page })
}

/// The numbers that move the answer most, with where they come from: which of them are estimates.
fn estimates(report: &Report, findings: &Findings) -> Option<Page> {
    let (locale, model, context) = (report.locale, report.model(), report.context());
    let column = findings.subject?;
    let moving = findings.drivers.iter().filter(|driver| driver.low != driver.high);
    let mut guessed = 0;
    let row = |driver: &Fifths| {
        let key = &model.inputs[driver.input].key;
        let assumption = report.assumptions().iter().find(|known| known.key == *key)?;
        let Understood::Quantity(dist) = &assumption.value else { return None };
        guessed += usize::from(assumption.origin.is_estimate());
        let se = if driver.se > 0.0 { driver.se } else { 0.0 };
        let [low, high] = [driver.low, driver.high]
            .map(|mean| phrases::studies::value(&context, column, Estimate::new(mean, se)));
        Some([
            sentence(&phrases::input_words(locale, model, key).0),
            phrases::shape(locale, dist, assumption.unit),
            tables::grade(report, &assumption.origin),
            low,
            high,
        ])
    };
    let rows: Vec<[String; 5]> = moving.take(DRIVERS).filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let words = phrases::metric_words(locale, model, column);
    let title = say!(locale, "estimates-title", n = guessed, all = rows.len());
    let lead = say!(locale, "estimates-lead", words = words);
    let heads = ["explain-meaning", "explain-value", "grade", "estimates-low", "estimates-high"]
        .map(|id| sentence(&locale.say(id, &[])));
    let table = Table::new(heads, (3, [5.0, 3.0, 2.2, 1.6, 1.6]), rows);
    let page = page("estimates", Part::Appendix, (title, sentence(&lead)), locale);
    Some(Page { table: Some(table), ..page })
}

/// A row a number, a column a community; what is said of all stands in the first column.
fn beside(report: &Report, own: &[&Assumption], communities: &[&str]) -> Table {
    let locale = report.locale;
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for assumption in own {
        let Understood::Quantity(dist) = &assumption.value else { continue };
        let value = phrases::shape(locale, dist, assumption.unit);
        let within = assumption.key.strip_prefix(COMMUNITY).and_then(|rest| rest.split_once('.'));
        let known = within.and_then(|(id, rest)| {
            Some((communities.iter().position(|known| *known == id)?, rest.to_owned()))
        });
        let (column, name) = known.unwrap_or((0, assumption.key.clone()));
        let at = rows.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            let path = &assumption.key;
            let words = keys::find(path).map_or_else(
                || phrases::input_words(locale, report.model(), path).0,
                |key| phrases::brief(locale, &phrases::key_words(locale, key, path)),
            );
            let mut cells = vec![String::new(); communities.len() + 1];
            cells[0] = sentence(&words);
            rows.push((name, cells));
            rows.len() - 1
        });
        rows[at].1[column + 1] = value;
    }
    let first = locale.say("explain-meaning", &[]);
    let names = &report.model().communities;
    let heads = names.iter().map(|community| phrases::tame(community.name.of(locale)));
    let widths = std::iter::once(4.0).chain(communities.iter().map(|_| 1.5));
    Table {
        heads: std::iter::once(first).chain(heads).collect(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        words: communities.len() + 1,
        widths: widths.collect(),
    }
}
