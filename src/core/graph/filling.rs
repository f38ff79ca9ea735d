//! Rows that any number of threads fill.
//!
//! People with neighbouring numbers are a part. An end is put to the others of its part, in the
//! order in which it comes, as one number: the person's place in the part, then who is at the other
//! side. So writes go on where the last ones were, and nobody's row is looked for. In the end each
//! part is sorted by itself, where a cache holds it. Of the number 32 bits stand where the row will
//! be; bits beyond them, of which there are some from a few million people on, in bytes beside.
//! Test: `lists::both_ways_through_a_list_come_to_the_same`.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::rows::Rows;

/// Bits of the number of people who are counted together.
const CELL: u32 = 8;
/// Ends of a part, unless there are too many parts.
const PART: u64 = 1 << 15;
const MOST_PARTS: u64 = 1 << 12;
/// Bits by which ends are sorted at a time, and ends that are sorted otherwise.
const DIGIT: u32 = 11;
const FEW: usize = 512;

/// Which of two people has a row, and who is put into it.
pub(crate) type Way = [usize; 2];
/// The first has the second in his row; the other way round; both.
pub(crate) const FIRST: &[Way] = &[[0, 1]];
pub(crate) const SECOND: &[Way] = &[[1, 0]];
pub(crate) const BOTH: &[Way] = &[[0, 1], [1, 0]];

/// Ends of people, a few hundred of whom are counted together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cells(Vec<u64>);

impl Cells {
    #[inline]
    pub fn count(&mut self, person: u32) {
        let cell = (person >> CELL) as usize;
        if cell >= self.0.len() {
            self.0.resize(cell + 1, 0);
        }
        self.0[cell] += 1;
    }
}

/// How an end is written.
#[derive(Clone, Copy, Debug)]
struct Packing {
    /// Bits of the number of a person, and of his place in his part.
    person: u32,
    place: u32,
    /// Bytes of an end beside the 32 bits.
    beside: usize,
}

impl Packing {
    fn of(people: usize, ends: u64) -> Packing {
        let person = usize::BITS - people.saturating_sub(1).leading_zeros();
        let parts = (ends / PART).clamp(1, MOST_PARTS).next_power_of_two().trailing_zeros();
        let place = person.saturating_sub(parts).max(CELL);
        let beside = (person + place).saturating_sub(u32::BITS).div_ceil(8) as usize;
        Packing { person, place, beside }
    }

    #[inline]
    fn part(&self, person: u32) -> usize {
        (u64::from(person) >> self.place) as usize
    }

    #[inline]
    fn packed(&self, person: u32, other: u32) -> u64 {
        let place = u64::from(person) & ((1 << self.place) - 1);
        place << self.person | u64::from(other)
    }
}

/// Rows that are being filled.
#[derive(Debug)]
pub(crate) struct Filling {
    packing: Packing,
    people: usize,
    /// First end of each part, and behind them the number of ends.
    firsts: Vec<u64>,
    /// Ends of each part that were put there.
    filled: Vec<usize>,
    others: Vec<u32>,
    beside: Vec<u8>,
    weights: Vec<u32>,
}

impl Filling {
    /// Makes room for the ends of so many people.
    pub fn of(people: usize, cells: &Cells, is_weighted: bool) -> Filling {
        let packing = Packing::of(people, cells.0.iter().sum());
        let parts = people.div_ceil(1 << packing.place);
        let mut firsts = vec![0_u64];
        let mut cells = cells.0.chunks(1 << (packing.place - CELL));
        for part in 0..parts {
            firsts.push(firsts[part] + cells.next().map_or(0, |part| part.iter().sum()));
        }
        let ends = firsts[parts] as usize;
        Filling {
            packing,
            people,
            firsts,
            filled: vec![0; parts],
            others: vec![0; ends],
            beside: vec![0; ends * packing.beside],
            weights: vec![0; if is_weighted { ends } else { 0 }],
        }
    }

    /// Fills rows of pairs, each with the bits of its weight where there are weights.
    pub fn listed(people: usize, pairs: &[[u32; 2]], weights: &[u32], ways: &[Way]) -> Filling {
        let mut cells = Cells::default();
        for pair in pairs {
            for [person, _] in ways {
                cells.count(pair[*person]);
            }
        }
        let mut filling = Filling::of(people, &cells, !weights.is_empty());
        filling.room().put(pairs, weights, ways, &mut Work::default());
        filling
    }

    pub fn people(&self) -> usize {
        self.people
    }

