//! What is kept of many more futures than a record has blocks: moments of the blocks that follow
//! them, which take the same room however many there are.
//!
//! A percentile is judged by how many futures lie beyond the place where it was: a share, of which
//! blocks have a mean and a variance as of any other number. The place is that of the record, whose
//! futures are others, so that both shares are free of bias. Of things that are counted nothing has
//! moved while the percentile stays on its step: however many come to be there or go away, as long
//! as those below do not become more than its own share, nor those up to it fewer.

use rayon::prelude::*;

use super::{ROUNDING, TARGET};
use crate::design::BLOCK;
use crate::engine::{self, Detail, Watch};
use crate::estimate::{self, Estimate};
use crate::model::{ColumnId, Model, Plan, Tolerances};
use crate::summary::{MetricSummary, Summary};
use crate::trials::moments::Moments;
use crate::trials::pairwise::Sum;
use crate::trials::{Trials, statistics};

/// The percentiles that are compared.
pub const MARKED: [&str; 3] = ["p05", "p50", "p95"];

/// The shares of the futures below them.
pub(super) const LEVELS: [f64; 3] = [0.05, 0.5, 0.95];

/// By how much more than the tolerance's share of the futures may pass each of them: where most of
/// them are, it takes more to tell, and so it does about as many as a mean.
pub(super) const PASSING: [f64; 3] = [1.0, 1.6, 1.0];

/// Blocks that are simulated at a time.
const STRETCH: u64 = 32;

/// Moments of the blocks behind a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Long {
    pub rows: Vec<LongRow>,
}

/// Moments of a metric, or of a target, whose mean is its probability.
#[derive(Clone, Debug, PartialEq)]
pub struct LongRow {
    pub name: String,
    /// Of the means of the blocks.
    pub mean: Moments,
    /// Of single futures, as far as they are numbers.
    pub futures: Moments,
    /// The percentiles of the record, in the order of [`MARKED`].
    pub percentiles: [f64; 3],
    /// Those of the earlier record.
    pub marks: [Mark; 3],
}

/// Where a percentile was, and how many futures of a block lie on its two sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// NaN where there is none.
    pub at: f64,
    /// What is nearer to the mark than this counts as being there.
    pub reach: f64,
    /// Of the shares of the blocks that lie below.
    pub below: Moments,
    /// Of the shares that do not lie above.
    pub upto: Moments,
}

impl Mark {
    pub fn new(at: f64, reach: f64) -> Mark {
        Mark { at, reach, below: Moments::default(), upto: Moments::default() }
    }

    fn count(&mut self, block: &[f64]) {
        // An infinite mark stays where it is, whatever the reach.
        let [low, high] = [self.at - self.reach, self.at + self.reach];
        let (mut below, mut upto) = (0_u32, 0_u32);
        for value in block {
            below += u32::from(*value < low);
            upto += u32::from(*value <= high);
        }
        let share = |count: u32| Moments::one(f64::from(count) / block.len() as f64);
        self.below.add(&share(below));
        self.upto.add(&share(upto));
    }
}

impl LongRow {
    /// A row without blocks.
    pub fn new(name: String, percentiles: [f64; 3], marks: [Mark; 3]) -> LongRow {
        let (mean, futures) = (Moments::default(), Moments::default());
        LongRow { name, mean, futures, percentiles, marks }
    }

    /// Adds the whole blocks of a column.
    fn add(&mut self, blocks: &[(f64, Vec<f64>)]) {
        for (mean, values) in blocks.iter().filter(|(_, values)| values.len() == BLOCK) {
            self.mean.add(&Moments::one(*mean));
            self.futures.add(&scatter(values));
            let marks = self.marks.iter_mut().filter(|mark| !mark.at.is_nan());
            marks.for_each(|mark| mark.count(values));
        }
    }
}

/// Moments of those values that are numbers. Their variance is needed for a width only: plain sums
/// about a value of theirs are exact enough.
fn scatter(values: &[f64]) -> Moments {
    let Some(&center) = values.iter().find(|value| value.is_finite()) else {
        return Moments::default();
    };
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for value in values.iter().filter(|value| value.is_finite()) {
        let apart = value - center;
        count += 1.0;
        sum += apart;
        squares += apart * apart;
    }
    let mean: f64 = sum / count;
    Moments::known(count, center + mean, (squares - count * mean * mean).max(0.0) / (count - 1.0))
}

fn percentiles(metric: &MetricSummary) -> [f64; 3] {
    MARKED.map(|id| metric.percentile(id).value)
}

/// What a row is about.
#[derive(Clone, Copy, Debug)]
enum Source {
    Metric(ColumnId),
    /// Place in [`Model::targets`].
    Target(usize),
}

impl Source {
    /// Means and values of the blocks; of a target, 1 where a future meets it.
    fn blocks(self, model: &Model, trials: &Trials) -> Vec<(f64, Vec<f64>)> {
        match self {
            Source::Metric(id) => statistics::blocks(model, trials.column(model, id), id),
            Source::Target(place) => {
                let target = &model.targets[place];
                let hits = trials.column(model, target.metric).hits(target.bound);
                hits.chunks(BLOCK).map(|block| (estimate::mean(block), block.to_vec())).collect()
            }
        }
    }
}

