//! Whether a scenario's numbers are what they were: its statistics on independent blocks, against
//! those of an earlier run.
//!
//! Of every statistic the difference d of the two runs has a standard error from the blocks: of the
//! paired differences where both runs have the same designs, else of both means. With the tolerance
//! t, a statistic has moved when |d| - z se > t, and is the same when |d| + z se < t; z is chosen
//! by Holm's method (1979) over all statistics of one call, so that the chance of a single false
//! alarm among them is at most [`FALSE_ALARM`].

use crate::design::BLOCK;
use crate::engine::{self, Detail, Watch};
use crate::estimate::{self, Estimate};
use crate::model::{Model, Tolerance, Tolerances};
use crate::normal;
use crate::summary::Summary;
use crate::trials::Trials;

/// Statistics that are compared, with their places among those of a block.
pub const STATISTICS: [(&str, usize); 4] = [("mean", 0), ("p05", 1), ("p50", 4), ("p95", 7)];

/// The chance that one call calls anything moved that has not.
pub const FALSE_ALARM: f64 = 0.001;

/// Rounding moves a number by less than this share of itself.
const ROUNDING: f64 = 1e-9;

/// What is kept of a run: the statistics of its whole blocks, of all communities together.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub trials: u64,
    pub rows: Vec<RecordRow>,
}

/// Statistics of a metric, or of a target, whose mean is its probability.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordRow {
    pub name: String,
    /// Block by block, in the order of [`STATISTICS`]; NaN where there is none or it is "never".
    pub blocks: Vec<[f64; 4]>,
}

/// What stands before the name of a target.
pub(crate) const TARGET: &str = "target: ";

impl Record {
    /// The record of a run.
    pub fn of(model: &Model, trials: &Trials, summary: &Summary) -> Record {
        let whole = |value: f64| if value.is_finite() { value } else { f64::NAN };
        let count = trials.whole_blocks();
        let mut rows: Vec<RecordRow> = model
            .measured()
            .enumerate()
            .filter(|(_, column)| column.community.is_none())
            .map(|(place, column)| {
                let block = |block: usize| {
                    STATISTICS.map(|(_, statistic)| {
                        whole(summary.blocks[block].statistics[place][statistic])
                    })
                };
                RecordRow {
                    name: model.column_name(column),
                    blocks: (0..count).map(block).collect(),
                }
            })
            .collect();
        rows.extend(model.targets.iter().map(|target| {
            let hits = trials.column(model, target.metric).hits(target.bound);
            let blocks = hits
                .chunks_exact(BLOCK)
                .map(|block| [estimate::mean(block), f64::NAN, f64::NAN, f64::NAN])
                .collect();
            RecordRow { name: format!("{TARGET}{}", target.name), blocks }
        }));
        Record { trials: trials.count(), rows }
    }
}

impl RecordRow {
    /// How much of the metric makes no difference.
    fn tolerance(&self, tolerances: &Tolerances, value: f64) -> f64 {
        let own = tolerances.metrics.iter().find(|(name, _)| *name == self.name);
        let wanted = match own {
            Some((_, Tolerance::Absolute(absolute))) => *absolute,
            Some((_, Tolerance::Relative(relative))) => relative * value.abs(),
            // A probability lies between 0 and 1.
            None if self.name.starts_with(TARGET) => tolerances.share,
            // What is the same in every block has no width and no excuse.
            None if self.blocks.iter().all(|block| block[0] == self.blocks[0][0]) => 0.0,
            None => {
                let width = self.mean(3) - self.mean(1);
                // What is "never", or hardly ever anything, has no width of its own.
                tolerances.share
                    * if width.is_finite() && width > 0.0 { width } else { value.abs() }
            }
        };
        wanted.max(ROUNDING * value.abs())
    }

    /// The mean of a statistic over the blocks.
    pub fn mean(&self, statistic: usize) -> f64 {
        let values: Vec<f64> = self.blocks.iter().map(|block| block[statistic]).collect();
        if values.is_empty() { f64::NAN } else { estimate::mean(&values) }
    }
}

/// Whether two runs have the same designs, block by block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Designs {
    Same,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Same,
    Moved,
    /// The futures are too few to tell.
    Inconclusive,
}

