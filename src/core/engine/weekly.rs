//! The weekly series of a block: what every week, month and year comes to in all of its trials.

use std::ops::Range;

use super::future::Future;
use super::periods::Gathering;
use super::times::statistics;
use crate::metric::METRICS;
use crate::model::{Calendar, Model};
use crate::trials::WeeklyBlock;

/// The weekly series of some scopes, of all trials of a block.
pub struct Weekly {
    trials: usize,
    weeks: usize,
    pub scopes: Range<usize>,
    /// Places in METRICS.
    metrics: Vec<usize>,
    /// Scope by scope.
    series: Vec<Course>,
}

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
    /// Puts a number at a place among so many.
    fn put(&mut self, count: usize, place: usize, value: f64) {
        let whole = value as u32;
        let is_whole = f64::from(whole).to_bits() == value.to_bits();
        match self {
            Cramped::Zeros if is_whole && whole == 0 => return,
            Cramped::Zeros if is_whole => *self = Cramped::Whole(vec![0; count]),
            Cramped::Zeros => *self = Cramped::Any(vec![0.0; count]),
            Cramped::Whole(values) if !is_whole => {
                *self = Cramped::Any(values.iter().copied().map(f64::from).collect());
            }
            Cramped::Whole(_) | Cramped::Any(_) => {}
        }
        match self {
            Cramped::Zeros => {}
            Cramped::Whole(values) => values[place] = whole,
            Cramped::Any(values) => values[place] = value,
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
        Weekly { trials, weeks: model.weeks, scopes, metrics, series }
    }

    pub fn put(&mut self, trial: usize, future: &Future) {
        let count = self.weeks * self.trials;
        let mut series = self.series.iter_mut();
        for scope in self.scopes.clone() {
            let weeks = future.weeks(scope);
            for (&metric, course) in self.metrics.iter().zip(&mut series) {
                for (week, counted) in weeks.iter().enumerate() {
                    let Some(measured) = METRICS[metric].value.of_week(counted) else { continue };
                    let place = week * self.trials + trial;
                    course.values.put(count, place, measured.over);
                    if let Some(under) = measured.under {
                        course.under.put(count, place, under);
                    }
                }
            }
        }
    }

    /// Adds the statistics of all series, one after the other: week by week, month by month, year
    /// by year.
    pub fn put_statistics(self, model: &Model, found: &mut WeeklyBlock) {
        let (mut values, mut under) = (vec![0.0; self.trials], vec![0.0; self.trials]);
        let Calendar { months, years } = &model.calendar;
        for (course, &metric) in self.series.into_iter().zip(self.metrics.iter().cycle()) {
            let metric = &METRICS[metric];
            let gathering = |periods| Gathering::of(metric, periods, self.trials);
            let (mut by_month, mut by_year) = (gathering(months), gathering(years));
            let mut of_years = Vec::with_capacity(years.len());
            for week in 0..self.weeks {
                let places = week * self.trials..(week + 1) * self.trials;
                course.values.read(places.clone(), &mut values);
                course.under.read(places, &mut under);
                let under: &[f64] = if metric.value.is_ratio() { &under } else { &[] };
                by_month.pass(week, (&values, under), &mut found.periods);
                by_year.pass(week, (&values, under), &mut of_years);
                found.statistics.push(statistics(&mut values, under, metric.better.worst()));
            }
            found.periods.append(&mut of_years);
        }
    }
}
