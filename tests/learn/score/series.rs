//! Baselines of weekly series, and one forecaster against another.

use reachsim_core::draw::normal;
use reachsim_core::rng::StreamKey;
use reachsim_learn::score::{Baseline, diebold_mariano, median, percentile, skill};

use super::near;

/// Thousands of passengers of airlines a month, 1949 to 1960: Box, Jenkins, *Time series analysis*
/// (1976), series G.
const AIR_PASSENGERS: [f64; 144] = [
    112.0, 118.0, 132.0, 129.0, 121.0, 135.0, 148.0, 148.0, 136.0, 119.0, 104.0, 118.0, 115.0,
    126.0, 141.0, 135.0, 125.0, 149.0, 170.0, 170.0, 158.0, 133.0, 114.0, 140.0, 145.0, 150.0,
    178.0, 163.0, 172.0, 178.0, 199.0, 199.0, 184.0, 162.0, 146.0, 166.0, 171.0, 180.0, 193.0,
    181.0, 183.0, 218.0, 230.0, 242.0, 209.0, 191.0, 172.0, 194.0, 196.0, 196.0, 236.0, 235.0,
    229.0, 243.0, 264.0, 272.0, 237.0, 211.0, 180.0, 201.0, 204.0, 188.0, 235.0, 227.0, 234.0,
    264.0, 302.0, 293.0, 259.0, 229.0, 203.0, 229.0, 242.0, 233.0, 267.0, 269.0, 270.0, 315.0,
    364.0, 347.0, 312.0, 274.0, 237.0, 278.0, 284.0, 277.0, 317.0, 313.0, 318.0, 374.0, 413.0,
    405.0, 355.0, 306.0, 271.0, 306.0, 315.0, 301.0, 356.0, 348.0, 355.0, 422.0, 465.0, 467.0,
    404.0, 347.0, 305.0, 336.0, 340.0, 318.0, 362.0, 348.0, 363.0, 435.0, 491.0, 505.0, 404.0,
    359.0, 310.0, 337.0, 360.0, 342.0, 406.0, 396.0, 420.0, 472.0, 548.0, 559.0, 463.0, 407.0,
    362.0, 405.0, 417.0, 391.0, 419.0, 461.0, 472.0, 535.0, 622.0, 606.0, 508.0, 461.0, 390.0,
    432.0,
];

