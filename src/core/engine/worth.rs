//! What new customers are worth.

use super::community_run::CommunityRun;
use super::noise::{Address, Noise};
use super::world::World;
use crate::rng::Component;

/// What n customers are worth is one gamma variate: the sum of n independent ones, of shape 1/cv^2
/// each.
///
/// Test: `money::the_value_of_many_customers_spreads_like_their_sum`.
pub fn margins<L: Noise>(course: &mut CommunityRun, world: &World, noise: &mut L) {
    let CommunityRun { weeks, total, .. } = course;
    for (week, flows) in weeks.iter_mut().map(|week| &mut week.flows).enumerate() {
        let Some(customer) = world.at(week).money.customer else { return };
        let through_friends = customer.margin * customer.referral_uplift;
        let mut worth = |component, customers: f64, margin: f64| {
            let (shape, mean) = (customer.shape * customers, customers * margin);
            if shape > 0.0 && mean > 0.0 {
                noise.gamma(Address { component, week: week as u32 }, shape, mean)
            } else {
                0.0
            }
        };
        flows.value_direct =
            worth(Component::DirectMargin, flows.customers_direct, customer.margin);
        flows.value_earned =
            worth(Component::EarnedMargin, flows.customers_earned, through_friends);
        flows.value_owned = worth(Component::OwnedMargin, flows.customers_owned, customer.margin);
        flows.loss_negative = worth(Component::DeterredMargin, flows.deterred, through_friends);
        total.value_direct += flows.value_direct;
        total.value_earned += flows.value_earned;
        total.value_owned += flows.value_owned;
        total.loss_negative += flows.loss_negative;
    }
}
