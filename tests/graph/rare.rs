//! Depths to which few worlds come, on graphs where every outcome of every coin can be counted.

use std::sync::Arc;

use reachsim_core::graph::asked::{Asked, Posts, Total};
use reachsim_core::graph::census::Degrees;
use reachsim_core::graph::coins::Coins;
use reachsim_core::graph::counts::Counts;
use reachsim_core::graph::feed::Feed;
use reachsim_core::graph::followers::Crowd;
use reachsim_core::graph::loaded::Loaded;
use reachsim_core::graph::measure::{Case, Effort, Measured, Way, measure};
use reachsim_core::graph::network::Network;
use reachsim_core::graph::rare::{Leading, Part};
use reachsim_core::graph::simulate::{Stage, worlds};
use reachsim_core::watch::Unwatched;

type Edges = Vec<(u64, u64)>;

const ALL: [(u64, Shape, f64, f64); 5] = [
    (4, complete, 0.1, 0.358_104),
    (5, path, 0.5, 0.9375),
    (6, ring, 0.5, 1.859_375),
    (10, petersen, 0.05, 0.166_653_183_5),
    (HUB + 4, hub, 0.05, 0.115_125),
];
type Shape = fn(u64) -> Edges;
/// Friends whom the last of a chain has behind him.
const HUB: u64 = 10_000;

fn complete(people: u64) -> Edges {
    (0..people).flat_map(|a| (0..a).map(move |b| (a, b))).collect()
}

fn path(people: u64) -> Edges {
    (1..people).map(|a| (a - 1, a)).collect()
}

fn ring(people: u64) -> Edges {
    (0..people).map(|a| (a, (a + 1) % people)).collect()
}

fn petersen(_: u64) -> Edges {
    (0..5).flat_map(|a| [(a, (a + 1) % 5), (5 + a, 5 + (a + 2) % 5), (a, 5 + a)]).collect()
}

/// A chain of three to somebody with very many friends.
fn hub(people: u64) -> Edges {
    (1..people).map(|a| ((a - 1).min(3), a)).collect()
}

fn network(people: u64, edges: &Edges) -> Network {
    Network::Loaded(Arc::new(Loaded::of(people, edges)))
}

fn feed(visibility: f64, reshare: f64) -> Feed {
    Feed { visibility, reshare, depth: None, activity: None }
}

/// Expected reach of one post of person 0, whom everybody who sees it passes on.
fn enumerated(people: usize, edges: &Edges, visibility: f64) -> f64 {
    let mut reach = 0.0;
    for outcome in 0..1_u64 << edges.len() {
        let open = outcome.count_ones() as i32;
        let chance = visibility.powi(open) * (1.0 - visibility).powi(edges.len() as i32 - open);
        let mut seen = vec![false; people];
        let mut row = vec![0];
        seen[0] = true;
        while let Some(teller) = row.pop() {
            for (_, (a, b)) in edges.iter().enumerate().filter(|(e, _)| outcome >> e & 1 == 1) {
                for (from, to) in [(*a, *b), (*b, *a)] {
                    if from == teller && !seen[to as usize] {
                        seen[to as usize] = true;
                        row.push(to);
                    }
                }
            }
        }
        reach += chance * (seen.iter().filter(|seen| **seen).count() - 1) as f64;
    }
    reach
}

fn measured(network: &Network, posts: &Posts, feed: Feed, seed: u64, effort: Effort) -> Measured {
    let degrees = Degrees::of(network);
    measure(&Case { network, degrees: &degrees, posts, feed, seed }, effort, &Unwatched)
}

/// Mean and standard error.
fn mean(values: &[f64]) -> [f64; 2] {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let square = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>();
    [mean, (square / (n - 1.0) / n).sqrt()]
}

#[test]
fn the_values_are_those_of_enumeration() {
    for (people, shape, visibility, value) in &ALL[..4] {
        let found = enumerated(*people as usize, &shape(*people), *visibility);
        assert!((found - value).abs() < 1e-10, "{found}, not {value}");
    }
}

/// An error of 5 % of what lies beyond depth 2 is noticed; |z| < 4.89 fails once in a million.
#[test]
fn worlds_that_are_led_come_to_what_enumeration_says() {
    for (people, shape, visibility, value) in ALL {
        let network = network(people, &shape(people));
        let posts = Posts::Given(vec![(0, 1)]);
        let count = if people > HUB { 6_000 } else { 60_000 };
        let leading = Leading::new(&network, &posts, feed(visibility, 1.0), Part::All);
        let found = leading.worlds(0..count, Coins::new(3, "led"), &Unwatched);
        let reach: Vec<f64> = found.iter().map(|counts| counts.reach[5]).collect();
        let [mean, se] = mean(&reach);
        assert!((mean - value).abs() < 4.89 * se, "{mean} ± {se}, not {value}");
        let beyond = reach.iter().zip(&found).map(|(all, counts)| all - counts.reach[1]);
        let beyond = beyond.sum::<f64>() / count as f64;
        assert!(4.89 * se < 0.1 * beyond, "{se} of {beyond} is too coarse");
    }
}

