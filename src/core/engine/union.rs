//! The communities together: people who were reached through several of them count once.

use super::world::World;
use crate::metric::People;
use crate::reach::join;

/// How a group was reached: followers who saw their community's posts, or people who do not follow
/// and met its members' stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ReachOrder {
    First,
    Second,
}

/// One group of people: of community `community`, reached at this order, among `ever` active people
/// who ever followed.
#[derive(Clone, Copy, Debug)]
struct Group {
    community: usize,
    order: ReachOrder,
    people: f64,
    ever: f64,
}

/// People reached at first order, at second, and at either.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Union {
    pub first: f64,
    pub second: f64,
    pub total: f64,
}

/// People reached in one community: at first order among `ever` active people who ever followed,
/// and at second.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CommunityReach {
    pub first: f64,
    pub second: f64,
    pub ever: f64,
}

impl CommunityReach {
    pub fn of(people: &People, ever: f64) -> CommunityReach {
        CommunityReach { first: people.first, second: people.second, ever }
    }
}

/// Unions of the groups of all communities.
pub(crate) fn unite(world: &World, parts: &[CommunityReach]) -> Union {
    if let &[CommunityReach { first, second, .. }] = parts {
        return Union { first, second, total: (first + second).min(world.market) };
    }
    let group = |order: ReachOrder, people: fn(&CommunityReach) -> f64| {
        parts.iter().enumerate().map(move |(community, part)| Group {
            community,
            order,
            people: people(part),
            ever: part.ever,
        })
    };
    let both: Vec<Group> = group(ReachOrder::First, |part| part.first)
        .chain(group(ReachOrder::Second, |part| part.second))
        .collect();
    let (first, second) = (union(world, &both[..parts.len()]), union(world, &both[parts.len()..]));
    // Overlaps that are stated or assumed may be more than the groups allow; no community is larger
    // than the union.
    let largest =
        parts.iter().map(|part| part.first + part.second).fold(first.max(second), f64::max);
    Union {
        first,
        second,
        total: union(world, &both).min(first + second).max(largest).min(world.market),
    }
}

/// People who do not follow and met three stories or more, in any of the communities.
pub(crate) fn unite_three_plus(world: &World, people: impl Iterator<Item = f64>) -> f64 {
    let group =
        |(community, people)| Group { community, order: ReachOrder::Second, people, ever: 0.0 };
    union(world, &people.enumerate().map(group).collect::<Vec<_>>())
}

fn union(world: &World, groups: &[Group]) -> f64 {
    let sizes: Vec<f64> = groups.iter().map(|group| group.people).collect();
    join(&sizes, |i, j| overlap(world, groups[i], groups[j]), world.market)
}

/// People in both groups. Followers of two communities are shared as the file states it for the
/// smaller one, and see the posts of either independently; every other pair of groups of different
/// communities meets by chance times the market's duplication; a community's followers and their
/// friends who do not follow are different people.
fn overlap(world: &World, a: Group, b: Group) -> f64 {
    if a.community == b.community {
        return 0.0;
    }
    if a.order == ReachOrder::First && b.order == ReachOrder::First {
        let (here, there) = (a.ever, b.ever);
        let both = world.overlaps[a.community][b.community] * here.min(there);
        return if here > 0.0 && there > 0.0 {
            both * (a.people / here) * (b.people / there)
        } else {
            0.0
        };
    }
    if world.market > 0.0 { world.duplication * a.people * b.people / world.market } else { 0.0 }
}
