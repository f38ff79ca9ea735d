//! A case carried out: in memory, added up or kept on the disk, with the trials that its file plans
//! or as many as make it precise.

use std::path::Path;

use super::checkpoint::{self, Begin, Checkpoint, Unkept};
use super::precision::Precision;
use crate::design::{BLOCK, MOST_TRIALS, Sampler};
use crate::engine::{self, Detail, Watch};
use crate::model::Plan;
use crate::output::store::Origin;
use crate::output::{Case, Run};
use crate::summary::Summary;
use crate::trials::{self, KEPT, Trials};

/// How a case is carried out.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub detail: Detail,
    /// Go on, doubling the trials, until the means are so precise or there are [`MOST_TRIALS`].
    pub precision: Option<Precision>,
    /// The folder for the outputs, in which a long run is kept on its way; without one it is added
    /// up in memory.
    pub folder: Option<&'a Path>,
    pub begin: Begin,
}

/// Simulates the plan of a case, or more until it is precise enough.
pub fn execute(case: Case, request: Request, watch: &impl Watch) -> Result<Run, Unkept> {
    match request.precision {
        Some(precision) => until_precise(case, precision, request, watch),
        None => as_planned(case, request, watch),
    }
}

fn as_planned(case: Case, request: Request, watch: &impl Watch) -> Result<Run, Unkept> {
    let (model, plan) = (case.model(), case.plan());
    let most = trials::most_kept(model);
    let in_memory = if request.folder.is_some() { KEPT.min(most) } else { most };
    if plan.trials <= in_memory || plan.sampler == Sampler::Expected {
        watch.announce(plan.trials);
        let trials = engine::run(model, plan, request.detail, watch);
        return if watch.stopped() { Err(Unkept::Stopped) } else { Ok(Run::of(case, trials)) };
    }
    let mut checkpoint = begin(&case, plan, request.folder, request.begin)?;
    checkpoint::go_on(&case, &mut checkpoint, plan, request.detail, watch)?;
    let trials = checkpoint.found(model, plan)?;
    Ok(Run { store: checkpoint.into_store(), ..Run::of(case, trials) })
}

/// Runs, tests, doubles, until every mean on the first screen is precise. From more trials than
/// memory keeps on, a run that writes files goes to the disk, and another adds up.
fn until_precise(
    case: Case,
    precision: Precision,
    request: Request,
    watch: &impl Watch,
) -> Result<Run, Unkept> {
    let (model, mut plan) = (case.model(), case.plan());
    let mut long: Option<Checkpoint> = None;
    let mut trials = Trials::empty(model, plan);
    if plan.trials > trials::most_kept(model) {
        plan.trials = plan.trials.next_multiple_of(BLOCK as u64);
    }
    loop {
        if plan.trials <= trials::most_kept(model) || plan.sampler == Sampler::Expected {
            watch.announce(plan.trials - trials.filled() as u64);
            engine::extend(model, &mut trials, plan.trials, request.detail, watch);
            if watch.stopped() {
                return Err(Unkept::Stopped);
            }
        } else {
            let checkpoint = match &mut long {
                Some(checkpoint) => checkpoint,
                none => {
                    let mut begun = begin(&case, plan, request.folder, Begin::Once)?;
                    let mut done = std::mem::replace(&mut trials, Trials::empty(model, plan));
                    done.leave_whole_blocks();
                    if done.filled() > 0 {
                        begun.add(model, 0, done)?;
                    }
                    none.insert(begun)
                }
            };
            checkpoint.widen(plan);
            checkpoint::go_on(&case, checkpoint, plan, request.detail, watch)?;
            trials = checkpoint.found(model, plan)?;
        }
        let summary = Summary::of(model, &trials);
        let is_last = plan.sampler == Sampler::Expected || plan.trials == MOST_TRIALS;
        if is_last || precision.is_met(&summary) {
            let store = long.and_then(Checkpoint::into_store);
            return Ok(Run { case, trials, summary, store });
        }
        let block = BLOCK as u64;
        plan.trials = (2 * plan.trials).next_multiple_of(block).max(2 * block).min(MOST_TRIALS);
    }
}

fn begin(
    case: &Case,
    plan: Plan,
    folder: Option<&Path>,
    begin: Begin,
) -> Result<Checkpoint, Unkept> {
    let origin = || Origin::of(&case.about().hash, plan, checkpoint::all_blocks(plan));
    match folder {
        Some(folder) => Checkpoint::on_disk(folder, origin(), case.model(), begin),
        None => Ok(Checkpoint::in_memory(case.model(), plan)),
    }
}
