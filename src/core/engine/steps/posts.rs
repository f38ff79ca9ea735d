//! Followers see the page's posts, react to them, and may read threads.

use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;
use crate::rng::Component;

/// Binomial(posts x humans, reach per post), where posts differ by a gamma of mean 1 and shape
/// posts / spread^2. More posts tire: reach per post falls as (posts/7)^-fatigue.
pub fn step<L: Noise>(scene: &mut WeekContext<L>) {
    let (community, posts) = (scene.community, scene.now.posts);
    if posts > 0.0 {
        let spread = community.post_spread * community.post_spread;
        let quality = scene.gamma(Component::PostQuality, posts / spread, 1.0);
        let reach = (community.reach_per_post(posts) * quality).min(1.0);
        scene.flows.impressions_first =
            scene.binomial(Component::PostsSeen, scene.luck.whole(posts * scene.now.humans), reach);
        if community.shows_reactions() {
            scene.flows.reactions = scene.binomial(
                Component::Reactions,
                scene.flows.impressions_first,
                community.reaction,
            );
        }
    }
    scene.now.views.threads =
        scene.flows.questions * scene.now.active.min(community.thread_readers);
    if community.found > 0.0 {
        // So much of what is still to come falls into this week; the rest comes later.
        let findable = scene.now.findable + scene.flows.answers() * community.found;
        scene.now.findable = findable * community.found_later;
        scene.now.views.searches = findable - scene.now.findable;
    }
}
