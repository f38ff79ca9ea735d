//! The cash flow of the means, week by week: what the workbook computes again.

use serde::{Deserialize, Serialize};

use crate::engine::{Lives, Values as Sampled, World};
use crate::metric::metric;
use crate::output::Report;

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

/// What follows: each of the weeks, those past the horizon included.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    pub arriving: Vec<f64>,
    pub flow: Vec<f64>,
    pub sum: Vec<f64>,
    pub present: Vec<f64>,
    pub npv: f64,
    pub roi: f64,
    /// Infinite where it is never paid back.
    pub payback: f64,
}

/// What new customers bring, and what deterred ones would have brought.
const MARGINS: [(&str, f64); 4] = [
    (metric!("value_direct"), 1.0),
    (metric!("value_earned"), 1.0),
    (metric!("value_owned"), 1.0),
    (metric!("loss_negative"), -1.0),
];

impl CashFlow {
    /// Of a run whose weeks and money are counted.
    pub fn of(bundle: &Report) -> Option<CashFlow> {
        let means = |id: &str| -> Option<Vec<f64>> {
            Some(bundle.summary.series(id)?.weeks.iter().map(|week| week.mean).collect())
        };
        let (value, cost) = (means(metric!("total_value"))?, means(metric!("total_cost"))?);
        let mut margins = vec![0.0; value.len()];
        for (id, sign) in MARGINS {
            for (sum, mean) in margins.iter_mut().zip(means(id).unwrap_or_default()) {
                *sum += sign * mean;
            }
        }
        let other = value.iter().zip(&margins).map(|(value, margin)| value - margin).collect();
        let medians: Vec<f64> =
            bundle.model.inputs.iter().map(|input| input.dist.quantile(0.5)).collect();
        let money =
            World::draw(bundle.model, Sampled { inputs: &medians, lives: Lives::Expected }).money;
        Some(CashFlow {
            margins,
            other,
            cost,
            discount: libm::expm1(-52.0 * money.discount),
            earn: money.weeks_to_earn,
        })
    }

    /// Every week, by the formulas of the sheet.
    /// Test: `documents::the_cash_flow_of_the_workbook_is_that_of_the_run`.
    pub fn values(&self) -> Values {
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
            .map(|(week, flow)| flow / libm::pow(1.0 + self.discount, week as f64 / 52.0))
            .collect();
        let (value, cost) =
            (self.margins.iter().chain(&self.other).sum::<f64>(), self.cost.iter().sum::<f64>());
        let last_below = sum.iter().rposition(|sum| (100.0 * sum).round() < 0.0);
        let payback = match last_below {
            Some(week) if week + 1 == weeks => f64::INFINITY,
            Some(week) => week as f64 + 2.0,
            None => 1.0,
        };
        Values {
            npv: present.iter().sum(),
            roi: (value - cost) / cost,
            payback,
            arriving,
            flow,
            sum,
            present,
        }
    }
}
