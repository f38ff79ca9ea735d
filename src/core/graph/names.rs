//! How people are called in a list: by numbers, by words, or by both.

use super::coins::mixed;
use super::index_set::IndexSet;

/// Names below this number are found by themselves, larger ones by a hash.
const DIRECT: u64 = 1 << 27;
/// Stands for nobody.
pub(crate) const NOBODY: u32 = u32::MAX;

/// How somebody is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name<'a> {
    /// A whole number as it is usually written.
    Number(u64),
    /// Anything else.
    Word(&'a str),
}

impl<'a> Name<'a> {
    /// What a word calls: `7` is a number, `007` a word.
    pub fn of(word: &'a str) -> Name<'a> {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit())
            && (word.len() == 1 || !word.starts_with('0'));
        match word.parse() {
            Ok(number) if is_number => Name::Number(number),
            _ => Name::Word(word),
        }
    }
}

/// Words in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Words {
    /// Place + 1 of the word that fell here, 0 where none did; a power of two.
    slots: Vec<u32>,
    text: String,
    /// Where each of them ends.
    ends: Vec<usize>,
}

impl Words {
    fn word(&self, place: usize) -> &str {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.text[start..self.ends[place]]
    }

    fn place(&mut self, word: &str) -> usize {
        if 2 * self.ends.len() >= self.slots.len() {
            self.slots = vec![0; (2 * self.slots.len()).max(64)];
            for place in 0..self.ends.len() {
                let slot = self.slot(self.word(place));
                self.slots[slot] = place as u32 + 1;
            }
        }
        let slot = self.slot(word);
        if self.slots[slot] == 0 {
            self.text.push_str(word);
            self.ends.push(self.text.len());
            self.slots[slot] = self.ends.len() as u32;
        }
        self.slots[slot] as usize - 1
    }

    fn find(&self, word: &str) -> Option<usize> {
        let slot = self.slots.get(if self.slots.is_empty() { 0 } else { self.slot(word) })?;
        (*slot as usize).checked_sub(1)
    }

    /// Where a word is, or would be.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let hash = word.as_bytes().chunks(8).fold(word.len() as u64, |hash, part| {
            let number = part.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
            mixed(hash ^ number)
        });
        let mut slot = hash as usize & mask;
        while self.slots[slot] != 0 && self.word(self.slots[slot] as usize - 1) != word {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// People in the order in which a list names them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    direct: Vec<u32>,
    others: IndexSet,
    /// The person at each place of `others`.
    hashed: Vec<u32>,
    called: Called,
}

impl Names {
    pub fn count(&self) -> usize {
        self.called.numbers.len()
    }

    #[inline]
    pub fn number(&mut self, name: u64) -> u32 {
        let called = &mut self.called.numbers;
        if name < DIRECT {
            let name = name as usize;
            if name >= self.direct.len() {
                self.direct.resize((name + 1).next_power_of_two().max(1024), NOBODY);
            }
            if self.direct[name] == NOBODY {
                self.direct[name] = called.len() as u32;
                called.push(name as u64);
            }
            return self.direct[name];
        }
        let place = self.others.place(name) as usize;
        if place == self.hashed.len() {
            self.hashed.push(called.len() as u32);
            called.push(name);
        }
        self.hashed[place]
    }

    #[inline]
    pub fn place(&mut self, name: Name) -> u32 {
        match name {
            Name::Number(number) => self.number(number),
            Name::Word(word) => self.word(word),
        }
    }

    /// The people who are called by pairs of numbers. Whoever has a place of his own is looked up
    /// in one go, so that many reads of memory are under way at a time.
    pub fn numbers(&mut self, names: &[[u64; 2]], people: &mut Vec<[u32; 2]>) {
        self.look_up(names, people);
        for (people, names) in people.iter_mut().zip(names) {
            for (person, name) in people.iter_mut().zip(names) {
                if *person == NOBODY {
                    *person = self.number(*name);
                }
            }
        }
    }

    /// The same of those who came before, and `NOBODY` for all others.
    pub fn find_numbers(&self, names: &[[u64; 2]], people: &mut Vec<[u32; 2]>) {
        self.look_up(names, people);
        for (people, names) in people.iter_mut().zip(names) {
            for (person, name) in people.iter_mut().zip(names) {
                if *person == NOBODY {
                    *person = self.find_number(*name).unwrap_or(NOBODY);
                }
            }
        }
    }

    /// The people who have places of their own, and `NOBODY` for all others.
    fn look_up(&self, names: &[[u64; 2]], people: &mut Vec<[u32; 2]>) {
        let person = |name: u64| self.direct.get(name as usize).copied().unwrap_or(NOBODY);
        people.clear();
        people.extend(names.iter().map(|[a, b]| [person(*a), person(*b)]));
    }

