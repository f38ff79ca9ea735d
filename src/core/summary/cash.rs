//! The cash flow of the means, week by week: what the sheet of a workbook computes again.

use serde::{Deserialize, Serialize};

use super::weekly::WeeklySummary;
use crate::engine::{Money, payback};
use crate::metric::{Flows, metric};
use crate::units::WEEKS_A_YEAR;

/// Weekly means, and what turns them into cash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CashFlow {
    /// Margins of new customers less those of deterred ones, by the week in which they are won.
    pub margins: Vec<f64>,
    /// All other value.
    pub other: Vec<f64>,
    pub cost: Vec<f64>,
    /// Interest a year at which later money counts less.
    pub discount: f64,
    /// Weeks over which a margin arrives.
    pub earn: usize,
}

/// What follows from a cash flow: each of its weeks, those past the horizon included.
#[derive(Clone, Debug, PartialEq)]
pub struct CashSheet {
    pub arriving: Vec<f64>,
    pub flow: Vec<f64>,
    pub sum: Vec<f64>,
    pub present: Vec<f64>,
    pub npv: f64,
    pub roi: f64,
    /// Infinite where it is never paid back.
    pub payback: f64,
}

/// Half the smallest coin: a sum that is shown as zero is not below it.
const HALF_A_CENT: f64 = 0.005;

impl CashFlow {
    /// The cash flow of a run whose weeks and money are counted.
    pub(super) fn of(weekly: &[WeeklySummary], money: &Money) -> Option<CashFlow> {
        let series = |id: &str| weekly.iter().find(|series| series.name == id);
        let means = |id: &str| -> Option<Vec<f64>> {
            Some(series(id)?.weeks.iter().map(|week| week.mean).collect())
        };
        let (value, cost) = (means(metric!("total_value"))?, means(metric!("total_cost"))?);
        let mean = |id: &str, week: usize| series(id).map_or(0.0, |series| series.weeks[week].mean);
        let margins: Vec<f64> =
            (0..value.len()).map(|week| Flows::named(|id| mean(id, week)).margins()).collect();
        let other = value.iter().zip(&margins).map(|(value, margin)| value - margin).collect();
        Some(CashFlow {
            margins,
            other,
            cost,
            discount: libm::expm1(-WEEKS_A_YEAR * money.discount),
            earn: money.weeks_to_earn,
        })
    }

    /// Every week, by the formulas of the sheet.
    /// Test: `documents::the_cash_flow_of_the_workbook_is_that_of_the_run`.
    pub fn sheet(&self) -> CashSheet {
        let weeks = self.margins.len() + self.earn.saturating_sub(1);
        let at = |series: &[f64], week: usize| series.get(week).copied().unwrap_or(0.0);
        let arriving: Vec<f64> = (0..weeks)
            .map(|week| {
                ((week + 1).saturating_sub(self.earn)..=week)
                    .map(|paid| at(&self.margins, paid))
                    .sum::<f64>()
                    / self.earn as f64
            })
            .collect();
        let flow: Vec<f64> = (0..weeks)
            .map(|week| at(&self.other, week) - at(&self.cost, week) + arriving[week])
            .collect();
        let mut cash = 0.0;
        let sum: Vec<f64> = flow
            .iter()
            .map(|flow| {
                cash += flow;
                cash
            })
            .collect();
        let present: Vec<f64> = flow
            .iter()
            .enumerate()
            .map(|(week, flow)| flow / libm::pow(1.0 + self.discount, week as f64 / WEEKS_A_YEAR))
            .collect();
        let (value, cost) =
            (self.margins.iter().chain(&self.other).sum::<f64>(), self.cost.iter().sum::<f64>());
        CashSheet {
            npv: present.iter().sum(),
            roi: (value - cost) / cost,
            payback: payback(sum.iter().copied(), HALF_A_CENT).unwrap_or(f64::INFINITY),
            arriving,
            flow,
            sum,
            present,
        }
    }
}
