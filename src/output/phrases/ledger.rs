//! Value, cost and what remains, rounded together: what is printed adds up.

use super::counted::{COSTS, LOSSES, STREAMS};
use super::studies::{apportioned, multiple};
use crate::estimate::Estimate;
use crate::metric::{metric, metrics};
use crate::model::Stream;
use crate::output::Report;
use crate::output::format::numerals::{last_for_people, last_of_error, power_of_ten};
use crate::output::format::{Format as _, Locale, Quantity, ROUNDING};

/// Means of money in one unit, a tenth of what the errors of their totals support.
#[derive(Clone, Debug)]
pub struct Ledger {
    locale: Locale,
    /// The power of ten of the last digit.
    last: i32,
    rows: Vec<Row>,
    /// A metric of the file's own that is a part by itself.
    own: Vec<(String, &'static str)>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    id: &'static str,
    /// As it was found, and as it is printed; losses and costs are above zero.
    mean: f64,
    printed: f64,
}

/// What streams and losses make, what the costs make, and what remains.
const TOTALS: [&str; 3] = metrics!["total_value", "total_cost", "profit"];

impl Ledger {
    /// `None` where nothing has a price.
    pub fn of(report: &Report) -> Option<Ledger> {
        let found = |id: &str| report.summary().metric(id).map(|found| found.mean);
        let [value, cost] = [metric!("total_value"), metric!("total_cost")].map(found);
        let (value, cost) = (value?, cost?);
        let totals = [metric!("total_value"), metric!("profit")];
        let known = totals.into_iter().filter_map(found);
        let is_told =
            |mean: &Estimate| mean.se.is_finite() && mean.se > ROUNDING * mean.value.abs();
        let finest = known.filter(is_told).map(|mean| mean.se).fold(f64::INFINITY, f64::min);
        let last = if finest.is_finite() && !report.is_at_medians() {
            last_of_error(finest) - 1
        } else {
            last_for_people(value.value.abs().max(cost.value.abs()), f64::INFINITY).min(0)
        };
        let mean = |id: &'static str| Some((id, found(id)?.value)).filter(|(_, mean)| *mean != 0.0);
        let of = |ids: &[&'static str]| ids.iter().filter_map(|id| mean(id)).collect::<Vec<_>>();
        let (streams, losses, costs) = (of(&STREAMS), of(&LOSSES), of(&COSTS));
        let means = |parts: &[(&str, f64)]| parts.iter().map(|(_, mean)| *mean).collect::<Vec<_>>();
        let parts = [means(&streams), means(&losses).iter().map(|loss| -loss).collect()].concat();
        let printed = apportioned(&parts, value.value, last);
        let mut rows: Vec<Row> = streams
            .iter()
            .chain(&losses)
            .zip(printed)
            .map(|(&(id, mean), printed)| Row { id, mean, printed: printed.abs() })
            .collect();
        let printed = apportioned(&means(&costs), cost.value, last);
        rows.extend(costs.iter().zip(printed).map(|(&(id, mean), printed)| Row {
            id,
            mean,
            printed,
        }));
        let [value, cost] = [value.value, cost.value].map(|mean| (mean, multiple(mean, last)));
        let totals = [value, cost, (value.0 - cost.0, value.1 - cost.1)];
        rows.extend(TOTALS.iter().zip(totals).map(|(&id, (mean, printed))| Row {
            id,
            mean,
            printed,
        }));
        Some(Ledger { locale: report.locale, last, rows, own: own(report) })
    }

    fn row(&self, id: &str) -> Option<&Row> {
        let own = self.own.iter().find(|(own, _)| own == id);
        let id = own.map_or(id, |(_, part)| part);
        self.rows.iter().find(|row| row.id == id)
    }

    /// A mean as it is printed, as a number; nothing of what is no part of it.
    pub fn printed(&self, id: &str) -> Option<f64> {
        self.row(id).map(|row| row.printed)
    }

    /// A mean as it is written; what is smaller than the unit is less than that.
    pub fn told(&self, id: &str) -> Option<String> {
        let row = self.row(id)?;
        Some(if row.printed == 0.0 && row.mean != 0.0 {
            let unit = self.written(power_of_ten(self.last));
            if row.mean > 0.0 { format!("<{unit}") } else { format!(">-{unit}") }
        } else {
            self.written(row.printed)
        })
    }

    /// A sum of printed numbers as it is written.
    pub fn written(&self, value: f64) -> String {
        self.locale.to_last(Quantity::Number, value, self.last)
    }
}

/// The only stream of value and the only cost of the file's own, each with what it is a part as.
fn own(report: &Report) -> Vec<(String, &'static str)> {
    let only = |stream: Stream, part: &'static str| {
        let mut own = report.model().streams().filter(|formula| formula.stream == Some(stream));
        let first = own.next()?;
        own.next().is_none().then(|| (first.id.clone(), part))
    };
    let parts =
        [only(Stream::Value, metric!("value_own")), only(Stream::Cost, metric!("cost_own"))];
    parts.into_iter().flatten().collect()
}
