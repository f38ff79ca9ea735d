//! Pairs without a list: a random perfect matching of any number of ends, of which every pair is
//! computed when it is asked for.
//!
//! A keyed permutation pi of the ends puts them into a random order, and neighbours in that order
//! are a pair: the partner of end i is pi^-1(pi(i) xor 1). Nothing is stored, every end can be
//! asked first, and the answers agree with each other on any number of threads. Source: the
//! configuration model (Bollobas 1980) on a Feistel network (Luby, Rackoff 1988). Tests:
//! `graph::implicit::partners_are_partners_of_each_other`,
//! `graph::implicit::every_pair_of_ends_is_equally_likely`.

use serde::{Deserialize, Serialize};

use super::coins::Coins;

/// Rounds of the network, half of them on either side; a small number of ends needs more of them
/// until every order is as likely as every other.
const ROUNDS: [usize; 2] = [6, 18];
const SMALL: u64 = 1 << 12;

/// A permutation of 0..size.
///
/// A number is split into a part below a power of two and a rest; in turns either part is shifted
/// by a hash of the other. What falls outside 0..size is permuted again ("cycle walking"), which is
/// rare, because the parts together count barely more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Permutation {
    size: u64,
    /// Bits of the first part.
    bits: u32,
    /// How many values the second part has.
    rest: u64,
    keys: [u64; ROUNDS[1]],
    rounds: usize,
}

impl Permutation {
    fn new(size: u64, coins: Coins) -> Permutation {
        let size = size.max(1);
        let bits = (64 - size.leading_zeros()).div_ceil(2);
        let rest = size.div_ceil(1 << bits).max(1);
        let rounds = ROUNDS[usize::from(size < SMALL)];
        Permutation {
            size,
            bits,
            rest,
            keys: std::array::from_fn(
                |round| if round < rounds { coins.word(round as u64) } else { 0 },
            ),
            rounds,
        }
    }

    /// 32 bits: the upper half of a product depends on all bits of its factors, the lower half on
    /// its own.
    #[inline]
    const fn hash(&self, round: usize, part: u64) -> u64 {
        let product = (part ^ self.keys[round]).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        (product ^ (product >> 32)) & 0xFFFF_FFFF
    }

    /// How far the first part is shifted, below 2^bits, which are 32 at most.
    #[inline]
    const fn first(&self, round: usize, rest: u64) -> u64 {
        self.hash(round, rest)
    }

    /// How far the second part is shifted, below `rest`, which is 2^32 at most.
    #[inline]
    const fn second(&self, round: usize, first: u64) -> u64 {
        (self.hash(round, first) * self.rest) >> 32
    }

    #[inline]
    const fn at(&self, mut number: u64) -> u64 {
        let mask = (1 << self.bits) - 1;
        loop {
            let (mut first, mut rest) = (number & mask, number >> self.bits);
            let mut round = 0;
            while round < self.rounds {
                first = (first + self.first(round, rest)) & mask;
                rest += self.second(round + 1, first);
                if rest >= self.rest {
                    rest -= self.rest;
                }
                round += 2;
            }
            number = rest << self.bits | first;
            if number < self.size {
                return number;
            }
        }
    }

    #[inline]
    const fn back(&self, mut number: u64) -> u64 {
        let mask = (1 << self.bits) - 1;
        loop {
            let (mut first, mut rest) = (number & mask, number >> self.bits);
            let mut round = self.rounds;
            while round > 0 {
                round -= 2;
                let shift = self.second(round + 1, first);
                rest = if rest >= shift { rest - shift } else { rest + self.rest - shift };
                first = first.wrapping_sub(self.first(round, rest)) & mask;
            }
            number = rest << self.bits | first;
            if number < self.size {
                return number;
            }
        }
    }
}

/// A random perfect matching of the ends 0..ends; of an odd number one stays alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matching {
    ends: u64,
    order: Permutation,
}

impl Matching {
    pub fn new(ends: u64, coins: Coins) -> Matching {
        Matching { ends, order: Permutation::new(ends.next_multiple_of(2), coins) }
    }

    /// The end that an end is paired with; an end that stays alone is its own partner.
    #[inline]
    pub const fn partner(&self, end: u64) -> u64 {
        let partner = self.order.back(self.order.at(end) ^ 1);
        if partner < self.ends { partner } else { end }
    }
}

/// Different distances in a random order, from 1 upwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distances(Permutation);

impl Distances {
    /// The distances up to a largest one.
    pub fn new(largest: u64, coins: Coins) -> Distances {
        Distances(Permutation::new(largest, coins))
    }

    #[inline]
    pub const fn at(&self, place: u64) -> u64 {
        1 + self.0.at(place)
    }
}

/// People in a random order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RandomOrder(Permutation);

impl RandomOrder {
    pub fn new(people: u64, coins: Coins) -> RandomOrder {
        RandomOrder(Permutation::new(people, coins))
    }

    /// Who stands at a place.
    pub const fn at(&self, place: u64) -> u64 {
        self.0.at(place)
    }

    /// At which place a person stands.
    pub const fn place(&self, person: u64) -> u64 {
        self.0.back(person)
    }
}
