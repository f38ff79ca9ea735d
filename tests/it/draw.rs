//! Variates have the laws that they are drawn for.

use reachsim::draw::{CountLaw, RoundedNormal};
use reachsim::normal::cdf;
use reachsim::rng::{Component, Stream, StreamKey};
use reachsim_fast::{binomial, gamma, negative_binomial, normal, poisson};

use super::statistics::{count, count_uniforms, expect_mean, expect_variance};

/// Enough to notice a mean that is wrong by 1 % of a standard deviation.
pub const DRAWS: usize = 500_000;

pub fn stream(case: usize) -> Stream {
    StreamKey::new(1, Component::Messages, "draws").at(case as u64, 0)
}

/// Probabilities of 0, 1, .. by their ratios, in proportion to that at `mode`, as far as they are
/// above 1e-30 of it.
pub fn law(mode: usize, ratio: impl Fn(f64) -> f64) -> Vec<f64> {
    let mut law = vec![0.0; mode + 1];
    law[mode] = 1.0;
    for k in (1..=mode).rev().take_while(|&k| k + 20_000 > mode) {
        law[k - 1] = law[k] / ratio(k as f64);
    }
    while law[law.len() - 1] > 1e-30 {
        law.push(law[law.len() - 1] * ratio(law.len() as f64));
    }
    law
}

pub fn binomial_law(n: f64, p: f64) -> Vec<f64> {
    law(((n + 1.0) * p).min(n) as usize, |k| (n - k + 1.0) / k * p / (1.0 - p))
}

fn negative_binomial_law(mean: f64, dispersion: f64) -> Vec<f64> {
    law((mean * (1.0 - dispersion)).max(0.0) as usize, |k| {
        mean * (1.0 + dispersion * (k - 1.0)) / (k * (1.0 + dispersion * mean))
    })
}

/// Compares counts with the law, cell by cell; probabilities wrong by 3 % root mean square are
/// noticed.
#[track_caller]
pub fn assert_law(law: &[f64], draws: impl Iterator<Item = f64>) {
    let draws: Vec<_> = draws.take(DRAWS).collect();
    assert!(draws.iter().all(|k| *k >= 0.0 && k.fract() == 0.0));
    count(draws.iter().map(|&k| k as usize), law.len()).follow(law).resolving(0.03);
    let total: f64 = law.iter().sum();
    let mean = law.iter().enumerate().map(|(k, share)| k as f64 * share).sum::<f64>() / total;
    let variance =
        law.iter().enumerate().map(|(k, share)| (k as f64 - mean).powi(2) * share).sum::<f64>()
            / total;
    expect_mean(&draws).near(mean).resolving(0.01 * variance.sqrt());
}

/// On both sides of every switch: one trial, sixteen of them, the variance of 3, one half, the
/// modes 0 to 16 of the tabulated factorials.
const BINOMIALS: [(f64, f64); 42] = [
    (40.0, 0.08),
    (40.0, 0.92),
    (12.0, 0.500_000_000_000_000_1),
    (12.0, 0.5),
    (13.0, 0.5),
    (15.0, 0.28),
    (15.0, 0.72),
    (34.0, 0.1),
    (17.0, 0.03),
    (24.0, 0.5),
    (25.0, 0.5),
    (26.0, 0.6),
    (30.0, 0.4),
    (60.0, 0.5),
    (68.0, 0.1),
    (70.0, 0.1),
    (100.0, 0.1),
    (1_000.0, 0.01),
    (1.0, 0.3),
    (1.0, 0.8),
    (2.0, 0.5),
    (5.0, 0.02),
    (10.0, 0.9),
    (19.0, 0.5),
    (20.0, 0.5),
    (21.0, 0.51),
    (30.0, 1.0 / 3.0),
    (40.0, 0.4),
    (130.0, 0.07),
    (142.0, 0.07),
    (143.0, 0.07),
    (1_000.0, 0.001),
    (1_000.0, 0.02),
    (1_000.0, 0.98),
    (1_000.0, 0.5),
    (199.0, 0.5),
    (200.0, 0.5),
    (200.0, 0.25),
    (80.0, 0.3),
    (25_000.0, 0.07),
    (1_000_000.0, 9e-6),
    (1_000_000_000.0, 1.2e-8),
];

