//! Days and weeks above the limit of their own past.
//!
//! A past of mean m and variance v, from which a count is above the limit in 1 of 100 cases: the
//! negative binomial of k = m^2 / (v - m), by its moments; Poisson where v <= m. The limit is the
//! least count up to which 99 % lie (Johnson, Kemp, Kotz 2005, chapter 5).

use super::clock::monday;
use super::odd::Odd;
use super::question::Series;
use super::view::View;
use super::weeks::Days;

/// Weeks of the past that are needed, and that are looked at; the same in days.
const WEEKS: (usize, usize) = (12, 52);
const DAYS: (usize, usize) = (56, 91);
/// Of a hundred days one is above the limit anyway: days must also be twice the usual.
const TWICE: f64 = 2.0;
/// The largest of a series that are told.
const TOLD: usize = 5;
/// Above it, counts are as good as normal.
const MANY: f64 = 20_000.0;

/// A run of steps above the limit.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Burst {
    first: usize,
    last: usize,
    count: f64,
    usual: f64,
    limit: f64,
}

pub fn bursts(view: &View) -> Vec<Odd> {
    let asked = !view.talk.questions.is_empty() || !view.export.tickets.is_empty();
    let series = if asked { Series::Questions } else { Series::Messages };
    let Some(days) = Days::of(view, series) else { return Vec::new() };
    let weeks = days.weeks();
    let start = weeks.first().map_or(0, |week| week.0);
    let sums: Vec<f64> = weeks.iter().map(|week| week.1).collect();
    let odd = |burst: Burst, first: i32, length: i32| Odd::Burst {
        series,
        from: first + length * burst.first as i32,
        to: first + length * (burst.last as i32 + 1) - 1,
        count: burst.count,
        usual: burst.usual,
        limit: burst.limit,
    };
    let of_days = runs(&days.counts, DAYS, TWICE);
    let is_told = |week: &Burst| {
        let from = start + 7 * week.first as i32;
        of_days.iter().any(|day| {
            let (first, last) = (days.first + day.first as i32, days.first + day.last as i32);
            monday(first) <= from && from <= last
        })
    };
    let mut of_weeks = runs(&sums, WEEKS, 1.0);
    of_weeks.retain(|week| !is_told(week));
    let of_days = largest(of_days).into_iter().map(|burst| odd(burst, days.first, 1));
    let of_weeks = largest(of_weeks).into_iter().map(|burst| odd(burst, start, 7));
    of_days.chain(of_weeks).collect()
}

/// Steps above the limit of those before them; neighbours are one. A step that is above is no past
/// of those after it.
fn runs(counts: &[f64], (needed, looked): (usize, usize), times: f64) -> Vec<Burst> {
    let mut found: Vec<Burst> = Vec::new();
    let mut past: Vec<f64> = Vec::new();
    for (place, count) in counts.iter().enumerate() {
        let recent = &past[past.len().saturating_sub(looked)..];
        let (usual, variance) = moments(recent);
        let limit = limit(usual, variance);
        if recent.len() < needed || *count <= limit || *count < times * usual {
            past.push(*count);
            continue;
        }
        match found.last_mut().filter(|burst| burst.last + 1 == place) {
            Some(burst) => {
                burst.last = place;
                burst.count += count;
                burst.usual += usual;
                burst.limit += limit;
            }
            None => found.push(Burst { first: place, last: place, count: *count, usual, limit }),
        }
    }
    found
}

fn largest(mut bursts: Vec<Burst>) -> Vec<Burst> {
    let times = |burst: &Burst| burst.count / burst.usual.max(1.0);
    bursts.sort_by(|one, other| times(other).total_cmp(&times(one)));
    bursts.truncate(TOLD);
    bursts.sort_by_key(|burst| burst.first);
    bursts
}

fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    if values.len() < 2 {
        return (values.iter().sum(), 0.0);
    }
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, squares / (n - 1.0))
}

/// The least count up to which 99 % of a negative binomial of this mean and variance lie.
pub fn limit(mean: f64, variance: f64) -> f64 {
    if mean <= 0.0 {
        return 0.0;
    }
    if mean > MANY {
        return mean + 2.326_347_874 * variance.max(mean).sqrt();
    }
    let excess = variance - mean;
    let k = if excess > 0.0 { mean * mean / excess } else { f64::INFINITY };
    let start = if k.is_finite() { k * libm::log(k / (k + mean)) } else { -mean };
    let step = |count: f64| {
        if k.is_finite() {
            libm::log((count + k) / (count + 1.0) * mean / (k + mean))
        } else {
            libm::log(mean / (count + 1.0))
        }
    };
    let (mut count, mut log, mut below) = (0.0, start, libm::exp(start));
    while below < 0.99 && count < 100.0 * MANY {
        log += step(count);
        below += libm::exp(log);
        count += 1.0;
    }
    count
}
