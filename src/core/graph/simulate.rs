//! Posts that travel: worlds with coins of their own.
//!
//! Whoever passes a post on rings at his friends: a clock that rings at rate 1 for each friend,
//! until time -ln(1-p), has rung at each of them with the chance p, independently. So only as many
//! friends are touched as see something, and a higher visibility only lets the clocks run longer:
//! everything that was seen stays seen. The coins are addressed by (seed, world, post, person);
//! what-ifs share them, and the number of threads decides nothing.

use std::ops::Range;

use rayon::prelude::*;

use super::Graph;
use super::asked::Posts;
use super::coins::{Coins, Draws};
use super::counts::{Counts, DEPTHS, MOST};
use super::feed::{Feed, hazard};
use super::followers::Crowd;
use super::index_set::IndexSet;
use crate::watch::Watch;

/// What is remembered of a person in one world.
#[derive(Clone, Copy, Debug, Default)]
pub struct Record {
    /// The last post that came, from 1.
    post: u32,
    /// Posts seen.
    times: u32,
    /// Least depth at which one was seen.
    depth: u32,
}

/// A memory of who was met in a world: a place for everybody, or a table.
pub trait Memory: Default + Send {
    fn prepare(&mut self, people: u64);
    fn record(&mut self, person: u64) -> &mut Record;
    /// Tells of everybody who was met, and forgets them.
    fn drain(&mut self, tell: impl FnMut(u64, &Record));
}

/// A place for everybody: fast, 12 bytes a person.
#[derive(Default)]
pub struct Dense {
    records: Vec<Record>,
    touched: Vec<u64>,
}

impl Memory for Dense {
    fn prepare(&mut self, people: u64) {
        self.records.resize(people as usize, Record::default());
    }

    #[inline]
    fn record(&mut self, person: u64) -> &mut Record {
        let record = &mut self.records[person as usize];
        if record.post == 0 {
            self.touched.push(person);
        }
        record
    }

    fn drain(&mut self, mut tell: impl FnMut(u64, &Record)) {
        for person in self.touched.drain(..) {
            tell(person, &self.records[person as usize]);
            self.records[person as usize] = Record::default();
        }
    }
}

/// A table of those who were met: for networks of any size.
#[derive(Default)]
pub struct Sparse {
    places: IndexSet,
    records: Vec<Record>,
}

impl Memory for Sparse {
    fn prepare(&mut self, _: u64) {}

    #[inline]
    fn record(&mut self, person: u64) -> &mut Record {
        let place = self.places.place(person) as usize;
        if place == self.records.len() {
            self.records.push(Record::default());
        }
        &mut self.records[place]
    }

    fn drain(&mut self, mut tell: impl FnMut(u64, &Record)) {
        for (person, record) in self.places.numbers().iter().zip(&self.records) {
            tell(*person, record);
        }
        self.places.clear();
        self.records.clear();
    }
}

/// A network and a feed, with how long the clocks of that feed run.
pub struct Stage<'a, G> {
    graph: &'a G,
    feed: Feed,
    clocks: Clocks,
    is_weighted: bool,
}

/// How long clocks run.
enum Clocks {
    /// Until everybody has seen it.
    Endless,
    /// Until the same time for everybody; `ends` has e^(-time x friends) for each number of
    /// friends.
    Alike { time: f64, ends: Vec<f64> },
    /// Until the time of the class of activity of each person; `longest` is the longest of them.
    Unequal { times: Vec<f64>, longest: f64 },
}

/// Numbers of friends for which the end of the ringing is kept.
const KEPT: u64 = 8192;
/// Exponents up to which products of uniform numbers stay far from zero.
const LARGEST: f64 = 600.0;

