//! One forecaster against another.

use reachsim_core::incomplete::student;

use super::order::mean;

/// Fewer origins tell a difference, and not how sure it is.
pub const LEAST_ORIGINS: usize = 12;

/// The losses of one forecaster less those of another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The mean: below 0 where the first one is better.
    pub difference: f64,
    /// What of it, and of what is below, can be told from chance.
    pub told: Option<Told>,
}

/// A difference in units of its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// As Diebold and Mariano have it.
    pub plain: f64,
    /// As Harvey, Leybourne and Newbold correct it for few origins.
    pub corrected: f64,
    /// The probability of a corrected one at least so far from 0, either way, between equals.
    pub p: f64,
}

/// Losses of two forecasters at the same origins, in the order of time, `ahead` steps ahead. Slices
/// of one length. Only the difference is told below 12 origins, below twice as many as there are
/// steps, and where the estimated variance is not above 0.
///
/// `DM = d / sqrt((g_0 + 2 sum_{k<h} g_k)/n)` with the autocovariances `g_k`, sums over n, of the
/// differences, whose mean is d; corrected by the factor `sqrt((n + 1 - 2 h + h (h - 1)/n)/n)`,
/// with Student's law of n - 1. Sources: Diebold, Mariano, *Comparing predictive accuracy*, Journal
/// of Business & Economic Statistics 13 (1995); Harvey, Leybourne, Newbold, International Journal
/// of Forecasting 13 (1997). Test: `score::series::air_passengers_are_compared_as_published`.
pub fn diebold_mariano(first: &[f64], second: &[f64], ahead: usize) -> Compared {
    let gaps: Vec<f64> = first.iter().zip(second).map(|(a, b)| a - b).collect();
    let difference = mean(&gaps);
    let (n, h) = (gaps.len() as f64, ahead.max(1) as f64);
    let around: Vec<f64> = gaps.iter().map(|gap| gap - difference).collect();
    let lagged =
        |k: usize| around.iter().zip(around.iter().skip(k)).map(|(a, b)| a * b).sum::<f64>() / n;
    let variance = (lagged(0) + 2.0 * (1..ahead.max(1)).map(lagged).sum::<f64>()) / n;
    let enough = gaps.len() >= LEAST_ORIGINS && 2 * ahead <= gaps.len() && variance > 0.0;
    let told = enough.then(|| {
        let plain = difference / variance.sqrt();
        let corrected = plain * ((n + 1.0 - 2.0 * h + h * (h - 1.0) / n) / n).sqrt();
        Told { plain, corrected, p: student(corrected, n - 1.0) }
    });
    Compared { difference, told }
}

/// How much better a mean score is than that of a baseline: 1 - score/baseline, at most 1, below 0
/// where it is worse. None of no scores, and where the baseline scores 0.
pub fn skill(scores: &[f64], baseline: &[f64]) -> Option<f64> {
    let [own, other] = [mean(scores), mean(baseline)];
    (own.is_finite() && other > 0.0).then(|| 1.0 - own / other)
}
