//! Expectations, samples and worlds tell the same.

use std::collections::BTreeMap;

use reachsim::graph::Graph;
use reachsim::graph::asked::{Asked, Posts, Total, Writers};
use reachsim::graph::census::{Degrees, census};
use reachsim::graph::coins::Coins;
use reachsim::graph::counts::{Counts, DEPTHS};
use reachsim::graph::expect;
use reachsim::graph::feed::Feed;
use reachsim::graph::fit::{Fit, Point, fit};
use reachsim::graph::followers::{Crowd, grown};
use reachsim::graph::look::Look;
use reachsim::graph::measure::{Effort, Way, curve, measure};
use reachsim::graph::network::Network;
use reachsim::graph::simulate::{Dense, Rooms, Sparse, Stage, cascades};
use reachsim::watch::Unwatched;

use super::{case, each, ego_networks, feed, simulated, synthetic, village};
use crate::statistics::expect_mean;

fn drawn(crowd: Crowd, posts: f64, total: Total, skew: f64) -> Posts {
    Posts::Sampled { crowd, asked: Asked { posts, total, skew } }
}

/// Every number of the worlds must have the expectation; an error of 6 % would be noticed.
#[track_caller]
fn expect_same(worlds: &[Counts], exact: &Counts) {
    let numbers = exact.numbers();
    for (place, expected) in numbers.iter().enumerate() {
        // What hardly ever happens has no error to tell.
        if *expected > 1.0 {
            let room =
                if place < 2 * DEPTHS { 0.06 * expected } else { 0.06 * exact.reach[0].max(1.0) };
            expect_mean(&each(worlds, |counts| counts.numbers()[place]))
                .near(*expected)
                .resolving(room.max(1.0));
        }
    }
}

#[test]
fn worlds_have_the_expectations_of_given_posts() {
    let network = village();
    let graph = network.loaded().expect("in memory");
    let given = vec![(3, 1), (500, 2), (501, 1), (1200, 3), (1999, 1)];
    for (p, s) in [(0.3, 0.2), (0.9, 0.0), (0.05, 0.9)] {
        let feed = feed(p, s, Some(2));
        let exact = if feed.depth() == 1 {
            expect::of_given_at_depth_one(graph, &given, &feed)
        } else {
            expect::of_given(graph, &given, &feed, &Unwatched)
        };
        expect_same(&simulated(&network, &Posts::Given(given.clone()), feed, 20_000), &exact);
    }
}

#[test]
fn worlds_have_the_expectations_of_chance_writers() {
    let network = village();
    let members = grown(&network, 300, 0.7, Coins::new(1, "followers"), &Unwatched);
    for (crowd, skew, s) in [
        (Crowd::Everybody, f64::INFINITY, 0.1),
        (Crowd::Everybody, 0.25, 0.1),
        (members.clone(), 0.25, 0.1),
        (members, 2.0, 0.0),
    ] {
        let feed = feed(0.2, s, Some(2));
        let rate = 60.0 / crowd.count(network.people()) as f64;
        let writers = Writers { chance: 1.0, rate, skew, total: Total::Poisson };
        let exact = reachsim_fast::of_all(&Look::new(&network, feed, &crowd, writers));
        expect_same(
            &simulated(&network, &drawn(crowd, 60.0, Total::Poisson, skew), feed, 8_000),
            &exact,
        );
    }
}

/// Random followers are drawn by so many; the expectation takes everybody by himself, which makes
/// no difference that is seen.
#[test]
fn random_followers_are_as_good_as_chance_followers() {
    let network = village();
    let (feed, crowd) = (feed(0.2, 0.1, Some(2)), Crowd::Random(400));
    let writers = Writers {
        chance: 400.0 / network.people() as f64,
        rate: 60.0 / 400.0,
        skew: f64::INFINITY,
        total: Total::Poisson,
    };
    let exact = reachsim_fast::of_all(&Look::new(&network, feed, &crowd, writers));
    let worlds =
        simulated(&network, &drawn(crowd, 60.0, Total::Poisson, f64::INFINITY), feed, 8_000);
    expect_mean(&each(&worlds, |counts| counts.reach[1]))
        .near(exact.reach[1])
        .resolving(0.02 * exact.reach[1]);
    expect_mean(&each(&worlds, |counts| counts.followers))
        .near(exact.followers)
        .resolving(0.02 * exact.reach[1]);
}

