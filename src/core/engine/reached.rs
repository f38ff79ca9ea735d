//! Who was reached in one community, out of what its members wrote and their friends saw: over the
//! horizon, and cumulatively week by week.

use super::community_run::CommunityRun;
use super::world::{Community, ratio};
use crate::metric::{Flows, People};
use crate::reach::{Exposure, Seen, people, people_each, three_plus};

/// The reach of one community, in space that is used anew in every trial.
#[derive(Clone, Debug)]
pub struct Reached {
    /// Over the horizon; unions are of whoever knows the other communities.
    pub people: People,
    /// Glances at members who ask or write, and at members who react.
    seen: [Seen; 2],
    routes: [Route; ROUTES.len()],
    /// Impressions of reshares on people who do not follow, up to each week.
    prospects: Vec<f64>,
    hits: Vec<f64>,
    work: Work,
}

/// Stories, contacts and impressions of a week.
type Counted = fn(&Flows) -> [f64; 3];

/// The routes of members' stories: stories, contacts, impressions, and which of the two kinds of
/// glances.
const ROUTES: [(Counted, usize); 3] = [
    (
        |flows| {
            let public = flows.questions - flows.private;
            [public, flows.contacts_questions, flows.impressions_questions]
        },
        0,
    ),
    (|flows| [flows.members_stories(), flows.contacts_reviews, flows.impressions_reviews], 0),
    (|flows| [flows.reactions, flows.contacts_reactions, flows.impressions_reactions], 1),
];

/// The stories of one route up to the end of each week.
#[derive(Clone, Debug)]
struct Route {
    stories: Vec<f64>,
    contacts: Vec<f64>,
    impressions: Vec<f64>,
    /// What the last week tells of every earlier one, where anything was seen at all.
    tangent: Tangent,
}

/// Weeks whose hits have to be looked at one by one, with their stories a member and their shares.
#[derive(Clone, Debug, Default)]
struct Work {
    /// What no week's hits exceed.
    bounds: Vec<f64>,
    open: Vec<usize>,
    told: Vec<f64>,
    visible: Vec<f64>,
    shares: Vec<f64>,
}

/// The share of the members of whom a given friend saw a story, as a function of the stories told,
/// by its value and its slope at the last week.
#[derive(Clone, Copy, Debug)]
struct Tangent {
    share: f64,
    /// How often those of whom anything was seen were seen; `q dS/dq` is the share of whom exactly
    /// one story was.
    told: Exposure,
}

impl Tangent {
    const NOTHING: Tangent = Tangent { share: 0.0, told: Exposure::ONCE };
}

impl Route {
    fn new(weeks: usize) -> Route {
        let zeros = || vec![0.0; weeks];
        Route {
            stories: zeros(),
            contacts: zeros(),
            impressions: zeros(),
            tangent: Tangent::NOTHING,
        }
    }

    fn accumulate(&mut self, course: &CommunityRun, flows: Counted) {
        let [.., impressions] = flows(&course.total);
        if impressions == 0.0 {
            // Nothing was seen in any week: so the last one says.
            self.impressions.last_mut().into_iter().for_each(|impressions| *impressions = 0.0);
            return;
        }
        let mut sum = [0.0; 3];
        let sums = self.stories.iter_mut().zip(&mut self.contacts).zip(&mut self.impressions);
        for (((stories, contacts), impressions), weekly) in sums.zip(&course.weeks) {
            let [of_stories, of_contacts, of_impressions] = flows(&weekly.flows);
            sum = [sum[0] + of_stories, sum[1] + of_contacts, sum[2] + of_impressions];
            [*stories, *contacts, *impressions] = sum;
        }
    }

    /// Whether anything of it was ever seen.
    fn is_seen(&self) -> bool {
        self.impressions.last().is_some_and(|impressions| *impressions > 0.0)
    }

    /// Share of its writer's friends who see a story.
    fn visible(&self, week: usize) -> f64 {
        ratio(self.impressions[week], self.contacts[week]).min(1.0)
    }

    /// Mean friends of those who wrote.
    fn friends(&self, week: usize) -> f64 {
        ratio(self.contacts[week], self.stories[week])
    }
}

