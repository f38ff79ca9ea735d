//! A community as its exports show it, beside what the model expects of it.

use reachsim_core::design::Sampler;
use reachsim_core::engine::{self, Detail, Unwatched, World};
use reachsim_core::model::{Matrix, Model, Param, Plan};
use reachsim_core::trials::Column;
use reachsim_data::analyse::History;

use super::level::{Ahead, Drift};

/// What exports hold of one community, and for how much they count.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    pub history: &'a History,
    /// Place in [`Model::communities`].
    pub community: usize,
    /// 0 to 1: less than 1 for other people's pages, or another time.
    pub weight: f64,
}

/// What is asked of exports.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// The first day to come, in days since 1970-01-01; the day after the last row, where nobody
    /// says.
    pub as_of: Option<i32>,
    /// Weeks to come.
    pub weeks: usize,
    /// Keys whose level does not move, by their names with or without their community.
    pub steady: Vec<String>,
    /// Keys, in full, of numbers that the user states: data do not replace them.
    pub stated: Vec<String>,
    /// Weeks after which a row counts for half, where it is to fade.
    pub half_life: Option<f64>,
}

/// Days of a block.
pub const BLOCK: i32 = 28;

/// One community with all that is known of it.
pub struct Page<'a> {
    pub model: &'a Model,
    pub place: usize,
    /// The world at the medians, with everybody alive.
    pub world: World,
    pub sources: Vec<Source<'a>>,
    pub ask: &'a Ask,
    /// Followers that come in a week otherwise than by themselves, as the model expects it.
    pub other_gains: f64,
    /// The unfollows that the model expects, over those without advertising and neglect.
    pub leaving: f64,
}

impl<'a> Page<'a> {
    pub fn of(model: &'a Model, place: usize, sources: &[Source<'a>], ask: &'a Ask) -> Page<'a> {
        let world = World::expected(model);
        let sources = sources.iter().copied().filter(|source| source.community == place);
        let (other_gains, leaving) = growth(model, &world, place);
        Page { model, place, world, sources: sources.collect(), ask, other_gains, leaving }
    }

    /// The community of the world at the medians.
    pub fn expected(&self) -> &engine::Community {
        &self.world.communities[self.place]
    }

    /// The value of a number of the model at the medians.
    pub fn median(&self, param: Param) -> f64 {
        match param {
            Param::Fixed(value) => value,
            Param::Input(place) => self.model.inputs[place].dist.quantile(0.5),
        }
    }

    /// Followers on a day: of the export where it tells, else of the model.
    pub fn followers(&self, history: &History, day: i32) -> f64 {
        history.level(day).unwrap_or(self.expected().followers)
    }

    /// For how much a row of a day counts: what its source does, halved with every half-life that
    /// has gone by since.
    pub fn weight(&self, source: &Source, day: i32) -> f64 {
        let Some(half_life) = self.ask.half_life else { return source.weight };
        let latest = || self.sources.iter().filter_map(|source| source.history.last()).max();
        let now = self.ask.as_of.map(|day| day - 1).or_else(latest).unwrap_or(day);
        source.weight * libm::exp2(-f64::from((now - day).max(0)) / 7.0 / half_life)
    }

    /// The weeks to come after a last day.
    pub fn ahead(&self, last: i32) -> Ahead {
        let gap = self.ask.as_of.map_or(0, |day| (day - 1 - last).max(0));
        Ahead {
            gap: f64::from(gap) / f64::from(BLOCK),
            blocks: self.ask.weeks as f64 * 7.0 / f64::from(BLOCK),
        }
    }

    /// Whether the level of a key moves.
    pub fn drift(&self, key: &str) -> Drift {
        let is_named = |named: &String| {
            key == named || key.strip_suffix(named.as_str()).is_some_and(|rest| rest.ends_with('.'))
        };
        if self.ask.steady.iter().any(is_named) { Drift::Steady } else { Drift::Free }
    }
}

/// Followers gained a week beside organic ones, and how many times as many leave as for no reason.
fn growth(model: &Model, world: &World, place: usize) -> (f64, f64) {
    let plan = Plan { trials: 1, seed: 1, sampler: Sampler::Expected, matrix: Matrix::Own };
    let trials = engine::run(model, plan, Detail::Totals, &Unwatched);
    let find = |id: &str| match trials.column(model, model.column(&model.named(Some(place), id))?) {
        Column::Plain(values) => values.first().copied(),
        Column::Ratio { .. } => None,
    };
    let community = &world.communities[place];
    let weeks = model.weeks.saturating_sub(community.opens) as f64;
    let end = find("followers_end").unwrap_or(community.followers);
    let followers_weeks = 0.5 * (community.followers + end) * weeks;
    let gained = find("followers_gained").unwrap_or(0.0);
    let organic = followers_weeks * community.organic_per_week;
    let lost = find("unfollows").unwrap_or(0.0);
    let plain = followers_weeks * community.churn;
    let leaving = if plain > 0.0 && lost > 0.0 { lost / plain } else { 1.0 };
    let others = if weeks > 0.0 { ((gained - organic) / weeks).max(0.0) } else { 0.0 };
    (others, leaving)
}