    /// Room that several threads may fill.
    pub fn room(&mut self) -> Room<'_> {
        let parts = parts(&self.firsts, &mut self.others, &mut self.weights);
        let (mut beside, mut filled) = (&mut self.beside[..], &mut self.filled[..]);
        let mut room = Vec::with_capacity(parts.len());
        for (others, weights) in parts {
            let (own, rest) = beside.split_at_mut(others.len() * self.packing.beside);
            let Some((count, behind)) = filled.split_first_mut() else { break };
            room.push(Mutex::new(Part { filled: count, others, beside: own, weights }));
            (beside, filled) = (rest, behind);
        }
        Room { packing: self.packing, people: self.people, parts: room }
    }

    /// Sorts the rows and drops what stands twice, of which the largest weight stays; tells how
    /// many ends that were.
    pub fn finish(self) -> (Rows, u64) {
        let Filling { packing, people, firsts, filled, mut others, beside, mut weights } = self;
        let sort = |(part, (others, weights)): (usize, (&mut [u32], &mut [u32]))| {
            let from = part << packing.place;
            let people = (people - from).min(1 << packing.place);
            let beside = &beside[firsts[part] as usize * packing.beside..];
            let unsorted = Unsorted { packing, people, filled: filled[part], beside };
            if weights.is_empty() {
                unsorted.sorted::<u64>(others, weights)
            } else {
                unsorted.sorted::<(u64, u32)>(others, weights)
            }
        };
        let parts = parts(&firsts, &mut others, &mut weights);
        let sorted: Vec<Vec<u32>> = parts.into_par_iter().enumerate().map(sort).collect();
        drop(beside);
        let (mut ends, mut new) = (0_usize, Vec::with_capacity(people + 1));
        for (part, counts) in sorted.into_iter().enumerate() {
            let first = firsts[part] as usize;
            let count: usize = counts.iter().map(|count| *count as usize).sum();
            if ends != first {
                others.copy_within(first..first + count, ends);
                if !weights.is_empty() {
                    weights.copy_within(first..first + count, ends);
                }
            }
            for count in counts {
                new.push(ends as u64);
                ends += count as usize;
            }
        }
        new.push(ends as u64);
        others.truncate(ends);
        weights.truncate(ends);
        let twice = filled.iter().sum::<usize>() - ends;
        (Rows { firsts: new, others, weights }, twice as u64)
    }
}

/// The ends of each part, with their weights.
fn parts<'e>(
    firsts: &[u64],
    mut others: &'e mut [u32],
    mut weights: &'e mut [u32],
) -> Vec<(&'e mut [u32], &'e mut [u32])> {
    let each = firsts.windows(2).map(|part| (part[1] - part[0]) as usize);
    each.map(|ends| {
        let (own, rest) = std::mem::take(&mut others).split_at_mut(ends);
        let weighted = if weights.is_empty() { 0 } else { ends };
        let (own_weights, behind) = std::mem::take(&mut weights).split_at_mut(weighted);
        (others, weights) = (rest, behind);
        (own, own_weights)
    })
    .collect()
}

/// Room for ends of all parts.
#[derive(Debug)]
pub(crate) struct Room<'f> {
    packing: Packing,
    people: usize,
    parts: Vec<Mutex<Part<'f>>>,
}

#[derive(Debug)]
struct Part<'f> {
    filled: &'f mut usize,
    others: &'f mut [u32],
    beside: &'f mut [u8],
    weights: &'f mut [u32],
}

/// Ends by their parts, before they are put there.
#[derive(Debug, Default)]
pub(crate) struct Work {
    /// Where those of each part end.
    ends: Vec<u32>,
    packed: Vec<u64>,
    weights: Vec<u32>,
}

impl Room<'_> {
    /// Puts people into each other's rows, with the bits of their weights where there are weights.
    /// What was not counted is left out: a file that changes while it is read does no harm.
    pub fn put(&self, pairs: &[[u32; 2]], weights: &[u32], ways: &[Way], work: &mut Work) {
        let Work { ends, packed, weights: weighed } = work;
        let ends_of_part = |pair: &[u32; 2], [person, _]: &Way| {
            let part = self.packing.part(pair[*person]);
            (part < self.parts.len() && (pair[*person] as usize) < self.people).then_some(part)
        };
        ends.clear();
        ends.resize(self.parts.len() + 1, 0);
        for pair in pairs {
            for part in ways.iter().filter_map(|way| ends_of_part(pair, way)) {
                ends[part + 1] += 1;
            }
        }
        for part in 1..ends.len() {
            ends[part] += ends[part - 1];
        }
        packed.resize(ends[self.parts.len()] as usize, 0);
        weighed.resize(if weights.is_empty() { 0 } else { packed.len() }, 0);
        for (number, pair) in pairs.iter().enumerate() {
            for way in ways {
                let Some(part) = ends_of_part(pair, way) else { continue };
                let at = ends[part] as usize;
                ends[part] += 1;
                packed[at] = self.packing.packed(pair[way[0]], pair[way[1]]);
                if let Some(weight) = weighed.get_mut(at) {
                    *weight = weights[number];
                }
            }
        }
        let mut from = 0;
        for (part, end) in self.parts.iter().zip(&*ends) {
            let to = *end as usize;
            if from < to {
                let weights = weighed.get(from..to).unwrap_or_default();
                let mut part = part.lock().unwrap_or_else(PoisonError::into_inner);
                part.put(&packed[from..to], weights, self.packing.beside);
            }
            from = to;
        }
    }
}