#[test]
fn so_many_different_askers_are_hypergeometric() {
    let network = village();
    let degrees = Degrees::of(&network);
    for (askers, p) in [(40, 1.0), (40, 0.1), (1500, 0.3)] {
        let feed = feed(p, 0.0, Some(1));
        let exact = expect::of_different(degrees.rows(), network.people(), askers, &feed);
        let worlds = simulated(
            &network,
            &drawn(Crowd::Everybody, askers as f64, Total::Different, f64::INFINITY),
            feed,
            3_000,
        );
        expect_same(&worlds, &exact);
    }
}

/// People who are rarely there miss most of everything, and those who are often there see most:
/// fewer are reached, more often.
#[test]
fn inactive_people_see_less_of_everything() {
    let network = village();
    let graph = network.loaded().expect("in memory");
    let given: Vec<(u64, u32)> = (0..200).map(|n| (10 * n, 1)).collect();
    let alike = feed(0.2, 0.0, Some(1));
    let unequal = Feed { activity: Some(0.5), ..alike };
    let levels = unequal.levels();
    assert!(
        (levels.iter().sum::<f64>() / levels.len() as f64 - 0.2).abs() < 1e-12
            && levels.is_sorted()
            && levels[63] < 1.0
    );
    let [same, other] =
        [alike, unequal].map(|feed| expect::of_given_at_depth_one(graph, &given, &feed));
    assert!((same.impressions[0] - other.impressions[0]).abs() < 1e-9 * same.impressions[0]);
    assert!(other.reach[0] < 0.9 * same.reach[0] && other.frequency[5] > 1.5 * same.frequency[5]);
    // The closed form of the gamma: (1 + x/kappa)^-kappa of those with x views miss everything.
    let hazard = 0.5 * (0.8_f64.powf(-2.0) - 1.0);
    let near: Vec<f64> = (0..network.people())
        .map(|person| {
            graph.row(person).iter().filter(|friend| **friend % 10 == 0 && **friend < 2000).count()
                as f64
        })
        .collect();
    let gamma: f64 = near.iter().map(|posts| 1.0 - (1.0 + posts * hazard / 0.5).powf(-0.5)).sum();
    assert!((other.reach[0] / gamma - 1.0).abs() < 0.01, "{} {gamma}", other.reach[0]);
    expect_same(&simulated(&network, &Posts::Given(given), unequal, 3_000), &other);
}

#[test]
fn an_urn_makes_negative_binomial_writers() {
    let (followers, rate, skew) = (400_u64, 0.5, 0.25);
    let posts = drawn(Crowd::Everybody, rate * followers as f64, Total::Poisson, skew);
    let (mut counts, mut none) = (Vec::new(), Vec::new());
    for world in 0..1_500 {
        let mut of: BTreeMap<u64, u32> = BTreeMap::new();
        posts
            .draw(followers, Coins::new(2, "urn").of(world))
            .into_iter()
            .for_each(|author| *of.entry(author).or_default() += 1);
        none.push(followers as f64 - of.len() as f64);
        counts.push(
            of.values().map(|count| f64::from(*count) * f64::from(*count)).sum::<f64>()
                / followers as f64,
        );
    }
    // Mean square: mu + mu^2 (1 + 1/k); no post: (1 + mu/k)^-k.
    expect_mean(&counts).near(rate + rate * rate * (1.0 + 1.0 / skew)).resolving(0.12);
    expect_mean(&none).near(followers as f64 * (1.0 + rate / skew).powf(-skew)).resolving(4.0);
    let fixed = drawn(Crowd::Random(50), 77.0, Total::Fixed, skew);
    assert!((0..20).all(|world| fixed.draw(followers, Coins::new(3, "urn").of(world)).len() == 77));
}

