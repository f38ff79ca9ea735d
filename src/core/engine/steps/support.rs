//! The team answers what members did not, in all communities together.

use crate::elementary::floor;
use crate::engine::community_run::CommunityRun;
use crate::engine::context::WeekContext;
use crate::engine::noise::{Address, Noise};
use crate::engine::world::Team;
use crate::rng::Component;
use crate::units::HOURS_A_WEEK;

/// What waits for the team in all communities together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Queue {
    /// When the week began.
    before: f64,
    /// Once members have answered.
    open: f64,
    /// Answers of members.
    peers: f64,
}

impl Queue {
    /// What waited when the week began, what is open, and the answers of members.
    pub fn of([before, open, peers]: [f64; 3]) -> Queue {
        Queue { before, open, peers }
    }

    /// Adds what waits elsewhere.
    pub fn join(&mut self, other: &Queue) {
        self.before += other.before;
        self.open += other.open;
        self.peers += other.peers;
    }

    /// Adds a community whose members have answered.
    pub fn add(&mut self, course: &CommunityRun) {
        let flows = course.flows();
        self.join(&Queue::of([course.now.backlog, course.now.waiting, flows.answers_peers]));
    }

    /// How much of it the team answers in a week.
    fn answers<L: Noise>(&self, team: &Team, week: usize, noise: &L) -> f64 {
        // The team checks the answers of members and removes spam.
        let checks =
            if team.check > 0.0 { floor(team.check * (team.spam + self.peers)) } else { 0.0 };
        self.open.min((noise.stream(team.capacity, week) - checks).max(0.0))
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
    now.backlog_next = now.waiting - flows.answers_staff - flows.gave_up;
    flows.wait_hours =
        flows.answers_peers * context.world.team.peer_hours + flows.answers_staff * now.staff_hours;
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
