//! A number with its Monte Carlo error, and the order statistics from which both come.

use crate::elementary::{TWO_51, nearest};
use crate::incomplete;
use crate::normal;

/// The percentiles that every summary gives, with their ids.
pub const PERCENTILES: [(&str, f64); 7] = [
    ("p05", 0.05),
    ("p10", 0.10),
    ("p25", 0.25),
    ("p50", 0.50),
    ("p75", 0.75),
    ("p90", 0.90),
    ("p95", 0.95),
];

/// Mean of values in their order, by Neumaier's compensated sum (1974): exact to the last bits for
/// any number of trials. Test: `estimate::ten_million_and_a_fifth_are_not_lost`.
pub fn mean(values: &[f64]) -> f64 {
    compensated_sum(values.iter().copied()) / values.len() as f64
}

/// Sample variance about the mean, in two passes.
pub fn variance(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return f64::NAN;
    }
    let center = mean(values);
    compensated_sum(values.iter().map(|x| (x - center) * (x - center))) / (values.len() - 1) as f64
}

/// What each addition loses is found without asking which number is the larger one (`TwoSum` of
/// Knuth, *The Art of Computer Programming* 4.2.2): the same bits, and no branch.
fn compensated_sum(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for x in values {
        let next = sum + x;
        let added = next - sum;
        lost += (sum - (next - added)) + (x - added);
        sum = next;
    }
    // Beside an infinite value nothing is lost.
    if sum.is_finite() { sum + lost } else { sum }
}

/// Where a quantile lies among values in ascending order.
///
/// It is read by linear interpolation of two order statistics (type 7 of Hyndman and Fan 1996). But
/// between two whole numbers there is nothing to read: of things that are counted it is the
/// smallest value with at least a share `p` of all values at or below it, which is one of the two.
/// Infinite values stand for "worse than every number" and stay infinite where a percentile touches
/// them. Tests: `estimate::percentiles_interpolate_between_two_values`,
/// `estimate::percentiles_of_counts_occur`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuantilePlace {
    /// Rank, counted from 0, of the lower of the two values.
    pub below: u64,
    /// Rank of the upper one.
    pub above: u64,
    /// How far it lies from the lower to the upper one.
    weight: f64,
    /// Which of them has a share `p` at or below it.
    holder: Holder,
}

/// One of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holder {
    Lower,
    Upper,
}

/// A share of a count is whole when it is but for so little of it.
const ROUNDING: f64 = 1e-12;

impl QuantilePlace {
    pub(crate) fn of(p: f64, count: u64) -> QuantilePlace {
        let last = count - 1;
        let place = p * last as f64;
        let below = place as u64;
        let enough = p * count as f64 * (1.0 - ROUNDING) > (below + 1) as f64;
        QuantilePlace {
            below,
            above: (below + 1).min(last),
            weight: place - below as f64,
            holder: if enough { Holder::Upper } else { Holder::Lower },
        }
    }

    /// The quantile, from the two values.
    pub(crate) fn read(self, low: f64, high: f64) -> f64 {
        if is_countable(low) && is_countable(high) {
            return if self.holder == Holder::Upper { high } else { low };
        }
        self.between(low, high)
    }

    /// What interpolation reads between the two values, whole or not: on this scale an error is
    /// measured, for which a step from one count to the next is no certainty.
    pub(crate) fn between(self, low: f64, high: f64) -> f64 {
        interpolate(low, high, self.weight)
    }
}

/// Whether nothing lies between the value and the next one of its kind: whole numbers, and "never".
fn is_countable(value: f64) -> bool {
    value.is_infinite() || value.abs() >= TWO_51 || nearest(value) == value
}

/// Quantile of sorted values, as [`QuantilePlace`] reads it.
pub fn quantile_of_sorted(sorted: &[f64], p: f64) -> f64 {
    let place = QuantilePlace::of(p, sorted.len() as u64);
    place.read(sorted[place.below as usize], sorted[place.above as usize])
}

/// Quantiles of values in any order as [`quantile_of_sorted`] finds them, for ascending `ps`, by
/// selection.
pub fn quantiles_by_selection<const N: usize>(values: &[f64], ps: [f64; N]) -> [f64; N] {
    let mut keys: Vec<i64> = values.iter().copied().map(key).collect();
    let count = keys.len() as u64;
    let mut start = 0;
    ps.map(|p| {
        let place = QuantilePlace::of(p, count);
        let below = place.below as usize;
        let (_, &mut low, rest) = keys[start..].select_nth_unstable(below - start);
        let high = rest.iter().copied().min().unwrap_or(low);
        start = below;
        place.read(of_key(low), of_key(high))
    })
}

/// Counts from which on they are no longer counted one by one.
const FEW: usize = 4096;

