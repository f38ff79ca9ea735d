//! Exact expectations.
//!
//! - Posts of given people at depth 1: sum over v of 1 - (1-p)^n1(v), n1 the posts of friends. It
//!   costs a pass over the friendships.
//! - At depth 2, triangles included: sum over v of 1 - (1-p)^n1 (1 - s p^2)^n2, n2 the sum of n1
//!   over friends, less own posts. It costs two passes.
//! - Their frequencies and impressions: sums over the people within two steps of each author. They
//!   cost the steps of two friendships from the authors.
//! - Posts of followers by chance: sum over v of 1 - exp(sum over u of `ln g(r_uv)`), see `look`.
//!   It costs the steps of two friendships from everybody.
//! - So many different askers at depth 1: hypergeometric. It costs a pass over the numbers of
//!   friends.
//! - An upper bound at depth 3 and more: the product continued over walks that do not turn back. It
//!   costs a pass for each depth.

use rayon::prelude::*;

use super::Graph;
use super::counts::{Counts, DEPTHS, MOST, Series, also, binomial};
use super::feed::Feed;
use super::loaded::Loaded;
use super::look::{Look, Work};
use crate::watch::Watch;

/// People of a part of the work.
const PART: usize = 1024;

/// Sums up what everybody sees, in the order of the people.
pub fn of_all(look: &Look<impl Graph>, watch: &dyn Watch) -> Counts {
    let people = look.graph.people();
    let parts = people.div_ceil(PART as u64);
    watch.announce(parts);
    let part = |work: &mut Work, part: u64| {
        let mut sum = Counts::default();
        if !watch.stopped() {
            let persons = part * PART as u64..((part + 1) * PART as u64).min(people);
            persons.for_each(|person| sum.add(look.exact(person, work), 1.0));
        }
        watch.done(1);
        sum
    };
    let sums: Vec<Counts> = (0..parts).into_par_iter().map_init(Work::default, part).collect();
    sums.into_iter().fold(Counts::default(), |mut sum, part| {
        sum.add(part, 1.0);
        sum
    })
}

/// Posts of the friends of each person, from the posts of everybody.
fn passed(graph: &Loaded, posts: &[u32]) -> Vec<u32> {
    let of = |person: usize| {
        graph
            .row(person as u64)
            .iter()
            .map(|friend| posts[*friend as usize])
            .fold(0, u32::saturating_add)
    };
    (0..posts.len()).into_par_iter().with_min_len(PART).map(of).collect()
}

/// Sums over the friends of each person, as [`passed`] finds them, for numbers that are not whole.
fn passed_on(graph: &Loaded, posts: &[f64]) -> Vec<f64> {
    let of =
        |person: usize| graph.row(person as u64).iter().map(|friend| posts[*friend as usize]).sum();
    (0..posts.len()).into_par_iter().with_min_len(PART).map(of).collect()
}

fn own(people: usize, given: &[(u64, u32)]) -> Vec<u32> {
    let mut posts = vec![0; people];
    for (person, count) in given {
        posts[*person as usize] += count;
    }
    posts
}

fn sum(values: impl Fn(usize) -> [f64; 3] + Sync, people: usize) -> [f64; 3] {
    let part = |part: usize| {
        let mut sum = [0.0; 3];
        for person in part * PART..((part + 1) * PART).min(people) {
            sum.iter_mut().zip(values(person)).for_each(|(sum, value)| *sum += value);
        }
        sum
    };
    let parts: Vec<[f64; 3]> = (0..people.div_ceil(PART)).into_par_iter().map(part).collect();
    parts.into_iter().fold([0.0; 3], |mut sum, part| {
        sum.iter_mut().zip(part).for_each(|(sum, value)| *sum += value);
        sum
    })
}

/// Reach of the posts of given people at depth 1 and at depth 2 at most, and the views at depth 1.
pub fn reach_of_given(graph: &Loaded, given: &[(u64, u32)], feed: &Feed) -> [f64; 3] {
    let own = own(graph.people() as usize, given);
    let near = passed(graph, &own);
    let through = feed.through();
    let (direct, indirect) = (libm::log1p(-feed.visibility), libm::log1p(-through));
    let missed = |log: f64, posts: f64| if posts == 0.0 { 0.0 } else { log * posts };
    let of = |person: usize| {
        let posts = f64::from(near[person]);
        let first = missed(direct, posts);
        // Ways over a friend to the posts of his friends, less those that lead back to one's own.
        let further = if through > 0.0 {
            let ways: f64 = graph
                .row(person as u64)
                .iter()
                .map(|friend| f64::from(near[*friend as usize]))
                .sum();
            first
                + missed(
                    indirect,
                    ways - graph.degree(person as u64) as f64 * f64::from(own[person]),
                )
        } else {
            first
        };
        [-libm::expm1(first), -libm::expm1(further), posts * feed.visibility]
    };
    sum(of, own.len())
}

