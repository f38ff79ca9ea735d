//! Depths to which few worlds come: posts that are led there, and weighed by their chance.
//!
//! Three steps down a chain there may be somebody with ten thousand friends. Hardly any world comes
//! to him, and those that do not are all alike, so their scatter says nothing. So a post is led on:
//! where it would go on with the chance q it goes on with q' = max(q, L), and counts q/q' as much
//! from there (forcing and Russian roulette; Kahn, Harris, *Estimation of particle transmission by
//! random sampling*, 1951). L is 31/32 up to depth 3 and 7/8 behind it, so that chains are followed
//! far and nothing is followed for ever. Who sees a post next is not drawn but taken by his chance,
//! given who passes it on.
//!
//! Weights of several posts would multiply. So one post at a time is led, beside others that travel
//! as they would, and what it adds to those before it is counted; these gains sum up, over the
//! posts, to what all of them reach. Tests:
//! `rare::worlds_that_are_led_come_to_what_enumeration_says`,
//! `rare::intervals_cover_what_enumeration_says`.

use std::ops::Range;

use rayon::prelude::*;

use super::Graph;
use super::asked::Posts;
use super::coins::{Coins, Draws};
use super::counts::{Counts, DEPTHS};
use super::feed::Feed;
use super::followers::Crowd;
use super::index_set::IndexSet;
use super::simulate::{Rooms, Sparse, Stage};
use crate::watch::Watch;

/// Least chances to go on, up to depth 3 and behind it.
const LED: [f64; 2] = [31.0 / 32.0, 7.0 / 8.0];
/// Depths that are led with the first of them.
const FIRST: u32 = 3;
/// Posts of a world that are led, where only what lies beyond depth 2 is asked for.
pub const MOST_LED: usize = 64;
/// Coins of posts that are led.
const LEADING: u64 = u64::MAX;

/// What the gains of posts that are led are counted of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Everything, by leading every post.
    All,
    /// What is not yet there at depth 2, by leading some of the posts.
    Beyond,
}

/// Posts that are led through a network.
pub struct Leading<'a, G> {
    graph: &'a G,
    posts: &'a Posts,
    feed: Feed,
    part: Part,
    /// The visibility of people of each class of activity.
    levels: Vec<f64>,
    all: Stage<'a, G>,
    near: Stage<'a, G>,
}

/// Room for one world after the other.
#[derive(Default)]
struct Work {
    seen: IndexSet,
    tellers: Vec<u64>,
    met: Vec<u64>,
    /// Who may see it next, with the chance to.
    next: Vec<(u64, f64)>,
    /// The logarithm of the chance that none of those from here on passes it on.
    none: Vec<f64>,
    /// Posts that travel as they would, up to the last depth and up to depth 2.
    all: Rooms<Sparse>,
    near: Rooms<Sparse>,
}

/// What led posts add.
#[derive(Default)]
struct Gain {
    /// People whom no other post reached, by depth.
    fresh: [f64; DEPTHS],
    followers: f64,
    /// Those whom one had.
    met: Counts,
}

