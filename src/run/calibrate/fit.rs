//! Whether the text says what was learnt: a forecast by it beside one by what was learnt itself.

use std::path::Path;

use rayon::prelude::*;
use reachsim_learn::known::all::Known;

use super::joint::Draws;
use crate::engine::{self, Detail, Twin, Unwatched};
use crate::estimate;
use crate::metric::{METRICS, Value};
use crate::model::{ColumnId, Matrix, Model, Plan};
use crate::output::Case;
use crate::output::calibration::Calibration;
use crate::scenario;

/// Futures by which they are compared.
const FUTURES: u64 = 4_000;
const PERCENTILES: [f64; 3] = [0.05, 0.5, 0.95];

/// The largest difference of a percentile of a metric, over the width of its range.
pub fn check(case: &Case, known: &Known, draws: Option<&Draws>, found: &mut Calibration) {
    if found.fragment.csv.is_some() {
        // Rows of data stand in a file that is not written yet.
        return;
    }
    // As it would be read beside the scenario.
    let path = Path::new(&case.path).with_file_name("calibrated.toml");
    let own = Path::new(&case.path).file_name().map(|name| name.to_string_lossy().into_owned());
    let text: String = found
        .fragment
        .toml
        .lines()
        .map(|line| match (&own, line.starts_with("extends = ")) {
            (Some(own), true) => format!("extends = {}\n", scenario::write::quoted(own)),
            _ => format!("{line}\n"),
        })
        .collect();
    let Ok(read) = scenario::parse(&path, text, &[]) else { return };
    let Ok(written) = Case::of(case.path.clone(), read) else { return };
    let columns: Vec<ColumnId> = columns(case.model());
    let matrix = Matrix::NoLuck;
    let plan = Plan { trials: FUTURES, matrix, ..case.plan() };
    let of_text = of_run(written.model(), plan, &columns);
    let learnt = match draws {
        Some(draws) => of_draws(draws, &columns),
        None => of_run(&known.applied(case.model()), plan, &columns),
    };
    for ((column, text), learnt) in columns.iter().zip(of_text).zip(learnt) {
        let width = learnt[2] - learnt[0];
        let gap = text.iter().zip(&learnt).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        if width > 0.0 && gap / width > found.fragment.error {
            found.fragment.error = gap / width;
            found.fragment.worst = Some(case.model().column_name(*column));
        }
    }
}

/// Counts of all communities together.
fn columns(model: &Model) -> Vec<ColumnId> {
    const TOLD: [&str; 8] = [
        "questions",
        "impressions_questions",
        "impressions_second",
        "reach_second",
        "reach_first",
        "total_reach",
        "leads",
        "followers_end",
    ];
    let plain = |column: &ColumnId| {
        METRICS.get(column.metric).is_none_or(|row| !matches!(row.value, Value::OfRole))
    };
    TOLD.iter().filter_map(|id| model.column(id)).filter(plain).collect()
}

fn of_run(model: &Model, plan: Plan, columns: &[ColumnId]) -> Vec<[f64; 3]> {
    let trials = engine::run(model, plan, Detail::Totals, &Unwatched);
    columns
        .iter()
        .map(|&column| {
            let mut values: Vec<f64> = trials.column(model, column).values();
            estimate::quantiles_by_selection(&mut values, PERCENTILES)
        })
        .collect()
}

fn of_draws(draws: &Draws, columns: &[ColumnId]) -> Vec<[f64; 3]> {
    let count = draws.inputs.first().map_or(0, Vec::len);
    let rows: Vec<Vec<f64>> = (0..count)
        .into_par_iter()
        .map_init(
            || Twin::new(&draws.model),
            |twin, draw| {
                let inputs: Vec<f64> = draws.inputs.iter().map(|values| values[draw]).collect();
                twin.unfold(&inputs);
                columns.iter().map(|&column| twin.measured(column).over).collect()
            },
        )
        .collect();
    (0..columns.len())
        .map(|place| {
            let mut values: Vec<f64> = rows.iter().map(|row| row[place]).collect();
            estimate::quantiles_by_selection(&mut values, PERCENTILES)
        })
        .collect()
}
