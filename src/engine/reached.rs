//! Who was reached in one community: cumulative reach, week by week, out of what its members wrote and their friends saw.

use super::course::Course;
use super::world::Community;
use crate::reach::{Seen, Told, occupied_each, three_plus};

/// People of one community's surroundings who were reached at least once up to each week.
#[derive(Clone, Debug)]
pub struct Reached {
    /// Members who asked.
    pub askers: Vec<f64>,
    /// Followers who saw a post.
    pub first: Vec<f64>,
    /// People who do not follow and saw a story.
    pub second: Vec<f64>,
    /// Those of them who met three stories or more over the horizon.
    pub three_plus: f64,
    seen: Seen,
    room: Room,
}

/// Space that is used anew in every trial: one entry a week in each.
#[derive(Clone, Debug, Default)]
struct Room {
    pool: Vec<f64>,
    hits: Vec<f64>,
    /// Stories per member, and the share of them that a given friend sees.
    told: Vec<f64>,
    visible: Vec<f64>,
    /// Share of the members of whom a given friend saw anything.
    shares: Vec<f64>,
    /// Mean friends of those who wrote.
    friends: Vec<f64>,
}

impl Reached {
    pub fn new(weeks: usize) -> Reached {
        let zeros = || vec![0.0; weeks];
        let room = Room { pool: zeros(), hits: zeros(), told: zeros(), visible: zeros(), shares: zeros(), friends: zeros() };
        Reached { askers: zeros(), first: zeros(), second: zeros(), three_plus: 0.0, seen: Seen::new(0.5, 1.0), room }
    }

    /// Follows the weeks of one course, in the space of the last trial.
    pub fn follow(&mut self, community: &Community, course: &Course) {
        self.within(community, course);
        self.beyond(community, course);
    }

    /// Among the members: A (1 - (1 + hits/(k A))^-k) of the active ones.
    fn within(&mut self, community: &Community, course: &Course) {
        self.room.pool.fill(community.active);
        accumulate(&course.questions.stories, &mut self.room.hits);
        occupied_each(&self.room.pool, &self.room.hits, community.asker_skew, &mut self.askers);
        accumulate(&course.impressions_first, &mut self.room.hits);
        occupied_each(&self.room.pool, &self.room.hits, community.post_skew, &mut self.first);
        rise(&mut self.askers);
        rise(&mut self.first);
    }

    /// Among their friends: each member of whom a given friend saw a story is one hit on each of such friends, and a
    /// reshare is one hit; the hits fall on the pool among which the friends are scattered.
    fn beyond(&mut self, community: &Community, course: &Course) {
        let Room { pool, hits, told, visible, shares, friends } = &mut self.room;
        let (mut stories, mut contacts, mut impressions) = (0.0, 0.0, 0.0);
        for week in 0..told.len() {
            stories += course.questions.stories[week];
            contacts += course.questions.contacts[week];
            impressions += course.questions.impressions[week];
            told[week] = ratio(stories, community.active);
            visible[week] = ratio(impressions, contacts).min(1.0);
            friends[week] = ratio(contacts, stories);
        }
        self.seen.reset(community.repeat, community.asker_skew);
        self.seen.shares(told, visible, shares);
        let strangers = community.active * (1.0 - community.insiders);
        let mut prospects = 0.0;
        for week in 0..hits.len() {
            prospects += course.reshare_prospects[week];
            hits[week] = strangers * shares[week] * friends[week] + prospects;
        }
        pool.fill(community.pool);
        let k = 1.0 / (community.friends_cv * community.friends_cv);
        occupied_each(pool, hits, k, &mut self.second);
        rise(&mut self.second);
        let last = hits.len() - 1;
        let mut often = [Told::ONCE];
        self.seen.shares_and_told(&told[last..], &visible[last..], &mut [0.0], &mut often);
        let told = Told::mixed([(hits[last] - prospects, often[0]), (prospects, Told::ONCE)]);
        self.three_plus = three_plus(community.pool, hits[last], k, told).min(self.second[last]);
    }
}

/// Sums up to each week.
fn accumulate(weeks: &[f64], sums: &mut [f64]) {
    let mut sum = 0.0;
    for (week, total) in weeks.iter().zip(sums) {
        sum += week;
        *total = sum;
    }
}

/// Whoever was reached stays reached: the running maximum.
pub fn rise(weeks: &mut [f64]) {
    let mut top = 0.0_f64;
    for week in weeks {
        top = top.max(*week);
        *week = top;
    }
}

fn ratio(over: f64, under: f64) -> f64 {
    if under > 0.0 { over / under } else { 0.0 }
}
