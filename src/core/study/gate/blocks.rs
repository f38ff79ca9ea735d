//! What a block says of a metric or a target: the few numbers from which moments are added up, so
//! that another machine can send them in place of its futures.
//!
//! Test: `studies::checks_on_many_machines_have_the_digits_of_one`.

use std::ops::Range;

use rayon::prelude::*;

use crate::design::BLOCK;
use crate::engine::{self, Detail, Watch};
use crate::estimate;
use crate::model::{ColumnId, Model, Plan};
use crate::trials::{Trials, statistics};
use crate::watch::Errand;

/// Blocks that are simulated at a time.
const STRETCH: u64 = 32;

/// Places where percentiles were, of each metric.
pub const PLACES: usize = 3;

/// Numbers of one block about one row: its mean; of its futures the number, the mean and the
/// variance; the shares below and up to each place.
pub const NUMBERS: usize = 4 + 2 * PLACES;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Metric(ColumnId),
    /// Place in [`Model::targets`].
    Target(usize),
}

/// What is asked of the blocks about one row.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub topic: Topic,
    /// Where percentiles were, NaN where there is none, and how near counts as being there.
    pub places: [[f64; 2]; PLACES],
}

impl Topic {
    /// Means and values of the blocks; of a target, 1 where a future meets it.
    fn blocks(self, model: &Model, trials: &Trials) -> Vec<(f64, Vec<f64>)> {
        match self {
            Topic::Metric(id) => statistics::blocks(model, trials.column(model, id), id),
            Topic::Target(place) => {
                let target = &model.targets[place];
                let hits = trials.column(model, target.metric).hits(target.bound);
                hits.chunks(BLOCK).map(|block| (estimate::mean(block), block.to_vec())).collect()
            }
        }
    }
}

impl Row {
    fn numbers(&self, mean: f64, values: &[f64]) -> [f64; NUMBERS] {
        let mut numbers = [mean; NUMBERS];
        numbers[1..4].copy_from_slice(&scatter(values));
        let sides = numbers[4..].chunks_exact_mut(2);
        for (sides, &[at, reach]) in sides.zip(&self.places) {
            sides.copy_from_slice(&shares(values, [at - reach, at + reach]));
        }
        numbers
    }

    fn words(&self) -> String {
        let (kind, scope, place) = match self.topic {
            Topic::Target(place) => ("target", None, place),
            Topic::Metric(ColumnId { community, metric }) => ("metric", community, metric),
        };
        let scope = scope.map_or_else(|| "all".to_owned(), |community| community.to_string());
        let places = self.places.iter().flatten().map(|number| number.to_bits().to_string());
        format!("{kind} {scope} {place} {}", places.collect::<Vec<_>>().join(" "))
    }

    fn read<'w>(words: &mut impl Iterator<Item = &'w str>, model: &Model) -> Option<Row> {
        let (kind, scope) = (words.next()?, words.next()?);
        let place: usize = words.next()?.parse().ok()?;
        let community = if scope == "all" { None } else { Some(scope.parse().ok()?) };
        let topic = match kind {
            "target" if place < model.targets.len() => Topic::Target(place),
            "metric" => {
                let id = ColumnId { community, metric: place };
                Topic::Metric(model.measured().find(|column| *column == id)?)
            }
            _ => return None,
        };
        let mut places = [[0.0; 2]; PLACES];
        for number in places.iter_mut().flatten() {
            *number = f64::from_bits(words.next()?.parse().ok()?);
        }
        Some(Row { topic, places })
    }
}

/// The shares of values below the first of two numbers, and up to the second. An infinite place
/// stays where it is, however far it reaches.
fn shares(values: &[f64], [low, high]: [f64; 2]) -> [f64; 2] {
    let (mut below, mut upto) = (0_u32, 0_u32);
    for value in values {
        below += u32::from(*value < low);
        upto += u32::from(*value <= high);
    }
    [below, upto].map(|count| f64::from(count) / values.len() as f64)
}

/// Number, mean and variance of those values that are numbers. Their variance is needed for a width
/// only: plain sums about a value of theirs are exact enough.
fn scatter(values: &[f64]) -> [f64; 3] {
    let Some(&center) = values.iter().find(|value| value.is_finite()) else {
        return [0.0; 3];
    };
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for value in values.iter().filter(|value| value.is_finite()) {
        let apart = value - center;
        count += 1.0;
        sum += apart;
        squares += apart * apart;
    }
    let mean: f64 = sum / count;
    [count, center + mean, (squares - count * mean * mean).max(0.0) / (count - 1.0)]
}

/// Tells the numbers of some blocks of a plan, however many it has: block by block, and of each
/// row by row. They are meaningless where `watch` stopped it.
pub fn simulate(
    (model, plan): (&Model, Plan),
    rows: &[Row],
    blocks: Range<u64>,
    watch: &impl Watch,
    mut tell: impl FnMut(&[f64]),
) {
    let mut next = blocks.start;
    while next < blocks.end && !watch.stopped() {
        let end = blocks.end.min(next + STRETCH);
        let plan = Plan { trials: end * BLOCK as u64, ..plan };
        let trials = engine::stretch(model, plan, next..end, Detail::Totals, watch);
        let of_row = |row: &Row| -> Vec<[f64; NUMBERS]> {
            let blocks = row.topic.blocks(model, &trials);
            blocks.iter().map(|(mean, values)| row.numbers(*mean, values)).collect()
        };
        let found: Vec<Vec<[f64; NUMBERS]>> = rows.par_iter().map(of_row).collect();
        for block in 0..(end - next) as usize {
            let numbers: Vec<f64> = found.iter().flat_map(|of_row| of_row[block]).collect();
            tell(&numbers);
        }
        next = end;
    }
}

/// What stands before such a question, and none of the engine's.
const ASKED: &str = "blocks ";

/// The errand that brings these numbers; `None` where the model has no name.
pub fn errand(model: &Model, plan: Plan, rows: &[Row], blocks: Range<u64>) -> Option<Errand> {
    if model.point.is_empty() || blocks.is_empty() {
        return None;
    }
    let rows: Vec<String> = rows.iter().map(Row::words).collect();
    Some(Errand {
        point: model.point.clone(),
        question: format!("{ASKED}{} {}", engine::plan_in_words(plan), rows.join(" ")),
        first: blocks.start,
        end: blocks.end,
        futures: (blocks.end - blocks.start) * BLOCK as u64,
    })
}

/// The numbers of some blocks of any question that was asked elsewhere; `None` where the model
/// cannot be asked it. Meaningless where `watch` stopped it.
pub fn answer(
    model: &Model,
    question: &str,
    blocks: Range<u64>,
    watch: &impl Watch,
) -> Option<Vec<f64>> {
    let Some(words) = question.strip_prefix(ASKED) else {
        return engine::answer(model, question, blocks, watch);
    };
    let mut words = words.split(' ').peekable();
    let plan = engine::plan_of_words(&mut words, model)?;
    let mut rows = Vec::new();
    while words.peek().is_some_and(|word| !word.is_empty()) {
        rows.push(Row::read(&mut words, model)?);
    }
    let mut numbers = Vec::new();
    simulate((model, plan), &rows, blocks, watch, |block| numbers.extend_from_slice(block));
    Some(numbers)
}
