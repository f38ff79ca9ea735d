//! Ties with a direction, and ties of unequal weights: against every outcome of every coin.

use std::sync::Arc;

use reachsim_core::graph::Graph;
use reachsim_core::graph::asked::Writers;
use reachsim_core::graph::asked::{Asked, Posts, Total};
use reachsim_core::graph::census::{Degrees, Neighbourhood};
use reachsim_core::graph::choose::choose;
use reachsim_core::graph::choose::wish::Wish;
use reachsim_core::graph::coins::Coins;
use reachsim_core::graph::feed::Feed;
use reachsim_core::graph::followers::Crowd;
use reachsim_core::graph::loaded::Loaded;
use reachsim_core::graph::look::Look;
use reachsim_core::graph::measure::{Case, Effort, Measured, Way, measure};
use reachsim_core::graph::message::{Message, survey};
use reachsim_core::graph::network::Network;
use reachsim_core::graph::rare::{Leading, Part};
use reachsim_core::graph::sample;
use reachsim_core::graph::ties::{Tie, Ties, Weights};
use reachsim_core::watch::Unwatched;

use crate::statistics::Expectation;

/// Who follows whom, with a weight.
type Listed = Vec<(u64, u64, f64)>;

const PEOPLE: u64 = 6;

/// A pair who follow each other, a triangle that goes round, and one who only follows.
fn follows() -> Listed {
    vec![
        (1, 0, 0.5),
        (0, 1, 0.25),
        (2, 1, 0.75),
        (3, 2, 0.5),
        (1, 3, 1.0),
        (4, 0, 0.125),
        (4, 2, 0.5),
        (5, 4, 0.625),
        (2, 0, 0.25),
    ]
}

fn tie(is_directed: bool, weights: Option<Weights>) -> Tie {
    Tie { is_directed, weights }
}

fn network(list: &Listed, tie: Tie) -> Network {
    Network::Tied(Arc::new(Ties::of(PEOPLE, list, tie).expect("weights above zero")))
}

fn feed(visibility: f64, reshare: f64, depth: Option<u32>) -> Feed {
    Feed { visibility, reshare, depth, activity: None }
}

/// Ties from whoever writes to whoever sees it, with the chance to.
fn arcs(list: &Listed, tie: Tie, visibility: f64) -> Listed {
    let mean = list.iter().map(|(.., weight)| weight).sum::<f64>() / list.len() as f64;
    let chance = |weight: f64| match tie.weights {
        None => visibility,
        Some(Weights::Chance) => weight,
        Some(Weights::Closeness) => (visibility * weight / mean).min(1.0),
    };
    let forth = list.iter().map(|(a, b, weight)| (*b, *a, chance(*weight)));
    let back = list.iter().map(|(a, b, weight)| (*a, *b, chance(*weight)));
    if tie.is_directed { forth.collect() } else { forth.chain(back).collect() }
}

/// The chance of everybody to see one message of these authors, over all outcomes of all coins.
fn enumerated(arcs: &Listed, authors: &[u64], reshare: f64, depth: Option<u32>) -> Vec<f64> {
    let mut seen = vec![0.0; PEOPLE as usize];
    let coins = arcs.len() + if reshare < 1.0 { PEOPLE as usize } else { 0 };
    for outcome in 0..1_u64 << coins {
        let open = |coin: usize| outcome >> coin & 1 == 1;
        let of = |coin: usize, chance: f64| if open(coin) { chance } else { 1.0 - chance };
        let mut chance: f64 = arcs.iter().enumerate().map(|(arc, (.., p))| of(arc, *p)).product();
        chance *= (arcs.len()..coins).map(|coin| of(coin, reshare)).product::<f64>();
        if chance == 0.0 {
            continue;
        }
        let mut steps = vec![u32::MAX; PEOPLE as usize];
        for author in authors {
            steps[*author as usize] = 0;
        }
        for step in 0..depth.unwrap_or(PEOPLE as u32) {
            for (_, (from, to, _)) in arcs.iter().enumerate().filter(|(arc, _)| open(*arc)) {
                let tells = step == 0 || reshare == 1.0 || open(arcs.len() + *from as usize);
                if steps[*from as usize] == step && tells && steps[*to as usize] == u32::MAX {
                    steps[*to as usize] = step + 1;
                }
            }
        }
        for (seen, step) in seen.iter_mut().zip(steps) {
            *seen += if step > 0 && step < u32::MAX { chance } else { 0.0 };
        }
    }
    seen
}

