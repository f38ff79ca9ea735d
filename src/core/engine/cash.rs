//! When money comes and goes: net present value, and the week from which the community has paid for
//! itself.

use super::world::Money;
use crate::metric::{Flows, Week};

/// Cash by the week, from week 0 to the last instalment of the last customer's margin, in space
/// that is used anew.
#[derive(Clone, Debug, Default)]
pub struct Cash {
    /// What comes and goes in the week itself.
    flows: Vec<f64>,
    /// Change of the instalments that arrive from this week on.
    instalments: Vec<f64>,
}

/// What is left of a sum that is nothing but rounding.
const ROUNDING: f64 = 1e-9;

impl Cash {
    /// Net present value, and the weeks until it is paid back.
    ///
    /// A new customer's margin arrives in K equal instalments from its week on, the losses of
    /// deterred customers likewise; everything else in its week. The discount of week t is
    /// (1+i)^(-t/52), so a margin that starts in week t is worth (1 - v^K)/(K (1 - v)) of it there,
    /// v = (1+i)^(-1/52). Test: `money::the_cash_flow_of_a_published_case`.
    pub fn of<'w>(
        &mut self,
        money: &Money,
        weeks: impl Iterator<Item = &'w Flows>,
    ) -> (f64, Option<f64>) {
        let earn = money.weeks_to_earn;
        self.flows.clear();
        self.instalments.clear();
        let annuity = annuity(money.discount, earn) / earn as f64;
        let (weekly, mut discount) = (libm::exp(money.discount), 1.0);
        let (mut npv, mut size) = (0.0, 0.0);
        for flows in weeks {
            let margins = flows.margins();
            let (value, cost) = (flows.value(), flows.cost());
            let present = value - margins - cost;
            npv += discount * (present + margins * annuity);
            discount *= weekly;
            size += value.abs() + cost;
            self.flows.push(present);
            self.instalments.push(margins / earn as f64);
        }
        (npv, self.payback(earn, ROUNDING * size))
    }

    fn payback(&self, earn: usize, tolerance: f64) -> Option<f64> {
        let (mut arriving, mut sum) = (0.0, 0.0);
        let sums = (0..self.flows.len() + earn - 1).map(|week| {
            arriving += self.instalments.get(week).unwrap_or(&0.0);
            if week >= earn {
                arriving -= self.instalments.get(week - earn).unwrap_or(&0.0);
            }
            sum += arriving + self.flows.get(week).unwrap_or(&0.0);
            sum
        });
        payback(sums, tolerance)
    }
}

/// Weeks elapsed at the end of the first week from which the sum of all cash stays at or above
/// zero, but for a `tolerance`.
pub fn payback(sums: impl Iterator<Item = f64>, tolerance: f64) -> Option<f64> {
    let mut since = Some(0);
    for (week, sum) in sums.enumerate() {
        since = if sum >= -tolerance { since.or(Some(week)) } else { None };
    }
    since.map(|week| week as f64 + 1.0)
}

/// What is in the till at the end of each week, one week after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Till {
    sum: f64,
    /// Instalments of margins that arrive in the week.
    arriving: f64,
}

impl Till {
    /// Adds the cash of a week: what comes and goes in it, and the instalments of the margins of
    /// this and earlier weeks, each of which arrives in K equal parts from its week on. Zero where
    /// nothing has a price. Test: `money::margins_arrive_over_weeks_also_past_the_horizon`.
    pub fn close(&mut self, flows: &Flows, before: &[Week], money: &Money) -> f64 {
        if !money.is_counted {
            return 0.0;
        }
        let earn = money.weeks_to_earn;
        self.arriving += flows.margins() / earn as f64;
        if let Some(paid) = before.len().checked_sub(earn) {
            self.arriving -= before[paid].flows.margins() / earn as f64;
        }
        self.sum += flows.value() - flows.margins() - flows.cost() + self.arriving;
        self.sum
    }
}

/// Value of one unit in each of `count` weeks from now on.
fn annuity(discount: f64, count: usize) -> f64 {
    if discount == 0.0 {
        count as f64
    } else {
        libm::expm1(discount * count as f64) / libm::expm1(discount)
    }
}
