//! Sets of those who could have told somebody.

use reachsim_core::graph::Graph;
use reachsim_core::graph::choose::bound::limits;
use reachsim_core::graph::choose::cover::{By, Index, Limits, greedy};
use reachsim_core::graph::choose::people::Candidates;
use reachsim_core::graph::choose::sets::{Hunt, Sets};
use reachsim_core::graph::choose::spread::{Trial, Until};
use reachsim_core::graph::choose::steps::Steps;
use reachsim_core::graph::choose::wish::Wish;
use reachsim_core::graph::coins::Coins;
use reachsim_core::graph::feed::Feed;
use reachsim_core::graph::loaded::Loaded;
use reachsim_core::watch::Unwatched;

use super::{barbell, exact, feed, members, pairs, stars, wish};
use crate::statistics::{Expectation, Z};

/// What some people add, by sets that judge them, by sets that choose, and by worlds; each with its
/// standard error.
fn found(graph: &Loaded, wish: &Wish, people: [&[u64]; 2], count: u64) -> [[f64; 2]; 5] {
    let steps = Steps::new(graph, &wish.feed);
    let candidates = Candidates::new(wish, graph.people());
    let hunt = Hunt::new(&steps, &candidates);
    let hits = hunt.judge(count, people, Coins::new(3, "judged"), &Unwatched);
    let scaled = |sum: f64, squares: f64| {
        let n = count as f64;
        [hunt.scale() * sum / n, hunt.scale() * (squares / n - (sum / n).powi(2)).sqrt() / n.sqrt()]
    };
    let [first, second] = [0, 1].map(|place| {
        let [hits, lost] = [hits.hits[place] as f64, hits.lost[place] as f64];
        scaled(hits - lost, hits + lost)
    });
    let mut sets = Sets::of(graph.people());
    hunt.draw_up_to(&mut sets, [count, u64::MAX], Coins::new(4, "chosen"), &Unwatched);
    let of = |people: &[u64]| {
        let is_hit =
            |set: &u32| sets.set(*set).iter().any(|member| people.contains(&sets.person(*member)));
        let hit = (0..sets.count() as u32).filter(is_hit).count() as f64;
        let own = people.iter().map(|person| f64::from(sets.own[*person as usize]));
        let lost = people.iter().map(|person| f64::from(sets.lost[*person as usize]));
        let [own, lost] = [own.sum::<f64>(), lost.sum()];
        scaled(hit - own - lost, hit - own + lost)
    };
    let trial = Trial {
        steps: &steps,
        candidates: &candidates,
        wish,
        chosen: people[0],
        most_friends: people[1],
        until: Until::Chosen,
    };
    let tried = trial.run(&Unwatched);
    let spread = tried.curve.last().map_or([0.0; 2], |known| {
        [known.value - tried.given.value, (known.se.powi(2) + tried.given.se.powi(2)).sqrt()]
    });
    [first, second, of(people[0]), of(people[1]), spread]
}

#[track_caller]
fn expect(found: [f64; 2], near: f64, resolving: f64) {
    Expectation { found: found[0], near, se: found[1] }.resolving(resolving);
}

#[test]
fn sets_and_worlds_have_the_expectation_of_enumeration() {
    let (people, edges) = barbell();
    let graph = Loaded::of(people as u64, &edges);
    for (feed, first, second) in [
        (feed(0.4, 1.0, None), &[2, 5][..], &[0][..]),
        (feed(0.4, 0.5, None), &[3], &[1, 6]),
        (feed(0.7, 0.3, Some(2)), &[2, 3], &[6]),
        (feed(0.5, 0.8, Some(3)), &[0], &[2, 5]),
        (feed(0.3, 1.0, Some(1)), &[2, 4], &[3]),
        (feed(1.0, 0.5, Some(4)), &[0], &[6]),
    ] {
        let wanted = Wish { precision: 0.0, ..wish(2, feed) };
        let [a, b, c, d, e] = found(&graph, &wanted, [first, second], 60_000);
        let [of_first, of_second] = [first, second].map(|s| exact(people, &edges, s, &feed));
        for found in [a, c, e] {
            expect(found, of_first, 0.15);
        }
        for found in [b, d] {
            expect(found, of_second, 0.15);
        }
    }
}

/// A negative control: coins that show a twentieth too often are noticed.
#[test]
#[should_panic(expected = "standard errors")]
fn a_coin_that_is_off_would_be_noticed() {
    let (people, edges) = barbell();
    let graph = Loaded::of(people as u64, &edges);
    let wanted = Wish { precision: 0.0, ..wish(2, feed(0.42, 1.0, None)) };
    let near = exact(people, &edges, &[2, 5], &feed(0.4, 1.0, None));
    expect(found(&graph, &wanted, [&[2, 5], &[0]], 60_000)[0], near, 0.15);
}

