//! Which keys learn from which rows: one row a key.

use reachsim_core::dist::Spread;
use reachsim_core::model::{Model, Param, Volume};
use reachsim_data::shape::Tone;

use super::counts::{dispersion, ln_dispersion};
use super::curve::{Bell, Curve};
use super::level::{Level, Seen, level};
use super::page::{BLOCK, Page, Source};
use super::seen::{Counted, DayCount, Evidence, Part, Remark, remarks, share};
use super::skew;

/// A key that learns from exports.
pub struct Rule {
    /// As a file writes it, without its community.
    pub key: &'static str,
    /// On which scale it is spread.
    pub scale: Spread,
    pub is_of_community: bool,
    /// Whether the number itself is measured, so that a file's fixed one is replaced.
    pub is_measured: bool,
    /// Where the model has it.
    pub param: fn(&Model, usize) -> Option<Param>,
    /// What rows say of its value in the model.
    pub says: fn(&Page, &str) -> Option<Evidence>,
}

const fn of_community(
    key: &'static str,
    scale: Spread,
    param: fn(&Model, usize) -> Option<Param>,
    says: fn(&Page, &str) -> Option<Evidence>,
) -> Rule {
    Rule { key, scale, is_of_community: true, is_measured: false, param, says }
}

const fn measured(rule: Rule) -> Rule {
    Rule { is_measured: true, ..rule }
}

const fn of_all(rule: Rule) -> Rule {
    Rule { is_of_community: false, ..rule }
}

/// Every key that learns from exports.
pub const RULES: &[Rule] = &[
    of_community("questions", Spread::Log, volume, questions),
    measured(of_community(
        "questions.dispersion",
        Spread::Log,
        |model, at| Some(model.communities[at].questions.dispersion),
        scatter,
    )),
    of_community(
        "questions.asker_skew",
        Spread::Log,
        |model, at| Some(model.communities[at].questions.asker_skew),
        asker_skew,
    ),
    of_community(
        "posts.reach",
        Spread::Logit,
        |model, at| Some(model.communities[at].posts.reach),
        |page, key| reach(page, key).map(|reach| reach.mean),
    ),
    measured(of_community(
        "posts.spread",
        Spread::Log,
        |model, at| Some(model.communities[at].posts.spread),
        |page, key| reach(page, key)?.spread,
    )),
    of_community(
        "posts.fatigue",
        Spread::Plain,
        |model, at| Some(model.communities[at].posts.fatigue),
        fatigue,
    ),
    of_community(
        "posts.engagement",
        Spread::Logit,
        |model, at| Some(model.communities[at].posts.engagement),
        engagement,
    ),
    of_community(
        "growth.organic",
        Spread::Log,
        |model, at| Some(model.communities[at].growth.organic),
        organic,
    ),
    of_community(
        "growth.churn",
        Spread::Logit,
        |model, at| Some(model.communities[at].growth.churn),
        churn,
    ),
    of_community(
        "sentiment.positive",
        Spread::Logit,
        |model, at| Some(model.communities[at].sentiment.positive),
        |page, key| tone(page, key, Tone::Positive),
    ),
    of_community(
        "sentiment.negative",
        Spread::Logit,
        |model, at| Some(model.communities[at].sentiment.negative),
        |page, key| tone(page, key, Tone::Negative),
    ),
    of_all(of_community(
        "support.base_hours",
        Spread::Log,
        |model, _| Some(model.support.base_hours),
        base_hours,
    )),
    of_all(of_community(
        "support.peers",
        Spread::Logit,
        |model, _| Some(model.support.peers),
        peers,
    )),
    of_all(of_community(
        "funnel.click",
        Spread::Logit,
        |model, _| Some(model.funnel.click),
        clicks,
    )),
    of_all(of_community(
        "funnel.close",
        Spread::Logit,
        |model, _| Some(model.funnel.close),
        closes,
    )),
    of_all(of_community(
        "funnel.direct_close",
        Spread::Logit,
        |model, _| Some(model.funnel.direct_close),
        closes,
    )),
];

