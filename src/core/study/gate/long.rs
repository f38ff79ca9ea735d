//! What is kept of many more futures than a record has blocks: moments of the blocks that follow
//! them, which take the same room however many there are.
//!
//! A percentile is judged by how many futures lie beyond the place where it was: a share, of which
//! blocks have a mean and a variance as of any other number. The place is that of the record, whose
//! futures are others, so that both shares are free of bias. Of things that are counted nothing has
//! moved while the percentile stays on its step: however many come to be there or go away, as long
//! as those below do not become more than its own share, nor those up to it fewer.

use super::blocks::{self, NUMBERS, Row, Topic};
use super::{ROUNDING, TARGET};
use crate::design::BLOCK;
use crate::engine::Watch;
use crate::estimate::Estimate;
use crate::model::{Model, Plan, Tolerances};
use crate::summary::{MetricSummary, Summary};
use crate::trials::moments::Moments;
use crate::trials::pairwise::Sum;
use crate::watch::{Brought, Errand};

/// The percentiles that are compared.
pub const MARKED: [&str; 3] = ["p05", "p50", "p95"];

/// The shares of the futures below them.
pub(super) const LEVELS: [f64; 3] = [0.05, 0.5, 0.95];

/// By how much more than the tolerance's share of the futures may pass each of them: where most of
/// them are, it takes more to tell, and so it does about as many as a mean.
pub(super) const PASSING: [f64; 3] = [1.0, 1.6, 1.0];

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
}

impl LongRow {
    /// A row without blocks.
    pub fn new(name: String, percentiles: [f64; 3], marks: [Mark; 3]) -> LongRow {
        let (mean, futures) = (Moments::default(), Moments::default());
        LongRow { name, mean, futures, percentiles, marks }
    }

    /// Adds what a block says.
    fn add(&mut self, block: &[f64]) {
        let [mean, count, center, variance, ..] = *block else { return };
        self.mean.add(&Moments::one(mean));
        self.futures.add(&Moments::known(count, center, variance));
        for (mark, sides) in self.marks.iter_mut().zip(block[4..].chunks_exact(2)) {
            if !mark.at.is_nan() {
                mark.below.add(&Moments::one(sides[0]));
                mark.upto.add(&Moments::one(sides[1]));
            }
        }
    }
}

fn percentiles(metric: &MetricSummary) -> [f64; 3] {
    MARKED.map(|id| metric.percentile(id).value)
}

/// The blocks behind a record, simulated and forgotten.
#[derive(Clone, Debug)]
pub struct Gathering<'a> {
    model: &'a Model,
    plan: Plan,
    /// The block with which it goes on, and those that are behind it.
    next: u64,
    blocks: u64,
    topics: Vec<Topic>,
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
        let topic = |row: &LongRow| {
            target(&row.name)
                .map(Topic::Target)
                .or_else(|| model.column(&row.name).map(Topic::Metric))
        };
        let (topics, rows) = rows.into_iter().filter_map(|row| Some((topic(&row)?, row))).unzip();
        let next = plan.trials.div_ceil(BLOCK as u64);
        Gathering { model, plan, next, blocks: 0, topics, long: Long { rows } }
    }

    /// Blocks so far.
    pub const fn blocks(&self) -> u64 {
        self.blocks
    }

    /// What is asked of the blocks.
    fn rows(&self) -> Vec<Row> {
        let row = |(row, topic): (&LongRow, &Topic)| {
            let places = row.marks.map(|mark| [mark.at, mark.reach]);
            Row { topic: *topic, places }
        };
        self.long.rows.iter().zip(&self.topics).map(row).collect()
    }

    /// What another machine may do to go on to so many blocks.
    pub fn errand(&self, to: u64) -> Option<Errand> {
        let end = self.next + to.checked_sub(self.blocks)?;
        blocks::errand(self.model, self.plan, &self.rows(), self.next..end)
    }

    /// Goes on to so many blocks. The result is meaningless where `watch` stopped it.
    pub fn go_on(&mut self, to: u64, watch: &impl Watch) {
        let count = to.saturating_sub(self.blocks);
        watch.announce(count * BLOCK as u64);
        let (rows, width) = (self.rows(), self.topics.len() * NUMBERS);
        let brought = self.errand(to).and_then(|errand| watch.elsewhere(&errand));
        let fits = |part: &Brought| part.numbers.len() == width * (part.end - part.first) as usize;
        if let Some(brought) = brought.filter(|brought| brought.iter().all(fits)) {
            let numbers = brought.iter().flat_map(|part| part.numbers.chunks_exact(width.max(1)));
            numbers.for_each(|block| self.long.add(block));
        } else {
            let (model, blocks) = ((self.model, self.plan), self.next..self.next + count);
            let long = &mut self.long;
            blocks::simulate(model, &rows, blocks, watch, |block| long.add(block));
        }
        self.next += count;
        self.blocks += count;
    }
}

impl Long {
    /// Adds what a block says of each row.
    fn add(&mut self, block: &[f64]) {
        let rows = self.rows.iter_mut().zip(block.chunks_exact(NUMBERS));
        rows.for_each(|(row, numbers)| row.add(numbers));
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
