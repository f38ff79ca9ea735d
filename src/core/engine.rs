//! The engine: many possible futures of a model, block by block, on all threads.
//!
//! Nothing here can fail, and nothing here speaks: a [`Watch`] is told how far the work is and may
//! stop it. A trial's values depend on the model, the seed, the sampler and its own number; on
//! nothing else.

mod again;
mod block;
mod by_role;
mod cash;
mod community_run;
mod context;
mod courses;
mod detail;
mod errand;
mod future;
mod given;
mod noise;
mod own;
mod periods;
mod reached;
mod seat;
mod shared;
mod steps;
mod terminal;
mod union;
mod week;
mod weekly;
mod work;
mod world;
mod worth;

pub use block::Ends;
pub use cash::{Cash, Till, payback};
pub use community_run::CommunityRun;
pub use context::kept;
pub use detail::Detail;
pub use errand::{plan_in_words, plan_of_words};
pub use future::Future;
pub use given::{Twin, futures_at};
pub use noise::{Address, Expected, Noise, Sampled};
pub use work::TEAM;
pub use world::{Community, Kinds, Lives, Money, Values, World, lifetime};

use std::ops::Range;

use rayon::prelude::*;

use crate::design::{BLOCK, Sampler};
use crate::metric::Measured;
use crate::model::{ColumnId, Model, Plan};
use crate::trials::{Column, Replay, Trials, WeeklyBlock, pairwise};
pub use crate::watch::{Unwatched, Watch};
use block::{Block, Cells, Turn};
use errand::Question;

/// Runs the trials of a plan. A run at the medians is one trial, however many were asked for. The
/// result is meaningless where `watch` stopped the run.
pub fn run(model: &Model, plan: Plan, detail: Detail, watch: &impl Watch) -> Trials {
    let mut trials = Trials::empty(model, plan);
    extend(model, &mut trials, plan.trials, detail, watch);
    trials
}

/// Goes on to a larger number of trials: the result is what [`run`] gives for that number at once,
/// to the last bit. `detail` must be that of the run so far.
pub fn extend(model: &Model, trials: &mut Trials, to: u64, detail: Detail, watch: &impl Watch) {
    let to = if trials.plan.sampler == Sampler::Expected { 1 } else { to };
    trials.plan.trials = to;
    let done = trials.filled() / BLOCK;
    trials.resize(to as usize);
    if detail == Detail::Totals && errand::fetched(model, trials, done, watch) {
        return;
    }
    fill(model, trials, Stretch { first: 0, done }, detail, watch);
}

/// Tells that these models will be run with these plans, whatever comes of it, so that machines can
/// run them together. Each goes on from the trials that it has.
pub fn ahead<'m>(asked: impl IntoIterator<Item = (&'m Model, Plan, u64)>, watch: &impl Watch) {
    let errand = |(model, plan, done): (&'m Model, Plan, u64)| {
        Question::Futures(plan).errand(model, done / BLOCK as u64)
    };
    watch.ahead(asked.into_iter().filter_map(errand).collect());
}

/// The numbers of some blocks of a question that was asked elsewhere; `None` where the model cannot
/// be asked it. Meaningless where `watch` stopped it.
pub fn answer(
    model: &Model,
    question: &str,
    blocks: Range<u64>,
    watch: &impl Watch,
) -> Option<Vec<f64>> {
    Some(match Question::read(question, model)? {
        Question::Futures(plan) => {
            errand::sent(&stretch(model, plan, blocks, Detail::Totals, watch))
        }
        Question::Ends(plan, metric, ends) => {
            errand::sent_ends(&turned(model, (plan, blocks), metric, &ends, watch))
        }
    })
}

/// The trials of some of a plan's blocks alone, as the columns of [`run`] have them.
pub fn stretch(
    model: &Model,
    plan: Plan,
    blocks: Range<u64>,
    detail: Detail,
    watch: &impl Watch,
) -> Trials {
    let mut trials = Trials::empty(model, plan);
    let end = (blocks.end * BLOCK as u64).min(plan.trials);
    trials.resize(end.saturating_sub(blocks.start * BLOCK as u64) as usize);
    fill(model, &mut trials, Stretch { first: blocks.start, done: 0 }, detail, watch);
    trials
}

/// Consecutive blocks of a plan.
#[derive(Clone, Copy)]
struct Stretch {
    /// Number of the first one.
    first: u64,
    /// How many of them were run already.
    done: usize,
}

/// Trials of a block that a thread takes at a time where there are too few blocks for all threads.
const QUARTER: usize = BLOCK / 4;

/// Runs the blocks of a stretch that are not done.
fn fill(model: &Model, trials: &mut Trials, stretch: Stretch, detail: Detail, watch: &impl Watch) {
    let Stretch { first, done } = stretch;
    let (plan, first) = (trials.plan, first + done as u64);
    prepare(model);
    let left = (trials.filled() - done * BLOCK).div_ceil(BLOCK);
    let is_short = detail == Detail::Totals && left < 2 * rayon::current_num_threads();
    let each = if is_short { QUARTER } else { BLOCK };
    let mut parts = split(&mut trials.inputs, &mut trials.columns, (done * BLOCK, each));
    let work = parts.par_iter_mut().enumerate().map(|(place, cells)| {
        if watch.stopped() {
            return None;
        }
        let (block, from) = (place * each / BLOCK, place * each % BLOCK);
        Block::new(model, plan, first + block as u64, detail).run(from, cells, watch)
    });
    let weekly: Vec<Option<WeeklyBlock>> = work.collect();
    trials.weekly.forget_broken();
    for (place, block) in weekly.into_iter().enumerate() {
        let Some(block) = block else { continue };
        let whole = if block.trials == BLOCK as u64 {
            pairwise::Block::Whole
        } else {
            pairwise::Block::Broken
        };
        trials.weekly.push(first + place as u64, whole, block);
    }
}

