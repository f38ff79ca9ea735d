//! Networks of which nothing is stored.

use reachsim::graph::Graph;
use reachsim::graph::census::{Degrees, Neighbourhood, census};
use reachsim::graph::coins::Coins;
use reachsim::graph::feed::Feed;
use reachsim::graph::law::DegreeLaw;
use reachsim::graph::loaded::Loaded;
use reachsim::graph::network::Network;
use reachsim::graph::pairing::{Distances, Matching, RandomOrder};
use reachsim::graph::synthetic::Configuration;
use reachsim::watch::Unwatched;
use reachsim_fast::neighbourhood;

use super::synthetic;
use crate::statistics::{count, expect_mean};

#[test]
fn partners_are_partners_of_each_other() {
    for ends in [2, 3, 5, 64, 65, 1000, 4097] {
        let matching = Matching::new(ends, Coins::new(ends, "test"));
        let alone = (0..ends).filter(|end| matching.partner(*end) == *end).count() as u64;
        assert_eq!(alone, ends % 2, "{ends}");
        assert!(
            (0..ends).all(|end| matching.partner(end) < ends
                && matching.partner(matching.partner(end)) == end),
            "{ends}"
        );
    }
    // Far beyond what could be stored.
    let matching = Matching::new(560_000_000_000, Coins::new(1, "test"));
    assert!(
        (0..1000)
            .map(|n| n * 559_999_999)
            .all(|end| matching.partner(matching.partner(end)) == end
                && matching.partner(end) != end)
    );
}

/// How many of `others` numbers fall into each of so many cells.
fn sizes(others: u64, cells: u64) -> Vec<f64> {
    let first = |cell: u64| (cell * others).div_ceil(cells);
    (0..cells).map(|cell| (first(cell + 1) - first(cell)) as f64).collect()
}

#[test]
fn every_pair_of_ends_is_equally_likely() {
    for (ends, end, keys) in [
        (6, 0, 60_000),
        (6, 3, 60_000),
        (64, 20, 200_000),
        (5_000, 77, 200_000),
        (1 << 20, 1 << 19, 200_000),
    ] {
        let partner = |key: u64| Matching::new(ends, Coins::new(3, "test").of(key)).partner(end);
        let others = ends - 1;
        let cell = |partner: u64| if partner > end { partner - 1 } else { partner };
        let cells = others.min(50);
        count((0..keys).map(|key| (cell(partner(key)) * cells / others) as usize), cells as usize)
            .follow(&sizes(others, cells))
            .resolving(0.05);
    }
}

#[test]
fn orders_and_distances_take_everybody_once() {
    let order = RandomOrder::new(1001, Coins::new(2, "test"));
    let mut all: Vec<u64> = (0..1001).map(|place| order.at(place)).collect();
    assert!((0..1001).all(|place| order.place(order.at(place)) == place));
    all.sort_unstable();
    assert_eq!(all, (0..1001).collect::<Vec<_>>());
    let distances = Distances::new(50, Coins::new(2, "test"));
    let mut all: Vec<u64> = (0..50).map(|place| distances.at(place)).collect();
    all.sort_unstable();
    assert_eq!(all, (1..=50).collect::<Vec<_>>());
}

fn networks() -> Vec<Network> {
    let even = Configuration::new(
        1501,
        |parts| DegreeLaw::lognormal(12.0, 1.2).expect("a law").degrees(parts, 1500.0),
        5,
    );
    vec![
        Network::Configuration(Box::new(even)),
        synthetic("facebook-2011", 3_000, Some(20.0)),
        synthetic("erdos-renyi", 2_000, Some(7.0)),
    ]
}