/// The number by which a file states the questions.
fn volume(model: &Model, place: usize) -> Option<Param> {
    match &model.communities[place].volume {
        Volume::PerYear(product) => product.0.first().copied(),
        Volume::PerFollower(param) => Some(*param),
    }
}

/// Weeks of a day.
const DAY: f64 = 1.0 / 7.0;

/// Days of a stretch, with the events of each.
fn counted(
    days: impl Iterator<Item = (i32, f64)>,
    exposure: impl Fn(i32) -> f64,
    weight: f64,
) -> Vec<DayCount> {
    let mut events: Vec<(i32, f64)> = days.collect();
    events.sort_by_key(|(day, _)| *day);
    let (Some(first), Some(last)) = (events.first(), events.last()) else { return Vec::new() };
    let (first, last) = (first.0, last.0);
    let mut rows: Vec<DayCount> = (first..=last)
        .map(|day| DayCount { day, count: 0.0, exposure: exposure(day), weight })
        .collect();
    for (day, count) in events {
        rows[(day - first) as usize].count += count;
    }
    rows
}

/// Questions by day, of all sources, beside what a value of 1 would bring on that day.
fn asked(page: &Page) -> Option<Counted> {
    let param = volume(page.model, page.place)?;
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
        counted(days, exposure, source.weight)
    });
    let days: Vec<DayCount> = days.collect();
    (!days.is_empty()).then_some(Counted { days })
}

fn questions(page: &Page, key: &str) -> Option<Evidence> {
    let counted = asked(page)?;
    let last = counted.days.iter().map(|row| row.day).max()?;
    counted.rate(page.drift(key), page.ahead(last), Some(page.expected().dispersion))
}

/// How much more the weeks differ than a Poisson has it.
fn scatter(page: &Page, _: &str) -> Option<Evidence> {
    let counted = asked(page)?;
    let weeks = counted.weeks();
    let phi = dispersion(&weeks)?.max(1e-4);
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
    })
}

fn asker_skew(page: &Page, _: &str) -> Option<Evidence> {
    let source = page.sources.iter().max_by_key(|source| source.history.askers.len())?;
    let history = source.history;
    let (from, to) = history.period?;
    // Without an audience the shape is not told.
    let audience = history.level(to)? * page.expected().human * page.expected().active;
    let curve = skew::shape(&history.askers, audience)?;
    let n = history.askers.iter().map(|(_, people)| people).sum();
    Some(Evidence { curve, n, from, to, weight: 1.0, tau: None, remarks: Vec::new() })
}

/// What posts say of their mean reach, and of how they differ.
struct Reach {
    mean: Evidence,
    spread: Option<Evidence>,
}

/// The most that a share can be, in ln.
const ALL: f64 = 0.0;
/// Posts below which nothing is told of their reach.
const POSTS: usize = 5;

/// ln of the reach of each post over the people among the followers, at seven posts a week:
/// (day, ln, weight), and what should be known of it.
fn posts(page: &Page) -> (Vec<(i32, f64, f64)>, Vec<Remark>) {
    let expected = page.expected();
    let fatigue = page.median(page.model.communities[page.place].posts.fatigue);
    let value = page.median(page.model.communities[page.place].posts.reach);
    let lively = if expected.activity > 0.0 { expected.activity } else { 1.0 };
    let factor = if value > 0.0 { expected.post_reach / value / lively } else { 1.0 };
    let (mut rows, mut remarks) = (Vec::new(), Vec::new());
    for source in &page.sources {
        let history = source.history;
        for post in &history.posts {
            let followers = post.followers.unwrap_or_else(|| page.followers(history, post.day));
            let people = followers * expected.human;
            let reach = post.reach_followers.unwrap_or(post.reach);
            let week = history.posted.iter().filter(|day| (**day - post.day).abs() <= 3).count();
            let tired = libm::pow((week as f64).max(1.0) / 7.0, -fatigue);
            if people > 0.0 && reach > 0.0 {
                let ln = libm::log(reach / people / tired / factor);
                rows.push((post.day, ln, source.weight));
            }
            if post.reach_followers.is_none() {
                remarks.push(Remark::ReachOfAll);
            }
            if post.followers.is_none() && history.followers.is_empty() {
                remarks.push(Remark::FollowersOfScenario);
            }
        }
        if history.is_undated {
            remarks.push(Remark::Undated);
        }
    }
    remarks.sort_unstable();
    remarks.dedup();
    (rows, remarks)
}

