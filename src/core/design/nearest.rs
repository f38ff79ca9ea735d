//! Correlation matrices: their square roots, and the nearest one to a matrix that is none.

/// Symmetric, row by row.
pub type Matrix = Vec<Vec<f64>>;

/// An eigenvalue or a variance below it, beside a diagonal of ones, is zero up to rounding.
const ZERO: f64 = 1e-9;
const MOST_PROJECTIONS: usize = 1_000;
const MOST_SWEEPS: usize = 60;

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

/// The shortest solution of a symmetric system whose matrix may be singular.
pub fn solve(matrix: &Matrix, right: &[f64]) -> Vec<f64> {
    let (values, vectors) = eigen(matrix);
    let scaled: Vec<f64> = values
        .iter()
        .zip(&vectors)
        .map(|(&value, vector)| if value > SINGULAR { dot(vector, right) / value } else { 0.0 })
        .collect();
    (0..right.len())
        .map(|i| vectors.iter().zip(&scaled).map(|(vector, scaled)| vector[i] * scaled).sum())
        .collect()
}

/// Eigenvalues from here down are zero but for rounding.
const SINGULAR: f64 = 1e-9;

/// Eigenvalues and unit eigenvectors by Jacobi's rotations.
///
/// Source: Golub, Van Loan, *Matrix Computations*, section 8.5.
fn eigen(matrix: &Matrix) -> (Vec<f64>, Matrix) {
    let n = matrix.len();
    let mut a = matrix.clone();
    let mut vectors = each(matrix, |i, j| if i == j { 1.0 } else { 0.0 });
    for _ in 0..MOST_SWEEPS {
        if largest(&each(&a, |i, j| if i == j { 0.0 } else { a[i][j] })) < 1e-15 {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut a, &mut vectors, [p, q]);
            }
        }
    }
    ((0..n).map(|i| a[i][i]).collect(), vectors)
}

/// One rotation in the plane of the axes p and q, after which their entry is zero.
fn rotate(a: &mut Matrix, vectors: &mut Matrix, [p, q]: [usize; 2]) {
    if a[p][q] == 0.0 {
        return;
    }
    let tau = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let tangent = 1.0_f64.copysign(tau) / (tau.abs() + (1.0 + tau * tau).sqrt());
    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
    let sine = tangent * cosine;
    let turned = |x: f64, y: f64| (cosine * x - sine * y, sine * x + cosine * y);
    for row in a.iter_mut() {
        (row[p], row[q]) = turned(row[p], row[q]);
    }
    for k in 0..a.len() {
        (a[p][k], a[q][k]) = turned(a[p][k], a[q][k]);
        (vectors[p][k], vectors[q][k]) = turned(vectors[p][k], vectors[q][k]);
    }
}

fn each(like: &Matrix, entry: impl Fn(usize, usize) -> f64) -> Matrix {
    (0..like.len()).map(|i| (0..like.len()).map(|j| entry(i, j)).collect()).collect()
}

fn largest(matrix: &Matrix) -> f64 {
    matrix.iter().flatten().fold(0.0, |largest, entry| largest.max(entry.abs()))
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
