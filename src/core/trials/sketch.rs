//! The distribution of more values than memory holds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Classes of an octave, the values between one power of two and the next.
const CLASSES: usize = 1 << CLASS_BITS;
const CLASS_BITS: u32 = 12;
/// Bits of a double below its exponent.
const MANTISSA_BITS: u32 = 52;
const SIGN: u64 = 1 << 63;

/// Largest relative error of a quantile: the width of a class.
pub const SKETCH_ERROR: f64 = 1.0 / CLASSES as f64;

/// How many values fell into each of 4,096 classes an octave.
///
/// Classes are the leading bits of a double, so they are as fine, relative to the value, for a
/// hundred as for a million: a quantile is wrong by less than 1/4,096 of itself, and by far less
/// where values are spread evenly within their class. Whole numbers up to 8,192 have a class each
/// and are exact. Counts add up to the same whatever their order, so sketches of parts join without
/// loss. The idea is that of Masson, Rim, Lee, *`DDSketch`: a fast and fully-mergeable quantile
/// sketch with relative-error guarantees* (2019), with the classes of a double in place of
/// logarithms. Test: `tally::a_sketch_is_as_good_as_it_says`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuantileSketch {
    /// Counts of the classes of each sign and exponent.
    octaves: BTreeMap<u16, Vec<u64>>,
    /// Whether every value was a whole number.
    is_whole: bool,
}

impl Default for QuantileSketch {
    fn default() -> QuantileSketch {
        QuantileSketch { octaves: BTreeMap::new(), is_whole: true }
    }
}

impl QuantileSketch {
    /// Counts a finite value.
    pub fn add(&mut self, value: f64) {
        // Minus zero is zero.
        let bits = (value + 0.0).to_bits();
        let classes =
            self.octaves.entry((bits >> MANTISSA_BITS) as u16).or_insert_with(|| vec![0; CLASSES]);
        classes[(bits >> (MANTISSA_BITS - CLASS_BITS)) as usize % CLASSES] += 1;
        self.is_whole &= value.fract() == 0.0;
    }

    pub fn append(&mut self, other: &QuantileSketch) {
        for (octave, counts) in &other.octaves {
            let classes = self.octaves.entry(*octave).or_insert_with(|| vec![0; CLASSES]);
            classes.iter_mut().zip(counts).for_each(|(class, count)| *class += count);
        }
        self.is_whole &= other.is_whole;
    }

    /// Whether it can be of so many values or fewer.
    pub(crate) fn is_of(&self, most: u64) -> bool {
        let mut counts = self.octaves.values().flatten();
        self.octaves.values().all(|classes| classes.len() == CLASSES)
            && counts
                .try_fold(0_u64, |sum, count| sum.checked_add(*count))
                .is_some_and(|sum| sum <= most)
    }

    /// The value of this rank, counted from 0 and ascending; NaN where there are fewer values.
    pub fn at(&self, rank: u64) -> f64 {
        let mut below = 0;
        for (bits, count) in self.ascending() {
            if rank < below + count {
                return self.within(bits, ((rank - below) as f64 + 0.5) / count as f64);
            }
            below += count;
        }
        f64::NAN
    }

    /// The classes that hold anything, from the least value to the largest: their leading bits, the
    /// others zero, and their counts.
    fn ascending(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        let is_negative = |octave: u16| class(octave, 0) & SIGN != 0;
        let negative = self.octaves.iter().rev().filter(move |(octave, _)| is_negative(**octave));
        let positive = self.octaves.iter().filter(move |(octave, _)| !is_negative(**octave));
        let falling = negative.flat_map(|(octave, counts)| {
            (0..CLASSES).rev().map(|place| (class(*octave, place), counts[place]))
        });
        let rising = positive.flat_map(|(octave, counts)| {
            (0..CLASSES).map(|place| (class(*octave, place), counts[place]))
        });
        falling.chain(rising).filter(|(_, count)| *count > 0)
    }

    /// The value so far into a class, from its least value to its largest.
    fn within(&self, bits: u64, part: f64) -> f64 {
        let magnitude = bits & !SIGN;
        if magnitude == 0 {
            // What shares a class with zero cannot be told from it.
            return 0.0;
        }
        let (near, far) = (
            f64::from_bits(magnitude),
            f64::from_bits(magnitude + (1 << (MANTISSA_BITS - CLASS_BITS))),
        );
        let part = if bits == magnitude { part } else { 1.0 - part };
        let inside = near + (far - near) * part;
        // Of a class no wider than 1 that holds whole numbers there is one only.
        let size = match self.is_whole {
            true if far - near <= 1.0 => near.ceil(),
            true => inside.round(),
            false => inside,
        };
        if bits == magnitude { size } else { -size }
    }
}

/// The bits of the value of a class that is nearest to zero.
fn class(octave: u16, place: usize) -> u64 {
    (u64::from(octave) << MANTISSA_BITS) | ((place as u64) << (MANTISSA_BITS - CLASS_BITS))
}
