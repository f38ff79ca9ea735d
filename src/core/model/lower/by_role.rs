//! The counts that are told by role.

use crate::metric::BY_ROLE;
use crate::model::RoleMetric;
use crate::scenario::{Scenario, Word};

/// Counts of each role, where there are roles whose members write.
pub fn by_role(scenario: &Scenario) -> Vec<RoleMetric> {
    let names = scenario.sections.roles.iter().filter_map(|role| role.name.as_ref());
    let names = names.filter(|_| !scenario.communities.is_empty());
    names.enumerate().flat_map(of_role).collect()
}

fn of_role((role, name): (usize, &Word)) -> impl Iterator<Item = RoleMetric> {
    BY_ROLE.iter().enumerate().map(move |(count, metric)| RoleMetric {
        id: format!("role.{name}.{metric}", name = name.text),
        role,
        name: name.text.clone(),
        count,
    })
}
