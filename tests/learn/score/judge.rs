//! Intervals that held, how wide they ought to be, and probabilities.

use reachsim_core::draw::normal;
use reachsim_core::rng::{StreamKey, uniform};
use reachsim_learn::score::{Brier, brier, calibration, coverage, misses, sharpness, width_factor};

use super::near;

/// Newcombe 1998: 81 of 263 and 0 of 20.
#[test]
fn a_share_that_held_has_wilsons_interval_of_blocks() {
    let held = |of: usize, inside: usize, weeks: usize| {
        let outcomes: Vec<f64> = (0..of).map(|i| if i < inside { 1.0 } else { 3.0 }).collect();
        coverage(&vec![[0.0, 1.0]; of], &outcomes, weeks)
    };
    let alone = held(263, 81, 1);
    near(alone.share.low, 0.255_29, 5e-6);
    near(alone.share.high, 0.366_21, 5e-6);
    near(held(20, 0, 1).share.high, 0.161_13, 5e-6);
    let blocks = held(1_052, 324, 4);
    assert_eq!((blocks.held, blocks.of, blocks.effective), (324, 1_052, 263.0));
    near(blocks.share.low, 0.255_29, 5e-6);
    assert_eq!(held(3, 3, 13).effective, 1.0);
    let none = held(0, 0, 1);
    assert!(none.share.value.is_nan());
    assert_eq!([none.share.low, none.share.high], [0.0, 1.0]);
}

#[test]
fn misses_are_told_by_side_and_widths_by_medians() {
    let intervals = [[0.0, 2.0], [1.0, 3.0], [10.0, 30.0], [5.0, 5.0]];
    let outside = misses(&intervals, &[-1.0, 3.0, 31.0, 40.0]);
    assert_eq!([outside.below, outside.above], [0.25, 0.5]);
    near(sharpness(&intervals, &[1.0, -2.0, 20.0, 0.0]), 1.0, 0.0);
    assert!(sharpness(&[[0.0, 1.0]], &[0.0]).is_nan());
}

/// Of 2,000 outcomes the factor has the standard error 0.02.
#[test]
fn ranges_that_were_made_too_narrow_are_told_by_how_much() {
    let key = StreamKey::named(4, "width", "");
    let factor = |shrunk: f64| {
        let mut ranges = Vec::new();
        let mut outcomes = Vec::new();
        for trial in 0..2_000 {
            let mut stream = key.at(trial, 0);
            // Lognormal: each side has a width of its own.
            let median = 100.0 + 900.0 * uniform(&mut stream);
            let end = |z: f64| median + (median * (0.4 * z).exp() - median) / shrunk;
            ranges.push([end(-1.644_854), median, end(1.644_854)]);
            outcomes.push(median * (0.4 * normal(&mut stream)).exp());
        }
        width_factor(&ranges, &outcomes).unwrap()
    };
    let calibrated = factor(1.0);
    near(calibrated.value, 1.0, 0.1);
    assert!(calibrated.low < 1.0 && 1.0 < calibrated.high, "{calibrated:?}");
    let narrow = factor(1.8);
    near(narrow.value, 1.8, 0.1);
    near(narrow.value, 1.8 * calibrated.value, 1e-9);
    assert!(narrow.low > 1.6 && narrow.high < 2.0, "{narrow:?}");
}

/// 400 lists of 60 outcomes: an interval at 90 % is missed 40 times on average, and in 1 of 10,000
/// such tests more than 64 times.
#[test]
fn the_interval_of_a_width_factor_holds_as_often_as_it_says() {
    let key = StreamKey::named(5, "width held", "");
    let held = |list: &u64| {
        let outcomes: Vec<f64> = (0..60).map(|i| normal(&mut key.at(*list, i))).collect();
        let width = width_factor(&[[-1.644_854, 0.0, 1.644_854]; 60], &outcomes).unwrap();
        width.low <= 1.0 && 1.0 <= width.high
    };
    let held = (0..400).filter(held).count();
    assert!(held >= 336, "{held}");
}

