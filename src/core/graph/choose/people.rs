//! Who may be won, and who of them has most friends.

use rayon::prelude::*;

use super::wish::Wish;
use crate::graph::Graph;
use crate::graph::coins::{Coins, Draws};
use crate::graph::followers::InWorld;
use crate::graph::index_set::IndexSet;
use crate::graph::pairing::RandomOrder;

/// People who are looked at one by one; of more, so many at random are.
const LOOKED_AT: [u64; 2] = [1 << 27, 1 << 24];
/// Fewest people of a part of the work.
const PART: u64 = 1 << 16;

/// Who may be won.
pub struct Candidates<'w> {
    who: Who<'w>,
    given: IndexSet,
    people: u64,
    coins: Coins,
}

enum Who<'w> {
    Crowd(InWorld<'w>),
    /// Those who have a price.
    Listed(IndexSet),
}

impl<'w> Candidates<'w> {
    pub fn new(wish: &'w Wish, people: u64) -> Candidates<'w> {
        let coins = wish.coins();
        let mut given = IndexSet::default();
        for person in &wish.given {
            given.place(*person);
        }
        let crowd = wish.candidates.in_world(people, coins);
        let who = match &wish.prices {
            None => Who::Crowd(crowd),
            Some(prices) => {
                let mut listed = IndexSet::default();
                for (person, _) in &prices.of {
                    if crowd.has(*person) && given.find(*person).is_none() {
                        listed.place(*person);
                    }
                }
                Who::Listed(listed)
            }
        };
        Candidates { who, given, people, coins }
    }

    #[inline]
    pub fn has(&self, person: u64) -> bool {
        match &self.who {
            Who::Crowd(crowd) => crowd.has(person) && !self.is_given(person),
            Who::Listed(listed) => listed.find(person).is_some(),
        }
    }

    #[inline]
    pub fn is_given(&self, person: u64) -> bool {
        self.given.find(person).is_some()
    }

    pub fn given(&self) -> &[u64] {
        self.given.numbers()
    }

    /// Places in the order of the candidates, behind some of which stands one who is given.
    pub fn places(&self) -> u64 {
        match &self.who {
            Who::Crowd(crowd) => crowd.count(),
            Who::Listed(listed) => listed.numbers().len() as u64,
        }
    }

    /// Who stands at a place, if he may be won.
    pub fn at(&self, place: u64) -> Option<u64> {
        let person = match &self.who {
            Who::Crowd(crowd) => crowd.member(place),
            Who::Listed(listed) => listed.numbers()[place as usize],
        };
        Some(person).filter(|person| !self.is_given(*person))
    }

    /// Different candidates at random, as many as there may be; with prices as long as one can be
    /// paid.
    pub fn at_random(&self, wish: &Wish, draws: &mut Draws) -> Vec<u64> {
        let (mut met, mut taken) = (IndexSet::default(), Vec::new());
        let (places, mut left) = (self.places(), wish.prices.as_ref().map(|prices| prices.budget));
        while (taken.len() as u64) < wish.most && (met.numbers().len() as u64) < places {
            let place = draws.below(places);
            if met.find(place).is_some() {
                continue;
            }
            met.place(place);
            taken.extend(self.at(place).filter(|person| pays(wish, *person, &mut left)));
        }
        taken
    }

    /// Candidates by their numbers of friends, those with most of them first and of equals the one
    /// with the smaller number, as many as are wanted. In networks of more than a hundred million
    /// people they are found among sixteen million at random.
    pub fn best_connected(&self, graph: &impl Graph, wanted: u64) -> Vec<u64> {
        let all = self.places();
        let [most, some] = LOOKED_AT;
        let looked_at = if all <= most { all } else { some };
        let order = (all > most && matches!(self.who, Who::Crowd(InWorld::Everybody(_))))
            .then(|| RandomOrder::new(self.people, self.coins.of(2)));
        let wanted = wanted as usize;
        let size = PART.max(wanted as u64);
        let part = |part: u64| {
            let places = part * size..((part + 1) * size).min(looked_at);
            let mut found: Vec<(u64, u64)> = places
                .filter_map(|place| match &order {
                    Some(order) => Some(order.at(place)).filter(|person| self.has(*person)),
                    None => self.at(place),
                })
                .map(|person| (u64::MAX - graph.degree(person), person))
                .collect();
            first(&mut found, wanted);
            found
        };
        let mut found: Vec<(u64, u64)> =
            (0..looked_at.div_ceil(size)).into_par_iter().flat_map_iter(part).collect();
        first(&mut found, wanted);
        found.sort_unstable();
        found.into_iter().map(|(_, person)| person).collect()
    }
}

/// Leaves the so many smallest of a list.
fn first(list: &mut Vec<(u64, u64)>, count: usize) {
    if count < list.len() {
        list.select_nth_unstable(count);
        list.truncate(count);
    }
}

/// Pays for a person, where what is left is enough for it.
pub fn pays(wish: &Wish, person: u64, left: &mut Option<f64>) -> bool {
    let (Some(prices), Some(left)) = (&wish.prices, left) else { return true };
    match prices.find(person) {
        Some(price) if price <= *left => {
            *left -= price;
            true
        }
        _ => false,
    }
}
