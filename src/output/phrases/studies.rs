//! Phrases in which studies answer: values, differences, statistics and goals.

use super::{brief, chance, input_words, metric_words, quantity, tame};
use crate::estimate::Estimate;
use crate::model::{Bound, ColumnId};
use crate::output::format::{Format as _, Locale, Quantity};
use crate::output::words::{Words as _, say};
use crate::output::{Context, Worths};
use crate::scenario::keys;
use crate::study::Goal;
use crate::study::compare::{Advice, Hinge};
use crate::study::voi::Knowledge;
use crate::study::{Alternative, Of, Statistic};
use crate::units::Unit;

/// What an alternative is called in the reader's language.
pub fn named(locale: Locale, name: &Alternative) -> String {
    match name {
        Alternative::AsItIs => say!(locale, "as-it-is"),
        Alternative::DoIt => say!(locale, "voi-do"),
        Alternative::LeaveIt => say!(locale, "voi-leave"),
        Alternative::Named(name) => tame(name),
    }
}

/// What is advised, in a few words: a cell of a table.
pub fn advice(locale: Locale, advice: Advice) -> String {
    let id = match advice {
        Advice::Do => "advice-do",
        Advice::DoNot => "advice-do-not",
        Advice::Same => "advice-same",
        Advice::CannotTell(_) => "advice-cannot-tell",
    };
    locale.say(id, &[])
}

/// What an input is, in few words.
pub fn brief_input(context: &Context, key: &str) -> String {
    brief(context.locale, &input_words(context.locale, context.model(), key).0)
}

/// On what it hangs whether a variant is better.
pub fn hinge(context: &Context, hinge: &Hinge) -> String {
    let [low, high] = hinge.ends.map(|end| chance(context.locale, end));
    let input = brief_input(context, &hinge.key);
    say!(context.locale, "compare-hinge", input = input, low = low, high = high)
}

/// What to measure first, or that nothing is worth it.
pub fn worth_knowing(context: &Context, worths: &Worths) -> String {
    let (locale, metric) = (context.locale, worths.metric);
    let unit = unit_words(context, metric);
    if let Some(first) = Knowledge::first(&worths.ranked) {
        let key = &worths.found.inputs[first.inputs[0]].0;
        let input = brief_input(context, key);
        let worth = value(context, metric, first.evppi);
        return say!(locale, "measure-first", input = input, worth = worth, unit = unit);
    }
    match worths.found.most() {
        0.0 => say!(locale, "measure-nothing"),
        most => {
            let worth = value(context, metric, Estimate::exact(most));
            say!(locale, "measure-little", worth = worth, unit = unit)
        }
    }
}

/// A metric in words, with the community that it is of where it is not of all.
pub fn words(context: &Context, column: ColumnId) -> String {
    metric_words(context.locale, context.model(), column)
}

/// A value of a metric.
pub fn value(context: &Context, column: ColumnId, known: Estimate) -> String {
    written(context.locale, quantity(context.model().metric(column.metric).unit), known)
}

/// A value with the digits that the width of its 95 % interval lets one tell.
pub fn written(locale: Locale, quantity: Quantity, known: Estimate) -> String {
    if known.se == 0.0 || !known.se.is_finite() {
        return locale.amount(quantity, known.value, Some(known.se).filter(|se| se.is_finite()));
    }
    // From a thousand upwards nobody wants decimals.
    let whole = |value: f64| if value.abs() >= 1000.0 { value.round() } else { value };
    let [low, high] = known.interval().map(whole);
    let [_, value, _] =
        locale.spread(quantity, [(low, None), (whole(known.value), None), (high, None)]);
    value
}

/// A difference of a metric, with its sign.
pub fn signed(context: &Context, column: ColumnId, known: Estimate) -> String {
    let text = value(context, column, known);
    if known.value > 0.0 && text != "0" { format!("+{text}") } else { text }
}

/// The 95 % interval of a value of a metric.
pub fn interval(context: &Context, column: ColumnId, known: Estimate) -> String {
    let [low, high] = known.interval();
    range(context, column, [low, high])
}

