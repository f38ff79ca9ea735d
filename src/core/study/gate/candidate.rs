//! A run that is held against an earlier one by its statistics, of as many futures as that takes.

use super::long::{self, Gathering, LEVELS, Long, LongRow, MARKED, PASSING};
use super::{
    Moved, POWER, ROUNDING, Record, RecordRow, STATISTICS, Scale, TARGET, Verdict, judge, needed,
    paired, together,
};
use crate::design::{BLOCK, Sampler};
use crate::engine::Watch;
use crate::estimate::Estimate;
use crate::model::{Model, Plan, Tolerance, Tolerances};
use crate::normal;
use crate::summary::Summary;
use crate::trials::moments::Moments;

/// Blocks from which the scatter is learned, before it is known how many are needed.
const PILOT: u64 = 20;

/// How many times more blocks a baseline has than a later run would need beside one without end:
/// the later run then takes a third more than that, and not twice as many.
const AHEAD: f64 = 4.0;

/// Statistics for which a baseline is made: those of about twenty scenarios.
const FORESEEN: usize = 5_000;

/// What is kept of a run, for later ones to be held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    pub record: Record,
    pub long: Long,
}

/// A model with what makes no difference to it, and how its run is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub model: &'a Model,
    pub tolerances: &'a Tolerances,
    pub plan: Plan,
    /// The most trials that it may have, those of the plan included.
    pub most: u64,
}

impl Subject<'_> {
    /// The most blocks behind those of the plan; at the medians there is one future.
    fn blocks(&self) -> u64 {
        if self.plan.sampler == Sampler::Expected {
            return 0;
        }
        self.most.saturating_sub(self.plan.trials) / BLOCK as u64
    }
}

impl Kept {
    /// What is kept of a run: its record, and the moments of as many blocks behind it as a later
    /// run of so many will need.
    pub fn of(of: Subject, record: Record, summary: &Summary, watch: &impl Watch) -> Kept {
        let mut gathering = Gathering::behind(of.model, of.plan, summary);
        let z = needed(FORESEEN);
        gathering.go_on(PILOT.min(of.blocks()), watch);
        while gathering.blocks() < of.blocks() && !watch.stopped() {
            let wanted = gathering.long.rows.iter().map(|row| {
                let against = Against { row, now: row, tolerances: of.tolerances };
                let mean = against.mean_tolerance();
                let shares = (0..MARKED.len()).flat_map(|place| {
                    let excess = against.share(place);
                    against.sides(place).map(|side| (side.was.variance(), excess))
                });
                std::iter::once((row.mean.variance(), mean))
                    .chain(shares)
                    // Both runs scatter alike.
                    .map(|(variance, excess)| AHEAD * variance * reach(z, excess))
                    .fold(0.0, f64::max)
            });
            let wanted = wanted.fold(0.0, f64::max);
            if wanted <= gathering.blocks() as f64 {
                break;
            }
            gathering.go_on(further(wanted, gathering.blocks(), of.blocks()), watch);
        }
        Kept { record, long: gathering.long }
    }
}

/// What the variance of a block is multiplied with to give the blocks at which a score of `z`
/// leaves so much to be found.
fn reach(z: f64, excess: f64) -> f64 {
    // Student's t is so much further out than a normal score, of a hundred blocks.
    const STUDENT: f64 = 1.07;
    ((STUDENT * z + normal::quantile(POWER)) / excess).powi(2)
}

/// How far to go on from so many blocks: most of the way to as many as are wanted, because the
/// largest of many scatters that are not known well is too large; in steps that end.
fn further(wanted: f64, from: u64, most: u64) -> u64 {
    const WAY: f64 = 0.6;
    let way = WAY * (wanted.min(most as f64) - from as f64);
    (from + (way.ceil() as u64).max(from.div_ceil(8))).min(most)
}

/// A run that is held against an earlier one by its statistics.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    subject: Subject<'a>,
    kept: Kept,
    gathering: Gathering<'a>,
    /// Block by block, where both runs meet the same futures.
    paired: Vec<Moved>,
    pub moved: Vec<Moved>,
}

