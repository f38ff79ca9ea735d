//! Whether the text says what was learnt: a forecast by it beside one by what was learnt itself.

use std::path::Path;

use rayon::prelude::*;
use reachsim_learn::known::all::Known;

use super::joint::Draws;
use crate::design::together::ranks;
use crate::dist::{Dist, Rows};
use crate::engine::{self, Detail, Twin, Unwatched};
use crate::estimate;
use crate::metric::{METRICS, Value};
use crate::model::{ColumnId, Matrix, Model, Param, Plan, Staff};
use crate::output::Case;
use crate::output::calibration::Calibration;
use crate::output::fragment::Form;
use crate::scenario::{self, Options};

/// Futures by which they are compared: the same ones for both, or other ones than the draws.
const FUTURES: u64 = 4_000;
const FUTURES_OF_DRAWS: u64 = 20_000;
const PERCENTILES: [f64; 3] = [0.05, 0.5, 0.95];

/// The largest difference of a percentile of a metric, over the width of its range. What stands in
/// rows of data is those rows, and is taken for them.
pub fn check(
    (case, options): (&Case, &Options),
    known: &Known,
    (draws, form): (Option<&Draws>, Form),
    found: &mut Calibration,
) {
    // As it would be read beside the scenario.
    let path = Path::new(&case.path).with_file_name("calibrated.toml");
    let own = Path::new(&case.path).file_name().map(|name| name.to_string_lossy().into_owned());
    let line = |line: &str| match &own {
        Some(own) if line.starts_with("extends = ") => {
            format!("extends = {}\n", scenario::write::quoted(own))
        }
        _ if line.contains(ROWS) => "\n".to_owned(),
        _ => format!("{line}\n"),
    };
    let text: String = found.fragment.toml.lines().map(line).collect();
    let Ok(read) = scenario::parse_with(&path, text, options) else { return };
    let Ok(written) = Case::of(case.path.clone(), read) else { return };
    found.fragment.error = Some(0.0);
    let model = with_rows(written.model(), known, found);
    let model = if let Form::Together(drawn) = form { together(model, drawn) } else { model };
    let columns: Vec<ColumnId> = columns(case.model());
    let plan = Plan { matrix: Matrix::NoLuck, ..case.plan() };
    let (of_text, learnt) = if let Some(draws) = draws {
        let plan = Plan { trials: FUTURES_OF_DRAWS, ..plan };
        (of_run(&model, plan, &columns), of_draws(draws, &columns))
    } else {
        let plan = Plan { trials: FUTURES, ..plan };
        let learnt = beside(known.applied(case.model()), &model);
        (of_run(&model, plan, &columns), of_run(&learnt, plan, &columns))
    };
    for ((column, text), learnt) in columns.iter().zip(of_text).zip(learnt) {
        let width = learnt[2] - learnt[0];
        let gap = text.iter().zip(&learnt).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        if width > 0.0 && found.fragment.error.is_none_or(|error| gap / width > error) {
            found.fragment.error = Some(gap / width);
            found.fragment.worst = Some(case.model().column_name(*column));
        }
    }
}

/// What is computed from the load follows what was learnt of it, as it does where the text is read.
fn beside(mut learnt: Model, written: &Model) -> Model {
    if let (Staff::Hours { hours: own, .. }, Staff::Hours { hours: Param::Fixed(new), .. }) =
        (&mut learnt.staff, written.staff)
        && matches!(own, Param::Fixed(_))
    {
        *own = Param::Fixed(new);
    }
    learnt
}

/// How a law in rows of data begins.
const ROWS: &str = "{ data = {";

/// The model with the laws that stand in rows.
fn with_rows(model: &Model, known: &Known, found: &Calibration) -> Model {
    let is_row = |key: &str| {
        let rows = found.fragment.toml.lines().filter(|line| line.contains(ROWS));
        let column = format!("column = \"{key}\"");
        rows.into_iter().any(|line| line.contains(&column))
    };
    let said = known.said.iter().filter(|said| is_row(&said.key)).cloned().collect();
    let mut model = Known { said, followers: Vec::new() }.applied(model);
    for key in found.keys.iter().filter(|key| key.by_totals && is_row(&key.key)) {
        for input in model.inputs.iter_mut().filter(|input| input.key == key.key) {
            input.dist = key.dist.clone();
        }
    }
    model
}

/// The model with inputs that are drawn together.
fn together(mut model: Model, drawn: &[(String, Vec<f64>)]) -> Model {
    for (key, values) in drawn {
        let Ok(dist) = Dist::empirical(values) else { continue };
        let rows = Rows { of: Default::default(), ranks: ranks(values) };
        for input in model.inputs.iter_mut().filter(|input| input.key == *key) {
            input.dist = dist.clone().in_rows(rows.clone());
        }
    }
    let rows = crate::model::together(&model.inputs);
    model.copula = std::mem::take(&mut model.copula).with(rows);
    model
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
            let values: Vec<f64> = trials.column(model, column).values();
            estimate::quantiles_by_selection(&values, PERCENTILES)
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
            let values: Vec<f64> = rows.iter().map(|row| row[place]).collect();
            estimate::quantiles_by_selection(&values, PERCENTILES)
        })
        .collect()
}
