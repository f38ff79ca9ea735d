//! Shares and averages.

use reachsim_core::draw::{gamma, normal, poisson};
use reachsim_core::rng::uniform;
use reachsim_data::measure::Interval;
use reachsim_data::measure::share::{
    bootstrap, effective_n, goodman, mean_interval, median_interval, newcombe,
    percentile_with_never, ratio_of_totals, wilson,
};

use super::{class, expect_ends, expect_near, stream};

fn holds(interval: Interval, truth: f64) -> bool {
    interval.low <= truth && truth <= interval.high
}

/// Newcombe 1998, single proportion, table I.
#[test]
fn shares_have_the_ends_that_newcombe_printed() {
    for (hits, n, ends) in [
        (81.0, 263.0, [0.255_29, 0.366_21]),
        (15.0, 148.0, [0.062_39, 0.160_49]),
        (0.0, 20.0, [0.0, 0.161_13]),
        (1.0, 29.0, [0.006_11, 0.171_76]),
    ] {
        expect_ends(wilson(hits, n), ends, 5.1e-6);
        let others = wilson(n - hits, n);
        expect_ends(others, [1.0 - ends[1], 1.0 - ends[0]], 5.1e-6);
    }
    let square = 1.959_963_984_540_054_f64.powi(2);
    let none = wilson(0.0, 400.0);
    assert_eq!([none.value, none.low], [0.0, 0.0]);
    expect_near(none.high, square / (400.0 + square), 1e-12);
    assert_eq!([wilson(7.0, 7.0).value, wilson(7.0, 7.0).high], [1.0, 1.0]);
}

#[test]
fn of_none_a_share_is_anything() {
    let nothing = wilson(0.0, 0.0);
    assert!(nothing.value.is_nan());
    assert_eq!([nothing.low, nothing.high], [0.0, 1.0]);
}

/// Newcombe 1998, difference between independent proportions, table II, method 10.
#[test]
fn differences_have_the_ends_that_newcombe_printed() {
    for (hits, n, ends) in [
        ([56.0, 48.0], [70.0, 80.0], [0.0524, 0.3339]),
        ([9.0, 3.0], [10.0, 10.0], [0.1705, 0.8090]),
        ([6.0, 2.0], [7.0, 7.0], [0.0582, 0.8062]),
        ([5.0, 0.0], [56.0, 29.0], [-0.0381, 0.1926]),
        ([0.0, 0.0], [10.0, 20.0], [-0.1611, 0.2775]),
        ([0.0, 0.0], [10.0, 10.0], [-0.2775, 0.2775]),
        ([10.0, 0.0], [10.0, 20.0], [0.6791, 1.0]),
        ([10.0, 0.0], [10.0, 10.0], [0.6075, 1.0]),
    ] {
        expect_ends(newcombe(hits, n), ends, 5.1e-5);
        let turned = newcombe([hits[1], hits[0]], [n[1], n[0]]);
        expect_ends(turned, [-ends[1], -ends[0]], 5.1e-5);
    }
}

/// Two classes: z at 1 - 0.05 / 4 is 2.2414, and the ends are those of the score test with it.
#[test]
fn goodmans_intervals_are_score_intervals_that_share_the_error() {
    let z: f64 = 2.241_402_727_604_945;
    let both = goodman(&[30.0, 70.0]);
    let root = z * (z * z + 4.0 * 30.0 * 70.0 / 100.0).sqrt();
    let below = 2.0 * (100.0 + z * z);
    expect_ends(both[0], [(60.0 + z * z - root) / below, (60.0 + z * z + root) / below], 1e-9);
    expect_ends(both[1], [1.0 - both[0].high, 1.0 - both[0].low], 1e-12);
    expect_ends(goodman(&[12.0])[0], [wilson(12.0, 12.0).low, 1.0], 1e-12);
    assert!(goodman(&[]).is_empty());
}