/// Impressions and reach of a post of each of these authors.
fn of_each(arcs: &Listed, authors: &[u64], reshare: f64, depth: Option<u32>) -> [f64; 2] {
    let each: Vec<Vec<f64>> =
        authors.iter().map(|author| enumerated(arcs, &[*author], reshare, depth)).collect();
    let missed = |person: usize| each.iter().map(|seen| 1.0 - seen[person]).product::<f64>();
    let reach = (0..PEOPLE as usize).map(|person| 1.0 - missed(person)).sum();
    [each.iter().flatten().sum(), reach]
}

fn measured(network: &Network, posts: &Posts, feed: Feed) -> Measured {
    let degrees = Degrees::of(network);
    let effort = Effort { precision: 0.002, ..Effort::FULL };
    measure(&Case { network, degrees: &degrees, posts, feed, seed: 1 }, effort, &Unwatched)
}

fn kinds() -> [(Tie, f64); 5] {
    [
        (tie(true, None), 0.375),
        (tie(true, Some(Weights::Chance)), 1.0),
        (tie(true, Some(Weights::Closeness)), 0.5),
        (tie(false, Some(Weights::Chance)), 1.0),
        (tie(false, Some(Weights::Closeness)), 0.5),
    ]
}

/// Friendships, of whom everybody has as many coins as ties with a direction.
fn listed(tie: Tie) -> Listed {
    let both = |list: Listed| list.into_iter().filter(|(a, b, _)| (*a, *b) != (0, 1)).collect();
    if tie.is_directed { follows() } else { both(follows()) }
}

#[test]
fn posts_on_ties_reach_what_enumeration_says() {
    for (tie, visibility) in kinds() {
        let (list, authors) = (listed(tie), [0, 2]);
        let network = network(&list, tie);
        let arcs = arcs(&list, tie, visibility);
        let posts = Posts::Given(authors.iter().map(|author| (*author, 1)).collect());
        for depth in [1, 2] {
            let found = measured(&network, &posts, feed(visibility, 0.5, Some(depth)));
            let near = of_posts(&arcs, &authors, 0.5, Some(depth), tie);
            assert_eq!(found.way, Way::Exact);
            let found = [found.impressions().value, found.reach().value];
            for (found, near) in found.iter().zip(near) {
                assert!((found - near).abs() < 1e-6, "{tie:?} {depth}: {found}, not {near}");
            }
        }
        let found = measured(&network, &posts, feed(visibility, 0.5, Some(4)));
        let [_, near] = of_posts(&arcs, &authors, 0.5, Some(4), tie);
        let reach = found.reach();
        assert!(matches!(found.way, Way::Simulated { .. }));
        Expectation { found: reach.value, near, se: reach.se }.resolving(0.1);
    }
}

/// Without a direction a friendship has one coin for both ways, of which one post takes one.
fn of_posts(
    arcs: &Listed,
    authors: &[u64],
    reshare: f64,
    depth: Option<u32>,
    tie: Tie,
) -> [f64; 2] {
    if tie.is_directed {
        return of_each(arcs, authors, reshare, depth);
    }
    // Whoever passes a post on has it: only ways away from the author matter, and each tie is gone
    // one way. So coins of their own for both ways come to the same, with half of them at a time.
    let each: Vec<Vec<f64>> =
        authors.iter().map(|author| shared(arcs, *author, reshare, depth)).collect();
    let missed = |person: usize| each.iter().map(|seen| 1.0 - seen[person]).product::<f64>();
    let reach = (0..PEOPLE as usize).map(|person| 1.0 - missed(person)).sum();
    [each.iter().flatten().sum(), reach]
}

/// The same as [`enumerated`] where both ways over a friendship have one coin.
fn shared(arcs: &Listed, author: u64, reshare: f64, depth: Option<u32>) -> Vec<f64> {
    let half = arcs.len() / 2;
    let mut seen = vec![0.0; PEOPLE as usize];
    for outcome in 0..1_u64 << half {
        let open: Listed = (0..arcs.len())
            .filter(|arc| outcome >> (arc % half) & 1 == 1)
            .map(|arc| (arcs[arc].0, arcs[arc].1, 1.0))
            .collect();
        let of = |arc: usize| if outcome >> arc & 1 == 1 { arcs[arc].2 } else { 1.0 - arcs[arc].2 };
        let chance: f64 = (0..half).map(of).product();
        // Of the open ones all show, so that only the coins to pass on are left.
        let told = tellers(&open, author, reshare, depth);
        seen.iter_mut().zip(told).for_each(|(seen, told)| *seen += chance * told);
    }
    seen
}