/// The same quantiles of counts: of small ones by how often each occurs.
///
/// Test: `estimate::quantiles_of_counts_are_those_of_the_numbers`.
pub fn quantiles_of_counts<const N: usize>(counts: &[u32], ps: [f64; N]) -> [f64; N] {
    let most = counts.iter().copied().max().unwrap_or(0) as usize;
    if most >= FEW {
        let values: Vec<f64> = counts.iter().copied().map(f64::from).collect();
        return quantiles_by_selection(&values, ps);
    }
    let mut often = vec![0_u32; most + 1];
    for &count in counts {
        often[count as usize] += 1;
    }
    let (mut value, mut up_to) = (0, u64::from(often[0]));
    ps.map(|p| {
        let place = QuantilePlace::of(p, counts.len() as u64);
        while up_to <= place.below {
            value += 1;
            up_to += u64::from(often[value]);
        }
        let mut above = value;
        if place.above >= up_to {
            above += 1;
            while often[above] == 0 {
                above += 1;
            }
        }
        place.read(value as f64, above as f64)
    })
}

/// A sample in ascending order, undefined values left to whoever ranks them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorted(Vec<i64>);

impl Sorted {
    pub fn of(values: &[f64]) -> Sorted {
        let mut keys: Vec<i64> = values.iter().copied().map(key).collect();
        keys.sort_unstable();
        Sorted(keys)
    }

    /// Joins all values of several samples.
    #[expect(
        clippy::stable_sort_primitive,
        reason = "the stable sort finds the runs that are sorted already and merges them"
    )]
    pub fn join(parts: &[Sorted]) -> Sorted {
        let mut keys: Vec<i64> = parts.iter().flat_map(|part| &part.0).copied().collect();
        keys.sort();
        Sorted(keys)
    }

    /// The values, in ascending order.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        self.0.iter().map(|key| of_key(*key))
    }

    /// A quantile of the sample, as [`quantile_of_sorted`] finds it.
    pub fn quantile(&self, p: f64) -> f64 {
        let place = QuantilePlace::of(p, self.0.len() as u64);
        let [low, high] = [place.below, place.above].map(|rank| of_key(self.0[rank as usize]));
        place.read(low, high)
    }

    /// The standard error of a quantile, as [`quantile_error`] finds it.
    pub fn quantile_error(&self, p: f64) -> f64 {
        error_between(self.0.len(), p, |rank| of_key(self.0[rank as usize]))
    }
}

/// The places of values in ascending order; equal ones in the order of their places.
pub fn order(values: &[f64]) -> Vec<usize> {
    let mut keys: Vec<(i64, u32)> =
        values.iter().enumerate().map(|(place, value)| (key(*value), place as u32)).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| place as usize).collect()
}

/// An integer that is larger when the double is: integers are compared at once, and sorted without
/// a branch.
const fn key(value: f64) -> i64 {
    let bits = value.to_bits() as i64;
    bits ^ (((bits >> 63) as u64) >> 1) as i64
}

/// The double of a [`key`].
const fn of_key(key: i64) -> f64 {
    f64::from_bits((key ^ (((key >> 63) as u64) >> 1) as i64) as u64)
}

/// The value so far from one to another; infinite where either is.
fn interpolate(low: f64, high: f64, weight: f64) -> f64 {
    if weight == 0.0 || low == high {
        return low;
    }
    if low.is_infinite() || high.is_infinite() {
        return if low.is_infinite() { low } else { high };
    }
    low + (high - low) * weight
}

/// Standard error of a statistic from its values on `blocks` independent designs, of which `trials`
/// are in use: sd / sqrt(blocks), or `None` when fewer than two whole blocks were run. Test:
/// `estimate::nineteen_of_twenty_intervals_from_blocks_hold_the_truth`.
pub fn block_error(blocks: &[f64], trials: u64, block: u64) -> Option<f64> {
    if blocks.len() < 2 {
        return None;
    }
    if blocks.iter().all(|x| *x == blocks[0]) {
        return Some(0.0);
    }
    if blocks.iter().any(|x| !x.is_finite()) {
        return Some(f64::INFINITY);
    }
    Some((variance(blocks) * block as f64 / trials as f64).sqrt())
}

/// Standard error of a quantile from the sample alone: half the distance between the order
/// statistics that lie one binomial standard deviation, sqrt(n p (1 - p)), above and below it.
/// Test: `estimate::nineteen_of_twenty_intervals_about_a_percentile_hold_it`.
pub fn quantile_error(sorted: &[f64], p: f64) -> f64 {
    error_between(sorted.len(), p, |rank| sorted[rank as usize])
}

/// The same, of as many values of which each is known by its rank.
pub(crate) fn error_between(count: usize, p: f64, at: impl Fn(u64) -> f64) -> f64 {
    let step = (p * (1.0 - p) / count as f64).sqrt();
    if count < 2 {
        return f64::INFINITY;
    }
    let [low, high] = [(p - step).max(0.0), (p + step).min(1.0)].map(|p| {
        let place = QuantilePlace::of(p, count as u64);
        place.between(at(place.below), at(place.above))
    });
    if low == high { 0.0 } else { (high - low) / 2.0 }
}

