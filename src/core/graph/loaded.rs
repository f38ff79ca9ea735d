//! A friend graph in memory: who knows whom, in compressed rows.

use rayon::prelude::*;

use super::Graph;
use super::coins::mixed;
use super::filling::{BOTH, Filling};
use super::names::{Called, Finder, Name};
use super::rows::Rows;

/// People whose rows are written at a time.
const CHUNK: u64 = 4096;
/// Most people of a graph in memory.
pub(crate) const MOST_PEOPLE: u64 = u32::MAX as u64;

/// A graph without loops and doubles, its rows in ascending order. A friendship takes 8 bytes, a
/// person 8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    pub(crate) rows: Rows,
    called: Called,
    pub dropped: Dropped,
    pub unused: Unused,
}

/// What stands in a list beside friendships.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unused {
    /// Titles of columns that are not used.
    pub titles: Vec<String>,
    /// Lines that have more than two columns, where there are no titles.
    pub lines: u64,
}

/// Lines of a list that are no friendship of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Friendships with oneself.
    pub loops: u64,
    /// Friendships that were listed before, in either direction.
    pub doubles: u64,
}

impl Loaded {
    /// Builds a graph of a list of friendships between people who are called by their numbers, from
    /// 0.
    pub fn of(people: u64, edges: &[(u64, u64)]) -> Loaded {
        let last = edges.iter().map(|(a, b)| a.max(b) + 1).max().unwrap_or(0);
        let others = edges.iter().filter(|(a, b)| a != b);
        let pairs: Vec<[u32; 2]> = others.map(|(a, b)| [*a as u32, *b as u32]).collect();
        let filling = Filling::listed(people.max(last) as usize, &pairs, &[], BOTH);
        let loops = (edges.len() - pairs.len()) as u64;
        Loaded::filled(filling, Called::default(), false, loops)
    }

    /// Puts filled rows and names together. What stands twice is found from either side, unless
    /// ties have a direction.
    pub(crate) fn filled(
        filling: Filling,
        called: Called,
        is_directed: bool,
        loops: u64,
    ) -> Loaded {
        let (rows, twice) = filling.finish();
        let doubles = if is_directed { twice } else { twice / 2 };
        Loaded::read(rows, called, Dropped { loops, doubles })
    }

    /// Puts rows and names together.
    pub(crate) fn read(rows: Rows, called: Called, dropped: Dropped) -> Loaded {
        Loaded { rows, called, dropped, unused: Unused::default() }
    }

    /// The same without weights.
    pub(crate) fn bare(&self) -> Loaded {
        let Rows { firsts, others, .. } = &self.rows;
        let rows = Rows { firsts: firsts.clone(), others: others.clone(), weights: Vec::new() };
        Loaded { rows, ..self.clone() }
    }

    /// How everybody is called.
    pub(crate) fn names(&self) -> &Called {
        &self.called
    }

    /// Writes any other graph into memory; it has at most `MOST_PEOPLE` people.
    pub fn written(graph: &impl Graph) -> Loaded {
        let people = graph.people().min(MOST_PEOPLE);
        let chunk = |chunk: u64| {
            let (mut friends, mut ends, mut row, mut loops, mut doubles) =
                (Vec::new(), Vec::new(), Vec::new(), 0, 0);
            for person in chunk * CHUNK..((chunk + 1) * CHUNK).min(people) {
                row.clear();
                graph.each_friend(person, |friend| row.push(friend as u32));
                row.sort_unstable();
                let all = row.len();
                row.retain(|friend| u64::from(*friend) != person);
                let others = row.len();
                row.dedup();
                loops += (all - others) as u64;
                doubles += (others - row.len()) as u64;
                friends.extend_from_slice(&row);
                ends.push(row.len() as u64);
            }
            (friends, ends, loops, doubles)
        };
        let chunks: Vec<_> = (0..people.div_ceil(CHUNK)).into_par_iter().map(chunk).collect();
        let (mut rows, mut dropped) = (Rows::default(), Dropped::default());
        rows.firsts.push(0);
        rows.others.reserve_exact(chunks.iter().map(|(friends, ..)| friends.len()).sum());
        for (friends, ends, loops, doubles) in chunks {
            rows.others.extend(friends);
            for ends in ends {
                rows.firsts.push(rows.firsts[rows.firsts.len() - 1] + ends);
            }
            // Both ends of a loop are the person's own, and a double is found from either side.
            dropped.loops += loops / 2;
            dropped.doubles += doubles;
        }
        dropped.doubles /= 2;
        Loaded::read(rows, Called::default(), dropped)
    }

    /// The friends of a person, in ascending order.
    #[inline]
    pub fn row(&self, person: u64) -> &[u32] {
        self.rows.row(person)
    }

    /// The number by which a person is called in the list; his own where it is a word.
    pub fn name(&self, person: u64) -> u64 {
        self.called.number(person)
    }

    /// How a person is called in the list.
    pub fn called(&self, person: u64) -> String {
        self.called.name(person)
    }

    /// The people of some names; `Err` with the first name that nobody has.
    pub fn named(&self, names: &[u64]) -> Result<Vec<u64>, u64> {
        let finder = self.finder();
        names.iter().map(|name| finder.find(Name::Number(*name)).ok_or(*name)).collect()
    }

    /// Finds people by what they are called in the list.
    pub fn finder(&self) -> Finder<'_> {
        self.called.finder(self.people())
    }

    /// People without a friend.
    pub fn alone(&self) -> u64 {
        self.rows.firsts.windows(2).filter(|ends| ends[0] == ends[1]).count() as u64
    }

    /// A number that two different graphs hardly share.
    pub fn fingerprint(&self) -> u64 {
        let part = |friends: &[u32]| {
            friends.iter().fold(1, |hash, friend| mixed(hash ^ u64::from(*friend)))
        };
        let Rows { firsts, others, weights } = &self.rows;
        let rows = firsts.iter().fold(2, |hash, first| mixed(hash ^ first));
        let parts = others.par_chunks(1 << 20).chain(weights.par_chunks(1 << 20)).map(part);
        let parts: Vec<u64> = parts.collect();
        parts.into_iter().fold(rows, |hash, part| mixed(hash ^ part))
    }
}

impl Graph for Loaded {
    fn people(&self) -> u64 {
        self.rows.people()
    }

    fn ends(&self) -> u64 {
        self.rows.others.len() as u64
    }

    fn owner(&self, end: u64) -> u64 {
        self.rows.owner(end)
    }

    fn degrees(&self) -> Vec<(u64, u64)> {
        self.rows.degrees()
    }

    #[inline]
    fn degree(&self, person: u64) -> u64 {
        self.rows.degree(person)
    }

    #[inline]
    fn friend(&self, person: u64, place: u64) -> u64 {
        self.rows.other(person, place)
    }

    #[inline]
    fn each_friend(&self, person: u64, mut tell: impl FnMut(u64)) {
        self.row(person).iter().for_each(|friend| tell(u64::from(*friend)));
    }
}
