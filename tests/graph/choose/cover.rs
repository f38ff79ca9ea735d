//! The greedy choice, against every choice.

use reachsim_core::graph::Graph;
use reachsim_core::graph::choose::cover::{By, Index, Limits, greedy};
use reachsim_core::graph::choose::dual;
use reachsim_core::graph::choose::people::Candidates;
use reachsim_core::graph::choose::sets::{Hunt, Sets};
use reachsim_core::graph::choose::steps::Steps;
use reachsim_core::graph::coins::Coins;
use reachsim_core::graph::loaded::Loaded;
use reachsim_core::watch::Unwatched;

use super::{barbell, feed, wish};

/// Sets of a small network.
fn drawn(count: u64, seed: u64) -> Sets {
    let (people, edges) = barbell();
    let (graph, feed) = (Loaded::of(people as u64, &edges), feed(0.4, 0.6, None));
    let wish = wish(3, feed);
    let steps = Steps::new(&graph, &feed);
    let candidates = Candidates::new(&wish, graph.people());
    let hunt = Hunt::new(&steps, &candidates);
    let mut sets = Sets::of(graph.people());
    hunt.draw_up_to(&mut sets, [count, u64::MAX], Coins::new(seed, "sets"), &Unwatched);
    sets
}

/// Sets that some people hit, less their own.
fn value(sets: &Sets, people: u32) -> i64 {
    let is_in = |person: u32| people >> person & 1 == 1;
    let hit = (0..sets.count() as u32)
        .filter(|set| sets.set(*set).iter().any(|member| is_in(*member)))
        .count() as i64;
    let own = (0..7).filter(|person| is_in(*person)).map(|person| sets.own[person as usize]);
    hit - i64::from(own.sum::<u32>())
}

#[test]
fn no_choice_hits_more_than_the_bound() {
    let prices = [3.0, 1.0, 2.5, 4.0, 1.5, 2.0, 0.7];
    let mut gaps = [0.0; 2];
    let price = |person: u64| prices[person as usize];
    for seed in 0..12 {
        let sets = drawn(200, seed);
        let index = Index::of(&sets);
        for (most, budget) in [(1, None), (2, None), (3, None), (7, Some(4.0)), (2, Some(5.5))] {
            let cost = |people: u32| {
                (0..7).filter(|person| people >> person & 1 == 1).map(price).sum::<f64>()
            };
            let best = (0..1_u32 << 7)
                .filter(|people| people.count_ones() as usize <= most)
                .filter(|people| budget.is_none_or(|budget| cost(*people) <= budget))
                .map(|people| value(&sets, people))
                .max()
                .expect("nobody at all is a choice");
            let prices = budget.map(|budget| (&price as &dyn Fn(u64) -> f64, budget));
            let limits = Limits { most, prices };
            let by = |by| greedy(&sets, &index, &limits, by);
            let (plain, thrifty) = (by(By::Gain), by(By::GainPerPrice));
            for cover in [&plain, &thrifty] {
                assert!(cover.best >= best as f64, "{cover:?}, and {best} is possible");
                let people = cover.people.iter().fold(0, |bits, person| bits | 1 << person);
                assert_eq!(cover.value, value(&sets, people));
                assert!(cover.people.len() <= most);
                assert!(budget.is_none_or(|budget| cost(people) <= budget));
            }
            if budget.is_none() {
                let closer = dual::bound(&sets, &index, &plain, most, 1 << 20);
                assert!(closer >= best as f64, "{closer}, and {best} is possible");
                gaps[0] += plain.best - best as f64;
                gaps[1] += closer - best as f64;
            }
            // (1 - 1/e) of the best by number, and half of that with prices.
            let share = if budget.is_some() { 0.316 } else { 0.632 };
            assert!(plain.value.max(thrifty.value) as f64 >= share * best as f64);
            assert!(most > 1 || plain.value == best);
        }
    }
    // Prices of the sets leave less than half of what marginal gains leave open.
    assert!(gaps[1] < 0.5 * gaps[0], "{gaps:?}");
}
