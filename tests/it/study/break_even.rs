//! What must be true for a goal to be met.

use reachsim::engine::Unwatched;
use reachsim::model::{Lowered, Plan};
use reachsim::normal;
use reachsim::study::Goal;
use reachsim::study::break_even::{BreakEven, break_even};
use reachsim::study::turning::{self, Futures, Outcome, Turn};

use super::{expect_coverage, read, seeds};
use crate::support::{plan, shipped, summary};

/// y = k + 2 z, both normal; the rest does nothing, or never enough.
const LINE: &str = "title = \"t\"\n[input.k]\nvalue = { normal = { mean = 1, sd = 1 } }\n\
    [input.weak]\nvalue = \"0 to 0.1\"\n[input.idle]\nvalue = \"1 to 2\"\n[input.z]\nvalue = { \
    normal = { mean = 0, sd = 1 } }\n[metric.y]\nformula = \"k + 2 * z + weak + 0 * idle\"\n";

fn asked(text: &str, goal: &str, trials: u64, seed: u64) -> (Lowered, BreakEven) {
    let (_, lowered) = read(text, &[]);
    let goal = Goal::read(goal, &lowered.model).expect("a goal");
    let plan = Plan { seed, ..plan(&lowered, trials) };
    let found = break_even(&lowered.model, plan, goal, &Unwatched);
    (lowered, found)
}

#[track_caller]
fn turn<'f>((lowered, found): &'f (Lowered, BreakEven), key: &str) -> &'f Turn {
    let place = lowered.model.inputs.iter().position(|input| input.key == key).expect("a key");
    found.turns.iter().find(|turn| turn.input == place).expect("it moves the metric")
}

/// The mean of y is 1.05 + .., so it is 2 where k, or twice z, is 0.95 higher than its mean.
#[test]
fn of_a_straight_line_the_value_is_the_closed_form() {
    let found = asked(LINE, "mean(y) >= 2", 20_000, 1);
    let weak = turn(&found, "input.weak");
    assert_eq!(weak.outcome, Outcome::Missed, "{weak:?}");
    let model = &found.0.model;
    let place = |key: &str| model.inputs.iter().position(|input| input.key == key).expect("a key");
    assert_eq!(found.1.idle, [place("input.idle")]);
    let rest = model.inputs[place("input.weak")].dist.mean();
    for (key, truth, percentile) in [
        ("input.k", 2.0 - rest, normal::cdf(1.0 - rest)),
        ("input.z", 0.5 * (1.0 - rest), normal::cdf(0.5 * (1.0 - rest))),
    ] {
        let turn = turn(&found, key);
        let Outcome::Turns { value, percentile: at, above } = turn.outcome else {
            panic!("{turn:?}")
        };
        assert!((value.value - truth).abs() < 4.0 * value.se.max(1e-3), "{key}: {turn:?}");
        assert!((at - percentile).abs() < 0.01 && above, "{key}: {turn:?}");
    }
    assert_eq!(found.1.turns[0].input, place("input.z"), "the strongest first");
}

/// P(y >= 0) is 80 % where k + weak is 2 x 0.841621.
#[test]
fn a_chance_is_a_goal_and_so_is_a_bound_from_above() {
    let text = LINE.replace("\"0 to 0.1\"", "{ normal = { mean = 0, sd = 0.001 } }");
    let found = asked(&text, "y >= 0 @ 80%", 20_000, 1);
    let Outcome::Turns { value, above: true, .. } = turn(&found, "input.k").outcome else {
        panic!("{:?}", found.1)
    };
    assert!((value.value - 1.683_242).abs() < 4.0 * value.se.max(1e-3), "{value:?}");
    let found = asked(&text, "mean(y) <= 0.5", 20_000, 1);
    let Outcome::Turns { value, above: false, .. } = turn(&found, "input.k").outcome else {
        panic!("{:?}", found.1)
    };
    assert!((value.value - 0.5).abs() < 4.0 * value.se.max(1e-3), "{value:?}");
}

