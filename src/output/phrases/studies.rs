//! Phrases in which studies answer: values, differences, statistics and goals.

use super::names;
use super::{chance, metric_words, quantity, quantity_of, tame, unit_of};
use crate::diagnostic::message;
use crate::estimate::Estimate;
use crate::metric::metric;
use crate::model::{Bound, ColumnId};
use crate::output::format::numerals::{
    currency, exponent, last_for_people, last_of_error, last_of_exact, power_of_ten, shift,
};
use crate::output::format::{Format as _, Locale, Quantity, ROUNDING};
use crate::output::words::{Case, Words as _, say};
use crate::output::{Context, Worths};
use crate::scenario::{WITHOUT, keys};
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
        Alternative::Named(name) => match name.of(locale).strip_prefix(WITHOUT) {
            Some(campaign) => tame(&locale.message(&message!("without {campaign}", campaign))),
            None => tame(name.of(locale)),
        },
    }
}

/// What is advised, in a few words: a cell of a table.
pub fn advice(locale: Locale, advice: Advice) -> String {
    let id = match advice {
        Advice::Do => "advice-do",
        Advice::DoNot => "advice-do-not",
        Advice::Same => "advice-same",
        Advice::Trade => "advice-trade",
        Advice::CannotTell(_) => "advice-cannot-tell",
    };
    locale.say(id, &[])
}

/// What an input is, in few words.
pub fn brief_input(context: &Context, key: &str) -> String {
    names::input(context.locale, context.model(), key, Case::Nominative)
}

/// A written value of a metric, with its currency where it is money.
pub fn with_currency(context: &Context, column: ColumnId, written: &str) -> String {
    let unit = context.model().metric(column.metric).unit;
    names::sum(context.locale, unit, &context.about().currency, written)
}

/// A value of a key as a sentence has it: with its currency where it is money.
pub fn key_sum(context: &Context, key: &str, value: f64) -> String {
    let written = key_value(context.locale, key, value);
    if key_unit(key).is_money() {
        context.locale.money(&tame(&context.about().currency), &written)
    } else {
        written
    }
}

/// A key at a value, as a sentence goes on with it.
pub fn at_key(context: &Context, key: &str, value: f64) -> String {
    let written = key_sum(context, key, value);
    names::at(context.locale, context.model(), (key, value), &written)
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
    if let Some(first) = Knowledge::first(&worths.ranked) {
        let key = &worths.found.inputs[first.inputs[0]].0;
        let input = brief_input(context, key);
        let worth = with_currency(context, metric, &value(context, metric, first.evppi));
        return say!(locale, "measure-first", input = input, worth = worth);
    }
    match worths.found.most() {
        0.0 => say!(locale, "measure-nothing"),
        most => {
            let worth = value(context, metric, Estimate::exact(most));
            say!(locale, "measure-little", worth = with_currency(context, metric, &worth))
        }
    }
}

/// A metric in words, with the community that it is of where it is not of all.
pub fn words(context: &Context, column: ColumnId) -> String {
    metric_words(context.locale, context.model(), column)
}

/// A value of a metric.
pub fn value(context: &Context, column: ColumnId, known: Estimate) -> String {
    written(context.locale, quantity_of(&context.model().metric(column.metric)), known)
}

/// A value with the digits that its error supports.
pub fn written(locale: Locale, quantity: Quantity, known: Estimate) -> String {
    locale.amount(quantity, known.value, Some(known.se).filter(|se| se.is_finite()))
}

/// A difference of a metric with its sign, of two ends; of shares in percentage points. It has one
/// digit more than its error supports, so that what it is the sum of and what it leads to agree.
pub fn signed(context: &Context, column: ColumnId, known: Estimate, ends: [Estimate; 2]) -> String {
    let quantity = quantity_of(&context.model().metric(column.metric));
    let text = match last_of_difference(quantity, known, ends) {
        Some(last) => context.locale.to_last(quantity, known.value, last),
        None => written(context.locale, quantity, known),
    };
    let text = points(context.locale, &text);
    if known.value > 0.0 && text != "0" { format!("+{text}") } else { text }
}

/// What is written of a difference of shares: percentage points are no per cent.
pub fn points(locale: Locale, text: &str) -> String {
    if text.contains('%') { text.replace('%', &say!(locale, "points")) } else { text.to_owned() }
}

/// The power of ten of the last digit that is read of a number which something is added to: the
/// fifth.
fn last_read(largest: f64) -> i32 {
    exponent(largest) - 4
}

