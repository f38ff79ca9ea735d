//! Followers come and go.

use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;
use crate::rng::Component;

pub fn step<L: Noise>(context: &mut WeekContext<L>) {
    let (community, now) = (context.community, *context.now);
    let week = context.week;
    let campaigns = || community.boosts.iter().filter(|boost| boost.weeks.contains(&week));
    // Streams of Poisson counts are one.
    let newcomers = context.poisson(
        Component::Newcomers,
        now.followers * community.organic_per_week
            + community.ads_followers
            + community.site_followers
            + campaigns().map(|boost| boost.partners).sum::<f64>(),
    );
    let brought = campaigns().fold(0.0, |sum, boost| {
        sum + context.noise.stream(boost.followers, context.week - boost.weeks.start)
    });
    let friends = context.binomial(
        Component::FriendsFollowing,
        now.friendly_prospects,
        (community.follow * livelier(context)).min(1.0),
    );
    let lost = if community.churn > 0.0 {
        context.binomial(Component::Unfollows, context.noise.whole(now.followers), leaving(context))
    } else {
        0.0
    };
    let come = newcomers + friends + brought;
    context.flows.followers_gained =
        if come > 0.0 { come.min((community.most - (now.followers - lost)).max(0.0)) } else { 0.0 };
    context.flows.unfollows = lost;
    context.now.gained += context.flows.followers_gained;
    context.now.followers = now.followers + context.flows.followers_gained - lost;
}

/// How many times as many friends begin to follow because the community is livelier than it was in
/// the first week.
fn livelier<L: Noise>(context: &WeekContext<L>) -> f64 {
    let (community, flows) = (context.community, &context.flows);
    let expected = community.messages_per_week + community.reactions_at_start();
    if community.liveliness > 0.0 && expected > 0.0 {
        libm::pow((flows.questions + flows.reactions) / expected, community.liveliness)
    } else {
        1.0
    }
}

/// Share of the followers who leave in a week: more of them where advertising posts are many or
/// questions stay unanswered.
fn leaving<L: Noise>(context: &WeekContext<L>) -> f64 {
    let community = context.community;
    let branded = context.now.posts * community.branded;
    let tolerated = community.tolerated_branded;
    let promotion = community.promo_sensitivity * (branded - tolerated).max(0.0) / tolerated;
    (community.churn * (1.0 + promotion + community.neglect * (1.0 - context.answered()))).min(1.0)
}
