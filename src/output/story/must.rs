//! The page of what must be true.

use super::page::{Page, page};
use super::tables::Table;
use crate::estimate::Estimate;
use crate::output::Report;
use crate::output::charts::Part;
use crate::output::phrases::studies::{
    at_least_or_most, brief_input, goal, key_known, of_statistic, own_share, own_share_short,
};
use crate::output::words::{Words as _, say, sentence};
use crate::study::musts::Must;

/// Inputs that have a row.
const ROWS: usize = 8;

/// What each number has to be by itself for the first target to be met, or for no loss; nothing
/// where that happens always or never.
pub fn must(report: &Report) -> Option<Page> {
    let found = report.extras.musts.as_ref()?;
    let (locale, context) = (report.locale, report.context());
    let key = |turn: &Must| report.model().inputs[turn.input].key.as_str();
    let bound = |turn: &Must| at_least_or_most(&context, (key(turn), turn.value), turn.above);
    let goal = sentence(&goal(&context, &found.goal));
    let title = match found.turns.first() {
        Some(first) => {
            let must = say!(
                locale,
                "turns-must",
                key = brief_input(&context, key(first)),
                bound = bound(first),
                share = own_share(locale, first.percentile, first.above)
            );
            say!(locale, "turns-title", goal = goal, must = must)
        }
        None => say!(locale, "must-none", goal = goal),
    };
    let stands = of_statistic(&context, found.goal.statistic, found.as_it_is);
    let lead = say!(locale, "must-lead", found = stands);
    let row = |turn: &Must| {
        let now = key_known(&context, key(turn), Estimate { value: turn.now, ..turn.value });
        let share = own_share_short(locale, turn.percentile, turn.above);
        [sentence(&brief_input(&context, key(turn))), bound(turn), now, share]
    };
    let rows: Vec<[String; 4]> = found.turns.iter().take(ROWS).map(row).collect();
    let heads = ["explain-meaning", "must-be", "must-now", "must-share"]
        .map(|id| sentence(&locale.say(id, &[])));
    let table = (!rows.is_empty()).then(|| Table::new(heads, (1, [4.4, 2.6, 2.0, 1.8]), rows));
    let page = page("must", Part::Main, (title, lead), locale);
    Some(Page { table, ..page })
}
