//! The part of the first screen that is about work and money: service, yield, value against cost.

use super::layout::{Stops, cut, labelled, pad, width};
use crate::estimate::Estimate;
use crate::metric::{find, metric, metrics};
use crate::output::Report;
use crate::output::charts::SpreadText;
use crate::output::format::Format as _;
use crate::output::format::{Locale, Quantity};
use crate::output::phrases::studies::written;
use crate::output::phrases::{
    LOSSES, Ledger, STREAMS, chance, not_computed, not_counted, part_words, quantity_of,
};
use crate::output::phrases::{names, years};
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::summary::MetricSummary;

/// What is told besides, where it is measured.
const BESIDES: [&str; 6] = metrics![
    "share_of_voice",
    "sentiment_gap",
    "activity_ratio",
    "advocates_end",
    "outreach_replies",
    "search_views",
];

/// Columns of the longest bar.
const BAR_WIDTH: f64 = 30.0;

#[derive(Clone, Copy)]
pub struct Business<'a> {
    pub report: &'a Report<'a>,
    pub locale: Locale,
    /// Where means end, and their bars begin.
    pub stops: Stops,
}

impl<'a> Business<'a> {
    /// How many were answered, how soon and by whom, and how many complained.
    pub fn service(self) -> Vec<String> {
        if self.mean(metric!("questions")) <= 0.0 {
            return Vec::new();
        }
        let answers = self.mean(metric!("answers_peers")) + self.mean(metric!("answers_staff"));
        let [answered, hour, day, complaints] =
            metrics!["answered_share", "answered_1h", "answered_24h", "complaints"]
                .map(|id| self.mean_told(id));
        let mut text = if answers > 0.0 {
            let peers = self.locale.share(self.mean(metric!("answers_peers")) / answers, None);
            say!(
                self.locale,
                "service",
                answered = answered,
                hour = hour,
                day = day,
                peers = peers,
                complaints = complaints
            )
        } else {
            say!(self.locale, "service-unanswered", answered = answered, complaints = complaints)
        };
        let hours = self.report.summary().expected.mean_hours();
        if hours > 0.0 {
            let id = if self.mean(metric!("load_hours")) > hours {
                "service-overloaded"
            } else {
                "service-busy"
            };
            let load = self.mean_told(metric!("load_hours"));
            let hours = self.locale.number(hours, None);
            text = say!(self.locale, id, text = text, load = load, hours = hours);
        }
        labelled(&say!(self.locale, "service-label"), &text, 3, self.report.columns)
    }

    pub fn yields(self) -> Vec<String> {
        if self.mean(metric!("leads")) <= 0.0 {
            return Vec::new();
        }
        let both = |id: &str| {
            let Some(SpreadText { typical, range, .. }) = self.told(id) else {
                return String::new();
            };
            if typical == range {
                typical
            } else {
                say!(self.locale, "with-range", typical = typical, range = range)
            }
        };
        labelled(
            &say!(self.locale, "yield-label"),
            &say!(
                self.locale,
                "yield",
                leads = both(metric!("leads")),
                customers = both(metric!("customers"))
            ),
            2,
            self.report.columns,
        )
    }

    /// What only some files ask about: competitors, advocates, people in need, old threads.
    pub fn besides(self) -> Vec<String> {
        let told = |id: &&str| {
            let (_, row) = find(id)?;
            Some(say!(
                self.locale,
                "besides-value",
                words = self.locale.metric(row),
                value = self.told(id)?.typical
            ))
        };
        let told: Vec<String> = BESIDES.iter().filter_map(told).collect();
        if told.is_empty() {
            Vec::new()
        } else {
            labelled(&say!(self.locale, "besides-label"), &told.join(", "), 2, self.report.columns)
        }
    }

    /// What each business year has, where the horizon crosses one.
    pub fn years(self) -> Vec<String> {
        let label = say!(self.locale, "years-label");
        years::told(self.report)
            .map_or_else(Vec::new, |text| labelled(&label, &text, 2, self.report.columns))
    }

    /// Value and cost, and below them the streams, in `lines` at most; nothing where nothing has a
    /// price. They are means, which add up, with bars. The smallest streams and the losses share a
    /// line where there is no room for each.
    pub fn value(self, lines: usize) -> Vec<String> {
        let Some(ledger) = Ledger::of(self.report) else { return Vec::new() };
        let printed = |id: &str| ledger.printed(id).unwrap_or(0.0);
        let words = |id: &str| part_words(self.report, id);
        let mut parts: Vec<(String, f64)> =
            STREAMS.iter().map(|id| (words(id), printed(id))).collect();
        parts.retain(|(_, mean)| *mean > 0.0);
        parts.sort_by(|a, b| b.1.total_cmp(&a.1));
        let losses: f64 = LOSSES.iter().map(|id| printed(id)).sum();
        if losses > 0.0 {
            parts.push((say!(self.locale, "losses"), -losses));
        }
        let room = lines.saturating_sub(1);
        if room < 2 && parts.len() > room {
            // What is all of it says nothing more.
            parts.clear();
        } else if parts.len() > room {
            let rest = parts.split_off(room - 1);
            let name = if losses > 0.0 { "other-streams-less-losses" } else { "other-streams" };
            parts.push((say!(self.locale, name), rest.iter().map(|(_, mean)| mean).sum()));
        }
        let told = |id: &str| ledger.told(id).unwrap_or_else(|| ledger.written(0.0));
        let (cost, value) = (told(metric!("total_cost")), told(metric!("total_value")));
        let at = self.stops;
        let value = pad_to(&self.heading(), &value, at);
        let largest = parts
            .iter()
            .map(|(_, mean)| mean.abs())
            .fold(self.mean(metric!("total_cost")), f64::max);
        let rows = parts
            .iter()
            .map(|(words, mean)| row(words, (*mean, &ledger.written(*mean)), largest, at));
        let mut beside = say!(self.locale, "cost-beside", cost = cost);
        let roi = self.found(metric!("roi")).filter(|roi| roi.mean.value.is_finite());
        if let Some(roi) = roi {
            let roi = written(self.locale, Quantity::Share, roi.mean);
            beside = say!(self.locale, "return-beside", cost = beside, roi = roi);
        }
        std::iter::once(pad(&value, at.range) + &beside).chain(rows).collect()
    }

