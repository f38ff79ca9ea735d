//! `reachsim break-even`: what must be true for a goal to be met.

use super::super::layout::{self, pad_left, wrap};
use super::title;
use crate::estimate::Estimate;
use crate::output::Context;
use crate::output::phrases::studies::{
    at_least_or_most, brief_input, goal, key_known, key_sum, of_statistic, own_share_short,
};
use crate::output::words::{Words as _, say, sentence};
use crate::study::Goal;
use crate::study::break_even::{BreakEven, Frontier};
use crate::study::turning::{Outcome, Turn};

/// Columns of a share.
const SHARE: usize = 6;

/// What each input has to be, what is out of its range, and the two strongest together.
pub fn break_even(context: &Context, wanted: &Goal, found: &BreakEven) -> String {
    let locale = context.locale;
    let mut lines = vec![title(context, found.trials)];
    let stands = of_statistic(context, wanted.statistic, found.as_it_is);
    let what = sentence(&goal(context, wanted));
    let id = if wanted.is_met(found.as_it_is.value) { "turns-met" } else { "turns-missed" };
    let first = locale.say(id, &[("goal", what.into()), ("found", stands.into())]);
    lines.extend(wrap(&first, context.columns));
    let rows: Vec<(String, String)> =
        found.turns.iter().filter_map(|turn| row(context, turn)).collect();
    if rows.is_empty() {
        lines.extend(wrap(&say!(locale, "turns-none"), context.columns));
    } else {
        lines.push(String::new());
        lines.extend(wrap(&say!(locale, "turns-head"), context.columns));
        lines.extend(layout::rows(&rows, context.columns));
    }
    for (outcome, id) in [(Outcome::Missed, "turns-out"), (Outcome::Met, "turns-kept")] {
        let these = found.turns.iter().filter(|turn| turn.outcome == outcome);
        let keys: Vec<String> = these.map(|turn| name(context, turn.input)).collect();
        if !keys.is_empty() {
            lines.push(String::new());
            let told = locale.say(id, &[("keys", locale.listed(&keys).into())]);
            lines.extend(wrap(&told, context.columns));
        }
    }
    if let Some(frontier) = &found.frontier {
        lines.push(String::new());
        lines.extend(together(context, frontier));
    }
    layout::text(&lines)
}

fn name(context: &Context, input: usize) -> String {
    brief_input(context, &context.model().inputs[input].key)
}

/// An input with the value at which the goal is met; nothing where there is none.
fn row(context: &Context, turn: &Turn) -> Option<(String, String)> {
    let Outcome::Turns { value, percentile, above } = turn.outcome else { return None };
    let (locale, key) = (context.locale, &context.model().inputs[turn.input].key);
    let told = say!(
        locale,
        "turns-row",
        bound = at_least_or_most(context, (key, value), above),
        now = key_known(context, key, Estimate { value: turn.now, ..value })
    );
    let share = pad_left(&own_share_short(locale, percentile, above), SHARE);
    let told = format!("{told}{share}");
    Some((format!("  {}", name(context, turn.input)), told))
}

/// The line on which the two strongest meet the goal together.
fn together(context: &Context, frontier: &Frontier) -> Vec<String> {
    let [first, second] = frontier.inputs.map(|input| &context.model().inputs[input].key);
    let [one, other] = frontier.inputs.map(|input| name(context, input));
    let head = say!(context.locale, "turns-together", first = one, second = other);
    let mut lines = wrap(&head, context.columns);
    let rows: Vec<(String, String)> = frontier
        .points
        .iter()
        .map(|(at, value)| {
            let bound = at_least_or_most(context, (second, *value), frontier.above);
            (format!("  {}", key_sum(context, first, *at)), bound)
        })
        .collect();
    lines.extend(layout::rows(&rows, context.columns));
    lines
}