/// The blocks behind a record, simulated and forgotten.
#[derive(Clone, Debug)]
pub struct Gathering<'a> {
    model: &'a Model,
    plan: Plan,
    /// The block with which it goes on, and those that are behind it.
    next: u64,
    blocks: u64,
    sources: Vec<Source>,
    pub long: Long,
}

impl<'a> Gathering<'a> {
    /// Those behind a run, whose own percentiles are the marks.
    pub fn behind(model: &'a Model, plan: Plan, summary: &Summary) -> Gathering<'a> {
        let row = |name: String, percentiles: [f64; 3]| {
            LongRow::new(name, percentiles, percentiles.map(|at| Mark::new(at, 0.0)))
        };
        let metrics = summary.metrics.iter().filter(|metric| metric.column.community.is_none());
        let metrics = metrics.map(|metric| row(metric.name.clone(), percentiles(metric)));
        let none = [f64::NAN; MARKED.len()];
        let targets =
            model.targets.iter().map(|target| row(format!("{TARGET}{}", target.name), none));
        Gathering::of(model, plan, metrics.chain(targets).collect())
    }

    /// Those of a run beside an earlier one, whose percentiles are the marks; what comes nearer to
    /// them than the tolerances of the metrics counts as being there.
    pub fn beside(
        old: &Long,
        tolerances: &Tolerances,
        model: &'a Model,
        (plan, summary): (Plan, &Summary),
    ) -> Gathering<'a> {
        let mark = |name: &str, at: f64| {
            let own = tolerances.of(name).map_or(0.0, |own| own.at(at));
            let reach = own.max(ROUNDING * at.abs());
            Mark::new(at, if reach.is_finite() { reach } else { 0.0 })
        };
        let rows = old.rows.iter().map(|row| {
            let now = summary.metric(&row.name).map_or([f64::NAN; 3], percentiles);
            LongRow::new(row.name.clone(), now, row.marks.map(|old| mark(&row.name, old.at)))
        });
        Gathering::of(model, plan, rows.collect())
    }

    fn of(model: &'a Model, plan: Plan, rows: Vec<LongRow>) -> Gathering<'a> {
        let target = |name: &str| {
            let is_called = |target: &str| name.strip_prefix(TARGET) == Some(target);
            model.targets.iter().position(|target| is_called(&target.name.to_string()))
        };
        let source = |row: &LongRow| {
            target(&row.name)
                .map(Source::Target)
                .or_else(|| model.column(&row.name).map(Source::Metric))
        };
        let (sources, rows) = rows.into_iter().filter_map(|row| Some((source(&row)?, row))).unzip();
        let next = plan.trials.div_ceil(BLOCK as u64);
        Gathering { model, plan, next, blocks: 0, sources, long: Long { rows } }
    }

    /// Blocks so far.
    pub const fn blocks(&self) -> u64 {
        self.blocks
    }

    /// Goes on to so many blocks. The result is meaningless where `watch` stopped it.
    pub fn go_on(&mut self, to: u64, watch: &impl Watch) {
        watch.announce(to.saturating_sub(self.blocks) * BLOCK as u64);
        while self.blocks < to && !watch.stopped() {
            let end = self.next + (to - self.blocks).min(STRETCH);
            let plan = Plan { trials: end * BLOCK as u64, ..self.plan };
            let trials = engine::stretch(self.model, plan, self.next..end, Detail::Totals, watch);
            let model = self.model;
            self.long.rows.par_iter_mut().zip(&self.sources).for_each(|(row, source)| {
                row.add(&source.blocks(model, &trials));
            });
            self.blocks += end - self.next;
            self.next = end;
        }
    }
}

/// The difference of the means of two samples of blocks, by Welch (1947).
pub(super) fn difference(before: &Moments, after: &Moments) -> Estimate {
    let value = after.mean - before.mean;
    if before.count < 2.0 || after.count < 2.0 {
        return Estimate::unknown(value);
    }
    let [a, b] = [before, after].map(|moments| moments.variance() / moments.count);
    if a + b == 0.0 {
        return Estimate::exact(value);
    }
    let freedom = (a + b) * (a + b) / (a * a / (before.count - 1.0) + b * b / (after.count - 1.0));
    Estimate { value, se: (a + b).sqrt(), freedom }
}

/// The middle 90 % of the futures, or of a normal distribution that scatters as they do, or as the
/// means of their blocks tell, whichever is widest: what is nothing in most futures has a scatter
/// and no width, and a ratio of means scatters as its numerator and denominator do. So every mean
/// takes about as many futures.
pub(super) fn width(row: &LongRow) -> f64 {
    let marked = row.marks[2].at - row.marks[0].at;
    let [futures, blocks] = [row.futures.variance(), row.mean.variance() * BLOCK as f64]
        .map(|variance| 2.0 * 1.644_853_626_951_472_7 * variance.sqrt());
    [marked, futures, blocks].into_iter().filter(|width| width.is_finite()).fold(0.0, f64::max)
}
