//! Goals.

use reachsim::engine::Unwatched;
use reachsim::model::{Bound, Model, Plan, lower};
use reachsim::scenario::Scenario;
use reachsim::study::solve::{Outcome, Range, Solution, Task, solve};
use reachsim::study::{Goal, Of, Settling, Statistic};

use super::{expect_coverage, read, seeds};
use crate::support::{metric, plan, shipped, summary};

/// y is normal with mean k and deviation 2.
const LINE: &str = "title = \"t\"\n[input.k]\nvalue = 1\n[input.noise]\nvalue = { normal = { mean \
    = 0, sd = 2 } }\n[metric.y]\nformula = \"k + noise\"\n[metric.hill]\nformula = \"10 - (k - \
    5)^2 + 0.01 * noise\"\n";

struct Asked {
    goal: fn(&Model) -> Goal,
    vary: &'static str,
    trials: u64,
    seed: u64,
    most: Option<u64>,
}

#[track_caller]
fn solved(text: &str, asked: &Asked) -> Solution {
    let (mut scenario, lowered) = read(text, &[]);
    let dial = scenario.dial(asked.vary, "--vary").unwrap_or_else(|problems| {
        panic!("{}", problems.render(reachsim::diagnostic::Style::Plain))
    });
    let now = lowered.assumptions.iter().find(|assumption| assumption.key == dial.key).map(
        |assumption| match &assumption.value {
            reachsim::model::Understood::Quantity(dist) => dist.quantile(0.5),
            reachsim::model::Understood::Words(words) => words.parse().expect("a number"),
        },
    );
    let range = Range {
        from: dial.from,
        to: dial.to,
        now,
        whole: dial.varied == reachsim::scenario::Varied::Whole,
    };
    let models = |value: f64| model(&scenario, &dial, value);
    let plan = Plan { seed: asked.seed, ..plan(&lowered, asked.trials) };
    let task = Task { goal: (asked.goal)(&lowered.model), range, plan, most: asked.most };
    solve(&models, task, &Unwatched).expect("every value is legal")
}

fn model(
    scenario: &Scenario,
    dial: &reachsim::scenario::Knob,
    value: f64,
) -> Result<Model, String> {
    lower(scenario.changed(&[dial.at(value)]))
        .map(|lowered| lowered.model)
        .map_err(|problems| problems.render(reachsim::diagnostic::Style::Plain))
}

fn statistic(model: &Model, metric: &str, of: Of) -> Statistic {
    Statistic { of, metric: model.column(metric).expect("a metric") }
}

fn chance_of_80(model: &Model) -> Goal {
    Goal {
        statistic: statistic(model, "y", Of::Probability(Bound::AtLeast(0.0))),
        bound: Bound::AtLeast(0.8),
    }
}

/// P(k + 2 z >= 0) = 80 % at k = 2 x 0.841621.
#[test]
fn a_chance_of_four_fifths_is_reached_where_the_quantile_says() {
    let found = solved(
        LINE,
        &Asked { goal: chance_of_80, vary: "input.k=0..5", trials: 20_000, seed: 1, most: None },
    );
    let Outcome::Reached { value, found: at } = found.outcome else { panic!("{found:?}") };
    assert!(
        (value.value - 1.683_242).abs() < 4.89 * value.se.max(0.002) && value.se < 0.05,
        "{value:?}"
    );
    assert!(at.value >= 0.8 && at.value < 0.81 && found.monotone, "{found:?}");
}

#[test]
fn nineteen_of_twenty_answers_are_as_near_as_they_say() {
    let (line, _) = LINE.split_once("[metric.hill]").expect("another metric");
    let text = format!("simulation.sampler = \"random\"\n{line}");
    let goal = |model: &Model| Goal {
        statistic: statistic(model, "y", Of::Mean),
        bound: Bound::AtLeast(3.0),
    };
    let intervals: Vec<[f64; 2]> = seeds()
        .map(|seed| {
            match solved(
                &text,
                &Asked { goal, vary: "input.k=0..5", trials: 6_000, seed, most: None },
            )
            .outcome
            {
                Outcome::Reached { value, .. } => value.interval(),
                other => panic!("{other:?}"),
            }
        })
        .collect();
    expect_coverage(&[("k for a mean of 3", 3.0, intervals)]);
}

#[test]
fn a_percentile_is_a_goal_too_and_the_change_is_the_smallest() {
    // The tenth percentile of y is k - 2 x 1.281552.
    let goal = |model: &Model| Goal {
        statistic: statistic(model, "y", Of::Percentile(0.1)),
        bound: Bound::AtMost(-2.0),
    };
    let text = LINE.replace("value = 1\n", "value = 3\n");
    let found =
        solved(&text, &Asked { goal, vary: "input.k=-5..5", trials: 20_000, seed: 1, most: None });
    let Outcome::Reached { value, .. } = found.outcome else { panic!("{found:?}") };
    assert!(
        (value.value - 0.563_103).abs() < 4.89 * value.se.max(0.002),
        "from 3 downwards: {value:?}"
    );
}

#[test]
fn what_is_met_already_takes_no_change() {
    let goal = |model: &Model| Goal {
        statistic: statistic(model, "y", Of::Mean),
        bound: Bound::AtMost(2.0),
    };
    let found =
        solved(LINE, &Asked { goal, vary: "input.k=0..5", trials: 1_000, seed: 1, most: None });
    assert!(matches!(found.outcome, Outcome::Met(seen) if seen.at == 1.0), "{found:?}");
}

