//! Who answers, and when.

use reachsim_core::dist::Spread;
use reachsim_data::analyse::Asked;

use super::shared::shared;
use crate::known::level::{Level, Seen, level};
use crate::known::page::{BLOCK, Page};
use crate::known::seen::{Evidence, Part, remarks};

/// Hours within which most questions of a week without a backlog are answered, and the share of
/// them.
const SOON: (f64, f64) = (168.0, 0.9);

/// Hours until the team answers when nothing waits: those that leave as much as the real waits do
/// of what halves in `support.half_life_hours`. Over weeks of which nine in ten questions were
/// answered within a week, the mean of 2^(-wait/h) is 1/(1 + hours ln 2/h).
pub fn base_hours(page: &Page, key: &str) -> Option<Evidence> {
    let half = page.median(page.model.support.half_life_hours);
    let mut rows: Vec<(i32, f64, f64)> = Vec::new();
    for source in &page.sources {
        let questions = &source.history.questions;
        for week in
            questions.chunk_by(|one, other| one.day.div_euclid(7) == other.day.div_euclid(7))
        {
            let told = week.iter().filter(|asked| asked.is_answered.is_some()).count();
            let soon = week.iter().filter(|asked| asked.hours.is_some_and(|h| h <= SOON.0)).count();
            if told == 0 || (soon as f64) < SOON.1 * told as f64 {
                continue;
            }
            let waits = week.iter().filter_map(|asked| Some((asked.day, asked.hours?)));
            let weight = |day: i32| page.weight(source, day);
            let kept = waits.map(|(day, h)| (day, libm::exp2(-h.max(0.0) / half), weight(day)));
            rows.extend(kept);
        }
    }
    if rows.len() < 30 {
        return None;
    }
    let days = || rows.iter().map(|row| row.0);
    let (from, to) = (days().min()?, days().max()?);
    let mut blocks: Vec<(Vec<f64>, f64)> =
        vec![(Vec::new(), 1.0); ((to - from) / BLOCK + 1) as usize];
    for (day, kept, weight) in &rows {
        let block = &mut blocks[((to - day) / BLOCK) as usize];
        block.0.push(*kept);
        block.1 = block.1.min(*weight);
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let all: Vec<f64> = rows.iter().map(|row| row.1).collect();
    let middle = mean(&all);
    let variance =
        all.iter().map(|kept| (kept - middle) * (kept - middle)).sum::<f64>() / all.len() as f64;
    let weight = rows.iter().map(|row| row.2).fold(1.0, f64::min);
    let closed = page.model.closed_hours;
    let seen = |(place, (block, weight)): (usize, &(Vec<f64>, f64))| {
        let kept = if block.is_empty() { return None } else { mean(block).clamp(1e-3, 0.999) };
        let hours = half / std::f64::consts::LN_2 * (1.0 / kept - 1.0);
        let own = (hours - closed).max(0.02 * hours);
        let slope = hours / own / (kept * (1.0 - kept));
        let error = slope * slope * variance / block.len() as f64;
        Some(Seen {
            at: -(place as f64),
            place: libm::log(own),
            variance: error.max(1e-6) / weight,
        })
    };
    let seen: Vec<Seen> = blocks.iter().enumerate().filter_map(seen).collect();
    let Level { curve, tau } = level(Spread::Log, &seen, page.drift(key), page.ahead(to))?;
    let remarks = remarks(weight, seen.len(), Some(tau));
    Some(Evidence {
        curve,
        n: rows.len() as u64,
        from,
        to,
        weight,
        tau: Some(tau),
        remarks,
        point: None,
    })
}

/// The share of the questions to which another member replied first.
pub fn peers(page: &Page, key: &str) -> Option<Evidence> {
    let parts: Vec<Part> = page
        .sources
        .iter()
        .flat_map(|source| {
            let told = source.history.questions.iter().any(|asked| asked.is_helped == Some(true));
            let part = move |asked: &Asked| {
                let known = asked.is_helped.is_some() || asked.is_answered.is_some();
                (told && known).then(|| Part {
                    day: asked.day,
                    over: f64::from(u8::from(asked.is_helped == Some(true))),
                    under: 1.0,
                    weight: page.weight(source, asked.day),
                })
            };
            source.history.questions.iter().filter_map(part).collect::<Vec<_>>()
        })
        .collect();
    if parts.len() < 30 {
        return None;
    }
    shared(page, key, &parts, Spread::Logit, 1.0)
}
