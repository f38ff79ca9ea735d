//! Trials with given inputs are those of a run.

use std::path::Path;

use reachsim_core::design::Sampler;
use reachsim_core::engine::{self, Detail, Twin, Unwatched};
use reachsim_core::model::{ColumnId, Lowered, Matrix, Plan, lower};
use reachsim_core::scenario;
use reachsim_core::trials::Column;

/// A scenario with everything: two communities, one of which may be dead, a change, streams of its
/// own, roles and money.
const EVERYTHING: &str = r#"
title = "t"
market.people = "2M"
[simulation]
weeks = 9
[community.a]
platform = "facebook"
followers = "40k"
questions.per_day = "5 to 12"
alive = "70%"
[community.b]
platform = "instagram"
followers = "9k"
questions.per_day = "1 to 12"
[[role]]
name = "fan"
share = "20%"
asks = 3
[[role]]
name = "other"
share = "80%"
[value]
margin_per_customer = "50 to 90"
[support]
hours_per_week = "10 to 40"
wage = 20
[[change]]
at_week = 4
[change.set]
"support.hours_per_week" = 5
[metric.sum]
formula = "weekly(questions) * 2"
stream = "value"
[metric.y]
formula = "reach_second / 1000"
"#;

pub fn lowered(text: &str) -> Lowered {
    let parsed = scenario::parse(Path::new("t.toml"), text.to_owned(), &[]);
    parsed.and_then(lower).unwrap_or_else(|faults| panic!("{faults}"))
}

fn at(column: &Column, trial: usize) -> [u64; 2] {
    match column {
        Column::Plain(over) => [over[trial].to_bits(), 0],
        Column::Ratio { over, under } => [over[trial].to_bits(), under[trial].to_bits()],
    }
}

#[test]
fn what_is_expected_of_given_inputs_is_a_run_without_luck() {
    let model = lowered(EVERYTHING).model;
    let plan =
        Plan { trials: 7, seed: 3, sampler: Sampler::LatinHypercube, matrix: Matrix::NoLuck };
    let run = engine::run(&model, plan, Detail::Totals, &Unwatched);
    let mut twin = Twin::new(&model);
    for trial in 0..7 {
        let inputs: Vec<f64> = run.inputs.iter().map(|column| column[trial]).collect();
        twin.unfold(&inputs);
        for column in model.columns() {
            let (found, wanted) = (twin.measured(column), at(run.column(&model, column), trial));
            let under = if wanted[1] == 0 && found.under.is_none() { None } else { found.under };
            let found = [found.over.to_bits(), under.map_or(0, f64::to_bits)];
            assert_eq!(found, wanted, "{} in trial {trial}", model.column_name(column));
        }
    }
}

#[test]
fn futures_of_given_inputs_are_those_of_a_run() {
    let model = lowered(EVERYTHING).model;
    let plan =
        Plan { trials: 1_200, seed: 5, sampler: Sampler::LatinHypercube, matrix: Matrix::Own };
    let run = engine::run(&model, plan, Detail::Totals, &Unwatched);
    let columns: Vec<ColumnId> = model.columns().collect();
    for trial in [0, 49, 50, 999, 1_000, 1_199] {
        let inputs: Vec<f64> = run.inputs.iter().map(|column| column[trial]).collect();
        let found = engine::futures_at(&model, plan, &inputs, &columns);
        for (&column, found) in columns.iter().zip(found) {
            assert_eq!(found.len(), 1_200);
            let found = found[trial];
            let wanted = at(run.column(&model, column), trial);
            let found = [found.over.to_bits(), found.under.map_or(0, f64::to_bits)];
            assert_eq!(found, wanted, "{} in trial {trial}", model.column_name(column));
        }
    }
}
