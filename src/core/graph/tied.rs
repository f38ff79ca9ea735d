//! Exact expectations on ties with a direction, or of unequal weights.
//!
//! A post of u comes to v at depth 2 at most with r = 1 - (1 - `p_uv`) times the product over all w
//! between them of 1 - s `p_uw` `p_wv`, p of each tie its own, because no coin stands on two of
//! these ways; v misses all posts with the product of 1 - r. One message of several authors comes
//! to a follower w of some of them with `q_w` = 1 - product of 1 - `p_aw`, and to anybody else, who
//! wrote nothing, with 1 - (1 - `q_v`) times the product over his sources w, who wrote nothing, of
//! 1 - s `p_wv` `q_w`. Test: `ties::posts_on_ties_reach_what_enumeration_says`.

use rayon::prelude::*;

use super::Graph;
use super::counts::{Counts, Series, also};
use super::feed::Feed;
use crate::watch::Watch;

/// Authors walked from at a time.
const AUTHORS: usize = 64;
/// Depths over which what may lie beyond depth 2 is summed up.
const DEEPEST: usize = 48;
/// A share of the bound that is nothing.
const NOTHING: f64 = 1e-9;

/// Impressions and frequencies of the posts of given people at depth 2 at most, if all are alike.
pub fn of_given(
    graph: &impl Graph,
    given: &[(u64, u32)],
    feed: &Feed,
    watch: &dyn Watch,
) -> Counts {
    let people = graph.people() as usize;
    let mut chances: Vec<Series> =
        vec![std::array::from_fn(|n| f64::from(u8::from(n == 0))); people];
    let mut unseen = vec![1.0; people];
    let mut views = [0.0; 2];
    watch.announce(given.len() as u64);
    for authors in given.chunks(AUTHORS) {
        if watch.stopped() {
            break;
        }
        let found: Vec<Vec<Met>> = authors
            .par_iter()
            .map_init(
                || (vec![0.0; people], Vec::new()),
                |(logs, touched), (author, _)| from(graph, *author, feed, logs, touched),
            )
            .collect();
        for (met, (_, posts)) in found.into_iter().zip(authors) {
            for Met { person, direct, missed } in met {
                let (seen, posts) = (-libm::expm1(missed), *posts);
                (0..posts).for_each(|_| also(&mut chances[person as usize], seen));
                views[0] += f64::from(posts) * direct;
                views[1] += f64::from(posts) * seen;
                if direct > 0.0 {
                    unseen[person as usize] *= libm::pow(1.0 - direct, f64::from(posts));
                }
            }
        }
        watch.done(authors.len() as u64);
    }
    Counts::of_each(&chances, &unseen, views)
}

/// Somebody to whom an author's post may come: the chance that it comes at once, and the logarithm
/// of the chance that it does not come at depth 2 at most.
struct Met {
    person: u64,
    direct: f64,
    missed: f64,
}

/// Everybody to whom a post of this author may come, in ascending order.
fn from(
    graph: &impl Graph,
    author: u64,
    feed: &Feed,
    logs: &mut [f64],
    touched: &mut Vec<u64>,
) -> Vec<Met> {
    let mut direct: Vec<(u64, f64)> = Vec::new();
    each(graph, author, feed, |friend, seen| direct.push((friend, seen)));
    let mut add = |person: u64, seen: f64| {
        if seen > 0.0 && person != author {
            if logs[person as usize] == 0.0 {
                touched.push(person);
            }
            logs[person as usize] += libm::log1p(-seen);
        }
    };
    for (friend, seen) in &direct {
        add(*friend, *seen);
        if feed.depth() > 1 {
            each(graph, *friend, feed, |other, again| add(other, feed.reshare * seen * again));
        }
    }
    touched.sort_unstable();
    let met = touched.drain(..).map(|person| {
        let place = direct.binary_search_by_key(&person, |(friend, _)| *friend);
        let direct = place.map_or(0.0, |place| direct[place].1);
        Met { person, direct, missed: std::mem::take(&mut logs[person as usize]) }
    });
    met.collect()
}

/// Those who are shown somebody's posts, each with the chance to see one.
fn each(graph: &impl Graph, person: u64, feed: &Feed, mut tell: impl FnMut(u64, f64)) {
    for place in 0..graph.degree(person) {
        tell(graph.friend(person, place), feed.over(graph.weight(person, place)));
    }
}

/// The same of those whose posts somebody is shown.
fn each_source(graph: &impl Graph, person: u64, feed: &Feed, mut tell: impl FnMut(u64, f64)) {
    for place in 0..graph.sources(person) {
        tell(graph.source(person, place), feed.over(graph.source_weight(person, place)));
    }
}

/// Expected reach of one message of these authors at depth 1, and at depth 2 at most where it goes
/// so far.
pub fn reach_of_message(graph: &impl Graph, authors: &[u64], feed: &Feed) -> [f64; 2] {
    let mut logs = vec![0.0; graph.people() as usize];
    for author in authors {
        each(graph, *author, feed, |friend, seen| logs[friend as usize] += libm::log1p(-seen));
    }
    let mut told: Vec<f64> = logs.iter().map(|log| -libm::expm1(*log)).collect();
    for author in authors {
        told[*author as usize] = f64::NAN;
    }
    let through = if feed.depth() > 1 { feed.reshare } else { 0.0 };
    let of = |person: usize| {
        if told[person].is_nan() {
            return [0.0; 2];
        }
        let mut missed = 1.0 - told[person];
        if through > 0.0 {
            each_source(graph, person as u64, feed, |source, seen| {
                if told[source as usize] > 0.0 {
                    missed *= 1.0 - through * seen * told[source as usize];
                }
            });
        }
        [told[person], 1.0 - missed]
    };
    let each: Vec<[f64; 2]> = (0..told.len()).into_par_iter().map(of).collect();
    each.into_iter().fold([0.0; 2], |sum, of| [sum[0] + of[0], sum[1] + of[1]])
}

/// An upper bound of the reach up to depth 2, and at any depth, of posts of everybody, or of their
/// expectation: somebody sees more than none with a chance below the mean number of ways that are
/// open to him. `None` where that does not come to an end.
pub fn ceiling(graph: &impl Graph, posts: &[f64], feed: &Feed) -> Option<[f64; 2]> {
    let people = posts.len();
    let next = |before: &[f64], share: f64| -> Vec<f64> {
        let of = |person: usize| {
            let mut ways = 0.0;
            each_source(graph, person as u64, feed, |source, seen| {
                ways += share * seen * before[source as usize];
            });
            ways
        };
        (0..people).into_par_iter().map(of).collect()
    };
    let mut ways = next(posts, 1.0);
    let mut all = ways.clone();
    let mut near = None;
    let bound = |all: &[f64]| all.iter().map(|ways| ways.min(1.0)).sum::<f64>();
    for depth in 1..DEEPEST {
        let before = bound(&all);
        if depth == 2 {
            near = Some(before);
        }
        if feed.depth() as usize <= depth {
            return Some([near.unwrap_or(before), before]);
        }
        ways = next(&ways, feed.reshare);
        all.iter_mut().zip(&ways).for_each(|(all, ways)| *all += ways);
        let now = bound(&all);
        if depth > 1 && now - before <= NOTHING * now {
            return near.map(|near| [near, now]);
        }
    }
    None
}