#[test]
fn friendships_are_seen_from_both_sides() {
    for network in networks() {
        let people = network.people();
        let mut ends: Vec<(u64, u64)> = Vec::new();
        for person in 0..people {
            let before = ends.len();
            network.each_friend(person, |friend| ends.push((person, friend)));
            let friends: Vec<u64> =
                (0..network.degree(person)).map(|place| network.friend(person, place)).collect();
            assert_eq!(
                ends[before..].iter().map(|(_, friend)| *friend).collect::<Vec<_>>(),
                friends
            );
        }
        assert_eq!(ends.len() as u64, network.ends());
        let mut back: Vec<(u64, u64)> = ends.iter().map(|(a, b)| (*b, *a)).collect();
        ends.sort_unstable();
        back.sort_unstable();
        // An end that stays alone is its own friend, once.
        assert_eq!(ends, back);
    }
}

#[test]
fn ends_are_owned_by_everybody_as_often_as_he_has_friends() {
    for network in networks() {
        let mut owned = vec![0; network.people() as usize];
        (0..network.ends()).for_each(|end| owned[network.owner(end) as usize] += 1);
        assert!(
            (0..network.people()).all(|person| owned[person as usize] == network.degree(person))
        );
        let degrees = Degrees::of(&network);
        assert_eq!(degrees.people(), network.people() as f64);
        assert!((degrees.mean() * degrees.people() - network.ends() as f64).abs() < 1e-6);
    }
}

/// Neighbourhoods, and with them triangles, are the same in an implicit graph and in the same graph
/// in memory.
#[test]
fn what_is_computed_is_what_would_be_written() {
    for network in networks() {
        let written = network.clone().settled();
        let graph = written.loaded().expect("in memory");
        let (mut triangles, mut friends) = (0, 0);
        for person in 0..network.people() {
            let found = neighbourhood(&network, person);
            assert_eq!(found, neighbourhood(&written, person));
            triangles += found.links;
            friends += found.friends;
        }
        assert_eq!(friends, graph.ends());
        assert!(triangles % 6 == 0);
        let lost = network.ends() - graph.ends() - 2 * graph.dropped.doubles;
        assert!(
            lost.div_ceil(2) == graph.dropped.loops || lost / 2 == graph.dropped.loops,
            "{lost} {:?}",
            graph.dropped
        );
    }
}

/// A graph of n people with c friends on average has c^3/6 triangles, whatever n is.
#[test]
fn a_random_graph_has_as_many_triangles_as_theory_says() {
    let triangles = |seed: u64| {
        let recipe = reachsim::graph::recipe::Recipe::find("erdos-renyi").expect("a recipe");
        let wishes =
            reachsim::graph::recipe::Wishes { people: 2_000, friends: Some(6.0), law: None, seed };
        let network = recipe.network(&wishes).expect("a network").settled();
        (0..network.people()).map(|person| neighbourhood(&network, person).links).sum::<u64>()
            as f64
            / 6.0
    };
    let found: Vec<f64> = (0..120).map(triangles).collect();
    expect_mean(&found).near(36.0).resolving(4.5);
}

/// People of the largest set in which everybody is connected with everybody.
fn largest_component(graph: &Loaded) -> usize {
    let mut seen = vec![false; graph.people() as usize];
    let mut largest = 0;
    for start in 0..graph.people() {
        let mut row = vec![start];
        let mut size = 0;
        while let Some(person) = row.pop() {
            if !std::mem::replace(&mut seen[person as usize], true) {
                size += 1;
                row.extend(
                    graph
                        .row(person)
                        .iter()
                        .map(|friend| u64::from(*friend))
                        .filter(|friend| !seen[*friend as usize]),
                );
            }
        }
        largest = largest.max(size);
    }
    largest
}

