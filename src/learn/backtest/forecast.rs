//! Draws of what is to come, from the engine.

use jiff::civil::Date;
use reachsim_core::engine::{self, Detail};
use reachsim_core::model::{Model, Param, Plan, Product};
use reachsim_core::trials::Trials;
use reachsim_core::watch::Watch;

use super::series::{POST_REACH, Series};
use crate::known::all::Known;
use crate::known::page::{Ask, Source};

/// Models by their first day and their weeks.
pub type Models<'a, E> = &'a (dyn Fn(Date, usize) -> Result<Model, E> + Sync);

/// What is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Weeks ahead, each at least 1, rising.
    pub horizons: Vec<usize>,
    /// Futures of each forecast.
    pub plan: Plan,
    /// Keys whose level does not move.
    pub steady: Vec<String>,
    /// Keys of numbers that the user states.
    pub stated: Vec<String>,
    /// Weeks after which rows count for half, where they are to fade.
    pub half_life: Option<f64>,
}

/// The model that has learnt what sources show before a day, for so many weeks from it.
pub fn learnt(model: &Model, sources: &[Source], day: i32, asked: &Asked) -> Model {
    let ask = Ask {
        as_of: Some(day),
        weeks: model.weeks,
        steady: asked.steady.clone(),
        stated: asked.stated.clone(),
        half_life: asked.half_life,
    };
    Known::of(model, sources, &ask).applied(model)
}

/// Draws of every series over the weeks of a model, in their order. `posts` is the number of posts
/// that each was a mean over; 0 where there is none to forecast.
///
/// The mean reach of a post is the model's first-order impressions over the posts that were
/// published: how many they were is the page's own doing, and no part of the forecast.
pub fn draws(
    model: &Model,
    wanted: &[(&Series, f64)],
    plan: Plan,
    watch: &impl Watch,
) -> Vec<Vec<f64>> {
    let is_counted = wanted.iter().any(|(series, _)| series.id != POST_REACH);
    let trials = is_counted.then(|| engine::run(model, plan, Detail::Totals, watch));
    let each = |(series, posts): &(&Series, f64)| {
        if series.id != POST_REACH {
            let trials = trials.as_ref();
            return trials.map_or(Vec::new(), |trials| values(model, trials, series, series.id));
        }
        let Some(place) = series.community.filter(|_| *posts > 0.0) else { return Vec::new() };
        let model = publishing(model, place, *posts);
        let trials = engine::run(&model, plan, Detail::Totals, watch);
        let all = values(&model, &trials, series, "impressions_first");
        all.into_iter().map(|views| views / posts).collect()
    };
    wanted.iter().map(each).collect()
}

/// The model with so many posts of a community over its weeks.
pub fn publishing(model: &Model, place: usize, posts: f64) -> Model {
    let mut model = model.clone();
    let open = model.weeks.saturating_sub(model.communities[place].opens).max(1);
    model.communities[place].posts_per_week = Product(vec![Param::Fixed(posts / open as f64)]);
    for campaign in &mut model.campaigns {
        campaign.posts_per_week = Param::Fixed(0.0);
    }
    model
}

fn values(model: &Model, trials: &Trials, series: &Series, id: &str) -> Vec<f64> {
    let Some(column) = model.column(&model.named(series.community, id)) else {
        return Vec::new();
    };
    let column = trials.column(model, column);
    (0..trials.filled()).map(|trial| column.value(trial)).collect()
}