#[test]
fn all_of_goodmans_intervals_hold_at_once() {
    let shares = [0.5, 0.25, 0.15, 0.1];
    let (mut all, mut single) = (0, 0);
    for simulation in 0..2_000 {
        let mut stream = stream(1, simulation);
        let mut counts = [0.0; 4];
        (0..300).for_each(|_| counts[class(&mut stream, &shares)] += 1.0);
        let hold = |intervals: &[Interval]| {
            i32::from(intervals.iter().zip(shares).all(|(&interval, share)| holds(interval, share)))
        };
        all += hold(&goodman(&counts));
        single += hold(&counts.map(|count| wilson(count, 300.0)));
    }
    assert!((1_880..=1_980).contains(&all), "{all} of 2000");
    // One by one they hold, and together they do not.
    assert!(single < 1_800, "{single} of 2000");
}

/// Clusters of 8 that say the same in three of four: their correlation is 9/16, since each of two
/// things follows its cluster with 3/4.
fn bursts(simulation: u64, share: f64) -> Vec<(u64, u32)> {
    let mut stream = stream(2, simulation);
    let mut groups = Vec::new();
    for cluster in 0..60 {
        let common = u32::from(uniform(&mut stream) < share);
        for _ in 0..8 {
            let own = u32::from(uniform(&mut stream) < share);
            let follows = uniform(&mut stream) < 0.75;
            groups.push((cluster, if follows { common } else { own }));
        }
    }
    groups
}

#[test]
fn bursts_widen_a_share_as_much_as_they_should() {
    let (mut held, mut naive, mut effective) = (0, 0, 0.0);
    for simulation in 0..400 {
        let groups = bursts(simulation, 0.4);
        held += i32::from(holds(bootstrap(&groups, 2, 400, simulation)[1], 0.4));
        let hits = groups.iter().filter(|group| group.1 == 1).count() as f64;
        naive += i32::from(holds(wilson(hits, 480.0), 0.4));
        effective += effective_n(&groups, 2) / 400.0;
    }
    assert!((364..=392).contains(&held), "{held} of 400");
    assert!(naive < 300, "{naive} of 400");
    // 480 / (1 + 7 rho).
    expect_near(effective, 480.0 / (1.0 + 7.0 * 9.0 / 16.0), 6.0);
}

#[test]
fn things_that_are_all_alike_in_a_burst_count_once() {
    let groups: Vec<(u64, u32)> =
        (0..40).flat_map(|cluster| [(cluster, u32::from(cluster % 4 == 0)); 25]).collect();
    // The clusters' own variance has 39 in its place of 40.
    expect_near(effective_n(&groups, 2), 39.0, 1e-9);
    let alone: Vec<(u64, u32)> = (0..40).map(|cluster| (cluster, u32::from(cluster < 9))).collect();
    expect_near(effective_n(&alone, 2), 39.0, 1e-9);
    assert_eq!(effective_n(&[(1, 0); 500], 2), 1.0);
    assert_eq!(effective_n(&[], 2), 0.0);
}

#[test]
fn a_class_of_few_bursts_has_the_interval_of_a_few_things() {
    let mut groups: Vec<(u64, u32)> = (0..50).map(|cluster| (cluster, 0)).collect();
    groups.extend([(50, 1); 50]);
    let shares = bootstrap(&groups, 3, 500, 1);
    assert_eq!(shares.len(), 3);
    assert_eq!(shares[1].value, 0.5);
    assert!(shares[1].high > 0.85 && shares[1].low < 0.15, "{shares:?}");
    // Never seen, and not impossible.
    assert_eq!([shares[2].value, shares[2].low], [0.0, 0.0]);
    assert!(shares[2].high > 0.1);
    assert!(bootstrap(&[], 2, 100, 1).iter().all(|share| share.low == 0.0 && share.high == 1.0));
}

#[test]
fn resampling_depends_on_its_seed_alone() {
    let mut groups = bursts(1, 0.3);
    let first = bootstrap(&groups, 2, 300, 7);
    groups.reverse();
    assert_eq!(bootstrap(&groups, 2, 300, 7), first);
    assert_ne!(bootstrap(&groups, 2, 300, 8), first);
}

