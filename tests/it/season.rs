//! The weights of the weeks, from the file to the model.

use reachsim::model::lower;
use reachsim::scenario;
use std::path::Path;

/// Weights of the weeks of a scenario with these lines about the simulation and about the
/// questions.
fn weights(simulation: &str, questions: &str) -> Vec<f64> {
    let text = format!(
        "title = \"Season\"\ncurrency = \"EUR\"\n[simulation]\n{simulation}\n[market]\npeople = \
            \"30M\"\n[community.page]\n\
         platform = \"facebook-2012\"\nfollowers = 1000\nquestions.per_year = 520\n{questions}\n"
    );
    let scenario = scenario::parse(Path::new("season.toml"), text, &[]).unwrap();
    let mut lowered = lower(scenario).unwrap();
    lowered.model.communities.remove(0).season
}

#[track_caller]
fn expect_close(weights: &[f64], expected: &[f64]) {
    assert_eq!(weights.len(), expected.len());
    for (week, (weight, expected)) in weights.iter().zip(expected).enumerate() {
        assert!((weight - expected).abs() < 1e-12, "week {week}: {weight} instead of {expected}");
    }
}

const MONTHS: &str = "questions.season = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]";

#[test]
fn without_a_season_all_weeks_are_alike() {
    assert_eq!(weights("weeks = 60", ""), [1.0; 60]);
    expect_close(
        &weights("weeks = 52", "questions.season = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]"),
        &[1.0; 52],
    );
}

/// In a common year that begins with week 0, five weeks begin in January: on the 1st, 8th, 15th,
/// 22nd and 29th.
#[test]
fn who_asks_in_january_only_asks_in_the_first_five_weeks() {
    let mut expected = [0.0; 52];
    expected[..5].fill(52.0 / 5.0);
    expect_close(
        &weights("weeks = 52", "questions.season = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
        &expected,
    );
    expect_close(
        &weights("weeks = 3", "questions.season = [7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]"),
        &expected[..3],
    );
}

#[test]
fn a_week_has_the_weight_of_the_month_in_which_it_begins() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let month_of =
        |day: usize| (1..=12).find(|&month| day < lengths[..month].iter().sum::<usize>()).unwrap();
    let months: Vec<f64> = (0..52).map(|week| month_of(7 * week) as f64).collect();
    let average = months.iter().sum::<f64>() / 52.0;
    let expected: Vec<f64> = months.iter().map(|month| month / average).collect();
    expect_close(&weights("weeks = 52", MONTHS), &expected);
    // The year repeats.
    expect_close(&weights("weeks = 104", MONTHS), &[expected.clone(), expected].concat());
}

/// From Monday, 30 November 2026: one week begins in November, four in December, four in January,
/// four in February (1st, 8th, ..).
#[test]
fn week_zero_begins_at_the_start() {
    let season = weights("weeks = 52\nstart = 2026-11-30", MONTHS);
    let january = season[5];
    let months: Vec<f64> = season[..13].iter().map(|weight| (weight / january).round()).collect();
    assert_eq!(months, [11.0, 12.0, 12.0, 12.0, 12.0, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 2.0]);
    assert!((season.iter().sum::<f64>() / 52.0 - 1.0).abs() < 1e-12);
    assert_ne!(season[0], weights("weeks = 52", MONTHS)[0]);
}

#[test]
fn only_the_proportions_of_the_months_matter() {
    let tenfold = "questions.season = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]";
    expect_close(&weights("weeks = 52", tenfold), &weights("weeks = 52", MONTHS));
}
