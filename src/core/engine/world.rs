//! One possible world: every uncertain input turned into a plain number, in the units in which the
//! steps count.

mod community;
mod crowd;
mod money;
mod values;

pub use community::{Boost, Community, Kinds, Market, praise};
pub use crowd::{Crowd, OfRole};
pub use money::{Money, lifetime};
pub use values::{Lives, Values, ratio};

use crate::metric::Rivals;
use crate::model::{DEFAULT_OVERLAP, Funnel, Model, Outreach, Staff};
use crate::reach::people;
use crate::units::{HOURS_A_WEEK, MINUTES_AN_HOUR, MONTHS_A_YEAR, WEEKS_A_YEAR};

/// The numbers of one trial, the same for all its weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// Weeks of the horizon.
    pub weeks: usize,
    /// People of the market.
    pub market: f64,
    pub duplication: f64,
    pub communities: Vec<Community>,
    pub crowd: Crowd,
    /// `overlaps[i][j]`: share of the smaller one's followers who also follow the larger.
    pub overlaps: Vec<Vec<f64>>,
    pub team: Team,
    pub funnel: Funnel<f64>,
    pub outreach: Outreach<f64>,
    pub rivals: Rivals,
    /// Share of the members who answer a poll.
    pub poll_response: f64,
    pub money: Money,
    /// The first week of this world: that in which the first community begins, or the change takes
    /// place.
    pub from: usize,
    /// How it is from later weeks on.
    pub later: Vec<World>,
}

/// Clicks of friends over those of strangers, where a share of them trust friends more.
fn trust(trust: f64, trusting: f64) -> f64 {
    if trusting == 1.0 { trust } else { 1.0 + trusting * (trust - 1.0) }
}

/// What is said about other brands over the horizon.
fn rivals(model: &Model, values: Values) -> Rivals {
    let mut rivals = Rivals::default();
    for competitor in &model.competitors {
        let competitor = competitor.map(|param| values.of(param));
        let messages = competitor.messages_per_year / WEEKS_A_YEAR * model.weeks as f64;
        rivals.messages += messages;
        rivals.net += messages * (competitor.positive - competitor.negative);
        rivals.followers += competitor.followers;
    }
    rivals
}

/// The people who answer, for all communities together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Team {
    /// Answers a week, if nothing else is to be done.
    pub capacity: f64,
    /// Paid hours a week that are there for the community.
    pub hours: f64,
    /// Minutes of work for an answer.
    pub minutes: f64,
    /// Minutes a week for people in need who are found elsewhere.
    pub outreach_minutes: f64,
    /// Share of its answers that an expert has to give, and how many hours longer these take.
    pub escalated: f64,
    pub escalation_hours: f64,
    /// Hours until the team answers when nothing waits, closed hours included.
    pub base_hours: f64,
    /// Shares of the answers that are there within each of [`WITHIN`] hours: of members, and of the
    /// team when nothing waits.
    pub peers_within: [f64; 3],
    pub staff_within: [f64; 3],
    /// Hours of the horizon.
    pub longest_hours: f64,
    /// Share of the messages that other members answer.
    pub peers: f64,
    pub peer_hours: f64,
    /// Share of those who wait who give up in a week.
    pub give_up: f64,
    /// Share of the complaints that an instant answer turns around.
    pub recovery: f64,
    /// Hours in which that share halves.
    pub half_life_hours: f64,
    /// Wages a week.
    pub cost: f64,
    /// Weeks until members answer as much as they will.
    pub ramp: f64,
    /// What checking a member's answer takes, in answers of the team, and spam messages a week that
    /// take as much.
    pub check: f64,
    pub spam: f64,
    /// Share of those who ask who are sent away.
    pub sent_away: f64,
    /// Share of those served who become advocates.
    pub advocates: f64,
    /// Messages that an advocate answers in a week, and posts about the product that he writes.
    pub advocate_answers: f64,
    pub advocate_posts: f64,
}

impl World {
    /// The world in which every input is at its median.
    pub fn expected(model: &Model) -> World {
        let medians: Vec<f64> = model.inputs.iter().map(|input| input.dist.quantile(0.5)).collect();
        World::draw(model, Values { inputs: &medians, lives: Lives::Expected })
    }

    /// People among whom the members' friends are scattered: of several communities the most that
    /// their pools can hold together, which is no more than the market.
    pub fn pool(&self) -> f64 {
        self.communities.iter().map(|community| community.pool).sum::<f64>().min(self.market)
    }

