//! Coins with an address: whether somebody sees, tells or belongs is a function of where it stands,
//! and of nothing else.

use serde::{Deserialize, Serialize};

use crate::rng::StreamKey;

/// Odd integer nearest to 2^64 over the golden ratio.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// Variant 13 of Stafford's finalisers: a bijection in which every bit depends on every bit.
#[inline]
pub const fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Coins of one purpose, such as all of one world or all of one post of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coins(u64);

impl Coins {
    pub fn new(seed: u64, purpose: &str) -> Coins {
        Coins(StreamKey::named(seed, "graph", purpose).word())
    }

    /// The coins of one part of the purpose: of one world, one post, one block.
    #[inline]
    #[must_use]
    pub const fn of(self, part: u64) -> Coins {
        Coins(mixed(self.0 ^ part.wrapping_mul(GOLDEN)).wrapping_add(GOLDEN))
    }

    /// 64 random bits that belong to a number.
    #[inline]
    pub const fn word(self, number: u64) -> u64 {
        mixed(self.0.wrapping_add(number.wrapping_mul(GOLDEN)))
    }

    /// A number strictly between 0 and 1 that belongs to a number.
    #[inline]
    pub fn uniform(self, number: u64) -> f64 {
        unit(self.word(number))
    }

    /// The value of the class to which a number belongs, where all classes are equally likely.
    #[inline]
    pub fn level(self, number: u64, values: &[f64]) -> f64 {
        values[(self.word(number) % values.len() as u64) as usize]
    }

    /// The sequence of random numbers that belongs to a number: `SplitMix64` (Steele, Lea, Flood
    /// 2014) from a place of its own.
    #[inline]
    pub const fn draws(self, number: u64) -> Draws {
        Draws(self.word(number))
    }
}

/// The middle of one of 2^52 equal parts of (0, 1).
#[inline]
fn unit(word: u64) -> f64 {
    ((word >> 12) as f64 + 0.5) * 2.0_f64.powi(-52)
}

/// A sequence of random numbers.
#[derive(Clone, Debug)]
pub struct Draws(u64);

impl Draws {
    #[inline]
    pub const fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mixed(self.0)
    }

    /// A number strictly between 0 and 1.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        unit(self.word())
    }

    /// A whole number below `end`, with a bias below `end`/2^64.
    #[inline]
    pub const fn below(&mut self, end: u64) -> u64 {
        ((self.word() as u128 * end as u128) >> 64) as u64
    }
}

impl rand::TryRng for Draws {
    type Error = std::convert::Infallible;

    #[inline]
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok((self.word() >> 32) as u32)
    }

    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(self.word())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        rand::rand_core::utils::fill_bytes_via_next_word(bytes, || self.try_next_u64())
    }
}
