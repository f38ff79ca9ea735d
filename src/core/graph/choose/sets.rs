//! Reverse reachable sets: of somebody at random, all whose message would have come to him.
//!
//! In a world of coins, v sees the message of u if u is in the set of v, and that of several people
//! if one of them is in it: so the share of sets that a choice hits is the share of the people whom
//! it reaches (Borgs, Brautbar, Chayes, Lucier 2014). Backwards from v, a friend w is in the set
//! when the coin of the pair shows, and the search goes on behind w only when w's own coin to pass
//! it on shows; it goes by generations, so that nobody is met later than he could be. Whoever is
//! won is counted no more, so a set whose root is won counts for nothing. Test:
//! `choose::sets::sets_and_worlds_have_the_expectation_of_enumeration`.
//!
//! Where a message goes to friends alone and few may be won, hardly anybody at random is a friend
//! of one of them. Then roots are found by a random friendship of a candidate, and taken with the
//! chance 1/c, c candidates among their friends: everybody with c > 0 is as likely as another, each
//! with the chance of one in all friendships of candidates. Test:
//! `choose::sets::roots_beside_few_candidates_are_fair`.

use rayon::prelude::*;

use super::people::Candidates;
use super::steps::{Met, NEVER, Steps};
use crate::graph::Graph;
use crate::graph::coins::{Coins, Draws};
use crate::graph::index_set::IndexSet;
use crate::graph::simulate::DENSE;
use crate::watch::Watch;

/// Sets of a part of the work.
const PART: u64 = 64;
/// People met in the sets that are drawn before they are put away.
const BATCH: f64 = 8e6;
const BATCHES: [f64; 2] = [1024.0, 262_144.0];
/// Most candidates who are listed with their friendships.
const LISTED: u64 = 1 << 24;

/// What sets are drawn of.
pub struct Hunt<'a, G> {
    steps: &'a Steps<'a, G>,
    candidates: &'a Candidates<'a>,
    roots: Roots,
}

/// How the root of a set is found.
enum Roots {
    Everybody,
    /// By a friendship of one of these, of whom so many were had by those before each.
    Beside {
        people: Vec<u64>,
        before: Vec<u64>,
    },
}

/// Room for one set after the other.
pub struct Room {
    met: Met,
    front: Vec<u64>,
    next: Vec<u64>,
    /// People met.
    pub steps: u64,
}

impl Room {
    pub fn of(people: u64) -> Room {
        Room { met: Met::of(people), front: Vec::new(), next: Vec::new(), steps: 0 }
    }
}

/// How a walk backwards ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Walk {
    Whole,
    /// At somebody who is given.
    Given,
    /// Because nobody wanted more of it.
    Cut,
}

/// The sets from which a choice is made: those of more than one candidate, or in whose place
/// somebody else than their root can count.
#[derive(Default)]
pub struct Sets {
    /// First member of each set, and behind them the number of members.
    pub firsts: Vec<u64>,
    pub members: Vec<u32>,
    /// Sets of everybody's own, and times that one who is given reached him.
    pub own: Vec<u32>,
    pub lost: Vec<u32>,
    /// Who the members are, where they are not called by their numbers.
    names: IndexSet,
    is_named: bool,
    pub drawn: u64,
    pub steps: u64,
}

impl Sets {
    pub fn of(people: u64) -> Sets {
        let is_named = people > DENSE;
        let each = vec![0; if is_named { 0 } else { people as usize }];
        Sets { firsts: vec![0], own: each.clone(), lost: each, is_named, ..Sets::default() }
    }

    fn id(&mut self, person: u64) -> u32 {
        if !self.is_named {
            return person as u32;
        }
        let id = self.names.place(person);
        if id as usize == self.own.len() {
            self.own.push(0);
            self.lost.push(0);
        }
        id
    }

    pub fn person(&self, id: u32) -> u64 {
        if self.is_named { self.names.numbers()[id as usize] } else { u64::from(id) }
    }

    pub fn count(&self) -> usize {
        self.firsts.len() - 1
    }

    pub fn set(&self, number: u32) -> &[u32] {
        let number = number as usize;
        &self.members[self.firsts[number] as usize..self.firsts[number + 1] as usize]
    }
}

/// Sets as they are drawn, before they are put away.
#[derive(Default)]
struct Drawn {
    members: Vec<u64>,
    lengths: Vec<u32>,
    own: Vec<u64>,
    lost: Vec<u64>,
    steps: u64,
}

/// To which of two choices people belong: in a place for everybody, or looked for.
struct Belongs {
    everybody: Vec<u8>,
    choices: [Vec<u64>; 2],
}