impl Reached {
    pub fn new(weeks: usize) -> Reached {
        Reached {
            people: People::default(),
            seen: [Seen::new(0.5, 1.0), Seen::new(0.5, 1.0)],
            routes: std::array::from_fn(|_| Route::new(weeks)),
            prospects: vec![0.0; weeks],
            hits: vec![0.0; weeks],
            work: Work::default(),
        }
    }

    /// Counts the people whom a course reached over the horizon.
    ///
    /// Among the members each message and each post seen is a hit on the active ones who ever
    /// followed. Among their friends each member of whom a given friend saw a story is one hit on
    /// each of such friends, and a reshare is one hit; routes add. The hits fall on the pool among
    /// which the friends are scattered. Whoever was reached stays reached: the most hits of any
    /// week count.
    pub fn follow(&mut self, community: &Community, course: &CommunityRun) {
        let (last, ever, k) = (course.weeks.len() - 1, course.ever(), community.friends_shape);
        self.seen[0].reset(community.repeat, community.asker_skew);
        self.seen[1].reset(community.repeat, community.post_skew);
        let (mut messages, mut impressions, mut prospects) = (0.0, 0.0, 0.0);
        for (week, weekly) in course.weeks.iter().enumerate() {
            messages += weekly.flows.questions;
            impressions += weekly.flows.impressions_first;
            prospects += weekly.flows.prospects_reshares;
            self.prospects[week] = prospects;
        }
        for (route, (flows, _)) in self.routes.iter_mut().zip(ROUTES) {
            route.accumulate(course, flows);
        }
        self.look(last, ever);
        let strangers = ever * (1.0 - community.insiders);
        let hits_of = |route: &Route| strangers * route.tangent.share * route.friends(last);
        let hits = self.routes.iter().fold(prospects, |hits, route| hits + hits_of(route));
        let most = self.most_hits(community, course, hits);
        let second = people(community.pool, most, k);
        let often = self
            .routes
            .iter()
            .map(|route| (hits_of(route), route.tangent.told))
            .chain([(prospects, Exposure::ONCE)]);
        self.people = People {
            askers: people(ever, messages, community.asker_skew),
            first: people(ever, impressions, community.post_skew),
            second,
            three_plus: three_plus(community.pool, hits, k, Exposure::mixed(often)).min(second),
            total: 0.0,
        };
    }

    /// What is seen of the members in the last week, route by route; the routes of one kind of
    /// glances side by side.
    fn look(&mut self, last: usize, ever: f64) {
        self.routes.iter_mut().for_each(|route| route.tangent = Tangent::NOTHING);
        for (kind, seen) in self.seen.iter_mut().enumerate() {
            let (mut told, mut visible, mut places) =
                ([0.0; ROUTES.len()], [0.0; ROUTES.len()], [0; ROUTES.len()]);
            let mut count = 0;
            for (place, (route, (_, of))) in self.routes.iter().zip(ROUTES).enumerate() {
                if of == kind && route.is_seen() {
                    (told[count], visible[count], places[count]) =
                        (ratio(route.stories[last], ever), route.visible(last), place);
                    count += 1;
                }
            }
            if count == 0 {
                continue;
            }
            let (mut shares, mut often) = ([0.0; ROUTES.len()], [Exposure::ONCE; ROUTES.len()]);
            seen.shares_and_told(&told[..count], &visible[..count], &mut shares, &mut often);
            for lane in 0..count {
                self.routes[places[lane]].tangent =
                    Tangent { share: shares[lane], told: often[lane] };
            }
        }
    }

