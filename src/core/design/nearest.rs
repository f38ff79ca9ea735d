//! Correlation matrices: their square roots, and the nearest one to a matrix that is none.

use crate::algebra::{Matrix, dot, each, eigen, largest};

/// An eigenvalue or a variance below it, beside a diagonal of ones, is zero up to rounding.
const ZERO: f64 = 1e-9;
const MOST_PROJECTIONS: usize = 1_000;

/// The correlation matrix nearest to a symmetric matrix with a diagonal of ones, in the root of the
/// sum of squares; `None` if it is one itself.
///
/// Projects alternately on the matrices without negative eigenvalues and on those with a diagonal
/// of ones, with Dykstra's correction. Source: Higham, *Computing the nearest correlation matrix*,
/// IMA J. Numerical Analysis 22 (2002), algorithm 3.3. Test:
/// `design::correlations_that_cannot_be_are_moved_to_the_nearest`.
pub fn repaired(matrix: &Matrix) -> Option<Matrix> {
    if eigen(matrix).0.iter().all(|&value| value > -ZERO) {
        return None;
    }
    let mut ones = matrix.clone();
    let mut correction = each(matrix, |_, _| 0.0);
    for _ in 0..MOST_PROJECTIONS {
        let corrected = each(matrix, |i, j| ones[i][j] - correction[i][j]);
        let positive = without_negative(&corrected);
        correction = each(matrix, |i, j| positive[i][j] - corrected[i][j]);
        let next = each(matrix, |i, j| if i == j { 1.0 } else { positive[i][j] });
        let moved = largest(&each(matrix, |i, j| next[i][j] - ones[i][j]));
        ones = next;
        if moved < ZERO {
            break;
        }
    }
    let positive = without_negative(&ones);
    let deviation: Vec<f64> = (0..matrix.len()).map(|i| positive[i][i].sqrt()).collect();
    Some(each(
        matrix,
        |i, j| if i == j { 1.0 } else { positive[i][j] / (deviation[i] * deviation[j]) },
    ))
}

/// The lower triangular root of a correlation matrix (Cholesky), whose rows have unit length; a row
/// that the rows before it determine gets no part of its own.
pub fn root(matrix: &Matrix) -> Matrix {
    let mut root: Matrix = Vec::with_capacity(matrix.len());
    for (i, wanted) in matrix.iter().enumerate() {
        let mut row: Vec<f64> = Vec::with_capacity(i + 1);
        for (j, other) in root.iter().enumerate() {
            let left = wanted[j] - dot(&row, other);
            row.push(if other[j] > 0.0 { left / other[j] } else { 0.0 });
        }
        let left = 1.0 - dot(&row, &row);
        row.push(if left > ZERO { left.sqrt() } else { 0.0 });
        let length = dot(&row, &row).sqrt();
        root.push(row.into_iter().map(|part| part / length).collect());
    }
    root
}

/// The nearest matrix without negative eigenvalues.
fn without_negative(matrix: &Matrix) -> Matrix {
    let (values, vectors) = eigen(matrix);
    each(matrix, |i, j| {
        values
            .iter()
            .zip(&vectors)
            .map(|(value, vector)| value.max(0.0) * vector[i] * vector[j])
            .sum()
    })
}
