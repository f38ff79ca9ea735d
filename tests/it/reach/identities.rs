//! What holds whatever the numbers are.

use super::seen_and_told;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reachsim::reach::{
    Exposure, Seen, join, nbd_tail, occupied, occupied_each, seen_share, three_plus, two_plus,
};

/// Slack for the last digits of two computations of the same thing.
const ROUNDING: f64 = 1e-10;

/// The same cases at each run.
pub fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 512,
        rng_seed: RngSeed::Fixed(2012),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Numbers of very different sizes.
fn sizes() -> impl Strategy<Value = f64> {
    prop_oneof![8 => (-12.0..6.0_f64).prop_map(|power| 10.0_f64.powf(power)), 1 => Just(0.0)]
}

fn shares() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => 0.0..1.0_f64,
        2 => (-9.0..0.0_f64).prop_map(|power| 10.0_f64.powf(power)),
        1 => Just(0.0),
        1 => Just(1.0),
    ]
}

fn heterogeneities() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => (-2.0..4.0_f64).prop_map(|power| 10.0_f64.powf(power)),
        1 => Just(f64::INFINITY),
    ]
}

/// Any finite number that is not negative, tiny and huge ones among them.
fn odd() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-320.0..308.0_f64).prop_map(|power| 10.0_f64.powf(power)),
        Just(0.0),
        Just(1.0),
        Just(f64::MIN_POSITIVE),
        Just(5e-324),
        Just(f64::MAX),
    ]
}

fn odd_share() -> impl Strategy<Value = f64> {
    prop_oneof![
        shares(),
        Just(5e-324),
        Just(f64::EPSILON),
        Just(1.0 - f64::EPSILON),
        (-320.0..0.0_f64).prop_map(|power| 10.0_f64.powf(power))
    ]
}

fn odd_heterogeneity() -> impl Strategy<Value = f64> {
    prop_oneof![odd().prop_filter("k is above zero", |&k| k > 0.0), Just(f64::INFINITY)]
}