    /// How it is in a week.
    pub fn at(&self, week: usize) -> &World {
        self.later.iter().rfind(|later| later.from <= week).unwrap_or(self)
    }

    /// Paid hours of the team that are there for the community, as a mean over the weeks.
    pub fn mean_hours(&self) -> f64 {
        let weeks = (0..self.weeks).filter(|week| self.is_open(*week));
        weeks.map(|week| self.at(week).team.hours).sum::<f64>() / self.weeks as f64
    }

    /// Whether any community is there in a week.
    pub fn is_open(&self, week: usize) -> bool {
        self.communities.iter().any(|community| community.opens <= week)
    }

    /// Whether praise is of each week: something follows from it there, or moves it.
    pub fn counts_praise(&self, community: &Community) -> bool {
        self.money.is_mood_priced() || community.is_toned()
    }

    /// The world of one trial.
    pub fn draw(model: &Model, values: Values) -> World {
        let opens = model.communities.iter().map(|community| community.opens);
        let from = opens.min().unwrap_or(0);
        let later = model
            .later
            .iter()
            .map(|later| World { from: later.from, ..World::draw(&later.model, values) });
        World { from, later: later.collect(), ..World::of(model, values) }
    }

    fn of(model: &Model, values: Values) -> World {
        let market = values.product(&model.market.people);
        let people =
            Market { people: market, capacity: market * values.of(model.market.brand_users) };
        let crowd = Crowd::of(&model.roles, values);
        let draw = |rewarded: f64| {
            let of =
                |community| Community::draw(model, community, &crowd, people, rewarded, values);
            model.communities.iter().map(of).collect::<Vec<_>>()
        };
        let mut communities = draw(1.0);
        let rewarded = rewarded(model, &communities, &crowd, values);
        if rewarded != 1.0 {
            communities = draw(rewarded);
        }
        boost(model, &mut communities, values);
        let mut overlaps = vec![vec![DEFAULT_OVERLAP; communities.len()]; communities.len()];
        for overlap in &model.overlaps {
            let [a, b] = overlap.between;
            let share = values.of(overlap.share);
            overlaps[a][b] = share;
            overlaps[b][a] = share;
        }
        World {
            weeks: model.weeks,
            market,
            duplication: values.of(model.market.duplication),
            communities,
            overlaps,
            team: Team::draw(model, &crowd, rewarded, values),
            crowd,
            funnel: Funnel {
                trust: trust(values.of(model.funnel.trust), values.of(model.market.trusting)),
                ..model.funnel.map(|param| values.of(param))
            },
            outreach: model.outreach.map(|param| values.of(param)),
            rivals: rivals(model, values),
            poll_response: values.of(model.polls.response),
            money: Money::draw(model, values),
            from: 0,
            later: Vec::new(),
        }
    }
}

/// How many times as much members answer and write because those who help are rewarded:
/// 1 + e (1 - exp(-r/h)), where r is the reward of an active helper in a month. A helper is a
/// member who answered in the month, at the rates of week 0; where nobody does, nobody is rewarded.
///
/// Test: `founding::rewards_act_by_what_an_active_helper_gets`.
fn rewarded(model: &Model, communities: &[Community], crowd: &Crowd, values: Values) -> f64 {
    let rewards = values.of(model.cost.rewards_per_month);
    if rewards <= 0.0 {
        return 1.0;
    }
    let support = model.support.map(|param| values.of(param));
    let answering = (support.peers * crowd.answers).min(1.0) * WEEKS_A_YEAR / MONTHS_A_YEAR;
    let helpers = |community: &Community| {
        let public = community.messages_per_week * (1.0 - community.private);
        people(community.active_at_start(), public * answering, community.asker_skew)
    };
    let helpers: f64 = communities.iter().map(helpers).sum();
    if helpers <= 0.0 {
        return 1.0;
    }
    1.0 - support.reward_effect * libm::expm1(-rewards / helpers / support.reward_half)
}

/// Hours within which answers are counted.
pub const WITHIN: [f64; 3] = [1.0, 4.0, 24.0];

/// Share of the waits of a mean that end within some hours, where they are exponential.
///
/// Test: `service::answers_within_hours_are_counted_over_exponential_waits`.
pub fn within(wait: f64, hours: f64) -> f64 {
    if wait > 0.0 { -libm::expm1(-hours / wait) } else { 1.0 }
}

