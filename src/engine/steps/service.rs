//! What answers are worth beside sales: contacts saved, customers kept.

use crate::engine::luck::Luck;
use crate::engine::scene::Scene;
use crate::engine::world::ratio;
use crate::reach::occupied;
use crate::rng::Component;

pub fn step<L: Luck>(scene: &mut Scene<L>) {
    let (money, community) = (&scene.world.money, scene.community);
    let service = (scene.flows.answers() - scene.flows.presale) * (1.0 - scene.world.team.sent_away);
    let mut deflected = 0.0;
    if let Some(deflection) = money.deflection {
        deflected = scene.binomial(Component::Deflected, scene.luck.whole(service), deflection.would_have_called);
        scene.flows.value_deflection = deflected * deflection.cost_per_contact;
    }
    if let Some(loyalty) = money.loyalty {
        // A person is kept once a horizon, however often he asks.
        let new = ratio(new_askers(scene), scene.flows.questions).min(1.0);
        let asked = scene.luck.whole((service - deflected) * new * community.customers);
        let kept = scene.binomial(Component::Retained, asked, loyalty.retention_lift);
        scene.flows.value_retention = kept * loyalty.customer_year;
    }
}

/// Members who asked for the first time in this week.
fn new_askers<L: Luck>(scene: &mut Scene<L>) -> f64 {
    let ever = scene.community.active_among(scene.community.followers + scene.now.gained);
    let askers = occupied(ever, scene.now.messages, scene.community.asker_skew).max(scene.now.askers);
    let new = askers - scene.now.askers;
    scene.now.askers = askers;
    new
}