/// A range of values of a metric.
pub fn range(context: &Context, column: ColumnId, [low, high]: [f64; 2]) -> String {
    context.locale.amount_range(
        quantity(context.model().metric(column.metric).unit),
        low,
        high,
        None,
    )
}

/// A share of one with its 95 % interval, neither of them outside 0 to 1: `12 % (9 to 15 %)`.
pub fn share(locale: Locale, known: Estimate) -> String {
    if !known.value.is_finite() {
        return say!(locale, "unknown");
    }
    let [low, high] = known.interval().map(|end| end.clamp(0.0, 1.0));
    let text = locale.share(known.value.clamp(0.0, 1.0), Some(0.005));
    let [low, high] = [low, high].map(|end| (100.0 * end).round());
    if known.se == 0.0 || low == high {
        text
    } else {
        say!(locale, "sure-range", share = text, low = low, high = high)
    }
}

/// A statistic in words: `mean profit`, `10th percentile of profit`,
/// `chance that profit is at least 0`.
pub fn statistic(context: &Context, statistic: Statistic) -> String {
    let (locale, words) = (context.locale, words(context, statistic.metric));
    match statistic.of {
        Of::Mean => say!(locale, "statistic-mean", words = words),
        Of::Percentile(0.5) => say!(locale, "statistic-median", words = words),
        Of::Percentile(p) => {
            let percent = 100.0 * p;
            let number = locale.number(percent, Some(0.0));
            say!(locale, "statistic-percentile", p = number, end = ending(percent), words = words)
        }
        Of::Probability(bound) => {
            say!(locale, "statistic-chance", bounded = bounded(context, statistic.metric, bound))
        }
    }
}

/// A value of a statistic: a chance is a share, whatever its metric is.
pub fn of_statistic(context: &Context, statistic: Statistic, known: Estimate) -> String {
    match statistic.of {
        Of::Probability(_) => written(context.locale, Quantity::Share, known),
        _ => value(context, statistic.metric, known),
    }
}

/// A goal in words: `mean of leads at least 500`, `profit at least 0 in 80 of 100 futures`.
pub fn goal(context: &Context, goal: &Goal) -> String {
    if let (Of::Probability(bound), Bound::AtLeast(share)) = (goal.statistic.of, goal.bound) {
        let bounded = bounded(context, goal.statistic.metric, bound);
        return say!(context.locale, "goal-chance", bounded = bounded, n = 100.0 * share);
    }
    let bound = goal.bound.value();
    let value = of_statistic(context, goal.statistic, Estimate::exact(bound));
    say!(
        context.locale,
        side(goal.bound),
        words = statistic(context, goal.statistic),
        value = value
    )
}

fn bounded(context: &Context, column: ColumnId, bound: Bound) -> String {
    let end = bound.value();
    say!(
        context.locale,
        side(bound),
        words = words(context, column),
        value = value(context, column, Estimate::exact(end))
    )
}

fn side(bound: Bound) -> &'static str {
    if matches!(bound, Bound::AtLeast(_)) { "bounded-least" } else { "bounded-most" }
}

/// Which of the English endings an ordinal number takes: 1 for 21st, 2 for 2nd, 3 for 3rd, 0 for
/// all others.
fn ending(number: f64) -> u64 {
    match (number.round() as u64 % 10, number.round() as u64 % 100) {
        _ if number.fract().abs() > 1e-9 => 0,
        (1..=3, 11..=13) => 0,
        (last @ 1..=3, _) => last,
        _ => 0,
    }
}

/// A value of a key, as a person would write it.
pub fn key_value(locale: Locale, key: &str, value: f64) -> String {
    let unit = keys::find(&key.replace(".*.", ".each.")).map_or(Unit::None, |key| key.unit);
    locale.amount(quantity(unit), value, Some(0.0))
}

/// The currency or the unit in which a metric is counted; nothing for a share.
pub fn unit_words(context: &Context, column: ColumnId) -> String {
    match context.model().metric(column.metric).unit {
        Unit::Money => tame(&context.about().currency),
        Unit::Share => String::new(),
        _ => tame(context.model().unit_id(column.metric)),
    }
}
