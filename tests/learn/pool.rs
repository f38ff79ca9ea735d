//! Tests of `learn/pool.rs`.

use reachsim_core::draw::normal;
use reachsim_core::rng::StreamKey;
use reachsim_learn::pool::{Page, Pooled};

#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

/// Ill and well of the vaccinated, ill and well of the others, in 13 trials: Colditz and others,
/// *Efficacy of BCG vaccine in the prevention of tuberculosis*, JAMA 271 (1994); in R as `dat.bcg`
/// of the package `metafor`.
const TRIALS: [[f64; 4]; 13] = [
    [4.0, 119.0, 11.0, 128.0],
    [6.0, 300.0, 29.0, 274.0],
    [3.0, 228.0, 11.0, 209.0],
    [62.0, 13_536.0, 248.0, 12_619.0],
    [33.0, 5_036.0, 47.0, 5_761.0],
    [180.0, 1_361.0, 372.0, 1_079.0],
    [8.0, 2_537.0, 10.0, 619.0],
    [505.0, 87_886.0, 499.0, 87_892.0],
    [29.0, 7_470.0, 45.0, 7_232.0],
    [17.0, 1_699.0, 65.0, 1_600.0],
    [186.0, 50_448.0, 141.0, 27_197.0],
    [5.0, 2_493.0, 3.0, 2_338.0],
    [27.0, 16_886.0, 29.0, 17_825.0],
];

/// The logarithm of a ratio of risks, with its variance.
fn risk([a, b, c, d]: [f64; 4]) -> Page {
    let variance = 1.0 / a - 1.0 / (a + b) + 1.0 / c - 1.0 / (c + d);
    Page { level: ((a / (a + b)) / (c / (c + d))).ln(), variance }
}

/// `rma(measure = "RR", method = "PM", test = "knha")`: tau^2 0.3181, -0.7150 with the standard
/// error 0.1809, Student's law of 12; further digits by a second computation apart from this one.
#[test]
fn vaccine_trials_are_pooled_as_published() {
    let trials = TRIALS.map(risk);
    near(trials[0].level, -0.8893, 5e-5);
    near(trials[0].variance, 0.3256, 5e-5);
    let found = Pooled::of(&trials).unwrap();
    near(found.tau2, 0.318_068_452, 1e-8);
    near(found.mean, -0.714_968_153, 1e-8);
    near(found.se, 0.180_892_192, 1e-8);
    let ends = |[low, high]: [f64; 2], expected: [f64; 2]| {
        near(low, expected[0], 1e-6);
        near(high, expected[1], 1e-6);
    };
    ends(found.interval(0.95), [-1.109_098, -0.320_838]);
    ends(found.predictive(0.95), [-2.005_426, 0.575_490]);
    let drawn = [
        -0.801_122, -1.255_012, -0.989_526, -1.398_547, -0.286_528, -0.784_604, -1.247_504,
        0.003_010, -0.506_420, -1.248_786, -0.353_466, -0.280_862, -0.145_219,
    ];
    for (found, expected) in found.shrunken.iter().zip(drawn) {
        near(*found, expected, 1e-6);
    }
}

const REPEATS: u64 = 4_000;

/// How many of many families of twelve pages, whose levels lie so far apart and whose data tell
/// more or less of them, have an interval that holds what it is of.
fn held([tau, coarse]: [f64; 2], holds: impl Fn(&[Page], f64) -> bool) -> f64 {
    let key = StreamKey::named(3, "pages", "pooled");
    let hits = (0..REPEATS).filter(|repeat| {
        let mut rng = key.at(*repeat, 0);
        let page = |place: usize, rng: &mut _| {
            let deviation = coarse * (1 + place % 4) as f64;
            let level = -1.0 + tau * normal(rng) + deviation * normal(rng);
            Page { level, variance: deviation * deviation }
        };
        let pages: Vec<Page> = (0..12).map(|place| page(place, &mut rng)).collect();
        holds(&pages, -1.0 + tau * normal(&mut rng))
    });
    hits.count() as f64 / REPEATS as f64
}

fn is_within(x: f64, [low, high]: [f64; 2]) -> bool {
    (low..=high).contains(&x)
}

/// 4,000 repetitions: a share of 0.95 has the standard error 0.0035, so that one of 0.93 or 0.97 is
/// 5.8 of them away.
#[test]
fn a_new_page_lies_within_its_range_as_often_as_it_says() {
    let is_new =
        |pages: &[Page], new: f64| is_within(new, Pooled::of(pages).unwrap().predictive(0.95));
    for tau in [0.3, 0.6] {
        near(held([tau, 0.05], is_new), 0.95, 0.02);
        let mean = held([tau, 0.05], |pages, _| {
            is_within(-1.0, Pooled::of(pages).unwrap().interval(0.95))
        });
        near(mean, 0.95, 0.02);
    }
    // Where the errors of the data are as large as what they are to tell, twelve pages tell too
    // little of how far they lie apart, and the range is a little too narrow.
    let coarse = held([0.3, 0.1], is_new);
    assert!((0.9..0.95).contains(&coarse), "{coarse}");
}

/// What a preset from many pages must not be: the mean with its own error, as if there were one
/// level.
#[test]
fn pages_that_are_taken_for_one_do_not_hold_a_new_one() {
    let as_one = |pages: &[Page]| {
        let weight: f64 = pages.iter().map(|page| 1.0 / page.variance).sum();
        let mean = pages.iter().map(|page| page.level / page.variance).sum::<f64>() / weight;
        let reach = 1.96 / weight.sqrt();
        [mean - reach, mean + reach]
    };
    assert!(held([0.3, 0.05], |pages, new| is_within(new, as_one(pages))) < 0.5);
    assert!(held([0.3, 0.05], |pages, _| is_within(-1.0, as_one(pages))) < 0.8);
    // Where there is one level, that is right: the control itself is not at fault.
    near(held([0.0, 0.05], |pages, _| is_within(-1.0, as_one(pages))), 0.95, 0.02);
    // Nor is the error of the mean the range of a new page.
    let mean_alone =
        held([0.3, 0.05], |pages, new| is_within(new, Pooled::of(pages).unwrap().interval(0.95)));
    assert!(mean_alone < 0.8, "{mean_alone}");
}

#[test]
fn pages_that_agree_are_one_and_two_do_not_tell() {
    let page = |level: f64, variance: f64| Page { level, variance };
    let same = Pooled::of(&[page(1.0, 0.1), page(1.0, 0.2), page(1.0, 0.4)]).unwrap();
    assert_eq!((same.mean, same.tau2), (1.0, 0.0));
    assert_eq!(same.shrunken, [1.0; 3]);
    // No surer than their data, however well they agree.
    near(same.se, (1.0_f64 / 17.5).sqrt(), 1e-12);
    assert_eq!(same.interval(0.9), same.predictive(0.9));
    assert_eq!(Pooled::of(&[page(1.0, 0.1), page(2.0, 0.1)]), None);
    assert_eq!(Pooled::of(&[page(1.0, 0.1), page(2.0, 0.0), page(2.0, 0.1)]), None);
    // Exact data are what they are; equal errors are the sample's own variance.
    let exact = Pooled::of(&[page(1.0, 1e-9), page(2.0, 1e-9), page(6.0, 1e-9)]).unwrap();
    near(exact.mean, 3.0, 1e-6);
    near(exact.tau2, 7.0, 1e-6);
    near(exact.shrunken[2], 6.0, 1e-6);
}