/// Whatever is counted of several posts of unequal people has the expectation of worlds that
/// travel as they would.
#[test]
fn led_posts_add_what_travelling_posts_have() {
    let edges: Edges = (0..40)
        .flat_map(|a| [(a, (a + 1) % 40), (a, (a * 7 + 3) % 40), (a, (a * a + 5) % 40)])
        .collect();
    let network = network(40, &edges);
    let asked = Asked { posts: 4.0, total: Total::Poisson, skew: 0.5 };
    for (posts, activity, depth) in [
        (Posts::Given(vec![(0, 2), (5, 1), (9, 1)]), None, None),
        (Posts::Given(vec![(0, 1), (17, 2)]), Some(0.7), Some(4)),
        (Posts::Sampled { crowd: Crowd::Random(12), asked }, None, Some(3)),
        (Posts::Sampled { crowd: Crowd::Everybody, asked }, Some(2.0), None),
    ] {
        let feed = Feed { visibility: 0.2, reshare: 0.6, depth, activity };
        let stage = Stage::new(&network, feed);
        let count = 30_000;
        let plain = worlds(&stage, &posts, 0..count, Coins::new(1, "plain"), &Unwatched);
        let less = |all: &Counts, near: &Counts| {
            let mut less = *all;
            less.add(*near, -1.0);
            less
        };
        let near = Stage::new(&network, Feed { depth: Some(2), ..feed });
        let nearer = worlds(&near, &posts, 0..count, Coins::new(1, "plain"), &Unwatched);
        let beyond: Vec<Counts> = plain.iter().zip(&nearer).map(|(a, b)| less(a, b)).collect();
        for (part, travelled) in [(Part::All, &plain), (Part::Beyond, &beyond)] {
            let leading = Leading::new(&network, &posts, feed, part);
            let led = leading.worlds(0..count, Coins::new(2, "led"), &Unwatched);
            for place in 0..travelled[0].numbers().len() {
                let of = |all: &[Counts]| {
                    mean(&all.iter().map(|counts| counts.numbers()[place]).collect::<Vec<_>>())
                };
                let ([a, a_se], [b, b_se]) = (of(travelled), of(&led));
                let se = a_se.hypot(b_se);
                assert!((a - b).abs() <= 4.89 * se, "{part:?} {place}: {a} and {b} ± {se}");
            }
        }
    }
}

/// The negative control: without its weight a chain is taken for certain.
#[test]
fn a_weight_that_is_forgotten_would_be_noticed() {
    let network = network(5, &path(5));
    let posts = Posts::Given(vec![(0, 1)]);
    let leading = Leading::new(&network, &posts, feed(31.0 / 32.0, 1.0), Part::All);
    let found = leading.worlds(0..2_000, Coins::new(3, "led"), &Unwatched);
    let [mean, se] = mean(&found.iter().map(|counts| counts.reach[5]).collect::<Vec<_>>());
    assert!((mean - 0.9375).abs() > 4.89 * se, "{mean} ± {se}");
}

/// 95 % intervals of 200 seeds: 181 hold the value with a chance of 99.7 % and more.
#[test]
fn intervals_cover_what_enumeration_says() {
    let effort = Effort { precision: 0.02, most_worlds: 2_048, ..Effort::FULL };
    let small: (u64, Shape, f64, f64) = (1_004, hub, 0.05, 0.058_875);
    for (people, shape, visibility, value) in ALL[..4].iter().copied().chain([small]) {
        let network = network(people, &shape(people));
        let posts = Posts::Given(vec![(0, 1)]);
        let seeds = 200;
        let mut held = 0;
        for seed in 0..seeds {
            let found = measured(&network, &posts, feed(visibility, 1.0), seed, effort);
            let reach = found.reach();
            assert!(matches!(found.way, Way::Simulated { .. }) && found.is_told);
            assert!(reach.se > 0.0, "{reach:?} knows no error");
            let [low, high] = reach.interval();
            held += u64::from((low..=high).contains(&value));
        }
        assert!(held >= 181, "{people}: {held} of {seeds}");
    }
}

/// What worlds never met is a part of the error.
#[test]
fn worlds_that_cannot_tell_their_error_say_so() {
    // Of very many posts only one may go far, and few worlds lead that one.
    let pairs = (0..20_000).map(|a| (10 + 2 * a, 11 + 2 * a));
    let edges: Edges = path(10).into_iter().chain(pairs).collect();
    let network = network(40_010, &edges);
    let authors = std::iter::once(0).chain((0..20_000).map(|a| 10 + 2 * a));
    let posts = Posts::Given(authors.map(|author| (author, 1)).collect());
    let found = measured(&network, &posts, feed(0.05, 1.0), 1, Effort::QUICK);
    let reach = found.reach();
    assert!(!found.is_told && reach.se > 0.0, "{found:?}");
    let [low, high] = reach.interval();
    let exact = 20_000.0 * 0.05 + (1..10).map(|depth| 0.05_f64.powi(depth)).sum::<f64>();
    assert!((low..=high).contains(&exact), "{reach:?}");
}

#[test]
fn what_no_post_can_leave_is_exact() {
    let star: Edges = (1..9).map(|a| (0, a)).collect();
    let network = network(9, &star);
    let posts = Posts::Given(vec![(0, 1), (3, 1)]);
    let found = measured(&network, &posts, feed(0.2, 0.5), 1, Effort::FULL);
    assert_eq!((found.way, found.reach().se), (Way::Exact, 0.0));
    let certain = measured(&network, &posts, feed(1.0, 1.0), 1, Effort::FULL);
    assert_eq!((certain.way, certain.reach().value), (Way::Exact, 9.0));
    let blind = measured(&network, &posts, feed(0.0, 1.0), 1, Effort::FULL);
    assert_eq!((blind.way, blind.reach().value), (Way::Exact, 0.0));
}

#[test]
fn threads_change_no_digit_of_what_is_led() {
    let network = network(10, &petersen(10));
    let posts = Posts::Given(vec![(0, 1), (7, 2)]);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| measured(&network, &posts, feed(0.05, 0.9), 1, Effort::QUICK))
    };
    let one = on(1);
    assert!(on(2) == one && on(5) == one);
}