/// Absolute errors of a baseline, one step ahead, from an origin on.
fn errors(baseline: Baseline, from: usize) -> Vec<f64> {
    let error =
        |t: usize| (AIR_PASSENGERS[t] - baseline.point(&AIR_PASSENGERS[..t], 1).unwrap()).abs();
    (from..AIR_PASSENGERS.len()).map(error).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[test]
fn air_passengers_are_compared_as_published() {
    let apart = |to: usize| {
        let gap = |t: usize| (AIR_PASSENGERS[t] - AIR_PASSENGERS[t - 12]).abs();
        mean(&(12..to).map(gap).collect::<Vec<_>>())
    };
    near(apart(144), 32.030_3, 5e-5);
    near(apart(120), 28.574_1, 5e-5);
    let seasonal = errors(Baseline::Seasonal(12), 120);
    let last = errors(Baseline::Last, 120);
    near(mean(&seasonal), 47.583_3, 5e-5);
    near(mean(&last), 44.208_3, 5e-5);
    let one = diebold_mariano(&seasonal, &last, 1);
    near(one.difference, 3.375, 1e-12);
    let told = one.told.unwrap();
    near(told.plain, 0.598_81, 5e-6);
    near(told.corrected, 0.586_20, 5e-6);
    near(told.p, 0.563_45, 5e-6);
    // Autocovariances over n, as both papers have them; over n - k they would give 0.68045.
    let three = diebold_mariano(&seasonal, &last, 3).told.unwrap();
    near(three.plain, 0.676_10, 5e-6);
    near(three.corrected, 0.605_51, 5e-6);
    near(skill(&seasonal, &last).unwrap(), 1.0 - 47.583_333 / 44.208_333, 1e-6);
}

#[test]
fn few_origins_tell_a_difference_and_no_probability() {
    let seasonal = errors(Baseline::Seasonal(12), 133);
    let last = errors(Baseline::Last, 133);
    assert_eq!(seasonal.len(), 11);
    let few = diebold_mariano(&seasonal, &last, 1);
    assert!(few.difference.is_finite());
    assert_eq!(few.told, None);
    assert_eq!(diebold_mariano(&[1.0; 30], &[1.0; 30], 1).told, None);
    assert_eq!(skill(&[1.0], &[0.0]), None);
    assert_eq!(skill(&[], &[]), None);
}

/// 2,000 pairs of equal forecasters, 30 origins: at a level of 5 % about 100 are told apart, in
/// 1 of 10,000 such tests more than 138. One that is biased by two deviations is found out.
#[test]
fn equal_forecasters_are_told_apart_as_often_as_the_level_says() {
    let key = StreamKey::named(7, "equals", "");
    let apart = |worse: f64| {
        let differ = |pair: &u64| {
            let mut stream = key.at(*pair, 0);
            let mut losses = |more: f64| -> Vec<f64> {
                (0..30).map(|_| (normal(&mut stream) + more).powi(2)).collect()
            };
            let (first, second) = (losses(worse), losses(0.0));
            diebold_mariano(&first, &second, 1).told.unwrap().p < 0.05
        };
        (0..2_000).filter(differ).count()
    };
    let equal = apart(0.0);
    assert!((50..=138).contains(&equal), "{equal}");
    assert!(apart(2.0) > 1_900);
}

#[test]
fn baselines_forecast_sums_of_the_next_weeks() {
    let history: Vec<f64> = (1..=12).map(f64::from).collect();
    assert_eq!(Baseline::Last.point(&history, 4), Some(48.0));
    assert_eq!(Baseline::Mean(8).point(&history, 2), Some(17.0));
    assert_eq!(Baseline::Mean(8).point(&history[..7], 2), None);
    assert_eq!(Baseline::Seasonal(6).point(&history, 2), Some(15.0));
    assert_eq!(Baseline::Seasonal(6).point(&history, 7), Some(64.0));
    assert_eq!(Baseline::Seasonal(6).point(&history[..11], 1), None);
    assert_eq!(Baseline::Last.point(&[], 1), None);
}

/// A random walk: nine of ten steps lie within 1.64 deviations, of four steps' sum, whose variance
/// is 1 + 4 + 9 + 16 = 30, within 9.0.
#[test]
fn a_baseline_is_as_unsure_as_it_was_wrong() {
    let mut stream = StreamKey::named(8, "walk", "").at(0, 0);
    let mut at = 1_000.0;
    let walk = |_| {
        at += normal(&mut stream);
        at
    };
    let history: Vec<f64> = (0..4_000).map(walk).collect();
    let half = |ahead: usize| {
        let draws = Baseline::Last.draws(&history, ahead).unwrap();
        near(median(&draws), Baseline::Last.point(&history, ahead).unwrap(), 1.0);
        0.5 * (percentile(&draws, 0.95) - percentile(&draws, 0.05))
    };
    near(half(1), 1.645, 0.1);
    near(half(4), 9.01, 0.9);
}

#[test]
fn a_baseline_knows_only_its_own_past() {
    // Errors of the steps 1, 2, 3 and so on: the draws are the next step with each of them.
    let history: Vec<f64> = (0..12).map(|t| f64::from(t * t)).collect();
    let draws = Baseline::Last.draws(&history, 1).unwrap();
    let expected: Vec<f64> = (0..11).map(|t| 121.0 + f64::from(2 * t + 1)).collect();
    assert_eq!(draws, expected);
    assert_eq!(Baseline::Last.draws(&history[..8], 1), None);
    assert_eq!(Baseline::Last.draws(&history[..9], 1).unwrap().len(), 8);
    // No count falls below nothing, a balance may.
    let down = [50.0, 40.0, 40.0, 40.0, 40.0, 40.0, 40.0, 40.0, 1.0];
    assert_eq!(Baseline::Last.draws(&down, 1).unwrap()[0], 0.0);
    let balance = down.map(|value| value - 45.0);
    assert_eq!(Baseline::Last.draws(&balance, 1).unwrap()[0], -83.0);
    let two_years: Vec<f64> = (0..104).map(|t| f64::from(t % 52)).collect();
    let [_, mean, seasonal] = Baseline::WEEKLY;
    assert_eq!(mean.needs(), 8);
    assert_eq!(seasonal.draws(&two_years[1..], 1), None);
    assert_eq!(seasonal.draws(&two_years, 1), Some(vec![0.0; 52]));
}
