//! The answers of the studies, in plain words.

mod compare;
mod optimise;
mod sensitivity;
mod solve;
mod sweep;
mod voi;

pub use compare::{AS_IT_IS, Depth, compare, why};
pub use optimise::optimise;
pub use sensitivity::sensitivity;
pub use solve::solve;
pub use sweep::sweep;
pub use voi::voi;

use super::layout::{WIDTH, ends, pad, tame, wrap};
use super::quantity;
use crate::estimate::Known;
use crate::model::{ColumnId, Model};
use crate::output::Context;
use crate::output::format::{Locale, Quantity};
use crate::scenario::keys;
use crate::study::solve::Goal;
use crate::study::{Of, Settling, Statistic, WRONG};
use crate::units::Unit;

/// The title of the scenario, its horizon and currency, and how many futures were simulated.
fn title(context: &Context, trials: u64) -> String {
    let locale = Locale::default();
    let about = context.about;
    let futures = match trials {
        _ if context.plan.sampler == crate::design::Sampler::Expected => "at the medians".to_owned(),
        1 => "1 trial".to_owned(),
        trials => format!("{} trials", locale.number(trials as f64, Some(0.0))),
    };
    if context.model.communities.is_empty() {
        return ends(&tame(&about.title), &futures);
    }
    let time = locale.weeks(context.model.weeks as u64);
    ends(&tame(&about.title), &format!("{time}, {}, {futures}", tame(&about.currency)))
}

/// A metric in words, with the community that it is of where it is not of all.
pub fn words(model: &Model, column: ColumnId) -> String {
    let words = tame(model.metric(column.metric).words);
    column.community.map_or(words.clone(), |community| format!("{words} ({})", tame(&model.communities[community].id)))
}

/// A value of a metric with the digits that the width of its 95 % interval lets one tell.
pub fn value(model: &Model, column: ColumnId, known: Known) -> String {
    written(quantity(model.metric(column.metric).unit), known)
}

fn written(quantity: Quantity, known: Known) -> String {
    if known.se == 0.0 || !known.se.is_finite() {
        return Locale::default().amount(quantity, known.value, Some(known.se).filter(|se| se.is_finite()));
    }
    // From a thousand upwards nobody wants decimals.
    let whole = |value: f64| if value.abs() >= 1000.0 { value.round() } else { value };
    let [low, high] = known.interval().map(whole);
    let [_, value, _] = Locale::default().spread(quantity, [(low, None), (whole(known.value), None), (high, None)]);
    value
}

/// A difference of a metric, with its sign.
pub fn signed(model: &Model, column: ColumnId, known: Known) -> String {
    let text = value(model, column, known);
    if known.value > 0.0 && text != "0" { format!("+{text}") } else { text }
}

/// The 95 % interval of a value of a metric.
pub fn interval(model: &Model, column: ColumnId, known: Known) -> String {
    let [low, high] = known.interval();
    range(model, column, [low, high])
}

/// A range of values of a metric.
pub fn range(model: &Model, column: ColumnId, [low, high]: [f64; 2]) -> String {
    Locale::default().amount_range(quantity(model.metric(column.metric).unit), low, high, None)
}

/// A share of one with its 95 % interval, neither of them outside 0 to 1: `12 % (9 to 15 %)`.
fn share(known: Known) -> String {
    let locale = Locale::default();
    if !known.value.is_finite() {
        return "unknown".to_owned();
    }
    let [low, high] = known.interval().map(|end| end.clamp(0.0, 1.0));
    let text = locale.share(known.value.clamp(0.0, 1.0), Some(0.005));
    let [low, high] = [low, high].map(|end| (100.0 * end).round());
    if known.se == 0.0 || low == high { text } else { format!("{text} ({low} to {high})") }
}

/// A statistic in words: `mean profit`, `10th percentile of profit`, `chance that profit is at least 0`.
pub fn statistic(model: &Model, statistic: Statistic) -> String {
    let words = words(model, statistic.metric);
    match statistic.of {
        Of::Mean => format!("mean of {words}"),
        Of::Percentile(0.5) => format!("median of {words}"),
        Of::Percentile(p) => format!("{} percentile of {words}", ordinal(p)),
        Of::Probability(bound) => format!("chance of {words} {}", bounded(model, statistic.metric, bound)),
    }
}

/// A value of a statistic: a chance is a share, whatever its metric is.
pub fn of_statistic(model: &Model, statistic: Statistic, known: Known) -> String {
    match statistic.of {
        Of::Probability(_) => written(Quantity::Share, known),
        _ => value(model, statistic.metric, known),
    }
}

/// A goal in words: `mean of leads at least 500`, `profit at least 0 in 80 of 100 futures`.
pub fn goal(model: &Model, goal: &Goal) -> String {
    if let (Of::Probability(bound), crate::model::Bound::AtLeast(share)) = (goal.statistic.of, goal.bound) {
        let column = goal.statistic.metric;
        let hundred = Locale::default().number(100.0 * share, Some(0.0));
        return format!("{} {} in {hundred} of 100 futures", words(model, column), bounded(model, column, bound));
    }
    let (crate::model::Bound::AtLeast(bound) | crate::model::Bound::AtMost(bound)) = goal.bound;
    let side = if matches!(goal.bound, crate::model::Bound::AtLeast(_)) { "at least" } else { "at most" };
    format!("{} {side} {}", statistic(model, goal.statistic), of_statistic(model, goal.statistic, Known::exact(bound)))
}

fn bounded(model: &Model, column: ColumnId, bound: crate::model::Bound) -> String {
    match bound {
        crate::model::Bound::AtLeast(least) => format!("at least {}", value(model, column, Known::exact(least))),
        crate::model::Bound::AtMost(most) => format!("at most {}", value(model, column, Known::exact(most))),
    }
}

fn ordinal(p: f64) -> String {
    let percent = 100.0 * p;
    let rounded = percent.round();
    let suffix = match (rounded as u64 % 10, rounded as u64 % 100) {
        (1, n) if n != 11 => "st",
        (2, n) if n != 12 => "nd",
        (3, n) if n != 13 => "rd",
        _ => "th",
    };
    if (percent - rounded).abs() < 1e-9 { format!("{rounded}{suffix}") } else { format!("{percent}th") }
}

/// A value of a key, as a person would write it.
pub fn key_value(key: &str, value: f64) -> String {
    let unit = keys::find(&key.replace(".*.", ".each.")).map_or(Unit::None, |key| key.unit);
    Locale::default().amount(quantity(unit), value, Some(0.0))
}

/// Whether the answer was settled, and what it took.
fn settled(settling: Option<Settling>) -> Vec<String> {
    let Some(settling) = settling else { return Vec::new() };
    let locale = Locale::default();
    let trials = locale.number(settling.trials as f64, Some(0.0));
    let wrong = locale.share(settling.wrong, None);
    let text = if settling.is_settled() {
        format!("Settled after {trials} trials: the chance of a wrong pick is {wrong}.")
    } else {
        format!("Not settled within {trials} trials: the chance of a wrong pick is still {wrong}, not below {}.", locale.share(WRONG, None))
    };
    wrap(&text, WIDTH)
}

/// Where the files are.
pub fn files(folder: &str) -> String {
    format!("{}{}\n", pad("Files", super::layout::LABEL), tame(folder))
}

/// Whether a metric is counted in money.
fn unit_words(context: &Context, column: ColumnId) -> String {
    match context.model.metric(column.metric).unit {
        Unit::Money => tame(&context.about.currency),
        Unit::Share => String::new(),
        _ => tame(context.model.unit_id(column.metric)),
    }
}
