//! The communities together: people who were reached through several of them count once.

use super::reached::Reached;
use super::world::World;
use crate::reach::join;

/// Followers of one community who saw its posts, or people who do not follow and met its members' stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    First,
    Second,
}

/// One group of people: of community `community`, reached at this order.
#[derive(Clone, Copy, Debug)]
struct Group {
    community: usize,
    order: Order,
    people: f64,
}

/// People reached at first order, at second, and at either.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Union {
    pub first: f64,
    pub second: f64,
    pub total: f64,
}

/// Unions of the groups as they stand in `week`.
pub fn unite(world: &World, reached: &[Reached], week: usize) -> Union {
    if let [only] = reached {
        let (first, second) = (only.first[week], only.second[week]);
        return Union { first, second, total: (first + second).min(world.market) };
    }
    let group = |order: Order| {
        reached.iter().enumerate().map(move |(community, reached)| {
            let weeks = if order == Order::First { &reached.first } else { &reached.second };
            Group { community, order, people: weeks[week] }
        })
    };
    let union = |groups: Vec<Group>| {
        let sizes: Vec<f64> = groups.iter().map(|group| group.people).collect();
        join(&sizes, |i, j| overlap(world, groups[i], groups[j]), world.market)
    };
    let (first, second) = (union(group(Order::First).collect()), union(group(Order::Second).collect()));
    let total = union(group(Order::First).chain(group(Order::Second)).collect());
    Union { first, second, total: total.min(first + second).max(first).max(second) }
}

/// People who do not follow and met three stories or more, in any of the communities.
pub fn unite_three_plus(world: &World, reached: &[Reached]) -> f64 {
    let sizes: Vec<f64> = reached.iter().map(|reached| reached.three_plus).collect();
    let group = |community: usize| Group { community, order: Order::Second, people: sizes[community] };
    join(&sizes, |i, j| overlap(world, group(i), group(j)), world.market)
}

/// People in both groups. Followers of two communities are shared as the file states it for the smaller one, and see the
/// posts of either independently; every other pair of groups of different communities meets by chance times the
/// market's duplication; a community's followers and their friends who do not follow are different people.
fn overlap(world: &World, a: Group, b: Group) -> f64 {
    if a.community == b.community {
        return 0.0;
    }
    let active = |group: Group| world.communities[group.community].active;
    if a.order == Order::First && b.order == Order::First {
        let (here, there) = (active(a), active(b));
        let both = world.overlaps[a.community][b.community] * here.min(there);
        return if here > 0.0 && there > 0.0 { both * (a.people / here) * (b.people / there) } else { 0.0 };
    }
    if world.market > 0.0 { world.duplication * a.people * b.people / world.market } else { 0.0 }
}
