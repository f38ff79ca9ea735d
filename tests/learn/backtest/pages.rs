//! Pages that the engine simulates week by week, with levels that move.

use reachsim_core::design::Sampler;
use reachsim_core::draw;
use reachsim_core::engine::{self, Detail, Unwatched};
use reachsim_core::model::{Matrix, Model, Param, Plan, Volume, lower};
use reachsim_core::rng::{Stream, StreamKey};
use reachsim_core::scenario;
use reachsim_data::analyse::{Asked, History, Posted};
use reachsim_learn::backtest::{Shown, YOUNG};
use std::path::Path;

/// Posts of a week.
pub const POSTS: usize = 4;
/// Members, all of them people.
const MEMBERS: f64 = 50_000.0;
const SCATTER: f64 = 0.15;
/// How far the posts differ: their coefficient of variation.
const SPREAD: f64 = 0.5;

/// A page of which little is known.
pub fn model(weeks: usize) -> Model {
    read(text(weeks))
}

pub fn read(text: String) -> Model {
    let read = scenario::parse(Path::new("page.toml"), text, &[]).expect("a scenario");
    lower(read).expect("a model").model
}

pub fn text(weeks: usize) -> String {
    format!(
        "title = \"A page\"\n\
         currency = \"EUR\"\n\
         simulation.weeks = {weeks}\n\
         market.people = \"30M\"\n\
         [community.page]\n\
         platform = \"facebook-2012\"\n\
         followers = {MEMBERS}\n\
         alive = 1\n\
         bots = 0\n\
         active = 1\n\
         questions.per_year = \"2k to 30k\"\n\
         questions.growth = 0\n\
         questions.crises_per_year = 0\n\
         questions.dispersion = {SCATTER}\n\
         posts.per_week = {POSTS}\n\
         posts.reach = \"1% to 15%\"\n\
         posts.spread = {SPREAD}\n\
         posts.fatigue = 0\n\
         growth.organic = 0\n\
         growth.follow = 0\n\
         growth.churn = 0\n"
    )
}

/// How the level of a page moves from four weeks to the next: standard deviation of ln. A move lies
/// after the first 26 weeks, as after those of which forecasts learn.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    pub number: u64,
    pub tau: f64,
    pub weeks: usize,
}

/// The course of a page: its questions and posts, each on a day of its week. Day 0 is its first.
pub fn course(page: Page) -> History {
    let one = model(1);
    let mut rng = StreamKey::named(page.number, "walk", "page").at(0, 0);
    let mut history = History::default();
    // What is believed is the level of the weeks to come, from which it goes back.
    let asked = libm::log(7_746.0) + 0.823 * draw::normal(&mut rng);
    let asks = walk(page, &mut rng, asked);
    let odds = -3.165 + 0.87 * draw::normal(&mut rng);
    let reach = walk(page, &mut rng, -libm::log1p(libm::exp(-odds)));
    for week in 0..page.weeks {
        let (asks, reach) = (libm::exp(asks[week]), libm::exp(reach[week]));
        let mut now = one.clone();
        let community = &mut now.communities[0];
        let Volume::PerYear(volume) = &mut community.volume else { unreachable!("per year") };
        volume.0[0] = Param::Fixed(asks);
        community.posts.reach = Param::Fixed(reach.min(0.9));
        community.posts_per_week.0 = vec![Param::Fixed(1.0)];
        let seed = 1_000 * page.number + week as u64;
        let plan =
            Plan { trials: POSTS as u64, seed, sampler: Sampler::Random, matrix: Matrix::Own };
        let trials = engine::run(&now, plan, Detail::Totals, &Unwatched);
        let value = |id: &str, trial: usize| {
            trials.column(&now, now.column(id).expect("a metric")).value(trial)
        };
        let first = 7 * week as i32;
        let asked = value("questions", 0) as i32;
        let one = Asked { day: 0, hours: None, is_answered: None, is_helped: None };
        history.questions.extend((0..asked).map(|k| Asked { day: first + k * 7 / asked, ..one }));
        for post in 0..POSTS {
            let day = first + (post * 7 / POSTS) as i32;
            history.posted.push(day);
            history.posts.push(posted(day, value("impressions_first", post).max(1.0)));
        }
    }
    history.period = Some((0, 7 * page.weeks as i32 - 1));
    history.followers = vec![(0, MEMBERS)];
    history
}

/// Levels week by week, which after the first 26 are so high on average.
fn walk(page: Page, rng: &mut Stream, to_come: f64) -> Vec<f64> {
    let mut level = 0.0;
    let mut step = |week: usize| {
        if week % 4 == 26 % 4 {
            level += page.tau * draw::normal(rng);
        }
        level
    };
    let levels: Vec<f64> = (0..page.weeks).map(&mut step).collect();
    let later = &levels[26..];
    let mean = later.iter().sum::<f64>() / later.len() as f64;
    levels.iter().map(|level| level - mean + to_come).collect()
}

pub fn posted(day: i32, reach: f64) -> Posted {
    Posted { day, reach, reach_followers: None, followers: None, deeds: None, clicks: None }
}

/// What of a course was visible at the end of a day.
pub fn seen(course: &History, day: i32) -> Vec<Shown> {
    let mut history = course.clone();
    history.posted.retain(|posted| *posted <= day);
    history.posts.retain(|post| post.day <= day - YOUNG);
    history.questions.retain(|asked| asked.day <= day);
    history.followers.retain(|(at, _)| *at <= day);
    history.period = history.period.map(|(from, to)| (from, to.min(day)));
    for flow in [&mut history.gained, &mut history.lost].into_iter().flatten() {
        flow.counts.truncate((day + 1 - flow.first).max(0) as usize);
    }
    vec![shown(history)]
}

pub fn shown(history: History) -> Shown {
    Shown { history, community: 0, weight: 1.0 }
}
