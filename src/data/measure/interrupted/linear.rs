//! Small symmetric matrices that are positive: factors and inverses.

/// Row by row.
pub type Matrix = Vec<Vec<f64>>;

/// What is left of a column, in parts of itself, below which it is a sum of the others.
const DEPENDENT: f64 = 1e-9;

/// The sum of weight x x^T over rows x.
pub fn gram(rows: &[Vec<f64>], weights: &[f64]) -> Matrix {
    let size = rows.first().map_or(0, Vec::len);
    let mut sum = vec![vec![0.0; size]; size];
    for (row, weight) in rows.iter().zip(weights) {
        for (sums, x) in sum.iter_mut().zip(row) {
            let scaled = weight * x;
            sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += scaled * x);
        }
    }
    sum
}

/// The lower triangle L with L L^T the matrix; columns that depend on others are 0.
///
/// Source: Golub, Van Loan, *Matrix computations*, section 4.2.
pub fn factor(matrix: &Matrix) -> Matrix {
    let size = matrix.len();
    let mut lower = vec![vec![0.0; size]; size];
    for j in 0..size {
        let left = matrix[j][j] - lower[j][..j].iter().map(|x| x * x).sum::<f64>();
        if left.is_nan() || left <= DEPENDENT * matrix[j][j] {
            continue;
        }
        let root = left.sqrt();
        lower[j][j] = root;
        for i in j + 1..size {
            let sum: f64 = (0..j).map(|k| lower[i][k] * lower[j][k]).sum();
            lower[i][j] = (matrix[i][j] - sum) / root;
        }
    }
    lower
}

/// None where a column depends on others.
pub fn inverse(matrix: &Matrix) -> Option<Matrix> {
    let size = matrix.len();
    let lower = factor(matrix);
    if (0..size).any(|i| lower[i][i] <= 0.0) {
        return None;
    }
    let column = |unit: usize| {
        let mut x = vec![0.0; size];
        for i in 0..size {
            let sum: f64 = (0..i).map(|k| lower[i][k] * x[k]).sum();
            x[i] = (f64::from(u8::from(i == unit)) - sum) / lower[i][i];
        }
        for i in (0..size).rev() {
            let sum: f64 = (i + 1..size).map(|k| lower[k][i] * x[k]).sum();
            x[i] = (x[i] - sum) / lower[i][i];
        }
        x
    };
    Some((0..size).map(column).collect())
}

/// The matrix times a vector.
pub fn times(matrix: &Matrix, vector: &[f64]) -> Vec<f64> {
    matrix.iter().map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum()).collect()
}

/// A B A, of symmetric A and B.
pub fn sandwich(bread: &Matrix, filling: &Matrix) -> Matrix {
    let half: Matrix = bread.iter().map(|row| times(filling, row)).collect();
    half.iter().map(|row| times(bread, row)).collect()
}
