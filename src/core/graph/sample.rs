//! Expectations at any size, from people chosen at random.
//!
//! People are chosen by a friendship end of theirs, so that whoever has many friends, and sees
//! much, is chosen often; with each is found exactly what he sees (see `look`), and it counts by
//! how likely he was to be chosen. The cost does not depend on how many people there are. Where the
//! followers are known people, the choice begins with one of them and goes one friendship on: so it
//! finds those who can have seen anything. Where ties have a direction, the ends are those at which
//! somebody is shown what another writes. Test:
//! `graph::ways::a_sample_of_people_agrees_with_everybody`.

use std::ops::Range;

use rayon::prelude::*;

use super::Graph;
use super::coins::{Coins, Draws};
use super::counts::Counts;
use super::followers::Crowd;
use super::index_set::IndexSet;
use super::look::{Look, Work};
use crate::watch::Watch;

/// Values of the people of these numbers, each scaled so that its expectation is the sum over
/// everybody. Posts of known followers are looked at to depth 1 only.
pub fn values(
    look: &Look<impl Graph>,
    numbers: Range<u64>,
    strata: u64,
    coins: Coins,
    watch: &dyn Watch,
) -> Vec<Counts> {
    let follower_ends = match look.crowd {
        Crowd::Members(members) => Some(Followers::new(look.graph, members)),
        _ => None,
    };
    let one = |work: &mut Work, number: u64| {
        let mut draws = coins.draws(number);
        let counts = match (&follower_ends, watch.stopped()) {
            (_, true) => Counts::default(),
            (None, _) => among_all(look, work, stratum(number, strata), &mut draws),
            (Some(followers), _) => followers.beside(look, work, &mut draws),
        };
        watch.done(1);
        counts
    };
    numbers.into_par_iter().map_init(Work::default, one).collect()
}

/// Somebody chosen by one of his ends, each of those in a stratum as likely as the others. He is
/// chosen in proportion to his friends, and counts in inverse proportion to them.
fn among_all(
    look: &Look<impl Graph>,
    work: &mut Work,
    stratum: Stratum,
    draws: &mut Draws,
) -> Counts {
    let ends = look.graph.ends();
    let place = (stratum.number as f64 + draws.uniform()) / stratum.of as f64;
    let end = (place * ends as f64) as u64;
    let person = look.graph.source_owner(end.min(ends - 1));
    let weight = ends as f64 / look.graph.sources(person) as f64;
    if look.graph.is_directed() || look.graph.is_weighted() {
        return look.exact(person, work).map(|number| weight * number);
    }
    look.sampled(person, work, draws).map(|number| weight * number)
}

/// One of equal parts of all ends.
#[derive(Clone, Copy)]
struct Stratum {
    number: u64,
    of: u64,
}

/// The stratum of the person of a number: odd multipliers spread the first numbers over all strata.
fn stratum(number: u64, of: u64) -> Stratum {
    let spread = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) % of.next_power_of_two();
    Stratum { number: if spread < of { spread } else { number % of }, of }
}

/// The ends of known followers.
struct Followers<'m> {
    members: &'m IndexSet,
    /// Ends of the followers before each, and behind them those of all.
    ends: Vec<u64>,
}

impl<'m> Followers<'m> {
    fn new(graph: &impl Graph, members: &'m IndexSet) -> Followers<'m> {
        let mut ends = vec![0];
        for member in members.numbers() {
            ends.push(ends[ends.len() - 1] + graph.degree(*member));
        }
        Followers { members, ends }
    }

    /// A friend of a follower, over a friendship of which all are equally likely. He is chosen in
    /// proportion to his friends who follow, and counts in inverse proportion to them.
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
