//! Terminal counts: those on which no later week depends. They are drawn once a trial instead of
//! once a week.
//!
//! A terminal count is a share of some population of every week, and the share is the same in all
//! weeks of a trial. So its horizon is one draw: independent binomials of one share add up to the
//! binomial of the sum of their numbers, and independent Poisson counts to the Poisson of the sum
//! of their means. (Praise is terminal unless hires follow the mood or a campaign moves it,
//! reactions to posts are unless friends see them or follow a lively community.)
//!
//! Where the weeks are wanted, because they are shown or because money has a date, the horizon's
//! count is divided by its exact conditional law. Of a population, every set of so many units is
//! equally likely to be counted, whichever week a unit belongs to; of a Poisson count, every event
//! falls into a week by the weeks' means. Counts that lie in each other, such as customers among
//! clicks, are divided from the inside out: first the customers, then those others who became leads
//! among what is left, and so on. So money needs only the innermost, and its weeks do not depend on
//! whether the outer ones are wanted. No total depends on a price or on the weeks that are shown
//! (but praise is another draw of the same law once hires follow the mood); of the weeks only those
//! of views do, which are divided in two parts once a view can save a contact that has a price.
//!
//! Where something changes on the way, the weeks from there on are counted one by one, in the luck
//! that they had without the change ([`kept`]).
//!
//! A terminal count's total stands at week 0 of its component, its weeks at week 1. Tests:
//! `terminal::totals_and_weeks_are_distributed_as_if_drawn_week_by_week`,
//! `terminal::reactions_that_nobody_sees_are_distributed_as_if_drawn_week_by_week`,
//! `terminal::neither_weeks_nor_prices_move_a_count`, and for the division itself
//! `split::units_are_chosen_as_from_an_urn`.

mod kept;
mod sales;

use super::community_run::CommunityRun;
use super::detail::Detail;
use super::noise::{Address, Noise};
use super::world::{Community, World};
use crate::draw::Split;
use crate::metric::Flows;
use crate::rng::Component;

/// A community whose weeks have unfolded, but for its terminal counts.
pub struct Terminal<'a, L> {
    pub world: &'a World,
    pub community: &'a Community,
    pub course: &'a mut CommunityRun,
    pub noise: &'a mut L,
    pub detail: Detail,
    /// Whether counts are kept for a change to come.
    pub keeps: bool,
    /// The first week that is counted: the others are known.
    pub from: usize,
    /// What became of the community without the change that took place in that week.
    pub was: Option<Was<'a>>,
}

/// What became of a community without a change.
pub struct Was<'a> {
    pub world: &'a World,
    pub community: &'a Community,
    pub course: &'a CommunityRun,
}

/// What is counted, in all weeks together.
#[derive(Clone, Debug, Default)]
struct Count {
    total: f64,
    /// After a change, what is counted in each week from there on; else nothing.
    weeks: Vec<f64>,
}

impl std::ops::Sub<&Count> for Count {
    type Output = Count;

    fn sub(mut self, other: &Count) -> Count {
        self.total -= other.total;
        self.weeks.iter_mut().zip(&other.weeks).for_each(|(week, other)| *week -= other);
        self
    }
}

/// Units that are counted alike, in all weeks together.
struct Class<'a> {
    component: Component,
    count: Count,
    /// Whether money depends on its weeks.
    priced: bool,
    /// Counts so many of them.
    put: &'a dyn Fn(&mut Flows, f64),
}

impl<'a> Class<'a> {
    /// A class whose weeks matter to whoever looks at them alone.
    fn new(component: Component, count: Count, put: &'a dyn Fn(&mut Flows, f64)) -> Class<'a> {
        Class { component, count, priced: false, put }
    }

    /// A class that is worth money in its week, where `priced`.
    fn dated(
        priced: bool,
        component: Component,
        count: Count,
        put: &'a dyn Fn(&mut Flows, f64),
    ) -> Class<'a> {
        Class { component, count, priced, put }
    }
}

/// Counts units in each of these flows.
macro_rules! counted {
    ($($flow:ident),+) => {
        &|flows: &mut Flows, n: f64| { $(flows.$flow += n;)+ }
    };
}
use counted;

/// How a class falls into weeks.
type Divide<L> = fn(&mut L, Address, f64, &mut Split);

/// Weeks under which the draws of a terminal count are addressed.
const TOTAL: u32 = 0;
const WEEKS: u32 = 1;

pub fn step<L: Noise>(terminal: &mut Terminal<L>) {
    if terminal.world.outreach.per_week > 0.0 {
        terminal.outreach();
    }
    terminal.tone();
    terminal.direct();
    terminal.earned();
    terminal.owned();
    terminal.deterred();
    terminal.threads();
    terminal.ignored();
}

