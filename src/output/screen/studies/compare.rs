//! `reachsim compare`: each variant against the base.

use super::super::layout::{self, cut, pad, pad_left, wrap};
use super::robust::robust as robustly;
use super::{settled, title};
use crate::design::Sampler;
use crate::estimate::Estimate;
use crate::metric::{Better, metric, metrics};
use crate::model::ColumnId;
use crate::output::Context;
use crate::output::format::Format as _;
use crate::output::format::Locale;
use crate::output::phrases::studies::{
    interval, is_unread, named, points, signed, signed_parts, summed, with_currency, words,
};
use crate::output::phrases::{self, tame};
use crate::output::words::Words as _;
use crate::output::words::{say, sentence};
use crate::study::compare::{Advice, Comparison, Contrast, Difference, Dominance, Doubt};
use crate::study::{Alternative, EditOrder};

/// The metrics that have a line where they differ.
const SHOWN: [&str; 13] = metrics![
    "profit",
    "impressions_questions",
    "reach_second",
    "total_reach",
    "answered_share",
    "answered_24h",
    "leads",
    "customers",
    "followers_end",
    "response_hours",
    "total_value",
    "total_cost",
    "roi",
];
/// Lines of one variant.
const LINES: usize = 7;
/// Columns at which the numbers of the base end, and those of the others and of the error.
const BASE: usize = 41;
const NUMBER: usize = 12;
const ERROR: usize = 15;
/// Edits of a split that have a line.
const EDITS: usize = 8;

/// How much of the technical detail is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    Plain,
    Verbose,
}

/// The answer of a comparison on the metric of this name.
pub fn compare(
    context: &Context,
    base: &Alternative,
    subject: &str,
    found: &Comparison,
    depth: Depth,
) -> String {
    let mut lines = vec![title(context, found.trials)];
    let locale = context.locale;
    lines.extend(wrap(&say!(locale, "compare-head", base = named(locale, base)), context.columns));
    for contrast in &found.others {
        lines.push(String::new());
        lines.extend(variant(context, base, subject, contrast, depth));
    }
    if let (Some(robust), Some(metric)) = (&found.robust, context.model().column(subject)) {
        let others = found.others.iter().map(|other| &other.name);
        let names: Vec<String> =
            std::iter::once(base).chain(others).map(|name| named(locale, name)).collect();
        lines.push(String::new());
        lines.extend(robustly(context, metric, &names, robust));
    }
    let settled = settled(context, found.settling);
    if !settled.is_empty() {
        lines.push(String::new());
        lines.extend(settled);
    }
    layout::text(&lines)
}