impl<'a> Candidate<'a> {
    /// A run of another seed, revision or platform: its record and summary beside what was kept.
    /// Where the seeds are the same, blocks are compared one by one.
    pub fn of(
        subject: Subject<'a>,
        kept: Kept,
        (record, now): (&Record, &Summary),
        has_same_seed: bool,
    ) -> Candidate<'a> {
        let Subject { model, tolerances, plan, .. } = subject;
        let gathering = Gathering::beside(&kept.long, tolerances, model, (plan, now));
        let paired =
            if has_same_seed { paired(&kept.record, record, tolerances) } else { Vec::new() };
        Candidate { subject, kept, gathering, paired, moved: Vec::new() }
    }

    /// Trials so far.
    pub fn trials(&self) -> u64 {
        self.subject.plan.trials + self.gathering.blocks() * BLOCK as u64
    }

    /// The verdict on all of its statistics; of none it is open.
    pub fn verdict(&self) -> Verdict {
        if self.moved.is_empty() { Verdict::Inconclusive } else { together(&self.moved) }
    }

    /// To how many blocks a score of `z` takes it first; `None` where it takes none.
    fn begin(&mut self, z: f64) -> Option<u64> {
        self.moved.clone_from(&self.paired);
        let is_clear = !self.paired.is_empty() && self.paired.iter().all(|moved| moved.is_clear(z));
        let to = PILOT.min(self.subject.blocks());
        (!is_clear && to > self.gathering.blocks()).then_some(to)
    }

    /// Goes on to so many blocks; to how many then, where they are not enough for a score of `z`.
    fn gather(&mut self, z: f64, to: u64, watch: &impl Watch) -> Option<u64> {
        self.gathering.go_on(to, watch);
        if watch.stopped() {
            return None;
        }
        let most = self.subject.blocks();
        let told = self.told(z);
        let unclear = told.iter().filter(|told| !told.moved.is_clear(z));
        let next = unclear.map(|told| further(told.blocks, to, most)).max();
        self.moved = told.into_iter().map(|told| told.moved).collect();
        next.filter(|next| *next > self.gathering.blocks())
    }

    /// Every statistic, by blocks in pairs or by moments, whichever tells more.
    fn told(&self, z: f64) -> Vec<Told> {
        let mut told = told(&self.kept.long, &self.gathering.long, self.subject.tolerances, z);
        for paired in &self.paired {
            let twin = told.iter_mut().find(|told| {
                told.moved.metric == paired.metric && told.moved.statistic == paired.statistic
            });
            match twin {
                Some(twin) if twin.moved.blur() > paired.blur() => twin.moved = paired.clone(),
                Some(_) => {}
                None => told.push(Told { moved: paired.clone(), blocks: 0.0 }),
            }
        }
        let order = |told: &Told| {
            let row = |row: &RecordRow| row.name == told.moved.metric;
            let statistic = |(id, _): &(&str, usize)| *id == told.moved.statistic;
            (self.kept.record.rows.iter().position(row), STATISTICS.iter().position(statistic))
        };
        told.sort_by_key(order);
        told
    }
}

/// Every statistic of two runs by their moments, not judged yet.
pub fn by_moments(old: &Long, new: &Long, tolerances: &Tolerances) -> Vec<Moved> {
    told(old, new, tolerances, 1.0).into_iter().map(|told| told.moved).collect()
}

fn told(old: &Long, new: &Long, tolerances: &Tolerances, z: f64) -> Vec<Told> {
    let mut found: Vec<Told> = Vec::new();
    for now in &new.rows {
        let Some(row) = old.rows.iter().find(|row| row.name == now.name) else { continue };
        let against = Against { row, now, tolerances };
        found.extend(against.mean(z));
        found.extend((0..MARKED.len()).filter_map(|place| against.percentile(place, z)));
    }
    found
}

impl Moved {
    /// How little is known about it: its error against what has to be found.
    fn blur(&self) -> f64 {
        if self.difference.se == 0.0 { 0.0 } else { self.difference.se / self.excess }
    }
}

/// A statistic, with the blocks of the run at which it is clear; infinite where the earlier run was
/// too short for it.
struct Told {
    moved: Moved,
    blocks: f64,
}

/// Moments of an earlier run, and of a later one.
struct Against<'a> {
    row: &'a LongRow,
    now: &'a LongRow,
    tolerances: &'a Tolerances,
}

