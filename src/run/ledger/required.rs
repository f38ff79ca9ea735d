//! What is required of a ledger, and why it is missed.

use reachsim_learn::backtest::demand::Demand;
use reachsim_learn::ledger::{Judged, Required};
use reachsim_learn::score::LEAST_RESOLVED;

use crate::diagnostic::{Message, message};
use crate::run::Error;

/// What came of each demand.
///
/// # Errors
/// A rival that no ledger has.
pub fn required(judged: &Judged, demands: &[Demand]) -> Result<Vec<Required>, Error> {
    let one = |demand: &Demand| {
        Required::of(judged, *demand).ok_or_else(|| {
            Error::Question(message!(
                "a ledger freezes the last value beside its forecasts, and no other rival: write `--require 'skill last > 0'`, or ask `reachsim backtest`"
            ))
        })
    };
    demands.iter().map(one).collect()
}

/// Why a demand is missed; nothing where it is met.
pub fn unmet(required: &Required) -> Option<Message> {
    if required.holds() {
        return None;
    }
    let Some(value) = required.value else {
        return Some(if required.questions < LEAST_RESOLVED {
            message!(
                "`--require` is missed: {n} forecasts are resolved, and {least} are needed to judge them",
                n = required.questions,
                least = LEAST_RESOLVED
            )
        } else {
            message!(
                "`--require` is missed: no baseline was frozen with these forecasts; `reachsim forecast --data` freezes one"
            )
        });
    };
    Some(match required.demand {
        Demand::Coverage { level, low, high } => message!(
            "`--require` is missed: the {level} % ranges held {share} % of what came, and not {low} to {high} %",
            level,
            share = value.round(),
            low,
            high
        ),
        Demand::Skill { rival, least } => message!(
            "`--require` is missed: the skill against `{rival}` is {skill}, and not above {least}",
            rival = rival.id(),
            skill = (100.0 * value).round() / 100.0,
            least
        ),
    })
}
