//! From one person to the next: whose coin shows, forwards and backwards.
//!
//! A friend w who passes the message on is seen by v with the probability p of v, by a coin for
//! each pair. Of a row of friends with the same p the coins that do not show are skipped at once:
//! so many that ln(u)/ln(1-p) is the number of misses before the next hit, u uniform, and there is
//! no further one if u is at most (1-p)^k of the k that are left. Which of the two directions of a
//! friendship has which coin does not matter: a message that came from v has nothing to tell him.
//! Over ties with weights every one has a coin of its own; where ties have a direction, it goes
//! forwards to followers, and backwards to those who are followed.

use crate::graph::Graph;
use crate::graph::coins::{Coins, Draws};
use crate::graph::feed::Feed;
use crate::graph::index_set::IndexSet;
use crate::graph::simulate::DENSE;

/// Numbers of friends for which (1-p)^k is kept.
const KEPT: usize = 4096;
/// Depths from which on nothing ends a message.
const DEEPEST: u32 = 60_000;

/// A network, and how a message travels on it.
pub struct Steps<'a, G> {
    pub graph: &'a G,
    /// Friendships between whoever is won and the last who sees it; `None` for as far as it goes.
    pub depth: Option<u16>,
    feed: Feed,
    is_weighted: bool,
    /// One for each class of activity, the liveliest last.
    kinds: Vec<Kind>,
}

/// People who see a friend's message with the same probability.
struct Kind {
    visibility: f64,
    /// ln(1 - p).
    log: f64,
    /// (1 - p)^k for k from 0.
    none: Vec<f64>,
}

impl Kind {
    fn new(visibility: f64) -> Kind {
        let log = libm::log1p(-visibility);
        let none = (0..KEPT)
            .map(|friends| if friends == 0 { 1.0 } else { libm::exp(log * friends as f64) })
            .collect();
        Kind { visibility, log, none }
    }

    /// The places below `count` whose coins show.
    #[inline]
    fn each(&self, count: u64, draws: &mut Draws, mut tell: impl FnMut(u64, &mut Draws)) {
        let (mut place, mut left) = (0, count);
        while left > 0 {
            let u = draws.uniform();
            let none = match self.none.get(left as usize) {
                Some(none) => *none,
                None => libm::exp(self.log * left as f64),
            };
            if u <= none {
                return;
            }
            let missed = ((libm::log(u) / self.log) as u64).min(left - 1);
            tell(place + missed, draws);
            place += missed + 1;
            left -= missed + 1;
        }
    }
}

impl<'a, G: Graph> Steps<'a, G> {
    pub fn new(graph: &'a G, feed: &Feed) -> Steps<'a, G> {
        let depth = Some(feed.depth()).filter(|depth| *depth <= DEEPEST).map(|depth| depth as u16);
        let kinds = feed.levels().into_iter().map(Kind::new).collect();
        Steps { graph, depth, feed: *feed, is_weighted: graph.is_weighted(), kinds }
    }

    /// Whether a message that came after so many steps may go one further.
    #[inline]
    pub fn goes_on(&self, steps: u16) -> bool {
        self.depth.is_none_or(|depth| steps < depth)
    }

    /// Whether somebody who saw it passes it on.
    #[inline]
    pub fn passes(&self, coin: f64) -> bool {
        coin < self.feed.reshare
    }

    /// Backwards: friends whose message a person would see.
    #[inline]
    pub fn seen_by(&self, person: u64, draws: &mut Draws, mut tell: impl FnMut(u64, &mut Draws)) {
        if self.is_weighted {
            for place in 0..self.graph.sources(person) {
                if draws.uniform() < self.feed.over(self.graph.source_weight(person, place)) {
                    tell(self.graph.source(person, place), draws);
                }
            }
            return;
        }
        let kind = match &self.kinds[..] {
            [kind] => kind,
            kinds => &kinds[draws.below(kinds.len() as u64) as usize],
        };
        kind.each(self.graph.sources(person), draws, |place, draws| {
            tell(self.graph.source(person, place), draws);
        });
    }

    /// Forwards: friends who see the message of a person. The coins of the liveliest are drawn, and
    /// thinned to those of each friend's class.
    #[inline]
    pub fn shown_to(
        &self,
        person: u64,
        draws: &mut Draws,
        levels: Coins,
        mut tell: impl FnMut(u64),
    ) {
        if self.is_weighted {
            for place in 0..self.graph.degree(person) {
                if draws.uniform() < self.feed.over(self.graph.weight(person, place)) {
                    tell(self.graph.friend(person, place));
                }
            }
            return;
        }
        let Some(liveliest) = self.kinds.last() else { return };
        liveliest.each(self.graph.degree(person), draws, |place, draws| {
            let friend = self.graph.friend(person, place);
            let is_seen = self.kinds.len() == 1 || {
                let class = levels.word(friend) % self.kinds.len() as u64;
                let visibility = self.kinds[class as usize].visibility;
                draws.uniform() * liveliest.visibility < visibility
            };
            if is_seen {
                tell(friend);
            }
        });
    }
}

/// After how many steps people were met: in a place for everybody, or in a table.
#[derive(Default)]
pub struct Met {
    everybody: Vec<u16>,
    touched: Vec<u32>,
    places: IndexSet,
    steps: Vec<u16>,
}

/// Nobody is met after so many steps.
pub const NEVER: u16 = u16::MAX;

impl Met {
    pub fn of(people: u64) -> Met {
        let everybody = if people <= DENSE { vec![NEVER; people as usize] } else { Vec::new() };
        Met { everybody, ..Met::default() }
    }

    #[inline]
    pub fn steps(&self, person: u64) -> u16 {
        if self.everybody.is_empty() {
            self.places.find(person).map_or(NEVER, |place| self.steps[place as usize])
        } else {
            self.everybody[person as usize]
        }
    }

    #[inline]
    pub fn set(&mut self, person: u64, steps: u16) {
        if self.everybody.is_empty() {
            let place = self.places.place(person) as usize;
            if place == self.steps.len() {
                self.steps.push(NEVER);
            }
            self.steps[place] = steps;
        } else {
            let place = &mut self.everybody[person as usize];
            if *place == NEVER {
                self.touched.push(person as u32);
            }
            *place = steps;
        }
    }

    pub fn clear(&mut self) {
        if self.everybody.is_empty() {
            self.places.clear();
            self.steps.clear();
        } else {
            for person in self.touched.drain(..) {
                self.everybody[person as usize] = NEVER;
            }
        }
    }
}