/// What everybody sees of the posts of given people at depth 1, with unequal activity: the mean
/// over its classes.
pub fn of_given_at_depth_one(graph: &Loaded, given: &[(u64, u32)], feed: &Feed) -> Counts {
    let near = passed(graph, &own(graph.people() as usize, given));
    // People by how many posts their friends wrote, so that each number is worked out once.
    let mut people: Vec<u64> = Vec::new();
    for posts in &near {
        if people.len() <= *posts as usize {
            people.resize(*posts as usize + 1, 0);
        }
        people[*posts as usize] += 1;
    }
    let levels = feed.levels();
    let mut counts = Counts::default();
    for (posts, people) in people.iter().enumerate().filter(|(_, people)| **people > 0) {
        counts.add(
            at_depth_one(&levels, feed, |seen| binomial(posts as u64, seen), posts as f64),
            *people as f64,
        );
    }
    counts
}

/// What somebody sees at depth 1 whose friends wrote `posts` on average.
fn at_depth_one(
    levels: &[f64],
    feed: &Feed,
    chances: impl Fn(f64) -> Series,
    posts: f64,
) -> Counts {
    let mut mean = [0.0; MOST];
    for level in levels {
        mean.iter_mut()
            .zip(chances(*level))
            .for_each(|(mean, chance)| *mean += chance / levels.len() as f64);
    }
    Counts::of([posts * feed.visibility; 2], mean[0], &mean, 0.0)
}

/// Steps of two friendships from the authors, each of whom is walked from once.
pub(crate) fn walks_from(graph: &impl Graph, given: &[(u64, u32)]) -> f64 {
    let from = |(person, _): &(u64, u32)| {
        let mut walks = 0;
        graph.each_friend(*person, |friend| walks += graph.degree(friend));
        walks as f64
    };
    given.iter().map(from).sum()
}

/// Impressions and frequencies of the posts of given people at depth 2 at most, if all are alike.
pub fn of_given(graph: &Loaded, given: &[(u64, u32)], feed: &Feed, watch: &dyn Watch) -> Counts {
    /// Authors walked from at a time.
    const AUTHORS: usize = 64;
    let people = graph.people() as usize;
    let mut chances: Vec<Series> =
        vec![std::array::from_fn(|n| f64::from(u8::from(n == 0))); people];
    let mut unseen = vec![1.0; people];
    let mut views = [0.0; 2];
    let through = libm::log1p(-feed.through());
    watch.announce(given.len() as u64);
    for authors in given.chunks(AUTHORS) {
        if watch.stopped() {
            break;
        }
        // Of each author: who is met by how many ways, and whether as a friend.
        let walk = |met: &mut Vec<u32>, (author, posts): &(u64, u32)| {
            met.resize(people, 0);
            let mut found: Vec<(u32, f64, bool)> = Vec::new();
            let mut touched: Vec<u32> = Vec::new();
            for friend in graph.row(*author) {
                let further = if feed.depth() > 1 { graph.row(u64::from(*friend)) } else { &[] };
                for other in further.iter().filter(|other| u64::from(**other) != *author) {
                    if met[*other as usize] == 0 {
                        touched.push(*other);
                    }
                    met[*other as usize] += 1;
                }
            }
            for friend in graph.row(*author) {
                let ways = std::mem::take(&mut met[*friend as usize]);
                found.push((
                    *friend,
                    -libm::expm1(libm::log1p(-feed.visibility) + f64::from(ways) * through),
                    true,
                ));
            }
            for other in touched {
                let ways = std::mem::take(&mut met[other as usize]);
                if ways > 0 {
                    found.push((other, -libm::expm1(f64::from(ways) * through), false));
                }
            }
            (found, *posts)
        };
        let found: Vec<_> = authors.par_iter().map_init(Vec::new, walk).collect();
        for (found, posts) in found {
            for (person, seen, is_friend) in found {
                for _ in 0..posts {
                    also(&mut chances[person as usize], seen);
                }
                views[1] += f64::from(posts) * seen;
                if is_friend {
                    views[0] += f64::from(posts) * feed.visibility;
                    unseen[person as usize] *= libm::pow(1.0 - feed.visibility, f64::from(posts));
                }
            }
        }
        watch.done(authors.len() as u64);
    }
    Counts::of_each(&chances, &unseen, views)
}

/// What everybody sees at depth 1 of so many different askers among everybody, one post each: of a
/// person's k friends a hypergeometric number asks.
pub fn of_different(degrees: &[(u64, u64)], people: u64, askers: u64, feed: &Feed) -> Counts {
    let levels = feed.levels();
    let mut counts = Counts::default();
    for (friends, count) in degrees {
        let asking = hypergeometric(people, *friends, askers.min(people));
        let chances = |seen: f64| {
            let mut chances = [0.0; MOST];
            for (asking, share) in &asking {
                chances
                    .iter_mut()
                    .zip(binomial(*asking, seen))
                    .for_each(|(chance, of)| *chance += share * of);
            }
            chances
        };
        let posts = askers as f64 * *friends as f64 / people as f64;
        counts.add(at_depth_one(&levels, feed, chances, posts), *count as f64);
    }
    counts.followers = counts.reach[1];
    counts
}