/// The chance of everybody to be told over open ties, over the coins of those who pass it on.
fn tellers(open: &Listed, author: u64, reshare: f64, depth: Option<u32>) -> Vec<f64> {
    let mut seen = vec![0.0; PEOPLE as usize];
    for outcome in 0..1_u64 << PEOPLE {
        let tells = |person: u64| person == author || outcome >> person & 1 == 1;
        let of = |person: u64| if outcome >> person & 1 == 1 { reshare } else { 1.0 - reshare };
        let chance: f64 = (0..PEOPLE).map(of).product();
        let mut steps = vec![u32::MAX; PEOPLE as usize];
        steps[author as usize] = 0;
        for step in 0..depth.unwrap_or(PEOPLE as u32) {
            for (from, to, _) in open {
                if steps[*from as usize] == step && tells(*from) && steps[*to as usize] == u32::MAX
                {
                    steps[*to as usize] = step + 1;
                }
            }
        }
        for (seen, step) in seen.iter_mut().zip(steps) {
            *seen += if step > 0 && step < u32::MAX { chance } else { 0.0 };
        }
    }
    seen
}

/// Poisson posts of everybody: v misses them with exp(-rate x sum of r).
#[test]
fn posts_of_anybody_on_ties_are_exact_too() {
    for (tie, visibility) in &kinds()[..3] {
        let list = listed(*tie);
        let network = network(&list, *tie);
        let asked = Asked { posts: 4.0, total: Total::Poisson, skew: f64::INFINITY };
        let posts = Posts::Sampled { crowd: Crowd::Everybody, asked };
        let feed = feed(*visibility, 0.5, Some(2));
        let found = measured(&network, &posts, feed);
        let arcs = arcs(&list, *tie, *visibility);
        let each: Vec<Vec<f64>> =
            (0..PEOPLE).map(|author| enumerated(&arcs, &[author], 0.5, Some(2))).collect();
        let ways = |person: usize| each.iter().map(|seen| seen[person]).sum::<f64>();
        let rate = 4.0 / PEOPLE as f64;
        let near: f64 = (0..PEOPLE as usize).map(|person| 1.0 - (-rate * ways(person)).exp()).sum();
        assert_eq!(found.way, Way::Exact);
        assert!((found.reach().value - near).abs() < 1e-6, "{:?}, not {near}", found.reach());
        let views: f64 = (0..PEOPLE as usize).map(|person| rate * ways(person)).sum();
        assert!((found.impressions().value - views).abs() < 1e-6);
        sampled(&network, feed, near);
    }
}

/// People chosen by those whom they follow come to the same as everybody.
fn sampled(network: &Network, feed: Feed, near: f64) {
    let writers = Writers {
        chance: 1.0,
        rate: 4.0 / PEOPLE as f64,
        skew: f64::INFINITY,
        total: Total::Poisson,
    };
    let look = Look::new(network, feed, &Crowd::Everybody, writers);
    let found = sample::values(&look, 0..4_000, 4_000, Coins::new(2, "people"), &Unwatched);
    let reach: Vec<f64> = found.iter().map(|counts| counts.reach[1]).collect();
    let mean = reach.iter().sum::<f64>() / reach.len() as f64;
    // One of each of equal parts of all ties: the mean is nearly the sum itself.
    assert!((mean - near).abs() < 0.01, "{mean}, not {near}");
}

#[test]
fn one_message_on_ties_reaches_what_enumeration_says() {
    for (tie, visibility) in &kinds()[..3] {
        let list = listed(*tie);
        let (network, arcs) = (network(&list, *tie), arcs(&list, *tie, *visibility));
        for depth in [Some(1), Some(2), None] {
            let authors = vec![0, 3];
            let near: f64 = enumerated(&arcs, &authors, 0.5, depth).iter().sum();
            let feed = feed(*visibility, 0.5, depth);
            let message = Message { authors, feed, seed: 1, precision: 0.002 };
            let found = survey(&network, &message, &Unwatched).expect("it is small").measured;
            let reach = found.reach();
            if depth.is_some() {
                assert!((reach.value - near).abs() < 1e-6, "{tie:?}: {reach:?}, not {near}");
            } else {
                Expectation { found: reach.value, near, se: reach.se }.resolving(0.1);
            }
        }
    }
}

/// Posts that are led where few come: down a chain of followers.
#[test]
fn rare_depths_of_ties_are_led_to() {
    let list: Listed = vec![(1, 0, 0.125), (2, 1, 0.25), (3, 2, 0.25), (4, 3, 0.5), (5, 3, 1.0)];
    let tie = tie(true, Some(Weights::Chance));
    let network = network(&list, tie);
    let feed = feed(1.0, 0.5, None);
    let near: f64 = enumerated(&arcs(&list, tie, 1.0), &[0], 0.5, None).iter().sum();
    let posts = Posts::Given(vec![(0, 1)]);
    let leading = Leading::new(&network, &posts, feed, Part::All);
    let found = leading.worlds(0..20_000, Coins::new(3, "led"), &Unwatched);
    let reach: Vec<f64> = found.iter().map(|counts| counts.reach[5]).collect();
    let mean = reach.iter().sum::<f64>() / reach.len() as f64;
    let square = reach.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>();
    let se = (square / reach.len() as f64).sqrt() / (reach.len() as f64).sqrt();
    Expectation { found: mean, near, se }.resolving(0.002);
    let found = measured(&network, &posts, feed);
    assert!((found.reach().value - near).abs() < 4.89 * found.reach().se.max(1e-9));
}

