//! Scores of forecasts as distributions, and where outcomes fell in them.

use reachsim_core::draw::{negative_binomial, normal};
use reachsim_core::normal as law;
use reachsim_core::rng::{StreamKey, uniform};
use reachsim_learn::score::{
    Counts, Shape, crps_draws, crps_fair, crps_normal, interval_score, pit_draws, pit_histogram,
    pit_quantiles, pit_shape, quantile_score,
};

use super::near;

#[test]
fn a_normal_forecast_has_the_published_score() {
    near(crps_normal(0.0, 1.0, 0.0), 0.233_695_0, 5e-8);
    near(crps_normal(0.0, 1.0, 1.5), 0.994_424_0, 5e-8);
    near(crps_normal(10.0, 2.0, 13.0), 2.0 * 0.994_424_0, 2e-7);
    near(crps_normal(7.0, 0.0, 4.0), 3.0, 0.0);
}

#[test]
fn draws_have_the_published_scores() {
    let draws = [4.0, 1.0, 5.0, 3.0, 2.0];
    near(crps_draws(&draws, 3.0), 0.4, 1e-15);
    near(crps_fair(&draws, 3.0), 0.2, 1e-15);
    near(crps_draws(&[2.0], 5.5), 3.5, 0.0);
    assert!(crps_draws(&[], 1.0).is_nan());
}

#[test]
fn draws_have_the_score_of_all_their_pairs() {
    let mut stream = StreamKey::named(1, "pairs", "").at(0, 0);
    let draws: Vec<f64> = (0..60).map(|_| 1e6 + 3.0 * normal(&mut stream)).collect();
    let y = 1e6 + 1.0;
    let m = draws.len() as f64;
    let apart: f64 = draws.iter().map(|x| (x - y).abs()).sum::<f64>() / m;
    let pairs: f64 = draws.iter().flat_map(|a| draws.iter().map(move |b| (a - b).abs())).sum();
    near(crps_draws(&draws, y), apart - pairs / (2.0 * m * m), 1e-9);
    near(crps_fair(&draws, y), apart - pairs / (2.0 * m * (m - 1.0)), 1e-9);
}

/// Of eight normal draws the plain score is on average too high by 1/(8 sqrt(pi)) = 0.0705; 40,000
/// repetitions know the mean to 0.0015.
#[test]
fn a_fair_score_does_not_depend_on_the_number_of_draws() {
    let key = StreamKey::named(2, "fair", "");
    let (mut fair, mut plain) = (0.0, 0.0);
    for repetition in 0..40_000 {
        let mut stream = key.at(repetition, 0);
        let draws: Vec<f64> = (0..8).map(|_| normal(&mut stream)).collect();
        fair += crps_fair(&draws, 0.5) / 40_000.0;
        plain += crps_draws(&draws, 0.5) / 40_000.0;
    }
    near(fair, crps_normal(0.0, 1.0, 0.5), 0.007);
    assert!(plain > crps_normal(0.0, 1.0, 0.5) + 0.06, "{plain}");
}

#[test]
fn counts_have_the_published_scores() {
    let poisson = Counts { mean: 3.0, dispersion: 0.0 };
    near(poisson.crps(5.0), 1.313_114_4, 5e-8);
    near(poisson.log_score(5.0), 2.294_430_3, 5e-8);
    let [low, high] = poisson.pit(5.0);
    near(low, 0.815_263_2, 5e-8);
    near(high, 0.916_082_1, 5e-8);
    let binomial = Counts { mean: 3.0, dispersion: 0.5 };
    near(binomial.crps(5.0), 1.497_573_1, 5e-8);
    near(binomial.log_score(5.0), 2.594_950_1, 5e-8);
    let [low, high] = binomial.pit(5.0);
    near(low, 0.766_720_0, 5e-8);
    near(high, 0.841_369_6, 5e-8);
}

#[test]
fn counts_have_scores_at_every_edge() {
    let none = Counts { mean: 0.0, dispersion: 0.3 };
    near(none.crps(3.0), 3.0, 0.0);
    near(none.log_score(0.0), 0.0, 0.0);
    assert_eq!(none.log_score(1.0), f64::INFINITY);
    assert_eq!(none.pit(0.0), [0.0, 1.0]);
    // Far from everything the score is the distance from the mean, less the law's own spread.
    let far = Counts { mean: 50.0, dispersion: 0.1 };
    near(far.crps(1e6) - far.crps(1e6 - 10.0), 10.0, 1e-6);
    assert_eq!(far.pit(1e6), [1.0, 1.0]);
    assert_eq!(Counts { mean: 1e6, dispersion: 0.0 }.pit(3.0), [0.0, 0.0]);
    // A dispersion that is next to nothing is none.
    let [tiny, zero] = [1e-12, 0.0].map(|dispersion| Counts { mean: 40.0, dispersion });
    near(tiny.log_score(44.0), zero.log_score(44.0), 1e-9);
    near(tiny.crps(44.0), zero.crps(44.0), 1e-9);
}