impl Belongs {
    fn to(choices: [&[u64]; 2], people: u64) -> Belongs {
        let choices = choices.map(|people| {
            let mut people = people.to_vec();
            people.sort_unstable();
            people
        });
        let mut everybody = vec![0; if people <= DENSE { people as usize } else { 0 }];
        if !everybody.is_empty() {
            for (choice, bit) in choices.iter().zip([1, 2]) {
                for person in choice {
                    everybody[*person as usize] |= bit;
                }
            }
        }
        Belongs { everybody, choices }
    }

    /// A bit for each choice.
    #[inline]
    fn bits(&self, person: u64) -> u8 {
        if self.everybody.is_empty() {
            let has = |choice: usize| self.choices[choice].binary_search(&person).is_ok();
            u8::from(has(0)) | u8::from(has(1)) << 1
        } else {
            self.everybody[person as usize]
        }
    }
}

/// How often choices hit sets that were not drawn for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Of each choice: sets that it hits, and of those of its own people those that were hit
    /// before.
    pub hits: [u64; 2],
    pub lost: [u64; 2],
    pub steps: u64,
}

impl<'a, G: Graph> Hunt<'a, G> {
    pub fn new(steps: &'a Steps<'a, G>, candidates: &'a Candidates<'a>) -> Hunt<'a, G> {
        let near = steps.depth == Some(1) && candidates.given().is_empty();
        let roots = if near && candidates.places() <= LISTED {
            let people: Vec<u64> =
                (0..candidates.places()).filter_map(|place| candidates.at(place)).collect();
            let mut before = vec![0];
            for person in &people {
                before.push(before[before.len() - 1] + steps.graph.degree(*person));
            }
            if before[people.len()] < steps.graph.people() {
                Roots::Beside { people, before }
            } else {
                Roots::Everybody
            }
        } else {
            Roots::Everybody
        };
        Hunt { steps, candidates, roots }
    }

    /// People for whom a set stands, with the share of sets that are hit.
    pub fn scale(&self) -> f64 {
        match &self.roots {
            Roots::Everybody => self.steps.graph.people() as f64,
            Roots::Beside { before, .. } => before[before.len() - 1] as f64,
        }
    }

    /// The root of a set, where one is taken.
    fn root(&self, draws: &mut Draws) -> Option<u64> {
        let graph = self.steps.graph;
        let Roots::Beside { people, before } = &self.roots else {
            let root = draws.below(graph.people());
            return Some(root).filter(|root| !self.candidates.is_given(*root));
        };
        let ends = before[before.len() - 1];
        if ends == 0 {
            return None;
        }
        let end = draws.below(ends);
        let place = before.partition_point(|first| *first <= end) - 1;
        let root = graph.friend(people[place], end - before[place]);
        let mut beside = 0_u64;
        graph.each_source(root, |friend| beside += u64::from(self.candidates.has(friend)));
        (draws.uniform() * beside as f64 <= 1.0).then_some(root)
    }

    /// Walks backwards from a root; tells of everybody whose message would have come, until that
    /// says that it is enough.
    fn walk(
        &self,
        root: u64,
        draws: &mut Draws,
        room: &mut Room,
        mut tell: impl FnMut(u64) -> bool,
    ) -> Walk {
        let Room { met, front, next, steps } = room;
        met.clear();
        met.set(root, 0);
        front.clear();
        front.push(root);
        let (mut walk, mut generation) = (Walk::Whole, 0);
        *steps += 1;
        while !front.is_empty() && self.steps.goes_on(generation) {
            generation = generation.saturating_add(1).min(NEVER - 1);
            next.clear();
            for person in front.iter() {
                self.steps.seen_by(*person, draws, |friend, draws| {
                    if walk != Walk::Whole || met.steps(friend) != NEVER {
                        return;
                    }
                    met.set(friend, generation);
                    *steps += 1;
                    if self.candidates.is_given(friend) {
                        walk = Walk::Given;
                    } else if !tell(friend) {
                        walk = Walk::Cut;
                    } else if self.steps.goes_on(generation) && self.steps.passes(draws.uniform()) {
                        next.push(friend);
                    }
                });
                if walk != Walk::Whole {
                    return walk;
                }
            }
            std::mem::swap(front, next);
        }
        walk
    }

    /// Draws one set.
    fn draw(&self, draws: &mut Draws, room: &mut Room, drawn: &mut Drawn) {
        let Some(root) = self.root(draws) else { return };
        let first = drawn.members.len();
        let is_own = self.candidates.has(root);
        if is_own {
            drawn.members.push(root);
        }
        let walk = self.walk(root, draws, room, |friend| {
            if self.candidates.has(friend) {
                drawn.members.push(friend);
            }
            true
        });
        let length = drawn.members.len() - first;
        if walk == Walk::Given {
            drawn.members.truncate(first);
            drawn.lost.extend(Some(root).filter(|_| is_own));
        } else if length > usize::from(is_own) {
            drawn.lengths.push(length as u32);
            drawn.own.extend(Some(root).filter(|_| is_own));
        } else {
            // Nobody but the root himself could hit it, and he would not count.
            drawn.members.truncate(first);
        }
    }

    /// Draws sets until there are so many, or more than so many members.
    pub fn draw_up_to(
        &self,
        sets: &mut Sets,
        [most, members]: [u64; 2],
        coins: Coins,
        watch: &dyn Watch,
    ) {
        while sets.drawn < most && (sets.members.len() as u64) < members && !watch.stopped() {
            let each = (sets.steps as f64 / sets.drawn.max(1) as f64).max(1.0);
            let batch = (BATCH / each).clamp(BATCHES[0], BATCHES[1]) as u64;
            let to = most.min(sets.drawn + batch);
            for part in self.parts(sets.drawn..to, |numbers, room| {
                let mut drawn = Drawn::default();
                let before = room.steps;
                for number in numbers {
                    self.draw(&mut coins.draws(number), room, &mut drawn);
                }
                drawn.steps = room.steps - before;
                drawn
            }) {
                put(sets, &part);
            }
            sets.drawn = to;
        }
    }

    /// How often two choices hit so many sets.
    pub fn judge(&self, count: u64, choices: [&[u64]; 2], coins: Coins, watch: &dyn Watch) -> Hits {
        let belongs = Belongs::to(choices, self.steps.graph.people());
        let chosen = |person: u64| belongs.bits(person);
        let is_cut = self.candidates.given().is_empty();
        let judged = self.parts(0..count, |numbers, room| {
            let mut hits = Hits::default();
            let before = room.steps;
            for number in numbers {
                if watch.stopped() {
                    break;
                }
                let draws = &mut coins.draws(number);
                let Some(root) = self.root(draws) else { continue };
                let own = chosen(root);
                let mut hit = 0;
                let walk = self.walk(root, draws, room, |friend| {
                    hit |= chosen(friend);
                    !(is_cut && hit | own == 3)
                });
                for (choice, bit) in [(0, 1), (1, 2)] {
                    let is_own = own & bit != 0;
                    let is_hit = walk != Walk::Given && hit & bit != 0 && !is_own;
                    hits.hits[choice] += u64::from(is_hit);
                    hits.lost[choice] += u64::from(walk == Walk::Given && is_own);
                }
            }
            hits.steps = room.steps - before;
            hits
        });
        judged.into_iter().fold(Hits::default(), |mut sum, hits| {
            for choice in 0..2 {
                sum.hits[choice] += hits.hits[choice];
                sum.lost[choice] += hits.lost[choice];
            }
            sum.steps += hits.steps;
            sum
        })
    }

    /// Does the parts of some numbers, in their order.
    fn parts<T: Send>(
        &self,
        numbers: std::ops::Range<u64>,
        part: impl Fn(std::ops::Range<u64>, &mut Room) -> T + Sync,
    ) -> Vec<T> {
        let (from, to) = (numbers.start / PART, numbers.end.div_ceil(PART));
        let splits = 4 * rayon::current_num_threads();
        (from as usize..to as usize)
            .into_par_iter()
            .with_min_len(((to - from) as usize / splits).max(1))
            .map_init(
                || Room::of(self.steps.graph.people()),
                |room, number| {
                    let first = number as u64 * PART;
                    part(first.max(numbers.start)..(first + PART).min(numbers.end), room)
                },
            )
            .collect()
    }
}

/// Puts drawn sets to the others.
fn put(sets: &mut Sets, drawn: &Drawn) {
    for person in &drawn.members {
        let id = sets.id(*person);
        sets.members.push(id);
    }
    for length in &drawn.lengths {
        sets.firsts.push(sets.firsts[sets.firsts.len() - 1] + u64::from(*length));
    }
    for person in &drawn.own {
        let id = sets.id(*person);
        sets.own[id as usize] += 1;
    }
    for person in &drawn.lost {
        let id = sets.id(*person);
        sets.lost[id as usize] += 1;
    }
    sets.steps += drawn.steps;
}
