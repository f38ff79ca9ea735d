//! The weeks of one community in one trial: who writes, who could see it, who sees it.

use super::luck::{Luck, Place};
use super::world::Community;
use crate::rng::Component;

/// Stories of one kind by the week, and what became of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    pub stories: Vec<f64>,
    /// Friends of their writers, once for each story.
    pub contacts: Vec<f64>,
    pub impressions: Vec<f64>,
}

/// What happens in one community over the horizon: one entry a week in every vector.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    pub questions: Route,
    /// Generations 2, 3, .. of the reshares.
    pub reshares: Vec<Route>,
    /// Impressions of reshares on people who do not follow, all generations together.
    pub reshare_prospects: Vec<f64>,
    /// Impressions of the page's posts on its followers.
    pub impressions_first: Vec<f64>,
}

impl Route {
    fn clear(&mut self, weeks: usize) {
        for series in [&mut self.stories, &mut self.contacts, &mut self.impressions] {
            series.clear();
            series.reserve(weeks);
        }
    }

    fn push(&mut self, stories: f64, contacts: f64, impressions: f64) {
        self.stories.push(stories);
        self.contacts.push(contacts);
        self.impressions.push(impressions);
    }
}

/// What the steps of a week need of the community beyond its world.
struct Rates<'a> {
    community: &'a Community,
    season: &'a [f64],
    /// Shape of the sum of the friends of one story's writer; infinite when everybody has equally many.
    friend_shape: f64,
    /// How much a writer who keeps his friends from story to story widens their sum.
    repetition: f64,
}

impl Course {
    /// Simulates all weeks anew, in the space of the last trial.
    pub fn run(&mut self, community: &Community, season: &[f64], depth: usize, luck: &mut impl Luck) {
        let weeks = season.len();
        self.questions.clear(weeks);
        self.reshares.resize_with(if community.reshare > 0.0 { depth - 1 } else { 0 }, Route::default);
        self.reshares.iter_mut().for_each(|route| route.clear(weeks));
        self.reshare_prospects.clear();
        self.impressions_first.clear();
        let rates = Rates::of(community, season);
        for week in 0..weeks {
            let friends = community.friends * growth(community.friends_growth, week);
            let mut impressions = self.ask(&rates, week, friends, luck);
            let mut prospects = 0.0;
            for generation in 0..self.reshares.len() {
                impressions = self.reshare(&rates, week, generation, friends, impressions, luck);
                prospects +=
                    luck.binomial(place(Component::ReshareProspects(generation as u8), week), impressions, 1.0 - community.insiders);
            }
            self.reshare_prospects.push(prospects);
            let seen = posts_seen(community, week, luck);
            self.impressions_first.push(seen);
        }
    }

    /// Members write, and their friends see it. The number of friends who see is Binomial(friends, visibility), the
    /// friends of all writers together are gamma, because friend counts are and gammas of one scale add up.
    fn ask(&mut self, rates: &Rates, week: usize, friends: f64, luck: &mut impl Luck) -> f64 {
        let community = rates.community;
        let crisis = 1.0 + luck_of_crisis(community, week, luck) * (community.crisis_size - 1.0);
        let mean = community.messages_per_week * growth(community.messages_growth, week) * rates.season[week] * crisis;
        let stories = luck.negative_binomial(place(Component::Messages, week), mean, community.dispersion);
        let shape = rates.friend_shape * stories / rates.repetition;
        let contacts = contacts(place(Component::QuestionContacts, week), stories, shape, friends, luck);
        let impressions = luck.binomial(place(Component::QuestionsSeen, week), contacts, community.visibility);
        self.questions.push(stories, contacts, impressions);
        impressions
    }

    /// Some of those who saw it pass it on to friends of their own, of whom they have more than average: a person met
    /// through a friendship is met in proportion to his friends (shape k + 1, mean (1 + cv^2) times as large).
    fn reshare(&mut self, rates: &Rates, week: usize, generation: usize, friends: f64, before: f64, luck: &mut impl Luck) -> f64 {
        let community = rates.community;
        let at = |component: fn(u8) -> Component| place(component(generation as u8), week);
        let stories = luck.binomial(at(Component::Reshares), before, community.reshare);
        let friends = friends * (1.0 + community.friends_cv * community.friends_cv);
        let shape = (rates.friend_shape + 1.0) * stories;
        let contacts = contacts(at(Component::ReshareContacts), stories, shape, friends, luck);
        let impressions = luck.binomial(at(Component::ResharesSeen), contacts, community.visibility);
        self.reshares[generation].push(stories, contacts, impressions);
        impressions
    }
}

impl<'a> Rates<'a> {
    fn of(community: &'a Community, season: &'a [f64]) -> Rates<'a> {
        let stories_per_member =
            if community.active > 0.0 { community.messages_per_week * season.len() as f64 / community.active } else { 0.0 };
        Rates {
            community,
            season,
            friend_shape: 1.0 / (community.friends_cv * community.friends_cv),
            repetition: 1.0 + stories_per_member + stories_per_member / community.asker_skew,
        }
    }
}

fn place(component: Component, week: usize) -> Place {
    Place { component, week: week as u32 }
}

/// Growth factor after some weeks, exactly 1 without growth.
fn growth(weekly_ln: f64, week: usize) -> f64 {
    if weekly_ln == 0.0 { 1.0 } else { libm::exp(weekly_ln * week as f64) }
}

fn luck_of_crisis(community: &Community, week: usize, luck: &mut impl Luck) -> f64 {
    if community.crisis > 0.0 { luck.event(place(Component::Crises, week), community.crisis) } else { 0.0 }
}

fn contacts(place: Place, stories: f64, shape: f64, friends: f64, luck: &mut impl Luck) -> f64 {
    if stories > 0.0 && friends > 0.0 { luck.gamma(place, shape, stories * friends) } else { 0.0 }
}

/// Followers who see the posts of the week: Binomial(posts x humans, reach per post), where posts differ by a gamma of
/// mean 1 and shape posts / spread^2.
fn posts_seen(community: &Community, week: usize, luck: &mut impl Luck) -> f64 {
    if community.posts == 0.0 {
        return 0.0;
    }
    let spread = community.post_spread * community.post_spread;
    let quality = luck.gamma(place(Component::PostQuality, week), community.posts / spread, 1.0);
    luck.binomial(place(Component::PostsSeen, week), community.posts * community.humans, (community.post_reach * quality).min(1.0))
}
