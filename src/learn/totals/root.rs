//! The root of a symmetric matrix: L L' = A with L below the diagonal (Cholesky).

use reachsim_core::algebra::{Matrix, dot};

/// L, row by row, each up to its diagonal.
#[derive(Clone, Debug)]
pub struct Root(Vec<Vec<f64>>);

/// Shares of a diagonal entry from here down are nothing but rounding.
const NOTHING: f64 = 1e-12;

impl Root {
    /// The root of a symmetric matrix that is nowhere negative. What follows from the rows before
    /// has a zero on its diagonal; such a root multiplies, and solves nothing.
    pub fn of(matrix: &Matrix) -> Root {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
        for (i, given) in matrix.iter().enumerate() {
            let mut row: Vec<f64> = Vec::with_capacity(i + 1);
            for (j, before) in rows.iter().enumerate() {
                let rest = given[j] - dot(&row, &before[..j]);
                row.push(if before[j] > 0.0 { rest / before[j] } else { 0.0 });
            }
            let own = given[i] - dot(&row, &row);
            row.push(if own > NOTHING * given[i] { own.sqrt() } else { 0.0 });
            rows.push(row);
        }
        Root(rows)
    }

    /// L x, or the first numbers of it.
    pub fn times(&self, x: &[f64], put: &mut [f64]) {
        for (put, row) in put.iter_mut().zip(&self.0) {
            *put = dot(row, &x[..row.len()]);
        }
    }

    /// Solves L x = b in the place of b.
    pub fn solve(&self, b: &mut [f64]) {
        for (i, row) in self.0.iter().enumerate() {
            b[i] = (b[i] - dot(&row[..i], &b[..i])) / row[i];
        }
    }

    /// Solves L' x = b in the place of b.
    pub fn solve_transposed(&self, b: &mut [f64]) {
        for (i, row) in self.0.iter().enumerate().rev() {
            b[i] /= row[i];
            let own = b[i];
            for (b, entry) in b[..i].iter_mut().zip(row) {
                *b -= entry * own;
            }
        }
    }
}
