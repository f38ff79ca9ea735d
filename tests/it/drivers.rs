//! What drives a metric: rank correlations by hand arithmetic.

use reachsim::summary::{drivers, moved_by, spearman};

use crate::cases;

#[test]
fn rank_correlation_agrees_with_hand_arithmetic() {
    // Ranks 1 2 3 4 5 and 1 2 3 5 4: 1 - 6 (1 + 1)/(5 (25 - 1)).
    assert!((spearman(&[1.0, 2.0, 3.0, 4.0, 5.0], &[5.0, 6.0, 7.0, 9.0, 8.0]) - 0.9).abs() < 1e-15);
    // Ties share their mean rank: ranks 1 2 3 4 5 and 1 2 3.5 5 3.5, covariance 8 over sqrt(10 x
    // 9.5).
    assert!(
        (spearman(&[1.0, 2.0, 3.0, 4.0, 5.0], &[5.0, 6.0, 7.0, 8.0, 7.0]) - 8.0 / 95.0_f64.sqrt())
            .abs()
            < 1e-15
    );
    assert_eq!(spearman(&[1.0, 2.0, 3.0], &[-1.0, -20.0, -300.0]), -1.0);
    assert!(spearman(&[1.0, 2.0, 3.0], &[4.0, 4.0, 4.0]).is_nan());
}

#[test]
fn rank_correlation_does_not_see_the_shape() {
    let x: Vec<f64> = (0..1_000).map(|i| f64::from((i * 7_919) % 1_000)).collect();
    let y: Vec<f64> = x.iter().map(|x| (x / 50.0).exp()).collect();
    assert!((spearman(&x, &y) - 1.0).abs() < 1e-12);
}

#[test]
fn times_seen_follow_the_visibility_when_nothing_else_is_uncertain() {
    let run = cases::shipped("article", &[]);
    let seen = run.summary.metric("impressions_questions").expect("a metric").column;
    let found = drivers(run.case.model(), &run.trials, seen);
    let key = |place: usize| run.case.model().inputs[found[place].input].key.as_str();
    assert_eq!(key(0), "community.page.feed.visibility");
    assert!(found[0].rank > 0.99, "{found:?}");
    // The others have no effect on it: 4.89 standard errors of a rank correlation without one,
    // 1/sqrt(10,000).
    assert!(found[1..].iter().all(|driver| driver.rank.abs() < 0.0489), "{found:?}");
}

#[test]
fn a_run_at_the_medians_has_no_drivers() {
    let run = cases::shipped("article", &["simulation.sampler=\"expected\""]);
    let seen = run.summary.metric("impressions_questions").expect("a metric").column;
    assert!(drivers(run.case.model(), &run.trials, seen).is_empty());
}

#[test]
fn the_fifths_of_a_straight_line() {
    let text = "title = \"A line\"\n[input.x]\nvalue = \"0..10\"\n[input.idle]\nvalue = \
        \"0..1\"\n[metric.y]\nformula = \"3 * x + 1\"\n";
    let run = cases::run("line.toml", text.to_owned(), &[]);
    let column = run.case.model().column("y").expect("a metric");
    let found = moved_by(run.case.model(), &run.trials, column, 2);
    // Uniform: the lowest fifth has its mean at 1, the highest at 9.
    assert_eq!(run.case.model().inputs[found[0].input].key, "input.x");
    assert!((found[0].low - 4.0).abs() < 0.01 && (found[0].high - 28.0).abs() < 0.01, "{found:?}");
    // A fifth of 10,000 has a standard error of 3 x 2/sqrt(12)/sqrt(2,000).
    assert!(
        (found[0].se - 3.0 * 2.0 / 12_f64.sqrt() / 2_000_f64.sqrt()).abs() < 0.001,
        "{found:?}"
    );
    assert_eq!(found.len(), 1, "an idle input goes with it by chance only: {found:?}");
    assert_eq!(moved_by(run.case.model(), &run.trials, column, 1).len(), 1);
}