/// ln r_i = level of its block + N(0, s^2). The mean of posts is the median times e^(s^2/2): it
/// enters `posts.reach`, and s enters `posts.spread` as the coefficient of variation
/// sqrt(e^(s^2) - 1), never the range of the reach.
fn reach(page: &Page, key: &str) -> Option<Reach> {
    let (rows, notes) = posts(page);
    if rows.len() < POSTS {
        return None;
    }
    let days = || rows.iter().map(|row| row.0);
    let (from, to) = (days().min()?, days().max()?);
    let mut blocks: Vec<Vec<(f64, f64)>> = vec![Vec::new(); ((to - from) / BLOCK + 1) as usize];
    for (day, ln, weight) in &rows {
        blocks[((to - day) / BLOCK) as usize].push((*ln, *weight));
    }
    let filled = blocks.iter().filter(|block| !block.is_empty()).count();
    let mean =
        |block: &[(f64, f64)]| block.iter().map(|(ln, _)| ln).sum::<f64>() / block.len() as f64;
    let squares: f64 = blocks
        .iter()
        .filter(|block| !block.is_empty())
        .map(|block| {
            let mean = mean(block);
            block.iter().map(|(ln, _)| (ln - mean) * (ln - mean)).sum::<f64>()
        })
        .sum();
    let free = rows.len().saturating_sub(filled);
    let believed = page.expected().post_spread;
    let variance =
        if free >= POSTS { squares / free as f64 } else { libm::log1p(believed * believed) };
    let seen = |(place, block): (usize, &Vec<(f64, f64)>)| {
        let weight: f64 = block.iter().map(|(_, weight)| weight).sum();
        (!block.is_empty()).then(|| Seen {
            at: -(place as f64),
            place: mean(block) + 0.5 * variance,
            variance: variance.max(1e-6) / weight.max(1e-6),
        })
    };
    let seen: Vec<Seen> = blocks.iter().enumerate().filter_map(seen).collect();
    let Level { curve, tau } = level(Spread::Log, &seen, page.drift(key), page.ahead(to))?;
    let weight = rows.iter().map(|row| row.2).fold(1.0, f64::min);
    let mut told = remarks(weight, filled, Some(tau));
    told.extend(&notes);
    let evidence = |curve: Curve, tau, remarks| Evidence {
        curve,
        n: rows.len() as u64,
        from,
        to,
        weight,
        tau,
        remarks,
    };
    let spread = (free >= POSTS).then(|| {
        let n = free as f64;
        let place = 0.5 * libm::log(libm::expm1(variance.min(ALL + 20.0)));
        evidence(
            Curve::exact(Spread::Log, (place, 1.0 / n.sqrt()), move |place| {
                let cv = libm::exp(place.min(60.0));
                let s2 = libm::log1p(cv * cv);
                -0.5 * n * (libm::log(s2) + variance / s2)
            }),
            None,
            Vec::new(),
        )
    });
    Some(Reach { mean: evidence(curve, Some(tau), told), spread })
}

/// Weeks with different numbers of posts from which their fatigue is told, and how far apart these
/// numbers have to lie, in ln.
const FATIGUE: (usize, f64) = (12, 0.2);

