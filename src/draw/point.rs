//! Point probabilities that keep their digits however large the counts are.

use std::f64::consts::PI;

/// A double of this size or more is a whole number.
const WHOLE: f64 = 4_503_599_627_370_496.0;

/// A binomial distribution; with infinitely many trials of share zero, a Poisson distribution.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    pub trials: f64,
    /// At most one half.
    pub share: f64,
    pub mean: f64,
}

impl Law {
    #[inline]
    pub fn binomial(trials: f64, share: f64) -> Law {
        Law { trials, share, mean: trials * share }
    }

    #[inline]
    pub fn poisson(mean: f64) -> Law {
        Law { trials: f64::INFINITY, share: 0.0, mean }
    }

    #[inline]
    pub fn variance(self) -> f64 {
        self.mean * (1.0 - self.share)
    }

    /// ln of the probability of `k`. Of a binomial, successes and failures are two Poisson counts whose sum is known.
    pub fn ln_probability(self, k: f64) -> f64 {
        let Law { trials, share, mean } = self;
        let successes = ln_poisson(k, mean);
        if trials.is_infinite() { successes } else { successes + ln_poisson(trials - k, trials * (1.0 - share)) + stirling(trials) }
    }
}

/// The largest whole number not above `x`, for `x` >= 0. (The instruction for it is not part of every processor.)
#[inline]
pub fn floor(x: f64) -> f64 {
    if x < WHOLE { x as i64 as f64 } else { x }
}

/// ln(k!) - k ln k + k for the smallest counts.
const SMALL: [f64; 16] = [
    0.0,
    1.0,
    1.306_852_819_440_054_6,
    1.495_922_603_223_725_8,
    1.632_876_385_868_383_2,
    1.740_302_180_611_544_2,
    1.828_694_396_641_771,
    1.903_790_317_678_221_2,
    1.969_070_569_306_562_9,
    2.026_806_284_055_495_2,
    2.078_561_643_135_058_6,
    2.125_459_845_091_81,
    2.168_334_698_205_882,
    2.207_822_206_123_445,
    2.244_418_568_125_061,
    2.278_518_367_307_740_7,
];

/// ln of the Poisson probability of `k` at mean `mean`, in the saddle-point form -D - S: D measures how far apart the
/// two are, S is ln(k!) - k ln k + k. Good to 1e-14 + 1e-16 times the larger of D and S.
///
/// Source: Loader, *Fast and accurate computation of binomial probabilities* (2000).
/// Test: `draw::counts_have_the_law_they_claim`.
fn ln_poisson(k: f64, mean: f64) -> f64 {
    -deviance(k, mean) - stirling(k)
}

/// ln(k!) - k ln k + k.
fn stirling(k: f64) -> f64 {
    if k < SMALL.len() as f64 {
        return SMALL[k as usize];
    }
    let inverse = 1.0 / (k * k);
    let series = 1.0 / 12.0 - inverse * (1.0 / 360.0 - inverse * (1.0 / 1260.0 - inverse * (1.0 / 1680.0)));
    series / k + 0.5 * libm::log(2.0 * PI * k)
}

/// k ln(k/mean) + mean - k, of which nothing cancels.
fn deviance(k: f64, mean: f64) -> f64 {
    let apart = (k - mean) / (k + mean);
    if apart.abs() < 0.1 {
        // 2 artanh(apart) = ln(k/mean), as a series.
        let square = apart * apart;
        let series = ODD.iter().rev().fold(0.0, |sum, reciprocal| (sum + reciprocal) * square);
        return (k - mean) * apart + 2.0 * k * apart * series;
    }
    if k > 0.0 { k * libm::log(k / mean) + mean - k } else { mean }
}

/// 1/3, 1/5, ..: enough for 1e-17 below 0.1.
const ODD: [f64; 8] = [1.0 / 3.0, 1.0 / 5.0, 1.0 / 7.0, 1.0 / 9.0, 1.0 / 11.0, 1.0 / 13.0, 1.0 / 15.0, 1.0 / 17.0];