impl<'a, G: Graph> Stage<'a, G> {
    pub fn new(graph: &'a G, feed: Feed) -> Stage<'a, G> {
        let times: Vec<f64> = feed.levels().into_iter().map(hazard).collect();
        let longest = times.iter().fold(0.0_f64, |longest, time| longest.max(*time));
        let clocks = if longest.is_infinite() {
            Clocks::Endless
        } else if times.len() == 1 {
            Clocks::Alike {
                time: longest,
                ends: (0..KEPT).map(|friends| libm::exp(-longest * friends as f64)).collect(),
            }
        } else {
            Clocks::Unequal { times, longest }
        };
        Stage { graph, feed, clocks, is_weighted: graph.is_weighted() }
    }

    /// Tells of friends at whom the clock of `person` rings; some of them more than once.
    ///
    /// The times between two rings are exponential: minus the logarithm of a uniform number. Where
    /// only the end counts, the product of the numbers is compared with its exponential, which is
    /// the same without a logarithm.
    #[inline]
    fn ring(&self, person: u64, draws: &mut Draws, levels: Coins, mut tell: impl FnMut(u64)) {
        let friends = self.graph.degree(person);
        if self.is_weighted {
            // Ties have chances of their own, and a coin each.
            for place in 0..friends {
                if draws.uniform() < self.feed.over(self.graph.weight(person, place)) {
                    tell(self.graph.friend(person, place));
                }
            }
            return;
        }
        // The upper half of a word says who, the lower half when.
        let part = |word: u64| (f64::from(word as u32) + 0.5) * 2.0_f64.powi(-32);
        match &self.clocks {
            Clocks::Endless => self.graph.each_friend(person, tell),
            Clocks::Alike { time, ends } if time * friends as f64 <= LARGEST => {
                let end = ends
                    .get(friends as usize)
                    .copied()
                    .unwrap_or_else(|| libm::exp(-time * friends as f64));
                let mut product = 1.0;
                loop {
                    let word = draws.word();
                    product *= part(word);
                    if product < end {
                        return;
                    }
                    tell(self.graph.friend(person, ((word >> 32) * friends) >> 32));
                }
            }
            Clocks::Alike { time: longest, .. } | Clocks::Unequal { longest, .. } => {
                // All rings until the longest time, thinned to the time of each friend's class.
                let end = longest * friends as f64;
                let mut time = 0.0;
                loop {
                    let word = draws.word();
                    time -= libm::log(part(word));
                    if time > end {
                        return;
                    }
                    let friend = self.graph.friend(person, ((word >> 32) * friends) >> 32);
                    let is_too_late = match &self.clocks {
                        Clocks::Unequal { times, .. } => {
                            time > levels.level(friend, times) * friends as f64
                        }
                        Clocks::Endless | Clocks::Alike { .. } => false,
                    };
                    if !is_too_late {
                        tell(friend);
                    }
                }
            }
        }
    }

    /// Lets a post of one or several authors travel from depth to depth; counts every view at its
    /// depth, and returns how many there were.
    pub fn travel(
        &self,
        post: u32,
        authors: &[u64],
        world: Coins,
        rooms: &mut Rooms<impl Memory>,
    ) -> u64 {
        let coins = world.of(2 + u64::from(post));
        let (reshares, rings, levels) = (coins.of(0), coins.of(1), world.of(0));
        // A friend passes the post on if his 64 bits are at most this share of all of them.
        let limit = if self.feed.reshare >= 1.0 {
            u64::MAX
        } else {
            (self.feed.reshare * 2.0_f64.powi(64)) as u64
        };
        let Rooms { memory, tellers, next, views } = rooms;
        tellers.clear();
        for author in authors {
            memory.record(*author).post = post + 1;
            tellers.push(*author);
        }
        let (mut depth, mut seen, last) = (1, 0, self.feed.depth());
        while !tellers.is_empty() && depth <= last {
            next.clear();
            let before = seen;
            for teller in tellers.iter() {
                self.ring(*teller, &mut rings.draws(*teller), levels, |friend| {
                    let record = memory.record(friend);
                    if record.post == post + 1 {
                        return;
                    }
                    record.depth = if record.times == 0 { depth } else { record.depth.min(depth) };
                    record.post = post + 1;
                    record.times += 1;
                    seen += 1;
                    if depth < last
                        && (limit == u64::MAX || (limit > 0 && reshares.word(friend) <= limit))
                    {
                        next.push(friend);
                    }
                });
            }
            views[(depth as usize - 1).min(DEPTHS - 1)] += seen - before;
            std::mem::swap(tellers, next);
            depth = depth.saturating_add(1);
        }
        seen
    }
}

/// Room for one world after the other.
#[derive(Default)]
pub struct Rooms<M> {
    memory: M,
    tellers: Vec<u64>,
    next: Vec<u64>,
    /// Views at each depth in this world.
    views: [u64; DEPTHS],
}

impl<M: Memory> Rooms<M> {
    pub fn new(people: u64) -> Rooms<M> {
        let mut memory = M::default();
        memory.prepare(people);
        Rooms { memory, tellers: Vec::new(), next: Vec::new(), views: [0; DEPTHS] }
    }