impl Against<'_> {
    fn own(&self) -> Option<Tolerance> {
        self.tolerances.of(&self.row.name)
    }

    /// How much of the mean makes no difference.
    fn mean_tolerance(&self) -> f64 {
        let mean = self.row.mean.mean;
        let wanted = match self.own() {
            Some(own) => own.at(mean),
            // A probability lies between 0 and 1.
            None if self.row.name.starts_with(TARGET) => self.tolerances.share,
            None => self.tolerances.share * long::width(self.row),
        };
        wanted.max(ROUNDING * mean.abs())
    }

    /// The mean; `None` where one of the two is none.
    fn mean(&self, z: f64) -> Option<Told> {
        let (before, after) = (&self.row.mean, &self.now.mean);
        let tolerance = self.mean_tolerance();
        (before.mean.is_finite() && after.mean.is_finite()).then(|| Told {
            moved: Moved {
                metric: self.row.name.clone(),
                statistic: "mean",
                old: before.mean,
                new: after.mean,
                scale: Scale::Value,
                difference: long::difference(before, after),
                tolerance,
                excess: tolerance,
                verdict: Verdict::Inconclusive,
                detectable: f64::INFINITY,
            },
            blocks: blocks(before, after, reach(z, tolerance)),
        })
    }

    /// By how large a share of the futures more may pass a percentile.
    fn share(&self, place: usize) -> f64 {
        PASSING[place] * self.tolerances.share
    }

    /// The futures up to the mark of a percentile, and those below it. Where more futures are at
    /// the mark than a change of twice the tolerance takes with it, the percentile stays on its
    /// step until its own share of them lies beyond.
    fn sides(&self, place: usize) -> [Side; 2] {
        let (was, now) = (&self.row.marks[place], &self.now.marks[place]);
        let level = LEVELS[place];
        let is_step = was.upto.mean - was.below.mean > 2.0 * self.share(place);
        let side = |was: &Moments, now: &Moments, nearest: f64| {
            if !is_step || self.own().is_some() {
                return Side { was: *was, now: *now };
            }
            Side { was: scattered(was, nearest, nearest), now: scattered(now, now.mean, nearest) }
        };
        [
            side(&was.upto, &now.upto, was.upto.mean.min(level)),
            side(&was.below, &now.below, was.below.mean.max(level)),
        ]
    }

    /// A percentile: the share of the futures that passed its place. It rose where fewer lie up to
    /// it, and fell where more lie below.
    fn percentile(&self, place: usize, z: f64) -> Option<Told> {
        let (was, now) = (&self.row.marks[place], &self.now.marks[place]);
        if was.at.is_nan() {
            return None;
        }
        let [upto, below] = self.sides(place);
        let rise = long::difference(&upto.was, &upto.now);
        let fall = long::difference(&below.was, &below.now);
        let (side, found) = if -rise.value >= fall.value {
            (upto, Estimate { value: rise.value.min(0.0), ..rise })
        } else {
            (below, Estimate { value: fall.value.max(0.0), ..fall })
        };
        // A metric's own tolerance is the reach of its marks. A change of twice as much takes with
        // it all who are there.
        let there = (was.upto.mean - now.below.mean).min(now.upto.mean - was.below.mean);
        let share = self.share(place);
        let (tolerance, excess) =
            if self.own().is_some() { (0.0, there.max(0.0)) } else { (share, share) };
        Some(Told {
            moved: Moved {
                metric: self.row.name.clone(),
                statistic: MARKED[place],
                old: was.at,
                new: self.now.percentiles[place],
                scale: Scale::Share,
                difference: found,
                tolerance,
                excess,
                verdict: Verdict::Inconclusive,
                detectable: f64::INFINITY,
            },
            blocks: blocks(&side.was, &side.now, reach(z, excess)),
        })
    }
}

/// The shares of blocks on one side of a mark, then and now.
struct Side {
    was: Moments,
    now: Moments,
}

/// Shares of blocks about a mean, which scatter as they would about another one: as theirs do to
/// independent futures, so do those.
fn scattered(shares: &Moments, mean: f64, about: f64) -> Moments {
    // Of fewer futures than so many in a block it cannot be told.
    const TOLD: f64 = 10.0;
    let binomial = |share: f64| share * (1.0 - share) / BLOCK as f64;
    let is_told = shares.mean * (1.0 - shares.mean) * BLOCK as f64 > TOLD;
    let effect = if is_told { shares.variance() / binomial(shares.mean) } else { 1.0 };
    Moments::known(shares.count, mean, effect * binomial(about))
}

/// The blocks of a run at which the difference from an earlier one is clear.
fn blocks(before: &Moments, after: &Moments, reach: f64) -> f64 {
    let left = 1.0 / reach - before.variance() / before.count;
    if left > 0.0 { after.variance() / left } else { f64::INFINITY }
}

/// Judges all candidates together, each with as many futures as its scatter takes, if it may.
pub fn settle(candidates: &mut [&mut Candidate], watch: &impl Watch) {
    let rows = |candidate: &&mut Candidate| candidate.kept.record.rows.len();
    let z = needed(STATISTICS.len() * candidates.iter().map(rows).sum::<usize>());
    let mut wanted: Vec<Option<u64>> =
        candidates.iter_mut().map(|candidate| candidate.begin(z)).collect();
    while wanted.iter().any(Option::is_some) && !watch.stopped() {
        let open = candidates.iter().zip(&wanted);
        let errands = open.filter_map(|(candidate, to)| candidate.gathering.errand((*to)?));
        watch.ahead(errands.collect());
        for (candidate, wanted) in candidates.iter_mut().zip(&mut wanted) {
            *wanted = wanted.and_then(|to| candidate.gather(z, to, watch));
        }
    }
    let all = candidates.iter_mut().flat_map(|candidate| &mut candidate.moved);
    judge(&mut all.collect::<Vec<&mut Moved>>());
}