#[test]
fn what_is_out_of_reach_is_told_with_the_best_there_is() {
    let goal = |model: &Model| Goal {
        statistic: statistic(model, "hill", Of::Mean),
        bound: Bound::AtLeast(11.0),
    };
    let found =
        solved(LINE, &Asked { goal, vary: "input.k=0..10", trials: 1_000, seed: 1, most: None });
    let Outcome::Missed(best) = found.outcome else { panic!("{found:?}") };
    assert!((best.at - 5.0).abs() < 1e-9 && !found.monotone, "{found:?}");
}

#[test]
fn of_a_hill_the_nearer_side_is_found() {
    // 10 - (k - 5)^2 >= 6 from k = 3 to 7; k is 1 now.
    let goal = |model: &Model| Goal {
        statistic: statistic(model, "hill", Of::Mean),
        bound: Bound::AtLeast(6.0),
    };
    let found =
        solved(LINE, &Asked { goal, vary: "input.k=0..10", trials: 1_000, seed: 1, most: None });
    let Outcome::Reached { value, .. } = found.outcome else { panic!("{found:?}") };
    assert!(
        (value.value - 3.0).abs() < 0.02 && value.value >= 3.0 - 1e-3 && !found.monotone,
        "{found:?}"
    );
}

#[test]
fn an_answer_is_settled_with_more_trials() {
    let text = format!("simulation.sampler = \"random\"\n{LINE}");
    let found = solved(
        &text,
        &Asked {
            goal: chance_of_80,
            vary: "input.k=0..5",
            trials: 1_000,
            seed: 1,
            most: Some(1_000_000),
        },
    );
    assert!(found.trials > 1_000 && found.settling.is_some_and(Settling::is_settled), "{found:?}");
    let cut = solved(
        &text,
        &Asked {
            goal: chance_of_80,
            vary: "input.k=0..5",
            trials: 1_000,
            seed: 1,
            most: Some(2_000),
        },
    );
    assert!(
        cut.trials == 2_000 && cut.settling.is_some_and(|cut| cut.chance_wrong > 0.01),
        "{cut:?}"
    );
}

/// The answer of a study is a value that a run takes, and then the goal is met on the same futures.
#[test]
fn to_solve_and_then_to_run_hits_the_target() {
    let text = std::fs::read_to_string(shipped("support-community")).expect("shipped");
    let goal = |model: &Model| Goal {
        statistic: statistic(model, "profit", Of::Probability(Bound::AtLeast(0.0))),
        bound: Bound::AtLeast(0.5),
    };
    let asked =
        Asked { goal, vary: "cost.manager_per_month=0..800", trials: 2_000, seed: 1, most: None };
    let found = solved(&text, &asked);
    let Outcome::Reached { value, found: at } = found.outcome else { panic!("{found:?}") };
    let ran = summary(&text, &[&format!("cost.manager_per_month={}", value.value)], 2_000);
    assert_eq!(ran.targets[0].probability.value, at.value, "the same futures");
    assert!(
        ran.targets[0].probability.value >= 0.5 && ran.targets[0].probability.value < 0.51,
        "{:?}",
        ran.targets[0]
    );
    assert!(metric(&ran, "profit").mean.value.is_finite());
}

#[test]
fn whole_numbers_stay_whole() {
    let text = std::fs::read_to_string(shipped("article")).expect("shipped");
    let goal = |model: &Model| Goal {
        statistic: statistic(model, "questions", Of::Mean),
        bound: Bound::AtLeast(12_000.0),
    };
    let found = solved(
        &text,
        &Asked { goal, vary: "simulation.weeks=30..90", trials: 500, seed: 1, most: None },
    );
    let Outcome::Reached { value, .. } = found.outcome else { panic!("{found:?}") };
    assert_eq!(value.value, value.value.round());
    let questions = |weeks: f64| {
        metric(&summary(&text, &[&format!("simulation.weeks={weeks}")], 500), "questions")
            .mean
            .value
    };
    assert!(
        questions(value.value) >= 12_000.0 && questions(value.value - 1.0) < 12_000.0,
        "{value:?}"
    );
}

#[test]
fn a_range_that_is_none_is_told_with_its_place() {
    let (mut scenario, _) = read(LINE, &[]);
    for (text, words) in [
        ("input.k", "no `key=from..to`"),
        ("input.k=1", "no `key=from..to`"),
        ("input.kk=1..2", "there is no input `kk`"),
        ("input.k=5..2", "ends before it begins"),
        ("input.k=1..1/3", "from 1 to 1: there is nothing to vary"),
        ("input.k=1..2/1", "no number of points"),
        ("input.k=1..x", "x"),
        ("simulation.sampler=random..sobol", "belongs to the whole comparison"),
        ("title=a..b", "belongs to the whole comparison"),
        ("simulation.start=2026-01-01..2026-02-01", "no number"),
    ] {
        let printed = scenario
            .dial(text, "--vary")
            .expect_err(text)
            .render(reachsim::diagnostic::Style::Plain);
        assert!(printed.contains(words) && printed.contains("--vary"), "{text}: {printed}");
    }
    let dial = scenario.dial("input.k=1k..2k/3", "--over").expect("a range");
    assert_eq!(dial.values(dial.points.expect("three")), [1_000.0, 1_500.0, 2_000.0]);
}
