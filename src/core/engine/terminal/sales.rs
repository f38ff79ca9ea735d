//! From contacts to customers, in three streams: people who ask before they buy, friends of
//! members, followers. Won are all who buy; customers are those of them who would not have come
//! anyway.

use super::{Class, Count, Terminal, counted};
use crate::engine::noise::Noise;
use crate::engine::world::{Community, World, ratio};
use crate::metric::Flows;
use crate::rng::Component;

impl<L: Noise> Terminal<'_, L> {
    /// Leads among people in need whom the team found elsewhere and wrote to. Their number is
    /// divided by the followers, evenly where there are none.
    pub(super) fn outreach(&mut self) {
        let weeks = self.from..self.course.weeks.len();
        let written = |world: &World, community: &Community| -> Vec<f64> {
            let rate = |week| world.outreach.per_week * part(world, community, week);
            weeks.clone().map(|week| self.noise.stream(rate(week), week)).collect()
        };
        let now = written(self.world, self.community);
        let before =
            self.was.as_ref().map_or_else(Vec::new, |was| written(was.world, was.community));
        let units = Count { total: now.iter().sum(), weeks: now };
        self.course.split.over(units.weeks.iter().copied());
        let replies = self.share(
            Component::OutreachReplies,
            &units,
            |world, _| world.outreach.reply,
            |was| [before[was.week], was.flows.outreach_replies],
        );
        let leads = self.share(
            Component::OutreachLeads,
            &replies,
            |world, _| world.outreach.lead,
            |was| [was.flows.outreach_replies, was.counted],
        );
        let priced = self.world.money.customer.is_some();
        self.choose_again(&[
            Class::dated(
                priced,
                Component::OutreachLeads,
                leads.clone(),
                counted!(outreach_replies, leads_direct),
            ),
            Class::new(Component::OutreachReplies, replies - &leads, counted!(outreach_replies)),
        ]);
    }

    /// People who ask before they buy, or were written to.
    pub(super) fn direct(&mut self) {
        let won = self.share(
            Component::DirectWon,
            &self.units(|flows| flows.leads_direct),
            |world, _| world.funnel.direct_close,
            |was| [was.flows.leads_direct, was.flows.won_direct],
        );
        let customers = self.share(
            Component::DirectCustomers,
            &won,
            |world, _| world.funnel.incremental_direct,
            |was| [was.flows.won_direct, was.flows.customers_direct],
        );
        let priced = self.world.money.customer.is_some();
        self.choose(
            |flows| flows.leads_direct,
            &[
                Class::dated(
                    priced,
                    Component::DirectCustomers,
                    customers.clone(),
                    counted!(customers_direct, won_direct),
                ),
                Class::new(Component::DirectWon, won - &customers, counted!(won_direct)),
            ],
        );
    }

    /// Friends of members who saw no bad talk.
    pub(super) fn earned(&mut self) {
        let friendly = |flows: &Flows| flows.prospects - flows.negative_impressions;
        let clicks = self.share(
            Component::EarnedClicks,
            &self.units(friendly),
            |world, community| {
                (world.funnel.click * world.funnel.trust * community.earned_click).min(1.0)
            },
            |was| [friendly(was.flows), was.flows.clicks_earned],
        );
        let leads = self.share(
            Component::EarnedLeads,
            &clicks,
            |world, _| world.funnel.lead,
            |was| [was.flows.clicks_earned, was.flows.leads_earned],
        );
        let won = self.share(
            Component::EarnedWon,
            &leads,
            |world, _| world.funnel.close,
            |was| [was.flows.leads_earned, was.flows.won_earned],
        );
        let customers = self.share(
            Component::EarnedCustomers,
            &won,
            |world, _| world.funnel.incremental_earned,
            |was| [was.flows.won_earned, was.flows.customers_earned],
        );
        let priced = self.world.money.customer.is_some();
        self.choose(
            friendly,
            &[
                Class::dated(
                    priced,
                    Component::EarnedCustomers,
                    customers.clone(),
                    counted!(customers_earned, won_earned, leads_earned, clicks_earned),
                ),
                Class::new(
                    Component::EarnedWon,
                    won.clone() - &customers,
                    counted!(won_earned, leads_earned, clicks_earned),
                ),
                Class::new(
                    Component::EarnedLeads,
                    leads.clone() - &won,
                    counted!(leads_earned, clicks_earned),
                ),
                Class::new(Component::EarnedClicks, clicks - &leads, counted!(clicks_earned)),
            ],
        );
    }

    /// Followers who see posts. A share of the clicks is of present customers, who may order again;
    /// the others may become customers.
    pub(super) fn owned(&mut self) {
        let money = &self.world.money;
        let clicks = self.share(
            Component::OwnedClicks,
            &self.units(|flows| flows.impressions_first),
            |world, community| (world.funnel.click * community.click).min(1.0),
            |was| [was.flows.impressions_first, was.flows.clicks_owned],
        );
        let [leads, repeat] = self.leads_and_orders(&clicks);
        let won = self.share(
            Component::OwnedWon,
            &leads,
            |world, _| world.funnel.close,
            |was| [was.flows.leads_owned, was.flows.won_owned],
        );
        let customers = self.share(
            Component::OwnedCustomers,
            &won,
            |world, _| world.funnel.incremental_owned,
            |was| [was.flows.won_owned, was.flows.customers_owned],
        );
        let margin = money.repeat_margin.unwrap_or(0.0);
        self.choose(
            |flows| flows.impressions_first,
            &[
                Class::dated(
                    money.customer.is_some(),
                    Component::OwnedCustomers,
                    customers.clone(),
                    counted!(customers_owned, won_owned, leads_owned, clicks_owned),
                ),
                Class::dated(
                    money.repeat_margin.is_some(),
                    Component::RepeatOrders,
                    repeat.clone(),
                    &|flows, n| {
                        flows.repeat_orders += n;
                        flows.clicks_owned += n;
                        flows.value_repeat += n * margin;
                    },
                ),
                Class::new(
                    Component::OwnedWon,
                    won.clone() - &customers,
                    counted!(won_owned, leads_owned, clicks_owned),
                ),
                Class::new(
                    Component::OwnedLeads,
                    leads.clone() - &won,
                    counted!(leads_owned, clicks_owned),
                ),
                Class::new(
                    Component::OwnedClicks,
                    clicks - &leads - &repeat,
                    counted!(clicks_owned),
                ),
            ],
        );
    }

    /// Leads among those who clicked and are no customers, and orders of those who are.
    fn leads_and_orders(&mut self, clicks: &Count) -> [Count; 2] {
        let repeat = |world: &World| world.funnel.repeat * world.funnel.incremental_repeat;
        if self.was.is_none() {
            let present =
                self.binomial(Component::OwnedPresent, clicks.total, self.community.customers);
            let orders = self.binomial(Component::RepeatOrders, present, repeat(self.world));
            let others = clicks.total - present;
            let leads = self.binomial(Component::OwnedLeads, others, self.world.funnel.lead);
            return [leads, orders].map(|total| Count { total, weeks: Vec::new() });
        }
        // The same law, of what is known of the weeks without the change.
        let lead =
            |world: &World, community: &Community| (1.0 - community.customers) * world.funnel.lead;
        let leads = self.share(Component::OwnedLeads, clicks, lead, |was| {
            [was.flows.clicks_owned, was.flows.leads_owned]
        });
        let orders = self.share(
            Component::RepeatOrders,
            &(clicks.clone() - &leads),
            |world, community| {
                let others = 1.0 - lead(world, community);
                ratio(community.customers * repeat(world), others).min(1.0)
            },
            |was| [was.flows.clicks_owned - was.flows.leads_owned, was.flows.repeat_orders],
        );
        [leads, orders]
    }

    /// Customers whom bad talk keeps away.
    pub(super) fn deterred(&mut self) {
        let count = self.share(
            Component::Deterred,
            &self.units(|flows| flows.negative_impressions),
            |world, _| world.funnel.deter * world.funnel.incremental_negative,
            |was| [was.flows.negative_impressions, was.flows.deterred],
        );
        let priced = self.world.money.customer.is_some();
        self.choose(
            |flows| flows.negative_impressions,
            &[Class::dated(priced, Component::Deterred, count, counted!(deterred))],
        );
    }
}

/// The part of a community in what is sought elsewhere: by the followers of those that are there in
/// the week, evenly where they have none.
fn part(world: &World, community: &Community, week: usize) -> f64 {
    if week < community.opens {
        return 0.0;
    }
    let there = || world.communities.iter().filter(|community| community.opens <= week);
    let followers: f64 = there().map(|community| community.followers).sum();
    if followers > 0.0 { community.followers / followers } else { 1.0 / there().count() as f64 }
}
