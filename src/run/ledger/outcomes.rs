//! What came of forecasts, said by hand or found in exports.

use reachsim_data::analyse::{Analysis, Question};
use reachsim_data::shape::{Export, Metric, Shape};
use reachsim_learn::ledger::{Forecast, Ledger, Left, Outcome, Period, Resolved, Why, resolve};

use super::period::{day_of, within};
use super::said::Said;
use crate::run::Error;
use crate::run::exports::{self, Held};

/// Metrics that exports show, the figures that are their values, and the shapes of rows from which
/// these come. A metric of one community is none of them: files do not name communities.
const SHOWN: [(&str, &str, &[Shape]); 8] = [
    ("questions", "questions", &[Shape::Messages, Shape::Tickets]),
    ("answered_share", "answered_share", &[Shape::Messages, Shape::Tickets]),
    ("followers_end", "followers", &[Shape::Days]),
    ("followers_gained", "gained", &[Shape::Days]),
    ("unfollows", "lost", &[Shape::Days]),
    ("leads", "leads", &[Shape::Leads, Shape::Days]),
    ("won", "won", &[Shape::Leads]),
    (CLICKS, CLICKS, &[Shape::Days]),
];
const CLICKS: &str = "clicks";

/// Days at either end of a period on which nothing need have happened.
const QUIET: i32 = 6;

/// What somebody says: all open forecasts that it is of.
pub fn said(ledger: &Ledger, said: &Said) -> Result<Vec<Resolved>, Error> {
    let open = resolve(ledger, &said.metric, said.period).map_err(Error::Question)?;
    let with = |forecast: &Forecast| Resolved {
        outcome: Outcome { of: forecast.id.clone(), value: said.value, data: Vec::new() },
        forecast: forecast.clone(),
    };
    Ok(open.into_iter().map(with).collect())
}

/// What exports say of all open forecasts, and those of which they say nothing.
pub fn from_exports(
    ledger: &Ledger,
    mut held: Held,
    question: &Question,
) -> Result<(Vec<Resolved>, Vec<Left>), Error> {
    let export = held.export.clone();
    let (mut resolved, mut left) = (Vec::new(), Vec::new());
    let mut known: Vec<(Period, Analysis)> = Vec::new();
    for (forecast, _) in ledger.forecasts().filter(|(_, outcome)| outcome.is_none()) {
        let period = [forecast.from, forecast.to];
        let why = |why| Left { forecast: forecast.clone(), why };
        let Some((_, figure, shapes)) = SHOWN.iter().find(|(id, ..)| *id == forecast.metric) else {
            left.push(why(Why::NotShown));
            continue;
        };
        if !covers(&export, shapes, period) {
            left.push(why(Why::NotCovered));
            continue;
        }
        if !known.iter().any(|(of, _)| *of == period) {
            held.export = within(&export, period);
            known.push((period, exports::analyse(&held, question.clone())?));
        }
        let analysis = known.iter().find(|(of, _)| *of == period).map(|(_, analysis)| analysis);
        let Some(value) = analysis.and_then(|analysis| value(analysis, figure)) else {
            left.push(why(Why::NotGiven));
            continue;
        };
        let made = export.receipts.iter().filter(|made| shapes.contains(&made.shape));
        let mut data: Vec<String> = made.map(|made| made.hash.clone()).collect();
        data.dedup();
        let outcome = Outcome { of: forecast.id.clone(), value: Some(value), data };
        resolved.push(Resolved { forecast: forecast.clone(), outcome });
    }
    Ok((resolved, left))
}

/// Whether files of one of the shapes reach from the start of a period to its end, but for a few
/// days without a row.
fn covers(export: &Export, shapes: &[Shape], [from, to]: Period) -> bool {
    let days = |of: fn(&reachsim_data::shape::Receipt) -> Option<i32>, shape: Shape| {
        export.receipts.iter().filter(move |made| made.shape == shape).filter_map(of)
    };
    shapes.iter().any(|&shape| {
        let (first, last) =
            (days(|made| made.from, shape).min(), days(|made| made.to, shape).max());
        first.is_some_and(|first| first <= day_of(from) + QUIET)
            && last.is_some_and(|last| last >= day_of(to) - QUIET)
    })
}

fn value(analysis: &Analysis, figure: &str) -> Option<f64> {
    if figure == CLICKS {
        let of = analysis.days.iter().filter(|daily| daily.metric == Metric::Clicks);
        let sums: Vec<f64> = of.filter_map(|daily| daily.sum).collect();
        return (!sums.is_empty()).then(|| sums.iter().sum());
    }
    analysis.figure(figure).map(|figure| figure.value)
}