#[test]
fn counts_have_the_law_they_claim() {
    for (case, (n, p)) in BINOMIALS.into_iter().enumerate() {
        let mut rng = stream(case);
        assert_law(&binomial_law(n, p), std::iter::repeat_with(|| binomial(&mut rng, n, p)));
    }
    for (case, mean) in
        [0.03, 0.5, 2.9, 3.0, 3.1, 4.0, 6.3, 8.0, 10.0, 12.0, 20.0, 35.0, 60.0, 400.0, 20_000.0]
            .into_iter()
            .enumerate()
    {
        let mut rng = stream(100 + case);
        assert_law(
            &negative_binomial_law(mean, 0.0),
            std::iter::repeat_with(|| poisson(&mut rng, mean)),
        );
    }
    for (case, (mean, dispersion)) in
        [(0.2, 0.1), (3.0, 0.5), (9.0, 2.0), (190.0, 0.3), (40.0, 0.0), (40.0, 1e-9)]
            .into_iter()
            .enumerate()
    {
        let mut rng = stream(200 + case);
        assert_law(
            &negative_binomial_law(mean, dispersion),
            std::iter::repeat_with(|| negative_binomial(&mut rng, mean, dispersion)),
        );
    }
}

#[test]
#[should_panic(expected = "chi-square is")]
fn a_share_of_one_per_cent_too_much_is_caught() {
    let mut rng = stream(0);
    assert_law(
        &binomial_law(1_000.0, 0.1),
        std::iter::repeat_with(|| binomial(&mut rng, 1_000.0, 0.101)),
    );
}

#[test]
#[should_panic(expected = "standard errors of")]
fn a_mean_of_one_hundredth_of_a_deviation_too_much_is_caught() {
    let mut rng = stream(0);
    assert_law(
        &negative_binomial_law(400.0, 0.0),
        std::iter::repeat_with(|| poisson(&mut rng, 400.2)),
    );
}

#[test]
#[should_panic(expected = "chi-square is")]
fn a_rounded_normal_instead_of_a_binomial_is_caught() {
    let mut rng = stream(0);
    assert_law(
        &binomial_law(1_000.0, 0.02),
        std::iter::repeat_with(|| (20.0 + 19.6_f64.sqrt() * normal(&mut rng)).round().max(0.0)),
    );
}

#[test]
fn the_envelope_lies_above_every_law_and_the_squeeze_below_its_ratio() {
    let shares = (0..=50)
        .map(|share| f64::from(share) / 100.0)
        .chain([1e-4, 1e-3, 0.003, 0.015, 0.465, 0.485, 0.495]);
    let variances = (300..1_000)
        .step_by(4)
        .chain((1_000..5_000).step_by(60))
        .chain([11_000, 14_000, 20_000, 30_000, 40_000]);
    let variances: Vec<f64> = variances
        .map(|hundredths| f64::from(hundredths) / 100.0)
        .chain([1e3, 3.6e3, 2.25e4, 1.6e5])
        .collect();
    for (share, variance) in
        shares.flat_map(|share| variances.iter().map(move |&variance| (share, variance)))
    {
        let mean = variance / (1.0 - share);
        let law = if share > 0.0 {
            CountLaw::binomial((mean / share).ceil(), share)
        } else {
            CountLaw::poisson(mean)
        };
        let (rounded, deviation) = (RoundedNormal::new(law), variance.sqrt());
        let mode = law.mean.floor();
        for k in (mode - 14.0 * deviation).max(0.0) as u32..(mode + 14.0 * deviation) as u32 {
            let k = f64::from(k);
            if k <= law.trials {
                let (envelope, probability) = (rounded.envelope(k), law.probability(k));
                assert!(probability <= envelope, "{probability} of {k} above {envelope}: {law:?}");
                let accepted = rounded.squeezed(k);
                assert!(
                    probability >= accepted * envelope,
                    "{probability} of {k} below {accepted} of {envelope}: {law:?}"
                );
            }
        }
    }
}

#[test]
fn the_smallest_laws_of_the_envelope_stay_within_their_range() {
    let mut rng = stream(3);
    for (n, p) in [(12.0, 0.5), (15.0, 0.28), (34.0, 0.1), (304.0, 0.01), (15.0, 0.72)] {
        let mut counts = std::iter::repeat_with(|| binomial(&mut rng, n, p)).take(DRAWS);
        assert!(
            counts.all(|count| (0.0..=n).contains(&count) && count.fract() == 0.0),
            "Binomial({n}, {p})"
        );
    }
    for mean in [3.0, 3.5, 4.4, 6.0] {
        let mut counts = std::iter::repeat_with(|| poisson(&mut rng, mean)).take(DRAWS);
        assert!(counts.all(|count| count >= 0.0 && count.fract() == 0.0), "Poisson({mean})");
    }
}

