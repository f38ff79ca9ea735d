//! How long work takes, and into how many tasks it is divided by that.

use std::ops::Range;
use std::time::{Duration, Instant};

use crate::engine::{self, Detail, Unwatched, Watch};
use crate::output::Case;
use crate::output::store::blocks_of;

/// The shortest time of a task that is worth a queue, the one that is aimed at, and the longest.
const SECONDS: [f64; 3] = [30.0, 40.0, 60.0];
/// Parts of the first and of the second try, by whose difference the time is measured.
const TRIES: [u64; 2] = [1, 4];
/// A first try of so long tells enough.
const ENOUGH: Duration = Duration::from_millis(500);
/// Most tasks of a job.
pub const MOST: u64 = 100_000;

/// Into how many tasks work is divided that takes so many seconds on one of as many workers: so
/// that each takes 30 to 60 seconds where it can. No task has less than a block, and no worker that
/// is known stands idle.
pub fn tasks(seconds: f64, blocks: u64, workers: u64) -> u64 {
    let [shortest, aim, longest] = SECONDS;
    let most = (seconds / shortest).floor().max(1.0);
    let wanted = (seconds / aim).round().clamp((seconds / longest).ceil().min(most), most);
    (wanted as u64).max(workers).min(blocks).clamp(1, MOST)
}

/// Whether work of so many seconds is worth a round of tasks, which costs some too; of as many
/// tasks as somebody says, or of as many as it takes.
pub fn is_worth(seconds: f64, cost: f64, tasks: Option<u64>) -> bool {
    seconds >= if tasks.is_some() { cost } else { SECONDS[0] }
}

/// Seconds that one part takes on one thread, of some consecutive ones that are tried.
pub fn measured(parts: Range<u64>, work: impl Fn(Range<u64>) + Send + Sync) -> f64 {
    let timed = |count: u64| {
        let end = parts.end.min(parts.start + count);
        let start = Instant::now();
        work(parts.start..end);
        (end - parts.start, start.elapsed())
    };
    let tried = || {
        let (few, before) = timed(TRIES[0]);
        // What is made once, such as tables, is not what a part takes.
        let (more, after) = if before < ENOUGH { timed(TRIES[1]) } else { (few, before) };
        let (count, time) =
            if more > few { (more - few, after.saturating_sub(before)) } else { (few, before) };
        time.as_secs_f64() / count.max(1) as f64
    };
    match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        Ok(pool) => pool.install(tried),
        // Without another thread it is measured on those that there are.
        Err(_) => tried(),
    }
}

/// Seconds that the futures of a case take on one thread.
pub fn of_run(case: &Case) -> f64 {
    let (model, plan) = (case.model(), case.plan());
    let blocks = blocks_of(plan.trials);
    let each = measured(0..blocks, |parts| {
        engine::stretch(model, plan, parts, Detail::Weekly, &Unwatched);
    });
    each * blocks as f64
}

/// Tells nobody of what is only tried.
pub struct Unheard<'a, W>(pub &'a W);

impl<W: Watch> Watch for Unheard<'_, W> {
    fn done(&self, _: u64) {}

    fn stopped(&self) -> bool {
        self.0.stopped()
    }
}