    /// The most hits of any week; `hits` are those of the last.
    ///
    /// Hits may fall a little from one week to the next, because the visible share w and the mean
    /// number of friends are those of the stories so far. But the share S(q, w) is concave in q and
    /// in w, S(0) = 0, and the members only become more, so no week has more than
    /// `A (1-i) (S - q dS/dq (1 - s_t/s)) max(1, w_t/w) friends_t` hits on a route, where the last
    /// week has A members, s stories, S, q and w. Only weeks that the sum of these bounds leaves
    /// open are computed. (Of C contacts and I impressions so far, `max(1, w_t/w) friends_t` is
    /// `max(C, I/w)/s_t`.) Test: `engine::the_most_hits_are_found_without_looking_at_every_week`.
    fn most_hits(&mut self, community: &Community, course: &CommunityRun, hits: f64) -> f64 {
        let last = course.weeks.len() - 1;
        let strangers = course.ever() * (1.0 - community.insiders);
        let Work { open, bounds, .. } = &mut self.work;
        bounds.clear();
        bounds.extend_from_slice(&self.prospects[..last]);
        for route in self.routes.iter().filter(|route| route.is_seen()) {
            let Tangent { share, told } = route.tangent;
            let (at_start, rise) = (
                strangers * share * (1.0 - told.once),
                strangers * share * told.once / route.stories[last],
            );
            let clearer = 1.0 / route.visible(last);
            let weeks = bounds
                .iter_mut()
                .zip(&route.stories)
                .zip(route.contacts.iter().zip(&route.impressions));
            for ((bound, &stories), (&contacts, &impressions)) in weeks {
                let seen = impressions * clearer;
                let most =
                    (at_start + rise * stories) * if seen > contacts { seen } else { contacts };
                *bound += if stories > 0.0 { most / stories } else { 0.0 };
            }
        }
        open.clear();
        open.extend((0..last).filter(|&week| bounds[week] > hits));
        if self.work.open.is_empty() {
            return hits;
        }
        self.work_hits(community, course);
        let found = self.work.open.iter().map(|&week| self.hits[week]);
        found.fold(hits, f64::max)
    }

    /// The hits of the weeks at work.
    fn work_hits(&mut self, community: &Community, course: &CommunityRun) {
        let Work { open, told, visible, shares, .. } = &mut self.work;
        for &week in open.iter() {
            self.hits[week] = self.prospects[week];
        }
        for (route, (_, kind)) in
            self.routes.iter().zip(ROUTES).filter(|(route, _)| route.is_seen())
        {
            told.clear();
            visible.clear();
            told.extend(open.iter().map(|&week| ratio(route.stories[week], course.ever[week])));
            visible.extend(open.iter().map(|&week| route.visible(week)));
            shares.resize(open.len(), 0.0);
            self.seen[kind].shares(told, visible, shares);
            for (&week, share) in open.iter().zip(shares.iter()) {
                self.hits[week] +=
                    course.ever[week] * (1.0 - community.insiders) * share * route.friends(week);
            }
        }
    }

    /// Writes the people of each week into the course that was followed last. They never fall and
    /// end at its [`People`].
    pub fn tell(&mut self, community: &Community, course: &mut CommunityRun) {
        let weeks = course.weeks.len();
        self.work.open.clear();
        self.work.open.extend(0..weeks);
        self.work_hits(community, course);
        let pool = vec![community.pool; weeks];
        let mut series = vec![0.0; weeks];
        people_each(&pool, &self.hits, community.friends_shape, &mut series);
        settle(&mut series, self.people.second);
        course
            .weeks
            .iter_mut()
            .zip(&series)
            .for_each(|(week, people)| week.people.second = *people);
        accumulate(course, &mut self.hits, |flows| flows.questions);
        people_each(&course.ever, &self.hits, community.asker_skew, &mut series);
        settle(&mut series, self.people.askers);
        course
            .weeks
            .iter_mut()
            .zip(&series)
            .for_each(|(week, people)| week.people.askers = *people);
        accumulate(course, &mut self.hits, |flows| flows.impressions_first);
        people_each(&course.ever, &self.hits, community.post_skew, &mut series);
        settle(&mut series, self.people.first);
        course.weeks.iter_mut().zip(&series).for_each(|(week, people)| week.people.first = *people);
    }
}

/// Whoever was reached stays reached: the running maximum, which ends at `end`.
fn settle(weeks: &mut [f64], end: f64) {
    let mut top = 0.0_f64;
    for week in weeks.iter_mut() {
        top = top.max(*week).min(end);
        *week = top;
    }
    if let Some(last) = weeks.last_mut() {
        *last = end;
    }
}

fn accumulate(course: &CommunityRun, totals: &mut [f64], flow: fn(&Flows) -> f64) {
    let mut sum = 0.0;
    for (total, week) in totals.iter_mut().zip(&course.weeks) {
        sum += flow(&week.flows);
        *total = sum;
    }
}
