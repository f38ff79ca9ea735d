//! How runs are divided among tasks.

use super::list::Unit;
use crate::design::Sampler;
use crate::output::Case;
use crate::output::store::blocks_of;
use crate::watch::Errand;

/// Runs that were divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// What each task does.
    pub tasks: Vec<Vec<Unit>>,
    /// Shards of each run; 0 of one that is a single future, which is not worth a task.
    pub shards: Vec<u64>,
}

impl Spread {
    /// Runs as they were divided before, among these tasks.
    pub fn again(tasks: Vec<Vec<Unit>>, cases: usize) -> Spread {
        let mut shards = vec![0; cases];
        for unit in tasks.iter().flatten() {
            if let Unit::Shard { case, of, .. } = *unit
                && let Some(shards) = shards.get_mut(case)
            {
                *shards = of;
            }
        }
        Spread { tasks, shards }
    }
}

/// Divides runs among at most so many tasks. Each run has about the same number of shards, never
/// more than blocks; where there are more runs than tasks, a task has several of them.
pub fn divided(cases: &[Case], tasks: u64) -> Spread {
    let blocks = cases.iter().map(|case| {
        let plan = case.plan();
        if plan.sampler == Sampler::Expected { 0 } else { blocks_of(plan.trials) }
    });
    let blocks: Vec<u64> = blocks.collect();
    let shared = blocks.iter().filter(|blocks| **blocks > 0).count() as u64;
    let each = tasks.div_ceil(shared.max(1));
    let shards: Vec<u64> = blocks.iter().map(|blocks| each.min(*blocks)).collect();
    let units: Vec<Unit> = shards
        .iter()
        .enumerate()
        .flat_map(|(case, &of)| (1..=of).map(move |number| Unit::Shard { case, number, of }))
        .collect();
    let count = units.len() as u64;
    let tasks = tasks.min(count);
    let up_to = |task: u64| share(count, task, tasks) as usize;
    let tasks = (0..tasks).map(|task| units[up_to(task)..up_to(task + 1)].to_vec()).collect();
    Spread { tasks, shards }
}

/// Divides the blocks of errands among at most so many tasks, evenly.
pub fn packed(errands: &[Errand], tasks: u64) -> Vec<Vec<Unit>> {
    let count: u64 = errands.iter().map(|errand| errand.end - errand.first).sum();
    let tasks = tasks.min(count);
    let of_task = |task: u64| {
        let (from, to) = (share(count, task, tasks), share(count, task + 1, tasks));
        let mut before = 0;
        let part = |(errand, asked): (usize, &Errand)| {
            let (start, blocks) = (before, asked.end - asked.first);
            before += blocks;
            let [first, end] = [from, to].map(|at| at.clamp(start, start + blocks) - start);
            let [first, end] = [first, end].map(|block| asked.first + block);
            (first < end).then_some(Unit::Part { errand, first, end })
        };
        errands.iter().enumerate().filter_map(part).collect()
    };
    (0..tasks).map(of_task).collect()
}

/// So many of all that the first tasks have.
fn share(all: u64, tasks: u64, of: u64) -> u64 {
    (u128::from(all) * u128::from(tasks) / u128::from(of.max(1))) as u64
}
