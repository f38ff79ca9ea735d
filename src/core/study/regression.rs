//! What a number is on average, given another one: smooth regression on a sample that is there
//! already.

use crate::algebra;
use crate::estimate;
use crate::normal;

/// Equal parts of the ranks between which cubic pieces join smoothly.
const PIECES: usize = 12;
const BASIS: usize = PIECES + 3;
/// The pieces, and the predictor itself: with it a straight line is found exactly, however skew the
/// predictor is. Then the normal score of its rank with its square and its cube, which reach into
/// the tails.
const TERMS: usize = BASIS + 4;
/// Terms that are not zero at one place.
const AT_ONCE: usize = 8;
/// A predictor with at most so many values is taken value by value.
const CASES: usize = 20;

/// A regression of one variable on another: the conditional mean in each trial.
#[derive(Clone, Debug, PartialEq)]
pub struct Smooth {
    /// E[y | x] in each trial.
    pub fitted: Vec<f64>,
    /// Numbers that the sample decided.
    pub terms: usize,
}

impl Smooth {
    /// The conditional mean of `y` given `x`, by least squares on cubic B-splines of the rank of
    /// `x`, with `x` itself; given few different values of `x`, the mean at each of them.
    ///
    /// As in Strong, Oakley and Brennan, *Medical Decision Making* 34 (2014), with a fixed basis in
    /// place of a penalty. Test: `study::sensitivity::a_conditional_mean_is_found`.
    pub fn of(x: &[f64], y: &[f64]) -> Smooth {
        let mut order: Vec<usize> = (0..x.len()).collect();
        order.sort_unstable_by(|&a, &b| x[a].total_cmp(&x[b]));
        let cases: Vec<&[usize]> = order.chunk_by(|&a, &b| x[a] == x[b]).take(CASES + 1).collect();
        if cases.len() <= CASES {
            return by_case(&cases, y);
        }
        let mut places = vec![0.0; x.len()];
        for (rank, &trial) in order.iter().enumerate() {
            places[trial] = (rank as f64 + 0.5) / x.len() as f64;
        }
        spline(x, &places, y)
    }

    /// The share of the variance of `y` that the regression explains, without what chance alone
    /// would explain: never above 1, and below 0 by chance only.
    pub fn explained(&self, y: &[f64]) -> f64 {
        let n = y.len() as f64;
        let rest: f64 =
            y.iter().zip(&self.fitted).map(|(y, fitted)| (y - fitted) * (y - fitted)).sum();
        let freedom = (n - self.terms as f64).max(1.0);
        1.0 - rest / freedom / estimate::variance(y)
    }
}

fn by_case(cases: &[&[usize]], y: &[f64]) -> Smooth {
    let mut fitted = vec![0.0; y.len()];
    for case in cases {
        let mean = case.iter().map(|&trial| y[trial]).sum::<f64>() / case.len() as f64;
        for &trial in *case {
            fitted[trial] = mean;
        }
    }
    Smooth { fitted, terms: cases.len() }
}

/// The four cubic B-splines that are not zero at a place between 0 and 1, and the first of them.
fn splines(place: f64) -> (usize, [f64; 4]) {
    let along = (place * PIECES as f64).clamp(0.0, PIECES as f64 * (1.0 - f64::EPSILON));
    let piece = along.floor();
    let t = along - piece;
    let s = 1.0 - t;
    let values = [
        s * s * s,
        4.0 - 6.0 * t * t + 3.0 * t * t * t,
        4.0 - 6.0 * s * s + 3.0 * s * s * s,
        t * t * t,
    ];
    (piece as usize, values.map(|value| value / 6.0))
}

fn spline(x: &[f64], places: &[f64], y: &[f64]) -> Smooth {
    let (mean, sd) = (estimate::mean(x), estimate::variance(x).sqrt());
    let scaled = |x: f64| if sd > 0.0 && sd.is_finite() { (x - mean) / sd } else { 0.0 };
    let mut products = vec![vec![0.0; TERMS]; TERMS];
    let mut right = vec![0.0; TERMS];
    let row = |trial: usize| {
        let (first, values) = splines(places[trial]);
        let z = normal::quantile(places[trial]);
        let tails = [scaled(x[trial]), z, z * z, z * z * z];
        let mut row = [(0, 0.0); AT_ONCE];
        for place in 0..4 {
            row[place] = (first + place, values[place]);
            row[4 + place] = (BASIS + place, tails[place]);
        }
        row
    };
    let rows: Vec<[(usize, f64); AT_ONCE]> = (0..x.len()).map(row).collect();
    for (row, y) in rows.iter().zip(y) {
        for &(i, a) in row {
            right[i] += a * y;
            for &(j, b) in row {
                products[i][j] += a * b;
            }
        }
    }
    // On a scale on which all terms weigh alike.
    let scale: Vec<f64> = (0..TERMS)
        .map(|i| if products[i][i] > 0.0 { products[i][i].sqrt() } else { 1.0 })
        .collect();
    for i in 0..TERMS {
        right[i] /= scale[i];
        for j in 0..TERMS {
            products[i][j] /= scale[i] * scale[j];
        }
    }
    let weights = algebra::solve(&products, &right);
    let fitted = rows
        .iter()
        .map(|row| row.iter().map(|&(i, value)| value * weights[i] / scale[i]).sum())
        .collect();
    Smooth { fitted, terms: TERMS }
}
