//! What came week by week, beside what a scenario says of each week from its start on.

use reachsim_core::engine::{self, World};
use reachsim_core::model::{ColumnId, Model, Plan};
use reachsim_core::watch::Watch;

use super::forecast::publishing;
use super::row::Middle;
use super::series::{self, Calendar, Kind, POST_REACH, Series, TOLD};
use super::visible::Shown;
use crate::score::{Covered, coverage};
use serde::{Deserialize, Serialize};

/// One number of a community, or of all: its past, and its future as it is forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// As the model has it, or [`POST_REACH`].
    pub id: &'static str,
    /// The same with its community where the model has several.
    pub metric: String,
    /// Place in the communities of the model; none where it is of all together.
    pub community: Option<usize>,
    pub kind: Kind,
    /// The first day that is forecast, since 1970-01-01.
    pub start: i32,
    /// What came in the weeks before it, the earliest first; none where no export tells.
    pub before: Vec<Option<f64>>,
    /// What is forecast of each week from it on.
    pub ahead: Vec<Middle>,
    /// What came in them: as many.
    pub came: Vec<Option<f64>>,
}

impl Course {
    /// How many of the ranges of the levels held what came.
    pub fn coverage(&self) -> [Covered; 3] {
        let pairs = self.ahead.iter().zip(&self.came);
        let told: Vec<(&Middle, f64)> =
            pairs.filter_map(|(ahead, came)| came.map(|came| (ahead, came))).collect();
        let outcomes: Vec<f64> = told.iter().map(|(_, came)| *came).collect();
        std::array::from_fn(|place| {
            let ranges: Vec<[f64; 2]> = told.iter().map(|(ahead, _)| ahead.ranges[place]).collect();
            coverage(&ranges, &outcomes, 1)
        })
    }

    /// Whether anything is told of the weeks before the start, and of those after it.
    pub fn is_told(&self) -> [bool; 2] {
        [&self.before, &self.came].map(|weeks| weeks.iter().any(Option::is_some))
    }
}

/// What exports tell week by week, in weeks from a day on and back from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// The day, since 1970-01-01.
    pub start: i32,
    /// How many of the weeks lie before it.
    pub before: usize,
    pub series: Vec<Series>,
}

impl Past {
    /// Of all numbers that a model forecasts, those of which anything is told; none where nothing
    /// is.
    pub fn of(model: &Model, shown: &[Shown], start: i32) -> Option<Past> {
        let (calendar, [before, early]) = Calendar::around(shown, start)?;
        let mut series = series::all(model, shown, calendar);
        for series in &mut series {
            series.weeks.iter_mut().take(early).for_each(|week| *week = None);
        }
        series.retain(|series| series.weeks.iter().flatten().any(|(_, n)| *n > 0.0));
        series.sort_by_key(|series| TOLD.iter().position(|id| *id == series.id));
        (!series.is_empty()).then_some(Past { start, before, series })
    }

    /// Beside each number what the model says of each week from its first day on. None of a single
    /// future. Meaningless where `watch` stopped it.
    ///
    /// The mean reach of a post is that of as many posts a week as there were, or as the scenario
    /// plans where none was told yet: how many there are is the page's own doing.
    ///
    /// Test: `backtest::courses::weeks_are_counted_from_the_start_and_cut_where_files_end`.
    pub fn courses(&self, model: &Model, plan: Plan, watch: &impl Watch) -> Vec<Course> {
        let draws = self.draws(model, plan, watch);
        let each = self.series.iter().zip(draws);
        each.filter_map(|(series, draws)| self.course(model, series, &draws)).collect()
    }

    /// Of each series and each week.
    fn draws(&self, model: &Model, plan: Plan, watch: &impl Watch) -> Vec<Vec<Vec<f64>>> {
        let column = |series: &Series| model.column(&model.named(series.community, series.id));
        let counted = || self.series.iter().filter(|series| series.id != POST_REACH);
        let columns: Vec<ColumnId> = counted().filter_map(column).collect();
        let passes = self.series.len() - counted().count() + usize::from(!columns.is_empty());
        watch.announce(passes as u64 * plan.trials);
        let found = if columns.is_empty() {
            Vec::new()
        } else {
            engine::courses(model, plan, &columns, watch)
        };
        let mut found = found.into_iter();
        let mut draws = |series: &Series| {
            if series.id == POST_REACH {
                reach(model, (series, self.before), plan, watch)
            } else {
                column(series).and_then(|_| found.next()).unwrap_or_default()
            }
        };
        self.series.iter().map(&mut draws).collect()
    }

    fn course(&self, model: &Model, series: &Series, draws: &[Vec<f64>]) -> Option<Course> {
        let ahead: Option<Vec<Middle>> = draws.iter().map(|week| Middle::of(week)).collect();
        let ahead = ahead.filter(|weeks| !weeks.is_empty())?;
        let told = |week: &Option<(f64, f64)>| week.filter(|(_, n)| *n > 0.0).map(|told| told.0);
        let mut before: Vec<Option<f64>> = series.weeks.iter().map(told).collect();
        let mut came = before.split_off(self.before.min(before.len()));
        before.resize(self.before, None);
        came.resize(ahead.len(), None);
        let named = series.community.filter(|_| model.communities.len() > 1);
        Some(Course {
            id: series.id,
            metric: model.named(named, series.id),
            community: series.community,
            kind: series.kind,
            start: self.start,
            before,
            ahead,
            came,
        })
    }
}

/// The mean reach of a post in each week.
fn reach(
    model: &Model,
    (series, before): (&Series, usize),
    plan: Plan,
    watch: &impl Watch,
) -> Vec<Vec<f64>> {
    let Some(place) = series.community else { return Vec::new() };
    let later = series.weeks.get(before..).unwrap_or_default();
    let told: Vec<f64> = later.iter().flatten().map(|(_, n)| *n).filter(|n| *n > 0.0).collect();
    let posts = if told.is_empty() {
        World::expected(model).communities.get(place).map_or(0.0, |community| community.posts)
    } else {
        told.iter().sum::<f64>() / told.len() as f64
    };
    let id = model.named(Some(place), "impressions_first");
    let Some(column) = model.column(&id).filter(|_| posts > 0.0) else { return Vec::new() };
    let open = model.weeks.saturating_sub(model.communities[place].opens).max(1);
    let model = publishing(model, place, posts * open as f64);
    let mut weeks = engine::courses(&model, plan, &[column], watch).pop().unwrap_or_default();
    weeks.iter_mut().flatten().for_each(|views| *views /= posts);
    weeks
}
