//! What happens in one community over the horizon, week by week.

use super::Detail;
use super::cash::Till;
use super::context::{Views, WeekContext, WeekState};
use super::leaves::{self, Leaves};
use super::noise::Noise;
use super::steps::friends::Repetition;
use super::steps::{costs, friends, funnel, growth, messages, posts, service, support, tone};
use super::world::{Community, World};
use super::worth;
use crate::draw::Split;
use crate::metric::{Flows, State, Week};

/// A community on its way through the weeks, in space that is used anew in every trial.
#[derive(Clone, Debug, Default)]
pub struct CommunityRun {
    /// The weeks up to the one at work; those after it are an earlier trial's. People are filled in
    /// by [`Future::tell`](super::Future::tell).
    pub weeks: Vec<Week>,
    /// Active people among all who ever followed, up to the end of each week; after the week at
    /// work an earlier trial's.
    pub ever: Vec<f64>,
    /// The week at work.
    week: usize,
    pub now: WeekState,
    /// Flows of the horizon; leaves are among them once the course is settled.
    pub total: Flows,
    /// Mean views of threads in each week, likewise.
    pub views: Vec<Views>,
    /// Answers in each week that sold nothing and saved no contact, likewise.
    pub served: Vec<f64>,
    pub split: Split,
    repetition: Repetition,
    /// Place of the community's id among all in their alphabetical order: it breaks ties, so that
    /// the order of the file decides nothing.
    rank: usize,
}

impl CommunityRun {
    pub fn new(rank: usize) -> CommunityRun {
        CommunityRun { rank, ..CommunityRun::default() }
    }

    /// What the week at work counted so far.
    #[inline]
    pub fn flows(&self) -> &Flows {
        &self.weeks[self.week].flows
    }

    #[inline]
    pub fn flows_mut(&mut self) -> &mut Flows {
        &mut self.weeks[self.week].flows
    }

    pub fn rank(&self) -> usize {
        self.rank
    }

    /// Before the first week.
    pub fn begin(&mut self, community: &Community, weeks: usize) {
        self.weeks.resize(weeks, Week::default());
        self.week = 0;
        self.ever.resize(weeks, 0.0);
        self.views.resize(weeks, Views::default());
        self.served.resize(weeks, 0.0);
        self.now = WeekState { followers: community.followers, ..WeekState::default() };
        self.repetition = Repetition::of(community, weeks);
        self.total = Flows::default();
    }

    /// The week until the team begins to answer.
    pub fn open<L: Noise>(
        &mut self,
        world: &World,
        community: &Community,
        (week, season): (usize, f64),
        luck: &mut L,
    ) {
        self.week = week;
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
                luck,
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
        luck: &mut L,
    ) {
        let CommunityRun { now, weeks, repetition, .. } = self;
        let mut scene =
            WeekContext { world, community, week, now, flows: &mut weeks[week].flows, luck };
        support::wait(&mut scene);
        tone::step(&mut scene);
        posts::step(&mut scene);
        friends::step(&mut scene, repetition);
        funnel::step(&mut scene);
        growth::step(&mut scene);
        service::step(&mut scene);
        costs::step(&mut scene);
        self.end(community);
    }

    /// Writes the week down.
    fn end(&mut self, community: &Community) {
        self.now.backlog = self.now.backlog_next;
        let state = State {
            followers: self.now.followers + community.paid_bots,
            active_followers: community.active_among(self.now.followers),
            backlog: self.now.backlog,
            advocates: self.now.advocates,
            cash: 0.0,
        };
        self.ever[self.week] = community.active_among(community.followers + self.now.gained);
        self.views[self.week] = self.now.views;
        self.served[self.week] = self.now.served;
        let week = &mut self.weeks[self.week];
        week.state = state;
        self.total.add_week(&week.flows);
    }

    /// After the last week: the leaves, and what all of it comes to in money.
    pub fn settle<L: Noise>(
        &mut self,
        world: &World,
        community: &Community,
        luck: &mut L,
        detail: Detail,
    ) {
        service::retention(self, community, &world.money, luck);
        leaves::step(&mut Leaves { world, community, course: self, luck, detail });
        worth::margins(self, &world.money, luck);
        if !world.money.is_counted {
            return;
        }
        let mut till = Till::default();
        for week in 0..self.weeks.len() {
            let (before, rest) = self.weeks.split_at_mut(week);
            rest[0].state.cash = till.close(&rest[0].flows, before, &world.money);
        }
    }

    /// Active people among all who ever followed, once the last week is over.
    pub fn ever(&self) -> f64 {
        self.ever.last().copied().unwrap_or(0.0)
    }
}