fn told() -> impl Strategy<Value = Exposure> {
    (0.0..=1.0_f64, 0.0..=1.0_f64)
        .prop_map(|(once, rest)| Exposure { once, twice: (1.0 - once) * rest })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn reach_exceeds_neither_the_pool_nor_the_hits(
        pool in sizes(),
        hits in sizes(),
        k in heterogeneities(),
    ) {
        let reached = occupied(pool, hits, k);
        prop_assert!((0.0..=pool.min(hits)).contains(&reached), "{}", reached);
    }

    #[test]
    fn reach_grows_with_the_hits_the_pool_and_equality(
        pool in sizes(),
        hits in sizes(),
        k in heterogeneities(),
        more in 1.0..3.0_f64,
    ) {
        let reached = occupied(pool, hits, k) * (1.0 - ROUNDING);
        prop_assert!(occupied(pool, hits * more, k) >= reached);
        prop_assert!(occupied(pool * more, hits, k) >= reached);
        prop_assert!(occupied(pool, hits, k * more) >= reached);
        prop_assert!(occupied(pool, hits, f64::INFINITY) >= reached);
    }

    #[test]
    fn reach_falls_with_frequency(
        pool in sizes(),
        hits in sizes(),
        k in heterogeneities(),
        told in told(),
    ) {
        let reached = occupied(pool, hits, k);
        let (two, three) = (two_plus(pool, hits, k, told), three_plus(pool, hits, k, told));
        prop_assert!(
            0.0 <= three && three <= two * (1.0 + ROUNDING) && two <= reached * (1.0 + ROUNDING),
            "{} {} {}",
            reached,
            two,
            three
        );
        // Nobody has met more writers than there were hits.
        prop_assert!(reached + two_plus(pool, hits, k, Exposure::ONCE) <= hits * (1.0 + ROUNDING));
    }

    #[test]
    fn who_was_told_more_often_met_it_more_often(
        pool in sizes(),
        hits in sizes(),
        k in heterogeneities(),
        told in told(),
        less in 0.0..1.0_f64,
    ) {
        let oftener = Exposure { once: told.once * less, twice: told.twice };
        prop_assert!(
            two_plus(pool, hits, k, oftener) >= two_plus(pool, hits, k, told) * (1.0 - ROUNDING)
        );
        prop_assert!(
            three_plus(pool, hits, k, oftener)
                >= three_plus(pool, hits, k, told) * (1.0 - ROUNDING)
        );
    }

    #[test]
    fn a_fitted_tail_falls_from_reach_to_ten_and_more(
        mean in sizes(),
        reached in shares(),
        k in heterogeneities(),
    ) {
        let most = -(-mean).exp_m1();
        for reached in [reached.min(mean), occupied(1.0, mean, k).min(most)] {
            let tails = [0, 1, 2, 3, 5, 10].map(|n| nbd_tail(mean, reached, n));
            prop_assert_eq!(tails[0], 1.0);
            prop_assert_eq!(tails[1], if mean > 0.0 { reached } else { 0.0 });
            prop_assert!(
                tails.is_sorted_by(|more, less| less <= &(more * (1.0 + ROUNDING))),
                "{:?}",
                tails
            );
            prop_assert!(tails[5] >= 0.0);
        }
    }

    /// A pool that was hit negative binomially has the tails of the negative binomial that is
    /// fitted to its reach.
    #[test]
    fn a_tail_fitted_to_the_reach_of_a_pool_is_the_tail_of_the_pool(
        density in 1e-3..50.0_f64,
        k in 0.05..20.0_f64,
    ) {
        let reached = occupied(1.0, density, k);
        for (n, people) in [
            (2, two_plus(1.0, density, k, Exposure::ONCE)),
            (3, three_plus(1.0, density, k, Exposure::ONCE)),
        ] {
            let tail = nbd_tail(density, reached, n);
            prop_assert!((tail - people).abs() <= 1e-8 * people, "{}+: {} and {}", n, tail, people);
        }
    }

    #[test]
    fn what_friends_see_is_at_most_what_was_told_and_at_most_all_glances(
        q in sizes(),
        w in shares(),
        rho in shares(),
        k in heterogeneities(),
    ) {
        let share = seen_share(q, w, rho, k);
        prop_assert!(share >= 0.0 && share <= q * w);
        prop_assert!(share <= seen_share(q, 1.0, rho, k) * (1.0 + ROUNDING));
        // A fixed chance reaches most, a friend who sees all or nothing least.
        prop_assert!(share <= seen_share(q, w, 0.0, k) * (1.0 + ROUNDING));
        prop_assert!(share >= seen_share(q, w, 1.0, k) * (1.0 - ROUNDING));
    }

    #[test]
    fn friends_see_more_of_more_stories_and_of_more_visible_ones(
        q in sizes(),
        w in shares(),
        rho in shares(),
        k in heterogeneities(),
        more in 1.0..3.0_f64,
    ) {
        let share = seen_share(q, w, rho, k) * (1.0 - ROUNDING);
        prop_assert!(seen_share(q * more, w, rho, k) >= share);
        prop_assert!(seen_share(q, (w * more).min(1.0), rho, k) >= share);
        prop_assert!(seen_share(q, w, rho / more, k) >= share);
        prop_assert!(seen_share(q, w, rho, k * more) >= share);
    }

    #[test]
    fn stories_seen_of_a_member_make_up_all_glances(
        q in 1e-3..100.0_f64,
        w in shares(),
        rho in shares(),
        k in heterogeneities(),
    ) {
        let (share, told) = seen_and_told(q, w, rho, k);
        prop_assert!(told.once >= 0.0 && told.twice >= 0.0 && told.once + told.twice <= 1.0);
        // Of those seen, who was not seen once or twice was seen thrice at least.
        prop_assert!(share * (3.0 - 2.0 * told.once - told.twice) <= q * w * (1.0 + 1e-8));
    }

    #[test]
    fn weeks_in_lanes_have_the_bits_of_one_week(
        weeks in prop::collection::vec((sizes(), shares(), sizes(), sizes()), 0..30),
        rho in shares(),
        k in heterogeneities(),
    ) {
        let column =
            |of: fn(&(f64, f64, f64, f64)) -> f64| weeks.iter().map(of).collect::<Vec<_>>();
        let (q, w, pools, hits) = (
            column(|week| week.0),
            column(|week| week.1),
            column(|week| week.2),
            column(|week| week.3),
        );
        let mut reached = vec![f64::NAN; weeks.len()];
        occupied_each(&pools, &hits, k, &mut reached);
        let (mut shares, mut again, mut told) = (
            vec![f64::NAN; weeks.len()],
            vec![f64::NAN; weeks.len()],
            vec![Exposure::ONCE; weeks.len()],
        );
        let mut seen = Seen::new(0.5, 1.0);
        seen.reset(rho, k);
        seen.shares(&q, &w, &mut shares);
        seen.shares_and_told(&q, &w, &mut again, &mut told);
        for week in 0..weeks.len() {
            prop_assert_eq!(
                reached[week].to_bits(),
                occupied(pools[week], hits[week], k).to_bits()
            );
            prop_assert_eq!(shares[week].to_bits(), seen_share(q[week], w[week], rho, k).to_bits());
            prop_assert_eq!(
                shares[week].to_bits(),
                Seen::new(rho, k).share(q[week], w[week]).to_bits()
            );
            let (share, one) = seen_and_told(q[week], w[week], rho, k);
            prop_assert_eq!((again[week].to_bits(), told[week]), (share.to_bits(), one));
            prop_assert!((again[week] - shares[week]).abs() <= ROUNDING * shares[week]);
        }
    }

    #[test]
    fn odd_numbers_give_numbers(
        q in odd(),
        w in odd_share(),
        rho in odd_share(),
        k in odd_heterogeneity(),
        pool in odd(),
        hits in odd(),
        at_least in 0_u32..12,
        market in odd(),
    ) {
        let (share, told) = seen_and_told(q, w, rho, k);
        prop_assert!((0.0..=1.0).contains(&share), "a share of {}", share);
        prop_assert!(
            (0.0..=1.0).contains(&told.once) && (0.0..=1.0).contains(&told.twice),
            "{:?}",
            told
        );
        prop_assert!((0.0..=1.0).contains(&seen_share(q, w, rho, k)));
        prop_assert!(
            (0.0..=1.0).contains(&nbd_tail(q, w, at_least)),
            "a tail of {}",
            nbd_tail(q, w, at_least)
        );
        for people in [
            occupied(pool, hits, k),
            two_plus(pool, hits, k, told),
            three_plus(pool, hits, k, told),
        ] {
            prop_assert!((0.0..=pool).contains(&people), "{} people", people);
        }
        let union = join(&[pool, hits, q], |i, _| if i == 0 { w } else { market }, market);
        prop_assert!((0.0..=market).contains(&union), "{} people in a union", union);
    }
}