impl<L: Noise> Terminal<'_, L> {
    /// Messages that praise, and reactions to posts, where nothing follows from them.
    fn tone(&mut self) {
        if !self.world.counts_praise(self.community) {
            let others = |flows: &Flows| flows.questions - flows.complaints;
            let praise = self.share(
                Component::Praise,
                &self.units(others),
                |_, community| community.praise,
                |was| [others(was.flows), was.flows.praise],
            );
            self.choose(others, &[Class::new(Component::Praise, praise, counted!(praise))]);
        }
        if !self.community.counts_reactions() {
            let reactions = self.share(
                Component::Reactions,
                &self.units(|flows| flows.impressions_first),
                |_, community| community.reaction,
                |was| [was.flows.impressions_first, was.flows.reactions],
            );
            self.choose(
                |flows| flows.impressions_first,
                &[Class::new(Component::Reactions, reactions, counted!(reactions))],
            );
        }
    }

    /// Readers of threads, and those of them who need not ask any more: of this week's threads, and
    /// of old ones that a search engine found.
    fn threads(&mut self) {
        let deflection = self.world.money.deflection;
        let worth = deflection.map_or(0.0, |deflection| deflection.cost_per_contact);
        let priced = deflection.is_some();
        let share = |world: &World, _: &Community| {
            world.money.deflection.map_or(0.0, |deflection| deflection.thread_deflection)
        };
        let views =
            self.events(Component::ThreadViews, |views| views.threads, |flows| flows.thread_views);
        let deflected = self.share(Component::ThreadsDeflected, &views, share, |was| {
            [was.flows.thread_views, was.counted]
        });
        self.scatter(&[
            Class::dated(priced, Component::ThreadsDeflected, deflected.clone(), &|flows, n| {
                flows.thread_views += n;
                flows.value_deflection += n * worth;
            }),
            Class::new(Component::ThreadViews, views - &deflected, counted!(thread_views)),
        ]);
        if self.community.found <= 0.0 {
            return;
        }
        let views =
            self.events(Component::SearchViews, |views| views.searches, |flows| flows.search_views);
        let deflected = self.share(Component::SearchesDeflected, &views, share, |was| {
            [was.flows.search_views, was.counted]
        });
        self.scatter(&[
            Class::dated(priced, Component::SearchesDeflected, deflected.clone(), &|flows, n| {
                flows.search_views += n;
                flows.value_deflection += n * worth;
            }),
            Class::new(Component::SearchViews, views - &deflected, counted!(search_views)),
        ]);
    }

    /// Customers who leave because nobody answered.
    fn ignored(&mut self) {
        let Some(loyalty) = self.world.money.loyalty else { return };
        let count = self.share(
            Component::Ignored,
            &self.units(|flows| flows.gave_up),
            |world, community| {
                let share = world.money.loyalty.map_or(0.0, |loyalty| loyalty.ignored_loss);
                (1.0 - world.funnel.presale) * community.customers * share
            },
            |was| [was.flows.gave_up, was.counted],
        );
        let put = |flows: &mut Flows, n: f64| flows.loss_ignored += n * loyalty.customer_year;
        self.choose(|flows| flows.gave_up, &[Class::dated(true, Component::Ignored, count, &put)]);
    }

    fn binomial(&mut self, component: Component, n: f64, p: f64) -> f64 {
        self.binomial_at(Address { component, week: TOTAL }, n, p)
    }

    fn binomial_at(&mut self, place: Address, n: f64, p: f64) -> f64 {
        if n > 0.0 && p > 0.0 { self.noise.binomial(place, n, p) } else { 0.0 }
    }

    /// Counts classes of the weeks' units, each of those that the ones before have left.
    fn choose(&mut self, units: impl Fn(&Flows) -> f64, classes: &[Class]) {
        if self.wanted(classes) > 0 {
            let CommunityRun { weeks, split, .. } = &mut *self.course;
            split.over(weeks[self.from..].iter().map(|week| units(&week.flows)));
        }
        self.choose_again(classes);
    }

    /// Counts classes of the units over which the split stands.
    fn choose_again(&mut self, classes: &[Class]) {
        self.count(classes, |noise, place, total, split| {
            split.take();
            noise.choose(place, total, split);
        });
    }

    /// Counts classes of events.
    fn scatter(&mut self, classes: &[Class]) {
        self.count(classes, L::scatter);
    }

    /// Number of classes, from the first on, whose weeks are wanted.
    fn wanted(&self, classes: &[Class]) -> usize {
        match self.detail {
            Detail::Weekly => classes.len(),
            Detail::Totals => {
                classes.iter().rposition(|class| class.priced).map_or(0, |last| last + 1)
            }
        }
    }

    /// Counts classes in the horizon, and in the weeks up to the last class whose weeks are wanted.
    fn count(&mut self, classes: &[Class], divide: Divide<L>) {
        let wanted = self.wanted(classes);
        let CommunityRun { weeks, total, split, counted, .. } = &mut *self.course;
        for class in classes {
            (class.put)(total, class.count.total);
        }
        split.parts.clear();
        for class in classes[..wanted].iter().filter(|class| class.count.total > 0.0) {
            let parts = if self.was.is_some() {
                &class.count.weeks
            } else {
                let place = Address { component: class.component, week: WEEKS };
                divide(self.noise, place, class.count.total, split);
                &split.parts
            };
            for (week, &part) in weeks[self.from..].iter_mut().zip(parts) {
                (class.put)(&mut week.flows, part);
            }
            if self.keeps {
                counted.put(class.component, self.from, parts);
            }
        }
    }
}