    /// Who was called by a number before.
    #[inline]
    pub fn find_number(&self, name: u64) -> Option<u32> {
        if name < DIRECT {
            let found = self.direct.get(name as usize).copied();
            return found.filter(|person| *person != NOBODY);
        }
        self.others.find(name).map(|place| self.hashed[place as usize])
    }

    /// Who was called so before.
    #[inline]
    pub fn find(&self, name: Name) -> Option<u32> {
        match name {
            Name::Number(number) => self.find_number(number),
            Name::Word(word) => {
                let Called { words, spelt, .. } = &self.called;
                words.find(word).map(|place| spelt[place])
            }
        }
    }

    fn word(&mut self, word: &str) -> u32 {
        let Called { numbers, words, spelt } = &mut self.called;
        let place = words.place(word);
        if place == spelt.len() {
            spelt.push(numbers.len() as u32);
            numbers.push(numbers.len() as u64);
        }
        spelt[place]
    }

    /// How the first so many of them are called.
    pub fn finish(self, people: usize) -> Called {
        let mut called = self.called;
        called.numbers.truncate(people);
        let is_plain = called.numbers.iter().zip(0..).all(|(name, person)| *name == person);
        if is_plain && called.spelt.is_empty() {
            called.numbers = Vec::new();
        }
        called
    }
}

/// What names are made of: numbers, words one behind the other, where each ends, who has it.
pub(crate) struct Parts<'c> {
    pub numbers: &'c [u64],
    pub text: &'c str,
    pub ends: &'c [usize],
    pub spelt: &'c [u32],
}

/// How everybody is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// Names that are numbers; empty where everybody is called by his own. At those who are called
    /// by words it says nothing.
    numbers: Vec<u64>,
    words: Words,
    /// Who is called by each word, in ascending order.
    spelt: Vec<u32>,
}

impl Called {
    /// The word by which somebody is called, if it is no number.
    fn word(&self, person: u64) -> Option<&str> {
        let place = self.spelt.binary_search_by(|spelt| u64::from(*spelt).cmp(&person)).ok()?;
        Some(self.words.word(place))
    }

    /// The number by which somebody is called; his own where he is called by a word.
    pub fn number(&self, person: u64) -> u64 {
        self.numbers.get(person as usize).copied().unwrap_or(person)
    }

    pub fn name(&self, person: u64) -> String {
        self.word(person).map_or_else(|| self.number(person).to_string(), str::to_owned)
    }

    /// What it is made of.
    pub(crate) fn parts(&self) -> Parts<'_> {
        let Called { numbers, words, spelt } = self;
        Parts { numbers, text: &words.text, ends: &words.ends, spelt }
    }

    /// Puts the parts of the names of so many people together, where that is possible.
    pub(crate) fn of(
        people: u64,
        numbers: Vec<u64>,
        text: &str,
        ends: Vec<u64>,
        spelt: Vec<u32>,
    ) -> Option<Called> {
        let is_ascending = spelt.windows(2).all(|pair| pair[0] < pair[1]);
        let are_known = spelt.last().is_none_or(|last| u64::from(*last) < people);
        let are_all = numbers.is_empty() || numbers.len() as u64 == people;
        let (mut words, mut from) = (Words::default(), 0);
        for (place, end) in ends.into_iter().enumerate() {
            let word = text.get(from..usize::try_from(end).ok()?)?;
            if words.place(word) != place {
                return None;
            }
            from = end as usize;
        }
        let fits = is_ascending && are_known && are_all && words.ends.len() == spelt.len();
        let is_named = spelt.is_empty() || !numbers.is_empty();
        (fits && is_named && from == text.len()).then_some(Called { numbers, words, spelt })
    }

    /// Finds people by their names, among so many.
    pub fn finder(&self, people: u64) -> Finder<'_> {
        let mut spelt = self.spelt.iter().map(|person| u64::from(*person)).peekable();
        let numbers = self.numbers.iter().zip(0..).map(|(name, person)| (*name, person));
        let mut known: Vec<(u64, u64)> =
            numbers.filter(|(_, person)| spelt.next_if_eq(person).is_none()).collect();
        known.sort_unstable();
        Finder { called: self, known, people }
    }
}

/// Finds people by their names.
pub struct Finder<'c> {
    called: &'c Called,
    /// Numbers by which people are called, with the people.
    known: Vec<(u64, u64)>,
    people: u64,
}

impl Finder<'_> {
    /// Who is called so, as the list writes it.
    pub fn find(&self, name: Name) -> Option<u64> {
        let Called { numbers, words, spelt } = self.called;
        let found = match name {
            Name::Word(word) => words.find(word).map(|at| u64::from(spelt[at])),
            Name::Number(number) if numbers.is_empty() => Some(number),
            Name::Number(number) => {
                let place = self.known.binary_search_by_key(&number, |(known, _)| *known);
                place.ok().map(|place| self.known[place].1)
            }
        };
        found.filter(|person| *person < self.people)
    }
}
