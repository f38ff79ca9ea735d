//! The numbers of one community.

use std::ops::Range;

use super::crowd::Crowd;
use super::values::{Lives, Values, ratio};
use crate::model::{self, Content, Mix, Model, Param, Volume};
use crate::units::{MINUTES_AN_HOUR, MONTHS_A_YEAR, WEEKS_A_YEAR};

#[derive(Clone, Debug, PartialEq)]
pub struct Community {
    /// The week in which it begins.
    pub opens: usize,
    /// At the start: whole ones, and no more than the market has people for.
    pub followers: f64,
    /// Followers for whom the market has people.
    pub most: f64,
    /// Share of the followers who are people.
    pub human: f64,
    /// Share of the people who used the network in the last month.
    pub active: f64,
    /// What a dead community leaves of messages and of post reach; 1 in a living one.
    pub activity: f64,
    /// Share of the people who are customers.
    pub customers: f64,
    /// Messages expected in week 0, before season, campaign and crisis.
    pub messages_per_week: f64,
    pub dispersion: f64,
    pub asker_skew: f64,
    /// ln of the weekly growth factor of the messages.
    pub messages_growth: f64,
    /// Probability of a crisis in a week.
    pub crisis: f64,
    pub crisis_size: f64,
    /// Share of the messages that nobody but the team sees.
    pub private: f64,
    /// Share of the messages that complain: in a common week, and in a crisis.
    pub complaints: [f64; 2],
    /// Share of the other messages that praise.
    pub praise: f64,
    /// Shares of an average member's messages that praise and that complain, and how many times as
    /// many complain in a crisis.
    pub positive: f64,
    pub negative: f64,
    pub crisis_negative: f64,
    /// Friends per member in week 0.
    pub friends: f64,
    /// Friends of those who ask, over those of all members.
    pub askers_friends: f64,
    pub friends_cv: f64,
    /// Shape of the gamma variate that a member's friends are: 1/cv^2.
    pub friends_shape: f64,
    /// ln of the weekly growth factor of the friends.
    pub friends_growth: f64,
    pub visibility: f64,
    pub engagement_visibility: f64,
    pub reshare: f64,
    /// Generations of viewers.
    pub depth: usize,
    pub repeat: f64,
    /// People among whom the members' friends are scattered.
    pub pool: f64,
    pub insiders: f64,
    /// How much farther a complaint travels than another message.
    pub negative_spread: f64,
    /// Hours in which half of the views of a story fall.
    pub story_hours: f64,
    /// Members' own posts in week 0.
    pub reviews_per_week: f64,
    pub review_visibility: f64,
    /// Share of them that the page shows, too.
    pub reposted: f64,
    /// Posts of the page in a week without a campaign.
    pub posts: f64,
    /// Minutes of the team for a post.
    pub post_minutes: f64,
    /// Share of the humans whom a post reaches at seven posts a week, before the posts' own
    /// differences.
    pub post_reach: f64,
    pub post_fatigue: f64,
    /// Reach of a post at the posts of a week without a campaign.
    usual_reach: f64,
    pub post_skew: f64,
    pub post_spread: f64,
    /// Share of the branded posts.
    pub branded: f64,
    /// Share of those reached who react.
    pub reaction: f64,
    /// Clicks on a post over those at the mix of reference, and what friends of members click over
    /// what others do.
    pub click: f64,
    pub earned_click: f64,
    /// Views of an answered message from search engines, and the share of them that is left after a
    /// week.
    pub found: f64,
    pub found_later: f64,
    /// Bots that were bought.
    pub paid_bots: f64,
    pub thread_readers: f64,
    pub organic_per_week: f64,
    pub follow: f64,
    /// How much more friends follow a livelier community, as a power.
    pub liveliness: f64,
    /// Followers whom the brand's own site brings in a week.
    pub site_followers: f64,
    /// Share of the followers who leave in a week without a reason.
    pub churn: f64,
    pub promo_sensitivity: f64,
    /// Branded posts a week that nobody minds.
    pub tolerated_branded: f64,
    pub neglect: f64,
    /// Advertising money a week.
    pub ads: f64,
    /// Followers that it brings in a week.
    pub ads_followers: f64,
    pub boosts: Vec<Boost>,
}

