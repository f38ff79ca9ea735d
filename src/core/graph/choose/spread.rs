//! What a choice is worth: worlds of coins that had no part in it.
//!
//! In one world the message starts from those who are given, then from those who are won, one after
//! the other: whom the next one reaches, nobody before him did. Coins belong to (world, person), so
//! the people with most friends and people at random are tried in the same worlds.

use rayon::prelude::*;

use super::people::Candidates;
use super::steps::{Met, NEVER, Steps};
use super::wish::Wish;
use crate::estimate::Estimate;
use crate::graph::Graph;
use crate::graph::coins::Coins;
use crate::watch::Watch;

/// Worlds of the first try, and at most.
const WORLDS: [u64; 2] = [64, 1 << 13];
/// People reached in all worlds that are enough.
const REACHED: f64 = 4e8;

/// Whose spread has to be known well enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    Chosen,
    /// That of people at random as well.
    Both,
}

/// What is tried in every world.
pub struct Trial<'a, G> {
    pub steps: &'a Steps<'a, G>,
    pub candidates: &'a Candidates<'a>,
    pub wish: &'a Wish,
    pub chosen: &'a [u64],
    pub most_friends: &'a [u64],
    pub until: Until,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Tried {
    pub given: Estimate,
    pub gains: Vec<Estimate>,
    pub curve: Vec<Estimate>,
    /// The spread of so many people as were chosen, or paid for, and of the first of them.
    pub most_friends: (Estimate, Vec<f64>),
    pub random: (Estimate, Vec<f64>),
    pub worlds: u64,
}

/// The same in one world, without those whom people who are given reach.
struct World {
    given: i64,
    gains: Vec<i64>,
    most_friends: Vec<i64>,
    random: Vec<i64>,
}

/// Room for one world after the other.
struct Room {
    met: Met,
    front: Vec<u64>,
    next: Vec<u64>,
}

/// The coins of one world: who sees, who passes on, who is lively.
#[derive(Clone, Copy)]
struct Coined {
    views: Coins,
    passes: Coins,
    levels: Coins,
}

impl<G: Graph> Trial<'_, G> {
    /// Tries until the spread is known well enough.
    pub fn run(&self, watch: &dyn Watch) -> Tried {
        let coins = Coins::new(self.wish.seed, "spread");
        let mut sums = Sums::default();
        let (mut from, mut to) = (0, WORLDS[0]);
        loop {
            let splits = 4 * rayon::current_num_threads();
            let worlds: Vec<Option<World>> = (from as usize..to as usize)
                .into_par_iter()
                .with_min_len(((to - from) as usize / splits).max(1))
                .map_init(
                    || Room {
                        met: Met::of(self.steps.graph.people()),
                        front: Vec::new(),
                        next: Vec::new(),
                    },
                    |room, number| {
                        (!watch.stopped()).then(|| self.world(coins.of(number as u64), room))
                    },
                )
                .collect();
            worlds.into_iter().flatten().for_each(|world| sums.add(&world));
            let is_close = |sum: &Sum| {
                let spread = sum.estimate();
                spread.se <= self.wish.precision * spread.value
            };
            let is_known = is_close(&sums.chosen.all)
                && (self.until == Until::Chosen || is_close(&sums.random.all));
            let is_enough = sums.reached * 2.0 > REACHED || to >= WORLDS[1];
            if is_known || is_enough || watch.stopped() {
                return sums.tried(to);
            }
            (from, to) = (to, 2 * to);
        }
    }

    fn world(&self, world: Coins, room: &mut Room) -> World {
        let coins = Coined { views: world.of(0), passes: world.of(1), levels: world.of(2) };
        room.met.clear();
        let given = self.each(self.candidates.given(), coins, room).iter().sum();
        let gains = self.each(self.chosen, coins, room);
        let most_friends = self.instead(self.most_friends, coins, room);
        let random = self.candidates.at_random(self.wish, &mut world.draws(3));
        let random = self.instead(&random, coins, room);
        World { given, gains, most_friends, random }
    }

    /// People whom others add in the place of those who are chosen.
    fn instead(&self, people: &[u64], coins: Coined, room: &mut Room) -> Vec<i64> {
        room.met.clear();
        self.each(self.candidates.given(), coins, room);
        self.each(people, coins, room)
    }

    fn each(&self, people: &[u64], coins: Coined, room: &mut Room) -> Vec<i64> {
        people.iter().map(|person| self.add(*person, coins, room)).collect()
    }

    /// One more person passes the message on in any case: how many more see it, he himself no
    /// longer counted.
    fn add(&self, person: u64, coins: Coined, room: &mut Room) -> i64 {
        let Room { met, front, next } = room;
        let is_limited = self.steps.depth.is_some();
        let passes = |person: u64| self.steps.passes(coins.passes.uniform(person));
        let mut gain = match met.steps(person) {
            0 => return 0,
            NEVER => 0,
            _ => -1,
        };
        if gain < 0 && !is_limited && passes(person) {
            // He told everybody whom he could.
            met.set(person, 0);
            return gain;
        }
        met.set(person, 0);
        front.clear();
        front.push(person);
        let mut generation = 0;
        while !front.is_empty() && self.steps.goes_on(generation) {
            // Without a limit it does not matter how late somebody sees it.
            generation = if is_limited { generation + 1 } else { 1 };
            next.clear();
            for teller in front.iter() {
                let draws = &mut coins.views.draws(*teller);
                self.steps.shown_to(*teller, draws, coins.levels, |friend| {
                    let before = met.steps(friend);
                    if before <= generation {
                        return;
                    }
                    gain += i64::from(before == NEVER);
                    met.set(friend, generation);
                    if self.steps.goes_on(generation) && passes(friend) {
                        next.push(friend);
                    }
                });
            }
            std::mem::swap(front, next);
        }
        gain
    }
}

