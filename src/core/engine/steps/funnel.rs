//! People who ask before they buy. How many of them buy, and who else does, the
//! [terminal counts](crate::engine::terminal) tell.

use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;
use crate::engine::world::ratio;
use crate::rng::Component;

pub fn step<L: Noise>(scene: &mut WeekContext<L>) {
    let funnel = &scene.world.funnel;
    let friendly = 1.0 - ratio(scene.flows.complaints, scene.flows.questions);
    let presale = scene.binomial(
        Component::Presale,
        scene.luck.whole(scene.flows.answers() * friendly),
        funnel.presale,
    );
    let in_time = funnel.direct_lead
        * funnel.handover
        * scene.kept(funnel.speed_half_life_hours, funnel.grace_hours);
    scene.flows.presale = presale;
    scene.flows.leads_direct = scene.binomial(
        Component::DirectLeads,
        presale,
        in_time * (1.0 - scene.world.team.sent_away),
    );
}
