//! What each role of the members writes, answers and reaches: the counts of a horizon, divided by
//! their conditional laws.
//!
//! Which role wrote a message is independent from message to message. So given how many complain,
//! the complaints fall among the roles as multinomial parts, in proportion to the messages of a
//! role and to how often these complain; so do the messages that do not, and the answers of
//! members, in proportion to how readily a role answers. A contact is a friend of one who asked, in
//! proportion to the messages of a role and to its friends; and of all contacts, whoever saw the
//! message is as likely to be one as the other. The totals are those that were counted before.
//!
//! Tests: `roles::parts_add_up_to_what_is_counted`,
//! `roles::parts_are_those_of_messages_drawn_one_by_one`.

use super::community_run::CommunityRun;
use super::context::Mood;
use super::noise::{Address, Noise};
use super::steps::messages::complaining;
use super::world::{Community, OfRole, World};
use crate::draw::Split;
use crate::metric::{BY_ROLE, ByRole};
use crate::rng::Component;

impl CommunityRun {
    /// Counts by role, once the weeks are over, of the community at a place of the world's.
    pub fn count_roles<L: Noise>(&mut self, world: &World, place: usize, noise: &mut L) {
        let roles = &world.crowd.roles;
        let community = &world.communities[place];
        self.by_role.clear();
        self.by_role.resize(roles.len(), [0.0; BY_ROLE.len()]);
        let mut parts = Parts { split: Split::default(), noise };
        let common = Mood { crisis: 0.0, negative: community.negative };
        let (mut complaints, mut others) = (0.0, 0.0);
        for week in 0..self.weeks.len() {
            let (flows, mood) = (self.weeks[week].flows, self.moods[week]);
            let rest = flows.questions - flows.complaints;
            if mood == common {
                complaints += flows.complaints;
                others += rest;
            } else {
                let now = &world.at(week).communities[place];
                let at = week as u32 + 1;
                self.messages(&mut parts, (roles, now), (mood, at), [flows.complaints, rest]);
            }
        }
        self.messages(&mut parts, (roles, community), (common, 0), [complaints, others]);
        let total = self.total;
        let answers = |role: usize| roles[role].answers;
        parts.scatter(Component::RoleAnswers, 0, total.answers_peers, roles.len(), answers);
        self.put(ByRole::Answers, &parts.split.parts);
        let asked: Vec<f64> =
            self.by_role.iter().map(|counts| counts[ByRole::Questions as usize]).collect();
        let friends = |role: usize| asked[role] * roles[role].friends;
        parts.scatter(Component::RoleContacts, 0, total.contacts_questions, roles.len(), friends);
        self.put(ByRole::Contacts, &parts.split.parts);
        parts.split.weeks = std::mem::take(&mut parts.split.parts);
        let place = Address { component: Component::RoleImpressions, week: 0 };
        parts.noise.choose(place, total.impressions_questions, &mut parts.split);
        self.put(ByRole::Impressions, &parts.split.parts);
    }

    /// Messages of weeks in which members speak alike: those that complain, and the others.
    fn messages<L: Noise>(
        &mut self,
        parts: &mut Parts<L>,
        (roles, community): (&[OfRole], &Community),
        (mood, place): (Mood, u32),
        [complaints, others]: [f64; 2],
    ) {
        let complains = |role: &OfRole| {
            let shares =
                [1.0, community.crisis_negative].map(|times| role.complains(mood.negative * times));
            complaining(shares, mood.crisis, community.crisis_size)
        };
        let of_role = |role: usize| roles[role].messages * complains(&roles[role]);
        parts.scatter(Component::RoleComplaints, place, complaints, roles.len(), of_role);
        self.put(ByRole::Questions, &parts.split.parts);
        self.put(ByRole::Complaints, &parts.split.parts);
        let of_role = |role: usize| roles[role].messages * (1.0 - complains(&roles[role]));
        parts.scatter(Component::RoleMessages, place, others, roles.len(), of_role);
        self.put(ByRole::Questions, &parts.split.parts);
    }

    fn put(&mut self, count: ByRole, parts: &[f64]) {
        for (counts, part) in self.by_role.iter_mut().zip(parts) {
            counts[count as usize] += part;
        }
    }
}

/// Parts of a count, one for each role.
struct Parts<'a, L> {
    split: Split,
    noise: &'a mut L,
}

impl<L: Noise> Parts<'_, L> {
    /// Lets each unit fall to a role, in proportion to its weight.
    fn scatter(
        &mut self,
        component: Component,
        place: u32,
        total: f64,
        roles: usize,
        weight: impl Fn(usize) -> f64,
    ) {
        self.split.over((0..roles).map(weight));
        self.noise.scatter(Address { component, week: place }, total, &mut self.split);
    }
}
