//! One message that several people pass on: the independent cascade from a seed set (Kempe,
//! Kleinberg, Tardos 2003).
//!
//! Whoever sees it sees it once, so impressions are people. At depth 2 at most its reach is exact:
//! a friend w of a(w) authors has seen it with q = 1 - (1-p)^a(w), and somebody who wrote nothing
//! misses it with (1-p)^a times the product over his friends who wrote nothing of 1 - s p q,
//! because no coin stands on two of these ways. Test:
//! `message::one_message_reaches_what_enumeration_says`.

use rayon::prelude::*;

use super::Graph;
use super::asked::Posts;
use super::census::{Degrees, census};
use super::coins::Coins;
use super::counts::{Counts, DEPTHS};
use super::errand::{self, Drawn};
use super::feed::Feed;
use super::loaded::Loaded;
use super::measure::{Measured, Way};
use super::network::Network;
use super::simulate::{self, DENSE, Stage};
use super::survey::{Survey, TooMuch};
use super::tied;
use crate::estimate::Estimate;
use crate::watch::Watch;

/// Worlds of the first try, and at most.
const WORLDS: [u64; 2] = [256, 1 << 16];
/// People reached in all worlds that are enough.
const REACHED: f64 = 1e9;
/// People of a part of the work.
const PART: u64 = 1024;
/// Of what was never met in n worlds the chance is below this over n, 95 % sure: -ln 5 %.
const RARELY: f64 = 3.0;

/// Who passes the message on, and how well its reach has to be known.
#[derive(Clone, Debug)]
pub struct Message {
    /// By ascending person, each once.
    pub authors: Vec<u64>,
    pub feed: Feed,
    pub seed: u64,
    /// Standard error at which it is enough, as a share of the reach.
    pub precision: f64,
}

/// Measures one message.
pub fn survey(network: &Network, message: &Message, watch: &dyn Watch) -> Result<Survey, TooMuch> {
    let feed = &message.feed;
    let degrees = Degrees::of(network);
    let grows = feed.reproduction(degrees.others()) >= 1.0 && feed.depth() > 2;
    let outbreak = grows.then(|| degrees.outbreak(feed));
    if grows && feed.depth() > 6 && network.people() > DENSE {
        return Err(TooMuch::Endless { people: network.people() });
    }
    let all = Message { feed: Feed::ALL, ..message.clone() };
    Ok(Survey {
        people: network.people(),
        friendships: network.ties(),
        dropped: network.list().map(|graph| graph.dropped),
        unused: network.list().map(|graph| graph.unused.clone()).unwrap_or_default(),
        census: census(network, &degrees, message.seed, watch),
        potential: measured(&network.bare(), &all, watch),
        measured: measured(network, message, watch),
        bound: None,
        outbreak,
        precision: message.precision,
        curve: Vec::new(),
        fit: None,
        cascades: Vec::new(),
        degrees,
    })
}

fn measured(network: &Network, message: &Message, watch: &dyn Watch) -> Measured {
    let feed = &message.feed;
    let is_alike = feed.activity.is_none();
    match network.loaded() {
        Some(graph) if feed.depth() <= 2 && is_alike => {
            let [near, all] = reach(graph, &message.authors, feed);
            Measured::of(counts(|depth| if depth == 0 { near } else { all }), None, Way::Exact)
        }
        None if feed.depth() <= 2 && is_alike && network.tied().is_some() => {
            let [near, all] = tied::reach_of_message(network, &message.authors, feed);
            Measured::of(counts(|depth| if depth == 0 { near } else { all }), None, Way::Exact)
        }
        _ => in_worlds(network, message, watch),
    }
}

/// Numbers of people up to each depth, each of whom sees it once.
fn counts(reach: impl Fn(usize) -> f64) -> Counts {
    let reach: [f64; DEPTHS] = std::array::from_fn(reach);
    let mut counts = Counts { impressions: reach, reach, ..Counts::default() };
    counts.frequency[0] = reach[DEPTHS - 1];
    counts
}

