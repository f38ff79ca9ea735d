//! What answers are worth beside sales: contacts saved, customers kept.

use crate::engine::community_run::CommunityRun;
use crate::engine::context::WeekContext;
use crate::engine::noise::{Address, Noise};
use crate::engine::world::{Community, World, ratio};
use crate::reach::people_each;
use crate::rng::Component;

pub fn step<L: Noise>(context: &mut WeekContext<L>) {
    let service =
        (context.flows.answers() - context.flows.presale) * (1.0 - context.world.team.sent_away);
    let money = &context.world.money;
    let deflected = context.binomial(
        Component::Deflected,
        context.noise.whole(service),
        money.would_have_called,
    );
    if let Some(deflection) = money.deflection {
        context.flows.value_deflection = deflected * deflection.cost_per_contact;
    }
    context.now.served = service - deflected;
}

/// Customers whom an answer kept, in every week of the horizon once it is over: a person is kept
/// once, however often he asks, so only those count who had not asked before.
pub fn retention<L: Noise>(
    course: &mut CommunityRun,
    community: &Community,
    world: &World,
    noise: &mut L,
) {
    if world.money.loyalty.is_none() {
        return;
    }
    let CommunityRun { weeks, ever, served, total, split, .. } = course;
    let mut messages = 0.0;
    split.over(weeks.iter().map(|week| {
        messages += week.flows.questions;
        messages
    }));
    split.parts.resize(weeks.len(), 0.0);
    people_each(ever, &split.weeks, community.asker_skew, &mut split.parts);
    let mut before = 0.0_f64;
    for (week, flows) in weeks.iter_mut().map(|week| &mut week.flows).enumerate() {
        let askers = split.parts[week].max(before);
        let new = ratio(askers - before, flows.questions).min(1.0);
        before = askers;
        let Some(loyalty) = world.at(week).money.loyalty else { return };
        let asked = noise.whole(served[week] * new * community.customers);
        if asked > 0.0 && loyalty.retention_lift > 0.0 {
            let address = Address { component: Component::Retained, week: week as u32 };
            flows.value_retention =
                noise.binomial(address, asked, loyalty.retention_lift) * loyalty.customer_year;
            total.value_retention += flows.value_retention;
        }
    }
}
