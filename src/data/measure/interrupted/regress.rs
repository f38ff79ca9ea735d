//! Regression of counts by iterated weighted least squares.

use super::design::Design;
use super::linear::{Matrix, factor, gram, inverse, sandwich, times};
use super::series::{Luck, Unfit};

const MOST_STEPS: usize = 100;
const MOST_HALVES: usize = 20;
const SETTLED: f64 = 1e-10;
/// The search for phi: on the scale ln phi.
const PHI: [f64; 2] = [-14.0, 4.0];
const PHI_STEPS: usize = 32;
const PHI_ROUNDS: usize = 30;
const PHI_SETTLED: f64 = 1e-6;
/// Below this phi the variance is that of Poisson.
const NO_PHI: f64 = 1e-6;

/// What was fitted, on the scale of ln.
#[derive(Clone, Debug)]
pub struct Regression {
    pub values: Vec<f64>,
    pub covariance: Matrix,
    /// Periods less coefficients.
    pub freedom: f64,
    /// Variance m + phi m^2.
    pub phi: f64,
    /// 1, or phi as [`Luck`] has it.
    pub scale: f64,
}

impl Regression {
    pub fn of(design: &Design, luck: Luck) -> Result<Regression, Unfit> {
        let freedom = (design.counts.len() - design.names.len()) as f64;
        let phi = if luck == Luck::NegativeBinomial { dispersion(design)? } else { 0.0 };
        let values = coefficients(design, phi)?;
        let means = means(design, &values);
        let model =
            inverse(&gram(&design.rows, &weights(&means, phi))).ok_or(Unfit::Inseparable)?;
        let (covariance, scale) = match luck {
            Luck::Poisson => (model, 1.0),
            Luck::Quasi => {
                let squares = residuals(design, &means, 0.0).iter().map(|r| r * r).sum::<f64>();
                let scale = squares / freedom;
                (model.iter().map(|row| row.iter().map(|x| x * scale).collect()).collect(), scale)
            }
            Luck::NegativeBinomial => {
                let robust = neighbours(design, &means, phi, &model, freedom);
                let at = design.event;
                (if robust[at][at] > model[at][at] { robust } else { model }, phi)
            }
        };
        Ok(Regression { values, covariance, freedom, phi, scale })
    }

    /// Autocorrelation of neighbours' Pearson residuals.
    pub fn lag1(&self, design: &Design) -> f64 {
        let residuals = residuals(design, &means(design, &self.values), self.phi);
        let squares: f64 = residuals.iter().map(|r| r * r).sum();
        let products: f64 = residuals.windows(2).map(|pair| pair[0] * pair[1]).sum();
        if squares > 0.0 { products / squares } else { 0.0 }
    }
}

pub fn means(design: &Design, values: &[f64]) -> Vec<f64> {
    design.logs(values).into_iter().map(libm::exp).collect()
}

/// The information of each period about ln m: m / (1 + phi m).
fn weights(means: &[f64], phi: f64) -> Vec<f64> {
    means.iter().map(|m| m / (1.0 + phi * m)).collect()
}

/// `(y - m) / sqrt(m + phi m^2)`.
fn residuals(design: &Design, means: &[f64], phi: f64) -> Vec<f64> {
    let residual = |(y, m): (&f64, &f64)| (y - m) / (m + phi * m * m).sqrt();
    design.counts.iter().zip(means).map(residual).collect()
}

/// Coefficients of largest likelihood at a dispersion: steps (X^T W X)^-1 X^T W z with W = m / (1 +
/// phi m) and z = ln m - offset + (y - m) / m, halved where they lead downhill.
///
/// Source: `McCullagh`, Nelder, *Generalized linear models* (1989), section 2.5.
/// Test: `measure::interrupted::the_ban_in_sicily_has_its_published_ratio`.
pub fn coefficients(design: &Design, phi: f64) -> Result<Vec<f64>, Unfit> {
    let means: Vec<f64> = design.counts.iter().map(|y| y + 0.5).collect();
    let logs: Vec<f64> = means.iter().map(|m| libm::log(*m)).collect();
    climbed(design, phi, step(design, phi, &means, &logs)?)
}

/// [`coefficients`], from some that are near them.
pub fn climbed(design: &Design, phi: f64, start: Vec<f64>) -> Result<Vec<f64>, Unfit> {
    let mut here = Place::of(design, phi, start);
    for _ in 0..MOST_STEPS {
        let next = step(design, phi, &here.means, &here.logs)?;
        let mut next = Place::of(design, phi, next);
        for _ in 0..MOST_HALVES {
            // Downhill by more than rounding.
            if next.likelihood >= here.likelihood - SETTLED * here.likelihood.abs() {
                break;
            }
            let between = next.values.iter().zip(&here.values).map(|(a, b)| 0.5 * (a + b));
            next = Place::of(design, phi, between.collect());
        }
        let moved =
            next.values.iter().zip(&here.values).map(|(a, b)| (a - b).abs() / (1.0 + b.abs()));
        let furthest = moved.fold(0.0, f64::max);
        here = next;
        if furthest < SETTLED {
            return Ok(here.values);
        }
    }
    Err(Unfit::Diverged)
}

