//! The continuous ranked probability score: the integral of the squared gap between the forecast's
//! distribution function and that of the outcome. It has the outcome's unit, and is the absolute
//! error where the forecast is a single number.

use std::f64::consts::PI;

use reachsim_core::normal;

use super::order::{mean, rising};

/// The score of a normal law for the outcome `y`; with a deviation of 0, the absolute error.
///
/// s (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)), z = (y - mean)/s. Source: Gneiting, Raftery,
/// *Strictly proper scoring rules, prediction, and estimation*, Journal of the American Statistical
/// Association 102 (2007). Test: `score::crps::a_normal_forecast_has_the_published_score`.
pub fn crps_normal(mean: f64, deviation: f64, y: f64) -> f64 {
    if deviation == 0.0 {
        return (y - mean).abs();
    }
    let z = (y - mean) / deviation;
    let density = libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt();
    deviation * (z * (2.0 * normal::cdf(z) - 1.0) + 2.0 * density - 1.0 / PI.sqrt())
}

/// The score of the distribution that draws, in any order, are; NaN of none.
///
/// `mean |x - y| - sum_i (2 i - m - 1) x_(i) / m^2`, in O(m log m). Source: Jordan, Krueger, Lerch,
/// *Evaluating probabilistic forecasts with scoringRules*, Journal of Statistical Software 90
/// (2019). Test: `score::crps::draws_have_the_published_scores`.
pub fn crps_draws(draws: &[f64], y: f64) -> f64 {
    let m = draws.len() as f64;
    distance(draws, y) - spread(draws, y) / (m * m)
}

/// The score of the law that draws come from, without what their number adds; it may be below 0.
/// Needs two draws.
///
/// As [`crps_draws`], with m (m - 1) instead of m^2. Source: Ferro, *Fair scores for ensemble
/// forecasts*, Quarterly Journal of the Royal Meteorological Society 140 (2014).
/// Test: `score::crps::a_fair_score_does_not_depend_on_the_number_of_draws`.
pub fn crps_fair(draws: &[f64], y: f64) -> f64 {
    let m = draws.len() as f64;
    distance(draws, y) - spread(draws, y) / (m * (m - 1.0))
}

fn distance(draws: &[f64], y: f64) -> f64 {
    draws.iter().map(|x| (x - y).abs()).sum::<f64>() / draws.len() as f64
}

/// Half the sum of the gaps between all pairs, counted both ways. Around `y`, so that large numbers
/// close to one another keep their digits.
fn spread(draws: &[f64], y: f64) -> f64 {
    let m = draws.len() as f64;
    let place = |(i, x): (usize, f64)| (2.0 * i as f64 + 1.0 - m) * (x - y);
    rising(draws).into_iter().enumerate().map(place).sum()
}

/// The score of quantiles: levels between 0 and 1, the value at each. NaN of none.
///
/// Twice the mean pinball loss, `2/K sum ([y < q_a] - a) (q_a - y)`, which comes to the continuous
/// ranked probability score as levels fill the line. Of the median and K central intervals it is
/// the weighted interval score. Source: Bracher, Ray, Gneiting, Reich, *Evaluating epidemic
/// forecasts in an interval format*, PLOS Computational Biology 17 (2021).
/// Test: `score::crps::quantiles_have_the_weighted_interval_score`.
pub fn quantile_score(levels: &[f64], values: &[f64], y: f64) -> f64 {
    let pinball = |(&level, &value): (&f64, &f64)| {
        let below = if y < value { 1.0 } else { 0.0 };
        2.0 * (below - level) * (value - y)
    };
    mean(&levels.iter().zip(values).map(pinball).collect::<Vec<_>>())
}

/// The score of a central interval that is to hold with a share `level`: its width, and what was
/// missed times 2/(1 - level).
///
/// Source: Gneiting, Raftery 2007, section 6.2.
/// Test: `score::crps::quantiles_have_the_weighted_interval_score`.
pub fn interval_score(low: f64, high: f64, level: f64, y: f64) -> f64 {
    high - low + 2.0 / (1.0 - level) * ((low - y).max(0.0) + (y - high).max(0.0))
}
