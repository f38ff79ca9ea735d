//! Which futures a check asks for, before it asks for them.

use std::path::Path;

use crate::design::BLOCK;
use crate::engine::{self, Watch};
use crate::model::{Model, Plan};
use crate::output::Case;
use crate::output::baseline::{self, Baseline};

/// Fewest trials of a baseline: ten blocks.
const FEWEST: u64 = 10 * BLOCK as u64;

/// The futures that a baseline keeps: whole blocks.
pub fn to_keep(case: &Case) -> Plan {
    let trials = case.plan().trials.max(FEWEST).div_ceil(BLOCK as u64) * BLOCK as u64;
    Plan { trials, ..case.plan() }
}

/// The futures that are held against those of a baseline, with another seed where one is given.
pub fn beside(baseline: &Baseline, seed: Option<u64>) -> Plan {
    Plan { seed: seed.unwrap_or(baseline.plan.seed), ..baseline.plan }
}

/// The futures of a scenario with which an edit is looked at.
pub fn of_revision(case: &Case, seed: Option<u64>) -> Plan {
    Plan { seed: seed.unwrap_or(case.plan().seed), ..case.plan() }
}

/// Tells of all futures that are held against the baselines in some folders, and of those that are
/// kept where a scenario has none, so that machines can run them together.
pub fn ahead(all: &[(&Case, Option<&Path>)], seed: Option<u64>, watch: &impl Watch) {
    if !watch.has_help() {
        return;
    }
    let asked = all.iter().flat_map(|(case, folder)| {
        let plans = match folder {
            None => vec![to_keep(case)],
            Some(folder) => of_baseline(case, folder, seed),
        };
        plans.into_iter().map(|plan| (case.model(), plan, 0))
    });
    let asked: Vec<(&Model, Plan, u64)> = asked.collect();
    engine::ahead(asked, watch);
}

/// The same of scenarios and of what they were before, each pair in the same futures.
pub fn ahead_of_pairs<'a>(pairs: &[(&'a Case, &'a Case)], seed: Option<u64>, watch: &impl Watch) {
    let both = |&(case, old): &(&'a Case, &'a Case)| {
        let plan = of_revision(case, seed);
        let old = Some(old).filter(|old| old.about().hash != case.about().hash);
        std::iter::once(case).chain(old).map(move |case| (case.model(), plan, 0))
    };
    let pairs: Vec<(&Model, Plan, u64)> = pairs.iter().flat_map(both).collect();
    engine::ahead(pairs, watch);
}

/// What an edit takes depends on the edit: that is asked for when it is known.
fn of_baseline(case: &Case, folder: &Path, seed: Option<u64>) -> Vec<Plan> {
    let Ok(Some(baseline)) = baseline::read(folder) else { return Vec::new() };
    if baseline.hash != case.about().hash {
        return Vec::new();
    }
    let plan = beside(&baseline, seed);
    let again = baseline::is_exact(&baseline) && plan.seed != baseline.plan.seed;
    std::iter::once(plan).chain(again.then_some(baseline.plan)).collect()
}
