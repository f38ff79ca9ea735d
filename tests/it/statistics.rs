//! Statistical tests that state what they would notice.
//!
//! Each fails a right program once in a million seeds (and seeds are fixed), and fails as
//! underpowered when the sample is too small to notice an error of the stated size 39 times in 40.

use statrs::function::gamma::gamma_ur;

/// Two-sided normal quantile of a level of 1e-6.
pub const Z: f64 = 4.89;
pub const LEVEL: f64 = 1e-6;
/// Further standard errors that an error needs in order to be noticed 39 times in 40.
const POWER: f64 = 1.96;
/// Rounding of a mean, relative: what is constant is compared to this.
const ROUNDING: f64 = 1e-12;
/// Cells of the chi-square test that expect fewer are pooled with their neighbours.
const FEWEST: f64 = 10.0;

/// A statistic, what it should be, and its standard error.
#[derive(Clone, Copy, Debug)]
pub struct Expectation {
    pub found: f64,
    pub near: f64,
    pub se: f64,
}

impl Expectation {
    /// Fails when an error of `delta` could escape, then when the statistic is further than 4.89
    /// standard errors away.
    #[track_caller]
    pub fn resolving(self, delta: f64) {
        let Expectation { found, near, se } = self;
        assert!(
            (Z + POWER) * se <= delta,
            "underpowered: a standard error of {se} cannot resolve {delta}"
        );
        let off = (found - near).abs();
        assert!(
            off <= Z * se + ROUNDING * near.abs(),
            "found {found}, not {near}: {:.2} standard errors of {se}",
            off / se
        );
    }
}

/// The mean of independent values.
#[derive(Clone, Copy, Debug)]
pub struct Mean {
    found: f64,
    se: f64,
}

pub fn expect_mean(xs: &[f64]) -> Mean {
    let n = xs.len() as f64;
    let found = xs.iter().sum::<f64>() / n;
    let variance = xs.iter().map(|x| (x - found) * (x - found)).sum::<f64>() / (n - 1.0);
    Mean { found, se: (variance / n).sqrt() }
}

/// The mean square about a known center, which is the variance when the center is the true mean.
pub fn expect_variance(xs: &[f64], center: f64) -> Mean {
    expect_mean(&xs.iter().map(|x| (x - center) * (x - center)).collect::<Vec<_>>())
}

impl Mean {
    pub fn near(self, mu: f64) -> Expectation {
        Expectation { found: self.found, near: mu, se: self.se }
    }
}

/// The share of independent values that lie at or below a closed-form quantile, whatever their
/// density there.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    below: usize,
    n: usize,
}

pub fn expect_share_below(xs: &[f64], quantile: f64) -> Share {
    Share { below: xs.iter().filter(|&&x| x <= quantile).count(), n: xs.len() }
}

impl Share {
    pub fn near(self, p: f64) -> Expectation {
        let n = self.n as f64;
        Expectation { found: self.below as f64 / n, near: p, se: (p * (1.0 - p) / n).sqrt() }
    }
}

/// Counts of independent cases in cells.
#[derive(Clone, Debug)]
pub struct Counts(Vec<f64>);

/// Counts of values in `cells` equal parts of 0 to 1.
pub fn count_uniforms(us: impl IntoIterator<Item = f64>, cells: usize) -> Counts {
    count(us.into_iter().map(|u| (u * cells as f64) as usize), cells)
}

/// Counts of places; those from `cells` on count as the last cell.
pub fn count(places: impl IntoIterator<Item = usize>, cells: usize) -> Counts {
    let mut counts = vec![0.0; cells];
    places.into_iter().for_each(|place| counts[place.min(cells - 1)] += 1.0);
    Counts(counts)
}

impl Counts {
    pub fn uniform(&self) -> ChiSquare {
        self.follow(&vec![1.0; self.0.len()])
    }

    /// With these probabilities, or in these proportions.
    pub fn follow(&self, proportions: &[f64]) -> ChiSquare {
        assert_eq!(self.0.len(), proportions.len());
        let n: f64 = self.0.iter().sum();
        let scale = n / proportions.iter().sum::<f64>();
        let (mut square, mut cells) = (0.0, 0);
        let (mut seen, mut expected, mut left) = (0.0, 0.0, n);
        for (count, proportion) in self.0.iter().zip(proportions) {
            seen += count;
            expected += proportion * scale;
            left -= proportion * scale;
            // The last cell takes in a remainder that would be too small for one of its own.
            if expected >= FEWEST && (left >= FEWEST || left.abs() <= 1e-9 * n) {
                square += (seen - expected) * (seen - expected) / expected;
                cells += 1;
                (seen, expected) = (0.0, 0.0);
            }
        }
        if expected > 1e-9 * n {
            square += (seen - expected) * (seen - expected) / expected;
            cells += 1;
        } else if seen > 0.0 {
            square = f64::INFINITY;
        }
        ChiSquare { n, square, freedom: f64::from(cells - 1) }
    }
}

