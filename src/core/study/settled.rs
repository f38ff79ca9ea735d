//! When an answer is settled: more trials would hardly give another one.

use std::convert::Infallible;

use crate::design::{BLOCK, Sampler};
use crate::engine::{self, Detail, Watch};
use crate::model::{Model, Plan};
use crate::trials::Trials;

/// The chance of a wrong answer below which it is settled.
pub const WRONG: f64 = 0.01;

/// How far a study went on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settling {
    pub trials: u64,
    /// The chance that the answer is wrong.
    pub chance_wrong: f64,
}

impl Settling {
    pub fn is_settled(self) -> bool {
        self.chance_wrong < WRONG
    }
}

/// What a study asks of several models at once.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub plan: Plan,
    /// Name of the metric by which one of them is picked.
    pub subject: &'a str,
    /// Go on, doubling the trials, until the pick is settled or there are so many.
    pub most: Option<u64>,
}

/// Answers with the trials of a plan; with `most`, again with twice as many until the answer is
/// settled or there are so many. An answer comes with the chance that it is wrong, or with `None`
/// where no number of trials would tell.
pub fn until_settled<A, E>(
    mut plan: Plan,
    most: Option<u64>,
    watch: &impl Watch,
    mut answer: impl FnMut(Plan) -> Result<(A, Option<f64>), E>,
) -> Result<(A, Option<Settling>), E> {
    loop {
        let (found, chance_wrong) = answer(plan)?;
        let is_expected = plan.sampler == Sampler::Expected;
        let trials = if is_expected { 1 } else { plan.trials };
        let settling = most.and(chance_wrong).map(|chance_wrong| Settling { trials, chance_wrong });
        let more = (2 * trials).max(2 * BLOCK as u64);
        let is_open = settling.is_some_and(|settling| !settling.is_settled());
        if !is_open || most.is_none_or(|most| more > most) || is_expected || watch.stopped() {
            return Ok((found, settling));
        }
        plan.trials = more;
    }
}

/// Runs several models in the same futures, as long as `look` finds the answer open. Gives the runs
/// with what `look` found in them at the end.
pub(crate) fn run_until_settled<A>(
    models: &[&Model],
    asked: Asked,
    look: impl Fn(&[Trials]) -> (A, Option<f64>),
    watch: &impl Watch,
) -> (Vec<Trials>, A, Option<Settling>) {
    let mut runs: Vec<Trials> =
        models.iter().map(|model| Trials::empty(model, asked.plan)).collect();
    let answer = |plan: Plan| {
        let done = runs.first().map_or(0, |run| run.filled() as u64);
        watch.announce((plan.trials - done) * models.len() as u64);
        engine::ahead(models.iter().map(|model| (*model, plan, done)), watch);
        for (model, run) in models.iter().zip(&mut runs) {
            engine::extend(model, run, plan.trials, Detail::Totals, watch);
        }
        Ok::<_, Infallible>(look(&runs))
    };
    let Ok((found, settling)) = until_settled(asked.plan, asked.most, watch, answer);
    (runs, found, settling)
}