/// The slope of ln reach on ln posts a week, both less their means of twelve weeks, which a moving
/// level does not touch.
fn fatigue(page: &Page, _: &str) -> Option<Evidence> {
    let (rows, _) = posts(page);
    let from = rows.iter().map(|row| row.0).min()?;
    let to = rows.iter().map(|row| row.0).max()?;
    if page.sources.iter().any(|source| source.history.is_undated) {
        return None;
    }
    let believed = page.median(page.model.communities[page.place].posts.fatigue);
    let mut weeks: Vec<(i32, Vec<f64>)> = Vec::new();
    let mut sorted = rows.clone();
    sorted.sort_by_key(|row| row.0);
    for (day, ln, _) in &sorted {
        let week = (to - day) / 7;
        match weeks.last_mut() {
            Some((last, values)) if *last == week => values.push(*ln),
            _ => weeks.push((week, vec![*ln])),
        }
    }
    // As the rows have it, at seven posts a week by the fatigue that was believed.
    let points: Vec<(i32, f64, f64, f64)> = weeks
        .iter()
        .map(|(week, values)| {
            let n = values.len() as f64;
            let x = libm::log(n / 7.0);
            (week / 12, x, values.iter().sum::<f64>() / n - believed * x, n)
        })
        .collect();
    let (mut sxx, mut sxy, mut syy, mut weight) = (0.0, 0.0, 0.0, 0.0);
    for group in points.chunk_by(|one, other| one.0 == other.0) {
        let all: f64 = group.iter().map(|point| point.3).sum();
        let mean = |of: fn(&(i32, f64, f64, f64)) -> f64| {
            group.iter().map(|point| point.3 * of(point)).sum::<f64>() / all
        };
        let (x, y) = (mean(|point| point.1), mean(|point| point.2));
        for point in group {
            let (dx, dy) = (point.1 - x, point.2 - y);
            sxx += point.3 * dx * dx;
            sxy += point.3 * dx * dy;
            syy += point.3 * dy * dy;
        }
        weight += all;
    }
    let groups = points.chunk_by(|one, other| one.0 == other.0).count();
    let free = points.len().checked_sub(groups + 1).filter(|_| points.len() >= FATIGUE.0)?;
    if free < 6 || (sxx / weight).sqrt() < FATIGUE.1 {
        return None;
    }
    let slope = sxy / sxx;
    let residual = (syy - slope * sxy).max(0.0) / free as f64;
    let bell = Bell { weight: 1.0, mean: -slope, variance: residual / sxx };
    Some(Evidence {
        curve: Curve::bells(Spread::Plain, vec![bell]),
        n: points.len() as u64,
        from,
        to,
        weight: 1.0,
        tau: None,
        remarks: Vec::new(),
    })
}

/// Rows of posts that have both numbers.
fn of_posts(page: &Page, over: fn(&reachsim_data::analyse::Posted) -> Option<f64>) -> Vec<Part> {
    let parts = |source: &Source| -> Vec<Part> {
        let part = |post: &reachsim_data::analyse::Posted| {
            let over = over(post)?.min(post.reach);
            Some(Part { day: post.day, over, under: post.reach, weight: source.weight })
        };
        source.history.posts.iter().filter_map(part).collect()
    };
    page.sources.iter().flat_map(parts).collect()
}

/// The share of a key, of which the rows show `factor` times as much.
fn shared(page: &Page, key: &str, parts: &[Part], scale: Spread, factor: f64) -> Option<Evidence> {
    let last = parts.iter().map(|part| part.day).max()?;
    let evidence = share(parts, scale, page.drift(key), page.ahead(last))?;
    Some(Evidence { curve: evidence.curve.clone().over(factor), ..evidence })
}

fn engagement(page: &Page, key: &str) -> Option<Evidence> {
    let value = page.median(page.model.communities[page.place].posts.engagement);
    let factor = if value > 0.0 { page.expected().reaction / value } else { 1.0 };
    let parts = of_posts(page, |post| post.deeds);
    if parts.len() < POSTS {
        return None;
    }
    shared(page, key, &parts, Spread::Log, factor)
}

fn clicks(page: &Page, key: &str) -> Option<Evidence> {
    let parts = of_posts(page, |post| post.clicks);
    if parts.len() < POSTS {
        return None;
    }
    shared(page, key, &parts, Spread::Log, page.expected().click)
}

