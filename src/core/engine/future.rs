//! One future: the courses of all communities, and what they add up to.

use super::cash::{Cash, Till};
use super::community_run::CommunityRun;
use super::detail::Detail;
use super::noise::Noise;
use super::own::Own;
use super::reached::Reached;
use super::seat::Seat;
use super::shared;
use super::steps::support::{self, Queue};
use super::terminal::{self, Terminal, Was};
use super::union::{CommunityReach, unite, unite_three_plus};
use super::world::World;
use crate::metric::{Flows, People, State, Totals, Value, Week};
use crate::model::{Formula, Model};
/// What becomes of the communities in one trial, in space that the next trial uses again.
#[derive(Debug)]
pub struct Future {
    pub courses: Vec<CommunityRun>,
    pub(super) detail: Detail,
    pub(super) reached: Vec<Reached>,
    cash: Cash,
    /// Streams of the file's own.
    pub own: Own,
    /// Totals of all communities together, then of each where there are several.
    pub totals: Vec<Totals>,
    /// Weeks of all communities together, once [`Future::tell`] was called.
    together: Vec<Week>,
    /// What the communities showed each other, week by week, where it is recorded.
    pub(super) seats: Vec<Seat>,
    is_recorded: bool,
}

impl Future {
    /// Room for futures with the weeks in full, or as far as the totals need them.
    pub fn new(model: &Model, detail: Detail) -> Future {
        let communities = model.communities.len();
        // What a formula takes from each week has to be there.
        let is_weekly = model.streams().any(Formula::is_weekly);
        let detail = if is_weekly { Detail::Weekly } else { detail };
        let rank =
            |id: &str| model.communities.iter().filter(|other| other.id.as_str() < id).count();
        Future {
            courses: model
                .communities
                .iter()
                .map(|community| CommunityRun::new(rank(&community.id)))
                .collect(),
            detail,
            reached: vec![Reached::new(model.weeks); communities],
            cash: Cash::default(),
            own: Own::default(),
            totals: vec![Totals::default(); model.scopes()],
            together: Vec::new(),
            seats: Vec::new(),
            is_recorded: false,
        }
    }

    /// Records what communities show each other, by which some of them can be unfolded again.
    pub fn record(&mut self) {
        self.is_recorded = true;
    }

    /// Simulates all weeks anew. Each community has its own luck, and the team, which comes last,
    /// has its own.
    pub fn unfold<L: Noise>(&mut self, model: &Model, world: &World, lucks: &mut [L]) {
        let Some((team, lucks)) = lucks.split_last_mut() else { return };
        for (course, community) in self.courses.iter_mut().zip(&world.communities) {
            course.begin(community, model.weeks);
        }
        self.seats.clear();
        if world.later.is_empty() {
            for week in 0..model.weeks {
                self.live(model, world, week, (&mut *team, &mut *lucks));
            }
            self.count(world, None, None, lucks);
        } else {
            self.unfold_eras(model, world, (team, &mut *lucks));
        }
        for ((place, course), noise) in self.courses.iter_mut().enumerate().zip(lucks) {
            course.settle(world, &world.communities[place], noise);
            if !model.roles.is_empty() {
                course.count_roles(world, place, noise);
            }
        }
    }

    /// Simulates worlds that change on the way: each up to the end of the horizon, as if nothing
    /// changed any more, of which the weeks up to the next change are kept. So a change moves no
    /// earlier week, whatever is drawn for the horizon, and the weeks after it keep the luck that
    /// they had without it, as far as they are alike.
    ///
    /// Test: `later::a_change_moves_no_earlier_week`.
    fn unfold_eras<L: Noise>(
        &mut self,
        model: &Model,
        world: &World,
        (team, lucks): (&mut L, &mut [L]),
    ) {
        let mut was: Option<(&World, Vec<CommunityRun>)> = None;
        for era in 0..=world.later.len() {
            let now = era.checked_sub(1).map_or(world, |place| &world.later[place]);
            let from = if era == 0 { 0 } else { now.from };
            let next = world.later.get(era).map(|later| later.from);
            let mut there = Vec::new();
            for week in from..model.weeks {
                if next == Some(week) {
                    there.clone_from(&self.courses);
                }
                self.live(model, now, week, (&mut *team, &mut *lucks));
            }
            // Every week counts: those before the next change are kept.
            let before = was.as_ref().map(|(world, courses)| (*world, courses.as_slice()));
            self.count(now, Some(from), before, lucks);
            let Some(next) = next else { break };
            let courses = std::mem::replace(&mut self.courses, there);
            for (course, was) in self.courses.iter_mut().zip(&courses) {
                course.follow(was, next);
            }
            was = Some((now, courses));
        }
        self.courses.iter_mut().for_each(CommunityRun::add_up);
    }

