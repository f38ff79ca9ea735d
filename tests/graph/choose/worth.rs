//! What those who are won first are worth beside others.

use reachsim_core::graph::Graph;
use reachsim_core::graph::choose::wish::Wish;
use reachsim_core::graph::choose::worth::Worth;
use reachsim_core::graph::followers::Crowd;
use reachsim_core::graph::loaded::Loaded;
use reachsim_core::graph::network::Network;
use reachsim_core::watch::Unwatched;

use super::{feed, members, wish};

/// A hub 0 with the friends 1..=6, and a hub 7 with the friends 8..=11.
fn two_stars() -> Network {
    let edges = (1..=6).map(|leaf| (0, leaf)).chain((8..=11).map(|leaf| (7, leaf)));
    let graph = Loaded::of(12, &edges.collect::<Vec<_>>());
    assert_eq!((graph.people(), graph.ends()), (12, 20));
    Network::Loaded(std::sync::Arc::new(graph))
}

fn worth(network: &Network, wish: &Wish) -> Worth {
    Worth::of(network, wish, &Unwatched)
}

/// Two people are won of twelve: both hubs, who have five friends on average, the others one. All
/// ten others see them; of the 66 pairs of people one is both hubs (10 others see it), 6 are a hub
/// and a leaf of its own (5) and 4 (3), 4 (7) and 6 (5) are a hub and a leaf of the other, 15 and 6
/// are leaves of one hub (1), 24 of both (2): 179 / 66 others for 20 / 6 friends.
#[test]
fn two_stars_are_worth_what_is_counted_by_hand() {
    let wish = Wish { precision: 0.002, ..wish(2, feed(1.0, 0.0, Some(1))) };
    let found = worth(&two_stars(), &wish);
    assert!((found.friends - 5.0).abs() < 1e-12, "{found:?}");
    let fit = (10.0 / 10.0) / ((179.0 / 66.0) / (20.0 / 6.0));
    // A standard deviation of 1.46 over 2.71, in 8,192 worlds at most: 0.6 % each way.
    assert!((found.fit / fit - 1.0).abs() < 0.03, "{found:?}, by hand {fit}");
    // The opposite would be far outside.
    assert!((found.fit - 1.0).abs() > 0.15, "{found:?}");
}

/// Where the large hub is no candidate, the small one is won: four friends, and all other
/// candidates, of whom there are four, have one.
#[test]
fn others_are_those_who_could_have_been_won() {
    let of_small = members(&[7, 8, 9, 10, 11]);
    let wish = Wish { candidates: of_small, ..wish(1, feed(1.0, 0.0, Some(1))) };
    let found = worth(&two_stars(), &wish);
    assert!((found.friends - 4.0).abs() < 1e-12, "{found:?}");
    // Each candidate alone is seen by all friends.
    assert!((found.fit - 1.0).abs() < 0.05, "{found:?}");
}

/// Eleven of the twelve follow: whoever is left out, two are won, and all others have one friend.
#[test]
fn random_followers_are_compared_with_those_who_follow() {
    for seed in 1..=20 {
        let candidates = Crowd::Random(11);
        let wish = Wish { candidates, seed, ..wish(2, feed(1.0, 0.0, Some(1))) };
        let friends = worth(&two_stars(), &wish).friends;
        assert!([5.0, 3.5, 2.5].contains(&friends), "{seed}: {friends}");
    }
}

#[test]
fn where_nobody_sees_anything_friends_are_friends_alone() {
    let found = worth(&two_stars(), &wish(2, feed(0.0, 0.0, Some(1))));
    assert_eq!((found.friends, found.fit), (5.0, 1.0));
}
