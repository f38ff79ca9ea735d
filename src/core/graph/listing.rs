//! A list as it is read: first how many ends there are, then who is at their other side. The list
//! itself is held nowhere.

use super::filling::{BOTH, Cells, FIRST, Filling, Room, SECOND, Work};
use super::loaded::{Dropped, Loaded, MOST_PEOPLE, Unused};
use super::names::{NOBODY, Name, Names};
use super::ties::{Tie, Ties};

/// Ties that are put away together.
const TOGETHER: usize = 1 << 16;

/// The first reading of a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counting {
    names: Names,
    tie: Tie,
    /// Ends at friends, or where ties have a direction, at those whose posts are shown.
    shown: Cells,
    /// Ends at those who are shown them, where that is somebody else.
    heard: Cells,
    dropped: Dropped,
    /// Room for the people of some pairs.
    placed: Vec<[u32; 2]>,
}

impl Counting {
    pub fn of(tie: Tie) -> Counting {
        Counting { tie, ..Counting::default() }
    }

    #[inline]
    pub fn add(&mut self, people: [Name; 2]) {
        let [a, b] = people.map(|name| self.names.place(name));
        self.add_placed(a, b);
    }

    /// Adds pairs of people who are called by numbers.
    pub fn add_numbers(&mut self, pairs: &[[u64; 2]]) {
        let mut people = std::mem::take(&mut self.placed);
        self.names.numbers(pairs, &mut people);
        for &[a, b] in &people {
            self.add_placed(a, b);
        }
        self.placed = people;
    }

    #[inline]
    fn add_placed(&mut self, a: u32, b: u32) {
        if a == b {
            self.dropped.loops += 1;
            return;
        }
        self.shown.count(b);
        let others = if self.tie.is_directed { &mut self.heard } else { &mut self.shown };
        others.count(a);
    }

    /// Adds somebody who may have no friend.
    pub fn add_alone(&mut self, person: Name) {
        self.names.place(person);
    }

    /// Whether there are more people than a graph in memory can have.
    pub fn is_full(&self) -> bool {
        self.names.count() as u64 >= MOST_PEOPLE - 1
    }

    pub fn is_empty(&self) -> bool {
        self.names.count() == 0
    }

    /// Makes room for what was counted.
    pub fn fill(self) -> Filled {
        let Counting { names, tie, shown, heard, dropped, .. } = self;
        let room = |cells: &Cells| Filling::of(names.count(), cells, tie.weights.is_some());
        let (shown, heard) = (room(&shown), tie.is_directed.then(|| room(&heard)));
        Filled { names, tie, shown, heard, dropped }
    }
}

/// The second reading of the same list.
#[derive(Debug)]
pub(crate) struct Filled {
    names: Names,
    tie: Tie,
    shown: Filling,
    heard: Option<Filling>,
    dropped: Dropped,
}

impl Filled {
    /// What several threads may add ties to.
    pub fn placing(&mut self) -> Placing<'_> {
        Placing {
            names: &self.names,
            tie: self.tie,
            shown: self.shown.room(),
            heard: self.heard.as_mut().map(Filling::room),
        }
    }

    /// Friendships like any others.
    pub fn friends(self) -> Loaded {
        let (shown, is_directed) = (self.shown, self.tie.is_directed);
        let called = self.names.finish(shown.people());
        Loaded::filled(shown, called, is_directed, self.dropped.loops)
    }

    /// Ties with a direction or weights; `None` where all weights are zero.
    pub fn ties(mut self, unused: Unused) -> Option<Ties> {
        let (heard, tie) = (self.heard.take(), self.tie);
        let mut shown = self.friends();
        shown.unused = unused;
        Ties::new(shown, heard.map(|heard| heard.finish().0), tie)
    }
}

/// Room for ties between people whom the first reading met.
#[derive(Debug)]
pub(crate) struct Placing<'f> {
    names: &'f Names,
    tie: Tie,
    shown: Room<'f>,
    heard: Option<Room<'f>>,
}

/// Ties of people by their numbers, before they are put away.
#[derive(Debug, Default)]
pub(crate) struct Ready {
    pairs: Vec<[u32; 2]>,
    weights: Vec<u32>,
    work: Work,
}

impl Placing<'_> {
    /// Adds ties of people who are called by numbers, each with its weight where ties have one, to
    /// nothing that is ready yet. Whoever was not met in the first reading is left out.
    pub fn add_numbers(&self, pairs: &[[u64; 2]], weights: &[f32], ready: &mut Ready) {
        self.names.find_numbers(pairs, &mut ready.pairs);
        let is_tie = |[a, b]: &[u32; 2]| a != b && *a != NOBODY && *b != NOBODY;
        if self.tie.weights.is_some() {
            let kept = ready.pairs.iter().zip(weights).filter(|(pair, _)| is_tie(pair));
            ready.weights.extend(kept.map(|(_, weight)| weight.to_bits()));
        }
        ready.pairs.retain(is_tie);
        self.put(ready);
    }

    /// Adds a tie, sooner or later.
    #[inline]
    pub fn add(&self, [a, b]: [Name; 2], weight: f32, ready: &mut Ready) {
        if let (Some(a), Some(b)) = (self.names.find(a), self.names.find(b)) {
            self.make_ready([a, b], weight, ready);
            if ready.pairs.len() >= TOGETHER {
                self.put(ready);
            }
        }
    }

    #[inline]
    fn make_ready(&self, [a, b]: [u32; 2], weight: f32, ready: &mut Ready) {
        if a != b {
            ready.pairs.push([a, b]);
            if self.tie.weights.is_some() {
                ready.weights.push(weight.to_bits());
            }
        }
    }

    /// Puts away what is ready.
    pub fn put(&self, ready: &mut Ready) {
        let Ready { pairs, weights, work } = ready;
        match &self.heard {
            Some(heard) => {
                self.shown.put(pairs, weights, SECOND, work);
                heard.put(pairs, weights, FIRST, work);
            }
            None => self.shown.put(pairs, weights, BOTH, work),
        }
        pairs.clear();
        weights.clear();
    }
}
