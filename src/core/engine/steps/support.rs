//! The team answers what members did not, in all communities together.

use crate::elementary::floor;
use crate::engine::community_run::CommunityRun;
use crate::engine::context::WeekContext;
use crate::engine::noise::{Address, Noise};
use crate::engine::world::{Team, WITHIN, within};
use crate::rng::Component;
use crate::units::{HOURS_A_WEEK, MINUTES_AN_HOUR};

/// What waits for the team in all communities together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Queue {
    /// When the week began.
    before: f64,
    /// Once members have answered.
    open: f64,
    /// Answers of members.
    peers: f64,
    /// Minutes that posts take.
    post_minutes: f64,
}

impl Queue {
    /// What waited when the week began, what is open, the answers of members, and the minutes that
    /// posts take.
    pub fn of([before, open, peers, post_minutes]: [f64; 4]) -> Queue {
        Queue { before, open, peers, post_minutes }
    }

    /// Adds what waits elsewhere.
    pub fn join(&mut self, other: &Queue) {
        self.before += other.before;
        self.open += other.open;
        self.peers += other.peers;
        self.post_minutes += other.post_minutes;
    }

    /// Adds a community whose members have answered.
    pub fn add(&mut self, course: &CommunityRun) {
        let (now, flows) = (&course.now, course.flows());
        self.join(&Queue::of([now.backlog, now.waiting, flows.answers_peers, now.post_minutes]));
    }

    /// How much of it the team answers in a week.
    fn answers<L: Noise>(&self, team: &Team, week: usize, noise: &L) -> f64 {
        // The team checks the answers of members and removes spam, writes the posts, and seeks
        // people in need: in answers that it does not give.
        let mut other = 0.0;
        if team.check > 0.0 {
            other += team.check * (team.spam + self.peers);
        }
        let minutes = self.post_minutes + team.outreach_minutes;
        if minutes > 0.0 {
            other += minutes / team.minutes;
        }
        let other = if other > 0.0 { floor(other) } else { 0.0 };
        self.open.min((noise.stream(team.capacity, week) - other).max(0.0))
    }
}

/// Hours until the team answers in a week in which nobody waits, neither before nor after it;
/// `None` of any other.
pub(crate) fn unhurried<L: Noise>(
    team: &Team,
    queue: Queue,
    week: usize,
    noise: &L,
) -> Option<f64> {
    let is_empty = queue.before == 0.0 && queue.answers(team, week, noise) == queue.open;
    is_empty.then(|| staff_hours(team, 0.0))
}

/// Answers as much as a week's hours allow, shares the answers out by what waits in each community,
/// and lets some of those who still wait give up. Whoever is left waits for the next week.
pub fn step<L: Noise>(
    courses: &mut [CommunityRun],
    team: &Team,
    queue: Queue,
    week: usize,
    noise: &mut L,
) {
    let Queue { before, open, .. } = queue;
    let answers = queue.answers(team, week, noise);
    share_out::<L>(
        courses,
        answers,
        |course| course.now.waiting,
        |course, answers| course.flows_mut().answers_staff = answers,
    );
    let rest = open - answers;
    let gave_up = if rest > 0.0 {
        noise.binomial(
            Address { component: Component::GaveUp, week: week as u32 },
            rest,
            team.give_up,
        )
    } else {
        0.0
    };
    let left = |course: &CommunityRun| course.now.waiting - course.flows().answers_staff;
    share_out::<L>(courses, gave_up, left, |course, gave_up| course.flows_mut().gave_up = gave_up);
    let hours = staff_hours(team, before + (rest - gave_up));
    for course in courses {
        course.now.staff_hours = hours;
    }
}

/// What waits in one community until the next week, and how long its answers took.
pub fn wait<L: Noise>(context: &mut WeekContext<L>) {
    let (flows, now) = (&mut *context.flows, &mut *context.now);
    let team = &context.world.team;
    flows.work_hours = (now.waiting * team.minutes
        + flows.answers_peers * team.check * team.minutes
        + now.post_minutes)
        / MINUTES_AN_HOUR;
    now.backlog_next = now.waiting - flows.answers_staff - flows.gave_up;
    let (peers, staff) = (flows.answers_peers, flows.answers_staff);
    let took = team.over_answers(now.staff_hours, |hours| hours);
    flows.wait_hours = peers * team.peer_hours + staff * took;
    let by_staff = if now.staff_hours == team.unhurried_hours() {
        team.staff_within
    } else {
        WITHIN.map(|hours| team.over_answers(now.staff_hours, |wait| within(wait, hours)))
    };
    let [hour, four, day] =
        std::array::from_fn(|place| peers * team.peers_within[place] + staff * by_staff[place]);
    (flows.within_1h, flows.within_4h, flows.within_24h) = (hour, four, day);
}

/// Hours until the team answers: what it takes when nothing waits, and half of what waited before
/// and after the week over its capacity (Little's law). Nobody waits longer than the horizon.
fn staff_hours(team: &Team, backlogs: f64) -> f64 {
    let queue = if backlogs > 0.0 { HOURS_A_WEEK * backlogs / (2.0 * team.capacity) } else { 0.0 };
    (team.base_hours + queue).min(team.longest_hours)
}

/// Divides `total` in proportion to what each has, in whole numbers by the largest remainder.
fn share_out<L: Noise>(
    courses: &mut [CommunityRun],
    total: f64,
    has: impl Fn(&CommunityRun) -> f64,
    put: impl Fn(&mut CommunityRun, f64),
) {
    if let [only] = courses {
        return put(only, total);
    }
    let all: f64 = courses.iter().map(&has).sum();
    if total >= all {
        return courses.iter_mut().for_each(|course| put(course, has(course)));
    }
    let quotas: Vec<f64> = courses.iter().map(|course| total * has(course) / all).collect();
    let ranks: Vec<usize> = courses.iter().map(CommunityRun::rank).collect();
    let parts = if L::WHOLE { largest_remainder(&quotas, &ranks, total) } else { quotas };
    for (course, part) in courses.iter_mut().zip(parts) {
        put(course, part);
    }
}

/// Whole numbers near the quotas that add up to `total`; of equal remainders, the lowest rank goes
/// first.
fn largest_remainder(quotas: &[f64], ranks: &[usize], total: f64) -> Vec<f64> {
    let mut parts: Vec<f64> = quotas.iter().map(|quota| quota.floor()).collect();
    let missing = total - parts.iter().sum::<f64>();
    let mut order: Vec<usize> = (0..quotas.len()).collect();
    order.sort_by(|&a, &b| {
        (quotas[b] - parts[b]).total_cmp(&(quotas[a] - parts[a])).then(ranks[a].cmp(&ranks[b]))
    });
    for &place in order.iter().take(missing.max(0.0) as usize) {
        parts[place] += 1.0;
    }
    parts
}
