//! The weekly series.

use crate::metric::METRICS;
use crate::model::Model;
use crate::trials::{PairwiseSum, WeekStatistics, WeeklyBlock};

/// A weekly series of one scope.
#[derive(Clone, Debug, PartialEq)]
pub struct WeeklySummary {
    pub name: String,
    /// Place in METRICS.
    pub metric: usize,
    /// Place in [`Model::communities`]; `None` is all of them.
    pub community: Option<usize>,
    /// Means over the blocks of the mean and the percentiles of each week.
    pub weeks: Vec<WeekStatistics>,
    /// The same of each month, and of each business year, of `Model::calendar`.
    pub months: Vec<WeekStatistics>,
    pub years: Vec<WeekStatistics>,
}

/// The series of every scope, empty where the weeks were not asked for.
pub fn series(model: &Model, blocks: &PairwiseSum<WeeklyBlock>) -> Vec<WeeklySummary> {
    let Some(total) = blocks.total() else { return Vec::new() };
    let mean = |told: &WeekStatistics| told.times(1.0 / total.trials as f64);
    let (months, periods) = (model.calendar.months.len(), model.calendar.count());
    let scopes = std::iter::once(None).chain((0..model.communities.len()).map(Some));
    let count = model.weekly().count();
    let series = scopes.flat_map(|community| {
        model.weekly().enumerate().map(move |(place, metric)| (community, place, metric))
    });
    series
        .map(|(community, place, metric)| {
            let series = model.scope(community) * count + place;
            let of = |all: &[WeekStatistics], each: usize| -> Vec<WeekStatistics> {
                all[series * each..(series + 1) * each].iter().map(mean).collect()
            };
            let mut by_month = of(&total.periods, periods);
            let years = by_month.split_off(months);
            WeeklySummary {
                name: model.named(community, &METRICS[metric].series()),
                metric,
                community,
                weeks: of(&total.statistics, model.weeks),
                months: by_month,
                years,
            }
        })
        .collect()
}