#[test]
fn followers_who_bring_their_friends_overlap_more() {
    let network = synthetic("facebook-2011", 200_000, Some(40.0)).settled();
    let degrees = Degrees::of(&network);
    let reach = |homophily: f64| {
        let crowd = grown(&network, 2_000, homophily, Coins::new(1, "followers"), &Unwatched);
        assert_eq!(crowd.count(network.people()), 2_000);
        let posts = drawn(crowd.clone(), 2_000.0, Total::Different, f64::INFINITY);
        let found = measure(&case(&network, &degrees, &posts, Feed::ALL), Effort::FULL, &Unwatched);
        assert_eq!(found.way, Way::Exact);
        let Crowd::Members(members) = crowd else { panic!("known followers") };
        let friends: u64 = members.numbers().iter().map(|member| network.degree(*member)).sum();
        (found.reach().value / found.impressions().value, friends as f64 / 2_000.0)
    };
    let ((apart, few), (close, many)) = (reach(0.0), reach(0.8));
    assert!(close < 0.97 * apart, "{apart} {close}");
    // They are not much better connected than everybody.
    assert!((0.8..1.5).contains(&(many / few)), "{few} {many}");
}

#[test]
fn a_sample_of_people_agrees_with_everybody() {
    let network = village();
    let members = grown(&network, 300, 0.7, Coins::new(1, "followers"), &Unwatched);
    for (crowd, chance, s) in
        [(Crowd::Everybody, 1.0, 0.2), (Crowd::Random(400), 0.2, 0.2), (members, 1.0, 0.0)]
    {
        let rate = 120.0 / crowd.count(network.people()) as f64;
        let look = Look::new(
            &network,
            feed(0.3, s, Some(2)),
            &crowd,
            Writers { chance, rate, skew: 0.25, total: Total::Poisson },
        );
        let exact = reachsim_fast::of_all(&look);
        let found = reachsim_fast::sampled(&look, 16_384, Coins::new(5, "people"));
        for (place, expected) in exact.numbers().iter().enumerate() {
            let room = if place < 2 * DEPTHS { 0.1 * expected } else { 0.1 * exact.reach[1] };
            expect_mean(&each(&found, |counts| counts.numbers()[place]))
                .near(*expected)
                .resolving(room);
        }
    }
}

/// The test above notices a way that forgets that two friends of a person may have a friend in
/// common.
#[test]
#[should_panic(expected = "standard errors")]
fn an_overlap_that_is_ignored_would_be_noticed() {
    let network = village();
    let posts = drawn(Crowd::Everybody, 200.0, Total::Poisson, f64::INFINITY);
    let worlds = simulated(&network, &posts, feed(0.3, 0.2, Some(2)), 500);
    let impressions = each(&worlds, |counts| counts.impressions[1]).iter().sum::<f64>() / 500.0;
    expect_mean(&each(&worlds, |counts| counts.reach[1])).near(impressions).resolving(impressions);
}

#[test]
fn a_higher_visibility_only_adds_views() {
    let network = village();
    for (s, activity) in [(0.0, None), (0.3, None), (0.3, Some(0.7))] {
        let posts = drawn(Crowd::Everybody, 40.0, Total::Fixed, 0.25);
        let of = |p: f64| simulated(&network, &posts, Feed { activity, ..feed(p, s, Some(3)) }, 50);
        let all: Vec<Vec<Counts>> = [0.02, 0.05, 0.2, 0.6, 0.97, 1.0].map(of).into_iter().collect();
        for pair in all.windows(2) {
            for (less, more) in pair[0].iter().zip(&pair[1]) {
                assert!(
                    less.reach[5] <= more.reach[5] && less.impressions[5] <= more.impressions[5],
                    "{less:?} {more:?}"
                );
            }
        }
    }
}

/// Deeper posts are worlds; what is known exactly at depth 2 takes most of the luck out of them.
#[test]
fn deep_posts_are_known_better_than_their_worlds() {
    let network = village();
    let degrees = Degrees::of(&network);
    let posts = Posts::Given(vec![(3, 1), (500, 2), (1200, 3)]);
    let feed = feed(0.3, 0.05, Some(4));
    let found = measure(&case(&network, &degrees, &posts, feed), Effort::FULL, &Unwatched);
    let Way::Simulated { worlds: count } = found.way else { panic!("{:?}", found.way) };
    let worlds = simulated(&network, &posts, feed, count);
    let plain = each(&worlds, |counts| counts.reach[5]);
    let mean = plain.iter().sum::<f64>() / plain.len() as f64;
    let se = (plain.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>()
        / (plain.len() * (plain.len() - 1)) as f64)
        .sqrt();
    assert!(found.reach().se < 0.7 * se, "{} {se}", found.reach().se);
    assert!((found.reach().value - mean).abs() < 4.0 * (se + found.reach().se));
    let graph = network.loaded().expect("in memory");
    let mut own = vec![0.0; graph.people() as usize];
    for (person, posts) in [(3, 1.0), (500, 2.0), (1200, 3.0)] {
        own[person] = posts;
    }
    assert!(expect::bound(graph, &own, &feed)[3] > found.reach().value);
}

