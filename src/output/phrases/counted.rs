//! Streams of value and kinds of cost, and what is not counted among them.

use crate::metric::{Needs, metric, metrics};
use crate::model::{Assumption, Origin};
use crate::output::Report;
use crate::output::format::Locale;
use crate::output::words::Words as _;
use crate::scenario::keys::key;

/// Streams of value, in the order in which they are told.
pub const STREAMS: [&str; 11] = metrics![
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
];

/// Losses that are taken from the streams.
pub const LOSSES: [&str; 2] = metrics!["loss_negative", "loss_ignored"];

/// Kinds of cost.
pub const COSTS: [&str; 5] =
    metrics!["cost_team", "cost_content", "cost_fixed", "cost_ads", "cost_rewards"];

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
