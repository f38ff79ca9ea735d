//! Terminal counts: those on which no later week depends. They are drawn once a trial instead of
//! once a week.
//!
//! A terminal count is a share of some population of every week, and the share is the same in all
//! weeks of a trial. So its horizon is one draw: independent binomials of one share add up to the
//! binomial of the sum of their numbers, and independent Poisson counts to the Poisson of the sum
//! of their means. (Praise is terminal unless hires follow the mood, reactions to posts are unless
//! friends see them.)
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
//! A terminal count's total stands at week 0 of its component, its weeks at week 1. Tests:
//! `terminal::totals_and_weeks_are_distributed_as_if_drawn_week_by_week`,
//! `terminal::reactions_that_nobody_sees_are_distributed_as_if_drawn_week_by_week`,
//! `terminal::neither_weeks_nor_prices_move_a_count`, and for the division itself
//! `split::units_are_chosen_as_from_an_urn`.

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
}

/// Units that are counted alike, in all weeks together.
struct Class<'a> {
    component: Component,
    total: f64,
    /// Whether money depends on its weeks.
    priced: bool,
    /// Counts so many of them.
    put: &'a dyn Fn(&mut Flows, f64),
}

impl<'a> Class<'a> {
    /// A class whose weeks matter to whoever looks at them alone.
    fn new(component: Component, total: f64, put: &'a dyn Fn(&mut Flows, f64)) -> Class<'a> {
        Class { component, total, priced: false, put }
    }

    /// A class that is worth money in its week, where `priced`.
    fn dated(
        priced: bool,
        component: Component,
        total: f64,
        put: &'a dyn Fn(&mut Flows, f64),
    ) -> Class<'a> {
        Class { component, total, priced, put }
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
        if !self.world.money.is_mood_priced() {
            let total = &self.course.total;
            let praise = self.binomial(
                Component::Praise,
                total.questions - total.complaints,
                self.community.praise,
            );
            self.choose(
                |flows| flows.questions - flows.complaints,
                &[Class::new(Component::Praise, praise, counted!(praise))],
            );
        }
        if !self.community.shows_reactions() {
            let reactions = self.binomial(
                Component::Reactions,
                self.course.total.impressions_first,
                self.community.reaction,
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
        let (share, worth) = deflection.map_or((0.0, 0.0), |deflection| {
            (deflection.thread_deflection, deflection.cost_per_contact)
        });
        let priced = deflection.is_some();
        self.course.split.over(self.course.views.iter().map(|views| views.threads));
        let views = self.poisson(Component::ThreadViews);
        let deflected = self.binomial(Component::ThreadsDeflected, views, share);
        self.scatter(&[
            Class::dated(priced, Component::ThreadsDeflected, deflected, &|flows, n| {
                flows.thread_views += n;
                flows.value_deflection += n * worth;
            }),
            Class::new(Component::ThreadViews, views - deflected, counted!(thread_views)),
        ]);
        if self.community.found <= 0.0 {
            return;
        }
        self.course.split.over(self.course.views.iter().map(|views| views.searches));
        let views = self.poisson(Component::SearchViews);
        let deflected = self.binomial(Component::SearchesDeflected, views, share);
        self.scatter(&[
            Class::dated(priced, Component::SearchesDeflected, deflected, &|flows, n| {
                flows.search_views += n;
                flows.value_deflection += n * worth;
            }),
            Class::new(Component::SearchViews, views - deflected, counted!(search_views)),
        ]);
    }

    /// Customers who leave because nobody answered.
    fn ignored(&mut self) {
        let Some(loyalty) = self.world.money.loyalty else { return };
        let share =
            (1.0 - self.world.funnel.presale) * self.community.customers * loyalty.ignored_loss;
        let total = self.binomial(Component::Ignored, self.course.total.gave_up, share);
        let put = |flows: &mut Flows, n: f64| flows.loss_ignored += n * loyalty.customer_year;
        self.choose(|flows| flows.gave_up, &[Class::dated(true, Component::Ignored, total, &put)]);
    }

    fn binomial(&mut self, component: Component, n: f64, p: f64) -> f64 {
        if n > 0.0 && p > 0.0 {
            self.noise.binomial(Address { component, week: TOTAL }, n, p)
        } else {
            0.0
        }
    }

    /// Events of all weeks together.
    fn poisson(&mut self, component: Component) -> f64 {
        let mean = self.course.split.weeks.iter().sum();
        self.noise.poisson(Address { component, week: TOTAL }, mean)
    }

    /// Counts classes of the weeks' units, each of those that the ones before have left.
    fn choose(&mut self, units: impl Fn(&Flows) -> f64, classes: &[Class]) {
        if self.wanted(classes) > 0 {
            self.course.split.over(self.course.weeks.iter().map(|week| units(&week.flows)));
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
        let CommunityRun { weeks, total, split, .. } = &mut *self.course;
        for class in classes {
            (class.put)(total, class.total);
        }
        split.parts.clear();
        for class in classes[..wanted].iter().filter(|class| class.total > 0.0) {
            divide(
                self.noise,
                Address { component: class.component, week: WEEKS },
                class.total,
                split,
            );
            for (week, &part) in weeks.iter_mut().zip(&split.parts) {
                (class.put)(&mut week.flows, part);
            }
        }
    }
}