impl Team {
    /// Hours a week that the team works elsewhere than on a page: on people in need, and on spam.
    pub fn elsewhere_hours(&self) -> f64 {
        (self.outreach_minutes + self.spam * self.check * self.minutes) / MINUTES_AN_HOUR
    }

    /// The mean over the team's answers of what depends on the hours that one took, where those
    /// that an expert has to give take longer.
    pub fn over_answers(&self, hours: f64, of: impl Fn(f64) -> f64) -> f64 {
        if self.escalated > 0.0 {
            (1.0 - self.escalated) * of(hours) + self.escalated * of(hours + self.escalation_hours)
        } else {
            of(hours)
        }
    }

    /// Hours until the team answers when nothing waits; nobody waits longer than the horizon.
    pub fn unhurried_hours(&self) -> f64 {
        self.base_hours.min(self.longest_hours)
    }

    fn draw(model: &Model, crowd: &Crowd, rewarded: f64, values: Values) -> Team {
        let support = model.support.map(|param| values.of(param));
        let (paid, cost) = match model.staff {
            Staff::Hours { hours, wage } => {
                let hours = values.of(hours);
                (hours, hours * values.of(wage))
            }
            Staff::People { people, hours, salary, wage } => {
                let people = values.of(people);
                let hours = people * values.of(hours);
                let by_month = |salary| people * values.of(salary) * MONTHS_A_YEAR / WEEKS_A_YEAR;
                (hours, salary.map_or_else(|| hours * values.of(wage), by_month))
            }
        };
        let hours = paid * (1.0 - support.other_work);
        let minutes = hours * MINUTES_AN_HOUR;
        let outreach = model.outreach.map(|param| values.of(param));
        let mut team = Team {
            peers_within: WITHIN.map(|hours| within(support.peer_hours, hours)),
            staff_within: [0.0; 3],
            capacity: if minutes > 0.0 { minutes / support.minutes_per_answer } else { 0.0 },
            hours,
            minutes: support.minutes_per_answer,
            outreach_minutes: outreach.per_week * outreach.minutes,
            escalated: support.escalated,
            escalation_hours: support.escalation_hours,
            base_hours: support.base_hours + model.closed_hours,
            longest_hours: HOURS_A_WEEK * model.weeks as f64,
            peers: (support.peers * crowd.answers * rewarded).min(1.0),
            peer_hours: support.peer_hours,
            give_up: support.give_up,
            recovery: support.recovery,
            half_life_hours: support.half_life_hours,
            cost,
            ramp: support.peers_ramp_weeks,
            check: ratio(support.check_minutes, support.minutes_per_answer),
            spam: support.spam_per_week,
            sent_away: support.sent_away,
            advocates: support.makes_advocates,
            advocate_answers: support.advocate_answers * MONTHS_A_YEAR / WEEKS_A_YEAR * rewarded,
            advocate_posts: support.advocate_posts / WEEKS_A_YEAR * rewarded,
        };
        let wait = team.unhurried_hours();
        team.staff_within = WITHIN.map(|hours| team.over_answers(wait, |wait| within(wait, hours)));
        team
    }
}

/// What campaigns add. Without a community a campaign's lift and posts hold in each of them, and
/// its followers and its budget are divided by their followers, evenly where there are none.
fn boost(model: &Model, communities: &mut [Community], values: Values) {
    let all: f64 = communities.iter().map(|community| community.followers).sum();
    let even = 1.0 / communities.len() as f64;
    for campaign in &model.campaigns {
        let weeks = campaign.weeks as f64;
        for (place, community) in communities.iter_mut().enumerate() {
            let share = match campaign.community {
                None if all > 0.0 => community.followers / all,
                None => even,
                Some(own) if own == place => 1.0,
                Some(_) => continue,
            };
            community.boosts.push(Boost {
                weeks: campaign.start_week..campaign.start_week + campaign.weeks,
                question_lift: values.of(campaign.question_lift),
                posts: values.of(campaign.posts_per_week),
                followers: share * values.of(campaign.followers) / weeks,
                budget: share * values.of(campaign.budget) / weeks,
                positive: values.of(campaign.positive),
                negative: values.of(campaign.negative),
                partners: share
                    * values.of(campaign.partner_followers)
                    * values.of(campaign.partner_follow)
                    / weeks,
            });
        }
    }
}