#[test]
fn few_outcomes_have_no_width_factor_and_a_range_without_width_an_infinite_one() {
    let range = [[9.0, 10.0, 11.0]; 20];
    assert_eq!(width_factor(&range[..19], &[10.0; 19]), None);
    assert_eq!(width_factor(&range, &[10.0; 20]).unwrap().value, 0.0);
    // 18 of 20 are enough, and what the worst two need does not count.
    let mut outcomes = [11.0; 20];
    [outcomes[3], outcomes[7]] = [100.0, 8.0];
    let width = width_factor(&range, &outcomes).unwrap();
    assert_eq!([width.value, width.high], [1.0, f64::INFINITY]);
    assert_eq!(width_factor(&[[5.0; 3]; 20], &[6.0; 20]).unwrap().value, f64::INFINITY);
    assert_eq!(width_factor(&[[5.0; 3]; 20], &[5.0; 20]).unwrap().value, 0.0);
}

fn adds_up(parts: Brier) {
    near(parts.score, parts.reliability - parts.resolution + parts.uncertainty, 1e-12);
}

#[test]
fn murphys_parts_add_up_to_the_score() {
    // By hand: of four at 0.2 one happened, of four at 0.75 three.
    let probabilities = [0.2, 0.75, 0.2, 0.75, 0.2, 0.75, 0.2, 0.75];
    let happened = [false, true, true, true, false, false, false, true];
    let parts = brier(&probabilities, &happened).unwrap();
    near(parts.reliability, 0.5 * 0.05 * 0.05, 1e-15);
    near(parts.resolution, 0.25 * 0.25, 1e-15);
    near(parts.uncertainty, 0.25, 1e-15);
    near(parts.score, (3.0 * 0.04 + 0.64 + 3.0 * 0.0625 + 0.5625) / 8.0, 1e-15);
    adds_up(parts);
    assert_eq!(brier(&[], &[]), None);
    adds_up(brier(&[1.0], &[false]).unwrap());
}

/// 5,000 probabilities, all different: what the tenths leave out is in the resolution.
#[test]
fn parts_of_many_probabilities_add_up_as_well_and_tell_a_fault() {
    let key = StreamKey::named(6, "brier", "");
    let parts = |forecast: fn(f64) -> f64| {
        let draw = |trial: u64| {
            let mut stream = key.at(trial, 0);
            let p = uniform(&mut stream);
            (forecast(p), uniform(&mut stream) < p)
        };
        let (probabilities, happened): (Vec<f64>, Vec<bool>) = (0..5_000).map(draw).unzip();
        let parts = brier(&probabilities, &happened).unwrap();
        adds_up(parts);
        parts
    };
    let right = parts(|p| p);
    assert!(right.reliability < 0.002, "{right:?}");
    // What is certain: E p (1 - p) = 1/6 is the score, 1/12 the resolution.
    near(right.score, 1.0 / 6.0, 0.01);
    near(right.resolution, 1.0 / 12.0, 0.01);
    assert!(parts(|p| if p < 0.5 { 0.5 * p } else { 0.5 + 0.5 * p }).reliability > 0.01);
}

/// Of 20 coins at 1/2 at most 5 show heads with 2.1 % and at most 6 with 5.8 %; of 10 at 0.1 none
/// with 34.9 %, at most 3 with 98.7 % and at most 2 with 93.0 %.
#[test]
fn the_bars_of_a_reliable_forecast_are_those_of_its_coins() {
    let probabilities = [[0.5; 10], [0.1; 10], [0.5; 10]].concat();
    let happened: Vec<bool> = (0..30).map(|i| i % 3 == 0).collect();
    let [rare, even] = calibration(&probabilities, &happened)[..] else { panic!("two groups") };
    assert_eq!((rare.of, rare.happened, rare.mean), (10, 3, 0.1));
    assert_eq!([rare.low, rare.high], [0.0, 0.3]);
    assert_eq!((even.of, even.happened, even.mean), (20, 7, 0.5));
    assert_eq!([even.low, even.share, even.high], [0.3, 0.35, 0.7]);
}
