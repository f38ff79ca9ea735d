//! What is required of forecasts on record.

use super::judge::{CENTRAL, Judged};
use crate::backtest::Rival;
use crate::backtest::demand::Demand;
use crate::score::LEAST_RESOLVED;

/// What came of a demand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Required {
    pub demand: Demand,
    /// Questions by which it is judged.
    pub questions: usize,
    /// A percentage, or a skill; none where too few questions are resolved to judge, or where no
    /// baseline was frozen with them.
    pub value: Option<f64>,
}

impl Required {
    /// What came of a demand; none where a ledger cannot tell, as it has no such rival.
    ///
    /// Test: `ledger::judge::a_demand_is_judged_once_enough_is_resolved`.
    pub fn of(judged: &Judged, demand: Demand) -> Option<Required> {
        let value = match demand {
            Demand::Coverage { level, .. } => {
                let place = CENTRAL.iter().position(|(known, _)| u32::from(*known) == level)?;
                Some(100.0 * judged.coverage[place].share.value)
            }
            Demand::Skill { rival: Rival::Last, .. } => judged.skill,
            Demand::Skill { rival: Rival::Mean8 | Rival::Seasonal | Rival::Preset, .. } => {
                return None;
            }
        };
        let questions = judged.questions;
        Some(Required { demand, questions, value: value.filter(|_| questions >= LEAST_RESOLVED) })
    }

    pub fn holds(&self) -> bool {
        self.value.is_some_and(|value| !self.demand.is_missed(value))
    }
}