/// The people around all communities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Market {
    pub people: f64,
    /// Those of them who could follow a community.
    pub capacity: f64,
}

/// What a campaign adds in each of its weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Boost {
    pub weeks: Range<usize>,
    pub question_lift: f64,
    pub posts: f64,
    pub followers: f64,
    pub budget: f64,
    /// Share points of the messages that praise and that complain more.
    pub positive: f64,
    pub negative: f64,
    /// Followers of a partner who come over.
    pub partners: f64,
}

/// Posts a week at which `posts.reach` is stated.
const REFERENCE_POSTS: f64 = 7.0;

impl Community {
    /// The numbers of a community; members write `rewarded` times as many posts of their own.
    pub(super) fn draw(
        model: &Model,
        community: &model::Community,
        crowd: &Crowd,
        market: Market,
        rewarded: f64,
        values: Values,
    ) -> Community {
        let audience = community.audience.map(|param| values.of(param));
        let questions = community.questions.map(|param| values.of(param));
        let friends = community.friends.map(|param| values.of(param));
        let feed = community.feed.map(|param| values.of(param));
        let posts = community.posts.map(|param| values.of(param));
        let sentiment = community.sentiment.map(|param| values.of(param));
        let growth = community.growth.map(|param| values.of(param));
        let reviews = community.reviews.map(|param| values.of(param));
        let mix = Kinds::of(&community.mix, values);
        let content = model.content.map(|param| values.of(param));
        let search = community.search.map(|param| values.of(param));
        let lively = |livelier| if livelier { audience.group_liveliness } else { 1.0 };
        let (copied, leaving) = if community.autopost {
            (posts.autopost_reach, posts.autopost_churn)
        } else {
            (1.0, 1.0)
        };
        let attention = if feed.competition > 0.0 {
            let seen = |brands: f64| libm::pow(feed.brands_reference / brands, feed.competition);
            if community.brands.is_empty() {
                seen(feed.brands_followed)
            } else {
                let all: f64 = community.brands.iter().map(|class| class.share).sum();
                let of = |class: &model::Class| class.share * seen(class.brands);
                community.brands.iter().map(of).sum::<f64>() / all
            }
        } else {
            1.0
        };
        let click = values.of(community.click);
        let human = 1.0 - audience.bots;
        let most =
            if human > 0.0 { values.at_most(market.capacity / human) } else { f64::INFINITY };
        let stated = values.whole(audience.followers);
        let followers = if stated > 0.0 { stated } else { 1.0 }.min(most);
        let humans = followers * human;
        let activity =
            activity(audience.alive, audience.dead_activity, community.coin, values.lives);
        let post_reach = posts.reach * activity * (copied * attention);
        let per_year = match &community.volume {
            Volume::PerYear(volume) => values.product(volume),
            Volume::PerFollower(volume) => values.of(*volume) * humans,
        };
        let posts_per_week = values.product(&community.posts_per_week);
        // Bots and people who left the network do not write.
        let anybody = if humans * audience.active > 0.0 { activity } else { 0.0 };
        let reviews_per_week = reviews.per_year / WEEKS_A_YEAR * anybody * rewarded;
        // What members wrote helps others.
        let kinds = mix.with_helpful(posts_per_week, reviews_per_week * reviews.reposted);
        Community {
            opens: community.opens,
            followers,
            most,
            human,
            active: audience.active,
            activity,
            customers: audience.customers,
            messages_per_week: per_year / WEEKS_A_YEAR
                * anybody
                * (lively(community.livelier.messages) * (1.0 - questions.barrier)),
            dispersion: questions.dispersion,
            asker_skew: questions.asker_skew,
            messages_growth: libm::log1p(questions.growth) / WEEKS_A_YEAR,
            crisis: (questions.crises_per_year / WEEKS_A_YEAR).min(1.0),
            crisis_size: questions.crisis_size,
            private: questions.private,
            complaints: [1.0, questions.crisis_negative]
                .map(|times| crowd.complaints(sentiment.negative * times)),
            praise: praise(sentiment.positive, sentiment.negative),
            positive: sentiment.positive,
            negative: sentiment.negative,
            crisis_negative: questions.crisis_negative,
            friends: friends.mean,
            askers_friends: crowd.friends,
            friends_cv: friends.cv,
            friends_shape: 1.0 / (friends.cv * friends.cv),
            friends_growth: libm::log1p(friends.growth) / WEEKS_A_YEAR,
            visibility: values.product(&community.visibility),
            engagement_visibility: feed.engagement_visibility,
            reshare: feed.reshare,
            depth: community.depth,
            repeat: feed.repeat,
            pool: feed.scatter * market.people,
            insiders: feed.insiders,
            negative_spread: feed.negative_spread,
            story_hours: feed.story_hours,
            reviews_per_week,
            review_visibility: reviews.visibility,
            reposted: reviews.reposted,
            posts: posts_per_week,
            post_minutes: posts.hours * MINUTES_AN_HOUR,
            post_reach,
            usual_reach: post_reach * tired(posts_per_week, posts.fatigue),
            post_fatigue: posts.fatigue,
            post_skew: posts.skew,
            post_spread: posts.spread,
            branded: mix.0[0],
            reaction: (posts.engagement
                * kinds.reactions(&content)
                * lively(community.livelier.reactions))
            .min(1.0),
            click: kinds.clicks(&content) * click,
            earned_click: crowd.fit * click,
            found: search.views_per_message,
            found_later: if search.half_life_weeks > 0.0 {
                libm::exp2(-1.0 / search.half_life_weeks)
            } else {
                0.0
            },
            paid_bots: values.whole(growth.paid_bots),
            thread_readers: posts.thread_readers,
            organic_per_week: growth.organic / WEEKS_A_YEAR,
            follow: growth.follow,
            liveliness: growth.liveliness,
            site_followers: growth.site_visits_per_week * growth.widget,
            churn: (-libm::expm1(libm::log1p(-growth.churn) * (MONTHS_A_YEAR / WEEKS_A_YEAR))
                * leaving)
                .min(1.0),
            promo_sensitivity: growth.promo_sensitivity,
            tolerated_branded: growth.tolerated_branded,
            neglect: growth.neglect,
            ads: growth.ads_per_week,
            ads_followers: if growth.ads_per_week > 0.0 {
                growth.ads_per_week / growth.cost_per_follower
            } else {
                0.0
            },
            boosts: Vec::new(),
        }
    }

