//! Columns of a table whose rows belong together: an empirical copula.

use std::sync::Arc;

use crate::estimate;
use crate::normal;

/// The smallest and the largest coordinate that one may become.
const LEAST: f64 = 1.110_223_024_625_156_5e-16;
const MOST: f64 = 1.0 - LEAST;

/// Coordinates that are drawn as whole rows of a table.
#[derive(Clone, Debug)]
pub struct Together {
    /// Places of the coordinates, ascending.
    members: Vec<usize>,
    /// Of each member, the place of each row among its sorted values.
    ranks: Vec<Arc<[u32]>>,
    /// Correlations of the normal scores of the members, by place among them.
    scores: Vec<Vec<f64>>,
}

/// The place of each value among all of a column, from 0; equal ones in the order of their rows.
pub fn ranks(column: &[f64]) -> Arc<[u32]> {
    let mut ranks = vec![0; column.len()];
    for (rank, row) in estimate::order(column).into_iter().enumerate() {
        ranks[row] = rank as u32;
    }
    ranks.into()
}

impl Together {
    /// Of some coordinates with the ranks of their columns, which have equally many rows.
    pub fn new(members: Vec<usize>, ranks: Vec<Arc<[u32]>>) -> Together {
        let rows = ranks.first().map_or(0, |ranks| ranks.len());
        let score: Vec<f64> =
            (0..rows).map(|rank| normal::quantile((rank as f64 + 0.5) / rows as f64)).collect();
        let square: f64 = score.iter().map(|score| score * score).sum();
        let between = |a: &Arc<[u32]>, b: &Arc<[u32]>| {
            let product = |(a, b): (&u32, &u32)| score[*a as usize] * score[*b as usize];
            if square > 0.0 {
                a.iter().zip(b.iter()).map(product).sum::<f64>() / square
            } else {
                1.0
            }
        };
        let scores = ranks.iter().map(|a| ranks.iter().map(|b| between(a, b)).collect()).collect();
        Together { members, ranks, scores }
    }

    pub fn members(&self) -> &[usize] {
        &self.members
    }

    /// The correlation of the normal scores of two coordinates, if both belong to it.
    pub fn of_scores(&self, a: usize, b: usize) -> Option<f64> {
        let place = |coordinate: usize| self.members.binary_search(&coordinate).ok();
        Some(self.scores[place(a)?][place(b)?])
    }

    /// Ties the coordinates of one trial: the first chooses a row, and each becomes its rank in
    /// that row, spread evenly over the room of that rank. Independent uniform coordinates become
    /// uniform ones whose ranks are those of the table (Deheuvels 1979). Test:
    /// `design::rows_that_belong_together_are_drawn_together`.
    pub fn tie(&self, us: &mut [f64]) {
        let Some((&first, rows)) = self.members.first().zip(self.ranks.first()) else { return };
        let rows = rows.len();
        let chosen = us[first] * rows as f64;
        let row = (chosen as usize).min(rows - 1);
        us[first] = chosen - row as f64;
        for (&member, ranks) in self.members.iter().zip(&self.ranks) {
            let u = (f64::from(ranks[row]) + us[member]) / rows as f64;
            us[member] = u.clamp(LEAST, MOST);
        }
    }
}
