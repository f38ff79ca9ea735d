//! How members speak: complaints, those that a quick answer turns around, praise.

use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;
use crate::rng::Component;

pub fn step<L: Noise>(scene: &mut WeekContext<L>) {
    let (team, messages) = (scene.world.team, scene.flows.questions);
    let complaints = scene.binomial(Component::Complaints, messages, scene.now.complaining);
    let turned = team.recovery
        * scene.answered()
        * scene.kept(team.half_life_hours, 0.0)
        * (1.0 - team.sent_away);
    let recovered = scene.binomial(Component::Recovered, complaints, turned);
    scene.flows.complaints = complaints;
    scene.flows.complaints_recovered = recovered;
    let became = scene.binomial(Component::Advocates, scene.flows.answers_staff, team.advocates);
    scene.now.advocates = (scene.now.advocates + became).min(scene.now.active);
    if scene.world.money.is_mood_priced() {
        scene.flows.praise =
            scene.binomial(Component::Praise, messages - complaints, scene.community.praise);
    }
}
