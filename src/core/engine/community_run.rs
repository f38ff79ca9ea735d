//! What happened in one community up to the week at work.

use std::collections::BTreeMap;

use super::context::{Mood, Views, WeekState};
use super::steps::friends::Repetition;
use super::world::Community;
use crate::draw::Split;
use crate::metric::{BY_ROLE, Flows, State, Week};
use crate::rng::Component;

/// Terminal counts by the week.
#[derive(Clone, Debug, Default)]
pub struct Counted(BTreeMap<Component, Vec<f64>>);

impl Counted {
    /// Writes down what was counted from a week on.
    pub fn put(&mut self, component: Component, from: usize, parts: &[f64]) {
        let weeks = self.0.entry(component).or_default();
        weeks.clear();
        weeks.resize(from, 0.0);
        weeks.extend(parts);
    }

    /// What was counted in each week; nothing where it was none in all.
    pub fn of(&self, component: Component) -> &[f64] {
        self.0.get(&component).map_or(&[], Vec::as_slice)
    }
}

/// A community on its way through the weeks, in space that is used anew in every trial.
#[derive(Clone, Debug, Default)]
pub struct CommunityRun {
    /// The weeks up to the one at work; those after it are an earlier trial's. People are filled in
    /// by [`Future::tell`](super::Future::tell).
    pub weeks: Vec<Week>,
    /// Active people among all who ever followed, up to the end of each week; after the week at
    /// work an earlier trial's.
    pub ever: Vec<f64>,
    /// The week at work, and whether the community is there in it.
    pub week: usize,
    pub is_there: bool,
    pub now: WeekState,
    /// Flows of the horizon; terminal counts are among them once the weeks are over.
    pub total: Flows,
    /// Mean views of threads in each week, likewise.
    pub views: Vec<Views>,
    /// Answers in each week that sold nothing and saved no contact, likewise.
    pub served: Vec<f64>,
    pub split: Split,
    pub repetition: Repetition,
    /// How members speak in each week, likewise.
    pub moods: Vec<Mood>,
    /// Counts by role, once the weeks are over, where the file has roles.
    pub by_role: Vec<[f64; BY_ROLE.len()]>,
    /// Terminal counts by the week, where a change may need them.
    pub counted: Counted,
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
    pub(crate) fn flows_mut(&mut self) -> &mut Flows {
        &mut self.weeks[self.week].flows
    }

    /// One where the community is there in the week at work, else nothing.
    #[inline]
    pub fn there(&self) -> f64 {
        f64::from(u8::from(self.is_there))
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
        self.moods.resize(weeks, Mood::default());
        let followers = if community.opens == 0 { community.followers } else { 0.0 };
        self.now = WeekState { followers, ..WeekState::default() };
        self.repetition = Repetition::of(community, weeks.saturating_sub(community.opens));
        self.total = Flows::default();
        self.counted.0.clear();
    }

    /// A week in which the community is not there yet.
    pub fn rest(&mut self, week: usize) {
        self.week = week;
        self.is_there = false;
        self.weeks[week] = Week::default();
        self.ever[week] = 0.0;
        self.views[week] = Views::default();
        self.served[week] = 0.0;
        self.moods[week] = Mood::default();
    }

    /// Goes on from a week in the place of another course, whose weeks up to it stay.
    pub fn follow(&mut self, other: &CommunityRun, from: usize) {
        self.weeks[..from].copy_from_slice(&other.weeks[..from]);
        self.total = Flows::default();
    }

    /// Adds up the weeks of which everything is known.
    pub fn add_up(&mut self) {
        self.total = Flows::default();
        self.weeks.iter().for_each(|week| self.total.add(&week.flows));
    }

    /// Writes the week down.
    pub fn end(&mut self, community: &Community) {
        self.now.backlog = self.now.backlog_next;
        let state = State {
            followers: self.now.followers + community.paid_bots,
            active_followers: community.active_among(self.now.followers),
            backlog: self.now.backlog,
            advocates: self.now.advocates,
            cash: 0.0,
        };
        let ever = (community.followers + self.now.gained).min(community.most);
        self.ever[self.week] = community.active_among(ever);
        self.views[self.week] = self.now.views;
        self.served[self.week] = self.now.served;
        self.moods[self.week] = self.now.mood;
        let week = &mut self.weeks[self.week];
        week.state = state;
        self.total.add_week(&week.flows);
    }

    /// Active people among all who ever followed, once the last week is over.
    pub fn ever(&self) -> f64 {
        self.ever.last().copied().unwrap_or(0.0)
    }
}