/// Whether a difference is so small beside what it is added to that nobody reads it.
pub fn is_unread(difference: Estimate, [before, after]: [Estimate; 2]) -> bool {
    let largest = before.value.abs().max(after.value.abs());
    difference.value.abs() < power_of_ten(last_read(largest)) / 2.0
}

/// The power of ten of the last digit of a difference, in per cent of a share; `None` of which no
/// error is known.
fn last_of_difference(quantity: Quantity, known: Estimate, ends: [Estimate; 2]) -> Option<i32> {
    let scale = if quantity == Quantity::Share { 100.0 } else { 1.0 };
    let own = match known.se {
        se if se <= ROUNDING * known.value.abs() => last_of_exact(scale * known.value),
        se if se.is_finite() => last_of_error(scale * se) - 1,
        _ => return None,
    };
    let largest = ends[0].value.abs().max(ends[1].value.abs());
    Some(if is_unread(known, ends) { own } else { own.max(last_read(scale * largest)) })
}

/// The power of ten of the last digit of a change and of its parts; of shares, of per cents.
pub fn last_of_change(quantity: Quantity, change: Estimate, ends: [Estimate; 2]) -> i32 {
    let scale = if quantity == Quantity::Share { 100.0 } else { 1.0 };
    let largest = ends.iter().map(|end| end.value.abs()).fold(0.0, f64::max);
    let people = || last_for_people(scale * largest, f64::INFINITY);
    last_of_difference(quantity, change, ends).unwrap_or_else(people)
}

/// Rounding of a sum.
const NO_MORE: f64 = 1e-9;

/// A value before, its difference, and the value after it, of which the first and the second make
/// the third as they are printed. What was before is written the same beside every variant.
pub fn summed(
    context: &Context,
    column: ColumnId,
    [before, difference, after]: [Estimate; 3],
) -> [String; 3] {
    let quantity = quantity_of(&context.model().metric(column.metric));
    let scale = if quantity == Quantity::Share { 100.0 } else { 1.0 };
    let apart = signed(context, column, difference, [before, after]);
    let last = last_of_difference(quantity, difference, [before, after]);
    let last_of_first = match before.se {
        se if se <= ROUNDING * before.value.abs() => last_of_exact(scale * before.value),
        se => (last_of_error(scale * se) - 1).max(last_read(scale * before.value)),
    };
    let Some(last) = last.filter(|_| before.se.is_finite()) else {
        let [before, after] = [before, after].map(|known| value(context, column, known));
        return [before, apart, after];
    };
    // What adds up to more than all by its digits has no more of them than the difference.
    let is_over = quantity == Quantity::Share
        && after.value <= 1.0
        && multiple(scale * before.value, last_of_first) + multiple(scale * difference.value, last)
            > scale * (1.0 + NO_MORE);
    let last_of_first = if is_over { last_of_first.max(last) } else { last_of_first };
    let first = multiple(scale * before.value, last_of_first);
    let text = |value: f64, last: i32| context.locale.to_last(quantity, value / scale, last);
    let (second, finest) = if is_unread(difference, [before, after]) {
        (first, last_of_first)
    } else {
        (first + multiple(scale * difference.value, last), last.min(last_of_first))
    };
    [text(first, last_of_first), apart, text(second, finest)]
}

/// The parts of a difference with their signs, which add up to it as it is printed; the last one is
/// the sum of those from `most` on, where there are more.
pub fn signed_parts(
    context: &Context,
    column: ColumnId,
    (total, ends, parts): (Estimate, [Estimate; 2], &[f64]),
    most: usize,
) -> Vec<String> {
    let quantity = quantity_of(&context.model().metric(column.metric));
    let scale = if quantity == Quantity::Share { 100.0 } else { 1.0 };
    let largest = parts.iter().fold(0.0_f64, |most, part| most.max(part.abs()));
    let last = last_of_difference(quantity, total, ends)
        .unwrap_or_else(|| last_for_people(scale * largest, f64::INFINITY));
    let scaled: Vec<f64> = parts.iter().map(|part| scale * part).collect();
    let mut units = apportioned(&scaled, scale * total.value, last);
    if units.len() > most {
        let rest = units.split_off(most).iter().sum();
        units.push(rest);
    }
    let text = |value: &f64| {
        let text = points(context.locale, &context.locale.to_last(quantity, value / scale, last));
        if *value > 0.0 { format!("+{text}") } else { text }
    };
    units.iter().map(text).collect()
}

/// The multiple of a power of ten that is nearest to a value.
pub fn multiple(value: f64, last: i32) -> f64 {
    shift(shift(value, -last).round(), last)
}

