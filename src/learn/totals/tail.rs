//! How heavy the tail of some weights is.

/// Shape k of the generalised Pareto distribution that fits the largest weights, of which the
/// logarithms are given: min(0.2 n, 3 sqrt(n)) of n. Moments above 1/k do not exist. Infinite where
/// there are too few.
///
/// Sources: Zhang, Stephens, *A new and efficient estimation method for the generalized Pareto
/// distribution* (2009); Vehtari, Simpson, Gelman, Yao, Gabry, *Pareto smoothed importance
/// sampling* (2024). Test: `totals::bell::the_shape_of_a_tail_is_found`.
pub fn khat(ln_weights: &[f64]) -> f64 {
    let mut sorted = ln_weights.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    let count = (0.2 * n as f64).min(3.0 * (n as f64).sqrt()).ceil() as usize;
    if count < FEWEST || count >= n {
        return f64::INFINITY;
    }
    let (rest, tail) = sorted.split_at(n - count);
    let (top, cutoff) = (tail[count - 1], rest[rest.len() - 1]);
    let beyond: Vec<f64> =
        tail.iter().map(|ln| libm::exp(ln - top) - libm::exp(cutoff - top)).collect();
    if beyond[count - 1] <= 0.0 {
        return f64::NEG_INFINITY;
    }
    shape(&beyond)
}

/// The shape up to which so many weights can be trusted.
pub fn most_khat(count: usize) -> f64 {
    (1.0 - 1.0 / libm::log10(count as f64)).min(0.7)
}

/// Fewer weights have no tail.
const FEWEST: usize = 5;
/// What is known of k before: 1/2, as ten weights would tell it.
const PRIOR: (f64, f64) = (0.5, 10.0);

/// The shape of ascending values above zero.
fn shape(x: &[f64]) -> f64 {
    let n = x.len() as f64;
    let candidates = 30 + n.sqrt() as usize;
    let quartile = x[(n / 4.0 + 0.5) as usize - 1].max(f64::MIN_POSITIVE);
    let theta = |j: usize| {
        let share = (candidates as f64 / (j as f64 - 0.5)).sqrt();
        1.0 / x[x.len() - 1] + (1.0 - share) / (3.0 * quartile)
    };
    let k_of = |theta: f64| x.iter().map(|x| libm::log1p(-theta * x)).sum::<f64>() / n;
    let thetas: Vec<f64> = (1..=candidates).map(theta).collect();
    let profile: Vec<f64> = thetas
        .iter()
        .map(|&theta| {
            let k = k_of(theta);
            n * (libm::log(-theta / k) - k - 1.0)
        })
        .collect();
    let weight = |own: f64| 1.0 / profile.iter().map(|other| libm::exp(other - own)).sum::<f64>();
    let mean = thetas.iter().zip(&profile).map(|(theta, &own)| theta * weight(own)).sum();
    let (k, strength) = PRIOR;
    (n * k_of(mean) + strength * k) / (n + strength)
}
