//! Followers come and go.

use crate::elementary::floor;
use crate::engine::context::WeekContext;
use crate::engine::noise::Noise;
use crate::rng::Component;

pub fn step<L: Noise>(scene: &mut WeekContext<L>) {
    let (community, now) = (scene.community, *scene.now);
    // Two streams of Poisson counts are one.
    let newcomers = scene.poisson(
        Component::Newcomers,
        now.followers * community.organic_per_week + community.ads_followers,
    );
    let friends =
        scene.binomial(Component::FriendsFollowing, now.friendly_prospects, community.follow);
    let campaigns = community.boosts.iter().filter(|boost| boost.weeks.contains(&scene.week));
    let brought = campaigns.fold(0.0, |sum, boost| {
        sum + scene.luck.stream(boost.followers, scene.week - boost.weeks.start)
    });
    let lost = if community.churn > 0.0 {
        scene.binomial(Component::Unfollows, scene.luck.whole(now.followers), leaving(scene))
    } else {
        0.0
    };
    let come = newcomers + friends + brought;
    scene.flows.followers_gained =
        if come > 0.0 { come.min(room(scene, now.followers - lost)) } else { 0.0 };
    scene.flows.unfollows = lost;
    scene.now.gained += scene.flows.followers_gained;
    scene.now.followers = now.followers + scene.flows.followers_gained - lost;
}

/// Share of the followers who leave in a week: more of them where advertising posts are many or
/// questions stay unanswered.
fn leaving<L: Noise>(scene: &WeekContext<L>) -> f64 {
    let community = scene.community;
    let branded = scene.now.posts * community.branded;
    let tolerated = community.tolerated_branded;
    let promotion = community.promo_sensitivity * (branded - tolerated).max(0.0) / tolerated;
    (community.churn * (1.0 + promotion + community.neglect * (1.0 - scene.answered()))).min(1.0)
}

/// Newcomers for whom the market has people.
fn room<L: Noise>(scene: &WeekContext<L>, followers: f64) -> f64 {
    let human = scene.community.human;
    if human <= 0.0 {
        return f64::INFINITY;
    }
    let room = (scene.world.capacity / human - followers).max(0.0);
    if L::WHOLE { floor(room) } else { room }
}