/// Parts as multiples of a power of ten that add up to what their total is rounded to: those with
/// the largest remainders are rounded up.
pub fn apportioned(parts: &[f64], total: f64, last: i32) -> Vec<f64> {
    let mut units: Vec<f64> = parts.iter().map(|part| shift(*part, -last).floor()).collect();
    let missing = shift(total, -last).round() - units.iter().sum::<f64>();
    let remainder = |place: usize| shift(parts[place], -last) - shift(parts[place], -last).floor();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|&a, &b| remainder(b).total_cmp(&remainder(a)).then(a.cmp(&b)));
    let count = (missing.max(0.0) as usize).min(order.len());
    for &place in &order[..count] {
        units[place] += 1.0;
    }
    units.into_iter().map(|units| shift(units, last)).collect()
}

/// The 95 % interval of a value of a metric.
pub fn interval(context: &Context, column: ColumnId, known: Estimate) -> String {
    let [low, high] = known.interval();
    range(context, column, [low, high])
}

/// A range of values of a metric.
pub fn range(context: &Context, column: ColumnId, [low, high]: [f64; 2]) -> String {
    context.locale.amount_range(
        quantity_of(&context.model().metric(column.metric)),
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
    let locale = context.locale;
    let words = names::metric(locale, context.model(), statistic.metric, Case::Genitive);
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
    let mut value = of_statistic(context, goal.statistic, Estimate::exact(bound));
    if !matches!(goal.statistic.of, Of::Probability(_)) {
        value = with_currency(context, goal.statistic.metric, &value);
    }
    say!(
        context.locale,
        side(goal.bound),
        words = statistic(context, goal.statistic),
        value = value
    )
}

/// In how many of a hundred futures there is to be no loss, where a goal asks for just that.
pub fn break_even(context: &Context, goal: &Goal) -> Option<f64> {
    let column = goal.statistic.metric;
    let is_profit = context.model().metric(column.metric).id == metric!("profit");
    match (goal.statistic.of, goal.bound) {
        (Of::Probability(bound), Bound::AtLeast(share)) => {
            (is_profit && column.community.is_none() && matches!(bound, Bound::AtLeast(0.0)))
                .then_some(100.0 * share)
        }
        _ => None,
    }
}

fn bounded(context: &Context, column: ColumnId, bound: Bound) -> String {
    let end = value(context, column, Estimate::exact(bound.value()));
    say!(
        context.locale,
        side(bound),
        words = words(context, column),
        value = with_currency(context, column, &end)
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
    locale.amount(quantity(key_unit(key)), value, Some(0.0))
}

/// In what a key is measured, also of every community at once.
fn key_unit(key: &str) -> Unit {
    keys::find(&key.replace(".*.", ".each.")).map_or(Unit::None, |key| key.unit)
}

/// The currency or the unit in which a metric is counted; nothing for a share.
pub fn unit_words(context: &Context, column: ColumnId) -> String {
    match context.model().metric(column.metric).unit {
        Unit::Money => tame(currency(&context.about().currency)),
        Unit::Share => String::new(),
        _ => unit_of(context.locale, context.model(), column),
    }
}

/// A value of a key that is known with an error, no finer than that, with its currency.
pub fn key_known(context: &Context, key: &str, known: Estimate) -> String {
    let unit = context.case.unit_of(key);
    let written = written(context.locale, quantity(unit), known);
    if unit.is_money() {
        context.locale.money(&tame(&context.about().currency), &written)
    } else {
        written
    }
}

/// What a key has to be: at least or at most a value.
pub fn at_least_or_most(context: &Context, (key, value): (&str, Estimate), above: bool) -> String {
    let value = key_known(context, key, value);
    if above {
        say!(context.locale, "turns-least", value = value)
    } else {
        say!(context.locale, "turns-most", value = value)
    }
}

/// How much of a key's own belief lies on the side on which a goal is met, of a hundred.
fn of_a_hundred(percentile: f64, above: bool) -> f64 {
    (100.0 * if above { 1.0 - percentile } else { percentile }).round()
}

/// The same in words.
pub fn own_share(locale: Locale, percentile: f64, above: bool) -> String {
    chance(locale, Estimate::exact(of_a_hundred(percentile, above) / 100.0))
}

/// The same in a column whose head says of what.
pub fn own_share_short(locale: Locale, percentile: f64, above: bool) -> String {
    locale.number(of_a_hundred(percentile, above), Some(0.0))
}
