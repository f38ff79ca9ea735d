//! The weekly series of a block: what every week, month and year comes to in all of its trials.

use std::ops::Range;

use super::future::Future;
use super::periods::Gathering;
use crate::metric::METRICS;
use crate::model::{Calendar, Model};
use crate::trials::{WeekStatistics, WeeklyBlock};

/// The weekly series of some scopes, of all trials of a block.
pub(super) struct Weekly {
    trials: usize,
    weeks: usize,
    pub scopes: Range<usize>,
    /// Places in METRICS.
    metrics: Vec<usize>,
    /// Scope by scope.
    series: Vec<Course>,
    /// The weeks of the last trials, series by series: those of a week stand side by side.
    waiting: Vec<Together>,
    /// The same of the denominators.
    under: Vec<Together>,
}

/// Trials of which the weeks are written down together: as many numbers as a line of the cache
/// holds.
const TOGETHER: usize = 8;

/// A week of some trials.
type Together = [f64; TOGETHER];

/// A weekly series in all trials: in week `t` at `t * trials`.
#[derive(Default)]
struct Course {
    values: Cramped,
    /// Denominators, of a metric that has any.
    under: Cramped,
}

/// Numbers in as little room as they leave: most series are of whole counts, and many of nothing.
#[derive(Default)]
enum Cramped {
    #[default]
    Zeros,
    Whole(Vec<u32>),
    Any(Vec<f64>),
}

impl Cramped {
    /// Puts numbers at a place among so many.
    fn put(&mut self, count: usize, place: usize, values: &[f64]) {
        if matches!(self, Cramped::Zeros) && values.iter().all(|value| value.to_bits() == 0) {
            return;
        }
        let is_whole = |value: &f64| f64::from(*value as u32).to_bits() == value.to_bits();
        let are_whole = values.iter().fold(true, |so_far, value| so_far & is_whole(value));
        match self {
            Cramped::Zeros if are_whole => *self = Cramped::Whole(vec![0; count]),
            Cramped::Zeros => *self = Cramped::Any(vec![0.0; count]),
            Cramped::Whole(before) if !are_whole => {
                *self = Cramped::Any(before.iter().copied().map(f64::from).collect());
            }
            Cramped::Whole(_) | Cramped::Any(_) => {}
        }
        match self {
            Cramped::Zeros => {}
            Cramped::Whole(numbers) => {
                let numbers = numbers[place..place + values.len()].iter_mut();
                numbers.zip(values).for_each(|(number, value)| *number = *value as u32);
            }
            Cramped::Any(numbers) => {
                numbers[place..place + values.len()].copy_from_slice(values);
            }
        }
    }

    /// The numbers at some places.
    fn read(&self, places: Range<usize>, into: &mut [f64]) {
        match self {
            Cramped::Zeros => into.fill(0.0),
            Cramped::Whole(values) => into
                .iter_mut()
                .zip(&values[places])
                .for_each(|(value, whole)| *value = f64::from(*whole)),
            Cramped::Any(values) => into.copy_from_slice(&values[places]),
        }
    }
}

/// Bytes that the weeks of all blocks at work may take, if no series left any room.
const MOST_WEEKLY: usize = 4 << 30;

impl Weekly {
    /// For how many scopes there is room.
    pub fn scopes_at_once(model: &Model, trials: usize) -> usize {
        let scope = model.weekly().count() * model.weeks * trials * size_of::<f64>();
        (MOST_WEEKLY / rayon::current_num_threads() / scope.max(1)).max(1)
    }

    pub fn new(model: &Model, trials: usize, scopes: Range<usize>) -> Weekly {
        let metrics: Vec<usize> = model.weekly().collect();
        let count = scopes.len() * metrics.len();
        let series = std::iter::repeat_with(Course::default).take(count).collect();
        let waiting = vec![[0.0; TOGETHER]; count * model.weeks];
        let under = waiting.clone();
        Weekly { trials, weeks: model.weeks, scopes, metrics, series, waiting, under }
    }

    pub fn put(&mut self, trial: usize, future: &Future) {
        let place = trial % TOGETHER;
        let mut cells = self.waiting.iter_mut().zip(&mut self.under);
        for scope in self.scopes.clone() {
            let weeks = future.weeks(scope);
            for &metric in &self.metrics {
                for (counted, (over, under)) in weeks.iter().zip(&mut cells) {
                    let Some(measured) = METRICS[metric].value.of_week(counted) else { continue };
                    over[place] = measured.over;
                    if let Some(denominator) = measured.under {
                        under[place] = denominator;
                    }
                }
            }
        }
        if place + 1 == TOGETHER || trial + 1 == self.trials {
            self.write_down(trial - place, place + 1);
        }
    }

    /// Writes the weeks of so many trials down, from a first one on.
    fn write_down(&mut self, first: usize, trials: usize) {
        let (count, weeks) = (self.weeks * self.trials, self.weeks.max(1));
        let mut metrics = self.metrics.iter().cycle();
        let waiting = self.waiting.chunks(weeks).zip(self.under.chunks(weeks));
        for (course, (values, under)) in self.series.iter_mut().zip(waiting) {
            let is_ratio = metrics.next().is_some_and(|metric| METRICS[*metric].value.is_ratio());
            for (week, (values, under)) in values.iter().zip(under).enumerate() {
                let place = week * self.trials + first;
                course.values.put(count, place, &values[..trials]);
                if is_ratio {
                    course.under.put(count, place, &under[..trials]);
                }
            }
        }
    }

    /// Adds the statistics of all series, one after the other: week by week, month by month, year
    /// by year.
    pub fn put_statistics(self, model: &Model, found: &mut WeeklyBlock) {
        let (mut values, mut under) = (vec![0.0; self.trials], vec![0.0; self.trials]);
        let Calendar { months, years } = &model.calendar;
        let has_periods = !months.is_empty() || !years.is_empty();
        for (course, &metric) in self.series.into_iter().zip(self.metrics.iter().cycle()) {
            let metric = &METRICS[metric];
            let (is_ratio, worst) = (metric.value.is_ratio(), metric.better.worst());
            let gathering = |periods| Gathering::of(metric, periods, self.trials);
            let (mut by_month, mut by_year) = (gathering(months), gathering(years));
            let mut of_years = Vec::with_capacity(years.len());
            for week in 0..self.weeks {
                let places = week * self.trials..(week + 1) * self.trials;
                let counted = match &course.values {
                    Cramped::Zeros if !is_ratio => Some(WeekStatistics::of_all(0.0)),
                    Cramped::Whole(counts) if !is_ratio => {
                        Some(WeekStatistics::of_counts(&counts[places.clone()]))
                    }
                    _ => None,
                };
                if counted.is_none() || has_periods {
                    course.values.read(places.clone(), &mut values);
                    course.under.read(places, &mut under);
                }
                let under: &[f64] = if is_ratio { &under } else { &[] };
                by_month.pass(week, (&values, under), &mut found.periods);
                by_year.pass(week, (&values, under), &mut of_years);
                let counted =
                    counted.unwrap_or_else(|| WeekStatistics::of(&mut values, under, worst));
                found.statistics.push(counted);
            }
            found.periods.append(&mut of_years);
        }
    }
}
