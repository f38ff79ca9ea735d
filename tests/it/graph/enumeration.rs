//! Small graphs, where every outcome of every coin can be counted.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reachsim::graph::asked::{Asked, Posts, Total, Writers};
use reachsim::graph::counts::MOST;
use reachsim::graph::expect;
use reachsim::graph::feed::Feed;
use reachsim::graph::followers::Crowd;
use reachsim::graph::loaded::Loaded;
use reachsim::graph::look::Look;
use reachsim::watch::Unwatched;

use super::{each, feed, loaded, simulated};
use crate::statistics::expect_mean;

type Edges = Vec<(u64, u64)>;

/// The chance of everybody to see one post of an author, over all outcomes of the coins of
/// friendships and of reshares.
fn seen(people: usize, edges: &Edges, author: usize, feed: &Feed) -> Vec<f64> {
    let resharers: Vec<usize> = if feed.reshare == 1.0 || feed.depth() == 1 {
        Vec::new()
    } else {
        (0..people).filter(|p| *p != author).collect()
    };
    let coins = edges.len() + resharers.len();
    let mut chances = vec![0.0; people];
    for outcome in 0..1_u64 << coins {
        let is_up = |coin: usize| outcome >> coin & 1 == 1;
        let mut chance = 1.0;
        for coin in 0..coins {
            let p = if coin < edges.len() { feed.visibility } else { feed.reshare };
            chance *= if is_up(coin) { p } else { 1.0 - p };
        }
        let passes_on = |person: usize| {
            person == author
                || feed.reshare == 1.0
                || resharers
                    .iter()
                    .position(|p| *p == person)
                    .is_some_and(|place| is_up(edges.len() + place))
        };
        let mut depth = vec![u32::MAX; people];
        depth[author] = 0;
        let mut row = vec![author];
        while let Some(teller) = row.pop() {
            if depth[teller] >= feed.depth() || !passes_on(teller) {
                continue;
            }
            for (coin, (a, b)) in edges.iter().enumerate().filter(|(coin, _)| is_up(*coin)) {
                let _ = coin;
                let friend = match (*a as usize, *b as usize) {
                    (a, b) if a == teller => b,
                    (a, b) if b == teller => a,
                    _ => continue,
                };
                if depth[friend] > depth[teller] + 1 {
                    depth[friend] = depth[teller] + 1;
                    row.insert(0, friend);
                }
            }
        }
        for (person, chance_of) in chances.iter_mut().enumerate() {
            if person != author && depth[person] < u32::MAX {
                *chance_of += chance;
            }
        }
    }
    chances
}

/// Expected reach of one post, its author counted.
fn with_seed(people: usize, edges: &Edges, visibility: f64) -> f64 {
    1.0 + seen(people, edges, 0, &feed(visibility, 1.0, None)).iter().sum::<f64>()
}

fn complete(people: u64) -> Edges {
    (0..people).flat_map(|a| (0..a).map(move |b| (a, b))).collect()
}

fn ring(people: u64) -> Edges {
    (0..people).map(|a| (a, (a + 1) % people)).collect()
}

fn path(people: u64) -> Edges {
    (1..people).map(|a| (a - 1, a)).collect()
}

fn petersen() -> Edges {
    (0..5).flat_map(|a| [(a, (a + 1) % 5), (5 + a, 5 + (a + 2) % 5), (a, 5 + a)]).collect()
}

/// Published and hand-counted values, and travelling posts that come to them.
#[test]
fn posts_travel_as_far_as_enumeration_says() {
    for (people, edges, visibility, value) in [
        (4, complete(4), 0.1, 1.358_104),
        (5, complete(5), 0.5, 4.414_062_5),
        (5, path(5), 0.5, 1.9375),
        (6, ring(6), 0.5, 2.859_375),
        (10, petersen(), 0.05, 1.166_653_183_5),
    ] {
        let found = with_seed(people as usize, &edges, visibility);
        assert!((found - value).abs() < 1e-10, "{found}, not {value}");
        let worlds = simulated(
            &loaded(Loaded::of(people, &edges)),
            &Posts::Given(vec![(0, 1)]),
            feed(visibility, 1.0, None),
            200_000,
        );
        expect_mean(&each(&worlds, |counts| 1.0 + counts.reach[5])).near(value).resolving(0.05);
    }
}

/// A negative control: the same test notices posts that are seen by a thirtieth too many.
#[test]
#[should_panic(expected = "standard errors")]
fn a_visibility_that_is_off_would_be_noticed() {
    let worlds = simulated(
        &loaded(Loaded::of(5, &complete(5))),
        &Posts::Given(vec![(0, 1)]),
        feed(0.5 * 31.0 / 30.0, 1.0, None),
        200_000,
    );
    expect_mean(&each(&worlds, |counts| 1.0 + counts.reach[5])).near(4.414_062_5).resolving(0.05);
}

/// The chances of seeing so many of several posts, each by its own chance.
fn frequencies(chances: &[f64]) -> Vec<f64> {
    let mut counts = vec![0.0; chances.len() + 1];
    counts[0] = 1.0;
    for chance in chances {
        for n in (1..counts.len()).rev() {
            counts[n] = counts[n] * (1.0 - chance) + counts[n - 1] * chance;
        }
        counts[0] *= 1.0 - chance;
    }
    counts
}