/// How many of `drawn` different people out of `people` are among `special` ones, with their
/// chances; those below 1e-18 are left out.
fn hypergeometric(people: u64, special: u64, drawn: u64) -> Vec<(u64, f64)> {
    let (n, k, a) = (people as f64, special as f64, drawn as f64);
    let ln_choose =
        |n: f64, k: f64| libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
    let least = (special + drawn).saturating_sub(people);
    let typical = (a * k / n).floor().max(least as f64);
    // The probability of a typical number by logarithms, the others up and down from it by their
    // ratios P(x+1)/P(x) = (k-x)(a-x) / ((x+1)(n-k-a+x+1)).
    let start = libm::exp(ln_choose(k, typical) + ln_choose(n - k, a - typical) - ln_choose(n, a));
    let up = |x: f64| (k - x) * (a - x) / ((x + 1.0) * (n - k - a + x + 1.0));
    let mut chances = vec![(typical as u64, start)];
    let (mut x, mut chance) = (typical, start);
    while x < k.min(a) && chance > 1e-18 {
        chance *= up(x);
        x += 1.0;
        chances.push((x as u64, chance));
    }
    (x, chance) = (typical, start);
    while x > least as f64 && chance > 1e-18 {
        x -= 1.0;
        chance /= up(x);
        chances.push((x as u64, chance));
    }
    let total: f64 = chances.iter().map(|(_, chance)| chance).sum();
    chances.into_iter().map(|(x, chance)| (x, chance / total)).collect()
}

/// An upper bound of the reach up to each depth: the product continued over walks that do not turn
/// back, n_(d+1) = A `n_d` - (D-1) n_(d-1), each of length d open with the chance s^(d-1) p^d. At
/// depth 2 it is exact. `posts` are everybody's own, or their expectation.
pub fn bound(graph: &Loaded, posts: &[f64], feed: &Feed) -> [f64; DEPTHS] {
    let bounds = bounds(graph, posts, feed, DEPTHS);
    std::array::from_fn(|depth| bounds[depth.min(bounds.len() - 1)])
}

/// Depths at which the bound of everything is given up.
const DEEPEST: usize = 48;
/// A share of the bound that is nothing.
const NOTHING: f64 = 1e-9;

/// An upper bound of the reach up to depth 2, and at any depth; the second is `None` where it does
/// not come to an end.
pub fn ceiling(graph: &Loaded, posts: &[f64], feed: &Feed) -> Option<[f64; 2]> {
    let bounds = bounds(graph, posts, feed, DEEPEST);
    let last = bounds[bounds.len() - 1];
    let grew = last - bounds[bounds.len().saturating_sub(2)];
    let ended = bounds.len() >= (feed.depth() as usize).min(DEEPEST) && bounds.len() < DEEPEST;
    (ended || grew <= NOTHING * last).then(|| [bounds[1.min(bounds.len() - 1)], last])
}

/// The bound of each depth, up to the last of the feed, to `most`, or until no walk is left.
fn bounds(graph: &Loaded, posts: &[f64], feed: &Feed, most: usize) -> Vec<f64> {
    let mut bounds = Vec::new();
    let mut logs = vec![0.0; posts.len()];
    let (mut before, mut now) = (posts.to_vec(), passed_on(graph, posts));
    let mut open = feed.visibility;
    loop {
        let log = libm::log1p(-open);
        logs.par_iter_mut().zip(&now).for_each(|(logs, walks)| {
            if *walks > 0.0 {
                *logs += walks * log;
            }
        });
        bounds.push(sum(|person| [-libm::expm1(logs[person]), 0.0, 0.0], posts.len())[0]);
        let depth = bounds.len();
        if feed.depth() <= depth as u32 || depth == most || now.iter().all(|walks| *walks == 0.0) {
            return bounds;
        }
        let next = passed_on(graph, &now);
        // Walks that turned back are taken out: n_2 = A n_1 - D n_0, then n_(d+1) = A n_d - (D-1)
        // n_(d-1).
        let turned = |person: usize| {
            let degree = graph.degree(person as u64) as f64;
            let back = if depth == 1 { degree } else { degree - 1.0 };
            (next[person] - back * before[person]).max(0.0)
        };
        let next: Vec<f64> =
            (0..posts.len()).into_par_iter().with_min_len(PART).map(turned).collect();
        before = std::mem::replace(&mut now, next);
        open *= feed.reshare * feed.visibility;
    }
}
