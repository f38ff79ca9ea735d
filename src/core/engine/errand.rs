//! What another machine may simulate: questions in words that both understand, and numbers that
//! answer them.
//!
//! A block's numbers follow from the model, the plan and the number of the block, so that it does
//! not matter who simulates it. Test: `studies::studies_on_many_machines_have_the_digits_of_one`.

use super::block::Ends;
use crate::design::{BLOCK, Sampler};
use crate::model::{ColumnId, Matrix, Model, Plan};
use crate::trials::{Column, Trials};
use crate::watch::{Brought, Errand, Watch};

/// What can be asked of a model elsewhere.
#[derive(Clone, Debug)]
pub enum Question {
    /// All inputs and columns of the trials of some blocks.
    Futures(Plan),
    /// A column of these trials with each of some inputs at either of its two values.
    Ends(Plan, ColumnId, Vec<Ends>),
}

impl Question {
    pub const fn plan(&self) -> Plan {
        let (Question::Futures(plan) | Question::Ends(plan, ..)) = self;
        *plan
    }

    /// The words of a question: names and numbers, doubles as their bits.
    fn words(&self) -> String {
        let plan = plan_in_words(self.plan());
        let Question::Ends(_, metric, ends) = self else { return plan };
        let scope = metric.community.map_or_else(|| "all".to_owned(), |place| place.to_string());
        let end = |end: &Ends| {
            let [low, high] = end.values.map(f64::to_bits);
            format!("{} {low} {high}", end.input)
        };
        let ends: Vec<String> = ends.iter().map(end).collect();
        format!("{plan} {scope} {} {}", metric.metric, ends.join(" "))
    }

    /// The question of some words, if a model can be asked it.
    pub fn read(words: &str, model: &Model) -> Option<Question> {
        let mut words = words.split(' ');
        let plan = plan_of_words(&mut words, model)?;
        let Some(scope) = words.next() else { return Some(Question::Futures(plan)) };
        let community = if scope == "all" { None } else { Some(scope.parse().ok()?) };
        let metric = ColumnId { community, metric: words.next()?.parse().ok()? };
        model.columns().find(|column| *column == metric)?;
        let mut ends = Vec::new();
        while let Some(input) = words.next() {
            let input = input.parse().ok().filter(|input| *input < model.inputs.len())?;
            let value = |word: Option<&str>| Some(f64::from_bits(word?.parse().ok()?));
            ends.push(Ends { input, values: [value(words.next())?, value(words.next())?] });
        }
        Some(Question::Ends(plan, metric, ends))
    }

    /// The errand of it, from a block on; `None` where the model has no name, or there is nothing
    /// to do.
    pub fn errand(&self, model: &Model, first: u64) -> Option<Errand> {
        let plan = self.plan();
        let end = plan.trials.div_ceil(BLOCK as u64);
        if model.point.is_empty() || plan.sampler == Sampler::Expected || first >= end {
            return None;
        }
        let times = if let Question::Ends(_, _, ends) = self { 2 * ends.len() as u64 } else { 1 };
        Some(Errand {
            point: model.point.clone(),
            question: self.words(),
            first,
            end,
            futures: times * (plan.trials - first * BLOCK as u64),
        })
    }
}

/// A plan as a question names it.
pub fn plan_in_words(plan: Plan) -> String {
    let Plan { trials, seed, sampler, matrix } = plan;
    let matrix = match matrix {
        Matrix::Own => "own".to_owned(),
        Matrix::OtherLuck => "other-luck".to_owned(),
        Matrix::AllLuck => "all-luck".to_owned(),
        Matrix::NoLuck => "no-luck".to_owned(),
        Matrix::Redrawn(input) => input.to_string(),
    };
    format!("{trials} {seed} {} {matrix}", sampler.id())
}