fn variant(
    context: &Context,
    base: &Alternative,
    subject: &str,
    contrast: &Contrast,
    depth: Depth,
) -> Vec<String> {
    let locale = context.locale;
    let mut lines = vec![cut(&sentence(&named(locale, &contrast.name)), context.columns)];
    if contrast
        .metrics
        .iter()
        .all(|metric| metric.mean.value == 0.0 && metric.dominance == Dominance::Same)
    {
        lines.push(format!("  {}", say!(locale, "compare-none")));
        return lines;
    }
    let own = |metric: &&Difference| {
        context.model().formulas.iter().any(|formula| formula.id == metric.name)
    };
    let main = contrast.metric(subject);
    if let Some(main) = main {
        let advice = contrast.advice(subject);
        let advice = advice.and_then(|advice| advised(context, contrast, main, advice));
        let hinge = contrast.hinge.as_ref().map(|hinge| phrases::studies::hinge(context, hinge));
        let told = advice.into_iter().chain([verdict(context, main)]).chain(hinge);
        let told = wrap(&told.collect::<Vec<String>>().join(" "), context.columns - 2);
        lines.extend(told.into_iter().map(|line| format!("  {line}")));
    }
    let differs = |metric: &&Difference| metric.dominance != Dominance::Same;
    let is_read = |metric: &&Difference| !is_unread(metric.mean, metric.ends);
    let is_main = |metric: &&Difference| main.is_some_and(|main| main.name == metric.name);
    let shown = SHOWN.iter().filter_map(|name| contrast.metric(name));
    let others = shown.chain(contrast.metrics.iter().filter(own));
    let rows: Vec<&Difference> = main
        .into_iter()
        .chain(others.filter(|metric| !is_main(metric)).filter(differs).filter(is_read))
        .take(LINES)
        .collect();
    let longest = rows.iter().map(|row| layout::width(&words(context, row.column))).max();
    let at = layout::words(BASE, longest.unwrap_or(0) + 2 + NUMBER, context.columns);
    let called = if *base == Alternative::AsItIs {
        say!(locale, "compare-as-it-is")
    } else {
        cut(&named(locale, base), at - 26)
    };
    let heads =
        ["compare-with-it", "compare-difference", "compare-sure"].map(|id| locale.say(id, &[]));
    let head = pad_left(&called, at) + &pad_left(&heads[0], NUMBER) + &pad_left(&heads[1], NUMBER);
    lines.push(head + &pad_left(&heads[2], ERROR));
    lines.extend(rows.into_iter().map(|row| line(context, row, at)));
    if let (Some(split), Some(main)) = (&contrast.why, main)
        && split.parts.len() > 1
    {
        let place =
            contrast.metrics.iter().position(|metric| metric.name == main.name).unwrap_or(0);
        let order = if split.order == EditOrder::Shapley {
            "compare-why-shapley"
        } else {
            "compare-why-file"
        };
        let why = say!(locale, order, words = words(context, main.column));
        lines.extend(wrap(&why, context.columns - 2).into_iter().map(|line| format!("  {line}")));
        let parts: Vec<Estimate> = split.parts.iter().map(|part| part[place]).collect();
        let values: Vec<f64> = parts.iter().map(|part| part.value).collect();
        let told = signed_parts(context, main.column, (main.mean, main.ends, &values), EDITS);
        let edits = contrast.edits.iter().zip(&parts).zip(&told).take(EDITS);
        let mut rows: Vec<(String, String)> = edits
            .map(|((edit, part), told)| {
                let text = format!("{told} {}", within(context, main.column, *part));
                (format!("    {}", tame(&context.locale.message(edit))), text)
            })
            .collect();
        if let Some(rest) = told.get(EDITS) {
            let words = say!(locale, "and-more", n = parts.len() - EDITS);
            rows.push((format!("    {words}"), rest.clone()));
        }
        lines.extend(layout::rows(&rows, context.columns));
    }
    if let Some(main) = main {
        let is_known = main.mean.se.is_finite();
        let told = dominance(main.dominance)
            // What is better in one thing and worse in money is no better choice for everybody.
            .filter(|_| is_known && contrast.advice(subject) != Some(Advice::Trade))
            .map_or_else(Vec::new, |id| wrap(&locale.say(id, &[]), context.columns - 2));
        lines.extend(told.into_iter().map(|line| format!("  {line}")));
        if depth == Depth::Verbose {
            let beats = main.beats.map(|beats| {
                let better = phrases::chance(locale, beats.better);
                let worse = phrases::chance_short(locale, beats.worse);
                say!(locale, "compare-beats", better = better, worse = worse)
            });
            let told = beats.map_or_else(Vec::new, |beats| wrap(&beats, context.columns - 2));
            let told = told.into_iter().chain(pairing(locale, main));
            lines.extend(told.map(|text| format!("  {text}")));
        }
    }
    lines
}

/// What to do, as a sentence; nothing where there is nothing to do.
fn advised(
    context: &Context,
    contrast: &Contrast,
    main: &Difference,
    advice: Advice,
) -> Option<String> {
    let locale = context.locale;
    let id = match advice {
        Advice::Trade => {
            let profit = contrast.metric(metric!("profit"))?;
            let sum = signed(context, profit.column, profit.mean, profit.ends);
            let sum = sum.trim_start_matches(['+', '\u{2212}']);
            let sum = with_currency(context, profit.column, sum);
            let id = if profit.mean.value < 0.0 { "compare-costs" } else { "compare-forgoes" };
            return Some(say!(locale, id, sum = sum));
        }
        Advice::Do => "compare-do",
        Advice::DoNot => "compare-do-not",
        Advice::Same if main.dominance == Dominance::Same => "compare-same-here",
        Advice::Same => "compare-same",
        Advice::CannotTell(Doubt::Few) => "compare-few",
        Advice::CannotTell(Doubt::Divided) => {
            let is_gain = (main.mean.value > 0.0) == (main.better == Better::Higher);
            if is_gain { "compare-divided-better" } else { "compare-divided-worse" }
        }
    };
    Some(locale.say(id, &[]))
}

