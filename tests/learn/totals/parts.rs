//! The parts of a density, one by one.

use reachsim_learn::totals::luck::lacking;
use statrs::distribution::{Discrete, NegativeBinomial, Poisson};

/// ln of a probability, less that where the mean is the count itself.
#[track_caller]
fn expect_lacking(count: u64, mean: f64, dispersion: f64, ln: impl Fn(f64) -> f64) {
    let top = if count == 0 { 0.0 } else { ln(count as f64) };
    let (found, wanted) = (lacking(count as f64, mean, dispersion), top - ln(mean));
    assert!((0.5 * found * found - wanted).abs() < 1e-6 * (1.0 + wanted), "{found} {wanted}");
    assert_eq!(found > 0.0, mean > count as f64);
}

#[test]
fn a_small_count_lacks_what_its_law_says() {
    for count in [0, 1, 7, 19] {
        for mean in [0.03, 0.9, 6.0, 25.0, 400.0] {
            expect_lacking(count, mean, 0.0, |mean| Poisson::new(mean).unwrap().ln_pmf(count));
            for dispersion in [0.01, 0.5, 3.0] {
                let k = 1.0 / dispersion;
                let law = |mean: f64| NegativeBinomial::new(k, k / (k + mean)).unwrap();
                expect_lacking(count, mean, dispersion, |mean| law(mean).ln_pmf(count));
            }
        }
    }
}
