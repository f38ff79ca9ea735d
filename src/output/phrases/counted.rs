//! Streams of value and kinds of cost, and what is not counted among them.

use crate::estimate::Estimate;
use crate::metric::{Needs, find, metric, metrics};
use crate::model::{Assumption, Formula, Origin, Stream};
use crate::output::Report;
use crate::output::format::Locale;
use crate::output::phrases::{chance, tame};
use crate::output::words::{Words as _, say};
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

/// What the money does not count, and why, in whole sentences.
pub fn left_out(report: &Report, locale: Locale) -> Vec<String> {
    let [unpriced, undefined] = [not_counted, not_computed].map(|found| found(report, locale));
    let priced = |list: &[String]| say!(locale, "value-not-counted", list = list.join(", "));
    let computed = |list: &[String]| say!(locale, "value-not-computed", list = list.join(", "));
    let told = |list: Vec<String>, tell: &dyn Fn(&[String]) -> String| {
        (!list.is_empty()).then(|| tell(&list))
    };
    told(unpriced, &priced).into_iter().chain(told(undefined, &computed)).collect()
}

/// Streams of the file's own that cannot be computed in some futures, where they count for nothing;
/// and in how many.
pub fn not_computed(report: &Report, locale: Locale) -> Vec<String> {
    let trials = report.summary().trials as f64;
    let part = |formula: &Formula| {
        let undefined = report.summary().metric(&formula.id)?.undefined;
        let error = (undefined * (1.0 - undefined) / trials).sqrt();
        let chance = chance(locale, Estimate::new(undefined, error));
        (undefined > 0.0).then(|| format!("{} {chance}", tame(formula.words.of(locale))))
    };
    report.model().streams().filter_map(part).collect()
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
