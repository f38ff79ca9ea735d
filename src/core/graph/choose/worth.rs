//! What opinion leaders are worth beside others: the people who are won first.

use super::compare;
use super::spread::Until;
use super::wish::Wish;
use crate::graph::Graph;
use crate::graph::census::Degrees;
use crate::graph::network::Network;
use crate::watch::Watch;

/// Most candidates whose friends are counted one after the other.
const COUNTED: u64 = 1 << 22;

/// Those who are won first, over others.
///
/// Both together, friends x fit, are the spread of those who are won over that of as many people at
/// random, up to the friends of the former, who are not among the others. Test:
/// `choose::worth::two_stars_are_worth_what_is_counted_by_hand`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// Their friends, over those of candidates who are not won.
    pub friends: f64,
    /// Different people who see a message of theirs for each of their friends, over the same of
    /// candidates at random: 1 where nobody sees anything.
    pub fit: f64,
    /// The choice is at least this share of the best one.
    pub ratio: f64,
}

impl Worth {
    /// Chooses, and compares with others.
    pub fn of(network: &Network, wish: &Wish, watch: &dyn Watch) -> Worth {
        let choice = compare(network, wish, Until::Both, watch);
        let won: f64 = choice.people.iter().map(|won| won.friends as f64).sum();
        let (count, ends) = candidates(network, wish);
        let chosen = choice.people.len() as f64;
        let friends = over(won / chosen, (ends - won) / (count - chosen));
        let fit = over(choice.spread.value / won, choice.random.value / (chosen * ends / count));
        Worth { friends, fit, ratio: choice.ratio }
    }
}

/// Candidates and their friends; of very many as many as everybody has.
fn candidates(network: &Network, wish: &Wish) -> (f64, f64) {
    let crowd = wish.candidates.in_world(network.people(), wish.coins());
    let count = crowd.count();
    let ends = if count <= COUNTED {
        (0..count).map(|place| network.degree(crowd.member(place)) as f64).sum()
    } else {
        count as f64 * Degrees::of(network).mean()
    };
    (count as f64, ends)
}

/// One over the other; 1 where there is nothing to compare.
fn over(a: f64, b: f64) -> f64 {
    let ratio = a / b;
    if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 }
}
