//! A list as it is read: first how many ends everybody has, then who is at their other side. The
//! list itself is held nowhere.

use super::loaded::{Dropped, Loaded, MOST_PEOPLE, Unused};
use super::names::{Name, Names};
use super::rows::Filling;
use super::ties::{Tie, Ties};

/// The first reading of a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counting {
    names: Names,
    tie: Tie,
    /// Ends of everybody: at friends, or where ties have a direction, at those whose posts are
    /// shown.
    shown: Vec<u32>,
    /// Ends at those who are shown them, where that is somebody else.
    heard: Vec<u32>,
    dropped: Dropped,
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

    /// Adds two people who are called by numbers.
    #[inline]
    pub fn add_numbers(&mut self, [a, b]: [u64; 2]) {
        let (a, b) = (self.names.number(a), self.names.number(b));
        self.add_placed(a, b);
    }

    #[inline]
    fn add_placed(&mut self, a: u32, b: u32) {
        if self.shown.len() < self.names.count() {
            self.shown.resize(self.names.count(), 0);
            if self.tie.is_directed {
                self.heard.resize(self.names.count(), 0);
            }
        }
        if a == b {
            self.dropped.loops += 1;
            return;
        }
        self.shown[b as usize] += 1;
        let others = if self.tie.is_directed { &mut self.heard } else { &mut self.shown };
        others[a as usize] += 1;
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
    pub fn fill(mut self) -> Filled {
        let people = self.names.count();
        let room = |degrees: &mut Vec<u32>| {
            degrees.resize(people, 0);
            Filling::of(&std::mem::take(degrees), self.tie.weights.is_some())
        };
        let shown = room(&mut self.shown);
        let heard = self.tie.is_directed.then(|| room(&mut self.heard));
        let Counting { names, tie, dropped, .. } = self;
        Filled { names, tie, shown, heard, dropped }
    }
}

/// The second reading of the same list, which several threads may do.
#[derive(Debug)]
pub(crate) struct Filled {
    names: Names,
    tie: Tie,
    shown: Filling,
    heard: Option<Filling>,
    dropped: Dropped,
}

impl Filled {
    /// Adds a tie. Whoever was not met in the first reading is left out.
    #[inline]
    pub fn add(&self, [a, b]: [Name; 2], weight: f32) {
        if let (Some(a), Some(b)) = (self.names.find(a), self.names.find(b)) {
            self.put(a, b, weight);
        }
    }

    /// Adds a tie of two people who are called by numbers.
    #[inline]
    pub fn add_numbers(&self, [a, b]: [u64; 2]) {
        if let (Some(a), Some(b)) = (self.names.find_number(a), self.names.find_number(b)) {
            self.put(a, b, 1.0);
        }
    }

    #[inline]
    fn put(&self, a: u32, b: u32, weight: f32) {
        if a != b {
            self.shown.put(b, a, weight);
            self.heard.as_ref().unwrap_or(&self.shown).put(a, b, weight);
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
