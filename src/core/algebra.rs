//! Symmetric matrices: eigenvalues, and the solution of equations.

/// Symmetric, row by row.
pub type Matrix = Vec<Vec<f64>>;

const MOST_SWEEPS: usize = 60;

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
pub fn eigen(matrix: &Matrix) -> (Vec<f64>, Matrix) {
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

/// A matrix of the size of another one, entry by entry.
pub fn each(like: &Matrix, entry: impl Fn(usize, usize) -> f64) -> Matrix {
    (0..like.len()).map(|i| (0..like.len()).map(|j| entry(i, j)).collect()).collect()
}

/// The largest entry, whatever its sign.
pub fn largest(matrix: &Matrix) -> f64 {
    matrix.iter().flatten().fold(0.0, |largest, entry| largest.max(entry.abs()))
}

/// The scalar product of two vectors.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