/// The plan that the next words of a question name, if a model can follow it.
pub fn plan_of_words<'w>(words: &mut impl Iterator<Item = &'w str>, model: &Model) -> Option<Plan> {
    let trials = words.next()?.parse().ok()?;
    let seed = words.next()?.parse().ok()?;
    let sampler = Sampler::find(words.next()?)?;
    let matrix = match words.next()? {
        "own" => Matrix::Own,
        "other-luck" => Matrix::OtherLuck,
        "all-luck" => Matrix::AllLuck,
        "no-luck" => Matrix::NoLuck,
        input => Matrix::Redrawn(input.parse().ok().filter(|input| *input < model.inputs.len())?),
    };
    Some(Plan { trials, seed, sampler, matrix })
}

/// The trials of some blocks of so many.
fn rows(trials: usize, first: u64, end: u64) -> std::ops::Range<usize> {
    (first as usize * BLOCK).min(trials)..(end as usize * BLOCK).min(trials)
}

/// Fills a run from a block on with what was simulated elsewhere; whether it was.
pub fn fetched(model: &Model, trials: &mut Trials, done: usize, watch: &impl Watch) -> bool {
    let errand = Question::Futures(trials.plan).errand(model, done as u64);
    let Some(brought) = errand.and_then(|errand| watch.elsewhere(&errand)) else { return false };
    let (all, width) = (trials.filled(), numbers_of(trials).count());
    let fits = |part: &Brought| part.numbers.len() == width * rows(all, part.first, part.end).len();
    if !brought.iter().all(fits) {
        return false;
    }
    for part in &brought {
        let rows = rows(all, part.first, part.end);
        let mut numbers = part.numbers.chunks_exact(rows.len().max(1));
        let mut put = |values: &mut Vec<f64>| {
            if let Some(numbers) = numbers.next() {
                values[rows.clone()].copy_from_slice(numbers);
            }
        };
        for column in &mut trials.columns {
            match column {
                Column::Plain(values) => put(values),
                Column::Ratio { over, under } => {
                    put(over);
                    put(under);
                }
            }
        }
        trials.inputs.iter_mut().for_each(&mut put);
    }
    true
}

/// Every list of numbers of a run: numerators before their denominators, inputs last.
fn numbers_of(trials: &Trials) -> impl Iterator<Item = &Vec<f64>> {
    trials.columns.iter().flat_map(lists).chain(&trials.inputs)
}

fn lists(column: &Column) -> impl Iterator<Item = &Vec<f64>> {
    let (over, under) = match column {
        Column::Plain(values) => (values, None),
        Column::Ratio { over, under } => (over, Some(under)),
    };
    std::iter::once(over).chain(under)
}

/// The numbers of a run as they are sent.
pub fn sent(trials: &Trials) -> Vec<f64> {
    numbers_of(trials).flatten().copied().collect()
}

/// The numbers of columns as they are sent.
pub fn sent_ends(columns: &[[Column; 2]]) -> Vec<f64> {
    columns.iter().flatten().flat_map(lists).flatten().copied().collect()
}

/// The columns of a question of ends that was answered elsewhere.
pub fn fetched_ends(
    model: &Model,
    question: &Question,
    watch: &impl Watch,
) -> Option<Vec<[Column; 2]>> {
    let Question::Ends(plan, metric, ends) = question else { return None };
    let brought = watch.elsewhere(&question.errand(model, 0)?)?;
    let (is_ratio, trials) = (model.metric(metric.metric).value.is_ratio(), plan.trials as usize);
    let lists = 2 * ends.len() * if is_ratio { 2 } else { 1 };
    let mut all = vec![Vec::with_capacity(trials); lists];
    for part in &brought {
        let rows = rows(trials, part.first, part.end).len();
        if part.numbers.len() != lists * rows {
            return None;
        }
        let numbers = part.numbers.chunks_exact(rows.max(1));
        all.iter_mut().zip(numbers).for_each(|(list, numbers)| list.extend_from_slice(numbers));
    }
    let mut all = all.into_iter();
    let mut column = || {
        let over = all.next().unwrap_or_default();
        if is_ratio {
            Column::Ratio { over, under: all.next().unwrap_or_default() }
        } else {
            Column::Plain(over)
        }
    };
    Some(ends.iter().map(|_| [column(), column()]).collect())
}
