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
}

/// The series of every scope, empty where the weeks were not asked for.
pub fn series(model: &Model, blocks: &PairwiseSum<WeeklyBlock>) -> Vec<WeeklySummary> {
    let Some(total) = blocks.total() else { return Vec::new() };
    let at = |place: usize| total.statistics[place].times(1.0 / total.trials as f64);
    let scopes = std::iter::once(None).chain((0..model.communities.len()).map(Some));
    let count = model.weekly().count();
    let series = scopes.flat_map(|community| {
        model.weekly().enumerate().map(move |(place, metric)| (community, place, metric))
    });
    series
        .map(|(community, place, metric)| {
            let first = (model.scope(community) * count + place) * model.weeks;
            WeeklySummary {
                name: model.named(community, &METRICS[metric].series()),
                metric,
                community,
                weeks: (first..first + model.weeks).map(at).collect(),
            }
        })
        .collect()
}
