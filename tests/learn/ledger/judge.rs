//! How forecasts did.

use jiff::civil::date;
use jiff::{Span, civil::Date};
use reachsim_core::draw::normal;
use reachsim_core::rng::StreamKey;
use reachsim_learn::backtest::demand::Demand;
use reachsim_learn::ledger::{Entry, Judged, LEVELS, Required, judge};
use reachsim_learn::score::quantile_score;

use super::{YEAR, baseline, forecast, outcome, quantiles, read, target};

#[track_caller]
fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

/// So many weeks, each forecast a day before it begins as normal around 100 with a deviation of
/// `told`, where it has one of 10.
fn weekly(weeks: i64, told: f64) -> Judged {
    let key = StreamKey::named(11, "weekly", "");
    let mut entries = Vec::new();
    for week in 0..weeks {
        let from = date(2020, 1, 6) + Span::new().weeks(week);
        let period = [from, from + Span::new().days(6)];
        let day: Date = from.yesterday().unwrap();
        let mut made = forecast("questions", day, period, [100.0, told]);
        made.targets = vec![target(100.0, 0.5)];
        made.baseline = Some(baseline(100.0, 20.0));
        let came = 100.0 + 10.0 * normal(&mut key.at(week as u64, 0));
        entries.push(Entry::Forecast(made.clone()));
        entries.push(outcome(&made, Some(came)));
    }
    judge(&read(&entries))
}

/// 1,000 weeks: a share of 0.9 has the standard error 0.0095, the factor about 0.028.
#[test]
fn right_forecasts_hold_as_often_as_they_say() {
    let right = weekly(1_000, 10.0);
    assert_eq!(
        [right.entries, right.resolved, right.open, right.questions],
        [1_000, 1_000, 0, 1_000]
    );
    for (covered, share) in right.coverage.iter().zip([0.5, 0.8, 0.9]) {
        near(covered.share.value, share, 0.06);
        assert!(covered.share.low < share && share < covered.share.high, "{covered:?}");
    }
    near(right.width.unwrap().value, 1.0, 0.1);
    // The pinball loss at a level a is 10 phi(z_a) on average; values are about 100.
    near(right.metrics[0].crps, 5.036, 0.35);
    near(right.crps.unwrap(), 0.051, 0.005);
    assert!(right.skill.unwrap() > 0.05);
    let brier = right.brier.unwrap();
    near(brier.score, brier.reliability - brier.resolution + brier.uncertainty, 1e-12);
    near(brier.score, 0.25, 1e-12);
}

#[test]
fn a_demand_is_judged_once_enough_is_resolved() {
    let ask = |judged: &Judged, text: &str| Required::of(judged, Demand::read(text).unwrap());
    let (few, right, sure) = (weekly(19, 10.0), weekly(400, 10.0), weekly(400, 5.0));
    let wide = "coverage 90% in 85..95";
    let unjudged = ask(&few, wide).unwrap();
    assert_eq!((unjudged.questions, unjudged.value, unjudged.holds()), (19, None, false));
    assert!(ask(&right, wide).unwrap().holds());
    let missed = ask(&sure, wide).unwrap();
    assert!(!missed.holds());
    near(missed.value.unwrap(), 100.0 * sure.coverage[2].share.value, 1e-12);
    // The baseline is twice as wide as what came.
    let skill = ask(&right, "skill last > 0").unwrap();
    assert_eq!((skill.value, skill.holds()), (right.skill, true));
    assert!(!ask(&right, "skill last > 0.9").unwrap().holds());
    for rival in ["mean8", "seasonal", "preset"] {
        assert_eq!(ask(&right, &format!("skill {rival} > 0")), None, "{rival}");
    }
}

#[test]
fn forecasts_that_are_too_sure_are_told_by_how_much() {
    let sure = weekly(1_000, 10.0 / 1.8);
    near(sure.width.unwrap().value, 1.8, 0.18);
    assert!(sure.coverage[2].share.high < 0.9);
    assert!(weekly(1_000, 20.0).skill.unwrap().abs() < 1e-12);
}

#[test]
fn few_questions_have_no_width_factor() {
    assert_eq!(weekly(19, 10.0).width, None);
    assert!(weekly(20, 10.0).width.is_some());
    let none = judge(&read(&[]));
    assert_eq!((none.crps, none.skill, none.brier), (None, None, None));
}

/// A forecast that stood for 90 days and one that stood for 274 count as long as they stood; of two
/// of one day the last one.
#[test]
fn forecasts_of_one_question_are_averaged_over_their_days() {
    let first = forecast("leads", date(2026, 1, 1), YEAR, [80.0, 10.0]);
    let mut replaced = forecast("leads", date(2026, 4, 1), YEAR, [500.0, 1.0]);
    replaced.id.push_str(" before");
    let mut last = forecast("leads", date(2026, 4, 1), YEAR, [90.0, 5.0]);
    last.baseline = Some(baseline(70.0, 30.0));
    let other = forecast("won", date(2026, 1, 1), YEAR, [10.0, 1.0]);
    let forecasts = [&first, &replaced, &last, &other].map(|made| Entry::Forecast(made.clone()));
    let came = [&first, &replaced, &last].map(|made| outcome(made, Some(100.0)));
    let judged = judge(&read(&[&forecasts[..], &came, &[outcome(&other, None)]].concat()));
    assert_eq!([judged.entries, judged.resolved, judged.unknown, judged.questions], [4, 3, 1, 1]);
    let score = |mean, deviation| quantile_score(&LEVELS, &quantiles(mean, deviation), 100.0);
    let expected = (90.0 * score(80.0, 10.0) + 274.0 * score(90.0, 5.0)) / 364.0;
    near(judged.metrics[0].crps, expected, 1e-12);
    near(judged.crps.unwrap(), expected / 100.0, 1e-12);
    near(judged.skill.unwrap(), 1.0 - score(90.0, 5.0) / score(70.0, 30.0), 1e-12);
    // The one that stood longest is the one that is judged: 100 is two deviations above it.
    assert_eq!(judged.coverage.map(|covered| covered.held), [0, 0, 0]);
    assert_eq!(judged.metrics.len(), 1);
}
