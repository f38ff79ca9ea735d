//! From contacts to customers, in three streams: people who ask before they buy, friends of
//! members, followers. Won are all who buy; customers are those of them who would not have come
//! anyway.

use super::{Class, Terminal, counted};
use crate::engine::noise::Noise;
use crate::metric::Flows;
use crate::rng::Component;

impl<L: Noise> Terminal<'_, L> {
    /// Leads among people in need whom the team found elsewhere and wrote to. Their number is
    /// divided by the followers, evenly where there are none.
    pub(super) fn outreach(&mut self) {
        let outreach = self.world.outreach;
        let communities = &self.world.communities;
        let followers: f64 = communities.iter().map(|community| community.followers).sum();
        let share = if followers > 0.0 {
            self.community.followers / followers
        } else {
            1.0 / communities.len() as f64
        };
        let rate = outreach.per_week * share;
        let weeks = self.course.weeks.len();
        let noise = &self.noise;
        self.course.split.over((0..weeks).map(|week| noise.stream(rate, week)));
        let written = self.course.split.weeks.iter().sum();
        let replies = self.binomial(Component::OutreachReplies, written, outreach.reply);
        let leads = self.binomial(Component::OutreachLeads, replies, outreach.lead);
        let priced = self.world.money.customer.is_some();
        self.choose_again(&[
            Class::dated(
                priced,
                Component::OutreachLeads,
                leads,
                counted!(outreach_replies, leads_direct),
            ),
            Class::new(Component::OutreachReplies, replies - leads, counted!(outreach_replies)),
        ]);
    }

    /// People who ask before they buy, or were written to.
    pub(super) fn direct(&mut self) {
        let funnel = &self.world.funnel;
        let won = self.binomial(
            Component::DirectWon,
            self.course.total.leads_direct,
            funnel.direct_close,
        );
        let customers = self.binomial(Component::DirectCustomers, won, funnel.incremental_direct);
        let priced = self.world.money.customer.is_some();
        self.choose(
            |flows| flows.leads_direct,
            &[
                Class::dated(
                    priced,
                    Component::DirectCustomers,
                    customers,
                    counted!(customers_direct, won_direct),
                ),
                Class::new(Component::DirectWon, won - customers, counted!(won_direct)),
            ],
        );
    }

    /// Friends of members who saw no bad talk.
    pub(super) fn earned(&mut self) {
        let funnel = &self.world.funnel;
        let friendly = |flows: &Flows| flows.prospects - flows.negative_impressions;
        let click = (funnel.click * funnel.trust * self.community.earned_click).min(1.0);
        let clicks = self.binomial(Component::EarnedClicks, friendly(&self.course.total), click);
        let leads = self.binomial(Component::EarnedLeads, clicks, funnel.lead);
        let won = self.binomial(Component::EarnedWon, leads, funnel.close);
        let customers = self.binomial(Component::EarnedCustomers, won, funnel.incremental_earned);
        let priced = self.world.money.customer.is_some();
        self.choose(
            friendly,
            &[
                Class::dated(
                    priced,
                    Component::EarnedCustomers,
                    customers,
                    counted!(customers_earned, won_earned, leads_earned, clicks_earned),
                ),
                Class::new(
                    Component::EarnedWon,
                    won - customers,
                    counted!(won_earned, leads_earned, clicks_earned),
                ),
                Class::new(
                    Component::EarnedLeads,
                    leads - won,
                    counted!(leads_earned, clicks_earned),
                ),
                Class::new(Component::EarnedClicks, clicks - leads, counted!(clicks_earned)),
            ],
        );
    }

    /// Followers who see posts. A share of the clicks is of present customers, who may order again;
    /// the others may become customers.
    pub(super) fn owned(&mut self) {
        let (funnel, community, money) = (&self.world.funnel, self.community, &self.world.money);
        let click = (funnel.click * community.click).min(1.0);
        let clicks =
            self.binomial(Component::OwnedClicks, self.course.total.impressions_first, click);
        let present = self.binomial(Component::OwnedPresent, clicks, community.customers);
        let repeat = self.binomial(
            Component::RepeatOrders,
            present,
            funnel.repeat * funnel.incremental_repeat,
        );
        let leads = self.binomial(Component::OwnedLeads, clicks - present, funnel.lead);
        let won = self.binomial(Component::OwnedWon, leads, funnel.close);
        let customers = self.binomial(Component::OwnedCustomers, won, funnel.incremental_owned);
        let margin = money.repeat_margin.unwrap_or(0.0);
        self.choose(
            |flows| flows.impressions_first,
            &[
                Class::dated(
                    money.customer.is_some(),
                    Component::OwnedCustomers,
                    customers,
                    counted!(customers_owned, won_owned, leads_owned, clicks_owned),
                ),
                Class::dated(
                    money.repeat_margin.is_some(),
                    Component::RepeatOrders,
                    repeat,
                    &|flows, n| {
                        flows.repeat_orders += n;
                        flows.clicks_owned += n;
                        flows.value_repeat += n * margin;
                    },
                ),
                Class::new(
                    Component::OwnedWon,
                    won - customers,
                    counted!(won_owned, leads_owned, clicks_owned),
                ),
                Class::new(Component::OwnedLeads, leads - won, counted!(leads_owned, clicks_owned)),
                Class::new(Component::OwnedClicks, clicks - leads - repeat, counted!(clicks_owned)),
            ],
        );
    }

    /// Customers whom bad talk keeps away.
    pub(super) fn deterred(&mut self) {
        let funnel = &self.world.funnel;
        let share = funnel.deter * funnel.incremental_negative;
        let total =
            self.binomial(Component::Deterred, self.course.total.negative_impressions, share);
        let priced = self.world.money.customer.is_some();
        self.choose(
            |flows| flows.negative_impressions,
            &[Class::dated(priced, Component::Deterred, total, counted!(deterred))],
        );
    }
}
