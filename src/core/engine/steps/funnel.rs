//! People who ask before they buy. How many of them buy, and who else does, the
//! [terminal counts](crate::engine::terminal) tell.

use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;
use crate::engine::world::ratio;
use crate::rng::Component;

pub fn step<L: Noise>(context: &mut WeekContext<L>) {
    let funnel = &context.world.funnel;
    let friendly = 1.0 - ratio(context.flows.complaints, context.flows.questions);
    let presale = context.binomial(
        Component::Presale,
        context.noise.whole(context.flows.answers() * friendly),
        funnel.presale,
    );
    let in_time = funnel.direct_lead
        * funnel.handover
        * context.kept(funnel.speed_half_life_hours, funnel.grace_hours);
    context.flows.presale = presale;
    context.flows.leads_direct = context.binomial(
        Component::DirectLeads,
        presale,
        in_time * (1.0 - context.world.team.sent_away),
    );
}
