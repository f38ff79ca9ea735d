//! The part of the first screen that is about work and money: service, yield, value against cost.

use super::layout::{WIDTH, labelled, pad, width};
use super::quantity;
use crate::metric::{METRICS, Needs};
use crate::model::{Assumption, Origin};
use crate::output::Bundle;
use crate::output::charts::Told;
use crate::output::format::Locale;
use crate::summary::MetricSummary;

/// Streams of value and losses, in the order in which they are told.
const STREAMS: [&str; 8] = [
    "value_direct",
    "value_earned",
    "value_owned",
    "value_repeat",
    "value_deflection",
    "value_retention",
    "value_research",
    "value_recruiting",
];
const LOSSES: [&str; 2] = ["loss_negative", "loss_ignored"];

/// Columns in which a mean ends, and in which its bar begins.
const MEAN: usize = 41;
const BAR: usize = 44;
const BAR_WIDTH: f64 = 30.0;

#[derive(Clone, Copy)]
pub struct Business<'a> {
    pub bundle: &'a Bundle<'a>,
    pub locale: Locale,
}

impl<'a> Business<'a> {
    /// How many were answered, how soon and by whom, and how many complained.
    pub fn service(self) -> Vec<String> {
        if self.mean("questions") <= 0.0 {
            return Vec::new();
        }
        let answers = self.mean("answers_peers") + self.mean("answers_staff");
        let by_whom = if answers > 0.0 {
            let peers = self.locale.share(self.mean("answers_peers") / answers, None);
            format!(" in {} hours, {peers} by members", self.typical("response_hours"))
        } else {
            String::new()
        };
        let complaints = self.locale.number(self.mean("complaints"), None);
        labelled("Service", &format!("{} answered{by_whom}; complaints {complaints}", self.typical("answered_share")), 1)
    }

    pub fn yields(self) -> Vec<String> {
        if self.mean("leads") <= 0.0 {
            return Vec::new();
        }
        let both = |id: &str, words: &str| {
            let Some(Told { typical, range, .. }) = self.told(id) else { return String::new() };
            if typical == range { format!("{words} {typical}") } else { format!("{words} {typical} ({range})") }
        };
        labelled("Yield", &[both("leads", "leads"), both("customers", "new customers")].join("; "), 1)
    }

    /// Value and cost, and below them the streams, in `lines` at most; nothing where nothing has a price. They are means,
    /// which add up, with bars. The smallest streams and the losses share a line where there is no room for each.
    pub fn value(self, lines: usize) -> Vec<String> {
        let Some(total) = self.found("total_value") else { return Vec::new() };
        let mut parts: Vec<(&str, f64)> = STREAMS.iter().filter_map(|id| Some((words(id), self.found(id)?.mean.value))).collect();
        parts.retain(|(_, mean)| *mean > 0.0);
        parts.sort_by(|a, b| b.1.total_cmp(&a.1));
        let losses: f64 = LOSSES.iter().filter_map(|id| Some(self.found(id)?.mean.value)).sum();
        if losses > 0.0 {
            parts.push(("losses", -losses));
        }
        let room = lines.saturating_sub(1).max(1);
        if parts.len() > room {
            let rest = parts.split_off(room - 1);
            let name = if losses > 0.0 { "all other streams, less losses" } else { "all other streams" };
            parts.push((name, rest.iter().map(|(_, mean)| mean).sum()));
        }
        let cost = self.locale.number(self.mean("total_cost"), None);
        let value = pad_to(&self.heading(), &self.locale.number(total.mean.value, digits(total)));
        let largest = parts.iter().map(|(_, mean)| mean.abs()).fold(self.mean("total_cost"), f64::max);
        let rows = parts.iter().map(|(words, mean)| self.row(words, *mean, largest));
        std::iter::once(format!("{}cost {cost}", pad(&value, BAR))).chain(rows).collect()
    }

    fn heading(self) -> String {
        match self.bundle.model.weeks {
            52 => "Value a year (means)".to_owned(),
            weeks => format!("Value in {} (means)", self.locale.weeks(weeks as u64)),
        }
    }

    fn row(self, words: &str, mean: f64, largest: f64) -> String {
        let line = pad_to(&format!("  {words}"), &self.locale.number(mean, None));
        let bar = if largest > 0.0 { (BAR_WIDTH * mean.abs() / largest).round() as usize } else { 0 };
        (pad(&line, BAR) + &"█".repeat(bar.min(WIDTH - BAR))).trim_end().to_owned()
    }

    /// Streams without a price, where money is counted.
    pub fn not_counted(self) -> Vec<String> {
        let model = self.bundle.model;
        if self.found("total_value").is_none() {
            return Vec::new();
        }
        let planned = |needs: Needs| match needs {
            Needs::Poll => self.is_given("polls.per_year"),
            Needs::Hire => self.is_given("hires.per_year"),
            _ => true,
        };
        let words = |needs: Needs| match needs {
            Needs::Margin => "new customers",
            Needs::RepeatMargin => "repeat orders",
            Needs::CostPerContact => "service contacts saved",
            Needs::CustomerYear => "customers kept or lost",
            Needs::Poll => "market research",
            _ => "recruiting",
        };
        let prices = [Needs::Margin, Needs::RepeatMargin, Needs::CostPerContact, Needs::CustomerYear, Needs::Poll, Needs::Hire];
        let missing: Vec<&str> = prices.into_iter().filter(|needs| !model.prices.has(*needs) && planned(*needs)).map(words).collect();
        if missing.is_empty() { Vec::new() } else { labelled("Not counted", &format!("{}: no price is given", missing.join(", ")), 2) }
    }

    fn is_given(self, key: &str) -> bool {
        let stated = |assumption: &Assumption| assumption.key == key && !matches!(assumption.origin, Origin::Default { .. });
        self.bundle.assumptions.iter().any(stated)
    }

    fn found(self, id: &str) -> Option<&'a MetricSummary> {
        self.bundle.summary.metric(id)
    }

    fn mean(self, id: &str) -> f64 {
        self.found(id).map_or(0.0, |found| if found.mean.value.is_finite() { found.mean.value } else { 0.0 })
    }

    fn told(self, id: &str) -> Option<Told> {
        let found = self.found(id)?;
        Some(self.bundle.spread(found).told(self.locale, quantity(self.bundle.model.metric(found.column.metric).unit)))
    }

    fn typical(self, id: &str) -> String {
        self.told(id).map_or_else(String::new, |told| told.typical)
    }
}

fn words(id: &str) -> &'static str {
    METRICS.iter().find(|metric| metric.id == id).map_or("", |metric| metric.words)
}

/// The error that limits the digits of a mean.
fn digits(found: &MetricSummary) -> Option<f64> {
    Some(found.mean.se).filter(|se| se.is_finite())
}

/// Words, and a number that ends where all of them do.
fn pad_to(words: &str, number: &str) -> String {
    pad(words, MEAN.saturating_sub(width(number)).max(width(words) + 1)) + number
}
