//! A second implementation of reach: a few thousand members, their friends and their stories, one
//! by one.
//!
//! It shares no code with the library, and no formula: members write with gamma distributed rates,
//! each has friends of his own, drawn from a pool of people in proportion to how popular these are,
//! each friend has a beta distributed chance of seeing what this one member writes, and every story
//! is looked at or not. Then people are counted. The formulas get what the engine would give them:
//! the stories, the friends once a story, the glances.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use rand_distr::{Beta, Distribution, Gamma, Poisson};
use reachsim::reach::{Exposure, Seen, occupied, three_plus, two_plus};

/// The largest error that the formulas may have, as a share.
const TOLERANCE: f64 = 0.02;
/// Standard errors that chance does not pass once in a million.
const SURE: f64 = 4.89;

/// A market and the members of one community in it.
#[derive(Clone, Copy)]
struct Town {
    /// People who do not follow, among whom the members' friends are.
    pool: usize,
    /// Shape of their popularity: how often each is somebody's friend.
    popularity: f64,
    members: usize,
    stories_each: f64,
    asker_skew: f64,
    friends: f64,
    friends_cv: f64,
    visibility: f64,
    repeat: f64,
    /// Chance that a friend follows already.
    insiders: f64,
    /// Chance that who sees a story passes it on, once.
    reshare: f64,
}

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

/// What was counted in one town.
#[derive(Clone, Copy, Default)]
struct Counted {
    stories: f64,
    /// Friends of the writers, once for each story.
    contacts: f64,
    glances: f64,
    askers: f64,
    /// Glances of the pool at what was passed on.
    passed_on: f64,
    /// People of the pool who saw one story or more, two or more, three or more.
    reached: [f64; 3],
}

impl Town {
    fn live(&self, seed: u64) -> Counted {
        let rng = &mut Xoshiro256PlusPlus::seed_from_u64(seed);
        let rate = Gamma::new(self.asker_skew, self.stories_each / self.asker_skew).unwrap();
        let popular = self.popularities(rng);
        let mut seen = vec![0_u32; self.pool];
        let mut counted = Counted::default();
        for _ in 0..self.members {
            let rate = rate.sample(rng);
            let stories =
                if rate > 0.0 { Poisson::new(rate).unwrap().sample(rng) as u32 } else { 0 };
            if stories > 0 {
                counted.askers += 1.0;
                self.tell(stories, &popular, &mut seen, &mut counted, rng);
            }
        }
        for (at_least, people) in (1..).zip(&mut counted.reached) {
            *people = seen.iter().filter(|&&times| times >= at_least).count() as f64;
        }
        counted
    }

    /// Running sums of the popularities of the pool.
    fn popularities(&self, rng: &mut Xoshiro256PlusPlus) -> Vec<f64> {
        let popularity = Gamma::new(self.popularity, 1.0).unwrap();
        let mut sum = 0.0;
        (0..self.pool)
            .map(|_| {
                sum += popularity.sample(rng);
                sum
            })
            .collect()
    }

    /// One member's stories and all who could see them.
    fn tell(
        &self,
        stories: u32,
        popular: &[f64],
        seen: &mut [u32],
        counted: &mut Counted,
        rng: &mut Xoshiro256PlusPlus,
    ) {
        let shape = 1.0 / (self.friends_cv * self.friends_cv);
        let repetition = 1.0 / self.repeat - 1.0;
        let chance =
            Beta::new(self.visibility * repetition, (1.0 - self.visibility) * repetition).unwrap();
        let friends = self.friends(shape, rng);
        counted.stories += f64::from(stories);
        counted.contacts += friends as f64 * f64::from(stories);
        let mut known = Vec::with_capacity(friends);
        for _ in 0..friends {
            let chance = chance.sample(rng);
            let glances = (0..stories).filter(|_| rng.random::<f64>() < chance).count() as u32;
            counted.glances += f64::from(glances);
            if rng.random::<f64>() >= self.insiders {
                seen[self.friend(popular, &mut known, rng)] += glances;
            }
            let passed_on = (0..glances).filter(|_| rng.random::<f64>() < self.reshare).count();
            for _ in 0..passed_on {
                self.pass_on(shape + 1.0, popular, seen, counted, rng);
            }
        }
    }

    /// Somebody's friends: a gamma distributed number of the same scale as the members' friends
    /// have.
    fn friends(&self, shape: f64, rng: &mut Xoshiro256PlusPlus) -> usize {
        let scale = self.friends * self.friends_cv * self.friends_cv;
        (Gamma::new(shape, scale).unwrap().sample(rng) + rng.random::<f64>()) as usize
    }

    /// One who saw a story, and as somebody's friend has more friends than average, shows it to
    /// them.
    fn pass_on(
        &self,
        shape: f64,
        popular: &[f64],
        seen: &mut [u32],
        counted: &mut Counted,
        rng: &mut Xoshiro256PlusPlus,
    ) {
        let mut known = Vec::new();
        for _ in 0..self.friends(shape, rng) {
            if rng.random::<f64>() >= self.insiders && rng.random::<f64>() < self.visibility {
                counted.passed_on += 1.0;
                seen[self.friend(popular, &mut known, rng)] += 1;
            }
        }
    }

    /// Somebody of the pool whom the member does not have yet.
    fn friend(
        &self,
        popular: &[f64],
        known: &mut Vec<usize>,
        rng: &mut Xoshiro256PlusPlus,
    ) -> usize {
        loop {
            let at = rng.random::<f64>() * popular[self.pool - 1];
            let person = popular.partition_point(|&sum| sum <= at);
            if !known.contains(&person) {
                known.push(person);
                return person;
            }
        }
    }

    /// The formulas, with a town's own constants or with wrong ones.
    fn formula(&self, counted: &Counted) -> [f64; 4] {
        let members = self.members as f64;
        let q = counted.stories / members;
        let (mut share, mut told) = ([0.0], [Exposure::ONCE]);
        Seen::new(self.repeat, self.asker_skew).shares_and_told(
            &[q],
            &[counted.glances / counted.contacts],
            &mut share,
            &mut told,
        );
        let told_hits =
            members * share[0] * counted.contacts / counted.stories * (1.0 - self.insiders);
        let hits = told_hits + counted.passed_on;
        let told = Exposure::mixed([(told_hits, told[0]), (counted.passed_on, Exposure::ONCE)]);
        let (pool, k) = (self.pool as f64, self.popularity);
        [
            occupied(members, counted.stories, self.asker_skew),
            occupied(pool, hits, k),
            two_plus(pool, hits, k, told),
            three_plus(pool, hits, k, told),
        ]
    }
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
        let formulas: Vec<_> = towns.iter().map(|counted| wrong.formula(counted)).collect();
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
