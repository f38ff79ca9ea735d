//! `--precision`: more trials until the means are known well enough.

use std::path::Path;

use super::load;
use super::long::{self, Begin, Checkpoint};
use super::run::MOST_TRIALS;
use super::watch::{self, Bar};
use super::{Failure, Global, terminal};
use reachsim::design::{BLOCK, Sampler};
use reachsim::engine::{self, Detail};
use reachsim::model::Plan;
use reachsim::output::store::Origin;
use reachsim::output::{Case, Run, screen};
use reachsim::summary::{MetricSummary, Summary};
use reachsim::trials::{self, Trials};

/// The share of a mean, or of half its 90 % width where that is larger, that its standard error may
/// have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision(f64);

/// `1%`, `0.5 %`, `0.01`.
pub fn parse(text: &str) -> Result<Precision, String> {
    let share = load::number(text)?;
    if share > 0.0 && share < 1.0 {
        Ok(Precision(share))
    } else {
        Err("a precision lies between 0 and 100 %, such as 1%".into())
    }
}

impl Precision {
    /// |se| <= p max(|mean|, (p95 - p05)/2).
    fn is_met(self, metric: &MetricSummary) -> bool {
        let half = (metric.percentile("p95").value - metric.percentile("p05").value).abs() / 2.0;
        let size = if half.is_finite() {
            half.max(metric.mean.value.abs())
        } else {
            metric.mean.value.abs()
        };
        // What is undefined in every future has no error that more trials could make smaller.
        metric.mean.value.is_nan() || metric.mean.se <= self.0 * size
    }
}

/// Runs, tests, doubles, until every mean on the first screen is precise. From more trials than
/// memory keeps on, a run that writes files goes to the disk, and another adds up.
pub fn run(
    case: Case,
    precision: Precision,
    detail: Detail,
    folder: Option<&Path>,
    global: Global,
) -> Result<Run, Failure> {
    let (model, mut plan) = (case.model(), case.plan());
    let mut long: Option<Checkpoint> = None;
    let mut trials = Trials::empty(model, plan);
    if plan.trials > trials::most_kept(model) {
        plan.trials = plan.trials.next_multiple_of(BLOCK as u64);
    }
    loop {
        if plan.trials <= trials::most_kept(model) || plan.sampler == Sampler::Expected {
            let more = plan.trials - trials.filled() as u64;
            engine::extend(model, &mut trials, plan.trials, detail, &Bar::new(global, more));
            watch::check()?;
        } else {
            let ledger = match &mut long {
                Some(ledger) => ledger,
                none => none.insert(begin(&case, &mut trials, plan, folder)?),
            };
            ledger.widen(plan);
            long::go_on(&case, ledger, plan, detail, global)?;
            trials = ledger.found(model, plan)?;
        }
        let summary = Summary::of(model, &trials);
        let shown = screen::METRICS.iter().filter_map(|id| summary.metric(id));
        let open = shown.filter(|metric| !precision.is_met(metric)).count();
        if open == 0 || plan.sampler == Sampler::Expected || plan.trials == MOST_TRIALS {
            if open > 0 {
                terminal::remark("stopped at 10,000,000,000 trials: the precision is not reached");
            }
            let store = long.and_then(Checkpoint::into_store);
            return Ok(Run { case, trials, summary, store });
        }
        plan.trials =
            (2 * plan.trials).next_multiple_of(BLOCK as u64).max(2 * BLOCK as u64).min(MOST_TRIALS);
    }
}

/// The ledger of a run that was kept in memory so far.
fn begin(
    case: &Case,
    trials: &mut Trials,
    plan: Plan,
    folder: Option<&Path>,
) -> Result<Checkpoint, Failure> {
    let model = case.model();
    let mut ledger = match folder {
        Some(folder) => Checkpoint::on_disk(
            folder,
            Origin::of(&case.about().hash, plan, long::all_blocks(plan)),
            model,
            Begin::Once,
        )?,
        None => Checkpoint::in_memory(model, plan),
    };
    let mut done = std::mem::replace(trials, Trials::empty(model, plan));
    done.leave_whole_blocks();
    if done.filled() > 0 {
        ledger.add(model, 0, done)?;
    }
    Ok(ledger)
}