impl Verdict {
    pub const fn id(self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::Moved => "moved",
            Verdict::Inconclusive => "inconclusive",
        }
    }
}

/// A statistic of a metric, then and now.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub metric: String,
    pub statistic: &'static str,
    pub old: f64,
    pub new: f64,
    /// New less old, with its error.
    pub difference: Estimate,
    pub tolerance: f64,
    pub verdict: Verdict,
    /// The smallest change that would have been called moved.
    pub detectable: f64,
}

/// Every statistic that both runs have, not judged yet. A statistic that is "never" in some block
/// is left to the others.
pub fn differences(
    old: &Record,
    new: &Record,
    designs: Designs,
    tolerances: &Tolerances,
) -> Vec<Moved> {
    let mut found = Vec::new();
    for row in &old.rows {
        let Some(now) = new.rows.iter().find(|other| other.name == row.name) else { continue };
        for (place, (statistic, _)) in STATISTICS.iter().enumerate() {
            let values =
                |row: &RecordRow| row.blocks.iter().map(|block| block[place]).collect::<Vec<f64>>();
            let (before, after) = (values(row), values(now));
            if before.iter().chain(&after).any(|value| !value.is_finite())
                || before.is_empty()
                || after.is_empty()
            {
                continue;
            }
            let difference = difference(&before, &after, designs);
            let (old, new) = (estimate::mean(&before), estimate::mean(&after));
            let tolerance = row.tolerance(tolerances, old);
            let metric = row.name.clone();
            found.push(Moved {
                metric,
                statistic,
                old,
                new,
                difference,
                tolerance,
                verdict: Verdict::Inconclusive,
                detectable: f64::INFINITY,
            });
        }
    }
    found
}

fn difference(before: &[f64], after: &[f64], designs: Designs) -> Estimate {
    let error = |values: &[f64]| estimate::variance(values) / values.len() as f64;
    if designs == Designs::Same {
        let paired: Vec<f64> =
            before.iter().zip(after).map(|(before, after)| after - before).collect();
        let value = estimate::mean(&paired);
        if paired.iter().all(|other| *other == paired[0]) {
            return Estimate::exact(value);
        }
        return Estimate { value, se: error(&paired).sqrt(), freedom: (paired.len() - 1) as f64 };
    }
    let value = estimate::mean(after) - estimate::mean(before);
    let (a, b) = (error(before), error(after));
    if before.iter().chain(after).all(|other| *other == before[0]) {
        return Estimate::exact(value);
    }
    if before.len() < 2 || after.len() < 2 {
        return Estimate::unknown(value);
    }
    // Welch's approximation (1947).
    let freedom =
        (a + b) * (a + b) / (a * a / (before.len() - 1) as f64 + b * b / (after.len() - 1) as f64);
    Estimate { value, se: (a + b).sqrt(), freedom }
}

/// How far a difference lies beyond its tolerance, as a normal score; below it where it is
/// negative.
fn score(moved: &Moved, distance: f64) -> f64 {
    let Estimate { se, freedom, .. } = moved.difference;
    if se == 0.0 {
        return if distance > 0.0 { f64::INFINITY } else { f64::NEG_INFINITY };
    }
    estimate::normal_score(distance / se, freedom)
}

/// Judges every statistic of a call together.
pub fn judge(all: &mut [&mut Moved]) {
    let beyond = |moved: &Moved| moved.difference.value.abs() - moved.tolerance;
    all.sort_by(|a, b| score(b, beyond(b)).total_cmp(&score(a, beyond(a))));
    let count = all.len();
    let needed = |left: usize| -normal::quantile(FALSE_ALARM / (2.0 * left.max(1) as f64));
    let mut place = 0;
    // Holm: from the clearest case down, each against those that are left, until the first that is
    // not clear.
    while place < count && score(all[place], beyond(all[place])) > needed(count - place) {
        all[place].verdict = Verdict::Moved;
        place += 1;
    }
    let z = needed(count - place);
    for (rank, moved) in all.iter_mut().enumerate() {
        let z = if rank < place { needed(count - rank) } else { z };
        let reach = if moved.difference.se == 0.0 {
            0.0
        } else {
            moved.difference.se * estimate::student_of_score(z, moved.difference.freedom)
        };
        moved.detectable = moved.tolerance + reach;
        if rank >= place {
            let is_same = moved.difference.value.abs() + reach <= moved.tolerance;
            moved.verdict = if is_same { Verdict::Same } else { Verdict::Inconclusive };
        }
    }
}

