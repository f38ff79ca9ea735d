//! Whether a scenario's numbers are what they were.
//!
//! Of every statistic the difference d of two runs has a standard error: of the paired differences
//! of a record's blocks where both runs meet the same futures, else of the blocks behind them, of
//! which a baseline keeps the moments ([`long`]). With the tolerance t, a statistic has moved when
//! |d| - z se > t; z is chosen by Holm's method (1979) over all statistics of one call, so that the
//! chance of a single false alarm among them is at most [`FALSE_ALARM`]. It is the same where it
//! has not moved, and where a change of twice the tolerance would have been found with a
//! probability of [`POWER`]; else so few futures cannot tell. How many are enough follows from the
//! scatter alone and not from what is found, so that there is one look and one level.

pub mod blocks;
mod candidate;
pub mod long;

pub use candidate::{Candidate, Kept, Subject, by_moments, settle};

use crate::design::BLOCK;
use crate::estimate::{self, Estimate};
use crate::model::{Model, Tolerances};
use crate::normal;
use crate::summary::Summary;
use crate::trials::Trials;

/// Statistics that are compared, with their places among those of a block.
pub const STATISTICS: [(&str, usize); 4] = [("mean", 0), ("p05", 1), ("p50", 4), ("p95", 7)];

/// The chance that one call calls anything moved that has not.
pub const FALSE_ALARM: f64 = 0.001;

/// The chance that a change of twice the tolerance is found.
pub const POWER: f64 = 0.99;

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
        let wanted = match tolerances.of(&self.name) {
            Some(own) => own.at(value),
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

/// What a difference is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// The unit of the metric.
    Value,
    /// The share of the futures that passed the place where a percentile was.
    Share,
}

impl Scale {
    pub const fn id(self) -> &'static str {
        match self {
            Scale::Value => "value",
            Scale::Share => "share",
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
    pub scale: Scale,
    /// New less old on its scale, with its error.
    pub difference: Estimate,
    /// How much of it makes no difference.
    pub tolerance: f64,
    /// How far a change of twice the tolerance lies beyond it.
    excess: f64,
    pub verdict: Verdict,
    /// The smallest change that would have been called moved.
    pub detectable: f64,
}

impl Moved {
    /// Whether a change of twice the tolerance would be found against a score of `z`.
    fn is_clear(&self, z: f64) -> bool {
        let Estimate { se, freedom, .. } = self.difference;
        se == 0.0
            || (estimate::student_of_score(z, freedom) + normal::quantile(POWER)) * se
                <= self.excess
    }
}

/// Every statistic that two records have, block by block, not judged yet. A statistic that is
/// "never" in some block is left to the others.
pub fn paired(old: &Record, new: &Record, tolerances: &Tolerances) -> Vec<Moved> {
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
            let (old, new) = (estimate::mean(&before), estimate::mean(&after));
            let tolerance = row.tolerance(tolerances, old);
            found.push(Moved {
                metric: row.name.clone(),
                statistic,
                old,
                new,
                scale: Scale::Value,
                difference: difference(&before, &after),
                tolerance,
                excess: tolerance,
                verdict: Verdict::Inconclusive,
                detectable: f64::INFINITY,
            });
        }
    }
    found
}

/// The mean of the differences of blocks; of two lists of another length, as if the rest were not.
fn difference(before: &[f64], after: &[f64]) -> Estimate {
    let paired: Vec<f64> = before.iter().zip(after).map(|(before, after)| after - before).collect();
    let value = estimate::mean(&paired);
    if paired.iter().all(|other| *other == paired[0]) {
        return Estimate::exact(value);
    }
    let se = (estimate::variance(&paired) / paired.len() as f64).sqrt();
    Estimate { value, se, freedom: (paired.len() - 1) as f64 }
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

/// The normal score that one of so many statistics has to reach.
fn needed(count: usize) -> f64 {
    -normal::quantile(FALSE_ALARM / (2.0 * count.max(1) as f64))
}

/// Judges every statistic of a call together.
pub fn judge(all: &mut [&mut Moved]) {
    let beyond = |moved: &Moved| moved.difference.value.abs() - moved.tolerance;
    all.sort_by(|a, b| score(b, beyond(b)).total_cmp(&score(a, beyond(a))));
    let count = all.len();
    let mut place = 0;
    // Holm: from the clearest case down, each against those that are left, until the first that is
    // not clear.
    while place < count && score(all[place], beyond(all[place])) > needed(count - place) {
        all[place].verdict = Verdict::Moved;
        place += 1;
    }
    for (rank, moved) in all.iter_mut().enumerate() {
        let z = needed(count - rank.min(place));
        let Estimate { se, freedom, .. } = moved.difference;
        let reach = if se == 0.0 { 0.0 } else { se * estimate::student_of_score(z, freedom) };
        moved.detectable = moved.tolerance + reach;
        if rank >= place {
            let is_clear = moved.is_clear(needed(count));
            moved.verdict = if is_clear { Verdict::Same } else { Verdict::Inconclusive };
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
    let mut found = paired(old, new, tolerances);
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
