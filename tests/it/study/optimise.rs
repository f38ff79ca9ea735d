//! The best values of several keys.

use reachsim::engine::Unwatched;
use reachsim::model::{Bound, Model, lower};
use reachsim::study::optimise::{Direction, Optimum, Outcome, Problem, optimise};
use reachsim::study::solve::Range;
use reachsim::study::{Goal, Of, Statistic};

use super::read;
use crate::support::plan;

const HILL: &str = "title = \"t\"\n[input.a]\nvalue = 1\n[input.b]\nvalue = \
    1\n[input.noise]\nvalue = { normal = { mean = 0, sd = 1 } }\n\
    [metric.y]\nformula = \"10 - (a - 3)^2 - 2 * (b - 6)^2 + 0.5 * (a - 3) * (b - 6) + noise * (1 \
    + 0.1 * a)\"\n[metric.cost]\nformula = \"a + b + 0.2 * noise\"\nbetter = \"lower\"\n\
    [metric.flat]\nformula = \"noise\"\n";

fn statistic(model: &Model, metric: &str, of: Of) -> Statistic {
    Statistic { of, metric: model.column(metric).expect("a metric") }
}

fn found(
    direction: Direction,
    (metric, of): (&str, Of),
    subject_to: &[(&str, Bound, f64)],
    trials: u64,
) -> Optimum {
    let (mut scenario, lowered) = read(HILL, &[]);
    let dials = ["input.a=0..10", "input.b=0..10"]
        .map(|text| scenario.dial(text, "--vary").expect("a range"));
    let models = |values: &[f64]| -> Result<Model, String> {
        let edits: Vec<_> = dials.iter().zip(values).map(|(dial, value)| dial.at(*value)).collect();
        lower(scenario.changed(&edits)).map(|lowered| lowered.model).map_err(|_| "wrong".to_owned())
    };
    let chance = |(metric, bound, share): &(&str, Bound, f64)| Goal {
        statistic: statistic(&lowered.model, metric, Of::Probability(*bound)),
        bound: Bound::AtLeast(*share),
    };
    let problem = Problem {
        direction,
        statistic: statistic(&lowered.model, metric, of),
        subject_to: subject_to.iter().map(chance).collect(),
        ranges: dials
            .iter()
            .map(|dial| Range { from: dial.from, to: dial.to, now: Some(1.0), whole: false })
            .collect(),
    };
    optimise(&models, &problem, plan(&lowered, trials), &Unwatched).expect("every value is legal")
}

#[test]
fn the_top_of_a_hill_is_found() {
    let found = found(Direction::Maximise, ("y", Of::Mean), &[], 4_000);
    let Outcome::Found { best, .. } = &found.outcome else { panic!("{found:?}") };
    assert!((best.values[0] - 3.0).abs() < 0.2 && (best.values[1] - 6.0).abs() < 0.2, "{best:?}");
    assert!((best.objective.value - 10.0).abs() < 0.1 && best.behind.value == 0.0, "{best:?}");
}

/// The 10th percentile of y is its mean less 1.281552 (1 + 0.1 a): the best a is smaller than 3.
#[test]
fn a_percentile_weighs_the_risk() {
    let found = found(Direction::Maximise, ("y", Of::Percentile(0.1)), &[], 10_000);
    let Outcome::Found { best, .. } = &found.outcome else { panic!("{found:?}") };
    // With the cross term solved for b: (a - 3) x 2 x (1 - 0.03125) = -0.1281552.
    let a = 3.0 - 0.128_155_2 / (2.0 * (1.0 - 0.031_25));
    assert!((best.values[0] - a).abs() < 0.25, "{best:?} {a}");
}

#[test]
fn constraints_hold_with_their_probability() {
    // a + b <= 6 with 95 %: a + b at most 6 - 0.2 x 1.644854.
    let found =
        found(Direction::Maximise, ("y", Of::Mean), &[("cost", Bound::AtMost(6.0), 0.95)], 10_000);
    let Outcome::Found { best, .. } = &found.outcome else { panic!("{found:?}") };
    let sum = best.values[0] + best.values[1];
    assert!(sum <= 5.68 && sum > 5.4 && best.constraints[0].value >= 0.95, "{best:?}");
    // On that line the best is where the gradient has no part along it: -2 (a - 3) + 0.5 (b - 6) =
    // -4 (b - 6) + 0.5 (a - 3).
    assert!((best.values[0] - 0.85).abs() < 0.5, "{best:?}");
}

#[test]
fn what_no_choice_can_meet_is_told() {
    let found =
        found(Direction::Maximise, ("y", Of::Mean), &[("cost", Bound::AtMost(-5.0), 0.95)], 1_000);
    let Outcome::Infeasible(nearest) = &found.outcome else { panic!("{found:?}") };
    assert!(nearest.values.iter().all(|value| (0.0..=10.0).contains(value)));
}

#[test]
fn what_makes_no_difference_is_a_tie() {
    let flat = found(Direction::Minimise, ("flat", Of::Mean), &[], 1_000);
    let Outcome::Found { ties, decide, .. } = &flat.outcome else { panic!("{flat:?}") };
    assert!(!ties.is_empty() && decide.is_none(), "nothing would decide: {flat:?}");
    let low = found(Direction::Minimise, ("cost", Of::Mean), &[], 1_000);
    let Outcome::Found { best, .. } = &low.outcome else { panic!("{low:?}") };
    assert_eq!(best.values, [0.0, 0.0], "the ends are tried");
}
