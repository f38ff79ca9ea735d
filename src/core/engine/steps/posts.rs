//! Followers see the page's posts, react to them, and may read threads.

use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;
use crate::engine::world::ratio;
use crate::rng::Component;

/// Members write about the product, of which the page shows some.
pub fn of_members<L: Noise>(context: &mut WeekContext<L>) {
    let community = context.community;
    if community.reviews_per_week > 0.0 || context.now.advocates > 0.0 {
        let written = ratio(context.now.followers, community.followers)
            * community.reviews_per_week
            + context.now.advocates * context.world.team.advocate_posts;
        context.flows.reviews = context.poisson(Component::Reviews, written);
        context.flows.reposts =
            context.binomial(Component::Reposts, context.flows.reviews, community.reposted);
    }
}

/// Binomial(posts x humans, reach per post), where posts differ by a gamma of mean 1 and shape
/// posts / spread^2. More posts tire: reach per post falls as (posts/7)^-fatigue.
pub fn step<L: Noise>(context: &mut WeekContext<L>) {
    let (community, posts) = (context.community, context.now.posts + context.flows.reposts);
    if posts > 0.0 {
        let spread = community.post_spread * community.post_spread;
        let quality = context.gamma(Component::PostQuality, posts / spread, 1.0);
        let reach = (community.reach_per_post(posts) * quality).min(1.0);
        context.flows.impressions_first = context.binomial(
            Component::PostsSeen,
            context.noise.whole(posts * context.now.humans),
            reach,
        );
        if community.counts_reactions() {
            context.flows.reactions = context.binomial(
                Component::Reactions,
                context.flows.impressions_first,
                community.reaction,
            );
        }
    }
    context.now.views.threads = context.public() * context.now.active.min(community.thread_readers);
    if community.found > 0.0 {
        // So much of what is still to come falls into this week; the rest comes later.
        let seen = 1.0 - ratio(context.flows.private, context.flows.questions);
        let findable = context.now.findable + context.flows.answers() * seen * community.found;
        context.now.findable = findable * community.found_later;
        context.now.views.searches = findable - context.now.findable;
    }
}
