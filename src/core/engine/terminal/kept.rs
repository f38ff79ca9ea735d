//! Counts of the weeks after a change, in the luck that they had without it.
//!
//! In each week the units that are there with and without the change are counted as they were;
//! those that came with it are counted anew, and those that went with it are any of them. Where the
//! share is another, some of the counted are dropped, or some of the others added, each with the
//! same chance. So the law is exactly that of a count of its own, and nothing differs where nothing
//! changed. Tests: `later::what_is_counted_after_a_change_has_its_own_law`,
//! `later::a_change_that_changes_nothing_moves_nothing`.

use super::{Count, TOTAL, Terminal};
use crate::draw::Split;
use crate::engine::community_run::CommunityRun;
use crate::engine::context::Views;
use crate::engine::noise::{Address, Noise};
use crate::engine::world::{Community, World, ratio};
use crate::metric::Flows;
use crate::rng::Component;

/// A week as it was without the change.
pub(super) struct Before<'a> {
    /// Behind the change.
    pub week: usize,
    pub flows: &'a Flows,
    /// What was counted of the class.
    pub counted: f64,
}

impl<L: Noise> Terminal<'_, L> {
    /// Units of which some are counted.
    pub(super) fn units(&self, of: impl Fn(&Flows) -> f64) -> Count {
        let CommunityRun { total, weeks, .. } = &*self.course;
        let weekly = || weeks[self.from..].iter().map(|week| of(&week.flows)).collect();
        Count { total: of(total), weeks: self.was.as_ref().map_or_else(Vec::new, |_| weekly()) }
    }

    /// How many of some units are counted, with the `share` that a world has for them; `was` tells
    /// how many there were without the change, and how many of them were counted.
    pub(super) fn share(
        &mut self,
        component: Component,
        units: &Count,
        share: impl Fn(&World, &Community) -> f64,
        was: impl Fn(&Before) -> [f64; 2],
    ) -> Count {
        let p = share(self.world, self.community);
        let Some(before) = &self.was else {
            return Count { total: self.binomial(component, units.total, p), weeks: Vec::new() };
        };
        let (course, usual) = (before.course, share(before.world, before.community));
        let counted = course.counted.of(component);
        let mut weeks = Vec::with_capacity(units.weeks.len());
        for (week, &n) in units.weeks.iter().enumerate() {
            let place = self.from + week;
            let [units, counted] = was(&Before {
                week,
                flows: &course.weeks[place].flows,
                counted: counted.get(place).copied().unwrap_or(0.0),
            });
            let counted = self.count_units(anew(component, place, 0), [units, counted, n], usual);
            let other = anew(component, place, 1);
            weeks.push(if p < usual {
                self.binomial_at(other, counted, p / usual)
            } else {
                counted + self.binomial_at(other, n - counted, ratio(p - usual, 1.0 - usual))
            });
        }
        Count { total: weeks.iter().sum(), weeks }
    }

    /// How many of `n` units are counted, of whom there were others before.
    fn count_units(&mut self, place: Address, [units, counted, n]: [f64; 3], p: f64) -> f64 {
        if n >= units {
            return counted + self.binomial_at(place, n - units, p);
        }
        let mut split = Split::default();
        split.over([counted, units - counted].into_iter());
        self.noise.choose(place, n, &mut split);
        // Of more units than a double can count, a part is theirs in proportion.
        self.noise.whole(split.parts[0]).min(n)
    }

    /// Events of all weeks, over whose means the split then stands; `was` tells how many there were
    /// without the change.
    pub(super) fn events(
        &mut self,
        component: Component,
        mean: fn(&Views) -> f64,
        was: fn(&Flows) -> f64,
    ) -> Count {
        let CommunityRun { views, split, .. } = &mut *self.course;
        split.over(views[self.from..].iter().map(mean));
        let Some(before) = &self.was else {
            let place = Address { component, week: TOTAL };
            let total = self.noise.poisson(place, split.weeks.iter().sum());
            return Count { total, weeks: Vec::new() };
        };
        let course = before.course;
        let mut weeks = Vec::new();
        for week in self.from..self.course.weeks.len() {
            let [now, usual] = [&*self.course, course].map(|course| mean(&course.views[week]));
            let (events, place) = (was(&course.weeks[week].flows), anew(component, week, 0));
            weeks.push(if now < usual {
                self.binomial_at(place, events, now / usual)
            } else {
                events + self.noise.poisson(place, now - usual)
            });
        }
        Count { total: weeks.iter().sum(), weeks }
    }
}

/// Where the draws of a week stand, behind those of the horizon.
fn anew(component: Component, week: usize, draw: u32) -> Address {
    Address { component, week: TOTAL + 2 + 2 * week as u32 + draw }
}