    /// One week of all communities.
    fn live<L: Noise>(
        &mut self,
        model: &Model,
        world: &World,
        week: usize,
        (team, lucks): (&mut L, &mut [L]),
    ) {
        let mut queue = Queue::default();
        for (place, course) in self.courses.iter_mut().enumerate() {
            let season = model.communities[place].season[week];
            course.open(world, &world.communities[place], week, season, &mut lucks[place]);
            queue.add(course);
        }
        support::step(&mut self.courses, &world.team, queue, week, team);
        shared::step(&mut self.courses, world, week, team);
        if self.is_recorded {
            self.seats.extend(self.courses.iter().map(Seat::of));
        }
        for (place, course) in self.courses.iter_mut().enumerate() {
            course.close(world, &world.communities[place], week, &mut lucks[place]);
        }
    }

    /// The terminal counts; where something changes on the way, those of the weeks `from` a change
    /// on, and `was` is what became of the communities without it.
    fn count<L: Noise>(
        &mut self,
        world: &World,
        from: Option<usize>,
        was: Option<(&World, &[CommunityRun])>,
        lucks: &mut [L],
    ) {
        for (place, course) in self.courses.iter_mut().enumerate() {
            let (community, noise) = (&world.communities[place], &mut lucks[place]);
            let was = was.map(|(world, courses)| Was {
                world,
                community: &world.communities[place],
                course: &courses[place],
            });
            let detail = from.map_or(self.detail, |_| Detail::Weekly);
            let (keeps, from) = (from.is_some(), from.unwrap_or(0));
            let mut apart;
            let noise = if keeps {
                apart = noise.apart(from);
                &mut apart
            } else {
                noise
            };
            terminal::step(&mut Terminal {
                world,
                community,
                course,
                noise,
                detail,
                keeps,
                from,
                was,
            });
        }
    }

    /// Adds up what has unfolded: over the weeks, and over the communities.
    pub fn join(&mut self, world: &World) {
        for ((reached, community), course) in
            self.reached.iter_mut().zip(&world.communities).zip(&self.courses)
        {
            reached.follow(community, course);
        }
        if self.courses.len() == 1 {
            self.totals[0] = self.of_community(world, 0);
            return;
        }
        let (mut flows, mut state, mut people) =
            (Flows::default(), State::default(), self.unite(world));
        for place in 0..self.courses.len() {
            let part = self.of_community(world, place);
            flows.add(&part.flows);
            state.add(&part.state);
            people.askers += part.people.askers;
            self.totals[place + 1] = part;
        }
        let (npv, payback) = self.together_in_cash(world);
        self.totals[0] = Totals { flows, state, people, npv, payback, ..empty(world) };
    }

    /// People reached at the end, in all communities together; askers not among them.
    pub(super) fn unite(&self, world: &World) -> People {
        let parts: Vec<CommunityReach> = self
            .reached
            .iter()
            .zip(&self.courses)
            .map(|(reached, course)| CommunityReach::of(&reached.people, course.ever()))
            .collect();
        let union = unite(world, &parts);
        let three_plus =
            unite_three_plus(world, self.reached.iter().map(|reached| reached.people.three_plus));
        People {
            first: union.first,
            second: union.second,
            three_plus: three_plus.min(union.second),
            total: union.total,
            askers: 0.0,
        }
    }

    pub(super) fn together_in_cash(&mut self, world: &World) -> (f64, Option<f64>) {
        if !world.money.is_counted {
            return (0.0, None);
        }
        let mut sums = vec![Flows::default(); world.weeks];
        for course in &self.courses {
            sums.iter_mut().zip(&course.weeks).for_each(|(sum, week)| sum.add(&week.flows));
        }
        sums.iter_mut().enumerate().for_each(|(week, sum)| self.own.put(week, sum));
        self.cash.of(&world.money, sums.iter())
    }

    pub(super) fn of_community(&mut self, world: &World, place: usize) -> Totals {
        let (course, reached) = (&self.courses[place], &self.reached[place]);
        let flows = course.total;
        let state = course.weeks.last().map_or(State::default(), |week| week.state);
        let total = unite(world, &[CommunityReach::of(&reached.people, course.ever())]).total;
        let (npv, payback) = if world.money.is_counted {
            self.cash.of(&world.money, course.weeks.iter().map(|week| &week.flows))
        } else {
            (0.0, None)
        };
        Totals {
            flows,
            state,
            people: People { total, ..reached.people },
            npv,
            payback,
            ..empty(world)
        }
    }

