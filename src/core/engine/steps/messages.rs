//! Members write, and other members answer first.

use crate::engine::context::{Mood, WeekContext, growth};
use crate::engine::noise::Noise;
use crate::engine::world::{Boost, praise, ratio};
use crate::rng::Component;

/// Questions and remarks of the week are negative binomial: mean x (followers over those at the
/// start) x growth x season x campaigns x crisis, variance mean + dispersion mean^2.
pub fn step<L: Noise>(context: &mut WeekContext<L>, season: f64) {
    let community = context.community;
    let crisis = if community.crisis > 0.0 {
        context.noise.event(context.address(Component::Crises), community.crisis)
    } else {
        0.0
    };
    let boosts = community.boosts.iter().filter(|boost| boost.weeks.contains(&context.week));
    let (lift, posts) = boosts.fold((1.0, community.posts), |(lift, posts), boost| {
        (lift * boost.question_lift, posts + boost.posts)
    });
    let mean = community.messages_per_week
        * ratio(context.now.followers, community.followers)
        * growth(community.messages_growth, context.week - community.opens)
        * season
        * lift
        * (1.0 + crisis * (community.crisis_size - 1.0));
    let messages = if mean > 0.0 {
        context.noise.negative_binomial(
            context.address(Component::Messages),
            mean,
            community.dispersion,
        )
    } else {
        0.0
    };
    context.now.posts = posts;
    context.now.post_minutes = posts * community.post_minutes;
    speak(context, crisis);
    context.flows.questions = messages;
    context.flows.private =
        context.binomial(Component::PrivateMessages, messages, community.private);
    let public = context.public();
    context.flows.answers_peers =
        context.binomial(Component::PeerAnswers, public, peers(context, mean));
    context.now.waiting = context.now.backlog + messages - context.flows.answers_peers;
}

/// How members speak in the week: otherwise while a campaign is there that moves the tone.
fn speak<L: Noise>(context: &mut WeekContext<L>, crisis: f64) {
    let community = context.community;
    let toned = community.boosts.iter().filter(|boost| boost.weeks.contains(&context.week));
    let more = |of: fn(&Boost) -> f64| toned.clone().map(of).sum::<f64>();
    let (positive, negative) = (more(|boost| boost.positive), more(|boost| boost.negative));
    let (mut complaints, now) = (community.complaints, &mut *context.now);
    now.mood = Mood { crisis, negative: community.negative };
    now.praising = community.praise;
    if positive != 0.0 || negative != 0.0 {
        now.mood.negative = (community.negative + negative).clamp(0.0, 1.0);
        let positive = (community.positive + positive).clamp(0.0, 1.0);
        now.praising = praise(positive, now.mood.negative);
        complaints = [1.0, community.crisis_negative]
            .map(|times| context.world.crowd.complaints(now.mood.negative * times));
    }
    now.complaining = complaining(complaints, crisis, community.crisis_size);
}

/// Share of the messages that members answer: it grows over the first weeks, and with the
/// advocates.
fn peers<L: Noise>(context: &WeekContext<L>, messages: f64) -> f64 {
    let team = &context.world.team;
    let peers = if team.ramp > 0.0 {
        team.peers * ((context.week - context.community.opens + 1) as f64 / team.ramp).min(1.0)
    } else {
        team.peers
    };
    if context.now.advocates > 0.0 {
        1.0 - (1.0 - peers)
            * (1.0 - ratio(context.now.advocates * team.advocate_answers, messages).min(1.0))
    } else {
        peers
    }
}

/// Share of the messages that complain when a crisis is there to the extent `crisis`: messages of a
/// crisis are `size` times as many as others.
pub fn complaining([common, in_crisis]: [f64; 2], crisis: f64, size: f64) -> f64 {
    let (calm, troubled) = (1.0 - crisis, crisis * size);
    if calm + troubled > 0.0 {
        (calm * common + troubled * in_crisis) / (calm + troubled)
    } else {
        common
    }
}