    /// Counts what the world came to, and forgets it.
    pub fn end(&mut self, mut follows: impl FnMut(u64) -> bool) -> Counts {
        let mut counts = Counts::default();
        let mut impressions = 0;
        for (sum, views) in counts.impressions.iter_mut().zip(std::mem::take(&mut self.views)) {
            impressions += views;
            *sum = impressions as f64;
        }
        // People by the least depth and by the number of posts they saw, each then summed up: reach
        // from the nearest depth outwards, frequency from the most posts downwards.
        let (mut depths, mut times) = ([0_u64; DEPTHS], [0_u64; MOST]);
        let mut followers = 0_u64;
        self.memory.drain(|person, record| {
            if record.times > 0 {
                depths[(record.depth as usize - 1).min(DEPTHS - 1)] += 1;
                times[(record.times as usize - 1).min(MOST - 1)] += 1;
                followers += u64::from(follows(person));
            }
        });
        let mut people = 0;
        for (sum, reached) in counts.reach.iter_mut().zip(depths) {
            people += reached;
            *sum = people as f64;
        }
        let mut more = 0;
        for (sum, seen) in counts.frequency.iter_mut().zip(times).rev() {
            more += seen;
            *sum = more as f64;
        }
        counts.followers = followers as f64;
        counts
    }
}

impl Rooms<Sparse> {
    /// Posts that somebody saw so far in this world, and the depth of the nearest; zeros for none.
    pub fn seen(&self, person: u64) -> (u32, u32) {
        self.memory.places.find(person).map_or((0, 0), |place| {
            let record = &self.memory.records[place as usize];
            (record.times, record.depth)
        })
    }
}

/// Lets all posts of one world travel; fewer of them where `watch` ended it.
fn world<M: Memory>(
    stage: &Stage<impl Graph>,
    posts: &Posts,
    coins: Coins,
    rooms: &mut Rooms<M>,
    watch: &dyn Watch,
) -> Counts {
    let people = stage.graph.people();
    for (post, author) in posts.draw(people, coins.of(1)).into_iter().enumerate() {
        if watch.stopped() {
            break;
        }
        stage.travel(post as u32, &[author], coins, rooms);
    }
    match posts {
        Posts::Given(_) => rooms.end(|_| false),
        Posts::Sampled { crowd: Crowd::Everybody, .. } => rooms.end(|_| true),
        Posts::Sampled { crowd, .. } => {
            let crowd = crowd.in_world(people, coins.of(1));
            rooms.end(|person| crowd.has(person))
        }
    }
}

/// Simulates the worlds of these numbers: those that come before do not depend on how many there
/// are.
pub fn worlds(
    stage: &Stage<impl Graph>,
    posts: &Posts,
    numbers: Range<u64>,
    coins: Coins,
    watch: &dyn Watch,
) -> Vec<Counts> {
    if stage.graph.people() <= DENSE {
        each::<Dense>(stage, posts, numbers, coins, watch)
    } else {
        each::<Sparse>(stage, posts, numbers, coins, watch)
    }
}

/// People up to which everybody has a place of his own.
pub(crate) const DENSE: u64 = 1 << 25;

fn each<M: Memory>(
    stage: &Stage<impl Graph>,
    posts: &Posts,
    numbers: Range<u64>,
    coins: Coins,
    watch: &dyn Watch,
) -> Vec<Counts> {
    let one = |rooms: &mut Rooms<M>, number: u64| {
        let counts = if watch.stopped() {
            Counts::default()
        } else {
            world(stage, posts, coins.of(number), rooms, watch)
        };
        watch.done(1);
        counts
    };
    numbers.into_par_iter().map_init(|| Rooms::new(stage.graph.people()), one).collect()
}

/// Simulates one message of all authors in the worlds of these numbers.
pub fn messages(
    stage: &Stage<impl Graph>,
    authors: &[u64],
    numbers: Range<u64>,
    coins: Coins,
    watch: &dyn Watch,
) -> Vec<Counts> {
    let one = |rooms: &mut Rooms<Sparse>, number: u64| {
        if !watch.stopped() {
            stage.travel(0, authors, coins.of(number), rooms);
        }
        watch.done(1);
        rooms.end(|_| false)
    };
    numbers.into_par_iter().map_init(|| Rooms::new(stage.graph.people()), one).collect()
}

/// Sizes of so many cascades, in ascending order: people whom one post of a random author reaches.
pub fn cascades(
    stage: &Stage<impl Graph>,
    author: impl Fn(&mut Draws) -> u64 + Sync,
    count: u64,
    coins: Coins,
    watch: &dyn Watch,
) -> Vec<u64> {
    let one = |rooms: &mut Rooms<Sparse>, number: u64| {
        if watch.stopped() {
            return 0;
        }
        let world = coins.of(number);
        let seen = stage.travel(0, &[author(&mut world.draws(1))], world, rooms);
        rooms.end(|_| false);
        seen
    };
    let mut sizes: Vec<u64> =
        (0..count).into_par_iter().map_init(|| Rooms::new(stage.graph.people()), one).collect();
    sizes.sort_unstable();
    sizes
}
