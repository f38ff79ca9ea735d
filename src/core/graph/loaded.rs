//! A friend graph in memory: who knows whom, in compressed rows.

use rayon::prelude::*;

use super::Graph;
use super::coins::mixed;
use super::names::{Called, Finder, Name, Names};

/// People whose rows are written at a time.
const CHUNK: u64 = 4096;
/// Most people of a graph in memory.
pub(crate) const MOST_PEOPLE: u64 = u32::MAX as u64;

/// A graph without loops and doubles, its rows in ascending order. A friendship takes 8 bytes, a
/// person 8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// First end of each person, and behind them the number of ends.
    rows: Vec<u64>,
    friends: Vec<u32>,
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
        let mut counting = Counting::default();
        for person in 0..people {
            counting.names.number(person);
        }
        for (a, b) in edges {
            counting.add([*a, *b].map(Name::Number));
        }
        let mut filling = counting.fill();
        for (a, b) in edges {
            filling.add([*a, *b].map(Name::Number));
        }
        filling.finish()
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
        let mut graph = Loaded {
            rows: vec![0],
            friends: Vec::new(),
            called: Called::default(),
            dropped: Dropped::default(),
            unused: Unused::default(),
        };
        graph.friends.reserve_exact(chunks.iter().map(|(friends, ..)| friends.len()).sum());
        for (friends, ends, loops, doubles) in chunks {
            graph.friends.extend(friends);
            for ends in ends {
                graph.rows.push(graph.rows[graph.rows.len() - 1] + ends);
            }
            // Both ends of a loop are the person's own, and a double is found from either side.
            graph.dropped.loops += loops / 2;
            graph.dropped.doubles += doubles;
        }
        graph.dropped.doubles /= 2;
        graph
    }

    /// The friends of a person, in ascending order.
    #[inline]
    pub fn row(&self, person: u64) -> &[u32] {
        &self.friends[self.rows[person as usize] as usize..self.rows[person as usize + 1] as usize]
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
        self.rows.windows(2).filter(|ends| ends[0] == ends[1]).count() as u64
    }

    /// A number that two different graphs hardly share.
    pub fn fingerprint(&self) -> u64 {
        let part = |friends: &[u32]| {
            friends.iter().fold(1, |hash, friend| mixed(hash ^ u64::from(*friend)))
        };
        let parts: Vec<u64> = self.friends.par_chunks(1 << 20).map(part).collect();
        let rows = self.rows.iter().fold(2, |hash, first| mixed(hash ^ first));
        parts.into_iter().fold(rows, |hash, part| mixed(hash ^ part))
    }
}

impl Graph for Loaded {
    fn people(&self) -> u64 {
        self.rows.len() as u64 - 1
    }

    fn ends(&self) -> u64 {
        self.friends.len() as u64
    }

    fn owner(&self, end: u64) -> u64 {
        self.rows.partition_point(|first| *first <= end) as u64 - 1
    }

    fn degrees(&self) -> Vec<(u64, u64)> {
        let mut people: Vec<u64> = Vec::new();
        for ends in self.rows.windows(2) {
            let friends = (ends[1] - ends[0]) as usize;
            if people.len() <= friends {
                people.resize(friends + 1, 0);
            }
            people[friends] += 1;
        }
        people
            .into_iter()
            .enumerate()
            .filter(|(_, people)| *people > 0)
            .map(|(friends, people)| (friends as u64, people))
            .collect()
    }

    #[inline]
    fn degree(&self, person: u64) -> u64 {
        self.rows[person as usize + 1] - self.rows[person as usize]
    }

    #[inline]
    fn friend(&self, person: u64, place: u64) -> u64 {
        u64::from(self.friends[(self.rows[person as usize] + place) as usize])
    }

    #[inline]
    fn each_friend(&self, person: u64, mut tell: impl FnMut(u64)) {
        self.row(person).iter().for_each(|friend| tell(u64::from(*friend)));
    }
}

/// The first reading of a list: how many friends everybody has. The list itself is held nowhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counting {
    names: Names,
    degrees: Vec<u32>,
    dropped: Dropped,
}