impl Part<'_> {
    fn put(&mut self, packed: &[u64], weights: &[u32], beside: usize) {
        let from = *self.filled;
        let count = packed.len().min(self.others.len() - from);
        let to = from + count;
        let packed = &packed[..count];
        for (other, packed) in self.others[from..to].iter_mut().zip(packed) {
            *other = *packed as u32;
        }
        if beside > 0 {
            let room = self.beside[from * beside..to * beside].chunks_exact_mut(beside);
            for (bytes, packed) in room.zip(packed) {
                bytes.copy_from_slice(&packed.to_le_bytes()[4..4 + beside]);
            }
        }
        if !weights.is_empty() {
            self.weights[from..to].copy_from_slice(&weights[..count]);
        }
        *self.filled = to;
    }
}

/// An end as it is sorted: with its weight, or without.
trait End: Copy + Default {
    fn of(packed: u64, weight: Option<u32>) -> Self;
    fn packed(&self) -> u64;
    fn weight(&self) -> u32;
}

impl End for u64 {
    #[inline]
    fn of(packed: u64, _: Option<u32>) -> u64 {
        packed
    }

    #[inline]
    fn packed(&self) -> u64 {
        *self
    }

    #[inline]
    fn weight(&self) -> u32 {
        0
    }
}

impl End for (u64, u32) {
    #[inline]
    fn of(packed: u64, weight: Option<u32>) -> (u64, u32) {
        (packed, weight.unwrap_or_default())
    }

    #[inline]
    fn packed(&self) -> u64 {
        self.0
    }

    #[inline]
    fn weight(&self) -> u32 {
        self.1
    }
}

/// A part that was filled.
struct Unsorted<'f> {
    packing: Packing,
    people: usize,
    filled: usize,
    beside: &'f [u8],
}

impl Unsorted<'_> {
    /// Sorts the rows of a part and moves them together at its front; returns how many are left of
    /// each.
    fn sorted<E: End>(&self, others: &mut [u32], weights: &mut [u32]) -> Vec<u32> {
        let Packing { person, place, beside } = self.packing;
        let mut ends: Vec<E> = (0..self.filled)
            .map(|at| {
                let mut packed = u64::from(others[at]);
                for (byte, shift) in self.beside[at * beside..][..beside].iter().zip(4..) {
                    packed |= u64::from(*byte) << (8 * shift);
                }
                E::of(packed, weights.get(at).copied())
            })
            .collect();
        sort(&mut ends, person + place);
        let (mut counts, mut end, mut before) = (vec![0_u32; self.people], 0, None);
        for tie in ends {
            let packed = tie.packed();
            if before == Some(packed) {
                // The bits of numbers that are not negative are ordered as these are.
                if let Some(weight) = weights.get_mut(end - 1) {
                    *weight = (*weight).max(tie.weight());
                }
                continue;
            }
            before = Some(packed);
            others[end] = (packed & ((1 << person) - 1)) as u32;
            if let Some(weight) = weights.get_mut(end) {
                *weight = tie.weight();
            }
            counts[(packed >> person) as usize] += 1;
            end += 1;
        }
        counts
    }
}

/// Sorts ends whose numbers have so many bits, digit by digit from the last.
fn sort<E: End>(ends: &mut Vec<E>, bits: u32) {
    if ends.len() < FEW {
        ends.sort_unstable_by_key(End::packed);
        return;
    }
    let mut sorted = vec![E::default(); ends.len()];
    let digit = bits.div_ceil(bits.div_ceil(DIGIT));
    let mut places = vec![0_u32; 1 << digit];
    for shift in (0..bits).step_by(digit as usize) {
        let digit = |end: &E| (end.packed() >> shift) as usize & ((1 << digit) - 1);
        places.fill(0);
        for end in ends.iter() {
            places[digit(end)] += 1;
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for end in &*ends {
            let place = &mut places[digit(end)];
            sorted[*place as usize] = *end;
            *place += 1;
        }
        std::mem::swap(ends, &mut sorted);
    }
}