#[test]
fn threads_change_no_digit() {
    let network = village();
    let degrees = Degrees::of(&network);
    let given = Posts::Given(vec![(1, 1), (2, 1)]);
    let big = synthetic("facebook-2011", 50_000_000, None);
    let big_degrees = Degrees::of(&big);
    let crowd = grown(&big, 5_000, 0.5, Coins::new(1, "followers"), &Unwatched);
    let everybody = drawn(Crowd::Everybody, 5_000.0, Total::Poisson, 0.25);
    let known = drawn(crowd, 500.0, Total::Fixed, 0.25);
    let all = || {
        let deep = measure(
            &case(&network, &degrees, &given, feed(0.3, 0.1, None)),
            Effort::QUICK,
            &Unwatched,
        );
        let exact = measure(
            &case(&network, &degrees, &everybody, feed(0.3, 0.1, Some(2))),
            Effort::QUICK,
            &Unwatched,
        );
        let sampled = measure(
            &case(&big, &big_degrees, &everybody, feed(0.05, 0.01, Some(2))),
            Effort::QUICK,
            &Unwatched,
        );
        let sparse = measure(
            &case(&big, &big_degrees, &known, feed(0.05, 0.005, Some(3))),
            Effort { most_worlds: 64, ..Effort::QUICK },
            &Unwatched,
        );
        assert!(matches!((exact.way, sampled.way), (Way::Exact, Way::Sampled { .. })));
        let neighbours = census(&network, &degrees, 1, &Unwatched);
        ([deep, exact, sampled, sparse], neighbours)
    };
    let on = |threads: usize| {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads").install(all)
    };
    let one = on(1);
    assert!(on(2) == one && on(8) == one);
}

/// Fewer worlds are the first of more, and a place for everybody remembers what a table does.
#[test]
fn worlds_do_not_depend_on_how_many_there_are() {
    let network = village();
    let posts = drawn(Crowd::Random(300), 30.0, Total::Poisson, 0.25);
    let (few, many) = (
        simulated(&network, &posts, feed(0.2, 0.1, None), 10),
        simulated(&network, &posts, feed(0.2, 0.1, None), 50),
    );
    assert_eq!(few[..], many[..10]);
    let stage = Stage::new(&network, feed(0.2, 0.1, None));
    let (mut dense, mut sparse): (Rooms<Dense>, Rooms<Sparse>) =
        (Rooms::new(network.people()), Rooms::new(network.people()));
    for world in 0..50 {
        let coins = Coins::new(1, "test").of(world);
        for post in 0..5 {
            stage.travel(post, &[u64::from(7 * post)], coins, &mut dense);
            stage.travel(post, &[u64::from(7 * post)], coins, &mut sparse);
        }
        assert_eq!(dense.end(|_| false), sparse.end(|_| false));
    }
}

#[test]
fn sizes_of_single_posts_have_the_mean_of_their_views() {
    let network = village();
    let stage = Stage::new(&network, feed(0.2, 0.1, Some(2)));
    let sizes =
        cascades(&stage, |draws| draws.below(2_000), 60_000, Coins::new(1, "cascades"), &Unwatched);
    assert!(sizes.is_sorted());
    let writers = Writers {
        chance: 1.0,
        rate: 1.0 / network.people() as f64,
        skew: f64::INFINITY,
        total: Total::Poisson,
    };
    let look = Look::new(&network, feed(0.2, 0.1, Some(2)), &Crowd::Everybody, writers);
    let sizes: Vec<f64> = sizes.iter().map(|size| *size as f64).collect();
    expect_mean(&sizes).near(reachsim_fast::of_all(&look).impressions[1]).resolving(0.8);
}

