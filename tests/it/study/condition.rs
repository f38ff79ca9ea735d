//! The futures in which something happens.

use reachsim::engine::{self, Detail, Unwatched};
use reachsim::model::{Lowered, Plan};
use reachsim::study::condition::{Condition, Where, look};
use reachsim::trials::Trials;

use super::{read, seeds};
use crate::support::plan;

/// y goes with k at a correlation of 0.6; `idle` does nothing.
const LINE: &str = "title = \"t\"\nsimulation.sampler = \"random\"\n[input.k]\nvalue = { normal = \
    { mean = 0, sd = 3 } }\n[input.z]\nvalue = { normal = { mean = 0, sd = 4 } }\n[input.idle]\n\
    value = \"1 to 2\"\n[metric.y]\nformula = \"k + z + 0 * idle\"\n";

fn looked(condition: &str, trials: u64, seed: u64) -> (Lowered, Trials, Where) {
    let (_, lowered) = read(LINE, &[]);
    let plan = Plan { seed, ..plan(&lowered, trials) };
    let run = engine::run(&lowered.model, plan, Detail::Totals, &Unwatched);
    let asked = Condition::read(condition, &lowered.model).expect("a condition");
    let found = look(&lowered.model, &run, asked);
    (lowered, run, found)
}

/// E[F(k) | y < 0] = 1/2 - asin(r / sqrt 2) / pi of normals with correlation r (Sheppard 1899).
#[test]
fn the_mean_rank_of_an_input_is_the_closed_form() {
    let (lowered, _, found) = looked("y < 0", 40_000, 1);
    assert!((found.share.value - 0.5).abs() < 4.0 * found.share.se, "{:?}", found.share);
    for (key, r) in [("input.k", 0.6_f64), ("input.z", 0.8)] {
        let truth = 0.5 - (r / 2.0_f64.sqrt()).asin() / std::f64::consts::PI;
        let shift = found.shifts.iter().find(|shift| lowered.model.inputs[shift.input].key == key);
        let shift = shift.expect("it");
        assert!(
            (shift.place.value - truth).abs() < 4.0 * shift.place.se && shift.place.se < 0.005,
            "{key}: {shift:?}, {truth}"
        );
        assert!(shift.is_sure && shift.medians[1] < shift.medians[0], "{shift:?}");
    }
    assert_eq!(lowered.model.inputs[found.shifts[0].input].key, "input.z", "the most first");
}

/// Of 200 studies one in a hundred may call an idle input different.
#[test]
fn what_does_nothing_is_hardly_ever_called_different() {
    let alarms = seeds()
        .filter(|&seed| {
            let (lowered, _, found) = looked("y < -3", 2_000, seed);
            found
                .shifts
                .iter()
                .any(|shift| lowered.model.inputs[shift.input].key == "input.idle" && shift.is_sure)
        })
        .count();
    // Three inputs share 1 %; 1 in 10,000 of such sets of 200 would have more than 6.
    assert!(alarms <= 6, "{alarms} false alarms");
}

#[test]
fn both_stories_are_of_futures_in_which_it_happens() {
    for (condition, is_low) in [("y < -3", true), ("y >= 5", false)] {
        let (lowered, run, found) = looked(condition, 4_001, 3);
        let column = run.column(&lowered.model, lowered.model.column("y").expect("y"));
        let mut values: Vec<f64> = column
            .values()
            .into_iter()
            .filter(|y| if is_low { *y < -3.0 } else { *y >= 5.0 })
            .collect();
        values.sort_by(f64::total_cmp);
        let [typical, farthest] = found.stories.expect("two").map(|trial| column.value(trial));
        let edge = if is_low { values.first() } else { values.last() };
        assert_eq!((found.count, Some(&farthest)), (values.len(), edge));
        assert_eq!(typical, values[(values.len() - 1) / 2]);
    }
}

#[test]
fn where_it_always_or_never_happens_nothing_differs() {
    for (condition, count) in [("y < 1e9", 1_000), ("y > 1e9", 0)] {
        let (_, _, found) = looked(condition, 1_000, 1);
        assert_eq!((found.count, found.shifts.len(), found.stories), (count, 0, None));
    }
}

#[test]
fn what_is_no_condition_is_said() {
    let (_, lowered) = read(LINE, &[]);
    for (text, told) in
        [("y = 3", "none of <, <=, >= and >"), ("y < much", "much"), ("x < 3", "`x` is no metric")]
    {
        let why = Condition::read(text, &lowered.model).expect_err(text).to_string();
        assert!(why.contains(told), "{text}: {why}");
    }
}
