//! `reachsim value-of-information`: what to measure first.

use super::super::layout::{self, WIDTH, ends, sentence, tame, wrap};
use super::{interval, title, value, words};
use crate::estimate::Known;
use crate::model::ColumnId;
use crate::output::Context;
use crate::output::format::Locale;
use crate::study::voi::{Knowledge, Worth};

/// Inputs that have a line.
const LINES: usize = 8;

/// What to measure first, and what it is worth at most.
pub fn voi(context: &Context, metric: ColumnId, decisions: &[String], (found, ranked): (&Knowledge, &[Worth])) -> String {
    let model = context.model;
    let mut lines = vec![title(context, found.trials)];
    let name = words(model, metric);
    let evpi = found.evpi();
    let best = tame(&decisions[found.best]);
    lines.extend(wrap(&format!("Without knowing more: {best}. {} by decision, on average:", sentence(&name)), WIDTH));
    for (decision, mean) in decisions.iter().zip(&found.means) {
        // Utilities are higher where they are better; the metric keeps its sign.
        let lower = model.metric(metric.metric).better == crate::metric::Better::Lower;
        let mean = if lower { mean.scaled(-1.0) } else { *mean };
        lines.push(ends(&format!("  {}", tame(decision)), &value(model, metric, mean)));
    }
    let per = if model.communities.is_empty() { String::new() } else { format!(" over {}", Locale::default().weeks(model.weeks as u64)) };
    let unit = super::unit_words(context, metric);
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let worth = |known: Known| format!("{}{unit}{per} ({} with 95 %)", value(model, metric, known), interval_above(context, metric, known));
    let told = |worth: &&Worth| worth.evppi.value > 0.0 && worth.evppi.interval()[1] > 0.0;
    let first = ranked.iter().find(told).filter(|_| evpi.value > 0.0);
    lines.push(String::new());
    let Some(first) = first else {
        let text = "No number is worth measuring for this decision: whatever it turned out to be, the decision would stay the same.";
        lines.extend(wrap(text, WIDTH));
        return layout::text(&lines);
    };
    let key = |worth: &Worth| worth.inputs.iter().map(|&input| tame(&found.inputs[input].0)).collect::<Vec<_>>().join(" and ");
    lines.extend(wrap(&format!("Measure {} first: knowing it exactly is worth up to {}.", key(first), worth(first.evppi)), WIDTH));
    lines.push("Worth of knowing, at most".to_owned());
    lines.extend(ranked.iter().filter(|worth| worth.evppi.value > 0.0).take(LINES).map(|worth| {
        let numbers = format!("{}  ({})", value(model, metric, worth.evppi), interval_above(context, metric, worth.evppi));
        ends(&format!("  {}", key(worth)), &numbers)
    }));
    let more = ranked.iter().filter(|worth| worth.evppi.value > 0.0).count().saturating_sub(LINES);
    if more > 0 {
        lines.push(format!("  and {more} that are worth less; --format json has all of them"));
    }
    for together in found.together(ranked) {
        lines.push(ends(&format!("  the first {} together", together.inputs.len()), &value(model, metric, together.evppi)));
    }
    lines.push(ends("  everything", &format!("{}  ({})", value(model, metric, evpi), interval_above(context, metric, evpi))));
    if !model.communities.is_empty() {
        lines.push("Luck cannot be known beforehand, and is not counted.".to_owned());
    }
    layout::text(&lines)
}

/// A worth is never below nothing.
fn interval_above(context: &Context, metric: ColumnId, known: Known) -> String {
    let [low, high] = known.interval();
    if known.se == 0.0 { interval(context.model, metric, known) } else { super::range(context.model, metric, [low.max(0.0), high]) }
}
