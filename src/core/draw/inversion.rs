//! Counts of small mean by sequential search of the inverse distribution function.

use rand::Rng;

use crate::rng::uniform;

/// Counts whose variance is below 3 have a mean below 6, and exceed it with a probability below
/// 1e-100.
const MOST: usize = 128;

/// 1/k from k = 1 on, in rows of four.
const RECIPROCALS: [[f64; 4]; MOST / 4] = {
    let mut table = [[0.0; 4]; MOST / 4];
    let mut k = 0;
    while k < MOST {
        table[k / 4][k % 4] = 1.0 / (k + 1) as f64;
        k += 1;
    }
    table
};

/// A count with P(0) = `none` and P(k) = P(k-1) (`rise`/k - `fall`).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recurrence {
    pub none: f64,
    pub rise: f64,
    pub fall: f64,
}

impl Recurrence {
    /// The count at the uniform coordinate `u`; `rng` for the rare one that lies beyond all
    /// classes.
    #[inline]
    pub fn draw(self, mut u: f64, rng: &mut impl Rng) -> f64 {
        loop {
            let (mut class, mut below) = (self.none, self.none);
            if u < below {
                return 0.0;
            }
            for (row, reciprocals) in RECIPROCALS.iter().enumerate() {
                // How many of four classes end below u is counted without a branch, which no
                // processor could predict.
                let mut ended = 0;
                for reciprocal in reciprocals {
                    // The next class from the one before it, and all classes up to it.
                    class *= self.rise * reciprocal - self.fall;
                    below += class;
                    ended += u32::from(u >= below);
                }
                if u < below {
                    return (1 + 4 * row) as f64 + f64::from(ended);
                }
            }
            // The classes add up to 1 but for their rounding, 1e-15: a coordinate beyond their sum
            // is drawn again.
            u = uniform(rng);
        }
    }
}
