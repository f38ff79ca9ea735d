//! What every distribution can do, and its moments by quadrature where no closed form is known.

use std::fmt::Debug;
use std::sync::Arc;

use super::cases::Cases;
use crate::chance::Chance;

/// A distribution of one number, by its quantile and its distribution function.
pub trait Law: Debug + Send + Sync {
    /// The value with this chance at or below it: the smallest one, where several would do.
    fn at(&self, chance: Chance) -> f64;

    /// Where a value stands, its own chance counted as below.
    fn chance(&self, x: f64) -> Chance;

    /// The ends of the support.
    fn bounds(&self) -> (f64, f64);

    fn moments(&self) -> Moments {
        by_quadrature(self)
    }

    /// Values at which the quantile is continuous but not smooth.
    fn kinks(&self) -> Vec<f64> {
        Vec::new()
    }

    fn parts(&self) -> Parts<'_> {
        Parts::Whole
    }
}

/// How a law is made up, for what has to be done part by part.
#[derive(Debug)]
pub enum Parts<'a> {
    Whole,
    /// Single values.
    Cases(&'a Cases),
    /// Alternatives, each with its chance; none of them has alternatives itself.
    Mixture(&'a [(f64, Arc<dyn Law>)]),
}

/// Mean and variance of a distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    pub mean: f64,
    /// Infinite where the tail is too heavy for one.
    pub variance: f64,
}

/// First step of the trapezoidal rule in ln(u/(1-u)); its error falls like e^(-2 pi d/step) for a
/// quantile that is analytic within a distance d of the line, d being pi for most and small only
/// where the quantile nearly jumps.
const FIRST_STEP: f64 = 0.25;
const MOST_HALVINGS: usize = 9;
/// Moments that change less when the step is halved are right to about the square of it.
const SETTLED: f64 = 1e-8;
/// Logit up to which both sides of a chance are normal doubles.
const FARTHEST: f64 = 700.0;
/// Logit before which no sum is taken for complete.
const NEAREST: f64 = 40.0;
const NEGLIGIBLE: f64 = 1e-19;

/// Moments as means over u, piece by piece between the kinks.
///
/// Relative error below 1e-11. Source: Trefethen, Weideman, *The exponentially convergent
/// trapezoidal rule* (2014), doi:10.1137/130932132. Test: `dist::moments_agree_with_quadrature`.
pub fn by_quadrature<L: Law + ?Sized>(law: &L) -> Moments {
    let mut step = FIRST_STEP;
    let mut moments = with_step(law, step);
    for _ in 0..MOST_HALVINGS {
        step *= 0.5;
        let before = std::mem::replace(&mut moments, with_step(law, step));
        let size = moments.mean.abs() + moments.variance.sqrt();
        if (moments.mean - before.mean).abs() <= SETTLED * size
            && (moments.variance - before.variance).abs() <= SETTLED * moments.variance
        {
            break;
        }
    }
    moments
}

fn with_step<L: Law + ?Sized>(law: &L, step: f64) -> Moments {
    let (low, high) = law.bounds();
    let mut ends = vec![Chance::from_below(0.0)];
    ends.extend(
        law.kinks()
            .into_iter()
            .filter(|&kink| low < kink && kink < high)
            .map(|kink| law.chance(kink)),
    );
    ends.push(Chance::from_above(0.0));
    let expect = |h: &dyn Fn(f64) -> f64| {
        ends.windows(2).map(|piece| expectation(law, [piece[0], piece[1]], step, h)).sum::<f64>()
    };
    // Around the median and in units of the spread, so that nothing cancels: first how far the mean
    // is away, then the square about it.
    let center = law.at(Chance::of_coordinate(0.5));
    let spread = law.at(Chance::of_coordinate(0.9)) - law.at(Chance::of_coordinate(0.1));
    let spread = if spread > 0.0 { spread } else { 1.0 };
    let away = expect(&|x| (x - center) / spread);
    let square = expect(&|x| {
        let z = (x - center) / spread - away;
        z * z
    });
    Moments { mean: center + spread * away, variance: spread * spread * square }
}

/// The integral of h(quantile) over the chances of a piece.
fn expectation<L: Law + ?Sized>(
    law: &L,
    piece: [Chance; 2],
    step: f64,
    h: &dyn Fn(f64) -> f64,
) -> f64 {
    let [from, to] = piece;
    // By the side on which the chances are smaller, which has more digits.
    let mass = if from.above <= from.below { from.above - to.above } else { to.below - from.below };
    if mass <= 0.0 {
        return 0.0;
    }
    // With u = 1/(1 + e^-t), du = u (1-u) dt: the integrand falls at both ends, so the trapezoidal
    // rule converges exponentially. The sum goes from t = 0 to either side until nothing is added.
    let term = |t: f64| {
        let part = Chance::from_logit(t);
        let chance =
            Chance { below: from.below + mass * part.below, above: to.above + mass * part.above };
        part.below * part.above * h(law.at(chance))
    };
    let mut sum = term(0.0);
    let mut size = sum.abs();
    for direction in [-step, step] {
        let mut last: f64 = 0.0;
        for i in 1.. {
            let t = direction * f64::from(i);
            let before = last;
            last = term(t);
            sum += last;
            size += last.abs();
            if t.abs() > FARTHEST {
                // What is left of a power tail is a geometric series.
                let ratio = last / before;
                sum += if ratio > 0.0 && ratio < 1.0 { last * ratio / (1.0 - ratio) } else { 0.0 };
                break;
            }
            if t.abs() > NEAREST && last.abs() <= NEGLIGIBLE * size {
                break;
            }
        }
    }
    mass * step * sum
}