/// The best two of everybody, by enumeration of all pairs.
#[test]
fn whom_to_win_on_ties_is_the_best_choice() {
    for (tie, visibility) in &kinds()[..3] {
        let list = listed(*tie);
        let (network, arcs) = (network(&list, *tie), arcs(&list, *tie, *visibility));
        let spread = |a: u64, b: u64| -> f64 { enumerated(&arcs, &[a, b], 0.5, None).iter().sum() };
        let pairs = (0..PEOPLE).flat_map(|a| (0..a).map(move |b| (b, a)));
        let best = pairs.map(|(a, b)| spread(a, b)).fold(0.0, f64::max);
        let wish = Wish {
            feed: feed(*visibility, 0.5, None),
            candidates: Crowd::Everybody,
            given: Vec::new(),
            most: 2,
            prices: None,
            ratio: Some(0.9),
            precision: 0.005,
            seed: 1,
        };
        let found = choose(&network, &wish, &Unwatched);
        let [a, b] = [found.people[0].person, found.people[1].person];
        let near = spread(a, b);
        assert!(near > 0.97 * best, "{tie:?}: {a} and {b} reach {near} of {best}");
        Expectation { found: found.spread.value, near, se: found.spread.se }.resolving(0.2);
        assert_eq!(found.people[0].friends, network.degree(a));
    }
}

/// Whoever follows and is followed by the same people has friends: the answers are those of lists
/// without a direction, bit by bit where they are counted the same way.
#[test]
fn follows_both_ways_are_friendships() {
    let edges = [(0, 1), (1, 2), (2, 3), (3, 1), (4, 0), (5, 4)];
    let both: Listed = edges.iter().flat_map(|(a, b)| [(*a, *b, 1.0), (*b, *a, 1.0)]).collect();
    let friends = Network::Loaded(Arc::new(Loaded::of(PEOPLE, &edges)));
    let follows = network(&both, tie(true, None));
    let weighed: Listed = edges.iter().map(|(a, b)| (*a, *b, 3.0)).collect();
    let alike = network(&weighed, tie(false, Some(Weights::Closeness)));
    assert_eq!((follows.ties(), alike.ties()), (12, 6));
    assert_eq!(alike.bare().fingerprint(), friends.fingerprint());
    let [a, b, c] = [&friends, &follows, &alike].map(|network| {
        let posts = Posts::Given(vec![(0, 1), (2, 2)]);
        measured(network, &posts, feed(0.3, 0.4, Some(2)))
    });
    for other in [b, c] {
        for (found, near) in other.mean.numbers().iter().zip(a.mean.numbers()) {
            assert!((found - near).abs() < 1e-6, "{other:?}, not {a:?}");
        }
    }
    let [a, b, c] = [&friends, &follows, &alike].map(Degrees::of);
    for other in [b, c] {
        assert_eq!(other.rows(), a.rows());
        assert!((other.others() - a.others()).abs() < 1e-6);
        assert!((other.of_a_friend() - a.of_a_friend()).abs() < 1e-12);
        assert!((other.source_cv() - a.cv()).abs() < 1e-12);
    }
    let clustering = |network: &Network| Neighbourhood::of(network, 1).clustering();
    assert_eq!(clustering(&follows), clustering(&friends));
}

/// Among many people without blocks a post that takes off comes as far as generations say.
#[test]
fn a_post_that_takes_off_comes_as_far_as_theory_says() {
    let people = 20_000_u64;
    let mut draws = Coins::new(5, "follows").draws(0);
    let list: Listed =
        (0..people * 3).map(|_| (draws.below(people), draws.below(people), 1.0)).collect();
    let ties = Ties::of(people, &list, tie(true, None)).expect("weights above zero");
    let network = Network::Tied(Arc::new(ties));
    let feed = feed(0.5, 1.0, None);
    let near = Degrees::of(&network).outbreak(&feed);
    let message = Message { authors: (0..40).collect(), feed, seed: 1, precision: 0.002 };
    let found = survey(&network, &message, &Unwatched).expect("it is small").measured;
    let share = found.reach().value / people as f64;
    assert!((share / near - 1.0).abs() < 0.02, "{share}, not {near}");
}
