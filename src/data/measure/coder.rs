//! What a coder's errors do to shares, and shares without them.
//!
//! A coder, be it a person or a suite, calls some negative messages neutral. Where enough messages
//! are coded a second time, and rightly, what it does to the shares can be turned around.

use std::array;

use reachsim_core::algebra::eigen;
use reachsim_core::draw::gamma;
use reachsim_core::rng::{Stream, StreamKey};

use crate::measure::interval::Interval;
use crate::measure::order::middle;

/// Fewer messages that are coded twice tell nothing of a coder.
const LEAST_CHECKED: f64 = 100.0;
/// Below this smallest singular value shares are lost in the coder's errors.
const LEAST_SINGULAR: f64 = 0.2;
const MOST_STEPS: usize = 2_000;
const SETTLED: f64 = 1e-10;

/// Messages that were coded twice: by the coder, and truly.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Checked {
    /// Counts by true class and coded class: positive, neutral, negative.
    pub table: [[f64; 3]; 3],
}

/// Why shares cannot be corrected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Blind {
    /// Fewer than 100 messages are coded twice.
    Few { checked: f64 },
    /// No message of this true class is coded twice (0 positive, 1 neutral, 2 negative).
    Unseen { class: usize },
    /// The coder does not tell classes apart: the smallest singular value of its matrix, below 0.2.
    Alike { least: f64 },
    /// Nothing is coded.
    Uncoded,
}

/// Shares of coded classes given the true one: row i, column j is P(coded i | true j).
type Coding = [[f64; 3]; 3];

/// The true share of a class that is coded in a share of `q`; NaN where the coder guesses
/// (sensitivity + specificity = 1).
///
/// (q + specificity - 1) / (sensitivity + specificity - 1), between 0 and 1. Source: Rogan, Gladen,
/// *Estimating prevalence from the results of a screening test*, American Journal of Epidemiology
/// 107 (1978). Test: `measure::coder::two_classes_are_corrected_by_rogan_and_gladen`.
pub fn rogan_gladen(q: f64, sensitivity: f64, specificity: f64) -> f64 {
    let skill = sensitivity + specificity - 1.0;
    if skill == 0.0 { f64::NAN } else { ((q + specificity - 1.0) / skill).clamp(0.0, 1.0) }
}

/// True shares of positive, neutral and negative, from counts of coded ones.
///
/// q = M p, with M's columns the shares of codes of each true class. p is M^-1 q where that is a
/// set of shares, and otherwise the shares of largest likelihood ([`likeliest`]). The intervals are
/// percentiles of p over `draws` of q and of M's columns from Dirichlet distributions of their
/// counts, each with 1/2 more.
/// Test: `measure::coder::intervals_of_corrected_shares_hold_the_truth`.
pub fn corrected(
    coded: [f64; 3],
    checked: &Checked,
    draws: u32,
    seed: u64,
) -> Result<[Interval; 3], Blind> {
    let all: f64 = coded.iter().sum();
    let total: f64 = checked.table.iter().flatten().sum();
    if all.is_nan() || all <= 0.0 {
        return Err(Blind::Uncoded);
    }
    if total.is_nan() || total < LEAST_CHECKED {
        return Err(Blind::Few { checked: total });
    }
    if let Some(class) = checked.table.iter().position(|row| row.iter().sum::<f64>() <= 0.0) {
        return Err(Blind::Unseen { class });
    }
    let coding = columns(checked.table.map(shares));
    let least = smallest_singular(&coding);
    if least < LEAST_SINGULAR {
        return Err(Blind::Alike { least });
    }
    let value = likeliest(&coding, shares(coded));
    let key = StreamKey::named(seed, "coder", "");
    let mut drawn: [Vec<f64>; 3] = Default::default();
    for draw in 0..u64::from(draws) {
        let mut stream = key.at(draw, 0);
        let coding = columns(checked.table.map(|row| dirichlet(row, &mut stream)));
        let p = likeliest(&coding, dirichlet(coded, &mut stream));
        drawn.iter_mut().zip(p).for_each(|(drawn, p)| drawn.push(p));
    }
    let ends = drawn.map(middle);
    // Of no draws the ends are NaN, and the value is all.
    Ok(array::from_fn(|i| Interval {
        value: value[i],
        low: ends[i][0].min(value[i]),
        high: ends[i][1].max(value[i]),
    }))
}

