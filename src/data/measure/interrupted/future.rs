//! What would have been counted without the event.

use reachsim_core::draw::{gamma, negative_binomial, normal, poisson};
use reachsim_core::rng::{Stream, StreamKey};

use super::design::Design;
use super::linear::{factor, times};
use super::regress::{Regression, means};
use super::series::Luck;
use crate::measure::interval::Interval;
use crate::measure::order::middle;

const DRAWS: u64 = 4_000;
const SEED: u64 = 1;

/// Counted in the event, less what would have been counted: the mean without the event's
/// coefficient, and the middle 95 % of 4,000 draws of the coefficients and of counts around their
/// means. A count is never below 0, so that the sum never exceeds what was counted.
///
/// Coefficients are normal; with [`Luck::NegativeBinomial`] they have Student's t of n - p degrees
/// of freedom. Test: `measure::interrupted::a_sum_is_what_was_added`.
pub fn sum(design: &Design, regression: &Regression, luck: Luck) -> Option<Interval> {
    let counted: f64 = design.counts[design.window.clone()].iter().sum();
    // The periods of the event, as if it were none.
    let event = design.moved(|t| design.window.contains(&t), &(0..0));
    let expected: f64 = means(&event, &regression.values).iter().sum();
    let lower = factor(&regression.covariance);
    let key = StreamKey::named(SEED, "before and after", "");
    let one = |draw: u64| {
        let mut stream = key.at(draw, 0);
        let wide = match luck {
            Luck::NegativeBinomial => {
                let half = regression.freedom / 2.0;
                (half / gamma(&mut stream, half, 1.0)).sqrt()
            }
            Luck::Poisson | Luck::Quasi => 1.0,
        };
        let normals: Vec<f64> = lower.iter().map(|_| wide * normal(&mut stream)).collect();
        let values: Vec<f64> =
            times(&lower, &normals).iter().zip(&regression.values).map(|(a, b)| a + b).collect();
        let drawn = means(&event, &values);
        counted - drawn.iter().map(|&mean| count(&mut stream, mean, regression, luck)).sum::<f64>()
    };
    let [low, high] = middle((0..DRAWS).map(one).collect());
    let value = counted - expected;
    let is_sound = [value, low, high].iter().all(|x| x.is_finite());
    is_sound.then_some(Interval { value, low: low.min(value), high: high.max(value) })
}

/// A count around a mean.
fn count(stream: &mut Stream, mean: f64, regression: &Regression, luck: Luck) -> f64 {
    match luck {
        Luck::Poisson => poisson(stream, mean),
        Luck::Quasi => negative_binomial(stream, mean, (regression.scale - 1.0).max(0.0) / mean),
        Luck::NegativeBinomial => negative_binomial(stream, mean, regression.phi),
    }
}