    /// Active people among the followers at the start.
    pub(crate) fn active_at_start(&self) -> f64 {
        self.active_among(self.followers)
    }

    /// Reactions expected in week 0.
    pub(crate) fn reactions_at_start(&self) -> f64 {
        let shown = self.posts + self.reviews_per_week * self.reposted;
        let seen = shown * self.followers * self.human * self.reach_per_post(shown).min(1.0);
        seen * self.reaction
    }

    /// Whether anything depends on how many react in a week.
    pub(crate) fn counts_reactions(&self) -> bool {
        self.shows_reactions() || self.liveliness > 0.0
    }

    /// Whether a campaign moves the tone of its weeks.
    pub(crate) fn is_toned(&self) -> bool {
        self.boosts.iter().any(Boost::is_toned)
    }

    /// Whether friends may see how members react.
    pub(crate) fn shows_reactions(&self) -> bool {
        self.engagement_visibility > 0.0
    }

    pub(crate) fn active_among(&self, followers: f64) -> f64 {
        followers * self.human * self.active
    }

    /// Share of the humans whom one of `posts` posts a week reaches: more posts tire them.
    pub(crate) fn reach_per_post(&self, posts: f64) -> f64 {
        if posts == self.posts {
            self.usual_reach
        } else {
            self.post_reach * tired(posts, self.post_fatigue)
        }
    }
}

