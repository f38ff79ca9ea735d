//! One possible world: every uncertain input turned into a plain number, in the units in which the steps count.

use crate::model::{self, DEFAULT_OVERLAP, Model, Param, Product, Volume};

/// The numbers of one trial, the same for all its weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// People of the market.
    pub market: f64,
    pub duplication: f64,
    pub communities: Vec<Community>,
    /// `overlaps[i][j]`: share of the smaller one's followers who also follow the larger.
    pub overlaps: Vec<Vec<f64>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Community {
    pub followers: f64,
    /// Followers who are people.
    pub humans: f64,
    /// Humans who used the network in the last month.
    pub active: f64,
    /// What a dead community leaves of messages and of post reach; 1 in a living one.
    pub activity: f64,
    /// Messages expected in week 0, before season and crisis.
    pub messages_per_week: f64,
    pub dispersion: f64,
    pub asker_skew: f64,
    /// ln of the weekly growth factor of the messages.
    pub messages_growth: f64,
    /// Probability of a crisis in a week.
    pub crisis: f64,
    pub crisis_size: f64,
    /// Friends per member in week 0.
    pub friends: f64,
    pub friends_cv: f64,
    /// ln of the weekly growth factor of the friends.
    pub friends_growth: f64,
    pub visibility: f64,
    pub reshare: f64,
    pub repeat: f64,
    /// People among whom the members' friends are scattered.
    pub pool: f64,
    pub insiders: f64,
    /// Posts of the page in a week.
    pub posts: f64,
    /// Share of the humans whom a post reaches, at this number of posts, before the posts' own differences.
    pub post_reach: f64,
    pub post_skew: f64,
    pub post_spread: f64,
}

const WEEKS_A_YEAR: f64 = 52.0;
/// Posts a week at which `posts.reach` is stated.
const REFERENCE_POSTS: f64 = 7.0;

/// The values of the inputs in one trial, and of what luck decides once a trial.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a> {
    pub inputs: &'a [f64],
    pub lives: Lives<'a>,
}

/// Which communities are alive.
#[derive(Clone, Copy, Debug)]
pub enum Lives<'a> {
    /// Uniform coordinates in (0, 1), one for each coin.
    Drawn(&'a [f64]),
    /// Each is alive to the extent of its probability.
    Expected,
}

impl Values<'_> {
    fn of(&self, param: Param) -> f64 {
        match param {
            Param::Fixed(value) => value,
            Param::Input(place) => self.inputs[place],
        }
    }

    fn product(&self, product: &Product) -> f64 {
        product.0.iter().fold(1.0, |value, &param| value * self.of(param))
    }
}

impl World {
    /// The world of one trial.
    pub fn draw(model: &Model, values: Values) -> World {
        let market = values.product(&model.market.people);
        let communities: Vec<_> = model.communities.iter().map(|community| Community::draw(community, market, values)).collect();
        let mut overlaps = vec![vec![DEFAULT_OVERLAP; communities.len()]; communities.len()];
        for overlap in &model.overlaps {
            let [a, b] = overlap.between;
            let share = values.of(overlap.share);
            overlaps[a][b] = share;
            overlaps[b][a] = share;
        }
        World { market, duplication: values.of(model.market.duplication), communities, overlaps }
    }
}

impl Community {
    fn draw(community: &model::Community, market: f64, values: Values) -> Community {
        let model::Community { questions, friends, feed, posts, life, .. } = community;
        let followers = values.of(community.followers);
        let humans = followers * (1.0 - values.of(community.bots));
        let active = humans * values.of(community.active);
        let activity = activity(life, values);
        let per_year = match &questions.volume {
            Volume::PerYear(volume) => values.product(volume),
            Volume::PerFollower(volume) => values.of(*volume) * humans,
        };
        let posts_per_week = values.product(&posts.per_week);
        let fatigue = libm::pow(posts_per_week.max(1.0) / REFERENCE_POSTS, -values.of(posts.fatigue));
        Community {
            followers,
            humans,
            active,
            activity,
            // Bots and people who left the network do not write.
            messages_per_week: if active > 0.0 { per_year / WEEKS_A_YEAR * activity } else { 0.0 },
            dispersion: values.of(questions.dispersion),
            asker_skew: values.of(questions.asker_skew),
            messages_growth: libm::log1p(values.of(questions.growth)) / WEEKS_A_YEAR,
            crisis: (values.of(questions.crises_per_year) / WEEKS_A_YEAR).min(1.0),
            crisis_size: values.of(questions.crisis_size),
            friends: values.of(friends.mean),
            friends_cv: values.of(friends.cv),
            friends_growth: libm::log1p(values.of(friends.growth)) / WEEKS_A_YEAR,
            visibility: values.product(&feed.visibility),
            reshare: values.of(feed.reshare),
            repeat: values.of(feed.repeat),
            pool: values.of(feed.scatter) * market,
            insiders: values.of(feed.insiders),
            posts: posts_per_week,
            post_reach: values.of(posts.reach) * fatigue * activity,
            post_skew: values.of(posts.skew),
            post_spread: values.of(posts.spread),
        }
    }
}

fn activity(life: &model::Life, values: Values) -> f64 {
    let (alive, dead) = (values.of(life.alive), values.of(life.dead_activity));
    match values.lives {
        Lives::Drawn(coins) if coins[life.coin] < alive => 1.0,
        Lives::Drawn(_) => dead,
        Lives::Expected => alive + (1.0 - alive) * dead,
    }
}
