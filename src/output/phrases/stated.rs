//! The questions of a year that somebody states, and why those of the horizon are others.

use crate::estimate;
use crate::metric::{self, metric};
use crate::model::{Later, Origin, Understood};
use crate::output::Report;
use crate::output::format::Format as _;
use crate::output::words::Words as _;
use crate::output::words::say;
use crate::scenario::keys::key;
use crate::units::{DAYS_A_YEAR, WEEKS_A_YEAR};

/// From here on it is said that they differ.
const DIFFERENCE: f64 = 0.05;
/// Followers who come or go, as a share, from which it is a reason.
const GROWTH: f64 = 0.02;
/// The same of the weeks of the horizon against a whole year.
const SEASON: f64 = 0.02;

/// What is stated for the horizon, how far the questions are from it, and why; nothing where they
/// are near, or where nobody states them.
pub fn questions(report: &Report) -> Option<String> {
    let (model, locale) = (report.model(), report.locale);
    let (questions, _) = metric::find(metric!("questions"))?;
    let of_one = |place: usize| {
        let only = model.communities.len() == 1;
        let metrics = &report.summary().metrics;
        let mut found = metrics.iter().filter(|found| found.column.metric == questions);
        found
            .find(|found| found.column.community == Some(place).filter(|_| !only))
            .map(|found| found.mean.value)
    };
    let (mut stated, mut asked) = (0.0, 0.0);
    for (place, community) in model.communities.iter().enumerate() {
        let a_year = stated_for(report, &community.id, key!(community "questions.per_year"));
        let a_day = stated_for(report, &community.id, key!(community "questions.per_day"));
        let a_year = a_year.or(a_day.map(|number| number * DAYS_A_YEAR));
        if let (Some(a_year), Some(mean)) = (a_year, of_one(place)) {
            stated += a_year * (model.weeks - community.opens) as f64 / WEEKS_A_YEAR;
            asked += mean;
        }
    }
    let difference = asked / stated - 1.0;
    let reasons = reasons(report, difference > 0.0);
    // It is not a number where nothing is stated; so few futures are no mean.
    if report.summary().trials < FEWEST
        || difference.is_nan()
        || difference.abs() <= DIFFERENCE
        || reasons.is_empty()
    {
        return None;
    }
    let said = locale.number(stated, Some(stated / 200.0));
    let share = locale.share(difference.abs(), Some(0.01));
    let reasons = locale.listed(&reasons);
    Some(if difference > 0.0 {
        say!(locale, "stated-more", stated = said, share = share, reasons = reasons)
    } else {
        say!(locale, "stated-less", stated = said, share = share, reasons = reasons)
    })
}

/// Futures whose mean is told from what is stated.
const FEWEST: u64 = 100;

/// The mean of what a file or the command line states of a community.
fn stated_for(report: &Report, community: &str, key: &str) -> Option<f64> {
    let path = format!("community.{community}.{key}");
    let taken = report.assumptions().iter().find(|taken| taken.key == path)?;
    match (&taken.origin, &taken.value) {
        (Origin::File { .. } | Origin::CommandLine, Understood::Quantity(dist)) => {
            Some(dist.mean())
        }
        _ => None,
    }
}

/// Why a horizon may have other questions than a year at the size of the start: more of them, or
/// fewer.
fn reasons(report: &Report, more: bool) -> Vec<String> {
    let (model, locale) = (report.model(), report.locale);
    let mut reasons = Vec::new();
    let at_start: Option<f64> = model
        .communities
        .iter()
        .map(|community| stated_for(report, &community.id, key!(community "followers")))
        .sum();
    let at_end = report.summary().metric(metric!("followers_end")).map(|found| found.mean.value);
    if let (Some(start), Some(end)) = (at_start, at_end) {
        let share = locale.share((end / start - 1.0).abs(), Some(0.01));
        if more && end > (1.0 + GROWTH) * start {
            reasons.push(say!(locale, "reason-growth", share = share));
        } else if !more && end < (1.0 - GROWTH) * start {
            reasons.push(say!(locale, "reason-loss", share = share));
        }
    }
    if more && !model.campaigns.is_empty() {
        reasons.push(say!(locale, "reason-campaigns"));
    }
    let changes = |later: &Later| {
        let mut pairs = later.model.communities.iter().zip(&model.communities);
        pairs.any(|(then, first)| then.volume != first.volume)
    };
    if model.later.iter().any(changes) {
        reasons.push(say!(locale, "reason-changes"));
    }
    let is_seasonal = |season: &[f64]| (estimate::mean(season) - 1.0).abs() > SEASON;
    if model.communities.iter().any(|one| is_seasonal(&one.season)) {
        reasons.push(say!(locale, "reason-season"));
    }
    let is_told = |rest: &str| {
        let mut ids = model.communities.iter().map(|one| one.id.as_str());
        ids.any(|id| stated_for(report, id, rest).is_some_and(|mean| mean != 0.0))
    };
    if is_told(key!(community "questions.growth")) {
        reasons.push(say!(locale, "reason-questions"));
    }
    // Crises alone are a part of what is stated.
    if !reasons.is_empty() && is_told(key!(community "questions.crises_per_year")) {
        reasons.push(say!(locale, "reason-crises"));
    }
    reasons
}
