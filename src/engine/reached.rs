//! Who was reached in one community, out of what its members wrote and their friends saw: over the horizon, and
//! cumulatively week by week.

use super::course::Course;
use super::world::Community;
use crate::reach::{Seen, Told, occupied, occupied_each, three_plus};

/// People reached at least once over the horizon.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct People {
    /// Members who asked.
    pub askers: f64,
    /// Followers who saw a post.
    pub first: f64,
    /// People who do not follow and saw a story.
    pub second: f64,
    /// Those of them who met three stories or more.
    pub three_plus: f64,
}

/// The same up to the end of each week.
#[derive(Clone, Debug, Default)]
pub struct Cumulative {
    pub askers: Vec<f64>,
    pub first: Vec<f64>,
    pub second: Vec<f64>,
}

/// The reach of one community, in space that is used anew in every trial.
#[derive(Clone, Debug)]
pub struct Reached {
    pub people: People,
    /// As the last call of [`Reached::tell`] left it.
    pub weeks: Cumulative,
    seen: Seen,
    stories: Stories,
    /// Weeks whose hits have to be looked at one by one, with their stories and their shares.
    open: Vec<usize>,
    told: Vec<f64>,
    visible: Vec<f64>,
    shares: Vec<f64>,
}

/// The members' stories up to the end of each week.
#[derive(Clone, Debug, Default)]
struct Stories {
    /// Stories a member.
    told: Vec<f64>,
    /// Share of its writer's friends who see a story.
    visible: Vec<f64>,
    /// Mean friends of those who wrote.
    friends: Vec<f64>,
    /// Impressions of reshares on people who do not follow.
    prospects: Vec<f64>,
}

impl Stories {
    fn accumulate(&mut self, community: &Community, course: &Course) {
        let (mut stories, mut contacts, mut impressions, mut prospects) = (0.0, 0.0, 0.0, 0.0);
        for week in 0..self.told.len() {
            stories += course.questions.stories[week];
            contacts += course.questions.contacts[week];
            impressions += course.questions.impressions[week];
            prospects += course.reshare_prospects[week];
            self.told[week] = ratio(stories, community.active);
            self.visible[week] = ratio(impressions, contacts).min(1.0);
            self.friends[week] = ratio(contacts, stories);
            self.prospects[week] = prospects;
        }
    }
}

/// What the horizon tells of every earlier week: the share of the members of whom a given friend saw a story as a
/// function of the stories told, by its value and its slope there.
#[derive(Clone, Copy)]
struct Tangent {
    share: f64,
    /// q dS/dq, which is the share of whom exactly one story was seen.
    once: f64,
}

impl Reached {
    pub fn new(weeks: usize) -> Reached {
        let zeros = || vec![0.0; weeks];
        Reached {
            people: People::default(),
            weeks: Cumulative { askers: zeros(), first: zeros(), second: zeros() },
            seen: Seen::new(0.5, 1.0),
            stories: Stories { told: zeros(), visible: zeros(), friends: zeros(), prospects: zeros() },
            open: Vec::with_capacity(weeks),
            told: Vec::with_capacity(weeks),
            visible: Vec::with_capacity(weeks),
            shares: Vec::with_capacity(weeks),
        }
    }

    /// Counts the people whom a course reached over the horizon.
    ///
    /// Among the members each message and each post seen is a hit on the active ones. Among their friends each member
    /// of whom a given friend saw a story is one hit on each of such friends, and a reshare is one hit; the hits fall on
    /// the pool among which the friends are scattered. Whoever was reached stays reached: the most hits of any week count.
    pub fn follow(&mut self, community: &Community, course: &Course) {
        let last = course.impressions_first.len() - 1;
        self.stories.accumulate(community, course);
        let Stories { told, visible, friends, prospects } = &self.stories;
        let (mut share, mut often) = ([0.0], [Told::ONCE]);
        self.seen.reset(community.repeat, community.asker_skew);
        self.seen.shares_and_told(&told[last..], &visible[last..], &mut share, &mut often);
        let ([share], [often]) = (share, often);
        let route = strangers(community) * share * friends[last];
        let (hits, reshared, k) = (route + prospects[last], prospects[last], friend_shape(community));
        let most = self.most_hits(community, hits, Tangent { share, once: share * often.once });
        let second = occupied(community.pool, most, k);
        let often = Told::mixed([(route, often), (reshared, Told::ONCE)]);
        self.people = People {
            askers: occupied(community.active, sum(&course.questions.stories), community.asker_skew),
            first: occupied(community.active, sum(&course.impressions_first), community.post_skew),
            second,
            three_plus: three_plus(community.pool, hits, k, often).min(second),
        };
    }

