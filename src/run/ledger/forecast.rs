//! Forecasts of a run.

use jiff::civil::Date;
use reachsim_learn::ledger::{Baseline, Engine, Forecast, LEVELS, Origin, Target};
use reachsim_learn::score::{self, percentile};

use super::past::{COUNTED, History};
use super::period::day_of;
use crate::diagnostic::message;
use crate::estimate::quantile_of_sorted;
use crate::model::{Bound, ColumnId};
use crate::output::screen::METRICS;
use crate::output::{Case, Run};
use crate::run::Error;
use crate::trials;

/// What is forecast.
pub struct Asked<'a> {
    pub as_of: Date,
    /// By name; where none are named, those of the first screen and of targets.
    pub metrics: &'a [String],
    /// What is known of the past, for baselines.
    pub history: Option<&'a History>,
}

/// Forecasts, and names of metrics that have none, as some futures have no value of them.
pub struct Made {
    pub forecasts: Vec<Forecast>,
    pub left_out: Vec<String>,
}

/// The forecasts of a run of a case.
///
/// # Errors
///
/// A period that is over on the day as of which it is forecast, more futures than are kept one by
/// one, an unknown metric, and one that is undefined in some futures.
pub fn forecasts(run: &Run, asked: &Asked) -> Result<Made, Error> {
    let period = period(&run.case, asked.as_of)?;
    if run.trials.tally.is_some() {
        return Err(Error::Question(message!(
            "a forecast is made of at most {most} futures: lower `simulation.trials`",
            most = trials::most_kept(run.case.model())
        )));
    }
    let mut made = Made { forecasts: Vec::new(), left_out: Vec::new() };
    for column in columns(&run.case, asked.metrics)? {
        let name = run.case.model().column_name(column);
        match forecast(run, asked, (column, period)) {
            Some(forecast) => made.forecasts.push(forecast),
            None if asked.metrics.is_empty() => made.left_out.push(name),
            None => {
                return Err(Error::Question(message!(
                    "`{name}` is undefined or endless in some futures, so that it cannot be put on record",
                    name
                )));
            }
        }
    }
    Ok(made)
}

/// The first and the last day of the horizon. Without a start it begins on the day as of which it
/// is forecast.
fn period(case: &Case, as_of: Date) -> Result<[Date; 2], Error> {
    let from = case.about().start.unwrap_or(as_of);
    let days = 7 * case.model().weeks as i64 - 1;
    let to = from.saturating_add(jiff::Span::new().days(days));
    if as_of > to {
        return Err(Error::Question(message!(
            "the horizon ends on {to}, before {as_of}: what is over is no forecast",
            to = to.to_string(),
            as_of = as_of.to_string()
        )));
    }
    Ok([from, to])
}

fn columns(case: &Case, names: &[String]) -> Result<Vec<ColumnId>, Error> {
    let model = case.model();
    let mut columns: Vec<ColumnId> = if !names.is_empty() {
        names.iter().map(|name| case.metric(name)).collect::<Result<_, _>>()?
    } else if model.communities.is_empty() {
        model.formulas.iter().filter_map(|formula| model.column(&formula.id)).collect()
    } else {
        METRICS.iter().filter_map(|id| model.column(id)).collect()
    };
    if names.is_empty() {
        columns.extend(model.targets.iter().map(|target| target.metric));
    }
    let mut seen: Vec<ColumnId> = Vec::new();
    columns.retain(|column| {
        let is_new = !seen.contains(column);
        seen.push(*column);
        is_new
    });
    Ok(columns)
}

/// The forecast of one metric; none where it is not finite in every future.
fn forecast(run: &Run, asked: &Asked, (column, period): (ColumnId, [Date; 2])) -> Option<Forecast> {
    let (case, model) = (&run.case, run.case.model());
    let mut values = run.trials.column(model, column).values();
    if values.is_empty() || !values.iter().all(|value| value.is_finite()) {
        return None;
    }
    values.sort_unstable_by(f64::total_cmp);
    let metric = model.column_name(column);
    let targets = model.targets.iter().filter(|target| target.metric == column).map(|target| {
        let met = values.iter().map(|&value| target.bound.hit(value)).sum::<f64>();
        let (at_least, at_most) = match target.bound {
            Bound::AtLeast(least) => (Some(least), None),
            Bound::AtMost(most) => (None, Some(most)),
        };
        let probability = met / values.len() as f64;
        Target { name: target.name.to_string(), at_least, at_most, probability }
    });
    let about = case.about();
    let is_money = model.metric(column.metric).unit.is_money();
    let baseline =
        asked.history.and_then(|known| baseline(known, &metric, asked.as_of, model.weeks));
    let hashes = asked.history.filter(|_| baseline.is_some()).map(|known| known.hashes.clone());
    Some(Forecast {
        id: Forecast::id_of(&metric, asked.as_of, period, &about.hash),
        scenario: Origin { title: about.title.to_string(), hash: about.hash.clone() },
        engine: Engine {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            revision: trials::REVISION,
        },
        data: hashes.unwrap_or_default(),
        as_of: asked.as_of,
        from: period[0],
        to: period[1],
        unit: model.unit_id(column.metric).to_owned(),
        currency: is_money.then(|| about.currency.clone()),
        mean: score::mean(&values),
        quantiles: LEVELS.iter().map(|&level| quantile_of_sorted(&values, level)).collect(),
        targets: targets.collect(),
        metric,
        baseline,
    })
}

/// The last week times the weeks of the horizon, with its own past errors; none where so many weeks
/// are not known.
fn baseline(known: &History, metric: &str, as_of: Date, weeks: usize) -> Option<Baseline> {
    let of = COUNTED.iter().position(|counted| *counted == metric)?;
    let before = known.weeks.range(..=day_of(as_of) - 7);
    let mut series: Vec<f64> = before.rev().map_while(|(_, counts)| counts[of]).collect();
    series.reverse();
    let draws = score::Baseline::Last.draws(&series, weeks)?;
    Some(Baseline {
        of: "last".to_owned(),
        weeks: series.len(),
        quantiles: LEVELS.iter().map(|&level| percentile(&draws, level)).collect(),
    })
}
