//! A town, person by person: a few thousand members, their friends and their stories, one by one.
//!
//! Members write with gamma distributed rates, each has friends of his own, drawn from a pool of
//! people in proportion to how popular these are, each friend has a beta distributed chance of
//! seeing what this one member writes, and every story is looked at or not. Then people are
//! counted: no formula says how many they are.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use rand_distr::{Beta, Distribution, Gamma, Poisson};

/// A market and the members of one community in it.
#[derive(Clone, Copy)]
pub struct Town {
    /// People who do not follow, among whom the members' friends are.
    pub pool: usize,
    /// Shape of their popularity: how often each is somebody's friend.
    pub popularity: f64,
    pub members: usize,
    pub stories_each: f64,
    pub asker_skew: f64,
    pub friends: f64,
    pub friends_cv: f64,
    pub visibility: f64,
    pub repeat: f64,
    /// Chance that a friend follows already.
    pub insiders: f64,
    /// Chance that who sees a story passes it on, once.
    pub reshare: f64,
}

/// What was counted in one town.
#[derive(Clone, Copy, Default)]
pub struct Counted {
    pub stories: f64,
    /// Friends of the writers, once for each story.
    pub contacts: f64,
    pub glances: f64,
    pub askers: f64,
    /// Glances of the pool at what was passed on.
    pub passed_on: f64,
    /// People of the pool who saw one story or more, two or more, three or more.
    pub reached: [f64; 3],
}

impl Town {
    /// Lets it live, and counts.
    pub fn live(&self, seed: u64) -> Counted {
        let rng = &mut Xoshiro256PlusPlus::seed_from_u64(seed);
        let rate = Gamma::new(self.asker_skew, self.stories_each / self.asker_skew)
            .expect("a shape and a scale");
        let popular = self.popularities(rng);
        let mut seen = vec![0_u32; self.pool];
        let mut counted = Counted::default();
        for _ in 0..self.members {
            let rate = rate.sample(rng);
            let stories =
                if rate > 0.0 { Poisson::new(rate).expect("a rate").sample(rng) as u32 } else { 0 };
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
        let popularity = Gamma::new(self.popularity, 1.0).expect("a shape and a scale");
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
        let chance = Beta::new(self.visibility * repetition, (1.0 - self.visibility) * repetition)
            .expect("a shape and a scale");
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
        (Gamma::new(shape, scale).expect("a shape and a scale").sample(rng) + rng.random::<f64>())
            as usize
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
}