    /// The most hits of any week; `hits` are those of the last.
    ///
    /// Hits may fall a little from one week to the next, because the visible share w and the mean number of friends are
    /// those of the stories so far. But the share S(q, w) is concave in q and in w, and S(0) = 0, so no week has more
    /// than `A (1-i) (S - q dS/dq (1 - q_t/q)) max(1, w_t/w) friends_t` hits beside its reshares, where the last week has
    /// S, q and w. Only weeks that this bound leaves open are computed. Test: `engine::the_most_hits_are_found_without_looking_at_every_week`.
    fn most_hits(&mut self, community: &Community, hits: f64, tangent: Tangent) -> f64 {
        let Stories { told, visible, friends, prospects } = &self.stories;
        let last = told.len() - 1;
        let strangers = strangers(community);
        self.open.clear();
        self.told.clear();
        self.visible.clear();
        for week in 0..last {
            let less = tangent.once * (1.0 - ratio(told[week], told[last]));
            let clearer = (visible[week] / visible[last]).max(1.0);
            let bound = strangers * (tangent.share - less) * clearer * friends[week] + prospects[week];
            // With nothing visible at the end the bound is no number, and every week is looked at.
            if bound > hits || bound.is_nan() {
                self.open.push(week);
                self.told.push(told[week]);
                self.visible.push(visible[week]);
            }
        }
        if self.open.is_empty() {
            return hits;
        }
        self.shares.resize(self.open.len(), 0.0);
        self.seen.shares(&self.told, &self.visible, &mut self.shares);
        let open = self.open.iter().zip(&self.shares).map(|(&week, share)| strangers * share * friends[week] + prospects[week]);
        open.fold(hits, f64::max)
    }

    /// Writes the weeks of the course that was followed last. They never fall and end at its [`People`].
    pub fn tell(&mut self, community: &Community, course: &Course) {
        let Stories { told, visible, friends, prospects } = &self.stories;
        let (weeks, series) = (told.len(), &mut self.weeks);
        let mut pool = vec![community.active; weeks];
        let mut hits = vec![0.0; weeks];
        accumulate(&course.questions.stories, &mut hits);
        occupied_each(&pool, &hits, community.asker_skew, &mut series.askers);
        accumulate(&course.impressions_first, &mut hits);
        occupied_each(&pool, &hits, community.post_skew, &mut series.first);
        self.shares.resize(weeks, 0.0);
        self.seen.shares(told, visible, &mut self.shares);
        for week in 0..weeks {
            hits[week] = strangers(community) * self.shares[week] * friends[week] + prospects[week];
        }
        pool.fill(community.pool);
        occupied_each(&pool, &hits, friend_shape(community), &mut series.second);
        settle(&mut series.askers, self.people.askers);
        settle(&mut series.first, self.people.first);
        settle(&mut series.second, self.people.second);
    }
}

/// Whoever was reached stays reached: the running maximum, which ends at `end`.
pub fn settle(weeks: &mut [f64], end: f64) {
    let mut top = 0.0_f64;
    for week in weeks.iter_mut() {
        top = top.max(*week).min(end);
        *week = top;
    }
    if let Some(last) = weeks.last_mut() {
        *last = end;
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

/// The sum, which is zero and not minus zero where there is nothing to add.
pub fn sum(weeks: &[f64]) -> f64 {
    weeks.iter().fold(0.0, |sum, week| sum + week)
}

fn strangers(community: &Community) -> f64 {
    community.active * (1.0 - community.insiders)
}

fn friend_shape(community: &Community) -> f64 {
    1.0 / (community.friends_cv * community.friends_cv)
}

fn ratio(over: f64, under: f64) -> f64 {
    if under > 0.0 { over / under } else { 0.0 }
}