impl Boost {
    pub fn is_toned(&self) -> bool {
        self.positive != 0.0 || self.negative != 0.0
    }
}

/// Share of the messages without complaints that praise.
pub fn praise(positive: f64, negative: f64) -> f64 {
    if negative < 1.0 { (positive / (1.0 - negative)).min(1.0) } else { 0.0 }
}

/// What is left of the reach of a post when there are so many in a week.
fn tired(posts: f64, fatigue: f64) -> f64 {
    libm::pow(posts.max(1.0) / REFERENCE_POSTS, -fatigue)
}

/// How lively a community is in this trial, which lives with chance `alive`.
fn activity(alive: f64, dead: f64, coin: usize, lives: Lives) -> f64 {
    match lives {
        Lives::Sampled(coins) if coins[coin] < alive => 1.0,
        Lives::Sampled(_) => dead,
        Lives::Expected => alive + (1.0 - alive) * dead,
    }
}

/// Shares of branded, helpful and emotional posts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kinds(pub [f64; 3]);

impl Kinds {
    /// The mix at which reactions and clicks are stated.
    pub(crate) const REFERENCE: Kinds = Kinds([0.3, 0.35, 0.35]);

    fn of(mix: &Mix, values: Values) -> Kinds {
        Kinds::mixed(mix.parts.map(|part: Param| values.of(part)), mix.stated)
    }

    /// A mix whose stated parts hold and whose others fill up the rest, in their own proportion.
    /// Where the parts that have to hold are more than all, or all three are stated, everything is
    /// divided by its sum.
    pub fn mixed(parts: [f64; 3], stated: [bool; 3]) -> Kinds {
        let sum = |which: bool| {
            parts
                .iter()
                .zip(stated)
                .filter(|(_, stated)| *stated == which)
                .fold(0.0, |sum, (part, _)| sum + part)
        };
        let (held, free) = (sum(true), sum(false));
        if held + free <= 0.0 {
            return Kinds::REFERENCE;
        }
        let rest = (1.0 - held).max(0.0);
        let scale = |stated: bool| match stated {
            true if free > 0.0 && rest > 0.0 => 1.0,
            true => 1.0 / held,
            false if held > 0.0 => rest / free,
            false => 1.0 / free,
        };
        let mut mixed = parts;
        for (part, stated) in mixed.iter_mut().zip(stated) {
            *part = if *part > 0.0 { *part * scale(stated) } else { 0.0 };
        }
        Kinds(mixed)
    }

    /// The mix once `more` helpful posts stand among so many.
    fn with_helpful(self, posts: f64, more: f64) -> Kinds {
        if more <= 0.0 {
            return self;
        }
        let [branded, helpful, emotional] = self.0.map(|share| share * posts / (posts + more));
        Kinds([branded, helpful + more / (posts + more), emotional])
    }

    fn reactions(self, content: &Content<f64>) -> f64 {
        self.weighted([content.branded_weight, content.helpful_weight, content.emotional_weight])
    }

    fn clicks(self, content: &Content<f64>) -> f64 {
        self.weighted([content.branded_click, content.helpful_click, content.emotional_click])
    }

    /// The mean weight over that of the reference.
    fn weighted(self, weights: [f64; 3]) -> f64 {
        let mean = |kinds: Kinds| {
            kinds.0.iter().zip(weights).map(|(share, weight)| share * weight).sum::<f64>()
        };
        ratio(mean(self), mean(Kinds::REFERENCE))
    }
}