/// Coefficients with what comes of them.
struct Place {
    values: Vec<f64>,
    logs: Vec<f64>,
    means: Vec<f64>,
    /// Less what does not depend on the means.
    likelihood: f64,
}

impl Place {
    fn of(design: &Design, phi: f64, values: Vec<f64>) -> Place {
        let logs = design.logs(&values);
        let means: Vec<f64> = logs.iter().map(|log| libm::exp(*log)).collect();
        let one = |((y, log), m): ((&f64, &f64), &f64)| {
            y * log - if phi == 0.0 { *m } else { (y + 1.0 / phi) * libm::log1p(phi * m) }
        };
        let likelihood = design.counts.iter().zip(&logs).zip(&means).map(one).sum();
        Place { values, logs, means, likelihood }
    }
}

/// The weighted least squares of one step.
fn step(design: &Design, phi: f64, means: &[f64], logs: &[f64]) -> Result<Vec<f64>, Unfit> {
    let weights = weights(means, phi);
    let mut right = vec![0.0; design.names.len()];
    for (t, row) in design.rows.iter().enumerate() {
        let working = logs[t] - design.offset[t] + (design.counts[t] - means[t]) / means[t];
        let scaled = weights[t] * working;
        right.iter_mut().zip(row).for_each(|(sum, x)| *sum += scaled * x);
    }
    let inverse = inverse(&gram(&design.rows, &weights)).ok_or(Unfit::Inseparable)?;
    Ok(times(&inverse, &right))
}

/// The dispersion phi of variance m + phi m^2: it and the coefficients in turn, until neither
/// moves.
///
/// phi has the largest likelihood of counts, less ln |X^T W X| / 2 for the coefficients that were
/// fitted to the same counts. Source: Cox, Reid, *Parameter orthogonality and approximate
/// conditional inference*, Journal of the Royal Statistical Society B 49 (1987).
/// Test: `measure::interrupted::the_dispersion_of_counts_is_found_again`.
fn dispersion(design: &Design) -> Result<f64, Unfit> {
    let mut phi = 0.0;
    for _ in 0..PHI_ROUNDS {
        let means = means(design, &coefficients(design, phi)?);
        let next = likeliest_phi(design, &means);
        let moved: f64 = next - phi;
        phi = next;
        if moved.abs() <= PHI_SETTLED * (1.0 + phi) {
            break;
        }
    }
    Ok(phi)
}

/// By golden section over ln phi.
fn likeliest_phi(design: &Design, means: &[f64]) -> f64 {
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let height = |ln_phi: f64| profile(design, means, libm::exp(ln_phi));
    let [mut low, mut high] = PHI;
    let mut inner = [high - golden * (high - low), low + golden * (high - low)];
    let mut heights = inner.map(height);
    for _ in 0..PHI_STEPS {
        if heights[0] >= heights[1] {
            high = inner[1];
            inner = [high - golden * (high - low), inner[0]];
            heights = [height(inner[0]), heights[0]];
        } else {
            low = inner[0];
            inner = [inner[1], low + golden * (high - low)];
            heights = [heights[1], height(inner[1])];
        }
    }
    let phi = libm::exp(0.5 * (low + high));
    if phi < NO_PHI { 0.0 } else { phi }
}

fn profile(design: &Design, means: &[f64], phi: f64) -> f64 {
    let k = 1.0 / phi;
    let at_none = libm::lgamma(k);
    let one = |(&y, &m): (&f64, &f64)| {
        libm::lgamma(y + k) - at_none + y * libm::log(phi * m) - (y + k) * libm::log1p(phi * m)
    };
    let sum: f64 = design.counts.iter().zip(means).map(one).sum();
    let lower = factor(&gram(&design.rows, &weights(means, phi)));
    let log_root: f64 =
        (0..lower.len()).map(|i| libm::log(lower[i][i].max(f64::MIN_POSITIVE))).sum();
    sum - log_root
}

/// Errors that hold where neighbours are alike: n / (n - p) A S A with the model's covariance A and
/// `S = sum u_t u_t^T + (u_t u_(t-1)^T + u_(t-1) u_t^T) / 2`, `u = x (y - m) / (1 + phi m)`. Where
/// the model's own error of the event is larger, as in short windows, the model's are taken.
///
/// Source: Newey, West, Econometrica 55 (1987), with one lag.
/// Test: `measure::interrupted::intervals_of_simulated_counts_hold_the_truth`.
fn neighbours(design: &Design, means: &[f64], phi: f64, model: &Matrix, freedom: f64) -> Matrix {
    let n = design.counts.len() as f64;
    let score = |t: usize| -> Vec<f64> {
        let gap = (design.counts[t] - means[t]) / (1.0 + phi * means[t]);
        design.rows[t].iter().map(|x| x * gap).collect()
    };
    let scores: Vec<Vec<f64>> = (0..design.counts.len()).map(score).collect();
    let mut filling = gram(&scores, &vec![n / freedom; scores.len()]);
    for pair in scores.windows(2) {
        for (i, row) in filling.iter_mut().enumerate() {
            for (j, entry) in row.iter_mut().enumerate() {
                let both = pair[0][i] * pair[1][j] + pair[1][i] * pair[0][j];
                *entry += 0.5 * n / freedom * both;
            }
        }
    }
    sandwich(model, &filling)
}
