//! Likelihoods of counts.

use reachsim_core::dist::Spread;

use super::curve::Curve;

/// ln P(y) of a negative binomial with mean mu and variance mu + phi mu^2; a Poisson at 0.
pub fn negative_binomial(y: f64, mu: f64, phi: f64) -> f64 {
    if mu <= 0.0 {
        return if y == 0.0 { 0.0 } else { f64::NEG_INFINITY };
    }
    if phi < 1e-9 {
        return y * libm::log(mu) - mu - libm::lgamma(y + 1.0);
    }
    let k = 1.0 / phi;
    libm::lgamma(k + y) - libm::lgamma(k) - libm::lgamma(y + 1.0) - k * libm::log1p(mu / k)
        + y * (libm::log(mu) - libm::log(k + mu))
}

/// ln P(y) of a beta-binomial of n with mean p and intraclass correlation rho; a binomial at 0
/// (Skellam 1948).
pub fn beta_binomial(y: f64, n: f64, p: f64, rho: f64) -> f64 {
    if p <= 0.0 || p >= 1.0 {
        let certain = (p <= 0.0 && y == 0.0) || (p >= 1.0 && y == n);
        return if certain { 0.0 } else { f64::NEG_INFINITY };
    }
    let choose = libm::lgamma(n + 1.0) - libm::lgamma(y + 1.0) - libm::lgamma(n - y + 1.0);
    if rho <= 0.0 {
        return choose + y * libm::log(p) + (n - y) * libm::log1p(-p);
    }
    let (a, b) = (p * (1.0 - rho) / rho, (1.0 - p) * (1.0 - rho) / rho);
    let ln_beta = |a: f64, b: f64| libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    choose + ln_beta(y + a, n - y + b) - ln_beta(a, b)
}

/// What successes say of a share.
pub fn share(y: f64, n: f64, rho: f64) -> Curve {
    let p = (y + 0.5) / (n + 1.0);
    let sd = ((1.0 + (n - 1.0).max(0.0) * rho) / ((n + 1.0) * p * (1.0 - p))).sqrt();
    let place = libm::log(p / (1.0 - p));
    Curve::exact(Spread::Logit, (place, sd), move |place| {
        beta_binomial(y, n, Spread::Logit.value(place), rho)
    })
}

/// What a count says of a rate, of which `exposure` units passed; its variance is
/// mu + phi mu^2.
pub fn rate(y: f64, exposure: f64, phi: f64) -> Curve {
    let place = libm::log((y + 0.5) / exposure);
    let sd = (1.0 / (y + 0.5) + phi).sqrt();
    Curve::exact(Spread::Log, (place, sd), move |place| {
        negative_binomial(y, exposure * libm::exp(place), phi)
    })
}

/// A week: which block it lies in, its count, and what it would be at a rate of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    pub block: usize,
    pub count: f64,
    pub exposure: f64,
}

/// Ends of ln phi.
const PHIS: (f64, f64) = (-9.0, 1.5);

/// ln of the likelihood of a dispersion, each block with a rate of its own, adjusted for these
/// rates (Cox, Reid 1987): less half the logarithm of what the counts tell of them.
pub fn ln_dispersion(weeks: &[Week], phi: f64) -> f64 {
    let mut ln = 0.0;
    for block in weeks.chunk_by(|one, other| one.block == other.block) {
        let (count, exposure) =
            block.iter().fold((0.0, 0.0), |sum, week| (sum.0 + week.count, sum.1 + week.exposure));
        if count <= 0.0 || exposure <= 0.0 {
            continue;
        }
        let rate = count / exposure;
        let mut told = 0.0;
        for week in block {
            let mu = rate * week.exposure;
            ln += negative_binomial(week.count, mu, phi);
            told += mu / (1.0 + phi * mu);
        }
        ln -= 0.5 * libm::log(told.max(f64::MIN_POSITIVE));
    }
    ln
}

/// The most likely dispersion, by golden sections over its logarithm; `None` below twelve weeks.
///
/// Test: `known::the_dispersion_of_counts_is_found`.
pub fn dispersion(weeks: &[Week]) -> Option<f64> {
    const GOLDEN: f64 = 0.618_033_988_749_894_8;
    if weeks.len() < 12 {
        return None;
    }
    let value = |ln: f64| ln_dispersion(weeks, libm::exp(ln));
    let (mut low, mut high) = PHIS;
    let mut inner = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    let mut at = inner.map(value);
    for _ in 0..60 {
        if at[0] >= at[1] {
            high = inner[1];
            inner = [high - GOLDEN * (high - low), inner[0]];
            at = [value(inner[0]), at[0]];
        } else {
            low = inner[0];
            inner = [inner[1], low + GOLDEN * (high - low)];
            at = [at[1], value(inner[1])];
        }
    }
    let phi = libm::exp(0.5 * (low + high));
    Some(if low <= PHIS.0 + 1e-3 { 0.0 } else { phi })
}

/// The mean dispersion after the weeks, before which sqrt(phi) may be anything: of counts that are
/// as even as a Poisson it is small and not nothing. `None` below twelve weeks.
pub fn mean_dispersion(weeks: &[Week]) -> Option<f64> {
    const STEPS: usize = 100;
    if weeks.len() < 12 {
        return None;
    }
    let node = |step: usize| {
        let ln = PHIS.0 + (PHIS.1 - PHIS.0) * step as f64 / STEPS as f64;
        let phi = libm::exp(ln);
        (phi, ln_dispersion(weeks, phi) + 0.5 * ln)
    };
    let nodes: Vec<(f64, f64)> = (0..=STEPS).map(node).collect();
    let top = nodes.iter().map(|node| node.1).fold(f64::NEG_INFINITY, f64::max);
    let weight = |ln: f64| libm::exp(ln - top);
    let all: f64 = nodes.iter().map(|&(_, ln)| weight(ln)).sum();
    Some(nodes.iter().map(|&(phi, ln)| phi * weight(ln)).sum::<f64>() / all)
}
