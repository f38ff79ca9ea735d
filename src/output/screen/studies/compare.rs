//! `reachsim compare`: each variant against the base.

use super::super::layout::{self, LABEL, WIDTH, cut, pad, pad_left, sentence, tame, wrap};
use super::{interval, settled, signed, title, value, words};
use crate::design::Sampler;
use crate::estimate::{Estimate, Known};
use crate::model::ColumnId;
use crate::output::Context;
use crate::output::format::Locale;
use crate::output::screen::targets;
use crate::study::Order;
use crate::study::compare::{Comparison, Contrast, Difference, Dominance};

/// The metrics that have a line where they differ.
const SHOWN: [&str; 12] = [
    "impressions_questions",
    "reach_second",
    "total_reach",
    "followers_end",
    "answered_share",
    "response_hours",
    "leads",
    "customers",
    "total_value",
    "total_cost",
    "profit",
    "roi",
];
/// Lines of one variant.
const LINES: usize = 7;
/// Columns at which numbers end.
const BASE: usize = 41;
const OTHER: usize = 53;
const APART: usize = 65;
/// Edits of a split that have a line.
const EDITS: usize = 8;

/// How the file is called among its variants.
pub const AS_IT_IS: &str = "the scenario as it is";

/// How much of the technical detail is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    Plain,
    Verbose,
}

/// The answer of a comparison on the metric of this name.
pub fn compare(context: &Context, (base, subject): (&str, &str), found: &Comparison, depth: Depth) -> String {
    let mut lines = vec![title(context, found.trials)];
    lines.extend(wrap(&format!("Compared with {}, in the same futures.", tame(base)), WIDTH));
    for contrast in &found.others {
        lines.push(String::new());
        lines.extend(variant(context, (base, subject), contrast, depth));
    }
    let settled = settled(found.settling);
    if !settled.is_empty() {
        lines.push(String::new());
        lines.extend(settled);
    }
    layout::text(&lines)
}

fn variant(context: &Context, (base, subject): (&str, &str), contrast: &Contrast, depth: Depth) -> Vec<String> {
    let mut lines = vec![cut(&sentence(&tame(&contrast.name)), WIDTH)];
    if contrast.metrics.iter().all(|metric| metric.mean.value == 0.0 && metric.dominance == Dominance::Same) {
        lines.push("  No difference: every metric is the same in every future.".to_owned());
        return lines;
    }
    let own = |metric: &&Difference| context.model.formulas.iter().any(|formula| formula.id == metric.name);
    let main = contrast.metrics.iter().find(|metric| metric.name == subject);
    if let Some(main) = main {
        lines.extend(wrap(&verdict(context, main), WIDTH - 2).into_iter().map(|line| format!("  {line}")));
    }
    let differs = |metric: &&Difference| metric.dominance != Dominance::Same;
    let is_main = |metric: &&Difference| main.is_some_and(|main| main.name == metric.name);
    let others = contrast.metrics.iter().filter(|metric| SHOWN.contains(&metric.name.as_str()) || own(metric));
    let rows: Vec<&Difference> = main.into_iter().chain(others.filter(|metric| !is_main(metric)).filter(differs)).take(LINES).collect();
    let called = if base == AS_IT_IS { "as it is".to_owned() } else { cut(&tame(base), BASE - 26) };
    let head = pad_left(&called, BASE) + &pad_left("with it", OTHER - BASE) + &pad_left("difference", APART - OTHER);
    lines.push(head + &pad_left("95 % sure", WIDTH - APART));
    lines.extend(rows.into_iter().map(|row| line(context, row)));
    if let (Some(split), Some(main)) = (&contrast.why, main)
        && split.parts.len() > 1
    {
        let place = contrast.metrics.iter().position(|metric| metric.name == main.name).unwrap_or(0);
        let order =
            if split.order == Order::Shapley { "averaged over every order of the changes" } else { "one after the other, as they stand" };
        lines.extend(
            wrap(&format!("Why {} changes, {order}:", words(context.model, main.column)), WIDTH - 2)
                .into_iter()
                .map(|line| format!("  {line}")),
        );
        let parts: Vec<(&String, Known)> = contrast.edits.iter().zip(split.parts.iter().map(|part| part[place])).collect();
        for (edit, part) in parts.iter().take(EDITS) {
            let text = format!("{} {}", signed(context.model, main.column, *part), within(context, main.column, *part));
            lines.push(layout::ends(&format!("    {}", cut(&tame(edit), WIDTH - 24)), &text));
        }
        if parts.len() > EDITS {
            let rest: f64 = parts[EDITS..].iter().map(|(_, part)| part.value).sum();
            let text = signed(context.model, main.column, Known { value: rest, ..main.mean });
            lines.push(layout::ends(&format!("    and {} more", parts.len() - EDITS), &text));
        }
    }
    if let Some(main) = main {
        let told = dominance(main.dominance).map_or_else(Vec::new, |text| wrap(text, WIDTH - 2));
        lines.extend(told.into_iter().map(|line| format!("  {line}")));
        if depth == Depth::Verbose {
            lines.extend(pairing(main).map(|text| format!("  {text}")));
        }
    }
    lines
}

