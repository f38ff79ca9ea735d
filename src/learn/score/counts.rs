//! Forecasts of counts: Poisson and negative binomial laws against a count that came.

/// What lies further out than this, relative to the most likely count, is nothing.
const NEGLIGIBLE: f64 = 1e-20;

/// A law of counts with this mean and the variance mean + dispersion mean^2. With a dispersion of 0
/// it is a Poisson law; the negative binomial of size k has the dispersion 1/k. Both are finite and
/// at least 0.
///
/// p(g + 1)/p(g) = mean (1 + dispersion g) / ((1 + dispersion mean) (g + 1)). All sums run over the
/// counts on which anything lies, so a score takes time as the standard deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counts {
    pub mean: f64,
    pub dispersion: f64,
}

impl Counts {
    /// The continuous ranked probability score for the count `y`.
    ///
    /// sum over g of (F(g) - [g >= y])^2. Source: Gneiting, Raftery 2007; Jordan and others 2019.
    /// Test: `score::crps::counts_have_the_published_scores`.
    pub fn crps(self, y: f64) -> f64 {
        let window = Window::of(self);
        let y = y.round();
        // Below the window nothing lies and above it everything.
        let before = (window.first - y).max(0.0);
        let mut sum = before;
        let mut last = window.first - 1.0;
        window.each(|g, below| {
            let gap = if g >= y { 1.0 - below } else { below };
            sum += gap * gap;
            last = g;
        });
        sum + (y - 1.0 - last).max(0.0)
    }

    /// Minus the logarithm of the probability of the count `y`.
    ///
    /// Of mean m and dispersion d, `ln p = sum_{j<y} ln(1 + j d) - ln y! + y ln(m/(1 + m d)) -
    /// ln(1 + m d)/d`, which keeps its digits as d comes to 0.
    /// Test: `score::crps::counts_have_the_published_scores`.
    pub fn log_score(self, y: f64) -> f64 {
        let Counts { mean, dispersion } = self;
        let y = y.round().max(0.0);
        if mean == 0.0 {
            return if y == 0.0 { 0.0 } else { f64::INFINITY };
        }
        let risen = |j: u64| libm::log1p(j as f64 * dispersion);
        let (rises, none) = if dispersion > 0.0 {
            let rises: f64 = (0..y as u64).map(risen).sum();
            (rises, libm::log1p(mean * dispersion) / dispersion)
        } else {
            (0.0, mean)
        };
        let each = libm::log(mean) - libm::log1p(mean * dispersion);
        libm::lgamma(y + 1.0) + none - rises - y * each
    }

    /// F(y - 1) and F(y): between them the probability integral transform of the count `y` is
    /// uniform. Source: Czado, Gneiting, Held, *Predictive model assessment for count data*,
    /// Biometrics 65 (2009). Test: `score::crps::counts_have_the_published_scores`.
    pub fn pit(self, y: f64) -> [f64; 2] {
        let window = Window::of(self);
        let y = y.round();
        if y < window.first {
            return [0.0, 0.0];
        }
        let mut ends = [0.0, 1.0];
        let mut reached = false;
        let mut below_before = 0.0;
        window.each(|g, below| {
            if g == y {
                ends = [below_before, below];
                reached = true;
            }
            below_before = below;
        });
        if reached { ends } else { [1.0, 1.0] }
    }

    /// p(g + 1)/p(g).
    fn ratio(self, g: f64) -> f64 {
        self.mean * (1.0 + self.dispersion * g) / ((1.0 + self.dispersion * self.mean) * (g + 1.0))
    }

    /// The most likely count: where the ratio falls to 1.
    fn mode(self) -> f64 {
        (self.mean - 1.0 - self.dispersion * self.mean).ceil().max(0.0)
    }
}

/// The counts on which anything lies, with their weights relative to the most likely one.
struct Window {
    law: Counts,
    first: f64,
    weight_of_first: f64,
    total: f64,
}

impl Window {
    fn of(law: Counts) -> Window {
        let mode = law.mode();
        let (mut first, mut weight, mut total) = (mode, 1.0, 1.0);
        while first > 0.0 && weight > NEGLIGIBLE {
            weight /= law.ratio(first - 1.0);
            first -= 1.0;
            total += weight;
        }
        let weight_of_first = weight;
        let (mut g, mut weight) = (mode, 1.0);
        while weight > NEGLIGIBLE {
            weight *= law.ratio(g);
            g += 1.0;
            total += weight;
        }
        Window { law, first, weight_of_first, total }
    }

    /// Every count with F at it, from below.
    fn each(&self, mut tell: impl FnMut(f64, f64)) {
        let (mut g, mut weight, mut sum) = (self.first, self.weight_of_first, 0.0);
        while g <= self.law.mode() || weight > NEGLIGIBLE {
            sum += weight;
            tell(g, (sum / self.total).min(1.0));
            weight *= self.law.ratio(g);
            g += 1.0;
        }
    }
}
