//! `reachsim value-of-information`: what to measure first.

use super::super::layout::{self, wrap};
use super::title;
use crate::estimate::Estimate;
use crate::model::ColumnId;
use crate::output::Context;
use crate::output::format::Format as _;
use crate::output::phrases::names;
use crate::output::phrases::studies::{interval, named, range, value, with_currency, words};
use crate::output::words::{Case, Words as _, say, sentence};
use crate::study::Alternative;
use crate::study::voi::{Knowledge, Worth};

/// Inputs that have a line.
const LINES: usize = 8;

/// What to measure first, and what it is worth at most.
pub fn voi(
    context: &Context,
    metric: ColumnId,
    decisions: &[Alternative],
    found: &Knowledge,
    ranked: &[Worth],
) -> String {
    let model = context.model();
    let mut lines = vec![title(context, found.trials)];
    let locale = context.locale;
    let name = words(context, metric);
    let evpi = found.evpi();
    let best = named(locale, &decisions[found.best]);
    lines.extend(wrap(
        &say!(locale, "voi-decision", best = best, words = sentence(&name)),
        context.columns,
    ));
    let decided = decisions.iter().zip(&found.means).map(|(decision, mean)| {
        // Utilities are higher where they are better; the metric keeps its sign.
        let lower = model.metric(metric.metric).better == crate::metric::Better::Lower;
        let mean = if lower { mean.scaled(-1.0) } else { *mean };
        (format!("  {}", named(locale, decision)), value(context, metric, mean))
    });
    lines.extend(layout::rows(&decided.collect::<Vec<_>>(), context.columns));
    let worth = |known: Estimate| {
        let value = with_currency(context, metric, &value(context, metric, known));
        let range = interval_above(context, metric, known);
        if model.communities.is_empty() {
            say!(locale, "voi-worth-bare", value = value, range = range)
        } else {
            say!(
                locale,
                "voi-worth",
                value = value,
                range = range,
                time = locale.weeks(model.weeks as u64)
            )
        }
    };
    lines.push(String::new());
    let Some(first) = Knowledge::first(ranked) else {
        let most = found.most();
        let text = if most == 0.0 {
            say!(locale, "voi-nothing")
        } else {
            let worth = value(context, metric, Estimate::exact(most));
            say!(locale, "voi-little", worth = with_currency(context, metric, &worth))
        };
        lines.extend(wrap(&text, context.columns));
        return layout::text(&lines);
    };
    let key = |worth: &Worth, case: Case| {
        let name = |input: &usize| names::input(locale, model, &found.inputs[*input].0, case);
        locale.listed(&worth.inputs.iter().map(name).collect::<Vec<_>>())
    };
    lines.extend(wrap(
        &say!(locale, "voi-first", key = key(first, Case::Accusative), worth = worth(first.evppi)),
        context.columns,
    ));
    lines.push(say!(locale, "voi-head"));
    let worthy = ranked.iter().filter(|worth| worth.evppi.value > 0.0).take(LINES);
    let mut rows: Vec<(String, String)> = Vec::new();
    rows.extend(worthy.map(|worth| {
        let numbers = format!(
            "{}  ({})",
            value(context, metric, worth.evppi),
            interval_above(context, metric, worth.evppi)
        );
        (format!("  {}", key(worth, Case::Nominative)), numbers)
    }));
    let more = ranked.iter().filter(|worth| worth.evppi.value > 0.0).count().saturating_sub(LINES);
    if more > 0 {
        rows.push((format!("  {}", say!(locale, "voi-more", n = more)), String::new()));
    }
    for together in found.together(ranked) {
        rows.push((
            format!("  {}", say!(locale, "voi-together", n = together.inputs.len())),
            value(context, metric, together.evppi),
        ));
    }
    rows.push((
        format!("  {}", say!(locale, "voi-everything")),
        format!("{}  ({})", value(context, metric, evpi), interval_above(context, metric, evpi)),
    ));
    let rows = layout::rows(&rows, context.columns);
    lines.extend(rows.iter().map(|row| row.trim_end().to_owned()));
    if !model.communities.is_empty() {
        lines.push(say!(locale, "voi-luck"));
    }
    layout::text(&lines)
}

/// A worth is never below nothing.
fn interval_above(context: &Context, metric: ColumnId, known: Estimate) -> String {
    let [low, high] = known.interval();
    if known.se == 0.0 {
        interval(context, metric, known)
    } else {
        range(context, metric, [low.max(0.0), high])
    }
}
