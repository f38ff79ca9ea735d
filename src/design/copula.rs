//! Correlation: a normal copula turns independent coordinates into correlated ones, each still uniform.

use std::f64::consts::PI;

use super::nearest;
use crate::normal;

/// The smallest and the largest coordinate that a correlated one may become.
const LEAST: f64 = 1.110_223_024_625_156_5e-16;
const MOST: f64 = 1.0 - LEAST;

/// Which coordinates are correlated, and how.
#[derive(Clone, Debug, Default)]
pub struct Copula {
    /// Places of the correlated coordinates, ascending.
    members: Vec<usize>,
    /// Row i: what the normal score of member i takes from those of the members 0 to i. Its squares add up to 1.
    loadings: Vec<Vec<f64>>,
}

impl Copula {
    /// All coordinates are independent.
    pub fn none() -> Copula {
        Copula::default()
    }

    /// Among `count` coordinates these pairs have these Spearman rank correlations, all other pairs none; and the
    /// largest change of a rank correlation, if no distribution had them all and the nearest correlations were taken.
    ///
    /// A rank correlation of r is one of 2 sin(pi r/6) between normal scores (Pearson 1907).
    /// Test: `design::a_copula_reaches_its_rank_correlations`.
    pub fn new(count: usize, ranks: &[(usize, usize, f64)]) -> (Copula, Option<f64>) {
        let members: Vec<usize> = (0..count).filter(|place| ranks.iter().any(|(a, b, _)| a == place || b == place)).collect();
        let mut scores = vec![vec![0.0; members.len()]; members.len()];
        for (i, a) in members.iter().enumerate() {
            for (j, b) in members.iter().enumerate() {
                if let Some(&(_, _, rank)) = ranks.iter().find(|&(c, d, _)| (c, d) == (a, b) || (d, c) == (a, b)) {
                    scores[i][j] = of_scores(rank);
                }
            }
            scores[i][i] = 1.0;
        }
        let repaired = nearest::repaired(&scores);
        let change = repaired.as_ref().map(|repaired| {
            let pairs = scores.iter().flatten().zip(repaired.iter().flatten());
            pairs.map(|(wanted, found)| (of_ranks(*wanted) - of_ranks(*found)).abs()).fold(0.0, f64::max)
        });
        let loadings = nearest::root(&repaired.unwrap_or(scores));
        (Copula { members, loadings }, change)
    }

    pub fn is_none(&self) -> bool {
        self.members.is_empty()
    }

    /// Correlates the coordinates of one trial. Those that are in no pair stay as they are.
    pub fn correlate(&self, us: &mut [f64]) {
        for &member in &self.members {
            us[member] = normal::quantile(us[member]);
        }
        // From the last one up, because each takes in only scores before its own.
        for (&member, loadings) in self.members.iter().zip(&self.loadings).rev() {
            us[member] = loadings.iter().zip(&self.members).map(|(loading, &other)| loading * us[other]).sum();
        }
        for &member in &self.members {
            us[member] = normal::cdf(us[member]).clamp(LEAST, MOST);
        }
    }
}

/// The correlation of normal scores that gives this rank correlation.
fn of_scores(rank: f64) -> f64 {
    if rank.abs() >= 1.0 { rank.signum() } else { 2.0 * libm::sin(PI * rank / 6.0) }
}

fn of_ranks(score: f64) -> f64 {
    6.0 / PI * libm::asin((0.5 * score).clamp(-0.5, 0.5))
}
