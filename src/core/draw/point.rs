//! Point probabilities that keep their digits however large the counts are.

use std::f64::consts::PI;

use crate::elementary::{exp_minus, ln_1p, stirling_remainder};

/// A binomial distribution; with infinitely many trials of share zero, a Poisson distribution.
#[derive(Clone, Copy, Debug)]
pub struct CountLaw {
    pub trials: f64,
    /// At most one half.
    pub share: f64,
    pub mean: f64,
}

impl CountLaw {
    #[inline]
    pub fn binomial(trials: f64, share: f64) -> CountLaw {
        CountLaw { trials, share, mean: trials * share }
    }

    #[inline]
    pub fn poisson(mean: f64) -> CountLaw {
        CountLaw { trials: f64::INFINITY, share: 0.0, mean }
    }

    #[inline]
    pub fn variance(self) -> f64 {
        self.mean * (1.0 - self.share)
    }

    /// Probability of `k`, in the saddle-point form: how far `k` and its mean are apart, and how
    /// far the factorials are from Stirling's formula. Relative error below 1e-14 + 1e-16 times the
    /// negative logarithm.
    ///
    /// A Poisson count has exp(-deviance - correction) / sqrt(2 pi k). The successes and the
    /// failures of a binomial are two Poisson counts whose sum is known, so it has the product of
    /// both over the probability of their sum. Source: Loader, *Fast and accurate computation of
    /// binomial probabilities* (2000). Tests:
    /// `draw::probabilities_add_up_to_one_and_so_does_the_envelope_but_for_its_excess`,
    /// `draw::counts_have_the_law_they_claim`.
    pub fn probability(self, k: f64) -> f64 {
        let CountLaw { trials, share, mean } = self;
        let (apart, scale) = (deviance(k, mean) + correction(k), circle(k));
        if trials.is_infinite() {
            return exp_minus(apart) / scale.sqrt();
        }
        let failures = trials - k;
        let apart = apart
            + deviance(failures, trials * (1.0 - share))
            + (correction(failures) - correction(trials));
        exp_minus(apart.max(0.0)) * (circle(trials) / circle(failures) / scale).sqrt()
    }
}

/// What Stirling's formula leaves of ln(k!) for the smallest counts.
const SMALL: [f64; 16] = [
    0.0,
    0.081_061_466_795_327_26,
    0.041_340_695_955_409_3,
    0.027_677_925_684_998_34,
    0.020_790_672_103_765_093,
    0.016_644_691_189_821_193,
    0.013_876_128_823_070_748,
    0.011_896_709_945_891_77,
    0.010_411_265_261_972_096,
    0.009_255_462_182_712_733,
    0.008_330_563_433_362_87,
    0.007_573_675_487_951_841,
    0.006_942_840_107_209_53,
    0.006_408_994_188_004_207,
    0.005_951_370_112_758_847_5,
    0.005_554_733_551_962_801,
];

/// ln(k!) less Stirling's k ln k - k + ln(2 pi k)/2.
#[inline]
fn correction(k: f64) -> f64 {
    if k < SMALL.len() as f64 { SMALL[k as usize] } else { stirling_remainder(k) }
}

/// 2 pi k, the square of the factor in Stirling's formula; 1 for 0, whose factorial needs none.
#[inline]
fn circle(k: f64) -> f64 {
    if k > 0.0 { 2.0 * PI * k } else { 1.0 }
}

/// k ln(k/mean) + mean - k, of which nothing cancels.
#[inline]
fn deviance(k: f64, mean: f64) -> f64 {
    let apart = (k - mean) / (k + mean);
    if apart.abs() < 0.1 {
        // 2 artanh(apart) = ln(k/mean), as a series.
        let square = apart * apart;
        let c = &ODD;
        let fourth = square * square;
        let low = (c[0] + c[1] * square) + (c[2] + c[3] * square) * fourth;
        let high = (c[4] + c[5] * square) + (c[6] + c[7] * square) * fourth;
        let series = square * (low + high * fourth * fourth);
        return (k - mean) * apart + 2.0 * k * apart * series;
    }
    // Of no successes the logarithm is some large number, and counts nothing.
    k * ln_1p((k - mean).abs() / k.min(mean)).copysign(k - mean) + (mean - k)
}

/// 1/3, 1/5, ..: enough for 1e-17 below 0.1.
const ODD: [f64; 8] =
    [1.0 / 3.0, 1.0 / 5.0, 1.0 / 7.0, 1.0 / 9.0, 1.0 / 11.0, 1.0 / 13.0, 1.0 / 15.0, 1.0 / 17.0];