#[test]
fn probabilities_add_up_to_one_and_so_does_the_envelope_but_for_its_excess() {
    for law in [
        CountLaw::poisson(3.0),
        CountLaw::poisson(60.0),
        CountLaw::poisson(4_000.0),
        CountLaw::binomial(130.0, 0.45),
        CountLaw::binomial(25_000.0, 0.07),
    ] {
        let counts = || (0..8_000).map(f64::from).take_while(|&k| k <= law.trials);
        let total: f64 = counts().map(|k| law.probability(k)).sum();
        assert!((total - 1.0).abs() < 1e-12, "{total}: {law:?}");
        let rounded = RoundedNormal::new(law);
        // The envelope goes on below zero and above the trials, where nothing is accepted.
        let total: f64 = (-8_000..16_000).map(|k| rounded.envelope(f64::from(k))).sum();
        let excess = 0.09 / law.variance();
        assert!((total - 1.0 - excess).abs() < 1e-5, "{total} is not 1 + {excess}: {law:?}");
    }
}

#[test]
fn the_envelope_is_the_law_of_what_is_proposed() {
    for (variance, share) in
        [(3.0, 0.0), (4.0, 0.3), (9.0, 0.1), (50.0, 0.49), (400.0, 0.0), (1e4, 0.02)]
    {
        let law = if share > 0.0 {
            CountLaw::binomial(variance / (share * (1.0 - share)), share)
        } else {
            CountLaw::poisson(variance)
        };
        let (deviation, skewed) = (law.variance().sqrt(), 1.0 - 2.0 * share);
        let place = |z: f64| law.mean + deviation * z + skewed * (z * z - 1.0) / 6.0;
        // Scores that stand for a place are found by halving.
        let score = |of: f64| {
            let (mut low, mut high) = (-3.0 * deviation, 3.0 * deviation + 10.0);
            while high - low > 1e-13 * (1.0 + high.abs()) {
                let middle = 0.5 * (low + high);
                if place(middle) < of { low = middle } else { high = middle }
            }
            0.5 * (low + high)
        };
        for k in (law.mean - 5.0 * deviation).max(0.0) as u32..(law.mean + 6.0 * deviation) as u32 {
            let (low, high) = (score(f64::from(k) - 0.5), score(f64::from(k) + 0.5));
            // On the side where the tail is small, so that no digit is lost.
            let normal = if low > 0.0 { cdf(-low) - cdf(-high) } else { cdf(high) - cdf(low) };
            let (envelope, exact) = (
                RoundedNormal::new(law).envelope(f64::from(k)),
                (1.0 + 0.09 / law.variance()) * normal,
            );
            assert!(
                (envelope / exact - 1.0).abs() < 1e-9,
                "{envelope} over {k} at {deviation}, not {exact}"
            );
        }
    }
}

/// Compares standardised draws with a standard normal: 100 cells, mean and variance to 1 %.
#[track_caller]
fn assert_normal(draws: impl Iterator<Item = f64>) {
    let zs: Vec<_> = draws.take(2 * DRAWS).collect();
    count_uniforms(zs.iter().map(|&z| cdf(z)), 100).uniform().resolving(0.015);
    expect_mean(&zs).near(0.0).resolving(0.01);
    expect_variance(&zs, 0.0).near(1.0).resolving(0.01);
}

#[test]
fn huge_counts_are_normal() {
    let mut rng = stream(1);
    for (n, p) in [(1e15, 0.3), (1e15, 0.999), (1e15, 1e-5), (1e12, 0.5)] {
        let deviation = f64::sqrt(n * p * (1.0 - p));
        assert_normal(std::iter::repeat_with(|| (binomial(&mut rng, n, p) - n * p) / deviation));
    }
    for mean in [1e10, 1e15] {
        assert_normal(std::iter::repeat_with(|| (poisson(&mut rng, mean) - mean) / mean.sqrt()));
    }
}

#[test]
fn normals_have_the_law_they_claim() {
    let mut rng = stream(2);
    assert_normal(std::iter::repeat_with(|| normal(&mut rng)));
    // Beyond 3, where the layers end and the tail begins: 2,700 of a million are left, 20 parts of
    // equal probability.
    let beyond = std::iter::repeat_with(|| normal(&mut rng))
        .take(10_000_000)
        .map(f64::abs)
        .filter(|z| *z > 3.0);
    count_uniforms(beyond.map(|z| 1.0 - cdf(-z) / cdf(-3.0)), 20).uniform().resolving(0.06);
}

