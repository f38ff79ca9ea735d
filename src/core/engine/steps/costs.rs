//! What a community costs by itself, and what being seen and a poll bring there.

use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;

pub fn step<L: Noise>(context: &mut WeekContext<L>) {
    let (community, world) = (context.community, context.world);
    let boosts = community.boosts.iter().filter(|boost| boost.weeks.contains(&context.week));
    context.flows.cost_content = context.now.posts * world.money.per_post;
    context.flows.cost_ads = community.ads + boosts.fold(0.0, |sum, boost| sum + boost.budget);
    context.flows.value_attention = context.flows.impressions() * world.money.attention;
    context.flows.poll_answers = context.now.active * world.poll_response / world.weeks as f64;
}
