//! Reach against a second implementation: a few thousand members, their friends and their stories,
//! one by one.
//!
//! A [`Town`] shares no code with the library, and no formula. The formulas get what the engine
//! would give them: the stories, the friends once a story, the glances.

use reachsim::reach::{Exposure, Seen, occupied, three_plus, two_plus};
use reachsim_plain::town::{Counted, Town};

/// The largest error that the formulas may have, as a share.
const TOLERANCE: f64 = 0.02;
/// Standard errors that chance does not pass once in a million.
const SURE: f64 = 4.89;

const ORDINARY: Town = Town {
    pool: 30_000,
    popularity: 0.9,
    members: 3_000,
    stories_each: 0.6,
    asker_skew: 0.25,
    friends: 40.0,
    friends_cv: 1.06,
    visibility: 0.15,
    repeat: 0.6,
    insiders: 0.1,
    reshare: 0.02,
};

/// Everybody hears of it, over and over.
const CROWDED: Town = Town {
    pool: 3_000,
    stories_each: 2.0,
    visibility: 0.3,
    members: 2_000,
    friends: 15.0,
    reshare: 0.0,
    ..ORDINARY
};

/// Nearly equal people who glance anew at each story.
const EVEN: Town = Town {
    pool: 8_000,
    popularity: 4.0,
    stories_each: 1.0,
    asker_skew: 1.0,
    friends: 20.0,
    friends_cv: 0.5,
    repeat: 0.1,
    insiders: 0.3,
    ..ORDINARY
};

/// The formulas, with a town's own constants or with wrong ones.
fn formula(town: &Town, counted: &Counted) -> [f64; 4] {
    let members = town.members as f64;
    let q = counted.stories / members;
    let (mut share, mut told) = ([0.0], [Exposure::ONCE]);
    Seen::new(town.repeat, town.asker_skew).shares_and_told(
        &[q],
        &[counted.glances / counted.contacts],
        &mut share,
        &mut told,
    );
    let told_hits = members * share[0] * counted.contacts / counted.stories * (1.0 - town.insiders);
    let hits = told_hits + counted.passed_on;
    let told = Exposure::mixed([(told_hits, told[0]), (counted.passed_on, Exposure::ONCE)]);
    let (pool, k) = (town.pool as f64, town.popularity);
    [
        occupied(members, counted.stories, town.asker_skew),
        occupied(pool, hits, k),
        two_plus(pool, hits, k, told),
        three_plus(pool, hits, k, told),
    ]
}

const NAMES: [&str; 4] = ["distinct askers", "reached", "reached twice", "reached three times"];

/// How far a formula is from what was counted, as a share of it, and the standard error of that.
#[derive(Clone, Copy, Debug)]
struct Error {
    share: f64,
    se: f64,
}

/// The errors of the formulas of `wrong` about the towns of `right`, over towns of many seeds.
fn errors<const N: usize>(right: Town, seeds: u64, wrong: [Town; N]) -> [[Error; 4]; N] {
    let towns: Vec<_> = (1..=seeds).map(|seed| right.live(seed)).collect();
    wrong.map(|wrong| {
        let formulas: Vec<_> = towns.iter().map(|counted| formula(&wrong, counted)).collect();
        std::array::from_fn(|i| {
            let truth =
                towns.iter().map(|town| if i == 0 { town.askers } else { town.reached[i - 1] });
            let differences: Vec<f64> =
                truth.clone().zip(&formulas).map(|(truth, formula)| formula[i] - truth).collect();
            relative(&differences, truth.sum::<f64>() / seeds as f64)
        })
    })
}

fn relative(differences: &[f64], truth: f64) -> Error {
    let n = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / n;
    let variance = differences.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    Error { share: mean / truth, se: (variance / n).sqrt() / truth }
}

/// Fails when a formula is off by more than 2 %, and when so few towns were lived that it would not
/// notice 4 %.
#[track_caller]
fn expect_agreement(town: Town, seeds: u64) {
    let [errors] = errors(town, seeds, [town]);
    for (name, error) in NAMES.iter().zip(errors) {
        assert!(SURE * error.se <= TOLERANCE, "{name}: underpowered, {error:?}");
        assert!(error.share.abs() <= TOLERANCE, "{name}: {error:?}");
    }
}

/// Fails unless the formula of number `number`, given the constants of `wrong`, is found to be off
/// by more than 2 %.
#[track_caller]
fn expect_defect(town: Town, wrong: Town, number: usize) {
    let [errors] = errors(town, 15, [wrong]);
    let Error { share, se } = errors[number];
    assert!(
        share.abs() - SURE * se > TOLERANCE,
        "{}: an error of {share} ± {se} goes unnoticed",
        NAMES[number]
    );
}

const ASKERS: usize = 0;
const REACHED: usize = 1;

#[test]
fn an_ordinary_town_is_reached_as_the_formulas_say() {
    // Measured over 200 towns: -0.3, -0.2, -0.4 and -0.5 %, with standard errors below 0.2 %.
    expect_agreement(ORDINARY, 120);
}

#[test]
fn a_crowded_town_is_reached_as_the_formulas_say() {
    // Measured: 0.0, -0.8, -0.9 and -1.1 %, with standard errors of 0.2 %.
    expect_agreement(CROWDED, 100);
}

#[test]
fn a_town_of_equals_is_reached_as_the_formulas_say() {
    // Measured: 0.1, 0.1, 0.0 and -0.5 %, with standard errors below 0.3 %.
    expect_agreement(EVEN, 100);
}

#[test]
fn ignoring_that_friend_lists_overlap_is_noticed() {
    for town in [ORDINARY, CROWDED, EVEN] {
        expect_defect(town, Town { pool: usize::MAX, ..town }, REACHED);
    }
}

#[test]
fn letting_everybody_ask_equally_is_noticed() {
    for town in [ORDINARY, CROWDED, EVEN] {
        let wrong = Town { asker_skew: f64::INFINITY, ..town };
        expect_defect(town, wrong, ASKERS);
        expect_defect(town, wrong, REACHED);
    }
}

#[test]
fn letting_friends_glance_independently_is_noticed() {
    for town in [ORDINARY, CROWDED] {
        expect_defect(town, Town { repeat: 0.0, ..town }, REACHED);
    }
}

/// The pool is hit in proportion to popularity itself, not to that of those who were hit: its shape
/// is k, not k + 1.
#[test]
fn letting_everybody_have_equally_many_friends_is_noticed() {
    for town in [ORDINARY, CROWDED] {
        expect_defect(town, Town { popularity: f64::INFINITY, ..town }, REACHED);
        expect_defect(town, Town { popularity: town.popularity + 1.0, ..town }, REACHED);
    }
}