/// Expected reach at depth 1, and at depth 2 at most where it goes so far.
pub fn reach(graph: &Loaded, authors: &[u64], feed: &Feed) -> [f64; 2] {
    let people = graph.people();
    let mut written = vec![0_u32; people as usize];
    for author in authors {
        graph.each_friend(*author, |friend| written[friend as usize] += 1);
    }
    let miss = libm::log1p(-feed.visibility);
    // 0 x ln 0 is nobody who could tell.
    let missed = |count: u32| if count == 0 { 1.0 } else { libm::exp(miss * f64::from(count)) };
    let mut seen: Vec<f64> = written.iter().map(|count| 1.0 - missed(*count)).collect();
    for author in authors {
        seen[*author as usize] = f64::NAN;
    }
    let through = if feed.depth() > 1 { feed.reshare * feed.visibility } else { 0.0 };
    let of = |person: usize| {
        if seen[person].is_nan() {
            return [0.0; 2];
        }
        let mut missed = 1.0 - seen[person];
        if through > 0.0 {
            for friend in graph.row(person as u64) {
                let told = seen[*friend as usize];
                if told > 0.0 {
                    missed *= 1.0 - through * told;
                }
            }
        }
        [seen[person], 1.0 - missed]
    };
    let part = |part: u64| {
        (part * PART..((part + 1) * PART).min(people))
            .map(|person| of(person as usize))
            .fold([0.0; 2], |sum, of| [sum[0] + of[0], sum[1] + of[1]])
    };
    let parts: Vec<[f64; 2]> = (0..people.div_ceil(PART)).into_par_iter().map(part).collect();
    parts.into_iter().fold([0.0; 2], |sum, of| [sum[0] + of[0], sum[1] + of[1]])
}

/// Lets the message travel in one world after the other, until its reach is known well enough.
fn in_worlds(network: &Network, message: &Message, watch: &dyn Watch) -> Measured {
    let stage = Stage::new(network, message.feed);
    let coins = Coins::new(message.seed, errand::MESSAGE);
    let posts = Posts::Given(message.authors.iter().map(|author| (*author, 1)).collect());
    let Message { feed, seed, .. } = *message;
    let drawn = Drawn { network, posts: &posts, feed, seed, way: errand::Way::Message };
    let (mut from, mut to) = (0, WORLDS[0]);
    let mut all: Vec<Counts> = Vec::new();
    loop {
        watch.announce(to - from);
        all.extend(drawn.share(from..to, watch, |numbers| {
            simulate::messages(&stage, &message.authors, numbers, coins, watch)
        }));
        let found = estimated(&all);
        let Estimate { value, se, .. } = found.reach();
        let is_known = se <= message.precision * value;
        let is_enough = 2.0 * value * to as f64 > REACHED || to >= WORLDS[1];
        if is_known || is_enough || watch.stopped() {
            return found;
        }
        (from, to) = (to, 2 * to);
    }
}

/// Means and standard errors over worlds. Worlds that are all alike do not tell what is rare.
fn estimated(all: &[Counts]) -> Measured {
    let count = all.len() as f64;
    let mut mean = Counts::default();
    for world in all {
        mean.add(*world, 1.0 / count);
    }
    let mut squares = Counts::default();
    for world in all {
        let mut off = *world;
        off.add(mean, -1.0);
        squares.add(off.map(|off| off * off), 1.0);
    }
    let mut se = squares.map(|sum| (sum / (count - 1.0).max(1.0) / count).sqrt());
    mean.pairs(&mut se, &mut |mean, se| {
        if *se == 0.0 && *mean > 0.0 {
            *se = RARELY * *mean / count;
        }
    });
    Measured::of(mean, Some((se, count - 1.0)), Way::Simulated { worlds: all.len() as u64 })
}
