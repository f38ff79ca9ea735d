//! How a choice fares over everything that is uncertain.

use super::super::layout::{self, wrap};
use crate::model::ColumnId;
use crate::output::Context;
use crate::output::phrases::robust::turned;
use crate::output::phrases::studies::value;
use crate::output::phrases::{self};
use crate::output::words::{Words as _, say};
use crate::study::robust::{Robust, Standing};

/// Alternatives and inputs that have a line.
const LINES: usize = 8;

/// In how many futures each alternative is the best, what it costs to have chosen another one, and
/// which input turns the choice.
pub fn robust(
    context: &Context,
    metric: ColumnId,
    names: &[String],
    found: &Robust,
) -> Vec<String> {
    let locale = context.locale;
    let choice = &names[found.choice];
    let mut lines = wrap(&say!(locale, "robust-head", choice = choice.as_str()), context.columns);
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|&a, &b| {
        let best = |place: usize| found.standings[place].best.value;
        best(b).total_cmp(&best(a)).then(a.cmp(&b))
    });
    let row = |&place: &usize| {
        let Standing { best, regret, worst } = found.standings[place];
        let told = say!(
            locale,
            "robust-row",
            chance = phrases::chance_short(locale, best),
            regret = value(context, metric, regret),
            worst = value(context, metric, worst)
        );
        (format!("  {}", names[place]), told)
    };
    let rows: Vec<(String, String)> = order.iter().take(LINES).map(row).collect();
    lines.extend(wrap(&say!(locale, "robust-columns"), context.columns));
    lines.extend(layout::rows(&rows, context.columns));
    if order.len() > LINES {
        lines.push(format!("  {}", say!(locale, "and-more", n = order.len() - LINES)));
    }
    lines.extend(turns(context, metric, names, found));
    lines
}

/// What turns the choice, or that nothing does.
fn turns(context: &Context, metric: ColumnId, names: &[String], found: &Robust) -> Vec<String> {
    let locale = context.locale;
    if found.holds() {
        let id = if found.inputs == 0 { "robust-certain" } else { "robust-holds" };
        return wrap(&locale.say(id, &[]), context.columns);
    }
    let words = phrases::studies::words(context, metric);
    let mut lines = wrap(&say!(locale, "robust-turns", words = words), context.columns);
    for turn in found.turns.iter().take(LINES) {
        let told = turned(context, turn, &names[turn.flip.to]);
        let told = wrap(&told, context.columns - 2);
        lines.extend(told.into_iter().map(|line| format!("  {line}")));
    }
    if found.turns.len() > LINES {
        lines.push(format!("  {}", say!(locale, "and-more", n = found.turns.len() - LINES)));
    }
    lines
}
