//! Streams of value and kinds of cost, and what is not counted among them.

use crate::metric::{Needs, find, metric, metrics};
use crate::model::{Assumption, Origin, Stream};
use crate::output::Report;
use crate::output::format::Locale;
use crate::output::phrases::tame;
use crate::output::words::Words as _;
use crate::scenario::keys::key;

/// Streams of value, in the order in which they are told.
pub const STREAMS: [&str; 12] = metrics![
    "value_direct",
    "value_earned",
    "value_owned",
    "value_repeat",
    "value_deflection",
    "value_retention",
    "value_research",
    "value_recruiting",
    "value_attention",
    "value_forum",
    "value_ideas",
    "value_own",
];

/// Losses that are taken from the streams.
pub const LOSSES: [&str; 2] = metrics!["loss_negative", "loss_ignored"];

/// Kinds of cost.
pub const COSTS: [&str; 6] =
    metrics!["cost_team", "cost_content", "cost_fixed", "cost_ads", "cost_rewards", "cost_own",];

/// What a part of the money is called: streams of the file's own by their names.
pub fn part_words(report: &Report, id: &str) -> String {
    let own = |stream: Stream| {
        let names = report.model().streams().filter(|formula| formula.stream == Some(stream));
        names.map(|formula| tame(formula.words.of(report.locale))).collect::<Vec<_>>().join(", ")
    };
    if id == metric!("value_own") {
        own(Stream::Value)
    } else if id == metric!("cost_own") {
        own(Stream::Cost)
    } else {
        find(id).map_or_else(String::new, |(_, row)| report.locale.metric(row))
    }
}

/// Streams without a price, where money is counted: those that every scenario has, and those that
/// the file plans.
pub fn not_counted(report: &Report, locale: Locale) -> Vec<String> {
    if report.summary().metric(metric!("total_value")).is_none() {
        return Vec::new();
    }
    let streams = [
        (Needs::Attention, "price-attention", None),
        (Needs::Margin, "price-margin", None),
        (Needs::RepeatMargin, "price-repeat", None),
        (Needs::CostPerContact, "price-contact", None),
        (Needs::CustomerYear, "price-customer-year", None),
        (Needs::Poll, "price-poll", Some(key!("polls.per_year"))),
        (Needs::Hire, "price-hire", Some(key!("hires.per_year"))),
        (Needs::Ideas, "price-idea", Some(key!("value.ideas_per_year"))),
    ];
    let is_planned = |key: &str| {
        let stated = |assumption: &Assumption| {
            assumption.key == key && !matches!(assumption.origin, Origin::Default { .. })
        };
        report.assumptions().iter().any(stated)
    };
    let missing = streams.into_iter().filter(|(needs, _, plan)| {
        !report.model().prices.has(*needs) && plan.is_none_or(is_planned)
    });
    missing.map(|(_, words, _)| locale.say(words, &[])).collect()
}