fn small_graphs() -> impl Strategy<Value = (u64, Edges)> {
    (3_u64..6).prop_flat_map(|people| {
        let pairs = complete(people);
        proptest::sample::subsequence(pairs.clone(), 1..=pairs.len().min(7))
            .prop_map(move |edges| (people, edges))
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    /// Reach, impressions and frequencies of the posts of given people at depth 1 and 2, and the
    /// bound beyond.
    #[test]
    fn expectations_are_those_of_enumeration(
        (people, edges) in small_graphs(),
        p in 0.05_f64..0.95,
        s in 0.05_f64..0.95,
        second in 1_u64..3,
    ) {
        let graph = Loaded::of(people, &edges);
        let given = vec![(0, 1), (second, 2)];
        for depth in 1..=4 {
            let feed = feed(p, s, Some(depth));
            let of: Vec<Vec<f64>> = [0, second as usize, second as usize]
                .iter()
                .map(|author| seen(people as usize, &edges, *author, &feed))
                .collect();
            let per_person: Vec<Vec<f64>> = (0..people as usize)
                .map(|person| of.iter().map(|chances| chances[person]).collect())
                .collect();
            let reach: f64 = per_person
                .iter()
                .map(|chances| 1.0 - chances.iter().map(|chance| 1.0 - chance).product::<f64>())
                .sum();
            let bound = expect::bound(
                &graph,
                &{
                    let mut own = vec![0.0; people as usize];
                    own[0] = 1.0;
                    own[second as usize] += 2.0;
                    own
                },
                &feed,
            );
            if depth > 2 {
                prop_assert!(bound[depth as usize - 1] >= reach - 1e-12);
                continue;
            }
            prop_assert!((bound[depth as usize - 1] - reach).abs() < 1e-12);
            let quick = expect::reach_of_given(&graph, &given, &feed);
            prop_assert!((quick[1] - reach).abs() < 1e-12);
            let found = if depth == 1 {
                expect::of_given_at_depth_one(&graph, &given, &feed)
            } else {
                expect::of_given(&graph, &given, &feed, &Unwatched)
            };
            let impressions: f64 = per_person.iter().flatten().sum();
            prop_assert!(
                (found.reach[1] - reach).abs() < 1e-12
                    && (found.impressions[1] - impressions).abs() < 1e-12
            );
            for times in 1..=3 {
                let more: f64 = per_person
                    .iter()
                    .map(|chances| frequencies(chances)[times..].iter().sum::<f64>())
                    .sum();
                prop_assert!((found.frequency[times - 1] - more).abs() < 1e-12);
            }
        }
    }

    /// The posts of chance writers: every person's logarithms add up over everybody within two
    /// steps.
    #[test]
    fn chance_writers_add_up_by_their_logarithms(
        (people, edges) in small_graphs(),
        p in 0.05_f64..0.95,
        s in 0.05_f64..0.95,
        rate in 0.05_f64..3.0,
        skew in 0.1_f64..5.0,
    ) {
        let graph = Loaded::of(people, &edges);
        for (depth, skew) in [(1, skew), (2, skew), (2, f64::INFINITY)] {
            let feed = feed(p, s, Some(depth));
            let of: Vec<Vec<f64>> = (0..people as usize)
                .map(|author| seen(people as usize, &edges, author, &feed))
                .collect();
            let missed = |seen: f64| {
                if skew.is_finite() {
                    (1.0 + rate * seen / skew).powf(-skew)
                } else {
                    (-rate * seen).exp()
                }
            };
            let reach: f64 = (0..people as usize)
                .map(|person| {
                    1.0 - of.iter().map(|chances| missed(chances[person])).product::<f64>()
                })
                .sum();
            let writers = Writers { chance: 1.0, rate, skew, total: Total::Poisson };
            let found =
                expect::of_all(&Look::new(&graph, feed, &Crowd::Everybody, writers), &Unwatched);
            prop_assert!((found.reach[1] - reach).abs() < 1e-9, "{} and {reach}", found.reach[1]);
            prop_assert!(
                (found.impressions[1] - rate * of.iter().flatten().sum::<f64>()).abs() < 1e-9
            );
            prop_assert!(
                found.frequency.windows(2).all(|pair| pair[0] >= pair[1] - 1e-12)
                    && found.frequency[MOST - 1] >= 0.0
            );
        }
    }
}

#[test]
fn nobody_asks_and_nobody_sees() {
    let graph = loaded(Loaded::of(5, &complete(5)));
    let posts = Posts::Sampled {
        crowd: Crowd::Random(0),
        asked: Asked { posts: 9.0, total: Total::Fixed, skew: 1.0 },
    };
    assert!(
        simulated(&graph, &posts, feed(0.5, 0.5, None), 20)
            .iter()
            .all(|counts| counts.impressions[5] == 0.0)
    );
    let blind = simulated(&graph, &Posts::Given(vec![(0, 3)]), feed(0.0, 1.0, None), 20);
    assert!(blind.iter().all(|counts| counts.reach[5] == 0.0));
    let all = simulated(&graph, &Posts::Given(vec![(0, 3)]), feed(1.0, 0.0, None), 20);
    assert!(all.iter().all(|counts| counts.reach[5] == 4.0
        && counts.impressions[5] == 12.0
        && counts.frequency[2] == 4.0));
}
