//! The arithmetic of reach against published cases, closed forms and 40-digit arithmetic.

mod elementary;
mod forty_digits;
mod identities;
mod join;

use forty_digits::{FITTED_TAILS, OCCUPIED, SEEN, WRITERS, rows};
use reachsim::reach::{
    Exposure, Seen, nbd_tail, occupied, people, people_each, seen_share, three_plus, two_plus,
};

#[track_caller]
fn expect_close(value: f64, expected: f64, tolerance: f64) {
    let error = (value - expected).abs() / expected.abs().max(f64::MIN_POSITIVE);
    assert!(
        value == expected || error <= tolerance,
        "{value:e} instead of {expected:e}: a relative error of {error:e}"
    );
}

/// Goerg 2014: two hundred contacts on a pool of two hundred people of whom frequencies are
/// exponential.
#[test]
fn a_pool_fills_as_goerg_says() {
    let pool = 200.0;
    expect_close(occupied(pool, 200.0, 1.0), 100.0, 1e-14);
    expect_close(two_plus(pool, 200.0, 1.0, Exposure::ONCE), 50.0, 1e-14);
    expect_close(three_plus(pool, 200.0, 1.0, Exposure::ONCE), 25.0, 1e-14);
    expect_close(occupied(pool, 100.0, 1.0), 200.0 / 3.0, 1e-14);
    for n in 0..=10 {
        expect_close(nbd_tail(1.0, 0.5, n), 0.5_f64.powf(f64::from(n)), 1e-13);
    }
}

/// Metheringham, Hyett: a medium of which one insertion reaches 50 % and two reach 55 %, five
/// insertions, a million people.
#[test]
fn whoever_was_met_is_somebody() {
    // Nearly all hits fall on the same few, of whom there is one at least.
    assert!(occupied(30_000.0, 2_800.0, 1e-6) < 0.5);
    let mut each = [0.0; 5];
    let (pools, hits) = ([30_000.0, 30_000.0, 0.4, 30_000.0, 0.0], [2_800.0, 0.25, 3.0, 0.0, 3.0]);
    people_each(&pools, &hits, 1e-6, &mut each);
    assert_eq!(each, [1.0, 0.25, 0.4, 0.0, 0.0]);
    for ((pool, hits), found) in pools.into_iter().zip(hits).zip(each) {
        assert_eq!(people(pool, hits, 1e-6), found);
    }
    assert_eq!(people(30_000.0, 2_800.0, 0.25), occupied(30_000.0, 2_800.0, 0.25));
}

#[test]
fn hyetts_five_insertions_reach_three_fifths() {
    let (reach_of_one, reach_of_two, people) = (0.5, 0.55, 1e6);
    let alpha = reach_of_one * (reach_of_two - reach_of_one)
        / (2.0 * reach_of_one - reach_of_one * reach_of_one - reach_of_two);
    let beta = alpha * (1.0 - reach_of_one) / reach_of_one;
    expect_close(alpha, 0.125, 1e-13);
    expect_close(beta, 0.125, 1e-13);
    let glances = Glances { w: reach_of_one, rho: 1.0 / (1.0 + alpha + beta) };
    let classes: Vec<f64> = (0..=5).map(|seen| people * glances.seen(5, seen)).collect();
    assert_eq!((people - classes[0]).round(), 603_365.0);
    assert_eq!(
        classes[1..].iter().map(|class| class.round()).collect::<Vec<_>>(),
        [60_096.0, 43_269.0, 43_269.0, 60_096.0, 396_635.0]
    );
}

/// A sum over the numbers of stories, of which a friend sees beta-binomially many, knows no Gauss
/// function.
#[test]
fn what_was_seen_is_the_beta_binomial_of_hyett_summed_over_the_stories_of_a_member() {
    for (q, w, rho, k) in [
        (0.3, 0.5, 0.8, 0.25),
        (2.0, 0.075, 0.6, 0.25),
        (5.0, 0.2, 0.3, 1.0),
        (1.0, 0.9, 0.05, 30.0),
        (0.05, 0.01, 0.99, 0.1),
    ] {
        let glances = Glances { w, rho };
        let mut stories = (1.0_f64 + q / k).powf(-k);
        let mut classes = [0.0; 3];
        for told in 1..4_000_u32 {
            let n = f64::from(told);
            stories *= (n - 1.0 + k) / n * q / (q + k);
            classes[0] += stories * (1.0 - glances.seen(told, 0));
            classes[1] += stories * glances.seen(told, 1);
            classes[2] += stories * glances.seen(told, 2);
        }
        let (share, told) = seen_and_told(q, w, rho, k);
        expect_close(share, classes[0], 1e-10);
        expect_close(told.once, classes[1] / classes[0], 1e-9);
        expect_close(told.twice, classes[2] / classes[0], 1e-9);
    }
}

/// Beta-binomial glances at the stories of one member, by products.
#[derive(Clone, Copy)]
struct Glances {
    w: f64,
    rho: f64,
}

impl Glances {
    /// Probability that exactly `seen` of `told` stories are seen.
    fn seen(self, told: u32, seen: u32) -> f64 {
        let sum = 1.0 / self.rho - 1.0;
        let (a, b) = (self.w * sum, (1.0 - self.w) * sum);
        let mut probability = f64::from(u8::from(seen <= told));
        for place in 0..told {
            // The glances first, the others after them, over the ways to order them.
            let (chance, ways) = if place < seen {
                (a + f64::from(place), f64::from(told - place) / f64::from(place + 1))
            } else {
                (b + f64::from(place - seen), 1.0)
            };
            probability *= chance / (sum + f64::from(place)) * ways;
        }
        probability
    }
}

