//! What a community costs by itself, and what a poll brings there.

use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;

pub fn step<L: Noise>(scene: &mut WeekContext<L>) {
    let (community, world) = (scene.community, scene.world);
    let boosts = community.boosts.iter().filter(|boost| boost.weeks.contains(&scene.week));
    scene.flows.cost_content = scene.now.posts * world.money.per_post;
    scene.flows.cost_ads = community.ads + boosts.fold(0.0, |sum, boost| sum + boost.budget);
    scene.flows.poll_answers = scene.now.active * world.poll_response / world.weeks as f64;
}