/// Agreement beyond chance of two coders, 1 at most; NaN where there is nothing, or one class only.
///
/// (a - e) / (1 - e), with a the share on the diagonal, and e the share that would be there by the
/// margins alone. Source: Cohen, *A coefficient of agreement for nominal scales*, Educational and
/// Psychological Measurement 20 (1960).
/// Test: `measure::coder::agreement_is_that_of_a_printed_table`.
pub fn kappa(table: &[[f64; 3]; 3]) -> f64 {
    let n: f64 = table.iter().flatten().sum();
    let agreed: f64 = (0..3).map(|i| table[i][i]).sum::<f64>() / n;
    let row = |i: usize| table[i].iter().sum::<f64>() / n;
    let column = |j: usize| table.iter().map(|row| row[j]).sum::<f64>() / n;
    let expected: f64 = (0..3).map(|i| row(i) * column(i)).sum();
    (agreed - expected) / (1.0 - expected)
}

fn shares(counts: [f64; 3]) -> [f64; 3] {
    let sum: f64 = counts.iter().sum();
    counts.map(|count| count / sum)
}

fn columns(rows: [[f64; 3]; 3]) -> Coding {
    array::from_fn(|i| array::from_fn(|j| rows[j][i]))
}

fn dirichlet(counts: [f64; 3], stream: &mut Stream) -> [f64; 3] {
    shares(counts.map(|count| gamma(stream, count + 0.5, 1.0).max(f64::MIN_POSITIVE)))
}

/// The root of the smallest eigenvalue of M^T M.
fn smallest_singular(coding: &Coding) -> f64 {
    let product = |j: usize, k: usize| (0..3).map(|i| coding[i][j] * coding[i][k]).sum();
    let square = (0..3).map(|j| (0..3).map(|k| product(j, k)).collect()).collect();
    eigen(&square).0.into_iter().fold(f64::INFINITY, f64::min).max(0.0).sqrt()
}

/// The shares p with the largest sum of `q_i ln (M p)_i`.
///
/// Where M^-1 q is a set of shares it is that. Otherwise p is stepped to
/// `p_j sum_i M_ij q_i / (M p)_i`, which never leaves the simplex. Source: Saerens, Latinne,
/// Decaestecker, *Adjusting the outputs of a classifier to new a priori probabilities*, Neural
/// Computation 14 (2002). Test: `measure::coder::shares_never_leave_the_simplex`.
fn likeliest(coding: &Coding, q: [f64; 3]) -> [f64; 3] {
    if let Some(p) = solved(coding, q).filter(|p| p.iter().all(|&p| p >= 0.0)) {
        return shares(p);
    }
    let mut p = [1.0 / 3.0; 3];
    for _ in 0..MOST_STEPS {
        let fits: [f64; 3] = array::from_fn(|i| q[i] / dot(coding[i], p).max(f64::MIN_POSITIVE));
        let next = array::from_fn(|j| p[j] * (0..3).map(|i| coding[i][j] * fits[i]).sum::<f64>());
        let step = (0..3).map(|j| (p[j] - next[j]).abs()).fold(0.0, f64::max);
        p = shares(next);
        if step < SETTLED {
            break;
        }
    }
    p
}

/// M^-1 q by Cramer's rule.
fn solved(coding: &Coding, q: [f64; 3]) -> Option<[f64; 3]> {
    let column = |j: usize| array::from_fn(|i| coding[i][j]);
    let all = [column(0), column(1), column(2)];
    let volume = determinant(all);
    let replaced = |j: usize| {
        let mut columns = all;
        columns[j] = q;
        determinant(columns) / volume
    };
    (volume.abs() > f64::EPSILON).then(|| array::from_fn(replaced))
}

fn determinant([a, b, c]: [[f64; 3]; 3]) -> f64 {
    a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0])
        + a[2] * (b[0] * c[1] - b[1] * c[0])
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}