/// How often it is better, and by how much.
fn verdict(context: &Context, main: &Difference) -> String {
    let model = context.model;
    let name = sentence(&words(model, main.column));
    if !main.mean.se.is_finite() {
        let at = if context.plan.sampler == Sampler::Expected { "at the medians" } else { "in the one future that was simulated" };
        return format!("{name}: {} {at}.", signed(model, main.column, main.mean));
    }
    let apart = format!("{} on average ({})", signed(model, main.column, main.mean), interval(model, main.column, main.mean));
    match main.chance {
        Some(chance) => {
            let better = Estimate { value: chance.better.value, se: chance.better.se };
            let better = targets::chance(Locale::default(), better);
            let worse = targets::chance(Locale::default(), Estimate { value: chance.worse, se: chance.better.se });
            let worse = worse.trim_end_matches(" of 100 futures").to_owned();
            format!("{name}: {apart}. Better {better}, worse {worse}.")
        }
        None => format!("{name}: {apart}."),
    }
}

fn line(context: &Context, row: &Difference) -> String {
    let model = context.model;
    let [base, other] = row.ends.map(|end| value(model, row.column, end));
    let words = format!("  {}", words(model, row.column));
    let text = pad(&cut(&words, BASE - 12), BASE - layout::width(&base)) + &base;
    let text = text + &pad_left(&other, OTHER - BASE) + &pad_left(&signed(model, row.column, row.mean), APART - OTHER);
    text + &pad_left(&within(context, row.column, row.mean), WIDTH - APART)
}

/// Half the width of the interval that holds the truth with 95 %.
fn within(context: &Context, column: ColumnId, known: Known) -> String {
    let [low, high] = known.interval();
    let half = (high - low) / 2.0;
    let text = super::super::amount(Locale::default(), context.model.metric(column.metric).unit, half, None);
    if known.se.is_finite() { format!("± {text}") } else { String::new() }
}

fn dominance(dominance: Dominance) -> Option<&'static str> {
    match dominance {
        Dominance::OtherFirst => Some("Better at every percentile: whatever one thinks of risk, it is the better choice."),
        Dominance::OtherSecond => Some("Better for everybody who does not love risk."),
        Dominance::BaseFirst => Some("Worse at every percentile: whatever one thinks of risk, it is the worse choice."),
        Dominance::BaseSecond => Some("Worse for everybody who does not love risk."),
        Dominance::Same | Dominance::None => None,
    }
}

fn pairing(main: &Difference) -> Option<String> {
    if !main.reduction.is_finite() {
        return None;
    }
    let factor = Locale::default().number(main.reduction, None);
    Some(format!("{}Variance is {factor} times smaller than of two unpaired runs.", pad("", LABEL.saturating_sub(LABEL))))
}

/// How the metric that a scenario is about has changed, and what each edit did to it: a sentence each.
pub fn why(context: &Context, subject: &str, contrast: &Contrast) -> Vec<String> {
    let Some(place) = contrast.metrics.iter().position(|metric| metric.name == subject) else { return Vec::new() };
    let main = &contrast.metrics[place];
    let model = context.model;
    let [old, new] = main.ends.map(|end| value(model, main.column, end));
    let mut sentences = vec![format!("{}: {old} -> {new} ({})", words(model, main.column), signed(model, main.column, main.mean))];
    if let Some(split) = &contrast.why {
        let parts = contrast.edits.iter().zip(&split.parts);
        sentences.extend(parts.map(|(edit, part)| {
            format!("{}: {} {}", tame(edit), signed(model, main.column, part[place]), within(context, main.column, part[place]))
        }));
    }
    sentences
}