    /// A count of a role in all communities.
    pub fn of_role(&self, role: usize, count: usize) -> f64 {
        self.courses.iter().map(|course| course.by_role[role][count]).sum()
    }

    /// A flow of all communities in a week.
    pub fn flow(&self, value: Value, week: usize) -> f64 {
        let Value::Flow(of) = value else { return f64::NAN };
        match &self.courses[..] {
            [only] => of(&only.weeks[week].flows),
            courses => {
                let mut all = Flows::default();
                for course in courses {
                    all.add(&course.weeks[week].flows);
                }
                of(&all)
            }
        }
    }

    /// Enters the streams of the file's own into what all communities together earn.
    pub fn earn(&mut self, world: &World) {
        let [value, cost] = self.own.sums();
        if let [only] = &mut self.courses[..] {
            let mut till = Till::default();
            for week in 0..only.weeks.len() {
                let (before, rest) = only.weeks.split_at_mut(week);
                self.own.put(week, &mut rest[0].flows);
                rest[0].state.cash = till.close(&rest[0].flows, before, &world.money);
            }
        }
        let (npv, payback) = self.together_in_cash(world);
        let parts = self.courses.iter().filter_map(|course| course.weeks.last());
        let mut cash = parts.fold(0.0, |sum, week| sum + week.state.cash);
        if world.money.is_counted && self.courses.len() > 1 {
            cash += self.own.cash(world.weeks - 1);
        }
        let totals = &mut self.totals[0];
        (totals.flows.value_own, totals.flows.cost_own) = (value, cost);
        (totals.state.cash, totals.npv, totals.payback) = (cash, npv, payback);
    }

    /// Writes down who was reached up to each week, in every scope; needs the weeks in full.
    pub fn tell(&mut self, world: &World) {
        for ((reached, community), course) in
            self.reached.iter_mut().zip(&world.communities).zip(&mut self.courses)
        {
            reached.tell(community, course);
        }
        let parts = self.totals.len().saturating_sub(self.courses.len());
        for (course, totals) in self.courses.iter_mut().zip(&self.totals[parts..]) {
            for (week, ever) in course.weeks.iter_mut().zip(&course.ever) {
                week.people.total = unite(world, &[CommunityReach::of(&week.people, *ever)]).total;
            }
            settle(&mut course.weeks, totals);
        }
        if self.courses.len() > 1 {
            self.tell_together(world);
        }
    }

    /// Flows and states add up; whoever was reached in two communities counts once, but members of
    /// two communities who asked in both count twice.
    fn tell_together(&mut self, world: &World) {
        self.together.clear();
        for week in 0..world.weeks {
            let mut all = Week::default();
            for course in &self.courses {
                all.flows.add(&course.weeks[week].flows);
                all.state.add(&course.weeks[week].state);
                all.people.askers += course.weeks[week].people.askers;
            }
            let parts: Vec<CommunityReach> = self
                .courses
                .iter()
                .map(|course| CommunityReach::of(&course.weeks[week].people, course.ever[week]))
                .collect();
            let union = unite(world, &parts);
            (all.people.first, all.people.second, all.people.total) =
                (union.first, union.second, union.total);
            self.own.put(week, &mut all.flows);
            if world.money.is_counted {
                all.state.cash += self.own.cash(week);
            }
            self.together.push(all);
        }
        settle(&mut self.together, &self.totals[0]);
    }

    /// The weeks of a scope: 0 is all communities together.
    pub fn weeks(&self, scope: usize) -> &[Week] {
        match scope {
            0 if self.courses.len() != 1 => &self.together,
            0 => &self.courses[0].weeks,
            _ => &self.courses[scope - 1].weeks,
        }
    }
}

pub(super) fn empty(world: &World) -> Totals {
    Totals {
        market: world.market,
        weeks: world.weeks as f64,
        cpm: world.money.cpm,
        rivals: world.rivals,
        ..Totals::default()
    }
}

/// Whoever was reached stays reached: the weeks never fall, and end where the totals are.
fn settle(weeks: &mut [Week], totals: &Totals) {
    let mut top = People::default();
    for week in weeks.iter_mut() {
        let people = &mut week.people;
        top = People {
            askers: top.askers,
            first: top.first.max(people.first).min(totals.people.first),
            second: top.second.max(people.second).min(totals.people.second),
            total: top.total.max(people.total).min(totals.people.total),
            three_plus: 0.0,
        };
        week.people = People { askers: people.askers, ..top };
    }
    if let Some(last) = weeks.last_mut() {
        last.people = totals.people;
    }
}
