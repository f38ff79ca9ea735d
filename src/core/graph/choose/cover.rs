//! The people who hit most sets, one after the other, and the most that anybody could hit.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::sets::Sets;

/// People whom all bounds may look at without being told apart from the rest of the work.
const PASSES: usize = 1 << 20;

/// What a choice may take.
pub struct Limits<'p> {
    pub most: usize,
    /// The price of each person, and what may be spent.
    pub prices: Option<(&'p dyn Fn(u64) -> f64, f64)>,
}

/// By what the next person is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Gain,
    GainPerPrice,
}

/// Who was chosen, and what it hits.
#[derive(Clone, Debug, PartialEq)]
pub struct Cover {
    pub people: Vec<u64>,
    /// Sets that they hit, less those of their own and those that were hit before.
    pub value: i64,
    /// Sets that any choice could hit at most, less those of its own.
    pub best: f64,
    /// Which sets they hit.
    pub hit: Vec<bool>,
}

/// The sets of each person.
pub struct Index {
    firsts: Vec<u64>,
    sets: Vec<u32>,
}

impl Index {
    pub fn of(sets: &Sets) -> Index {
        let mut firsts = vec![0_u64; sets.own.len() + 1];
        for member in &sets.members {
            firsts[*member as usize + 1] += 1;
        }
        for person in 1..firsts.len() {
            firsts[person] += firsts[person - 1];
        }
        let mut places = firsts.clone();
        let mut of = vec![0; sets.members.len()];
        for set in 0..sets.count() as u32 {
            for member in sets.set(set) {
                let place = &mut places[*member as usize];
                of[*place as usize] = set;
                *place += 1;
            }
        }
        Index { firsts, sets: of }
    }

    pub fn of_person(&self, id: u32) -> &[u32] {
        &self.sets[self.firsts[id as usize] as usize..self.firsts[id as usize + 1] as usize]
    }
}

/// One who may be next: what he adds, or added when it was last looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Next {
    worth: f64,
    id: Reverse<u32>,
    gain: i64,
}

impl Eq for Next {}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Next) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Next {
    fn cmp(&self, other: &Next) -> Ordering {
        self.worth.total_cmp(&other.worth).then(self.id.cmp(&other.id))
    }
}

/// Takes the person who adds most, again and again, as long as somebody adds anything. What a
/// person adds only falls as others are taken, so whoever stands first by what he added earlier and
/// still does is the next one (lazy evaluation: Minoux 1978).
///
/// Of any choice, the sets that it hits are at most those that were hit after i people, and what
/// each of it adds to them, of as many as may be taken: the least of that over some i bounds the
/// best (OPIM-C: Tang, Tang, Xiao, Yuan 2018). With prices a person may be taken in part. Test:
/// `choose::cover::no_choice_hits_more_than_the_bound`.
pub fn greedy(sets: &Sets, index: &Index, limits: &Limits, by: By) -> Cover {
    let mut gains: Vec<i64> = (0..sets.own.len())
        .map(|id| index.of_person(id as u32).len() as i64 - i64::from(sets.own[id]))
        .collect();
    let lost = |id: u32| i64::from(sets.lost[id as usize]);
    let price = |id: u32| limits.prices.map_or(1.0, |(price, _)| price(sets.person(id)));
    let worth = |id: u32, gain: i64| match by {
        By::Gain => gain as f64,
        By::GainPerPrice => gain as f64 / price(id),
    };
    let next = |id: u32, gain: i64| Next { worth: worth(id, gain), id: Reverse(id), gain };
    let mut queue: BinaryHeap<Next> = (0..gains.len() as u32)
        .filter(|id| gains[*id as usize] > lost(*id))
        .map(|id| next(id, gains[id as usize] - lost(id)))
        .collect();
    let mut covered = vec![false; sets.count()];
    let (mut hit, mut value, mut people) = (0_u64, 0, Vec::new());
    let mut left = limits.prices.map(|(_, budget)| budget);
    let mut best = bound(sets, &gains, limits);
    while people.len() < limits.most {
        let Some(first) = queue.pop() else { break };
        let Reverse(id) = first.id;
        let gain = gains[id as usize] - lost(id);
        if gain < first.gain {
            if gain > 0 {
                queue.push(next(id, gain));
            }
            continue;
        }
        if let Some(left) = &mut left {
            let price = price(id);
            if price > *left {
                continue;
            }
            *left -= price;
        }
        people.push(sets.person(id));
        value += gain;
        for set in index.of_person(id) {
            if !std::mem::replace(&mut covered[*set as usize], true) {
                hit += 1;
                for member in sets.set(*set) {
                    gains[*member as usize] -= 1;
                }
            }
        }
        // A bound costs a pass over everybody: where that is much, at one, two, four people, and so
        // on.
        let is_little = gains.len() * limits.most.min(gains.len()) <= PASSES;
        if is_little || people.len().is_power_of_two() || people.len() == limits.most {
            best = best.min(hit as f64 + bound(sets, &gains, limits));
        }
    }
    best = best.min(hit as f64 + bound(sets, &gains, limits));
    Cover { people, value, best, hit: covered }
}

/// The most that people could add whom a choice may take together, if they took nothing from each
/// other.
fn bound(sets: &Sets, gains: &[i64], limits: &Limits) -> f64 {
    let mut adding: Vec<i64> = gains.iter().copied().filter(|gain| *gain > 0).collect();
    if limits.most < adding.len() {
        adding.select_nth_unstable_by(limits.most, |a, b| b.cmp(a));
        adding.truncate(limits.most);
    }
    let by_number = adding.iter().sum::<i64>() as f64;
    let Some((price, budget)) = limits.prices else { return by_number };
    let mut priced: Vec<(f64, f64)> = gains
        .iter()
        .zip(0..)
        .filter(|(gain, _)| **gain > 0)
        .map(|(gain, id)| (*gain as f64, price(sets.person(id))))
        .filter(|(_, price)| *price <= budget)
        .collect();
    priced.sort_by(|a, b| (b.0 / b.1).total_cmp(&(a.0 / a.1)));
    let (mut left, mut by_price) = (budget, 0.0);
    for (gain, price) in priced {
        by_price += gain * (left / price).min(1.0);
        left -= price;
        if left <= 0.0 {
            break;
        }
    }
    by_number.min(by_price)
}
