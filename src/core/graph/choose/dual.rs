//! The most that any choice could hit, by prices of the sets.
//!
//! Give every set j a price w between 0 and 1. A choice of whom c are in it hits it min(1, c)
//! times, which is at most (1 - w) + w c. So no choice of K people hits more than Σ (1 - wⱼ) + the
//! K largest sums of the prices of a person's sets, less those of his own. The bound of what is
//! left to gain is that of prices 1, and 0 of sets that are hit already; from there prices fall
//! where several of the K are in a set, and rise where nobody is, by steps towards what a choice is
//! known to hit (Lagrangian relaxation: Held, Karp 1971; the steps: Polyak 1969). Every price on
//! the way gives a bound, and the least one counts. Test:
//! `choose::cover::no_choice_hits_more_than_the_bound`.

use rayon::prelude::*;

use super::cover::{Cover, Index};
use super::sets::Sets;

/// Rounds of prices, and how many of them in a row may better nothing before steps are halved.
const ROUNDS: [usize; 2] = [4, 200];
const PATIENCE: u32 = 5;
/// People whose sums are formed at a time.
const PART: usize = 1024;
/// More than sums of so many doubles are off.
const ROUNDING: f64 = 1e-4;

/// Sets that a choice of so many people could hit at most, less those of its own, when a choice is
/// known, and about so many members may be looked at; no bound where that is too few.
pub fn bound(sets: &Sets, index: &Index, cover: &Cover, most: usize, looks: usize) -> f64 {
    let rounds = (looks / sets.members.len().max(1)).min(ROUNDS[1]);
    let mut best = f64::INFINITY;
    if rounds < ROUNDS[0] {
        return best;
    }
    let known = cover.value as f64;
    let mut prices: Vec<f64> = cover.hit.iter().map(|hit| f64::from(u8::from(!hit))).collect();
    let mut hits = vec![0_i32; prices.len()];
    let (mut step, mut idle) = (1.0, 0);
    for _ in 0..rounds {
        let (sum, people) = largest(sets, index, &prices, most);
        let here = prices.iter().map(|price| 1.0 - price).sum::<f64>() + sum;
        if here < best {
            (best, idle) = (here, 0);
        } else {
            idle += 1;
        }
        if idle == PATIENCE {
            (step, idle) = (step / 2.0, 0);
        }
        hits.fill(-1);
        for set in people.iter().flat_map(|person| index.of_person(*person)) {
            hits[*set as usize] += 1;
        }
        let slope = |hits: i32, price: f64| {
            let is_free = if hits < 0 { price < 1.0 } else { price > 0.0 };
            if is_free { f64::from(hits) } else { 0.0 }
        };
        let slopes = || prices.iter().zip(&hits).map(|(price, hits)| slope(*hits, *price));
        let square: f64 = slopes().map(|slope| slope * slope).sum();
        if square == 0.0 || here <= known {
            break;
        }
        let by = step * (here - known) / square;
        for (price, hits) in prices.iter_mut().zip(&hits) {
            *price = (*price - by * slope(*hits, *price)).clamp(0.0, 1.0);
        }
    }
    // What a choice hits is a whole number.
    (best + ROUNDING).floor()
}

/// The largest sums of so many people, and whose they are.
fn largest(sets: &Sets, index: &Index, prices: &[f64], most: usize) -> (f64, Vec<u32>) {
    let worth = |id: usize| {
        let sum: f64 = index.of_person(id as u32).iter().map(|set| prices[*set as usize]).sum();
        (sum - f64::from(sets.own[id]), id as u32)
    };
    let worth = (0..sets.own.len()).into_par_iter().with_min_len(PART).map(worth);
    let mut worth: Vec<(f64, u32)> = worth.filter(|(worth, _)| *worth > 0.0).collect();
    if most < worth.len() {
        worth.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        worth.truncate(most);
    }
    worth.sort_unstable_by_key(|(_, id)| *id);
    (worth.iter().map(|(worth, _)| worth).sum(), worth.iter().map(|(_, id)| *id).collect())
}
