//! How many trials fit into memory.

use super::error::Error;
use crate::design::Sampler;
use crate::diagnostic::{Numeral, message};
use crate::locale::Locale;
use crate::model::Model;
use crate::output::Case;
use crate::output::format::Format as _;
use crate::trials;

/// Memory for the results of a run; statistics and files need about as much again.
const MOST_MEMORY: u64 = 2 << 30;

/// The most trials whose results fit into memory.
pub fn most_trials(model: &Model) -> u64 {
    MOST_MEMORY / trials::memory(model, 1)
}

/// Refuses a plan whose results do not fit into memory.
pub fn check(case: &Case) -> Result<(), Error> {
    let (model, plan, most) = (case.model(), case.plan(), most_trials(case.model()));
    if plan.trials <= most || plan.sampler == Sampler::Expected {
        return Ok(());
    }
    let number = |value: u64| Numeral(Locale::default().number(value as f64, Some(0.0)));
    let memory = trials::memory(model, plan.trials) / 1_000_000_000;
    Err(Error::Question(message!(
        "{trials} trials of `{file}` would take {memory} GB of memory, and at most {most} fit; lower `simulation.trials`; only `run` takes more",
        trials = number(plan.trials),
        file = case.file(),
        memory = number(memory),
        most = number(most)
    )))
}
