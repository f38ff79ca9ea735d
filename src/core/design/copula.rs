//! Correlation: a normal copula turns independent coordinates into correlated ones, each still
//! uniform.

use std::f64::consts::PI;

use super::nearest;
use super::together::Together;
use crate::algebra;
use crate::normal;

/// The smallest and the largest coordinate that a correlated one may become.
const LEAST: f64 = 1.110_223_024_625_156_5e-16;
const MOST: f64 = 1.0 - LEAST;

/// Which coordinates are correlated, and how.
#[derive(Clone, Debug, Default)]
pub struct Copula {
    /// Places of the correlated coordinates, ascending.
    members: Vec<usize>,
    /// Row i: what the normal score of member i takes from those of the members 0 to i. Its squares
    /// add up to 1.
    loadings: Vec<Vec<f64>>,
    /// Coordinates that are drawn as rows of tables; none of them is correlated otherwise.
    together: Vec<Together>,
}

/// The normal score of one coordinate, given the others'.
#[derive(Clone, Debug, PartialEq)]
pub struct Conditional {
    /// Other coordinates with their weights in the mean.
    weights: Vec<(usize, f64)>,
    sd: f64,
}

impl Default for Conditional {
    fn default() -> Conditional {
        Conditional { weights: Vec::new(), sd: 1.0 }
    }
}

impl Conditional {
    /// Draws the coordinate, from an independent one and those of the others, which are correlated
    /// already.
    pub fn draw(&self, u: f64, us: &[f64]) -> f64 {
        if self.weights.is_empty() {
            return u;
        }
        let mean: f64 =
            self.weights.iter().map(|&(other, weight)| weight * normal::quantile(us[other])).sum();
        normal::cdf(mean + self.sd * normal::quantile(u)).clamp(LEAST, MOST)
    }
}

/// A pair of inputs whose rank correlation had to be moved so that all can hold at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repaired {
    /// Places of the inputs.
    pub between: [usize; 2],
    pub asked: f64,
    pub used: f64,
}

impl Copula {
    /// The copula of independent coordinates.
    pub fn none() -> Copula {
        Copula::default()
    }

    /// The copula in which, among `count` coordinates, these pairs have these Spearman rank
    /// correlations and all other pairs none; with the largest change of a rank correlation, if no
    /// distribution had them all and the nearest correlations were taken.
    ///
    /// A rank correlation of r is one of 2 sin(pi r/6) between normal scores (Pearson 1907). Test:
    /// `design::a_copula_reaches_its_rank_correlations`.
    pub fn new(count: usize, ranks: &[(usize, usize, f64)]) -> (Copula, Vec<Repaired>) {
        let members: Vec<usize> = (0..count)
            .filter(|place| ranks.iter().any(|(a, b, _)| a == place || b == place))
            .collect();
        // The wanted correlations of the normal scores, then the nearest that are possible, then
        // their root: its rows times independent scores are correlated ones.
        let mut scores = vec![vec![0.0; members.len()]; members.len()];
        for (i, a) in members.iter().enumerate() {
            for (j, b) in members.iter().enumerate() {
                if let Some(&(_, _, rank)) =
                    ranks.iter().find(|&(c, d, _)| (c, d) == (a, b) || (d, c) == (a, b))
                {
                    scores[i][j] = of_scores(rank);
                }
            }
            scores[i][i] = 1.0;
        }
        let repaired = nearest::repaired(&scores);
        let mut changes = Vec::new();
        for (i, found) in repaired.iter().flatten().enumerate() {
            changes.extend((0..i).map(|j| Repaired {
                between: [members[j], members[i]],
                asked: of_ranks(scores[i][j]),
                used: of_ranks(found[j]),
            }));
        }
        let loadings = nearest::root(&repaired.unwrap_or(scores));
        (Copula { members, loadings, together: Vec::new() }, changes)
    }

    /// The same, with coordinates that are drawn as rows of tables.
    #[must_use]
    pub fn with(self, together: Vec<Together>) -> Copula {
        Copula { together, ..self }
    }

    /// How the normal score of a coordinate follows from the others': what it is on average, and
    /// how far it lies from that.
    ///
    /// Of normal scores with correlations R: mean = R[i,-i] R[-i,-i]^-1 z[-i], variance = 1 -
    /// R[i,-i] R[-i,-i]^-1 R[-i,i]. Of rows of a table only these correlations are kept. Test:
    /// `design::a_coordinate_drawn_anew_keeps_its_correlations`.
    pub fn given_others(&self, place: usize) -> Conditional {
        let Some(members) = self.with_place(place) else { return Conditional::default() };
        let others: Vec<usize> = members.iter().copied().filter(|&other| other != place).collect();
        let with_own: Vec<f64> = others.iter().map(|&other| self.of_scores(place, other)).collect();
        let among: Vec<Vec<f64>> = others
            .iter()
            .map(|&a| others.iter().map(|&b| self.of_scores(a, b)).collect())
            .collect();
        let weights = algebra::solve(&among, &with_own);
        // What the others tell of the variance: R[i,-i] R[-i,-i]^-1 R[-i,i].
        let told = weights.iter().zip(&with_own).map(|(weight, score)| weight * score).sum::<f64>();
        let weights = others.into_iter().zip(weights).collect();
        Conditional { weights, sd: (1.0 - told).max(0.0).sqrt() }
    }

    /// Everything that a coordinate is tied to, itself included.
    fn with_place(&self, place: usize) -> Option<&[usize]> {
        let tables = self.together.iter().map(Together::members);
        tables.chain([&*self.members]).find(|members| members.binary_search(&place).is_ok())
    }

    /// The correlation of the normal scores of two coordinates.
    pub fn of_scores(&self, a: usize, b: usize) -> f64 {
        if a == b {
            return 1.0;
        }
        if let Some(score) = self.together.iter().find_map(|table| table.of_scores(a, b)) {
            return score;
        }
        // R = L L^T gives the correlations back.
        let row = |place| self.members.binary_search(&place).ok().map(|own| &self.loadings[own]);
        match (row(a), row(b)) {
            (Some(a), Some(b)) => a.iter().zip(b).map(|(a, b)| a * b).sum(),
            _ => 0.0,
        }
    }

    pub fn is_none(&self) -> bool {
        self.members.is_empty() && self.together.is_empty()
    }

    /// Correlates the coordinates of one trial. Those that are in no pair stay as they are.
    pub fn correlate(&self, us: &mut [f64]) {
        for table in &self.together {
            table.tie(us);
        }
        for &member in &self.members {
            us[member] = normal::quantile(us[member]);
        }
        // From the last one up, because each takes in only scores before its own.
        for (&member, loadings) in self.members.iter().zip(&self.loadings).rev() {
            us[member] = loadings
                .iter()
                .zip(&self.members)
                .map(|(loading, &other)| loading * us[other])
                .sum();
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
