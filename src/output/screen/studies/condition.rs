//! `reachsim run --where`: the futures in which something happens.

use super::super::layout::{self, wrap};
use super::title;
use crate::estimate::Estimate;
use crate::output::Context;
use crate::output::phrases::chance;
use crate::output::phrases::future::{self as phrases, shifted};
use crate::output::phrases::studies::{brief_input, value, with_currency};
use crate::output::words::{Words as _, say};
use crate::study::condition::{Condition, Shift, Where};
use crate::trials::Trials;

/// Inputs that have a line.
const LINES: usize = 8;

/// How often it happens, what is different then, and how to see two of these futures.
pub fn condition(context: &Context, asked: Condition, found: &Where, trials: &Trials) -> String {
    let (locale, model) = (context.locale, context.model());
    let mut lines = vec![title(context, trials.plan.trials)];
    let head = locale.say(
        "where-head",
        &[
            ("condition", phrases::condition(context, asked).into()),
            ("chance", chance(locale, found.share).into()),
            ("n", found.count.into()),
        ],
    );
    lines.extend(wrap(&head, context.columns));
    let Some(stories) = found.stories else {
        lines.extend(wrap(&say!(locale, "where-nothing"), context.columns));
        return layout::text(&lines);
    };
    let sure: Vec<&Shift> = found.shifts.iter().filter(|shift| shift.is_sure).collect();
    lines.push(String::new());
    if sure.is_empty() {
        lines.extend(wrap(&say!(locale, "where-alike"), context.columns));
    } else {
        lines.extend(wrap(&say!(locale, "where-differs"), context.columns));
        let rows: Vec<(String, String)> =
            sure.iter().take(LINES).map(|shift| row(context, shift)).collect();
        lines.extend(layout::rows(&rows, context.columns));
        let rest = found.shifts.len() - sure.len();
        let more = sure.len().saturating_sub(LINES);
        let told = locale.say("where-rest", &[("more", more.into()), ("rest", rest.into())]);
        lines.extend(wrap(&told, context.columns));
    }
    lines.push(String::new());
    lines.extend(wrap(&say!(locale, "where-stories"), context.columns));
    let column = trials.column(model, asked.metric);
    for (trial, id) in stories.into_iter().zip(["where-typical", "where-farthest"]) {
        let at = value(context, asked.metric, Estimate::exact(column.value(trial)));
        let at = with_currency(context, asked.metric, &at);
        let told = locale.say(id, &[("value", at.into())]);
        lines.push(format!("  {told}: --trial {trial}"));
    }
    layout::text(&lines)
}

/// An input: typically how much there, instead of how much, and where that is in its own range.
fn row(context: &Context, shift: &Shift) -> (String, String) {
    let key = &context.model().inputs[shift.input].key;
    let [here, all, place] = shifted(context, shift);
    let told = say!(context.locale, "where-row", here = here, all = all, place = place);
    (format!("  {}", brief_input(context, key)), told)
}