    /// In how many futures the costs come back, and by when; nothing where nothing has a price.
    pub fn payback(self) -> Vec<String> {
        let counts = self.mean(metric!("total_value")) > 0.0;
        let Some(found) = self.found(metric!("payback_weeks")).filter(|_| counts) else {
            return Vec::new();
        };
        // A share of the futures: as many trials as it was counted in.
        let paid = 1.0 - found.undefined;
        let trials = self.report.summary().trials as f64;
        let se = (paid * (1.0 - paid) / trials).sqrt();
        let chance = chance(self.locale, Estimate::new(paid, se));
        let typical = found.percentile("p50").value;
        let text = if typical.is_finite() && !self.report.is_at_medians() {
            let weeks = self.locale.whole_weeks(typical.round() as u64);
            say!(self.locale, "paid-back-by", chance = chance, weeks = weeks)
        } else if typical.is_finite() {
            self.locale.whole_weeks(typical.round() as u64)
        } else {
            chance
        };
        labelled(&say!(self.locale, "paid-back-label"), &text, 1, self.report.columns)
    }

    /// People reached through each community, where there are several.
    pub fn networks(self) -> Vec<String> {
        let communities = &self.report.model().communities;
        if communities.len() < 2 {
            return Vec::new();
        }
        let mut reached: Vec<(String, &MetricSummary)> = communities
            .iter()
            .filter_map(|community| {
                let id = format!("{}.{}", community.id, metric!("total_reach"));
                Some((names::community(self.locale, community), self.found(&id)?))
            })
            .collect();
        let typical = |found: &MetricSummary| found.percentile("p50").value;
        reached.sort_by(|a, b| typical(b.1).total_cmp(&typical(a.1)));
        let told: Vec<String> = reached
            .iter()
            .map(|(name, found)| {
                let people = self.report.spread(found).told(self.locale, Quantity::Number);
                format!("{name} {}", people.typical)
            })
            .collect();
        labelled(&say!(self.locale, "networks-label"), &told.join(", "), 2, self.report.columns)
    }

    fn heading(self) -> String {
        match self.report.model().weeks {
            52 => say!(self.locale, "value-in-a-year"),
            weeks => say!(self.locale, "value-in", time = self.locale.weeks(weeks as u64)),
        }
    }

    pub fn not_counted(self) -> Vec<String> {
        let mut told = Vec::new();
        let undefined = not_computed(self.report, self.locale);
        if !undefined.is_empty() {
            told.push(say!(self.locale, "not-computed", list = undefined.join(", ")));
        }
        let missing = not_counted(self.report, self.locale);
        if !missing.is_empty() {
            told.push(say!(self.locale, "not-counted", list = missing.join(", ")));
        }
        if told.is_empty() {
            return told;
        }
        let label = say!(self.locale, "not-counted-label");
        labelled(&label, &told.join("; "), 2, self.report.columns)
    }

    fn found(self, id: &str) -> Option<&'a MetricSummary> {
        self.report.summary().metric(id)
    }

    fn mean(self, id: &str) -> f64 {
        self.found(id)
            .map_or(0.0, |found| if found.mean.value.is_finite() { found.mean.value } else { 0.0 })
    }

    fn mean_told(self, id: &str) -> String {
        self.found(id).map_or_else(String::new, |found| {
            let metric = self.report.model().metric(found.column.metric);
            written(self.locale, quantity_of(&metric), found.mean)
        })
    }

    fn told(self, id: &str) -> Option<SpreadText> {
        let found = self.found(id)?;
        Some(
            self.report
                .spread(found)
                .told(self.locale, quantity_of(&self.report.model().metric(found.column.metric))),
        )
    }
}

/// A mean with its bar.
fn row(words: &str, (mean, told): (f64, &str), largest: f64, at: Stops) -> String {
    let line = pad_to(&format!("  {words}"), told, at);
    let bar = if largest > 0.0 { (BAR_WIDTH * mean.abs() / largest).round() as usize } else { 0 };
    (pad(&line, at.range) + &"█".repeat(bar)).trim_end().to_owned()
}

/// Words, and a number that ends where all of them do.
fn pad_to(words: &str, number: &str, at: Stops) -> String {
    let room = at.value.saturating_sub(width(number));
    pad(&cut(words, room.saturating_sub(1)), room) + number
}
