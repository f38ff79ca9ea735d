//! The roles of the members.

use super::values::{Values, ratio};
use crate::model::{Param, Role};

/// What the roles of the members come to.
///
/// Of the messages, role r writes the share `s_r a_r / sum(s a)`, so whoever counts complaints over
/// all roles counts a binomial of the messages: one whose chance is the mean over the roles (a
/// thinned multinomial).
#[derive(Clone, Debug)]
pub struct Crowd {
    /// Share of the messages of each role, with the multiplier of its complaints.
    complaints: Vec<(f64, f64)>,
    /// Friends of those who ask over those of all members: sum(s a f) / (sum(s a) sum(s f)).
    pub friends: f64,
    /// sum(s w): how readily members answer.
    pub answers: f64,
    /// How well the friends of those who ask fit the product: sum(s a f w) / sum(s a f).
    pub fit: f64,
}

impl Crowd {
    pub fn of(roles: &[Role<Param>], values: Values) -> Crowd {
        if roles.is_empty() {
            return Crowd { complaints: vec![(1.0, 1.0)], friends: 1.0, answers: 1.0, fit: 1.0 };
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
        Crowd {
            complaints: roles
                .iter()
                .map(|role| (ratio(role.share * role.asks, asks), role.negative))
                .collect(),
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
        let all: f64 =
            self.complaints.iter().map(|(share, times)| share * (negative * times).min(1.0)).sum();
        // Shares make 1 but for rounding.
        all.min(1.0)
    }
}