/// The verdict on several statistics: moved where one has, else inconclusive where one is.
pub fn together<'m>(all: impl IntoIterator<Item = &'m Moved>) -> Verdict {
    all.into_iter().fold(Verdict::Same, |worst, moved| match (worst, moved.verdict) {
        (Verdict::Moved, _) | (_, Verdict::Moved) => Verdict::Moved,
        (Verdict::Inconclusive, _) | (_, Verdict::Inconclusive) => Verdict::Inconclusive,
        _ => Verdict::Same,
    })
}

/// The statistics of a run beside those of the same run of an earlier time, of which every bit has
/// to be the same.
pub fn exactly(old: &Record, new: &Record, tolerances: &Tolerances) -> Vec<Moved> {
    let mut found = differences(old, new, Designs::Same, tolerances);
    for moved in &mut found {
        let is_same = moved.difference.value == 0.0 && moved.difference.se == 0.0;
        moved.verdict = if is_same { Verdict::Same } else { Verdict::Moved };
        moved.detectable = 0.0;
    }
    found
}

/// Whether two records have the same bits. One kind of "not a number" is like another.
pub fn same_bits(old: &Record, new: &Record) -> bool {
    let names =
        |record: &Record| record.rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
    names(old) == names(new) && same_numbers(old, new)
}

/// Whether two records have the same bits in the same order, whatever their rows are called.
pub fn same_numbers(old: &Record, new: &Record) -> bool {
    let bits = |value: f64| if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() };
    let row = |row: &RecordRow| -> Vec<[u64; 4]> {
        row.blocks.iter().map(|block| block.map(bits)).collect()
    };
    old.rows.iter().map(row).eq(new.rows.iter().map(row))
}

/// A run that is held against the record of an earlier one by its statistics.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    pub model: &'a Model,
    pub tolerances: &'a Tolerances,
    pub old: Record,
    /// The earlier run again, where this engine gives it bit for bit: it can go on as well.
    pub again: Option<Trials>,
    pub trials: Trials,
    pub designs: Designs,
    /// The most trials that it may have.
    pub most: u64,
    pub moved: Vec<Moved>,
}

impl Candidate<'_> {
    /// The statistics of what was simulated so far, not judged yet.
    fn compare(&mut self) {
        let record =
            |trials: &Trials| Record::of(self.model, trials, &Summary::of(self.model, trials));
        let again = self.again.as_ref().map(record);
        let old = again.as_ref().unwrap_or(&self.old);
        self.moved = differences(old, &record(&self.trials), self.designs, self.tolerances);
    }

    /// The verdict on all of its statistics; of none it is open.
    pub fn verdict(&self) -> Verdict {
        if self.moved.is_empty() { Verdict::Inconclusive } else { together(&self.moved) }
    }

    /// Twice as many futures, where that helps and is allowed. Paired blocks are as many as the
    /// record has.
    fn go_on(&mut self, watch: &impl Watch) -> bool {
        let more = 2 * self.trials.count();
        if self.moved.is_empty() || self.designs == Designs::Same || more > self.most {
            return false;
        }
        for trials in std::iter::once(&mut self.trials).chain(&mut self.again) {
            watch.announce(more - trials.count());
            engine::extend(self.model, trials, more, Detail::Totals, watch);
        }
        !watch.stopped()
    }
}

/// Judges all candidates together; those that cannot be told get twice the futures, while that
/// helps and is allowed.
pub fn settle(candidates: &mut [&mut Candidate], watch: &impl Watch) {
    for candidate in &mut *candidates {
        candidate.compare();
    }
    loop {
        let mut all: Vec<&mut Moved> =
            candidates.iter_mut().flat_map(|candidate| &mut candidate.moved).collect();
        judge(&mut all);
        let mut is_going_on = false;
        for candidate in &mut *candidates {
            if candidate.verdict() == Verdict::Inconclusive && candidate.go_on(watch) {
                candidate.compare();
                is_going_on = true;
            }
        }
        if !is_going_on {
            return;
        }
    }
}
