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
const NONE: usize = usize::MAX;

/// Keys that came later: a dimension of theirs would move those of all that stand behind them.
const LATER: [&str; 21] = [
    "community.<id>.click",
    "community.<id>.questions.barrier",
    "community.<id>.search.views_per_message",
    "community.<id>.search.half_life_weeks",
    "community.<id>.feed.brands_followed",
    "community.<id>.feed.competition",
    "community.<id>.growth.paid_bots",
    "support.peers_ramp_weeks",
    "support.check_minutes",
    "support.spam_per_week",
    "support.sent_away",
    "support.makes_advocates",
    "outreach.per_week",
    "outreach.reply",
    "outreach.lead",
    "market.trusting",
    "value.hire_sentiment",
    "value.forum_saved_per_month",
    "value.ideas_per_year",
    "value.idea_value",
    "cost.rewards_per_month",
];

fn quantities() -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(|key| key.is_quantity() && !LATER.contains(&key.path))
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