impl Counting {
    #[inline]
    pub fn add(&mut self, people: [Name; 2]) {
        let [a, b] = people.map(|name| self.names.place(name) as usize);
        if self.degrees.len() < self.names.count() {
            self.degrees.resize(self.names.count(), 0);
        }
        if a == b {
            self.dropped.loops += 1;
        } else {
            self.degrees[a] += 1;
            self.degrees[b] += 1;
        }
    }

    /// Adds somebody who may have no friend.
    pub fn add_alone(&mut self, person: Name) {
        self.names.place(person);
    }

    /// Whether there are more people than a graph in memory can have.
    pub(crate) fn is_full(&self) -> bool {
        self.names.count() as u64 >= MOST_PEOPLE - 1
    }

    pub fn is_empty(&self) -> bool {
        self.names.count() == 0
    }

    /// Makes room for what was counted.
    pub fn fill(mut self) -> Filling {
        self.degrees.resize(self.names.count(), 0);
        let mut rows = Vec::with_capacity(self.degrees.len() + 1);
        rows.push(0_u64);
        for degree in &self.degrees {
            rows.push(rows[rows.len() - 1] + u64::from(*degree));
        }
        let friends = vec![0; rows[rows.len() - 1] as usize];
        self.degrees.fill(0);
        Filling { names: self.names, rows, friends, filled: self.degrees, dropped: self.dropped }
    }
}

/// The second reading of the same list.
#[derive(Clone, Debug)]
pub(crate) struct Filling {
    names: Names,
    rows: Vec<u64>,
    friends: Vec<u32>,
    filled: Vec<u32>,
    dropped: Dropped,
}

impl Filling {
    /// Adds a friendship. What the first reading did not count is left out: a file that changes
    /// while it is read does no harm.
    #[inline]
    pub fn add(&mut self, people: [Name; 2]) {
        let [a, b] = people.map(|name| self.names.place(name) as usize);
        if a != b && self.has_room(a) && self.has_room(b) {
            self.put(a, b);
            self.put(b, a);
        }
    }

    #[inline]
    fn has_room(&self, person: usize) -> bool {
        person < self.filled.len()
            && u64::from(self.filled[person]) < self.rows[person + 1] - self.rows[person]
    }

    #[inline]
    fn put(&mut self, person: usize, friend: usize) {
        self.friends[(self.rows[person] + u64::from(self.filled[person])) as usize] = friend as u32;
        self.filled[person] += 1;
    }

    /// Sorts the rows and drops what stands twice.
    pub fn finish(self) -> Loaded {
        let Filling { names, mut rows, mut friends, filled, mut dropped } = self;
        let people = filled.len();
        let mut parts: Vec<&mut [u32]> = Vec::with_capacity(people);
        let mut rest = friends.as_mut_slice();
        for person in 0..people {
            let (row, behind) =
                std::mem::take(&mut rest).split_at_mut((rows[person + 1] - rows[person]) as usize);
            parts.push(&mut row[..filled[person] as usize]);
            rest = behind;
        }
        let unique: Vec<u32> = parts.into_par_iter().map(sorted).collect();
        let mut end = 0;
        for person in 0..people {
            let (first, count) = (rows[person], u64::from(unique[person]));
            friends.copy_within(first as usize..(first + count) as usize, end as usize);
            dropped.doubles += u64::from(filled[person]) - count;
            rows[person] = end;
            end += count;
        }
        rows[people] = end;
        friends.truncate(end as usize);
        dropped.doubles /= 2;
        let called = names.finish(people);
        Loaded { rows, friends, called, dropped, unused: Unused::default() }
    }
}

/// Sorts a row, with every friend once at its front; returns how many they are.
fn sorted(row: &mut [u32]) -> u32 {
    row.sort_unstable();
    let mut count = 0;
    for place in 0..row.len() {
        if count == 0 || row[place] != row[count - 1] {
            row[count] = row[place];
            count += 1;
        }
    }
    count as u32
}