/// Flows of a page by day, over its followers.
fn flow(
    page: &Page,
    of: fn(&reachsim_data::analyse::History) -> Option<&reachsim_data::analyse::Days>,
) -> Option<Counted> {
    let days = page.sources.iter().flat_map(|source| {
        let Some(flow) = of(source.history) else { return Vec::new() };
        let day = |(place, count): (usize, &f64)| {
            let day = flow.first + place as i32;
            let exposure = page.followers(source.history, day) * DAY;
            DayCount { day, count: *count, exposure, weight: source.weight }
        };
        flow.counts.iter().enumerate().map(day).collect::<Vec<_>>()
    });
    let days: Vec<DayCount> = days.collect();
    (days.len() >= 14).then_some(Counted { days })
}

/// Weeks of a year.
const YEAR: f64 = 52.0;

/// Gains less those that the model expects from friends, campaigns and advertising.
fn organic(page: &Page, key: &str) -> Option<Evidence> {
    let mut counted = flow(page, |history| history.gained.as_ref())?;
    let (all, followers) =
        counted.days.iter().fold((0.0, 0.0), |sum, row| (sum.0 + row.count, sum.1 + row.exposure));
    let others = page.other_gains * DAY * counted.days.len() as f64;
    let own = all - others;
    if !(own > 0.0 && followers > 0.0) {
        return None;
    }
    // What others bring is taken off in the same proportion everywhere.
    for row in &mut counted.days {
        row.exposure *= all / own / YEAR;
    }
    let last = counted.days.iter().map(|row| row.day).max()?;
    counted.rate(page.drift(key), page.ahead(last), None)
}

/// Losses over followers, as churn a month: h = 1 - (1 - churn)^(12/52) a week.
fn churn(page: &Page, key: &str) -> Option<Evidence> {
    let counted = flow(page, |history| history.lost.as_ref())?;
    let last = counted.days.iter().map(|row| row.day).max()?;
    let evidence = counted.rate(page.drift(key), page.ahead(last), None)?;
    let leaving = page.leaving;
    let (weekly, sd) = (evidence.curve.mean(), evidence.curve.sd());
    let hazard = move |churn: f64| {
        -libm::expm1(libm::log1p(-churn.min(1.0 - 1e-12)) * (12.0 / YEAR)) * leaving
    };
    let guess = libm::exp(weekly) / leaving * (YEAR / 12.0);
    let place = Spread::Logit.place(guess.clamp(1e-9, 0.9));
    let inner = evidence.curve.clone();
    let curve = Curve::exact(Spread::Logit, (place, sd), move |place| {
        inner.ln(libm::log(hazard(Spread::Logit.value(place))))
    });
    Some(Evidence { curve, ..evidence })
}

/// Share points by which the tone that a suite codes may be wrong, one standard deviation.
const CODED: f64 = 0.05;

fn tone(page: &Page, key: &str, wanted: Tone) -> Option<Evidence> {
    let days = page.sources.iter().flat_map(|source| {
        let part = |(day, tone): &(i32, Tone)| Part {
            day: *day,
            over: f64::from(u8::from(*tone == wanted)),
            under: 1.0,
            weight: source.weight,
        };
        source.history.tones.iter().map(part)
    });
    let mut parts: Vec<Part> = days.collect();
    parts.sort_by_key(|part| part.day);
    // Messages of a day are one part: they come in bursts.
    let mut by_day: Vec<Part> = Vec::new();
    for part in parts {
        match by_day.last_mut() {
            Some(last) if last.day == part.day && last.weight == part.weight => {
                last.over += part.over;
                last.under += part.under;
            }
            _ => by_day.push(part),
        }
    }
    if by_day.iter().map(|part| part.under).sum::<f64>() < 30.0 {
        return None;
    }
    let evidence = shared(page, key, &by_day, Spread::Logit, 1.0)?;
    let p = Spread::Logit.value(evidence.curve.mean()).clamp(0.01, 0.99);
    let error = CODED / (p * (1.0 - p));
    let mut told = evidence.remarks.clone();
    told.push(Remark::AsCoded);
    let curve = evidence.curve.blurred(&[(1.0, error * error)]);
    Some(Evidence { curve, remarks: told, ..evidence })
}

