//! From contacts to customers, in three streams: people who ask before they buy, friends of members, followers.
//! Won are all who buy; customers are those of them who would not have come anyway.

use crate::engine::luck::Luck;
use crate::engine::scene::Scene;
use crate::engine::world::{Customer, ratio};
use crate::rng::Component;

/// Hours within which an answer to somebody who wants to buy loses nothing.
const GRACE_HOURS: f64 = 1.0;

pub fn step<L: Luck>(scene: &mut Scene<L>) {
    direct(scene);
    earned(scene);
    owned(scene);
    let funnel = &scene.world.funnel;
    let kept_away = funnel.deter * funnel.incremental_negative;
    scene.flows.deterred = scene.binomial(Component::Deterred, scene.flows.negative_impressions, kept_away);
    if let Some(customer) = scene.world.money.customer {
        margins(scene, &customer);
    }
}

fn direct<L: Luck>(scene: &mut Scene<L>) {
    let funnel = &scene.world.funnel;
    let friendly = 1.0 - ratio(scene.flows.complaints, scene.flows.questions);
    let presale = scene.binomial(Component::Presale, scene.flows.answers() * friendly, funnel.presale);
    let in_time = funnel.direct_lead * funnel.handover * scene.kept(funnel.speed_half_life_hours, GRACE_HOURS);
    let mut leads = scene.binomial(Component::DirectLeads, presale, in_time * (1.0 - scene.world.team.sent_away));
    if scene.world.outreach.per_week > 0.0 {
        leads += outreach(scene);
    }
    let won = scene.binomial(Component::DirectWon, leads, funnel.direct_close);
    scene.flows.presale = presale;
    scene.flows.leads_direct = leads;
    scene.flows.won_direct = won;
    scene.flows.customers_direct = scene.binomial(Component::DirectCustomers, won, funnel.incremental_direct);
}

/// Leads among people in need whom the team found elsewhere and wrote to. Their week's number is divided by the followers.
fn outreach<L: Luck>(scene: &mut Scene<L>) -> f64 {
    let outreach = scene.world.outreach;
    let followers: f64 = scene.world.communities.iter().map(|community| community.followers).sum();
    let written = scene.luck.stream(outreach.per_week * ratio(scene.community.followers, followers), scene.week);
    let replies = scene.binomial(Component::OutreachReplies, written, outreach.reply);
    scene.flows.outreach_replies = replies;
    scene.binomial(Component::OutreachLeads, replies, outreach.lead)
}

fn earned<L: Luck>(scene: &mut Scene<L>) {
    let funnel = &scene.world.funnel;
    let clicks = scene.binomial(
        Component::EarnedClicks,
        scene.now.friendly_prospects,
        (funnel.click * funnel.trust * scene.community.earned_click).min(1.0),
    );
    let leads = scene.binomial(Component::EarnedLeads, clicks, funnel.lead);
    let won = scene.binomial(Component::EarnedWon, leads, funnel.close);
    scene.flows.clicks_earned = clicks;
    scene.flows.leads_earned = leads;
    scene.flows.won_earned = won;
    scene.flows.customers_earned = scene.binomial(Component::EarnedCustomers, won, funnel.incremental_earned);
}

/// A share of the clicks on posts is of present customers, who may order again; the others may become customers.
fn owned<L: Luck>(scene: &mut Scene<L>) {
    let (funnel, community) = (&scene.world.funnel, scene.community);
    let clicks = scene.binomial(Component::OwnedClicks, scene.flows.impressions_first, (funnel.click * community.click).min(1.0));
    let present = scene.binomial(Component::OwnedPresent, clicks, community.customers);
    let leads = scene.binomial(Component::OwnedLeads, clicks - present, funnel.lead);
    let won = scene.binomial(Component::OwnedWon, leads, funnel.close);
    scene.flows.clicks_owned = clicks;
    scene.flows.repeat_orders = scene.binomial(Component::RepeatOrders, present, funnel.repeat * funnel.incremental_repeat);
    scene.flows.leads_owned = leads;
    scene.flows.won_owned = won;
    scene.flows.customers_owned = scene.binomial(Component::OwnedCustomers, won, funnel.incremental_owned);
}

/// What n customers are worth is one gamma variate: the sum of n independent ones, of shape 1/cv^2 each.
fn margins<L: Luck>(scene: &mut Scene<L>, customer: &Customer) {
    let earned = customer.margin * customer.referral_uplift;
    let flows = *scene.flows;
    let mut worth = |component, customers: f64, margin| scene.gamma(component, customer.shape * customers, customers * margin);
    let direct = worth(Component::DirectMargin, flows.customers_direct, customer.margin);
    let by_friends = worth(Component::EarnedMargin, flows.customers_earned, earned);
    let owned = worth(Component::OwnedMargin, flows.customers_owned, customer.margin);
    let deterred = worth(Component::DeterredMargin, flows.deterred, earned);
    scene.flows.value_direct = direct;
    scene.flows.value_earned = by_friends;
    scene.flows.value_owned = owned;
    scene.flows.loss_negative = deterred;
}
