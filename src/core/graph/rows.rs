//! Rows that any number of threads may fill: whoever is at the other side of each person's ends.

use std::sync::atomic::{AtomicU32, Ordering};

use rayon::prelude::*;

/// People whose rows are sorted at a time.
const CHUNK: usize = 4096;

/// Compressed rows: everybody's others, each once, in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rows {
    /// First end of each person, and behind them the number of ends.
    pub firsts: Vec<u64>,
    /// Who is at the other side of each end.
    pub others: Vec<u32>,
    /// The bits of the weight of each end, a number of 32 bits that is not negative; empty where
    /// all weigh alike.
    pub weights: Vec<u32>,
}

impl Rows {
    pub fn people(&self) -> u64 {
        self.firsts.len() as u64 - 1
    }

    #[inline]
    pub fn degree(&self, person: u64) -> u64 {
        self.firsts[person as usize + 1] - self.firsts[person as usize]
    }

    #[inline]
    pub fn row(&self, person: u64) -> &[u32] {
        let [first, end] = [0, 1].map(|next| self.firsts[person as usize + next] as usize);
        &self.others[first..end]
    }

    #[inline]
    pub fn other(&self, person: u64, place: u64) -> u64 {
        u64::from(self.others[(self.firsts[person as usize] + place) as usize])
    }

    #[inline]
    pub fn weight(&self, person: u64, place: u64) -> f64 {
        let end = (self.firsts[person as usize] + place) as usize;
        self.weights.get(end).map_or(1.0, |bits| f64::from(f32::from_bits(*bits)))
    }

    /// Whose the n-th end is.
    pub fn owner(&self, end: u64) -> u64 {
        self.firsts.partition_point(|first| *first <= end) as u64 - 1
    }

    /// Numbers of ends, each with how many people have it.
    pub fn degrees(&self) -> Vec<(u64, u64)> {
        let mut people: Vec<u64> = Vec::new();
        for ends in self.firsts.windows(2) {
            let count = (ends[1] - ends[0]) as usize;
            if people.len() <= count {
                people.resize(count + 1, 0);
            }
            people[count] += 1;
        }
        let rows = people.into_iter().zip(0..).filter(|(people, _)| *people > 0);
        rows.map(|(people, count)| (count, people)).collect()
    }
}

/// Rows that are being filled. Who comes first to a row does not matter: it is sorted in the end.
#[derive(Debug)]
pub(crate) struct Filling {
    firsts: Vec<u64>,
    filled: Vec<AtomicU32>,
    others: Vec<AtomicU32>,
    weights: Vec<AtomicU32>,
}

impl Filling {
    /// Makes room for so many ends of everybody.
    pub fn of(degrees: &[u32], is_weighted: bool) -> Filling {
        let mut firsts = Vec::with_capacity(degrees.len() + 1);
        firsts.push(0_u64);
        for degree in degrees {
            firsts.push(firsts[firsts.len() - 1] + u64::from(*degree));
        }
        let ends = firsts[degrees.len()] as usize;
        let room = |count: usize| (0..count).map(|_| AtomicU32::new(0)).collect();
        let weights = room(if is_weighted { ends } else { 0 });
        Filling { firsts, filled: room(degrees.len()), others: room(ends), weights }
    }

    pub fn people(&self) -> usize {
        self.filled.len()
    }

    /// Puts somebody into a row. What was not counted is left out: a file that changes while it is
    /// read does no harm.
    #[inline]
    pub fn put(&self, person: u32, other: u32, weight: f32) {
        let Some(filled) = self.filled.get(person as usize) else { return };
        let [first, end] = [0, 1].map(|next| self.firsts[person as usize + next]);
        let place = first + u64::from(filled.fetch_add(1, Ordering::Relaxed));
        if place < end {
            self.others[place as usize].store(other, Ordering::Relaxed);
            if let Some(at) = self.weights.get(place as usize) {
                at.store(weight.to_bits(), Ordering::Relaxed);
            }
        }
    }

    /// Sorts the rows and drops what stands twice, of which the largest weight stays; tells how
    /// many ends that were.
    pub fn finish(self) -> (Rows, u64) {
        let plain = |room: Vec<AtomicU32>| -> Vec<u32> {
            room.into_iter().map(AtomicU32::into_inner).collect()
        };
        let Filling { firsts, filled, others, weights } = self;
        let (filled, mut others, mut weights) = (plain(filled), plain(others), plain(weights));
        let people = filled.len();
        let mut chunks = Vec::with_capacity(people.div_ceil(CHUNK));
        let (mut rest, mut rest_of_weights) = (&mut others[..], &mut weights[..]);
        for from in (0..people).step_by(CHUNK) {
            let to = (from + CHUNK).min(people);
            let ends = (firsts[to] - firsts[from]) as usize;
            let (own, behind) = rest.split_at_mut(ends);
            let weighted = if rest_of_weights.is_empty() { 0 } else { ends };
            let (own_weights, weights_behind) = rest_of_weights.split_at_mut(weighted);
            chunks.push((from, to, own, own_weights));
            (rest, rest_of_weights) = (behind, weights_behind);
        }
        let sorted: Vec<Vec<u32>> = chunks
            .into_par_iter()
            .map(|(from, to, own, weights)| sorted(&firsts[from..=to], &filled, from, own, weights))
            .collect();
        let (mut ends, mut twice, mut new) = (0_usize, 0, Vec::with_capacity(people + 1));
        for (chunk, counts) in sorted.iter().enumerate() {
            let (from, first) = (chunk * CHUNK, firsts[chunk * CHUNK] as usize);
            let count: usize = counts.iter().map(|count| *count as usize).sum();
            if ends != first {
                others.copy_within(first..first + count, ends);
                if !weights.is_empty() {
                    weights.copy_within(first..first + count, ends);
                }
            }
            for (place, count) in counts.iter().enumerate() {
                let person = from + place;
                let room = firsts[person + 1] - firsts[person];
                twice += u64::from(filled[person]).min(room) - u64::from(*count);
                new.push(ends as u64);
                ends += *count as usize;
            }
        }
        new.push(ends as u64);
        others.truncate(ends);
        weights.truncate(ends);
        (Rows { firsts: new, others, weights }, twice)
    }
}

/// Sorts the rows of a chunk of people and moves them together at its front; returns how many are
/// left of each.
fn sorted(
    firsts: &[u64],
    filled: &[u32],
    from: usize,
    own: &mut [u32],
    weights: &mut [u32],
) -> Vec<u32> {
    let (mut counts, mut end, mut pairs) = (Vec::with_capacity(firsts.len() - 1), 0, Vec::new());
    for place in 0..firsts.len() - 1 {
        let first = (firsts[place] - firsts[0]) as usize;
        let room = (firsts[place + 1] - firsts[place]) as usize;
        let row = first..first + room.min(filled[from + place] as usize);
        let before = end;
        if weights.is_empty() {
            own[row.clone()].sort_unstable();
            for at in row {
                if end == before || own[at] != own[end - 1] {
                    own[end] = own[at];
                    end += 1;
                }
            }
        } else {
            pairs.clear();
            pairs.extend(row.map(|at| (own[at], std::cmp::Reverse(weights[at]))));
            pairs.sort_unstable();
            pairs.dedup_by_key(|(other, _)| *other);
            for (other, weight) in &pairs {
                (own[end], weights[end]) = (*other, weight.0);
                end += 1;
            }
        }
        counts.push((end - before) as u32);
    }
    counts
}
