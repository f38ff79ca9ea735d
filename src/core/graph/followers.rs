//! Who follows the brand.

use std::sync::Arc;

use super::Graph;
use super::coins::Coins;
use super::index_set::IndexSet;
use super::pairing::RandomOrder;
use crate::watch::Watch;

/// The followers of a brand, of whom the writers are some.
#[derive(Clone, Debug)]
pub enum Crowd {
    /// Everybody follows.
    Everybody,
    /// So many people follow, other ones in every world.
    Random(u64),
    /// These people follow.
    Members(Arc<IndexSet>),
}

/// The followers of one world.
pub(crate) enum InWorld<'c> {
    Everybody(u64),
    Random { order: RandomOrder, count: u64 },
    Members(&'c IndexSet),
}

impl Crowd {
    pub(crate) fn in_world(&self, people: u64, coins: Coins) -> InWorld<'_> {
        match self {
            Crowd::Everybody => InWorld::Everybody(people),
            Crowd::Random(count) => InWorld::Random {
                order: RandomOrder::new(people, coins.of(1)),
                count: (*count).min(people),
            },
            Crowd::Members(members) => InWorld::Members(members),
        }
    }

    /// The number of followers among so many people.
    pub fn count(&self, people: u64) -> u64 {
        match self {
            Crowd::Everybody => people,
            Crowd::Random(count) => (*count).min(people),
            Crowd::Members(members) => members.numbers().len() as u64,
        }
    }

    /// The chance that a person follows.
    pub fn chance(&self, person: u64, people: u64) -> f64 {
        match self {
            Crowd::Members(members) => f64::from(u8::from(members.find(person).is_some())),
            others => others.count(people) as f64 / people as f64,
        }
    }
}

impl InWorld<'_> {
    pub fn count(&self) -> u64 {
        match self {
            InWorld::Everybody(count) | InWorld::Random { count, .. } => *count,
            InWorld::Members(members) => members.numbers().len() as u64,
        }
    }

    pub fn member(&self, place: u64) -> u64 {
        match self {
            InWorld::Everybody(_) => place,
            InWorld::Random { order, .. } => order.at(place),
            InWorld::Members(members) => members.numbers()[place as usize],
        }
    }

    pub fn has(&self, person: u64) -> bool {
        match self {
            InWorld::Everybody(_) => true,
            InWorld::Random { order, count } => order.place(person) < *count,
            InWorld::Members(members) => members.find(person).is_some(),
        }
    }
}

/// Tries at finding a friend of a follower who does not follow yet.
const TRIES: usize = 200;
/// How many times as many friends a follower may have as the newcomer and still bring him in full
/// proportion.
const RATIO: f64 = 4.0;
/// Most followers who are found one after the other; each of them is kept.
pub const MOST_GROWN: u64 = 20_000_000;
/// One follower in so many is a seed: somebody who came by himself.
const SEEDS: u64 = 100;

/// So many followers, at most [`MOST_GROWN`], of whom a share `homophily` came because a friend of
/// theirs follows. They are fewer where `watch` ended it.
///
/// A newcomer is a friend of a follower, or anybody. Whoever is at the other side of a random
/// friendship of the followers has many friends; a person with k of them is taken 1/k as often, so
/// that a newcomer is anybody in proportion to the share of his friends who follow, and the
/// followers are hardly better connected than everybody. Test:
/// `graph::ways::followers_who_bring_their_friends_overlap_more`.
pub fn grown(
    graph: &impl Graph,
    count: u64,
    homophily: f64,
    coins: Coins,
    watch: &dyn Watch,
) -> Crowd {
    let people = graph.people();
    let count = count.min(people).min(MOST_GROWN);
    let mut members = IndexSet::default();
    let mut draws = coins.draws(0);
    while (members.numbers().len() as u64) < count && !watch.stopped() {
        let so_far = members.numbers().len() as u64;
        let brought = so_far * SEEDS >= count && draws.uniform() < homophily;
        let newcomer = (0..if brought { TRIES } else { 0 }).find_map(|_| {
            let follower = members.numbers()[draws.below(so_far) as usize];
            let degree = graph.degree(follower);
            if degree == 0 {
                return None;
            }
            let friend = graph.friend(follower, draws.below(degree));
            // A random friendship is a random one of a follower who was taken in proportion to his
            // friends.
            let is_taken = draws.uniform() * RATIO * graph.sources(friend) as f64 <= degree as f64;
            (is_taken && members.find(friend).is_none()).then_some(friend)
        });
        let newcomer = newcomer.unwrap_or_else(|| draws.below(people));
        members.place(newcomer);
    }
    Crowd::Members(Arc::new(members))
}