/// Pearson's test at a level of one in a million.
#[derive(Clone, Copy, Debug)]
pub struct ChiSquare {
    n: f64,
    square: f64,
    freedom: f64,
}

impl ChiSquare {
    /// Fails when probabilities wrong by this relative root mean square could escape, then when the
    /// level is exceeded.
    #[track_caller]
    pub fn resolving(self, error: f64) {
        let ChiSquare { n, square, freedom } = self;
        assert!(freedom >= 1.0, "a single cell says nothing");
        let noncentral = n * error * error;
        let least = freedom + noncentral - POWER * (2.0 * (freedom + 2.0 * noncentral)).sqrt();
        assert!(
            least > 0.0 && tail(freedom, least) < LEVEL,
            "underpowered: {n} cases in {freedom} + 1 cells cannot resolve {error}"
        );
        assert!(
            tail(freedom, square) > LEVEL,
            "chi-square is {square:.1} at {freedom} degrees of freedom"
        );
    }
}

/// Probability that a chi-square exceeds `square`.
fn tail(freedom: f64, square: f64) -> f64 {
    if square.is_infinite() { 0.0 } else { gamma_ur(freedom / 2.0, (square / 2.0).max(1e-300)) }
}

/// 100,000 numbers between 0 and 1 of mean 1/2, by the golden ratio; `off` is what they are shifted
/// by.
fn spread(off: f64) -> Vec<f64> {
    (1..=100_000).map(|i| (f64::from(i) * 0.618_033_988_749_894_9).fract() + off).collect()
}

/// So many cases in the first and in the second cell.
fn two(first: usize, second: usize) -> impl Iterator<Item = usize> {
    std::iter::repeat_n(0, first).chain(std::iter::repeat_n(1, second))
}

#[test]
fn a_right_mean_a_right_share_and_right_counts_pass() {
    expect_mean(&spread(0.0)).near(0.5).resolving(0.01);
    expect_variance(&spread(0.0), 0.5).near(1.0 / 12.0).resolving(0.002);
    expect_share_below(&spread(0.0), 0.1).near(0.1).resolving(0.01);
    count_uniforms(spread(0.0), 20).uniform().resolving(0.05);
    count(two(1_000, 3_000), 2).follow(&[0.25, 0.75]).resolving(0.15);
    expect_mean(&[3.0; 10]).near(3.0).resolving(1e-9);
}

#[test]
fn the_chi_square_tail_is_that_of_the_tables() {
    for (freedom, square, level) in
        [(1.0, 10.828, 1e-3), (10.0, 29.588, 1e-3), (100.0, 149.449, 1e-3), (1.0, 23.928, 1e-6)]
    {
        assert!(
            (tail(freedom, square) / level - 1.0).abs() < 1e-3,
            "{freedom} {square}: {}",
            tail(freedom, square)
        );
    }
}

#[test]
#[should_panic(expected = "not 0.5")]
fn a_mean_off_by_what_is_resolved_is_caught() {
    expect_mean(&spread(0.01)).near(0.5).resolving(0.01);
}

#[test]
#[should_panic(expected = "not 0.5")]
fn a_share_off_by_what_is_resolved_is_caught() {
    expect_share_below(&spread(0.011), 0.5).near(0.5).resolving(0.011);
}

#[test]
#[should_panic(expected = "chi-square is")]
fn counts_off_by_what_is_resolved_are_caught() {
    count(two(50_500, 49_500), 2).uniform().resolving(0.024);
    count(two(51_200, 48_800), 2).uniform().resolving(0.024);
}

#[test]
#[should_panic(expected = "chi-square is")]
fn a_case_that_cannot_be_is_caught() {
    count(two(5_000, 5_000).chain([2]), 3).follow(&[0.5, 0.5, 0.0]).resolving(0.1);
}

#[test]
#[should_panic(expected = "underpowered")]
fn a_sample_too_small_to_notice_is_refused() {
    expect_mean(&spread(0.0)).near(0.5).resolving(0.001);
}

#[test]
#[should_panic(expected = "underpowered")]
fn too_few_cases_for_the_cells_are_refused() {
    count_uniforms(spread(0.0), 100).uniform().resolving(0.01);
}

#[test]
#[should_panic(expected = "not 3")]
fn a_constant_that_is_wrong_is_caught() {
    expect_mean(&[3.000_000_001; 10]).near(3.0).resolving(1e-9);
}
