//! How members speak: complaints, those that a quick answer turns around, praise.

use crate::elementary::floor;
use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;
use crate::rng::Component;

pub fn step<L: Noise>(context: &mut WeekContext<L>) {
    let (team, messages) = (context.world.team, context.flows.questions);
    let complaints = context.binomial(Component::Complaints, messages, context.now.complaining);
    let turned = team.recovery
        * context.answered()
        * context.kept(team.half_life_hours, 0.0)
        * (1.0 - team.sent_away);
    let recovered = context.binomial(Component::Recovered, complaints, turned);
    context.flows.complaints = complaints;
    context.flows.complaints_recovered = recovered;
    let became =
        context.binomial(Component::Advocates, context.flows.answers_staff, team.advocates);
    // Whole people are advocates, and no more than are active.
    let most = if L::WHOLE { floor(context.now.active) } else { context.now.active };
    context.now.advocates = (context.now.advocates + became).min(most);
    if context.world.counts_praise(context.community) {
        context.flows.praise =
            context.binomial(Component::Praise, messages - complaints, context.now.praising);
    }
}