/// Sums over worlds, in their order.
#[derive(Default)]
struct Sums {
    given: Sum,
    gains: Vec<Sum>,
    chosen: Curve,
    most_friends: Curve,
    random: Curve,
    reached: f64,
}

/// Sums of the first of some people, of the first two, and so on, and of all of them.
#[derive(Default)]
struct Curve {
    first: Vec<Sum>,
    all: Sum,
}

impl Curve {
    fn add(&mut self, given: i64, gains: &[i64], length: usize) -> i64 {
        self.first.resize(length, Sum::default());
        let mut all = given;
        let mut gains = gains.iter();
        for sum in &mut self.first {
            all += gains.next().copied().unwrap_or(0);
            sum.add(all);
        }
        all += gains.sum::<i64>();
        self.all.add(all);
        all
    }

    fn tried(&self) -> (Estimate, Vec<f64>) {
        (self.all.estimate(), self.first.iter().map(|sum| sum.estimate().value).collect())
    }
}

/// A number's sum over worlds, less that of the first of them, and the sum of its squares.
#[derive(Clone, Copy, Default)]
struct Sum {
    first: f64,
    count: f64,
    over: f64,
    squares: f64,
}

impl Sum {
    fn add(&mut self, value: i64) {
        let value = value as f64;
        if self.count == 0.0 {
            self.first = value;
        }
        self.count += 1.0;
        self.over += value - self.first;
        self.squares += (value - self.first) * (value - self.first);
    }

    fn estimate(&self) -> Estimate {
        let mean = self.over / self.count;
        let freedom = (self.count - 1.0).max(1.0);
        let variance = ((self.squares - self.count * mean * mean) / freedom).max(0.0);
        Estimate { value: self.first + mean, se: (variance / self.count).sqrt(), freedom }
    }
}

impl Sums {
    fn add(&mut self, world: &World) {
        let length = world.gains.len();
        self.gains.resize(length, Sum::default());
        self.gains.iter_mut().zip(&world.gains).for_each(|(sum, gain)| sum.add(*gain));
        self.given.add(world.given);
        let all = self.chosen.add(world.given, &world.gains, length)
            + self.most_friends.add(world.given, &world.most_friends, length)
            + self.random.add(world.given, &world.random, length);
        self.reached += all.max(0) as f64;
    }

    fn tried(&self, worlds: u64) -> Tried {
        let each = |sums: &[Sum]| sums.iter().map(Sum::estimate).collect();
        Tried {
            given: self.given.estimate(),
            gains: each(&self.gains),
            curve: each(&self.chosen.first),
            most_friends: self.most_friends.tried(),
            random: self.random.tried(),
            worlds,
        }
    }
}
