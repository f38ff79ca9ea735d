//! What came of forecasts, said by hand or found in exports.

use reachsim_data::analyse::{Analysis, Question};
use reachsim_data::shape::{Export, Metric, Shape};
use reachsim_learn::ledger::{Forecast, Ledger, Left, Outcome, Period, Resolved, Why, resolve};

use super::period::{day_of, within};
use super::said::Said;
use crate::run::Error;
use crate::run::exports::{self, Held};

/// Rows of an export that tell a figure.
#[derive(Clone, Copy)]
enum Rows {
    /// Of files of this shape.
    Of(Shape),
    /// Numbers of days.
    Days(Metric),
}

const TALK: &[Rows] = &[Rows::Of(Shape::Messages), Rows::Of(Shape::Tickets)];

/// Metrics that exports show, the figures that are their values, and the rows from which these
/// come. A metric of one community is none of them: files do not name communities.
const SHOWN: [(&str, &str, &[Rows]); 8] = [
    ("questions", "questions", TALK),
    ("answered_share", "answered_share", TALK),
    ("followers_end", FOLLOWERS, &[Rows::Days(Metric::Followers)]),
    ("followers_gained", "gained", &[Rows::Days(Metric::Gained)]),
    ("unfollows", "lost", &[Rows::Days(Metric::Lost)]),
    ("leads", "leads", &[Rows::Of(Shape::Leads), Rows::Days(Metric::Leads)]),
    ("won", "won", &[Rows::Of(Shape::Leads)]),
    (CLICKS, CLICKS, &[Rows::Days(Metric::Clicks)]),
];
const FOLLOWERS: &str = "followers";
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
        let Some((_, figure, rows)) = SHOWN.iter().find(|(id, ..)| *id == forecast.metric) else {
            left.push(why(Why::NotShown));
            continue;
        };
        let found: Vec<(i32, i32)> = rows.iter().filter_map(|rows| span(&export, *rows)).collect();
        if !found.iter().any(|span| covers(*span, period)) {
            left.push(why(if found.is_empty() { Why::NotGiven } else { Why::NotCovered }));
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
        let mut data: Vec<String> = rows.iter().flat_map(|rows| files(&export, *rows)).collect();
        data.dedup();
        let outcome = Outcome { of: forecast.id.clone(), value: Some(value), data };
        resolved.push(Resolved { forecast: forecast.clone(), outcome });
    }
    Ok((resolved, left))
}

/// The first and the last day of some rows; none where there are none.
fn span(export: &Export, rows: Rows) -> Option<(i32, i32)> {
    let days: Vec<i32> = match rows {
        Rows::Of(shape) => {
            let made = export.receipts.iter().filter(|made| made.shape == shape);
            made.flat_map(|made| made.from.into_iter().chain(made.to)).collect()
        }
        Rows::Days(metric) => {
            export.days.iter().filter(|day| day.metric == metric).map(|day| day.date).collect()
        }
    };
    days.iter().min().copied().zip(days.iter().max().copied())
}

/// Whether days reach from the start of a period to its end, but for a few without a row.
fn covers((first, last): (i32, i32), [from, to]: Period) -> bool {
    first <= day_of(from) + QUIET && last >= day_of(to) - QUIET
}

/// The hashes of the files that have some rows.
fn files(export: &Export, rows: Rows) -> Vec<String> {
    let of = |place: usize, shape: Shape| match rows {
        Rows::Of(wanted) => shape == wanted,
        Rows::Days(metric) => {
            export.days.iter().any(|day| day.metric == metric && day.receipt as usize == place)
        }
    };
    let made = export.receipts.iter().enumerate().filter(|(place, made)| of(*place, made.shape));
    made.map(|(_, made)| made.hash.clone()).collect()
}

fn value(analysis: &Analysis, figure: &str) -> Option<f64> {
    if figure == CLICKS {
        let of = analysis.days.iter().filter(|daily| daily.metric == Metric::Clicks);
        let sums: Vec<f64> = of.filter_map(|daily| daily.sum).collect();
        return (!sums.is_empty()).then(|| sums.iter().sum());
    }
    analysis.figure(figure).map(|figure| figure.value)
}
