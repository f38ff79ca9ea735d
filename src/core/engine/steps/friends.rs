//! Second order: friends see what members write, how they react, and what friends of theirs pass
//! on.

use crate::engine::context::{WeekContext, growth};
use crate::engine::noise::Noise;
use crate::engine::world::{Community, ratio};
use crate::rng::Component;

/// How much a writer who keeps his friends from story to story widens the sum of friends: the same
/// in all weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Repetition {
    questions: f64,
    reactions: f64,
    reviews: f64,
}

impl Repetition {
    /// c = 1 + q + q/skew with q the stories of an active member over the horizon, at the rates of
    /// week 0 without season, campaign or crisis; at most all stories of the horizon, of which then
    /// one member is the writer.
    pub fn of(community: &Community, weeks: usize) -> Repetition {
        let active = community.active_at_start();
        let widened = |per_week: f64, skew: f64| {
            let all = per_week * weeks as f64;
            let stories = ratio(all, active);
            (1.0 + stories + stories / skew).min(all.max(1.0))
        };
        Repetition {
            questions: widened(
                community.messages_per_week * (1.0 - community.private),
                community.asker_skew,
            ),
            reactions: widened(community.reactions_at_start(), community.post_skew),
            reviews: widened(
                community.reviews_per_week * (1.0 + community.reposted),
                community.asker_skew,
            ),
        }
    }
}

/// One kind of stories: its writers' friends, and who of them sees it.
struct Route {
    contacts: Component,
    seen: Component,
    stories: f64,
    /// Mean friends of a writer.
    friends: f64,
    /// How much writers who keep their friends from story to story widen the sum of friends.
    widened: f64,
    /// Shape of the friends of one writer.
    shape: f64,
    visibility: f64,
}

impl Route {
    /// Contacts and impressions. The friends of all writers together are gamma, because friend
    /// counts are and gammas of one scale add up; counted as whole people, those who see are
    /// Binomial(friends, visibility). Friends whom no story reaches could still have seen it.
    #[inline(always)]
    fn draw<L: Noise>(self, context: &mut WeekContext<L>) -> (f64, f64) {
        if self.stories <= 0.0 {
            return (0.0, 0.0);
        }
        let friends = context.gamma(
            self.contacts,
            self.shape * self.stories / self.widened,
            self.stories * self.friends,
        );
        let contacts = context.noise.whole(friends);
        (contacts, context.binomial(self.seen, contacts, self.visibility))
    }
}

pub fn step<L: Noise>(context: &mut WeekContext<L>, repetition: &Repetition) {
    let community = context.community;
    let friends = community.friends * growth(community.friends_growth, context.week);
    let shape = community.friends_shape;
    let questions = Route {
        contacts: Component::QuestionContacts,
        seen: Component::QuestionsSeen,
        stories: context.public(),
        friends: friends * community.askers_friends,
        widened: repetition.questions,
        shape,
        visibility: community.visibility,
    };
    (context.flows.contacts_questions, context.flows.impressions_questions) =
        questions.draw(context);
    // A network that shows no reaction makes no story of it.
    let shown = if community.shows_reactions() { context.flows.reactions } else { 0.0 };
    let reactions = Route {
        contacts: Component::ReactionContacts,
        seen: Component::ReactionsSeen,
        stories: shown,
        friends,
        widened: repetition.reactions,
        shape,
        visibility: community.engagement_visibility,
    };
    (context.flows.contacts_reactions, context.flows.impressions_reactions) =
        reactions.draw(context);
    let reviews = Route {
        contacts: Component::ReviewContacts,
        seen: Component::ReviewsSeen,
        stories: context.flows.members_stories(),
        friends,
        widened: repetition.reviews,
        shape,
        visibility: community.review_visibility,
    };
    (context.flows.contacts_reviews, context.flows.impressions_reviews) = reviews.draw(context);
    reshares(context, friends, shape);
    prospects(context);
}

/// Some of those who saw a story pass it on to friends of their own, of whom they have more than
/// average: a person met through a friendship is met in proportion to his friends (shape k + 1,
/// mean (1 + cv^2) times as large).
fn reshares<L: Noise>(context: &mut WeekContext<L>, friends: f64, shape: f64) {
    let community = context.community;
    if community.reshare <= 0.0 {
        return;
    }
    let friends = friends * (1.0 + community.friends_cv * community.friends_cv);
    let mut before = context.flows.impressions_second();
    for generation in 0..community.depth as u8 - 1 {
        let stories = context.binomial(Component::Reshares(generation), before, community.reshare);
        let route = Route {
            contacts: Component::ReshareContacts(generation),
            seen: Component::ResharesSeen(generation),
            stories,
            friends,
            widened: 1.0,
            shape: shape + 1.0,
            visibility: community.visibility,
        };
        let (contacts, impressions) = route.draw(context);
        let outside = context.binomial(
            Component::ReshareProspects(generation),
            impressions,
            1.0 - community.insiders,
        );
        context.flows.contacts_reshares += contacts;
        context.flows.impressions_reshares += impressions;
        context.flows.prospects_reshares += outside;
        before = impressions;
    }
}

/// Friends who do not follow yet, and those of them who saw a complaint: one that was turned around
/// was seen until it was answered.
fn prospects<L: Noise>(context: &mut WeekContext<L>) {
    let community = context.community;
    let outside = 1.0 - community.insiders;
    let asked = context.binomial(
        Component::QuestionProspects,
        context.flows.impressions_questions,
        outside,
    );
    let others = context.flows.impressions_reactions + context.flows.impressions_reviews;
    // Reach counts these of the members' stories as expected, and those of reshares as drawn.
    context.flows.impressions_outside =
        (context.flows.impressions_questions + others) * outside + context.flows.prospects_reshares;
    let others = context.binomial(Component::OtherProspects, others, outside);
    let flows = &context.flows;
    let (recovered, messages) = (flows.complaints_recovered, flows.questions);
    let lasting =
        flows.complaints - recovered + recovered * (1.0 - context.kept(community.story_hours, 0.0));
    let bad = (community.negative_spread * ratio(lasting, messages)).min(1.0);
    let negative = context.binomial(Component::BadTalk, asked, bad);
    context.flows.prospects = asked + others + context.flows.prospects_reshares;
    context.flows.negative_impressions = negative;
    context.now.friendly_prospects = context.flows.prospects - negative;
}