/// Hours within which most questions of a week without a backlog are answered, and the share of
/// them.
const SOON: (f64, f64) = (168.0, 0.9);

/// Hours until the team answers when nothing waits: those that leave as much as the real waits do
/// of what halves in `support.half_life_hours`. Over weeks of which nine in ten questions were
/// answered within a week, the mean of 2^(-wait/h) is 1/(1 + hours ln 2/h).
fn base_hours(page: &Page, key: &str) -> Option<Evidence> {
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
            let kept = waits.map(|(day, h)| (day, libm::exp2(-h.max(0.0) / half), source.weight));
            rows.extend(kept);
        }
    }
    if rows.len() < 30 {
        return None;
    }
    let days = || rows.iter().map(|row| row.0);
    let (from, to) = (days().min()?, days().max()?);
    let mut blocks: Vec<Vec<f64>> = vec![Vec::new(); ((to - from) / BLOCK + 1) as usize];
    for (day, kept, _) in &rows {
        blocks[((to - day) / BLOCK) as usize].push(*kept);
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let all: Vec<f64> = rows.iter().map(|row| row.1).collect();
    let middle = mean(&all);
    let variance =
        all.iter().map(|kept| (kept - middle) * (kept - middle)).sum::<f64>() / all.len() as f64;
    let weight = rows.iter().map(|row| row.2).fold(1.0, f64::min);
    let closed = page.model.closed_hours;
    let seen = |(place, block): (usize, &Vec<f64>)| {
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
    Some(Evidence { curve, n: rows.len() as u64, from, to, weight, tau: Some(tau), remarks })
}

/// The share of the questions to which another member replied first.
fn peers(page: &Page, key: &str) -> Option<Evidence> {
    let parts: Vec<Part> = page
        .sources
        .iter()
        .flat_map(|source| {
            let told = source.history.questions.iter().any(|asked| asked.is_helped == Some(true));
            let part = move |asked: &reachsim_data::analyse::Asked| {
                let known = asked.is_helped.is_some() || asked.is_answered.is_some();
                (told && known).then(|| Part {
                    day: asked.day,
                    over: f64::from(u8::from(asked.is_helped == Some(true))),
                    under: 1.0,
                    weight: source.weight,
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

/// Days after which a lead is won or lost, where the file does not tell.
const USUAL_DAYS: i32 = 60;

/// The share of the leads that were won, among those older than nine in ten wins took. Without
/// sources it is told of all ways together: half its weight for either key.
fn closes(page: &Page, key: &str) -> Option<Evidence> {
    let mut parts: Vec<Part> = Vec::new();
    for source in &page.sources {
        let leads = &source.history.leads;
        let mut taken: Vec<i32> = leads
            .iter()
            .filter(|lead| lead.won == Some(true))
            .filter_map(|lead| Some((lead.closed? - lead.day).max(0)))
            .collect();
        taken.sort_unstable();
        let usual = taken.get(taken.len() * 9 / 10).copied().unwrap_or(USUAL_DAYS);
        let last = leads.iter().map(|lead| lead.closed.unwrap_or(lead.day).max(lead.day)).max();
        let old = |day: i32| last.is_some_and(|last| last - day >= usual);
        let told = leads.iter().any(|lead| lead.won.is_some());
        parts.extend(leads.iter().filter(|lead| told && old(lead.day)).map(|lead| Part {
            day: lead.day,
            over: f64::from(u8::from(lead.won == Some(true))),
            under: 1.0,
            weight: 0.5 * source.weight,
        }));
    }
    if parts.len() < POSTS {
        return None;
    }
    let mut evidence = shared(page, key, &parts, Spread::Logit, 1.0)?;
    evidence.remarks.push(Remark::NoSources);
    Some(evidence)
}
