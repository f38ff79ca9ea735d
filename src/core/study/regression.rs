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
        match Places::of(x) {
            Places::Cases(cases) => by_case(&cases, y),
            Places::Ranks(places) => spline(x, &places, y),
        }
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

/// Where each trial stands among all of them.
enum Places {
    /// The trials of each of a few different values.
    Cases(Vec<Vec<usize>>),
    /// Between 0 and 1; equal values stand at one place.
    Ranks(Vec<f64>),
}

impl Places {
    fn of(x: &[f64]) -> Places {
        let mut order: Vec<usize> = (0..x.len()).collect();
        order.sort_unstable_by(|&a, &b| x[a].total_cmp(&x[b]));
        let equal = || order.chunk_by(|&a, &b| x[a] == x[b]);
        if equal().take(CASES + 1).count() <= CASES {
            return Places::Cases(equal().map(<[usize]>::to_vec).collect());
        }
        let mut places = vec![0.0; x.len()];
        let mut below = 0;
        for trials in equal() {
            let place = (below as f64 + 0.5 * trials.len() as f64) / x.len() as f64;
            for &trial in trials {
                places[trial] = place;
            }
            below += trials.len();
        }
        Places::Ranks(places)
    }
}

/// What a fit is made of in one trial: terms that are not zero there, by their places.
pub(super) type Terms = Vec<(usize, f64)>;

/// The terms of each trial, and how many there are in all.
pub(super) fn terms(x: &[f64]) -> (Vec<Terms>, usize) {
    match Places::of(x) {
        Places::Cases(cases) => {
            let rows = of_each(&cases, x.len());
            (rows.into_iter().map(|case| vec![(case, 1.0)]).collect(), cases.len())
        }
        Places::Ranks(places) => {
            let scale = Scale::of(x);
            let row = |trial: usize| scale.row(x[trial], places[trial]).to_vec();
            ((0..x.len()).map(row).collect(), TERMS)
        }
    }
}

/// Terms of a cubic.
pub(super) const CUBIC: usize = 4;

/// The terms of a cubic of the rank in each trial: Legendre's polynomials, of which each has its
/// own part. `None` of a few different values.
pub(super) fn cubic(x: &[f64]) -> Option<Vec<Terms>> {
    let Places::Ranks(places) = Places::of(x) else { return None };
    let row = |place: f64| {
        let u = 2.0 * place - 1.0;
        let terms = [1.0, u, 1.5 * u * u - 0.5, (2.5 * u * u - 1.5) * u];
        terms.into_iter().enumerate().collect()
    };
    Some(places.into_iter().map(row).collect())
}

/// Each product stands on both sides of the diagonal: those above it are copied below.
pub(super) fn mirror(products: &mut [Vec<f64>]) {
    for place in 1..products.len() {
        let (above, below) = products.split_at_mut(place);
        for (cell, row) in below[0].iter_mut().zip(above) {
            *cell = row[place];
        }
    }
}

/// The normal scores of the ranks.
pub(super) fn scores(x: &[f64]) -> Vec<f64> {
    match Places::of(x) {
        Places::Cases(cases) => {
            let cases: Vec<f64> =
                of_each(&cases, x.len()).into_iter().map(|case| case as f64).collect();
            let scale = Scale::of(&cases);
            cases.into_iter().map(|case| scale.scaled(case)).collect()
        }
        Places::Ranks(places) => places.into_iter().map(normal::quantile).collect(),
    }
}

/// The case of each trial.
fn of_each(cases: &[Vec<usize>], trials: usize) -> Vec<usize> {
    let mut found = vec![0; trials];
    for (case, trials) in cases.iter().enumerate() {
        for &trial in trials {
            found[trial] = case;
        }
    }
    found
}

fn by_case(cases: &[Vec<usize>], y: &[f64]) -> Smooth {
    let mut fitted = vec![0.0; y.len()];
    for case in cases {
        let mean = case.iter().map(|&trial| y[trial]).sum::<f64>() / case.len() as f64;
        for &trial in case {
            fitted[trial] = mean;
        }
    }
    Smooth { fitted, terms: cases.len() }
}

/// Mean and standard deviation of a predictor.
struct Scale {
    mean: f64,
    sd: f64,
}

impl Scale {
    fn of(x: &[f64]) -> Scale {
        Scale { mean: estimate::mean(x), sd: estimate::variance(x).sqrt() }
    }

    fn scaled(&self, x: f64) -> f64 {
        if self.sd > 0.0 && self.sd.is_finite() { (x - self.mean) / self.sd } else { 0.0 }
    }

    fn row(&self, x: f64, place: f64) -> [(usize, f64); AT_ONCE] {
        let (first, values) = splines(place);
        let z = normal::quantile(place);
        let tails = [self.scaled(x), z, z * z, z * z * z];
        let mut row = [(0, 0.0); AT_ONCE];
        for place in 0..4 {
            row[place] = (first + place, values[place]);
            row[4 + place] = (BASIS + place, tails[place]);
        }
        row
    }
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
    let scale = Scale::of(x);
    let mut products = vec![vec![0.0; TERMS]; TERMS];
    let mut right = vec![0.0; TERMS];
    let rows: Vec<[(usize, f64); AT_ONCE]> =
        x.iter().zip(places).map(|(x, place)| scale.row(*x, *place)).collect();
    for (row, y) in rows.iter().zip(y) {
        for (place, &(i, a)) in row.iter().enumerate() {
            right[i] += a * y;
            for &(j, b) in &row[place..] {
                products[i][j] += a * b;
            }
        }
    }
    mirror(&mut products);
    let (weights, scale) = solved(products, right);
    let fitted = rows
        .iter()
        .map(|row| row.iter().map(|&(i, value)| value * weights[i] / scale[i]).sum())
        .collect();
    Smooth { fitted, terms: TERMS }
}

/// The weights of least squares, from the products of the terms with each other and with what is
/// fitted: times the scale of each term.
pub(super) fn solved(mut products: Vec<Vec<f64>>, mut right: Vec<f64>) -> (Vec<f64>, Vec<f64>) {
    // On a scale on which all terms weigh alike.
    let scale: Vec<f64> = (0..right.len())
        .map(|i| if products[i][i] > 0.0 { products[i][i].sqrt() } else { 1.0 })
        .collect();
    for i in 0..right.len() {
        right[i] /= scale[i];
        for j in 0..scale.len() {
            products[i][j] /= scale[i] * scale[j];
        }
    }
    (algebra::solve(&products, &right), scale)
}