/// Of a large mean a Poisson law is normal: a relative gap of the order of 1/mean.
#[test]
fn large_counts_have_the_score_of_a_normal_law() {
    let counts = Counts { mean: 1e5, dispersion: 0.0 };
    let deviation = 1e5_f64.sqrt();
    near(counts.crps(100_300.0) / crps_normal(1e5, deviation, 100_300.0), 1.0, 2e-3);
}

#[test]
fn quantiles_have_the_weighted_interval_score() {
    let levels = [0.05, 0.25, 0.5, 0.75, 0.95];
    let values = levels.map(law::quantile);
    near(quantile_score(&levels, &values, 1.5), 0.830_896_2, 5e-8);
    for y in [-3.0, 0.1, 1.0, 4.0] {
        let score = |i: usize, level: f64| {
            (1.0 - level) / 2.0 * interval_score(values[i], values[4 - i], level, y)
        };
        let weighted = (0.5 * (y - values[2]).abs() + score(0, 0.9) + score(1, 0.5)) / 2.5;
        near(quantile_score(&levels, &values, y), weighted, 1e-14);
    }
    let levels: Vec<f64> = (0..10_000).map(|i| (f64::from(i) + 0.5) / 10_000.0).collect();
    let values: Vec<f64> = levels.iter().map(|&level| law::quantile(level)).collect();
    near(quantile_score(&levels, &values, 1.5), crps_normal(0.0, 1.0, 1.5), 1e-4);
}

#[test]
fn an_outcome_has_its_place_among_draws_and_quantiles() {
    assert_eq!(pit_draws(&[1.0, 2.0, 2.0, 3.0], 2.0), [0.25, 0.75]);
    assert_eq!(pit_draws(&[1.0, 2.0, 2.0, 3.0], 9.0), [1.0, 1.0]);
    let (levels, values) = ([0.1, 0.5, 0.9], [10.0, 20.0, 40.0]);
    assert_eq!(pit_quantiles(&levels, &values, 30.0), [0.7, 0.7]);
    assert_eq!(pit_quantiles(&levels, &values, 20.0), [0.5, 0.5]);
    assert_eq!(pit_quantiles(&levels, &values, 5.0), [0.0, 0.1]);
    assert_eq!(pit_quantiles(&levels, &values, 50.0), [0.9, 1.0]);
    assert_eq!(pit_quantiles(&levels, &[0.0, 0.0, 3.0], 0.0), [0.1, 0.5]);
}

#[test]
fn a_histogram_spreads_a_transform_over_its_interval() {
    let shares = pit_histogram(&[[0.05, 0.25], [1.0, 1.0]]);
    let expected = [0.125, 0.25, 0.125, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5];
    shares.iter().zip(expected).for_each(|(share, expected)| near(*share, expected, 1e-12));
    near(pit_histogram(&[]).iter().sum(), 0.0, 0.0);
}

/// 4,000 counts; a share of a tenth has the standard error 0.0047.
#[test]
fn transforms_of_right_counts_are_flat_and_of_wrong_ones_are_not() {
    let key = StreamKey::named(3, "transforms", "");
    let told = |forecast: Counts, ahead: usize| {
        let transforms: Vec<[f64; 2]> = (0..4_000)
            .map(|trial| forecast.pit(negative_binomial(&mut key.at(trial, 0), 6.0, 0.2)))
            .collect();
        let shares = pit_histogram(&transforms);
        near(shares.iter().sum(), 1.0, 1e-12);
        (shares, pit_shape(&transforms, ahead))
    };
    let (flat, shape) = told(Counts { mean: 6.0, dispersion: 0.2 }, 1);
    for share in flat {
        near(share, 0.1, 0.023);
    }
    assert_eq!(shape, Shape::Flat);
    let (sure, shape) = told(Counts { mean: 6.0, dispersion: 0.0 }, 1);
    assert!(sure[0] > 0.14 && sure[9] > 0.14, "{sure:?}");
    assert_eq!(shape, Shape::TooSure);
    assert_eq!(told(Counts { mean: 6.0, dispersion: 0.8 }, 1).1, Shape::TooUnsure);
    assert_eq!(told(Counts { mean: 9.0, dispersion: 0.2 }, 1).1, Shape::TooHigh);
    assert_eq!(told(Counts { mean: 4.0, dispersion: 0.2 }, 1).1, Shape::TooLow);
    // Outcomes that overlap tell less.
    let slight = Counts { mean: 6.4, dispersion: 0.2 };
    assert_eq!(told(slight, 1).1, Shape::TooHigh);
    assert_eq!(told(slight, 52).1, Shape::Flat);
    let mut stream = key.at(0, 1);
    let few: Vec<[f64; 2]> = (0..19).map(|_| [uniform(&mut stream); 2]).collect();
    assert_eq!(pit_shape(&few, 1), Shape::Few);
}
