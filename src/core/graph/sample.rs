//! Expectations at any size, from people chosen at random.
//!
//! People are chosen by a friendship end of theirs, so that whoever has many friends, and sees
//! much, is chosen often; with each is found exactly what he sees (see `look`), and it counts by
//! how likely he was to be chosen. The cost does not depend on how many people there are. Where the
//! followers are known people, the choice begins with one of them and goes one friendship on: so it
//! finds those who can have seen anything. Test:
//! `graph::ways::a_sample_of_people_agrees_with_everybody`.

use rayon::prelude::*;

use super::Graph;
use super::coins::{Coins, Draws};
use super::counts::Counts;
use super::followers::Crowd;
use super::look::{Look, Work};
use super::table::Places;
use crate::watch::Watch;

/// Ways to friends of friends that are looked at for each person.
const WAYS: u64 = 16;

/// What as many people as there are would see, from so many of them: one value for each of them,
/// whose mean it is. Posts of known followers are looked at to depth 1 only.
pub fn values(
    look: &Look<impl Graph>,
    (from, to): (u64, u64),
    of: u64,
    coins: Coins,
    watch: &impl Watch,
) -> Vec<Counts> {
    let follower_ends = match look.crowd {
        Crowd::Members(members) => Some(Followers::new(look.graph, members)),
        _ => None,
    };
    let one = |work: &mut Work, number: u64| {
        let mut draws = coins.draws(number);
        let counts = match (&follower_ends, watch.stopped()) {
            (_, true) => Counts::default(),
            (None, _) => among_all(look, work, (number, of), &mut draws),
            (Some(followers), _) => followers.beside(look, work, &mut draws),
        };
        watch.done(1);
        counts
    };
    (from..to).into_par_iter().map_init(Work::default, one).collect()
}

/// Somebody chosen by one of his ends, from the number-th of equal parts of all ends.
fn among_all(
    look: &Look<impl Graph>,
    work: &mut Work,
    (number, of): (u64, u64),
    draws: &mut Draws,
) -> Counts {
    let ends = look.graph.ends();
    // Odd multipliers spread the first of the numbers over all parts.
    let part = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) % of.next_power_of_two();
    let part = if part < of { part } else { number % of };
    let end = (((part as f64 + draws.uniform()) / of as f64) * ends as f64) as u64;
    let person = look.graph.owner(end.min(ends - 1));
    let weight = ends as f64 / look.graph.degree(person) as f64;
    look.sampled(person, work, (WAYS, draws)).map(|number| weight * number)
}

/// The ends of known followers.
struct Followers<'m> {
    members: &'m Places,
    /// Ends of the followers before each, and of all.
    ends: Vec<u64>,
}

impl<'m> Followers<'m> {
    fn new(graph: &impl Graph, members: &'m Places) -> Followers<'m> {
        let mut ends = vec![0];
        for member in members.numbers() {
            ends.push(ends[ends.len() - 1] + graph.degree(*member));
        }
        Followers { members, ends }
    }

    /// A friend of a follower, over a friendship of which all are equally likely.
    fn beside(&self, look: &Look<impl Graph>, work: &mut Work, draws: &mut Draws) -> Counts {
        let all = self.ends[self.ends.len() - 1];
        if all == 0 {
            return Counts::default();
        }
        let end = draws.below(all);
        let place = self.ends.partition_point(|first| *first <= end) - 1;
        let person = look.graph.friend(self.members.numbers()[place], end - self.ends[place]);
        let counts = look.exact(person, work);
        if work.near == 0 {
            Counts::default()
        } else {
            counts.map(|number| number * all as f64 / work.near as f64)
        }
    }
}