/// S = 1 - e^(-c S).
#[test]
fn the_giant_component_is_as_large_as_theory_says() {
    for (friends, share) in [(1.5, 0.582_812), (2.0, 0.796_812)] {
        let network = synthetic("erdos-renyi", 300_000, Some(friends));
        let everything = Feed { visibility: 1.0, reshare: 1.0, depth: None, activity: None };
        let theory = Degrees::of(&network).outbreak(&everything);
        assert!((theory - share).abs() < 2e-4, "{theory}");
        let written = network.settled();
        let found = largest_component(written.loaded().expect("in memory")) as f64 / 300_000.0;
        // The variance of the share is about 2 / n here.
        assert!((found - share).abs() < 4.0 * (2.0_f64 / 300_000.0).sqrt() + 2e-4, "{found}");
    }
    let below = Degrees::of(&synthetic("erdos-renyi", 10_000, Some(4.0)));
    assert!(
        below.outbreak(&Feed { visibility: 0.2, reshare: 0.9, depth: None, activity: None }) < 1e-6
    );
}

/// Mean 187 to 190, median 99, <k^2>/<k> near 635; at 100 friends clustering 0.14, and 0.682
/// different friends of friends for each entry (Ugander, Karrer, Backstrom, Marlow 2011);
/// clustering falls with the number of friends.
#[test]
fn the_network_of_2011_is_like_its_model() {
    for people in [3_000_000, 3_000_000_000] {
        let network = synthetic("facebook-2011", people, None);
        let degrees = Degrees::of(&network);
        assert!(
            (187.0..190.0).contains(&degrees.mean()) && degrees.quantile(0.5) == 99,
            "{} {}",
            degrees.mean(),
            degrees.quantile(0.5)
        );
        assert!((degrees.of_a_friend() / 635.0 - 1.0).abs() < 0.05, "{}", degrees.of_a_friend());
        // People with about so many friends, wherever they live.
        let with = |friends: u64, count: usize| -> Vec<Neighbourhood> {
            let near = (0..)
                .map(|n: u64| n.wrapping_mul(7_919_000_003) % network.people())
                .filter(|person| network.degree(*person).abs_diff(friends) <= friends / 25);
            near.take(count).map(|person| neighbourhood(&network, person)).collect()
        };
        let clustering = |found: &[Neighbourhood]| {
            found.iter().map(Neighbourhood::clustering).sum::<f64>() / found.len() as f64
        };
        let hundred = with(100, 60);
        let [entries, different] = [
            hundred.iter().map(|n| n.entries).sum::<u64>(),
            hundred.iter().map(|n| n.different).sum::<u64>(),
        ];
        assert!((clustering(&hundred) - 0.14).abs() < 0.02, "{}", clustering(&hundred));
        let ratio = different as f64 / entries as f64;
        assert!((ratio - 0.682).abs() < 0.05, "{ratio}");
        let (few, many) = (clustering(&with(25, 40)), clustering(&with(500, 8)));
        assert!(few > clustering(&hundred) && clustering(&hundred) > many, "{few} {many}");
    }
}

/// Friends of other means keep the shape of the network.
#[test]
fn a_network_of_other_friends_is_scaled() {
    let network = synthetic("facebook-2011", 1_000_000, Some(60.0));
    let degrees = Degrees::of(&network);
    assert!((degrees.mean() - 60.0).abs() < 0.5, "{}", degrees.mean());
    let found = census(&network, &degrees, 1, &Unwatched);
    assert!((0.08..0.3).contains(&found.clustering.value), "{:?}", found.clustering);
}

#[test]
fn laws_keep_their_means() {
    for (law, mean) in [
        (DegreeLaw::gamma(130.0, 1.06), 130.0),
        (DegreeLaw::lognormal(50.0, 2.0), 50.0),
        (Ok(DegreeLaw::fixed(7.0)), 7.0),
        (DegreeLaw::table(&[1.0, 9.0], &[3.0, 1.0]), 3.0),
    ] {
        let degrees = law.expect("a law").degrees(4096, 1e9);
        let found = degrees.iter().sum::<u64>() as f64 / degrees.len() as f64;
        assert!((found / mean - 1.0).abs() < 0.01, "{found}, not {mean}");
        assert!(degrees.is_sorted());
    }
}