/// Blocks below which their scatter says too little: the standard error of two values may be a
/// hundred times too small. Then errors come from the trials as if they were independent, which is
/// too large for a stratified design, if anything.
pub(crate) const FEWEST_BLOCKS: usize = 5;

/// A statistic and the standard error that the finite number of trials leaves it with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    /// Standard error, in the unit of the value; zero for what is known exactly, infinite where
    /// nothing is known about it.
    pub se: f64,
    /// Degrees of freedom of the standard error: the number of independent parts from which it was
    /// found, less one; infinite where it counts as known.
    pub freedom: f64,
}

impl Estimate {
    /// A value with a standard error that counts as known.
    pub const fn new(value: f64, se: f64) -> Estimate {
        Estimate { value, se, freedom: f64::INFINITY }
    }

    /// A value without an error.
    pub const fn exact(value: f64) -> Estimate {
        Estimate::new(value, 0.0)
    }

    /// A value of whose error nothing is known.
    pub const fn unknown(value: f64) -> Estimate {
        Estimate { value, se: f64::INFINITY, freedom: 1.0 }
    }

    /// The mean of values in the order of their trials, which come in independent blocks of so
    /// many: the error is that of the means of the whole blocks, or of the values themselves where
    /// there are few blocks. Test:
    /// `estimate::nineteen_of_twenty_intervals_of_few_blocks_hold_the_truth`.
    pub fn mean(values: &[f64], block: usize) -> Estimate {
        Estimate::of(mean(values), values, block)
    }

    /// A statistic whose value differs from its expectation by the mean of these influences, one a
    /// trial.
    pub fn of(value: f64, influences: &[f64], block: usize) -> Estimate {
        let blocks: Vec<f64> = influences.chunks_exact(block).map(mean).collect();
        match Estimate::of_blocks(value, &blocks, influences.len(), block) {
            Some(known) => known,
            None if influences.len() < 2 => Estimate::unknown(value),
            None => {
                let trials = influences.len() as f64;
                Estimate {
                    value,
                    se: (variance(influences) / trials).sqrt(),
                    freedom: trials - 1.0,
                }
            }
        }
    }

    /// A statistic from its values on whole blocks; `None` where they are too few.
    pub(crate) fn of_blocks(
        value: f64,
        blocks: &[f64],
        trials: usize,
        block: usize,
    ) -> Option<Estimate> {
        if blocks.len() < FEWEST_BLOCKS {
            return None;
        }
        let se = block_error(blocks, trials as u64, block as u64)?;
        Some(Estimate { value, se, freedom: (blocks.len() - 1) as f64 })
    }

    /// The interval that holds the truth with 95 %, by Student's distribution.
    pub fn interval(self) -> [f64; 2] {
        let reach = if self.se == 0.0 { 0.0 } else { student(0.95, self.freedom) * self.se };
        [self.value - reach, self.value + reach]
    }

    /// Multiplies value and error by a factor.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Estimate {
        Estimate { value: self.value * factor, se: self.se * factor.abs(), ..self }
    }

    /// Moves the value into the range of its kind.
    #[must_use]
    pub fn within(self, low: f64, high: f64) -> Estimate {
        Estimate { value: self.value.clamp(low, high), ..self }
    }

    /// The probability that the true value is on the other side of zero: one half where nothing is
    /// known, zero where the value is exactly known.
    pub fn chance_of_other_sign(self) -> f64 {
        if self.se == 0.0 {
            return if self.value == 0.0 { 0.5 } else { 0.0 };
        }
        outside(self.value / self.se, self.freedom) / 2.0
    }
}

/// The probability that Student's t with `n` degrees of freedom lies further from zero than `t`.
fn outside(t: f64, n: f64) -> f64 {
    if n.is_infinite() { 2.0 * normal::cdf(-t.abs()) } else { incomplete::student(t, n) }
}

/// The normal score that is as far out as Student's t with `n` degrees of freedom. Test:
/// `estimate::a_score_is_as_far_out_as_its_t`.
pub fn normal_score(t: f64, n: f64) -> f64 {
    if n.is_infinite() { t } else { normal::quantile(outside(t, n) / 2.0).copysign(t) }
}

/// The t that is as far out as a normal score: the inverse of [`normal_score`].
pub fn student_of_score(score: f64, n: f64) -> f64 {
    if n.is_infinite() || score == 0.0 {
        return score;
    }
    incomplete::student_quantile(2.0 * normal::cdf(-score.abs()), n).copysign(score)
}

/// The distance from its centre within which Student's t with `n` degrees of freedom lies with
/// probability `within`. Test: `estimate::student_is_as_tabled`.
pub fn student(within: f64, n: f64) -> f64 {
    student_of_score(-normal::quantile((1.0 - within) / 2.0), n)
}
