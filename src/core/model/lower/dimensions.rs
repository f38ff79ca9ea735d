//! Which dimension of a low-discrepancy sequence belongs to which input: decided by its row in KEYS
//! and the place of its community, so that one more input, or one more community behind the others,
//! moves nobody.
//!
//! First come the keys of the whole scenario. Then, for each community, its keys, its coin, and its
//! overlaps with the communities before it.

use crate::scenario::Scenario;
use crate::scenario::keys::{KEYS, Key};

/// The dimension of an input that has none of its own, such as a number of a role: its column is a
/// Latin hypercube.
pub const NONE: usize = usize::MAX;

fn quantities() -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(|key| key.has_dimension())
}

fn general() -> impl Iterator<Item = &'static str> {
    quantities().filter(|key| key.in_community().is_none()).map(|key| key.path)
}

fn of_community() -> impl Iterator<Item = &'static str> {
    quantities().filter_map(Key::in_community)
}

/// The first dimension of a community.
fn start(community: usize) -> usize {
    let own = of_community().count() + 1;
    let overlaps = community * community.saturating_sub(1) / 2;
    general().count() + community * own + overlaps
}

/// The dimension of a key by its concrete path.
pub fn of(scenario: &Scenario, path: &str) -> usize {
    let mut parts = path.splitn(3, '.');
    let (table, id, rest) = (parts.next(), parts.next(), parts.next());
    let community = scenario
        .communities
        .iter()
        .position(|community| table == Some("community") && Some(community.id.as_str()) == id);
    let input = path.strip_prefix("input.").filter(|_| scenario.communities.is_empty());
    if let Some(input) = input {
        // A file of formulas has no other inputs.
        return scenario
            .sections
            .inputs
            .iter()
            .position(|extra| extra.id.text == input)
            .map_or(NONE, |place| start(0) + place);
    }
    let place = match community {
        Some(community) => {
            of_community().position(|key| Some(key) == rest).map(|place| start(community) + place)
        }
        None => general().position(|key| key == path),
    };
    place.unwrap_or(NONE)
}

/// The dimension of what decides whether a community is alive.
pub fn coin(community: usize) -> usize {
    start(community) + of_community().count()
}

/// The dimension of the overlap of two communities.
pub fn overlap([a, b]: [usize; 2]) -> usize {
    coin(a.max(b)) + 1 + a.min(b)
}
