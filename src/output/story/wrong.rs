//! The page of the futures that go wrong.

use super::page::{Page, page};
use super::tables::Table;
use crate::estimate::Estimate;
use crate::output::charts::Part;
use crate::output::format::Format as _;
use crate::output::phrases::chance;
use crate::output::phrases::future::{condition, shifted};
use crate::output::phrases::studies::{brief_input, value, with_currency};
use crate::output::words::{Words as _, say, sentence};
use crate::output::{Report, Wrong};
use crate::study::condition::Shift;

/// Inputs that have a row.
const ROWS: usize = 8;

/// How often the first target is missed or money is lost, what is different then, and which two
/// futures show it week by week; nothing where that happens always or never.
pub fn wrong(report: &Report) -> Option<Page> {
    let Wrong { condition: asked, found, values } = report.extras.wrong.as_ref()?;
    let (locale, context) = (report.locale, report.context());
    let sure: Vec<&Shift> = found.shifts.iter().filter(|shift| shift.is_sure).collect();
    let input = |shift: &Shift| brief_input(&context, &report.model().inputs[shift.input].key);
    let happens = condition(&context, *asked);
    let often = chance(locale, found.share);
    let title = match sure.first() {
        Some(first) => {
            say!(locale, "wrong-title", condition = happens, chance = often, first = input(first))
        }
        None => say!(locale, "wrong-luck", condition = happens, chance = often),
    };
    let mut told = found.stories?.into_iter().zip(values).map(|(trial, found)| {
        let number = locale.number(trial as f64, Some(0.0));
        let found = value(&context, asked.metric, Estimate::exact(*found));
        let found = with_currency(&context, asked.metric, &found);
        say!(locale, "wrong-story", number = number, value = found)
    });
    let (typical, farthest) = (told.next()?, told.next()?);
    let lead = say!(locale, "wrong-lead", typical = typical, farthest = farthest);
    let row = |shift: &&Shift| {
        let [here, all, place] = shifted(&context, shift);
        [sentence(&input(shift)), here, all, place]
    };
    let rows: Vec<[String; 4]> = sure.iter().take(ROWS).map(row).collect();
    let heads = ["explain-meaning", "wrong-here", "wrong-all", "wrong-place"]
        .map(|id| sentence(&locale.say(id, &[])));
    let table = (!rows.is_empty()).then(|| Table::new(heads, (1, [5.0, 2.0, 2.0, 1.6]), rows));
    let page = page("wrong", Part::Main, (title, lead), locale);
    Some(Page { table, ..page })
}