/// What others add to those who are won already, who may be reached by those anyway.
#[test]
fn what_is_added_to_others_is_the_difference() {
    let (people, edges) = barbell();
    let graph = Loaded::of(people as u64, &edges);
    for feed in [feed(0.6, 0.6, None), feed(0.6, 0.5, Some(2))] {
        let wanted = Wish { given: vec![4, 0], precision: 0.0, ..wish(2, feed) };
        let [a, b, c, d, e] = found(&graph, &wanted, [&[2, 5], &[3]], 60_000);
        let alone = exact(people, &edges, &[4, 0], &feed);
        let both = exact(people, &edges, &[4, 0, 2, 5], &feed) - alone;
        let one = exact(people, &edges, &[4, 0, 3], &feed) - alone;
        for found in [a, c, e] {
            expect(found, both, 0.2);
        }
        for found in [b, d] {
            expect(found, one, 0.2);
        }
    }
}

/// People who are rarely there: both directions of time agree.
#[test]
fn unequal_people_are_reached_alike_in_both_directions() {
    let feed = Feed { activity: Some(0.5), ..feed(0.3, 0.7, Some(3)) };
    let wanted = Wish { precision: 0.0, ..wish(2, feed) };
    let [a, _, c, _, e] = found(&stars(), &wanted, [&[0, 2], &[1]], 60_000);
    for sets in [a, c] {
        Expectation { found: sets[0], near: e[0], se: sets[1].hypot(e[1]) }.resolving(2.5);
    }
    // A friend of everybody's who is alike in all is seen more evenly, by as many.
    assert!((e[0] - 18.0).abs() > 0.1);
}

/// Few may be won, and a message goes to friends alone: everybody beside them is as likely a root.
#[test]
fn roots_beside_few_candidates_are_fair() {
    let (people, edges) = (30, vec![(0, 1), (0, 2), (1, 2), (2, 3), (1, 4), (3, 4), (5, 6)]);
    let graph = Loaded::of(people, &edges);
    let feed = feed(0.6, 0.0, None);
    let wanted = Wish { candidates: members(&[0, 1, 3]), precision: 0.0, ..wish(2, feed) };
    let near = [&[0, 3][..], &[1]].map(|seeds| exact(people as usize, &edges, seeds, &feed));
    let [a, b, c, d, e] = found(&graph, &wanted, [&[0, 3], &[1]], 30_000);
    for found in [a, c, e] {
        expect(found, near[0], 0.15);
    }
    for found in [b, d] {
        expect(found, near[1], 0.15);
    }
    let steps = Steps::new(&graph, &feed);
    let candidates = Candidates::new(&wanted, people);
    // Two, three and two friendships of the candidates, not thirty people.
    assert!((Hunt::new(&steps, &candidates).scale() - 7.0).abs() < 1e-12);
}

/// Limits with a doubt of a tenth fail about so often: the binomial distribution of 200 tries with
/// a tenth lies at or below 39 but for once in 100,000 times.
#[test]
fn limits_hold_as_often_as_they_say_and_not_always() {
    let (people, edges) = barbell();
    let (graph, feed) = (Loaded::of(people as u64, &edges), feed(0.3, 0.5, None));
    let truth = exact(people, &edges, &[2, 5], &feed);
    let best = pairs(7).iter().map(|pair| exact(people, &edges, pair, &feed)).fold(0.0, f64::max);
    let wanted = wish(2, feed);
    let steps = Steps::new(&graph, &feed);
    let candidates = Candidates::new(&wanted, graph.people());
    let hunt = Hunt::new(&steps, &candidates);
    let (mut below, mut above) = (0, 0);
    let (draws, doubt) = (256, 0.1);
    for seed in 0..200 {
        let hits = hunt.judge(draws, [&[2, 5], &[]], Coins::new(seed, "judged"), &Unwatched);
        let [low, _] = limits(hits.hits[0] as f64, draws as f64, doubt);
        below += u32::from(low * hunt.scale() > truth);
        let mut sets = Sets::of(graph.people());
        hunt.draw_up_to(&mut sets, [draws, u64::MAX], Coins::new(seed, "chosen"), &Unwatched);
        let limited = Limits { most: 2, prices: None };
        let cover = greedy(&sets, &Index::of(&sets), &limited, By::Gain);
        let [_, high] = limits(cover.best, draws as f64, doubt);
        above += u32::from(high * hunt.scale() < best);
    }
    assert!((1..=39).contains(&below), "{below} of 200 lower limits are too high");
    assert!(above <= 39, "{above} of 200 upper limits are too low");
    const { assert!(Z > 4.0) };
}