#[test]
fn a_mean_has_students_interval() {
    // t of 4 degrees of freedom at 97.5 % is 2.776445.
    let mean = mean_interval(&[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
    let half = 2.776_445_105 * (2.5_f64 / 5.0).sqrt();
    assert_eq!(mean.value, 3.0);
    expect_ends(mean, [3.0 - half, 3.0 + half], 1e-8);
    assert!(mean_interval(&[1.0, 2.0, 3.0, 4.0]).is_none());
    assert!(mean_interval(&[1.0, 2.0, 3.0, 4.0, f64::NAN]).is_none());
}

/// Places by the tables of the sign test: 1st of 6, 2nd of 10, 6th of 20, 8th of 25, 18th of 50,
/// 40th of 100.
#[test]
fn the_median_lies_between_the_tabled_places() {
    for (n, place) in [(6, 1), (10, 2), (20, 6), (25, 8), (50, 18), (100, 40)] {
        let values: Vec<f64> = (1..=n).rev().map(f64::from).collect();
        let median = median_interval(&values).unwrap();
        let place = f64::from(place);
        assert_eq!([median.low, median.high], [place, f64::from(n) + 1.0 - place], "{n}");
        assert_eq!(median.value, f64::midpoint(1.0, f64::from(n)));
    }
    assert!(median_interval(&[1.0; 5]).is_none());
    let many: Vec<f64> = (1..=100_000).map(f64::from).collect();
    let median = median_interval(&many).unwrap();
    expect_ends(median, [50_000.5 - 309.9, 50_000.5 + 309.9], 2.0);
}

#[test]
fn a_ratio_of_totals_by_hand() {
    let (above, below) = ([1.0, 4.0, 3.0, 6.0, 6.0], [10.0, 20.0, 30.0, 40.0, 50.0]);
    let ratio = ratio_of_totals(&above, &below).unwrap();
    let value = 20.0 / 150.0;
    expect_near(ratio.value, value, 1e-15);
    let squares: f64 = above.iter().zip(below).map(|(a, b)| (a - value * b).powi(2)).sum();
    let error = (5.0 / 4.0 * squares).sqrt() / 150.0;
    let factor = (2.776_445_105 * error / value).exp();
    expect_ends(ratio, [value / factor, value * factor], 1e-9);
    assert!(ratio_of_totals(&above[1..], &below[1..]).is_none());
    assert!(ratio_of_totals(&above, &below[1..]).is_none());
    assert!(ratio_of_totals(&[0.0; 5], &below).is_none());
    assert!(ratio_of_totals(&above, &[0.0; 5]).is_none());
    assert!(ratio_of_totals(&[1.0, 1.0, 1.0, 1.0, -1.0], &below).is_none());
}

#[test]
fn ratios_of_skewed_items_hold_the_truth() {
    let held = (0..600)
        .filter(|&simulation| {
            let mut stream = stream(3, simulation);
            let items: Vec<[f64; 2]> = (0..60)
                .map(|_| {
                    let reach = (7.0 + 0.8 * normal(&mut stream)).exp();
                    let rate = gamma(&mut stream, 4.0, 0.02 / 4.0);
                    [poisson(&mut stream, rate * reach), reach]
                })
                .collect();
            let [above, below] =
                [0, 1].map(|i| items.iter().map(|item| item[i]).collect::<Vec<_>>());
            holds(ratio_of_totals(&above, &below).unwrap(), 0.02)
        })
        .count();
    assert!((540..=588).contains(&held), "{held} of 600");
}

#[test]
fn what_was_never_answered_waits_for_ever() {
    let hours = [4.0, 1.0, 3.0, 2.0];
    assert_eq!(percentile_with_never(&hours, 0, 0.5), Some(2.5));
    assert_eq!(percentile_with_never(&hours, 3, 0.5), Some(4.0));
    assert_eq!(percentile_with_never(&hours, 1, 0.5), Some(3.0));
    assert_eq!(percentile_with_never(&hours, 4, 0.5), None);
    assert_eq!(percentile_with_never(&hours, 1, 0.9), None);
    assert_eq!(percentile_with_never(&[], 3, 0.5), None);
    assert_eq!(percentile_with_never(&[], 0, 0.5), None);
    assert_eq!(percentile_with_never(&[7.0], 9, 0.0), Some(7.0));
}
