//! Many pages together: what they have in common, how far they lie apart, and what a new one is
//! like.
//!
//! Page i has the level `theta_i` ~ N(theta, tau^2) on the scale of a key, and its data say `y_i`
//! with the variance `v_i`. tau^2 is that of Paule and Mandel, at which the squared distances
//! from the mean, in parts of `v_i` + tau^2, add up to one less than there are pages (*Consensus
//! values and weighting factors*, Journal of Research of the National Bureau of Standards 87
//! (1982)). The standard error of the mean is that of Hartung and Knapp (Statistics in Medicine
//! 20 (2001)), never below the usual one (Roever, Knapp, Friede, BMC Medical Research Methodology
//! 15 (2015)), with Student's law of one less than there are pages. A new page is one more draw:
//! `theta + t sqrt(tau^2 + se^2)`. Test: `pool::vaccine_trials_are_pooled_as_published`.

use reachsim_core::estimate::student;

/// Fewer pages do not tell how far pages lie apart.
pub const LEAST_PAGES: usize = 3;

/// What the data of a page say of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Page {
    pub level: f64,
    /// The square of its standard error, above 0.
    pub variance: f64,
}

/// What pages have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Pooled {
    pub mean: f64,
    /// Standard error of the mean.
    pub se: f64,
    /// Variance of the levels of pages around the mean.
    pub tau2: f64,
    /// Of Student's law.
    pub freedom: f64,
    /// What is known of each page with the others beside it, in their order: its own data drawn to
    /// the mean, the more so the less they tell.
    pub shrunken: Vec<f64>,
}

impl Pooled {
    /// What these pages have in common; none of fewer than three.
    pub fn of(pages: &[Page]) -> Option<Pooled> {
        let is_told = |page: &Page| page.level.is_finite() && page.variance > 0.0;
        if pages.len() < LEAST_PAGES || !pages.iter().all(is_told) {
            return None;
        }
        let freedom = (pages.len() - 1) as f64;
        let tau2 = apart(pages, freedom);
        let Weighted { mean, weight, squares } = weighted(pages, tau2);
        let drawn = |page: &Page| {
            let own = tau2 / (tau2 + page.variance);
            mean + own * (page.level - mean)
        };
        Some(Pooled {
            mean,
            se: ((squares / freedom).max(1.0) / weight).sqrt(),
            tau2,
            freedom,
            shrunken: pages.iter().map(drawn).collect(),
        })
    }

    /// Where the mean lies, with such a probability.
    pub fn interval(&self, within: f64) -> [f64; 2] {
        self.around(within, self.se)
    }

    /// Where a new page lies, with such a probability.
    pub fn predictive(&self, within: f64) -> [f64; 2] {
        self.around(within, (self.tau2 + self.se * self.se).sqrt())
    }

    fn around(&self, within: f64, deviation: f64) -> [f64; 2] {
        let reach = student(within, self.freedom) * deviation;
        [self.mean - reach, self.mean + reach]
    }
}

struct Weighted {
    mean: f64,
    /// The sum of the weights.
    weight: f64,
    /// Squared distances from the mean, each in parts of its variance.
    squares: f64,
}

/// The mean of pages whose levels lie so far apart.
fn weighted(pages: &[Page], tau2: f64) -> Weighted {
    let weight_of = |page: &Page| 1.0 / (page.variance + tau2);
    let weight: f64 = pages.iter().map(weight_of).sum();
    let mean = pages.iter().map(|page| weight_of(page) * page.level).sum::<f64>() / weight;
    let square = |page: &Page| weight_of(page) * (page.level - mean) * (page.level - mean);
    Weighted { mean, weight, squares: pages.iter().map(square).sum() }
}

/// The variance at which the squares, which fall with it, add up to what is expected; 0 where they
/// are fewer already.
fn apart(pages: &[Page], expected: f64) -> f64 {
    const HALVINGS: usize = 200;
    let exceeds = |tau2: f64| weighted(pages, tau2).squares > expected;
    if !exceeds(0.0) {
        return 0.0;
    }
    let levels = pages.iter().map(|page| page.level);
    let (low, high) = levels.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), level| {
        (low.min(level), high.max(level))
    });
    // With the squared width of all levels as variance each square is at most 1, and one mean is
    // theirs.
    let (mut below, mut above) = (0.0, 2.0 * (high - low) * (high - low));
    for _ in 0..HALVINGS {
        let middle = 0.5 * (below + above);
        if exceeds(middle) {
            below = middle;
        } else {
            above = middle;
        }
    }
    0.5 * (below + above)
}
