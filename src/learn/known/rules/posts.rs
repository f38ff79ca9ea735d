//! What posts of a page reach, and what people do with them.

use reachsim_core::dist::Spread;
use reachsim_data::analyse::Posted;

use super::shared::shared;
use crate::known::curve::{Bell, Curve};
use crate::known::level::{Level, Seen, level};
use crate::known::page::{BLOCK, Page, Source};
use crate::known::seen::{Evidence, Part, Remark, remarks};

/// What posts say of their mean reach, and of how they differ.
pub struct Reach {
    pub mean: Evidence,
    pub spread: Option<Evidence>,
}

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
                rows.push((post.day, ln, page.weight(source, post.day)));
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

/// ln r = level of its block + N(0, s^2). The mean of posts is the median times e^(s^2/2): it
/// enters `posts.reach`, and s enters `posts.spread` as the coefficient of variation
/// sqrt(e^(s^2) - 1), never the range of the reach.
pub fn reach(page: &Page, key: &str) -> Option<Reach> {
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
        point: None,
    };
    let spread = (free >= POSTS).then(|| {
        let n = free as f64;
        let cv = libm::expm1(variance.min(20.0)).sqrt();
        let curve = Curve::exact(Spread::Log, (libm::log(cv), 1.0 / n.sqrt()), move |place| {
            let cv = libm::exp(place.min(60.0));
            let s2 = libm::log1p(cv * cv);
            -0.5 * n * (libm::log(s2) + variance / s2)
        });
        Evidence { point: Some(cv), ..evidence(curve, None, Vec::new()) }
    });
    Some(Reach { mean: evidence(curve, Some(tau), told), spread })
}

/// Weeks with different numbers of posts from which their fatigue is told, and how far apart these
/// numbers have to lie, in ln.
const FATIGUE: (usize, f64) = (12, 0.2);

/// The slope of ln reach on ln posts a week, both less their means of twelve weeks, which a moving
/// level does not touch.
pub fn fatigue(page: &Page, _: &str) -> Option<Evidence> {
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
        point: None,
    })
}

/// Rows of posts that have both numbers.
fn of_posts(page: &Page, over: fn(&Posted) -> Option<f64>) -> Vec<Part> {
    let parts = |source: &Source| -> Vec<Part> {
        let part = |post: &reachsim_data::analyse::Posted| {
            let over = over(post)?.min(post.reach);
            let weight = page.weight(source, post.day);
            Some(Part { day: post.day, over, under: post.reach, weight })
        };
        source.history.posts.iter().filter_map(part).collect()
    };
    page.sources.iter().flat_map(parts).collect()
}

pub fn engagement(page: &Page, key: &str) -> Option<Evidence> {
    let value = page.median(page.model.communities[page.place].posts.engagement);
    let factor = if value > 0.0 { page.expected().reaction / value } else { 1.0 };
    let parts = of_posts(page, |post| post.deeds);
    if parts.len() < POSTS {
        return None;
    }
    shared(page, key, &parts, Spread::Log, factor)
}

pub fn clicks(page: &Page, key: &str) -> Option<Evidence> {
    let parts = of_posts(page, |post| post.clicks);
    if parts.len() < POSTS {
        return None;
    }
    shared(page, key, &parts, Spread::Log, page.expected().click)
}
