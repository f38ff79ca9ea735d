//! What happens in one community over the horizon: the order of a week, and what follows the last
//! one.

use super::cash::Till;
use super::community_run::CommunityRun;
use super::context::WeekContext;
use super::noise::Noise;
use super::steps::{costs, friends, funnel, growth, messages, posts, service, support, tone};
use super::world::{Community, World};
use super::worth;
use crate::metric::Flows;

impl CommunityRun {
    /// The week until the team begins to answer.
    pub fn open<L: Noise>(
        &mut self,
        world: &World,
        community: &Community,
        week: usize,
        season: f64,
        noise: &mut L,
    ) {
        if week < community.opens {
            return self.rest(week);
        }
        if week == community.opens {
            self.now.followers = community.followers;
        }
        self.week = week;
        self.is_there = true;
        self.weeks[week].flows = Flows::default();
        self.now.humans = self.now.followers * community.human;
        self.now.active = self.now.humans * community.active;
        messages::step(
            &mut WeekContext {
                world,
                community,
                week,
                now: &mut self.now,
                flows: &mut self.weeks[week].flows,
                noise,
            },
            season,
        );
    }

    /// The week after the team has answered.
    pub fn close<L: Noise>(
        &mut self,
        world: &World,
        community: &Community,
        week: usize,
        noise: &mut L,
    ) {
        if week < community.opens {
            return;
        }
        let CommunityRun { now, weeks, repetition, .. } = self;
        let mut context =
            WeekContext { world, community, week, now, flows: &mut weeks[week].flows, noise };
        support::wait(&mut context);
        tone::step(&mut context);
        posts::of_members(&mut context);
        posts::step(&mut context);
        friends::step(&mut context, repetition);
        funnel::step(&mut context);
        growth::step(&mut context);
        service::step(&mut context);
        costs::step(&mut context);
        self.end(community);
    }

    /// After the last week: what all of it comes to in money.
    pub fn settle<L: Noise>(&mut self, world: &World, community: &Community, noise: &mut L) {
        service::retention(self, community, world, noise);
        worth::margins(self, world, noise);
        if !world.money.is_counted {
            return;
        }
        let mut till = Till::default();
        for week in 0..self.weeks.len() {
            let (before, rest) = self.weeks.split_at_mut(week);
            rest[0].state.cash = till.close(&rest[0].flows, before, &world.money);
        }
    }
}
