//! Members write, and other members answer first.

use crate::engine::context::{WeekContext, growth};
use crate::engine::noise::Noise;
use crate::engine::world::ratio;
use crate::rng::Component;

/// Questions and remarks of the week are negative binomial: mean x (followers over those at the
/// start) x growth x season x campaigns x crisis, variance mean + dispersion mean^2.
pub fn step<L: Noise>(scene: &mut WeekContext<L>, season: f64) {
    let community = scene.community;
    let crisis = if community.crisis > 0.0 {
        scene.luck.event(scene.address(Component::Crises), community.crisis)
    } else {
        0.0
    };
    let boosts = community.boosts.iter().filter(|boost| boost.weeks.contains(&scene.week));
    let (lift, posts) = boosts.fold((1.0, community.posts), |(lift, posts), boost| {
        (lift * boost.question_lift, posts + boost.posts)
    });
    let mean = community.messages_per_week
        * ratio(scene.now.followers, community.followers)
        * growth(community.messages_growth, scene.week)
        * season
        * lift
        * (1.0 + crisis * (community.crisis_size - 1.0));
    let messages = if mean > 0.0 {
        scene.luck.negative_binomial(scene.address(Component::Messages), mean, community.dispersion)
    } else {
        0.0
    };
    scene.now.posts = posts;
    scene.now.complaining = complaining(community.complaints, crisis, community.crisis_size);
    scene.flows.questions = messages;
    scene.flows.answers_peers =
        scene.binomial(Component::PeerAnswers, messages, peers(scene, mean));
    scene.now.waiting = scene.now.backlog + messages - scene.flows.answers_peers;
}

/// Share of the messages that members answer: it grows over the first weeks, and with the
/// advocates.
fn peers<L: Noise>(scene: &WeekContext<L>, messages: f64) -> f64 {
    let team = &scene.world.team;
    let peers = if team.ramp > 0.0 {
        team.peers * ((scene.week + 1) as f64 / team.ramp).min(1.0)
    } else {
        team.peers
    };
    if scene.now.advocates > 0.0 {
        1.0 - (1.0 - peers)
            * (1.0 - ratio(scene.now.advocates * team.advocate_answers, messages).min(1.0))
    } else {
        peers
    }
}

/// Share of the messages that complain when a crisis is there to the extent `crisis`: messages of a
/// crisis are `size` times as many as others.
fn complaining([common, in_crisis]: [f64; 2], crisis: f64, size: f64) -> f64 {
    let (calm, troubled) = (1.0 - crisis, crisis * size);
    if calm + troubled > 0.0 {
        (calm * common + troubled * in_crisis) / (calm + troubled)
    } else {
        common
    }
}
