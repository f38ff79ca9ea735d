//! A future in which some communities are others, without the rest of it being simulated again.
//!
//! Communities meet only where the team answers, and where what it costs is divided. As long as the
//! changed ones ask of the team what they asked before, or the team has answered everything anyway,
//! the others notice nothing but their part of the costs. Test:
//! `study::sensitivity::an_input_at_an_end_is_a_run_with_that_input`.

use super::community_run::CommunityRun;
use super::future::{self, Future};
use super::noise::Noise;
use super::reached::Reached;
use super::seat::Seat;
use super::shared::{self, Payer};
use super::steps::support::{self, Queue};
use super::terminal::{self, Terminal};
use super::world::{Community, World};
use crate::metric::{Flows, State, Totals};
use crate::model::Model;

/// What a future was before some of its communities were changed.
pub struct Before {
    changed: Vec<usize>,
    courses: Vec<CommunityRun>,
    reached: Vec<Reached>,
    totals: Vec<Totals>,
}

impl Future {
    /// Unfolds and joins some communities again in a world in which nothing else differs; `None`
    /// where the others would notice. What was recorded stays that of the future before, to which
    /// [`Future::restore`] leads back.
    pub fn unfold_again<L: Noise>(
        &mut self,
        model: &Model,
        world: &World,
        changed: &[usize],
        lucks: &mut [L],
    ) -> Option<Before> {
        // Money has dates, sales to strangers are divided among all, and weeks that differ are not
        // looked at one by one.
        let is_steady = |community: &Community| community.opens == 0;
        let changes = !world.later.is_empty() || !world.communities.iter().all(is_steady);
        if changes || world.money.is_counted || world.outreach.per_week > 0.0 {
            return None;
        }
        let (team, lucks) = lucks.split_last_mut()?;
        let mut courses: Vec<CommunityRun> = changed
            .iter()
            .map(|&place| {
                let mut course = CommunityRun::new(self.courses[place].rank());
                course.begin(&world.communities[place], model.weeks);
                course
            })
            .collect();
        let mut costs = vec![shared::Costs::default(); self.courses.len()];
        for (week, seats) in self.seats.chunks_exact(self.courses.len()).enumerate() {
            for (course, &place) in courses.iter_mut().zip(changed) {
                let (community, luck) = (&world.communities[place], &mut lucks[place]);
                course.open(world, community, week, model.communities[place].season[week], luck);
            }
            answer(&mut courses, changed, seats, |queue| {
                support::unhurried(&world.team, queue, week, team)
            })?;
            let payer = |place: usize| match changed.binary_search(&place) {
                Ok(own) => Payer::of(&courses[own]),
                Err(_) => seats[place].payer(),
            };
            let payers: Vec<Payer> = (0..seats.len()).map(payer).collect();
            let parts = shared::costs(world, week, &payers);
            costs.iter_mut().zip(&payers).for_each(|(sum, payer)| sum.add(parts.of(payer)));
            for (course, &place) in courses.iter_mut().zip(changed) {
                parts.of(&payers[place]).put(course.flows_mut());
                course.close(world, &world.communities[place], week, &mut lucks[place]);
            }
        }
        for (course, &place) in courses.iter_mut().zip(changed) {
            let (community, noise) = (&world.communities[place], &mut lucks[place]);
            let detail = self.detail;
            terminal::step(&mut Terminal {
                world,
                community,
                course,
                noise,
                detail,
                keeps: false,
                from: 0,
                was: None,
            });
            course.settle(world, community, noise);
            if !model.roles.is_empty() {
                course.count_roles(world, place, noise);
            }
        }
        let before = Before {
            changed: changed.to_vec(),
            reached: changed.iter().map(|&place| self.reached[place].clone()).collect(),
            totals: self.totals.clone(),
            courses,
        };
        Some(self.rejoin(world, before, &costs))
    }

    /// Takes the changed communities in, and adds up again.
    fn rejoin(&mut self, world: &World, mut before: Before, costs: &[shared::Costs]) -> Before {
        self.swap(&mut before);
        for &place in &before.changed {
            self.reached[place].follow(&world.communities[place], &self.courses[place]);
        }
        if self.courses.len() == 1 {
            self.totals[0] = self.of_community(world, 0);
            return before;
        }
        let (mut flows, mut state, mut people) =
            (Flows::default(), State::default(), self.unite(world));
        for (place, costs) in costs.iter().enumerate() {
            let part = if before.changed.binary_search(&place).is_ok() {
                self.of_community(world, place)
            } else {
                let mut part = self.totals[place + 1];
                costs.put(&mut part.flows);
                part
            };
            flows.add(&part.flows);
            state.add(&part.state);
            people.askers += part.people.askers;
            self.totals[place + 1] = part;
        }
        self.totals[0] =
            Totals { flows, state, people, npv: 0.0, payback: None, ..future::empty(world) };
        before
    }

    /// Undoes [`Future::unfold_again`].
    pub fn restore(&mut self, mut before: Before) {
        self.swap(&mut before);
        for (place, reached) in before.changed.into_iter().zip(before.reached) {
            self.reached[place] = reached;
        }
        self.totals = before.totals;
    }

    fn swap(&mut self, before: &mut Before) {
        for (&place, course) in before.changed.iter().zip(&mut before.courses) {
            std::mem::swap(&mut self.courses[place], course);
        }
    }
}

/// The team's answers to the changed communities: those of before where they ask the same, and all
/// where nobody has to wait, before and now. `None` where somebody has to.
fn answer(
    courses: &mut [CommunityRun],
    changed: &[usize],
    seats: &[Seat],
    unhurried: impl Fn(Queue) -> Option<f64>,
) -> Option<()> {
    let asks = |course: &CommunityRun, seat: &Seat| {
        let (now, peers) = (&course.now, course.flows().answers_peers);
        [now.backlog, now.waiting, peers, now.post_minutes]
            == [seat.backlog, seat.waiting, seat.peers, seat.post_minutes]
    };
    if courses.iter().zip(changed).all(|(course, &place)| asks(course, &seats[place])) {
        for (course, &place) in courses.iter_mut().zip(changed) {
            let seat = &seats[place];
            course.flows_mut().answers_staff = seat.staff;
            course.flows_mut().gave_up = seat.gave_up;
            course.now.staff_hours = seat.staff_hours;
        }
        return Some(());
    }
    let (mut was, mut is) = (Queue::default(), Queue::default());
    for (place, seat) in seats.iter().enumerate() {
        was.join(&seat.queue());
        match changed.binary_search(&place) {
            Ok(own) => is.add(&courses[own]),
            Err(_) => is.join(&seat.queue()),
        }
    }
    unhurried(was)?;
    let hours = unhurried(is)?;
    for course in courses {
        course.flows_mut().answers_staff = course.now.waiting;
        course.flows_mut().gave_up = 0.0;
        course.now.staff_hours = hours;
    }
    Some(())
}