#[test]
fn a_closed_form_that_was_planted_is_found_again() {
    let planted = Fit { cv: 1.4, scatter: 0.03, off: 0.0 };
    let people = 1e6;
    let points: Vec<Point> = [10.0, 100.0, 1e3, 1e4, 1e5]
        .map(|hits| Point {
            askers: hits / 10.0,
            impressions: hits,
            reach: planted.reach(people, hits),
            se: 0.0,
        })
        .to_vec();
    let found = fit(&points, people, 1.0).expect("points");
    assert!(
        (found.cv - 1.4).abs() < 0.05
            && (found.scatter / 0.03 - 1.0).abs() < 0.05
            && found.off < 0.005,
        "{found:?}"
    );
    // Where nobody is met twice there is nothing to tell a scatter from.
    let apart: Vec<Point> =
        points.iter().map(|point| Point { reach: point.impressions, ..*point }).collect();
    assert_eq!(fit(&apart, people, 1.0), Some(Fit { cv: 1.0, scatter: 1.0, off: 0.0 }));
    assert_eq!(fit(&[], people, 1.0), None);
}

/// The reach of 5 to 400 askers of a clustered network, by the closed form with two numbers.
#[track_caller]
fn expect_closed_form(network: &Network) {
    let degrees = Degrees::of(network);
    let posts = Posts::Given(Vec::new());
    for p in [1.0, 0.1] {
        let points = curve(
            &case(network, &degrees, &posts, feed(p, 0.0, Some(1))),
            &Crowd::Everybody,
            400.0,
            Effort::FULL,
            &Unwatched,
        );
        let found = fit(&points, network.people() as f64, degrees.cv()).expect("a curve");
        for askers in [5, 10, 20, 40, 80, 160, 400] {
            let exact = expect::of_different(
                degrees.rows(),
                network.people(),
                askers,
                &feed(p, 0.0, Some(1)),
            );
            let closed = found.reach(network.people() as f64, exact.impressions[0]);
            assert!(
                (closed / exact.reach[0] - 1.0).abs() < 0.08,
                "{askers}: {closed} and {}",
                exact.reach[0]
            );
        }
    }
}

#[test]
fn the_closed_form_holds_on_a_clustered_network() {
    expect_closed_form(&village());
}

/// Published and independently computed values of a real network: run it with
/// `REACHSIM_EGO_FACEBOOK` set and `-- --ignored`.
#[test]
#[ignore = "needs the list of ego networks"]
fn ego_networks_have_the_values_that_were_published() {
    let network = ego_networks();
    let graph = network.loaded().expect("in memory");
    let degrees = Degrees::of(&network);
    let mut given: Vec<(u64, u32)> = graph
        .named(&(0..10).collect::<Vec<_>>())
        .expect("people")
        .into_iter()
        .map(|person| (person, 1))
        .collect();
    given.sort_unstable();
    assert_eq!((graph.people(), graph.ends()), (4_039, 2 * 88_234));
    let close = |found: f64, value: f64, digits: f64| {
        assert!((found - value).abs() <= digits, "{found}, not {value}");
    };
    let found = expect::of_given(graph, &given, &feed(0.05, 0.1, Some(2)), &Unwatched);
    close(found.reach[0], 24.719_701, 5e-7);
    close(found.impressions[0], 25.25, 1e-9);
    close(found.reach[1], 27.821_656, 5e-7);
    close(found.impressions[1], 28.554_819, 5e-7);
    let all = expect::of_given(graph, &given, &feed(1.0, 1.0, Some(2)), &Unwatched);
    close(all.reach[0], 348.0, 1e-9);
    close(all.reach[1], 1_519.0, 1e-9);
    for (p, gross, unique) in [(1.0, 1_747.6, 1_185.7), (0.1, 174.8, 166.4)] {
        let found = expect::of_different(degrees.rows(), 4_039, 40, &feed(p, 0.0, Some(1)));
        close(found.impressions[0], gross, 0.05);
        close(found.reach[0], unique, 0.05);
    }
    let worlds = simulated(&network, &Posts::Given(given), feed(0.05, 0.1, Some(2)), 20_000);
    expect_mean(&each(&worlds, |counts| counts.reach[1])).near(27.821_656).resolving(1.0);
    expect_closed_form(&network);
}
