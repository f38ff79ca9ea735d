//! Many short chains at once, and whether they forgot where they began.

use rayon::prelude::*;
use reachsim_core::watch::Watch;

use super::mode::Bell;
use super::slice::{Chain, Room, Slope};
use super::tail;
use super::target::Target;
use super::trouble::Trouble;

/// How much is done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Chains.
    pub chains: usize,
    /// Steps before the first draw.
    pub warm: usize,
    /// Draws that are kept of each chain, at least two.
    pub kept: usize,
    /// Steps from draw to draw.
    pub every: usize,
    /// How often the steps are doubled where the chains are not yet at rest.
    pub doublings: usize,
    /// Points of an ellipse after which a step is given up.
    pub most_tries: u32,
    /// Futures from which the luck of the totals is taken.
    pub futures: u64,
    /// Above it the chains remember where they began.
    pub most_rhat: f64,
    /// How far the second half of the draws may lie from the first, in standard deviations, and how
    /// much wider it may be.
    pub most_drift: f64,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort {
            chains: 1_000,
            warm: 12,
            kept: 6,
            every: 5,
            doublings: 2,
            most_tries: 60,
            futures: 400,
            most_rhat: 1.01,
            most_drift: 0.1,
        }
    }
}

/// Draws of a density, and how they came about.
#[derive(Clone, Debug)]
pub struct Draws {
    /// Coordinates of each draw: the first of every chain, then the second of every chain, ..
    pub places: Vec<Vec<f64>>,
    /// ln L of each, up to the constant of the target.
    pub ln_likelihood: Vec<f64>,
    pub rhat: f64,
    /// Between the halves of the draws: of their means, in standard deviations, and of these.
    pub drift: f64,
    /// Shape of the tail of the weights p/t of the first points; above about 0.67 the bell is no
    /// picture of the density. It only warns: the steps do not need the bell.
    pub khat: f64,
    pub evaluations: u64,
    /// Most points of an ellipse that a step took.
    pub tries: u32,
}

/// Groups of chains that began next to each other.
const GROUPS: usize = 10;

/// Draws from a density around its bell.
pub fn draw<T: Target>(
    (target, bell): (&T, &Bell),
    seed: u64,
    effort: Effort,
    watch: &impl Watch,
) -> Result<Draws, Trouble> {
    let slope = Slope { target, bell, seed, most_tries: effort.most_tries };
    watch.announce((effort.chains * (effort.warm + effort.kept * effort.every)) as u64);
    let mut chains: Vec<Chain> = (0..effort.chains)
        .into_par_iter()
        .map_init(|| slope.room(), |room, number| slope.begin(number as u64, room))
        .collect();
    let weights: Vec<f64> = chains.iter().map(|chain| chain.over).collect();
    let khat = tail::khat(&weights);
    let began: Vec<Chain> = chains.clone();
    walk(&slope, &mut chains, effort.warm, watch);
    for doubling in 0..=effort.doublings {
        let (mut places, mut ln_likelihood) = (Vec::new(), Vec::new());
        for _ in 0..effort.kept {
            walk(&slope, &mut chains, effort.every << doubling, watch);
            places.extend(chains.iter().map(|chain| chain.w.clone()));
            ln_likelihood.extend(chains.iter().map(|chain| chain.ln_likelihood));
        }
        if watch.stopped() {
            return Err(Trouble::Stopped);
        }
        let tries = chains.iter().map(|chain| chain.tries).max().unwrap_or(0);
        if tries > effort.most_tries {
            return Err(Trouble::TooManyTries { tries: effort.most_tries });
        }
        let found = Rest::of(&began, &places, &ln_likelihood);
        let is_at_rest = found.rhat <= effort.most_rhat && found.drift <= effort.most_drift;
        let Rest { rhat, drift } = found;
        if is_at_rest {
            let evaluations = chains.iter().map(|chain| chain.evaluations).sum();
            let draws = Draws { places, ln_likelihood, rhat, drift, khat, evaluations, tries };
            return Ok(draws);
        }
        if doubling == effort.doublings {
            return Err(Trouble::NotConverged { rhat, drift });
        }
    }
    Err(Trouble::Stopped)
}

/// Steps of all chains.
fn walk<T: Target>(slope: &Slope<T>, chains: &mut [Chain], steps: usize, watch: &impl Watch) {
    let walk = |room: &mut Room<T::Room>, chain: &mut Chain| {
        if watch.stopped() || chain.tries > slope.most_tries {
            return;
        }
        for _ in 0..steps {
            slope.step(chain, room);
        }
        watch.done(steps as u64);
    };
    chains.par_iter_mut().for_each_init(|| slope.room(), walk);
}

/// Whether chains are at rest.
///
/// Chains are so short that each alone tells nothing. So those are taken together that began next
/// to each other, along one coordinate after the other and along ln L: R-hat is sqrt(1 + variance
/// of the groups' means/variance). Where all draws are independent that is about 1.001. Sources:
/// Gelman, Rubin, *Inference from iterative simulation* (1992); in groups, Margossian et al.,
/// *Nested R-hat* (2022). Test: `totals::bell::chains_that_remember_where_they_began_are_found`.
struct Rest {
    rhat: f64,
    drift: f64,
}

impl Rest {
    fn of(began: &[Chain], places: &[Vec<f64>], ln_likelihood: &[f64]) -> Rest {
        let chains = began.len();
        let mut rest = Rest { rhat: 1.0, drift: 0.0 };
        let coordinates = places.first().map_or(0, Vec::len);
        for coordinate in 0..coordinates {
            let from: Vec<f64> = began.iter().map(|chain| chain.w[coordinate]).collect();
            let to: Vec<f64> = places.iter().map(|place| place[coordinate]).collect();
            rest.look(&from, &to, chains);
        }
        let from: Vec<f64> = began.iter().map(|chain| chain.ln_likelihood).collect();
        rest.look(&from, ln_likelihood, chains);
        rest
    }

    fn look(&mut self, from: &[f64], to: &[f64], chains: usize) {
        let (mean, variance) = moments(to.iter().copied());
        if variance <= 0.0 || chains < GROUPS {
            return;
        }
        let half = to.len() / chains / 2 * chains;
        let [first, second] =
            [&to[..half], &to[to.len() - half..]].map(|half| moments(half.iter().copied()));
        let moved = (first.0 - second.0).abs() / variance.sqrt();
        let widened = 0.5 * libm::log(second.1 / first.1).abs();
        self.drift = self.drift.max(moved).max(widened);
        let mut order: Vec<usize> = (0..chains).collect();
        order.sort_by(|&a, &b| from[a].total_cmp(&from[b]));
        let means = (0..GROUPS).map(|group| {
            let own = &order[group * chains / GROUPS..(group + 1) * chains / GROUPS];
            let draws = own.iter().flat_map(|&chain| to.iter().skip(chain).step_by(chains));
            moments(draws.copied()).0 - mean
        });
        let between = moments(means).1;
        self.rhat = self.rhat.max((1.0 + between / variance).sqrt());
    }
}

/// Mean and variance.
fn moments(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let count = values.clone().count().max(2) as f64;
    let mean = values.clone().sum::<f64>() / count;
    (mean, values.map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0))
}
