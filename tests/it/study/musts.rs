//! What must be true, read from the futures of a run.

use reachsim::engine::{self, Detail, Unwatched};
use reachsim::model::{Lowered, Plan};
use reachsim::study::Goal;
use reachsim::study::break_even::break_even;
use reachsim::study::musts::{Must, Musts};
use reachsim::study::turning::Outcome;

use super::read;
use crate::support::{Folder, expect_code, plan, shipped};

/// y = a + b, evenly spread; the rest does nothing.
const SUM: &str = "title = \"t\"\n[input.a]\nvalue = { uniform = [0, 1] }\n[input.b]\nvalue = { \
    uniform = [0, 2] }\n[input.idle]\nvalue = \"1 to 2\"\n[input.still]\nvalue = \"3 to 9\"\n\
    [metric.y]\nformula = \"a + b + 0 * idle * still\"\n";

fn asked(lowered: &Lowered, goal: &str, trials: u64, seed: u64) -> Option<Musts> {
    let goal = Goal::read(goal, &lowered.model).expect("a goal");
    let plan = Plan { seed, ..plan(lowered, trials) };
    let run = engine::run(&lowered.model, plan, Detail::Totals, &Unwatched);
    Musts::of(&lowered.model, &run, goal)
}

fn keys<'a>(lowered: &'a Lowered, found: &Musts) -> Vec<&'a str> {
    found.turns.iter().map(|turn| lowered.model.inputs[turn.input].key.as_str()).collect()
}

#[track_caller]
fn expect(turn: &Must, truth: f64, above: bool, percentile: f64) {
    assert!((turn.value.value - truth).abs() < 4.0 * turn.value.se.max(0.01), "{turn:?}: {truth}");
    assert!(turn.above == above && (turn.percentile - percentile).abs() < 0.06, "{turn:?}");
    assert!(turn.value.se < 0.1, "{turn:?}");
}

/// P(a + b >= 1.6 | a) = (0.4 + a) / 2 and P(a + b >= 1.6 | b) = b - 0.6.
#[test]
fn the_value_is_the_closed_form() {
    let (_, lowered) = read(SUM, &[]);
    let missed = asked(&lowered, "y >= 1.6 @ 50%", 10_000, 1).expect("now and then");
    assert_eq!(keys(&lowered, &missed), ["input.b", "input.a"]);
    assert!((missed.as_it_is.value - 0.45).abs() < 0.02, "{missed:?}");
    expect(&missed.turns[0], 1.1, true, 0.55);
    expect(&missed.turns[1], 0.6, true, 0.6);
    // What is met as things stand has to stay so, and what is bounded from above is turned round.
    let met = asked(&lowered, "y >= 1.6 @ 35%", 10_000, 1).expect("now and then");
    assert_eq!(keys(&lowered, &met), ["input.b", "input.a"]);
    expect(&met.turns[0], 0.95, true, 0.475);
    expect(&met.turns[1], 0.3, true, 0.3);
    let most = asked(&lowered, "y <= 1.6 @ 60%", 10_000, 1).expect("now and then");
    expect(&most.turns[0], 1.0, false, 0.5);
    expect(&most.turns[1], 0.4, false, 0.4);
    // Always, never, and a mean have no such page.
    for goal in ["y >= 0 @ 50%", "y >= 4 @ 50%", "mean(y) >= 1.6"] {
        assert_eq!(asked(&lowered, goal, 2_000, 1), None, "{goal}");
    }
}

#[test]
fn they_are_what_break_even_finds() {
    let text = std::fs::read_to_string(shipped("second-manager")).expect("shipped");
    let (_, lowered) = read(&text, &[]);
    let wanted = "gain >= 0 @ 50%";
    let goal = Goal::read(wanted, &lowered.model).expect("a goal");
    let plan = plan(&lowered, 10_000);
    let exact = break_even(&lowered.model, plan, goal, &Unwatched);
    let found = asked(&lowered, wanted, 10_000, plan.seed).expect("now and then");
    assert!(found.turns.len() > 2, "{found:?}");
    for turn in &found.turns {
        let own = exact.turns.iter().find(|own| own.input == turn.input).expect("it moves it");
        let Outcome::Turns { value, percentile, above } = own.outcome else { panic!("{own:?}") };
        let se = libm::hypot(value.se, turn.value.se);
        assert!((value.value - turn.value.value).abs() < 4.0 * se, "{turn:?} {own:?}");
        assert!(above == turn.above && (percentile - turn.percentile).abs() < 0.08, "{turn:?}");
    }
}

/// Of 40 runs each with two numbers that change nothing, hardly any says that one does: the level
/// is 5 % for all numbers together, and 7 or more of 40 have a chance of 0.34 %.
#[test]
fn what_does_not_matter_need_not_be_true() {
    let (_, lowered) = read(SUM, &[]);
    let wrong = (1..=40)
        .filter(|seed| {
            let found = asked(&lowered, "y >= 1.6 @ 50%", 2_000, *seed).expect("now and then");
            let found = keys(&lowered, &found);
            assert!(found.contains(&"input.b"), "{found:?}");
            found.contains(&"input.idle") || found.contains(&"input.still")
        })
        .count();
    assert!(wrong < 7, "{wrong}");
}

#[test]
fn documents_carry_a_page_of_it() {
    let folder = Folder::new("musts");
    let text = SUM.to_owned()
        + "[[target]]\nname = \"enough\"\nmetric = \"y\"\nat_least = 1.6\nwith = \"50%\"\n";
    let file = folder.file("y.toml", &text);
    let (file, out) = (file.to_str().expect("a path"), folder.at("out"));
    let out = out.to_str().expect("a path");
    let asked = ["run", file, "--trials", "2k", "--out", out];
    // The target is missed.
    expect_code(&folder.reachsim(&asked), 1);
    let report = std::fs::read_to_string(folder.at("out/report.md")).expect("a report");
    assert!(report.contains(", if b is at least 1.") && report.contains("Must be"), "{report}");
}