/// Tables of quantiles are made when they are first asked for: rather all at once than by one
/// thread for which the others wait.
fn prepare(model: &Model) {
    model.inputs.par_iter().for_each(|input| {
        input.dist.quantile(0.5);
    });
}

/// Trials of a part of the work of [`ends`].
const PART: usize = 40;

/// The column of a metric with each of some inputs at either of its two values in every trial of a
/// plan, all others as they fall. The result is meaningless where `watch` stopped the run. Test:
/// `study::sensitivity::an_input_at_an_end_is_a_run_with_that_input`.
pub fn ends(
    model: &Model,
    plan: Plan,
    metric: ColumnId,
    ends: &[Ends],
    watch: &impl Watch,
) -> Vec<[Column; 2]> {
    let question = Question::Ends(plan, metric, ends.to_vec());
    errand::fetched_ends(model, &question, watch).unwrap_or_else(|| {
        let blocks = 0..plan.trials.div_ceil(BLOCK as u64);
        turned(model, (plan, blocks), metric, ends, watch)
    })
}

/// The same in some blocks alone.
fn turned(
    model: &Model,
    (plan, blocks): (Plan, Range<u64>),
    metric: ColumnId,
    ends: &[Ends],
    watch: &impl Watch,
) -> Vec<[Column; 2]> {
    prepare(model);
    let trials = if plan.sampler == Sampler::Expected { 1 } else { plan.trials as usize };
    let parts: Vec<Range<usize>> = (blocks.start as usize..blocks.end as usize)
        .flat_map(|block| {
            let end = ((block + 1) * BLOCK).min(trials);
            (block * BLOCK..end).step_by(PART).map(move |first| first..(first + PART).min(end))
        })
        .collect();
    let part = |part: &Range<usize>| {
        let mut found = Vec::with_capacity(2 * ends.len() * part.len());
        let number = (part.start / BLOCK) as u64;
        let mut block = Block::new(model, plan, number, Detail::Totals);
        let room = Future::new(model, Detail::Totals);
        let mut turn = Turn { ends, column: model.place(metric), room, watch };
        for trial in part.clone().take_while(|_| !watch.stopped()) {
            block.turn(trial % BLOCK, &mut turn, |measured| found.push(measured));
        }
        found.resize(2 * ends.len() * part.len(), Measured::defined(f64::NAN));
        found
    };
    let found: Vec<Vec<Measured>> = parts.par_iter().map(part).collect();
    let is_ratio = model.metric(metric.metric).value.is_ratio();
    let column = |place: usize| {
        let each = found.iter().flat_map(|part| part.iter().skip(place).step_by(2 * ends.len()));
        let over = each.clone().map(|measured| measured.over).collect();
        if is_ratio {
            Column::Ratio {
                over,
                under: each.map(|measured| measured.under.unwrap_or(1.0)).collect(),
            }
        } else {
            Column::Plain(over)
        }
    };
    (0..ends.len()).map(|end| [2 * end, 2 * end + 1].map(column)).collect()
}

/// Runs a trial again, with the values that it has in the run: bit for bit.
pub fn replay(model: &Model, plan: Plan, trial: u64) -> Replay {
    Block::new(model, plan, trial / BLOCK as u64, Detail::Weekly)
        .replay((trial % BLOCK as u64) as usize)
}

/// The weeks of some columns of METRICS in every trial of a plan: column by column, week by week,
/// trial by trial, with the values that they have in the run. NaN where a week has none. The result
/// is meaningless where `watch` stopped the run. Test:
/// `engine::courses_are_the_weeks_of_the_run`.
pub fn courses(
    model: &Model,
    plan: Plan,
    wanted: &[ColumnId],
    watch: &impl Watch,
) -> Vec<Vec<Vec<f64>>> {
    prepare(model);
    courses::courses(model, plan, wanted, watch)
}

/// The cells from trial `done` on, so many trials at a time, in the order of the trials.
fn split<'a>(
    inputs: &'a mut [Vec<f64>],
    columns: &'a mut [Column],
    (done, each): (usize, usize),
) -> Vec<Cells<'a>> {
    let mut parts: Vec<Cells> = Vec::new();
    let mut deal = |values: &'a mut [f64], put: fn(&mut Cells<'a>, &'a mut [f64])| {
        for (place, part) in values[done..].chunks_mut(each).enumerate() {
            if parts.len() == place {
                parts.push(Cells::default());
            }
            put(&mut parts[place], part);
        }
    };
    for column in columns {
        match column {
            Column::Plain(values) => deal(values, |cells, part| cells.columns.push((part, None))),
            Column::Ratio { over, under } => {
                deal(over, |cells, part| cells.columns.push((part, None)));
                deal(under, |cells, part| {
                    if let Some((_, denominator)) = cells.columns.last_mut() {
                        *denominator = Some(part);
                    }
                });
            }
        }
    }
    for values in inputs {
        deal(values, |cells, part| cells.inputs.push(part));
    }
    parts
}