fn seen_and_told(q: f64, w: f64, rho: f64, k: f64) -> (f64, Exposure) {
    let (mut share, mut told) = ([0.0], [Exposure::ONCE]);
    Seen::new(rho, k).shares_and_told(&[q], &[w], &mut share, &mut told);
    (share[0], told[0])
}

#[test]
fn a_pool_fills_as_forty_digits_say() {
    for [density, k, reached] in rows(OCCUPIED) {
        expect_close(occupied(1.0, density, k), reached, 1e-14);
        expect_close(
            occupied(2_f64.powi(33), density * 2_f64.powi(33), k),
            reached * 2_f64.powi(33),
            1e-14,
        );
    }
}

#[test]
fn people_met_twice_and_thrice_agree_with_forty_digits() {
    for [density, k, once, twice, two, three] in rows(WRITERS) {
        expect_close(two_plus(1.0, density, k, Exposure { once, twice }), two, 1e-13);
        expect_close(three_plus(1.0, density, k, Exposure { once, twice }), three, 1e-13);
    }
}

#[test]
fn fitted_tails_agree_with_forty_digits() {
    for [mean, reached, at_least, tail] in rows(FITTED_TAILS) {
        expect_close(nbd_tail(mean, reached, at_least as u32), tail, 1e-12);
    }
}

#[test]
fn the_share_of_members_seen_agrees_with_forty_digits() {
    let mut exact = 0;
    for [q, w, rho, k, share, once, twice] in rows(SEEN) {
        expect_close(seen_share(q, w, rho, k), share, 1e-9);
        let (seen, told) = seen_and_told(q, w, rho, k);
        expect_close(seen, share, 1e-9);
        // The classes of a sum are as exact as the sum, however small they are beside it.
        for (class, expected) in [(seen * told.once, once), (seen * told.twice, twice)] {
            assert!(
                (class - expected).abs() <= 1e-9 * share,
                "{class:e} instead of {expected:e} at {q} {w} {rho} {k}"
            );
        }
        exact += usize::from((seen - share).abs() <= 1e-11 * share);
    }
    assert!(
        exact as f64 >= 0.99 * rows::<7>(SEEN).count() as f64,
        "{exact} shares are right to 1e-11"
    );
}

/// The mean and the zero class of a negative binomial lead back to its tails, summed from the other
/// end.
#[test]
fn a_fitted_tail_returns_what_it_was_fitted_to() {
    for (mean, k) in [(0.01, 0.3), (0.5, 0.9), (2.0, 0.05), (2.0, 7.0), (12.0, 1.5), (40.0, 0.4)] {
        let mut class = (1.0_f64 + mean / k).powf(-k);
        let reached = 1.0 - class;
        let mut rest = reached;
        for n in 1..=12_u32 {
            if rest > 1e-6 * reached {
                expect_close(nbd_tail(mean, reached, n), rest, 1e-8);
            }
            class *= (f64::from(n) - 1.0 + k) / f64::from(n) * mean / (mean + k);
            rest -= class;
        }
    }
}

/// Where more people are reached than a Poisson reaches, no negative binomial has both numbers, and
/// the Poisson it is.
#[test]
fn a_tail_without_a_fit_is_poisson() {
    let mean = 0.5_f64;
    let [none, one] = [(-mean).exp(), mean * (-mean).exp()];
    for reached in [1.0 - none, 0.42, 0.5] {
        expect_close(nbd_tail(mean, reached, 2), 1.0 - none - one, 1e-13);
    }
}

#[test]
fn the_limits_of_what_friends_see_are_closed_forms() {
    for (q, w, k) in [(0.01, 0.3, 0.25), (2.0, 0.05, 1.0), (40.0, 0.9, 7.0), (1e6, 0.01, 0.5)] {
        let writers = |p: f64| -(-k * (q * p / k).ln_1p()).exp_m1();
        expect_close(seen_share(q, w, 0.0, k), writers(w), 1e-13);
        expect_close(seen_share(q, w, 1.0, k), w * writers(1.0), 1e-13);
        expect_close(seen_share(q, w, 0.0, f64::INFINITY), -(-q * w).exp_m1(), 1e-13);
        for rho in [0.0, 1e-9, 0.3, 0.999, 1.0] {
            assert_eq!(seen_share(q, 0.0, rho, k), 0.0);
            assert_eq!(seen_share(0.0, w, rho, k), 0.0);
            expect_close(seen_share(q, 1.0, rho, k), writers(1.0), 1e-11);
        }
        // And the limits are reached steadily.
        expect_close(seen_share(q, w, 1e-15, k), writers(w), 1e-8);
        expect_close(seen_share(q, w, 1.0 - 1e-12, k), w * writers(1.0), 1e-8);
        expect_close(seen_share(q, w, 0.3, 1e12), seen_share(q, w, 0.3, f64::INFINITY), 1e-6);
        // Where everybody tells at random and is believed at random, the distinct askers are a pool
        // by themselves.
        expect_close(seen_share(q, 1.0, 0.3, k), occupied(1.0, q, k), 1e-11);
    }
}

#[test]
fn routes_mix_how_often_was_told_by_their_hits() {
    let told = Exposure::mixed([(3.0, Exposure { once: 0.5, twice: 0.25 }), (1.0, Exposure::ONCE)]);
    assert_eq!(told, Exposure { once: 0.625, twice: 0.1875 });
    assert_eq!(Exposure::mixed([(0.0, Exposure { once: 0.5, twice: 0.25 })]), Exposure::ONCE);
    assert_eq!(Exposure::mixed([]), Exposure::ONCE);
}
