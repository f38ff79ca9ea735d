//! What people ask: how many questions, how evenly, and how unequally often.

use reachsim_core::dist::Spread;
use reachsim_core::model::{Model, Param, Volume};

use crate::known::counts::{ln_dispersion, mean_dispersion};
use crate::known::curve::Curve;
use crate::known::page::Page;
use crate::known::seen::{Counted, DayCount, Evidence};
use crate::known::skew;

/// Weeks of a day.
const DAY: f64 = 1.0 / 7.0;

/// The number by which a file states the questions.
pub fn volume_of(model: &mut Model, place: usize) -> Option<&mut Param> {
    match &mut model.communities[place].volume {
        Volume::PerYear(product) => product.0.first_mut(),
        Volume::PerFollower(param) => Some(param),
    }
}

/// Days of a stretch, with the events of each.
fn counted(
    days: impl Iterator<Item = (i32, f64)>,
    exposure: impl Fn(i32) -> f64,
    weight: impl Fn(i32) -> f64,
) -> Vec<DayCount> {
    let mut events: Vec<(i32, f64)> = days.collect();
    events.sort_by_key(|(day, _)| *day);
    let (Some(first), Some(last)) = (events.first(), events.last()) else { return Vec::new() };
    let (first, last) = (first.0, last.0);
    let mut rows: Vec<DayCount> = (first..=last)
        .map(|day| DayCount { day, count: 0.0, exposure: exposure(day), weight: weight(day) })
        .collect();
    for (day, count) in events {
        rows[(day - first) as usize].count += count;
    }
    rows
}

/// Questions by day, of all sources, beside what a value of 1 would bring on that day.
fn asked(page: &Page) -> Option<Counted> {
    let param = match &page.model.communities[page.place].volume {
        Volume::PerYear(product) => *product.0.first()?,
        Volume::PerFollower(param) => *param,
    };
    let (value, expected) = (page.median(param), page.expected());
    if !(value > 0.0 && expected.messages_per_week > 0.0) {
        return None;
    }
    let crises = 1.0 + expected.crisis * (expected.crisis_size - 1.0);
    let lively = if expected.activity > 0.0 { 1.0 / expected.activity } else { 1.0 };
    let per_week = expected.messages_per_week / value * crises * lively;
    let days = page.sources.iter().flat_map(|source| {
        // The latest level stands for the week in which the horizon begins.
        let now = source.history.last().map(|day| page.followers(source.history, day));
        let exposure = |day: i32| {
            let then = page.followers(source.history, day);
            let grown = now.filter(|now| *now > 0.0).map_or(1.0, |now| then / now);
            per_week * DAY * grown
        };
        let days = source.history.questions.iter().map(|asked| (asked.day, 1.0));
        counted(days, exposure, |day| page.weight(source, day))
    });
    let days: Vec<DayCount> = days.collect();
    (!days.is_empty()).then_some(Counted { days })
}

pub fn questions(page: &Page, key: &str) -> Option<Evidence> {
    let counted = asked(page)?;
    let last = counted.days.iter().map(|row| row.day).max()?;
    counted.rate(page.drift(key), page.ahead(last), Some(page.expected().dispersion))
}

/// How much more the weeks differ than a Poisson has it.
pub fn scatter(page: &Page, _: &str) -> Option<Evidence> {
    let counted = asked(page)?;
    let weeks = counted.weeks();
    let phi = mean_dispersion(&weeks)?;
    let days = || counted.days.iter().map(|row| row.day);
    let count: f64 = weeks.iter().map(|week| week.count).sum();
    let n = weeks.len() as u64;
    let curve = Curve::exact(Spread::Log, (libm::log(phi), 0.4), move |place| {
        ln_dispersion(&weeks, libm::exp(place).min(1e6))
    });
    Some(Evidence {
        curve,
        n: n.max(count as u64),
        from: days().min()?,
        to: days().max()?,
        weight: 1.0,
        tau: None,
        remarks: Vec::new(),
        point: Some(phi),
    })
}

pub fn asker_skew(page: &Page, _: &str) -> Option<Evidence> {
    let source = page.sources.iter().max_by_key(|source| source.history.askers.len())?;
    let history = source.history;
    let (from, to) = history.period?;
    // Without an audience the shape is not told.
    let audience = history.level(to)? * page.expected().human * page.expected().active;
    let curve = skew::shape(&history.askers, audience)?;
    let n = history.askers.iter().map(|(_, people)| people).sum();
    Some(Evidence { curve, n, from, to, weight: 1.0, tau: None, remarks: Vec::new(), point: None })
}