/// A mean where the input adds and where it multiplies, and a chance: each is looked at in a part
/// of the futures, and its value is known from all of them.
#[test]
fn nineteen_of_twenty_values_are_as_near_as_they_say() {
    let cases = [
        ("k + 2 * z", "mean(y) >= 1.5", 1.5),
        ("k * (2 + z)", "mean(y) >= 3", 1.5),
        ("k + 2 * z", "y >= 0 @ 70%", 1.048_801),
    ];
    let found = cases.map(|(formula, goal, truth)| {
        let text = format!(
            "simulation.sampler = \"random\"\ntitle = \"t\"\n[input.k]\nvalue = {{ normal = {{ \
             mean = 1, sd = 1 }} }}\n[input.z]\nvalue = {{ normal = {{ mean = 0, sd = 1 }} \
             }}\n[metric.y]\nformula = \"{formula}\"\n"
        );
        let (_, lowered) = read(&text, &[]);
        let goal = Goal::read(goal, &lowered.model).expect("a goal");
        let interval = |seed| {
            let plan = Plan { seed, ..plan(&lowered, 6_000) };
            let futures = Futures::of(&lowered.model, plan, goal, &Unwatched);
            match turning::crossing(&futures, 0, None, &Unwatched) {
                Some(Outcome::Turns { value, .. }) => value.interval(),
                other => panic!("{other:?}"),
            }
        };
        (formula, truth, seeds().map(interval).collect())
    });
    expect_coverage(&found);
}

/// What an input does to a sum is the same in every future, so that a tenth of them tell where it
/// has to be as well as all do.
#[test]
fn of_a_straight_line_few_futures_know_what_all_do() {
    let text = format!("simulation.sampler = \"random\"\n{LINE}");
    let (lowered, found) = asked(&text, "mean(y) >= 2", 4_000, 1);
    let place = lowered.model.inputs.iter().position(|input| input.key == "input.k");
    let turn = found.turns.iter().find(|turn| Some(turn.input) == place).expect("it moves y");
    for end in turn.ends {
        // Of y without k, in all futures.
        assert!((end.se * 4_000_f64.sqrt() / 2.0 - 1.0).abs() < 0.05, "{turn:?}");
    }
}

#[test]
fn what_holds_all_over_the_range_turns_nothing() {
    let found = asked(LINE, "mean(y) >= -9", 2_000, 1);
    assert!(
        found.1.turns.iter().all(|turn| turn.outcome == Outcome::Met) && found.1.frontier.is_none(),
        "{:?}",
        found.1
    );
    let found = asked(LINE, "mean(y) >= 9", 2_000, 1);
    assert!(
        found.1.turns.iter().all(|turn| turn.outcome == Outcome::Missed)
            && found.1.frontier.is_none(),
        "{:?}",
        found.1
    );
}

/// 10 - (k - 1)^2 is at least 9 within one of its middle; both sides are as near, neither end is.
#[test]
fn of_a_hill_a_side_is_found_although_both_ends_miss() {
    let text = LINE.replace("k + 2 * z", "10 - (k - 1)^2 + 0.001 * z");
    let found = asked(&text, "mean(y) >= 9.5", 10_000, 1);
    let Outcome::Turns { value, .. } = turn(&found, "input.k").outcome else {
        panic!("{:?}", found.1)
    };
    assert!(((value.value - 1.0).abs() - 0.5_f64.sqrt()).abs() < 0.1, "{value:?}");
}

/// On the line of two inputs the goal is met: here their sum is 4.
#[test]
fn the_two_strongest_meet_the_goal_together() {
    let text = "title = \"t\"\n[input.a]\nvalue = \"0..4\"\n[input.b]\nvalue = \"0..3\"\n\
        [input.c]\nvalue = \"-1..1\"\n[metric.y]\nformula = \"a + b + 0.1 * c\"\n";
    let (lowered, found) = asked(text, "mean(y) >= 4", 4_000, 1);
    let frontier = found.frontier.expect("a line");
    let keys = frontier.inputs.map(|input| lowered.model.inputs[input].key.as_str());
    assert_eq!((keys, frontier.above), (["input.a", "input.b"], true));
    assert!(frontier.points.len() > 3, "{frontier:?}");
    for (a, b) in &frontier.points {
        assert!((a + b.value - 4.0).abs() < 4.0 * b.se.max(2e-3), "{frontier:?}");
    }
}

/// Everything else stays as it falls: a run with the value on the command line just meets the goal.
#[test]
fn each_value_is_where_a_run_with_it_meets_the_goal() {
    let text = std::fs::read_to_string(shipped("support-community")).expect("shipped");
    let found = asked(&text, "profit >= 0 @ 50%", 2_000, 1);
    let turning: Vec<(&Turn, f64)> = found
        .1
        .turns
        .iter()
        .filter_map(|turn| match turn.outcome {
            Outcome::Turns { value, .. } => Some((turn, value.value)),
            Outcome::Met | Outcome::Missed => None,
        })
        .collect();
    assert!(turning.len() >= 5, "{:?}", found.1);
    for (turn, value) in turning.iter().take(4) {
        let set = format!("{}={value}", found.0.model.inputs[turn.input].key);
        let ran = summary(&text, &[&set], 2_000);
        let chance = ran.targets[0].probability.value;
        assert!((chance - 0.5).abs() < 0.02, "{set}: {chance}");
    }
}