impl<'a, G: Graph> Leading<'a, G> {
    pub fn new(graph: &'a G, posts: &'a Posts, feed: Feed, part: Part) -> Leading<'a, G> {
        let near = Feed { depth: Some(feed.depth().min(2)), ..feed };
        let levels = feed.levels();
        let [all, near] = [feed, near].map(|feed| Stage::new(graph, feed));
        Leading { graph, posts, feed, part, levels, all, near }
    }

    /// Of how many posts each that is led stands for, where there are so many.
    pub fn stride(&self, posts: usize) -> usize {
        match self.part {
            Part::All => 1,
            Part::Beyond => posts.div_ceil(MOST_LED).max(1),
        }
    }

    /// The gains in the worlds of these numbers: those that come before do not depend on how many
    /// there are. Their mean has the expectation of all that was asked for.
    pub fn worlds(&self, numbers: Range<u64>, coins: Coins, watch: &dyn Watch) -> Vec<Counts> {
        let one = |work: &mut Work, number: u64| {
            let gain = if watch.stopped() {
                Counts::default()
            } else {
                self.world(coins.of(number), work)
            };
            watch.done(1);
            gain
        };
        numbers.into_par_iter().map_init(Work::default, one).collect()
    }

    fn world(&self, coins: Coins, work: &mut Work) -> Counts {
        let people = self.graph.people();
        let authors = self.posts.draw(people, coins.of(1));
        let crowd = match self.posts {
            Posts::Given(_) => None,
            Posts::Sampled { crowd, .. } => Some(crowd.in_world(people, coins.of(1))),
        };
        let is_everybody = matches!(self.posts, Posts::Sampled { crowd: Crowd::Everybody, .. });
        let follows =
            |person: u64| is_everybody || crowd.as_ref().is_some_and(|crowd| crowd.has(person));
        let stride = self.stride(authors.len());
        let chosen = coins.of(LEADING).draws(0).below(stride as u64) as usize;
        let mut gain = Gain::default();
        for (post, author) in authors.iter().enumerate() {
            if post % stride == chosen {
                let draws = coins.of(LEADING).draws(1 + post as u64);
                self.lead(*author, coins.of(0), draws, work, (&mut gain, &follows));
            }
            // Those behind the last one are asked by nobody.
            if post + 1 < authors.len() {
                self.all.travel(post as u32, &[*author], coins, &mut work.all);
                if self.part == Part::Beyond {
                    self.near.travel(post as u32, &[*author], coins, &mut work.near);
                }
            }
        }
        work.all.end(|_| false);
        work.near.end(|_| false);
        gain.counts().map(|number| number * stride as f64)
    }

    /// Leads one post, and counts what it adds to those that travelled before.
    fn lead(
        &self,
        author: u64,
        levels: Coins,
        mut draws: Draws,
        work: &mut Work,
        (gain, follows): (&mut Gain, &impl Fn(u64) -> bool),
    ) {
        work.seen.clear();
        work.seen.place(author);
        work.tellers.clear();
        work.tellers.push(author);
        let (mut weight, mut depth, last) = (1.0, 1, self.feed.depth());
        loop {
            self.offer(levels, work);
            for (person, chance) in &work.next {
                self.count(*person, depth, weight * chance, work, (gain, follows));
            }
            if depth >= last {
                return;
            }
            let going_on = -libm::expm1(work.none[0]);
            let led = going_on.max(LED[usize::from(depth > FIRST)]);
            if going_on <= 0.0 || draws.uniform() >= led {
                return;
            }
            weight *= going_on / led;
            self.tell(&mut draws, work);
            depth += 1;
        }
    }

    /// Who may see the post next, and the chances that nobody of them passes it on.
    fn offer(&self, levels: Coins, work: &mut Work) {
        if self.graph.is_weighted() {
            self.offer_weighted(work);
            return;
        }
        let Work { seen, tellers, met, next, none, .. } = work;
        met.clear();
        for teller in tellers.iter() {
            self.graph.each_friend(*teller, |friend| {
                if seen.find(friend).is_none() {
                    met.push(friend);
                }
            });
        }
        met.sort_unstable();
        next.clear();
        next.extend(met.chunk_by(|a, b| a == b).map(|run| {
            let visibility = match self.levels[..] {
                [visibility] => visibility,
                _ => levels.level(run[0], &self.levels),
            };
            let chance = if run.len() == 1 {
                visibility
            } else {
                -libm::expm1(run.len() as f64 * libm::log1p(-visibility))
            };
            (run[0], chance)
        }));
        self.add_up(next, none);
    }

    /// The same over ties with chances of their own.
    fn offer_weighted(&self, work: &mut Work) {
        let Work { seen, tellers, next, none, .. } = work;
        let mut met: Vec<(u64, f64)> = Vec::new();
        for teller in tellers.iter() {
            for place in 0..self.graph.degree(*teller) {
                let friend = self.graph.friend(*teller, place);
                let chance = self.feed.over(self.graph.weight(*teller, place));
                if chance > 0.0 && seen.find(friend).is_none() {
                    met.push((friend, chance));
                }
            }
        }
        met.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        next.clear();
        next.extend(met.chunk_by(|a, b| a.0 == b.0).map(|run| {
            let missed: f64 = run.iter().map(|(_, chance)| libm::log1p(-chance)).sum();
            (run[0].0, if run.len() == 1 { run[0].1 } else { -libm::expm1(missed) })
        }));
        self.add_up(next, none);
    }

    /// The logarithms of the chances that nobody from each on passes it on.
    fn add_up(&self, next: &[(u64, f64)], none: &mut Vec<f64>) {
        none.clear();
        none.resize(next.len() + 1, 0.0);
        for (place, (_, chance)) in next.iter().enumerate().rev() {
            none[place] = none[place + 1] + libm::log1p(-self.feed.reshare * chance);
        }
    }

    /// Draws who passes the post on, at least one of them, and who sees it and does not.
    fn tell(&self, draws: &mut Draws, work: &mut Work) {
        let reshare = self.feed.reshare;
        work.tellers.clear();
        for (place, (person, chance)) in work.next.iter().enumerate() {
            let telling = reshare * chance;
            // Until somebody was found, somebody from here on is.
            let drawn = if work.tellers.is_empty() {
                telling / -libm::expm1(work.none[place])
            } else {
                telling
            };
            if draws.uniform() < drawn {
                work.tellers.push(*person);
                work.seen.place(*person);
            } else if reshare < 1.0 && draws.uniform() * (1.0 - telling) < chance * (1.0 - reshare)
            {
                work.seen.place(*person);
            }
        }
    }

    /// Counts somebody who sees the post with this chance.
    fn count(
        &self,
        person: u64,
        depth: u32,
        chance: f64,
        work: &Work,
        (gain, follows): (&mut Gain, &impl Fn(u64) -> bool),
    ) {
        let is_near = self.part == Part::Beyond && depth <= 2;
        let seen = work.all.seen(person);
        if seen == (0, 0) {
            if !is_near {
                gain.fresh[(depth as usize - 1).min(DEPTHS - 1)] += chance;
                gain.followers += if follows(person) { chance } else { 0.0 };
            }
            return;
        }
        add(&mut gain.met, depth, chance, seen, follows(person));
        if is_near {
            add(&mut gain.met, depth, -chance, work.near.seen(person), follows(person));
        }
    }
}

/// What one more view adds for somebody who saw so many posts, the nearest of them at a depth.
fn add(counts: &mut Counts, depth: u32, chance: f64, (times, nearest): (u32, u32), follows: bool) {
    let first = (depth as usize - 1).min(DEPTHS - 1);
    counts.impressions[first..].iter_mut().for_each(|sum| *sum += chance);
    let until = if times == 0 { DEPTHS } else { (nearest as usize - 1).min(DEPTHS) };
    counts.reach[first.min(until)..until].iter_mut().for_each(|sum| *sum += chance);
    if let Some(sum) = counts.frequency.get_mut(times as usize) {
        *sum += chance;
    }
    if times == 0 && follows {
        counts.followers += chance;
    }
}

impl Gain {
    fn counts(self) -> Counts {
        let mut counts = self.met;
        let mut all = 0.0;
        for (depth, fresh) in self.fresh.iter().enumerate() {
            all += fresh;
            counts.impressions[depth] += all;
            counts.reach[depth] += all;
        }
        counts.frequency[0] += all;
        counts.followers += self.followers;
        counts
    }
}
