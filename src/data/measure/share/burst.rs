//! Shares of things that come in bursts: one author's messages of one day say much the same, so
//! that a thousand of them tell less than a thousand.

use reachsim_core::rng::{StreamKey, uniform};

use super::score::wilson;
use crate::measure::interval::Interval;
use crate::measure::order::middle;

/// Where a class stands in fewer clusters, resampling them does not know how it varies.
const FEW_CLUSTERS: usize = 5;

/// Shares of `classes`, by resampling clusters: percentiles 2.5 and 97.5 of `draws`. One pair a
/// thing: its cluster, such as a hash of author and day, and its class, below `classes`; others are
/// left out. A class that stands in fewer than 5 clusters has [`wilson`]'s interval of
/// [`effective_n`] things.
///
/// Source: Davison, Hinkley, *Bootstrap methods and their application* (1997), section 3.8.
/// Test: `measure::share::bursts_widen_a_share_as_much_as_they_should`.
pub fn bootstrap(groups: &[(u64, u32)], classes: usize, draws: u32, seed: u64) -> Vec<Interval> {
    let clusters = Clusters::of(groups, classes);
    let totals = clusters.totals(0..clusters.len());
    let n: f64 = totals.iter().sum();
    let effective = clusters.effective_n();
    let key = StreamKey::named(seed, "bursts", "");
    let mut drawn = vec![Vec::with_capacity(draws as usize); classes];
    for draw in 0..u64::from(draws) {
        let mut stream = key.at(draw, 0);
        let count = clusters.len();
        let any = |_| ((uniform(&mut stream) * count as f64) as usize).min(count - 1);
        let sums = clusters.totals((0..count).map(any));
        let all: f64 = sums.iter().sum();
        if all > 0.0 {
            drawn.iter_mut().zip(sums).for_each(|(drawn, sum)| drawn.push(sum / all));
        }
    }
    let interval = |(class, drawn): (usize, Vec<f64>)| {
        if clusters.with(class) < FEW_CLUSTERS || drawn.is_empty() {
            let share = if n > 0.0 { totals[class] / n } else { 0.0 };
            return wilson(share * effective, effective);
        }
        let value = totals[class] / n;
        let [low, high] = middle(drawn);
        Interval { value, low: low.min(value), high: high.max(value) }
    };
    drawn.into_iter().enumerate().map(interval).collect()
}

/// How many independent things would tell as much about the shares: at least 1, at most all.
///
/// n over the design effect, `sum_c V_c / sum_c (p_c (1 - p_c) / n)`, with the variance between
/// G clusters `V_c = G / (G - 1) sum_g (n_gc - p_c n_g)^2 / n^2`; with clusters of m and a
/// correlation rho within them it is 1 + (m - 1) rho. Of a single class the clusters are counted.
/// Source: Kish, *Survey sampling* (1965); Rao, Scott, Journal of the American
/// Statistical Association 76 (1981).
/// Test: `measure::share::things_that_are_all_alike_in_a_burst_count_once`.
pub fn effective_n(groups: &[(u64, u32)], classes: usize) -> f64 {
    Clusters::of(groups, classes).effective_n()
}

/// Counts of classes, cluster by cluster.
struct Clusters {
    classes: usize,
    /// Class and count.
    counts: Vec<(usize, f64)>,
    /// Where each cluster's counts end.
    ends: Vec<usize>,
}

impl Clusters {
    fn of(groups: &[(u64, u32)], classes: usize) -> Clusters {
        let mut sorted: Vec<(u64, u32)> =
            groups.iter().copied().filter(|&(_, class)| (class as usize) < classes).collect();
        sorted.sort_unstable();
        let (mut counts, mut ends) = (Vec::new(), Vec::new());
        for cluster in sorted.chunk_by(|a, b| a.0 == b.0) {
            for class in cluster.chunk_by(|a, b| a.1 == b.1) {
                counts.push((class[0].1 as usize, class.len() as f64));
            }
            ends.push(counts.len());
        }
        Clusters { classes, counts, ends }
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn cluster(&self, place: usize) -> &[(usize, f64)] {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.counts[start..self.ends[place]]
    }

    /// Counts of classes in some clusters.
    fn totals(&self, places: impl Iterator<Item = usize>) -> Vec<f64> {
        let mut totals = vec![0.0; self.classes];
        for place in places {
            self.cluster(place).iter().for_each(|&(class, count)| totals[class] += count);
        }
        totals
    }

    /// Clusters with a class.
    fn with(&self, class: usize) -> usize {
        self.counts.iter().filter(|entry| entry.0 == class).count()
    }

    fn effective_n(&self) -> f64 {
        let totals = self.totals(0..self.len());
        let n: f64 = totals.iter().sum();
        let clusters = self.len() as f64;
        let shares: Vec<f64> = totals.iter().map(|total| total / n).collect();
        let alone: f64 = shares.iter().map(|p| p * (1.0 - p) / n).sum();
        if clusters < 2.0 || alone <= 0.0 || n <= 0.0 {
            return clusters;
        }
        let between: f64 = (0..self.len()).map(|place| self.gaps(place, &shares)).sum();
        let variance = clusters / (clusters - 1.0) * between / (n * n);
        (n * alone / variance).clamp(1.0, n)
    }

    /// Sum over the classes of `(n_gc - p_c n_g)^2`.
    fn gaps(&self, place: usize, shares: &[f64]) -> f64 {
        let cluster = self.cluster(place);
        let size: f64 = cluster.iter().map(|entry| entry.1).sum();
        let mut gaps: Vec<f64> = shares.iter().map(|share| -share * size).collect();
        for &(class, count) in cluster {
            gaps[class] += count;
        }
        gaps.iter().map(|gap| gap * gap).sum()
    }
}
