//! Designs: the uniform coordinates from which every uncertain input of every trial is made.
//!
//! Trials come in blocks of [`BLOCK`], and each block is a design of its own, randomised
//! independently of all others: what is computed from one block is an unbiased estimate, and the
//! scatter of the blocks is its error, whatever the sampler. A column depends on (seed, name of the
//! coordinate, dimension, block) alone, so another input moves no other and more blocks leave the
//! first ones as they are.

pub mod copula;
pub mod latin;
pub mod nearest;
pub mod sobol;
mod stratum;
pub mod together;

use crate::rng::{StreamKey, uniform};

/// Trials of one block: each block is an independently randomised design, so that its statistics
/// are independent of those of every other block.
pub const BLOCK: usize = 1000;

/// More trials than anybody waits for.
pub const MOST_TRIALS: u64 = 10_000_000_000;

/// How the coordinates of a block fill the unit cube.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampler {
    /// Independent uniforms.
    Random,
    /// Each coordinate has one trial in each thousandth.
    LatinHypercube,
    /// An Owen-scrambled Sobol' sequence: pairs and groups of coordinates are evenly filled too.
    Sobol,
    /// Every coordinate is one half, which puts every input at its median.
    Expected,
}

impl Sampler {
    /// Every sampler, in the order in which users read of them.
    pub const ALL: [Sampler; 4] =
        [Sampler::Random, Sampler::LatinHypercube, Sampler::Sobol, Sampler::Expected];

    /// The id of the sampler, as users write it.
    pub const fn id(self) -> &'static str {
        match self {
            Sampler::Random => "random",
            Sampler::LatinHypercube => "latin-hypercube",
            Sampler::Sobol => "sobol",
            Sampler::Expected => "expected",
        }
    }

    pub fn find(id: &str) -> Option<Sampler> {
        Sampler::ALL.into_iter().find(|sampler| sampler.id() == id)
    }
}

/// The values of one coordinate in all trials.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    key: StreamKey,
    dimension: usize,
}

impl Column {
    /// The column of a named coordinate; `dimension` is its own in Sobol's sequence.
    pub fn new(seed: u64, name: &str, dimension: usize) -> Column {
        Column { key: StreamKey::named(seed, "design", name), dimension }
    }

    /// A second column of the same coordinate, independent of the first.
    pub fn anew(seed: u64, name: &str) -> Column {
        Column { key: StreamKey::named(seed, "design anew", name), dimension: usize::MAX }
    }

    /// The first coordinates of a block, at most [`BLOCK`], each strictly between 0 and 1.
    pub fn fill(&self, sampler: Sampler, block: u64, us: &mut [f64]) {
        let mut rng = self.key.at(block, 0);
        match sampler {
            Sampler::Random => us.fill_with(|| uniform(&mut rng)),
            // A dimension that two coordinates share would tie them together, a Latin hypercube
            // leaves them independent.
            Sampler::Sobol if self.dimension < sobol::DIMENSIONS => {
                sobol::fill(&mut rng, self.dimension, us);
            }
            Sampler::LatinHypercube | Sampler::Sobol => latin::fill(&mut rng, BLOCK, us),
            Sampler::Expected => us.fill(0.5),
        }
    }
}
