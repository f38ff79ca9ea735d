//! Costs and values of all communities together, and the part of each. Parts add up to the whole.

use super::community_run::CommunityRun;
use super::noise::{Address, Noise};
use super::world::World;
use crate::metric::Flows;
use crate::rng::Component;

/// The team's wages fall on communities by what it answered there, tools, management, setting up
/// and recruiting by followers, research by active members; posts and advertising are a community's
/// own.
///
/// Nothing is paid and nothing gained before the first community begins.
pub fn step<L: Noise>(courses: &mut [CommunityRun], world: &World, week: usize, noise: &mut L) {
    if !world.is_open(week) {
        return;
    }
    let money = &world.money;
    let address = |component| Address { component, week: week as u32 };
    let hires = money.hires.map_or(0.0, |hires| {
        let willing = if hires.sentiment == 0.0 {
            1.0
        } else {
            (1.0 + hires.sentiment * mood(courses, world, week)).max(0.0)
        };
        noise.poisson(address(Component::Hires), hires.per_week * willing) * hires.saving
    });
    let ideas = money.ideas.map_or(0.0, |(per_week, value)| {
        noise.poisson(address(Component::Ideas), per_week) * value
    });
    let active = || courses.iter().map(|course| course.now.active).sum::<f64>();
    let research = money
        .polls
        .filter(|polls| active() * world.poll_response >= polls.needed)
        .map_or(0.0, |polls| polls.value_per_week);
    let followers = |course: &CommunityRun| course.now.followers;
    if let [only] = courses {
        let payer = Payer::of(only);
        costs(world, week, &[payer]).of(&payer).put(only.flows_mut());
    } else {
        let payers: Vec<Payer> = courses.iter().map(Payer::of).collect();
        let costs = costs(world, week, &payers);
        for (course, payer) in courses.iter_mut().zip(&payers) {
            costs.of(payer).put(course.flows_mut());
        }
    }
    divide(courses, hires, followers, |course, part| course.flows_mut().value_recruiting = part);
    divide(courses, money.forum_per_week, followers, |course, part| {
        course.flows_mut().value_forum = part;
    });
    divide(
        courses,
        ideas,
        |course| course.now.active,
        |course, part| course.flows_mut().value_ideas = part,
    );
    divide(
        courses,
        research,
        |course| course.now.active,
        |course, part| course.flows_mut().value_research = part,
    );
}

/// By what a community pays its part of the costs of all.
#[derive(Clone, Copy, Debug)]
pub struct Payer {
    /// The team's answers to it in the week.
    pub answers: f64,
    pub followers: f64,
    /// One where the community is there, else nothing.
    pub there: f64,
}

impl Payer {
    pub fn of(course: &CommunityRun) -> Payer {
        Payer {
            answers: course.flows().answers_staff,
            followers: course.now.followers,
            there: course.there(),
        }
    }
}

/// Costs of a week or of all of them: of the team, of tools and management, of rewards; then the
/// hours of the team, and those for what it does elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Costs([f64; 5]);

impl Costs {
    pub fn add(&mut self, other: Costs) {
        self.0.iter_mut().zip(other.0).for_each(|(sum, part)| *sum += part);
    }

    pub fn put(self, flows: &mut Flows) {
        let Costs([team, fixed, rewards, hours, elsewhere]) = self;
        [flows.cost_team, flows.cost_fixed, flows.cost_rewards] = [team, fixed, rewards];
        [flows.team_hours, flows.other_work_hours] = [hours, elsewhere];
    }
}

/// The costs of a week, and how they are divided.
pub struct Divided {
    costs: [f64; 5],
    /// Whether the team is paid by its answers, and not by followers.
    by_answers: bool,
    answers: f64,
    followers: f64,
    payers: f64,
}

/// What the communities cost together in a week.
pub fn costs(world: &World, week: usize, payers: &[Payer]) -> Divided {
    let money = &world.money;
    let fixed = money.fixed_per_week + if week == world.from { money.setup } else { 0.0 };
    let answers = payers.iter().map(|payer| payer.answers).sum();
    Divided {
        costs: [
            world.team.cost,
            fixed,
            money.rewards_per_week,
            world.team.hours,
            world.team.elsewhere_hours(),
        ],
        by_answers: answers > 0.0,
        answers,
        followers: payers.iter().map(|payer| payer.followers).sum(),
        payers: payers.iter().map(|payer| payer.there).sum(),
    }
}

impl Divided {
    /// The part of a community.
    pub fn of(&self, payer: &Payer) -> Costs {
        let share =
            |has: f64, all: f64| if all > 0.0 { has / all } else { payer.there / self.payers };
        let by_followers = share(payer.followers, self.followers);
        let team = if self.by_answers { share(payer.answers, self.answers) } else { by_followers };
        let [of_team, fixed, rewards, hours, elsewhere] = self.costs;
        Costs([
            of_team * team,
            fixed * by_followers,
            rewards * by_followers,
            hours * team,
            elsewhere * by_followers,
        ])
    }
}

/// How much better the messages of the week before speak of the brand than they would without a
/// crisis and unanswered: net sentiment less that which the communities have by themselves. Nothing
/// in the first week.
fn mood(courses: &[CommunityRun], world: &World, week: usize) -> f64 {
    let (mut net, mut usual, mut messages) = (0.0, 0.0, 0.0);
    for (course, community) in courses.iter().zip(&world.communities) {
        let Some(week) = course.weeks[..week].last() else { return 0.0 };
        let complaining = community.complaints[0];
        net += week.flows.net();
        usual += week.flows.questions * (community.praise * (1.0 - complaining) - complaining);
        messages += week.flows.questions;
    }
    if messages > 0.0 { (net - usual) / messages } else { 0.0 }
}

/// Divides a sum in proportion to what each community has; evenly among those that are there where
/// none has anything. Flows are zero before.
fn divide(
    courses: &mut [CommunityRun],
    total: f64,
    has: impl Fn(&CommunityRun) -> f64,
    put: impl Fn(&mut CommunityRun, f64),
) {
    if total == 0.0 {
        return;
    }
    if let [only] = courses {
        return put(only, total);
    }
    let all = courses.iter().map(&has).sum::<f64>();
    let count = courses.iter().map(CommunityRun::there).sum::<f64>();
    for course in courses {
        let share = if all > 0.0 { has(course) / all } else { course.there() / count };
        put(course, total * share);
    }
}
