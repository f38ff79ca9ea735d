//! The roles of the members.

use super::values::{Values, ratio};
use crate::model::{Param, Role};

/// What the roles of the members come to.
///
/// Of the messages, role r writes the share `s_r a_r / sum(s a)`, so whoever counts complaints over
/// all roles counts a binomial of the messages: one whose chance is the mean over the roles (a
/// thinned multinomial).
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// In the order of the file; one where it has no roles.
    pub roles: Vec<OfRole>,
    /// Friends of those who ask over those of all members: sum(s a f) / (sum(s a) sum(s f)).
    pub friends: f64,
    /// sum(s w): how readily members answer.
    pub answers: f64,
    /// How well the friends of those who ask fit the product: sum(s a f w) / sum(s a f).
    pub fit: f64,
}

/// A role among the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OfRole {
    /// Share of the messages that it writes.
    pub messages: f64,
    /// Complaints among them, over those of others.
    pub negative: f64,
    /// Its friends, over those of others.
    pub friends: f64,
    /// Its answers, in proportion.
    pub answers: f64,
}

impl OfRole {
    /// Share of its messages that complain, where an average member complains in `negative` of his.
    pub fn complains(&self, negative: f64) -> f64 {
        (negative * self.negative).min(1.0)
    }
}

impl Crowd {
    pub fn of(roles: &[Role<Param>], values: Values) -> Crowd {
        if roles.is_empty() {
            let all = OfRole { messages: 1.0, negative: 1.0, friends: 1.0, answers: 1.0 };
            return Crowd { roles: vec![all], friends: 1.0, answers: 1.0, fit: 1.0 };
        }
        let mut roles: Vec<Role<f64>> =
            roles.iter().map(|role| role.map(|param| values.of(param))).collect();
        let all: f64 = roles.iter().map(|role| role.share).sum();
        for role in &mut roles {
            role.share = ratio(role.share, all);
        }
        let mean = |of: &dyn Fn(&Role<f64>) -> f64| {
            roles.iter().map(|role| role.share * of(role)).sum::<f64>()
        };
        let (asks, friends) = (mean(&|role| role.asks), mean(&|role| role.friends));
        let of_askers = mean(&|role| role.asks * role.friends);
        let of_role = |role: &Role<f64>| OfRole {
            messages: ratio(role.share * role.asks, asks),
            negative: role.negative,
            friends: role.friends,
            answers: role.share * role.answers,
        };
        Crowd {
            roles: roles.iter().map(of_role).collect(),
            friends: ratio(of_askers, asks * friends),
            answers: mean(&|role| role.answers),
            fit: if roles.iter().all(|role| role.fit == 1.0) {
                1.0
            } else {
                ratio(mean(&|role| role.asks * role.friends * role.fit), of_askers)
            },
        }
    }

    /// Share of the messages that complain, where an average member complains in `negative` of his.
    pub fn complaints(&self, negative: f64) -> f64 {
        let all: f64 = self.roles.iter().map(|role| role.messages * role.complains(negative)).sum();
        // Shares make 1 but for rounding.
        all.min(1.0)
    }
}