#[test]
#[should_panic(expected = "chi-square is")]
fn a_tail_that_is_cut_off_is_caught() {
    let mut rng = stream(2);
    let beyond = std::iter::repeat_with(|| normal(&mut rng))
        .take(10_000_000)
        .map(f64::abs)
        .filter(|z| *z > 3.0 && *z < 3.9);
    count_uniforms(beyond.map(|z| 1.0 - cdf(-z) / cdf(-3.0)), 20).uniform().resolving(0.06);
}

/// The regularised lower incomplete gamma function by its power series.
fn gamma_cdf(shape: f64, x: f64) -> f64 {
    let mut term = libm::exp(shape * libm::log(x) - x - libm::lgamma(shape + 1.0));
    let (mut sum, mut n) = (0.0, shape);
    while term > 1e-15 * sum {
        sum += term;
        n += 1.0;
        term *= x / n;
    }
    sum.min(1.0 - f64::EPSILON)
}

#[test]
fn gammas_have_the_law_they_claim() {
    for (case, shape) in [0.02, 0.3, 0.5, 0.99, 1.0, 1.01, 3.0, 30.0, 200.0].into_iter().enumerate()
    {
        let mut rng = stream(300 + case);
        let draws: Vec<_> =
            std::iter::repeat_with(|| gamma(&mut rng, shape, 4.0)).take(DRAWS).collect();
        count_uniforms(draws.iter().map(|x| gamma_cdf(shape, x / 4.0)), 100)
            .uniform()
            .resolving(0.02);
        expect_mean(&draws).near(4.0 * shape).resolving(0.04 * shape.sqrt());
    }
    for shape in [1e9, 1e12] {
        let mut rng = stream(400);
        assert_normal(std::iter::repeat_with(|| {
            (gamma(&mut rng, shape, 1.0) - shape) / shape.sqrt()
        }));
    }
}

#[test]
#[should_panic(expected = "chi-square is")]
fn a_gamma_of_a_shape_one_per_cent_too_large_is_caught() {
    let mut rng = stream(300);
    let us = std::iter::repeat_with(|| gamma_cdf(30.0, gamma(&mut rng, 30.3, 1.0)));
    count_uniforms(us.take(DRAWS), 100).uniform().resolving(0.02);
}

#[test]
fn certain_things_are_certain() {
    let mut rng = stream(3);
    for n in [0.0, 1.0, 7.0, 1e15] {
        assert_eq!(binomial(&mut rng, n, 0.0), 0.0);
        assert_eq!(binomial(&mut rng, n, 1.0), n);
    }
    assert_eq!(binomial(&mut rng, 0.0, 0.5), 0.0);
    assert_eq!(poisson(&mut rng, 0.0), 0.0);
    assert_eq!(negative_binomial(&mut rng, 0.0, 2.0), 0.0);
    assert_eq!(gamma(&mut rng, 0.0, 5.0), 0.0);
    assert_eq!(gamma(&mut rng, 5.0, 0.0), 0.0);
}

/// What a caller might pass, and what he should not.
const EXTREMES: [f64; 22] = [
    f64::NAN,
    f64::NEG_INFINITY,
    -1.0,
    -0.0,
    0.0,
    5e-324,
    1e-308,
    1e-17,
    1e-12,
    1e-3,
    0.5,
    0.999_999_999_999_999_9,
    1.0,
    2.0,
    9.999,
    10.0,
    1e4,
    1e9,
    1e15,
    1e17,
    1e300,
    f64::INFINITY,
];

#[test]
fn no_parameter_makes_a_draw_leave_its_range() {
    let mut rng = stream(4);
    for a in EXTREMES {
        for b in EXTREMES {
            for _ in 0..20 {
                let n = a.round();
                let k = binomial(&mut rng, n, b);
                assert!(k >= 0.0 && k <= n.max(0.0) && k == k.floor(), "{k} of {n} at {b}");
                let k = negative_binomial(&mut rng, a, b);
                assert!(k >= 0.0 && k == k.floor(), "{k} at mean {a}, dispersion {b}");
                let x = gamma(&mut rng, a, b);
                assert!(x >= 0.0, "{x} at shape {a}, scale {b}");
            }
        }
    }
}