/// How often it is better, and by how much.
fn verdict(context: &Context, main: &Difference) -> String {
    let locale = context.locale;
    let name = sentence(&words(context, main.column));
    let difference = signed(context, main.column, main.mean, main.ends);
    if !main.mean.se.is_finite() {
        let at = if context.plan.sampler == Sampler::Expected {
            "compare-medians"
        } else {
            "compare-one"
        };
        return say!(locale, at, words = name, difference = difference);
    }
    let range = points(locale, &interval(context, main.column, main.mean));
    let Some(chance) = main.chance else {
        return say!(
            locale,
            "compare-verdict-short",
            words = name,
            difference = difference,
            range = range
        );
    };
    let all = match (chance.better.value, chance.worse.value) {
        (1.0, _) => Some(say!(locale, "compare-better-all")),
        (_, 1.0) => Some(say!(locale, "compare-worse-all")),
        _ => None,
    };
    if let Some(all) = all {
        return say!(
            locale,
            "compare-verdict-all",
            words = name,
            difference = difference,
            range = range,
            all = all
        );
    }
    let better = phrases::chance(locale, chance.better);
    let worse = phrases::chance_short(locale, chance.worse);
    say!(
        locale,
        "compare-verdict",
        words = name,
        difference = difference,
        range = range,
        better = better,
        worse = worse
    )
}

/// A row whose number of the base ends at this column.
fn line(context: &Context, row: &Difference, at: usize) -> String {
    let [base, apart, other] = summed(context, row.column, [row.ends[0], row.mean, row.ends[1]]);
    let words = format!("  {}", words(context, row.column));
    // Numbers that are wider than their columns stay apart, and push the others to the left.
    let spaced = |text: &str, columns: usize| pad_left(&format!(" {text}"), columns);
    let right = spaced(&other, NUMBER)
        + &spaced(&apart, NUMBER)
        + &spaced(&within(context, row.column, row.mean), ERROR);
    let at = at - layout::width(&right).saturating_sub(2 * NUMBER + ERROR);
    pad(&cut(&words, at - NUMBER), at - layout::width(&base)) + &base + &right
}

/// Half the width of the interval that holds the truth with 95 %.
fn within(context: &Context, column: ColumnId, known: Estimate) -> String {
    let [low, high] = known.interval();
    let half = (high - low) / 2.0;
    let text =
        phrases::amount(context.locale, context.model().metric(column.metric).unit, half, None);
    let text = points(context.locale, &text);
    if known.se.is_finite() { format!("± {text}") } else { String::new() }
}

fn dominance(dominance: Dominance) -> Option<&'static str> {
    match dominance {
        Dominance::OtherFirst => Some("compare-first-better"),
        Dominance::OtherSecond => Some("compare-second-better"),
        Dominance::BaseFirst => Some("compare-first-worse"),
        Dominance::BaseSecond => Some("compare-second-worse"),
        Dominance::Same | Dominance::None => None,
    }
}

fn pairing(locale: Locale, main: &Difference) -> Option<String> {
    if !main.reduction.is_finite() {
        return None;
    }
    let factor = locale.number(main.reduction, None);
    Some(say!(locale, "compare-pairing", factor = factor))
}

/// How the metric that a scenario is about has changed, and what each edit did to it: a sentence
/// each.
pub fn why(context: &Context, subject: &str, contrast: &Contrast) -> Vec<String> {
    let Some(place) = contrast.metrics.iter().position(|metric| metric.name == subject) else {
        return Vec::new();
    };
    let main = &contrast.metrics[place];
    let [old, difference, new] =
        summed(context, main.column, [main.ends[0], main.mean, main.ends[1]]);
    let moved = say!(
        context.locale,
        "compare-moved",
        words = words(context, main.column),
        old = old,
        new = new,
        difference = difference
    );
    let mut sentences = vec![moved];
    if let Some(split) = &contrast.why {
        let parts: Vec<Estimate> = split.parts.iter().map(|part| part[place]).collect();
        let values: Vec<f64> = parts.iter().map(|part| part.value).collect();
        let told = signed_parts(context, main.column, (main.mean, main.ends, &values), parts.len());
        let edits = contrast.edits.iter().zip(&parts).zip(&told);
        sentences.extend(edits.map(|((edit, part), told)| {
            format!(
                "{}: {told} {}",
                tame(&context.locale.message(edit)),
                within(context, main.column, *part)
            )
        }));
    }
    sentences
}
