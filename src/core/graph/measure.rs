//! The reach of posts, by the best way that there is: exactly, from people chosen at random, or in
//! simulated worlds.

use std::ops::Range;

use super::Graph;
use super::asked::{Asked, Posts, Total};
use super::census::Degrees;
use super::coins::Coins;
use super::counts::{Counts, DEPTHS};
use super::errand::{self, Drawn, Purpose, writers};
use super::expect;
use super::feed::Feed;
use super::fit::Point;
use super::followers::Crowd;
use super::look::Look;
use super::network::Network;
use super::rare::{self, Leading, Part};
use super::sample;
use super::settle::{Control, ENOUGH, until};
pub use super::settle::{Effort, Measured, Way};
use super::simulate::{self, Stage};
use super::tied;
use crate::watch::Watch;

/// Fewest people from whom an error can be told.
const FEWEST_PEOPLE: u64 = 256;

/// A question to a network: how far these posts come in this feed.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub network: &'a Network,
    pub degrees: &'a Degrees,
    pub posts: &'a Posts,
    pub feed: Feed,
    pub seed: u64,
}

impl Case<'_> {
    fn drawn(&self, way: errand::Way) -> Drawn<'_> {
        let Case { network, posts, feed, seed, .. } = *self;
        Drawn { network, posts, feed, seed, way }
    }
}

/// Worlds of a purpose, wherever they are simulated.
fn worlds(
    case: &Case,
    stage: &Stage<Network>,
    purpose: Purpose,
    numbers: Range<u64>,
    watch: &dyn Watch,
) -> Vec<Counts> {
    case.drawn(errand::Way::Worlds(purpose)).share(numbers, watch, |numbers| {
        simulate::worlds(stage, case.posts, numbers, purpose.coins(case.seed), watch)
    })
}

/// Measures the reach of posts.
pub fn measure(case: &Case, effort: Effort, watch: &dyn Watch) -> Measured {
    if needs_worlds(case, effort) {
        return in_worlds(case, effort, watch);
    }
    let (depth, feed) = (case.feed.depth(), &case.feed);
    match (case.posts, case.network.loaded()) {
        (Posts::Given(given), Some(graph)) if depth == 1 => {
            Measured::exact(expect::of_given_at_depth_one(graph, given, feed))
        }
        (Posts::Given(given), Some(graph)) => {
            Measured::exact(expect::of_given(graph, given, feed, watch))
        }
        (Posts::Sampled { crowd: Crowd::Everybody, asked }, Some(graph))
            if depth == 1 && asked.total == Total::Different =>
        {
            Measured::exact(expect::of_different(
                case.degrees.rows(),
                graph.people(),
                asked.posts as u64,
                feed,
            ))
        }
        (Posts::Sampled { crowd, asked }, _) => by_people(case, crowd, asked, effort, watch),
        (Posts::Given(given), None) => match case.network.tied() {
            Some(ties) => Measured::exact(tied::of_given(ties, given, feed, watch)),
            None => in_worlds(case, effort, watch),
        },
    }
}

/// Whether the posts have to be simulated one by one.
pub(crate) fn needs_worlds(case: &Case, effort: Effort) -> bool {
    let is_alike = case.feed.activity.is_none() || case.feed.depth() == 1;
    match (case.posts, case.network.loaded()) {
        (Posts::Given(given), Some(graph)) => {
            case.feed.depth() > 2
                || !is_alike
                || (case.feed.depth() == 2 && expect::walks_from(graph, given) > effort.walks)
        }
        (Posts::Given(given), None) if case.network.tied().is_some() => {
            case.feed.depth() > 2
                || case.feed.activity.is_some()
                || (case.feed.depth() == 2
                    && expect::walks_from(case.network, given) > effort.walks)
        }
        (Posts::Sampled { crowd: Crowd::Everybody, asked }, Some(_))
            if case.feed.depth() == 1 && asked.total == Total::Different =>
        {
            false
        }
        (Posts::Sampled { crowd, asked }, _) => !by_people_will_do(case, crowd, asked, effort),
        _ => true,
    }
}

/// Whether everybody's view can be told without simulating a post.
fn by_people_will_do(case: &Case, crowd: &Crowd, asked: &Asked, effort: Effort) -> bool {
    let is_alike = case.feed.activity.is_none() || case.feed.depth() == 1;
    let is_near =
        case.feed.depth() == 1 || !matches!(crowd, Crowd::Members(_)) || all_fit(case, effort);
    case.feed.depth() <= 2 && is_alike && asked.total != Total::Fixed && is_near
}

/// Whether there is time to look at everybody.
fn all_fit(case: &Case, effort: Effort) -> bool {
    let walks = if case.feed.depth() == 1 {
        case.degrees.mean()
    } else {
        case.degrees.mean() * case.degrees.of_a_friend()
    };
    case.network.list().is_some() && walks * case.degrees.people() <= effort.walks
}

fn by_people(
    case: &Case,
    crowd: &Crowd,
    asked: &Asked,
    effort: Effort,
    watch: &dyn Watch,
) -> Measured {
    let look = Look::new(case.network, case.feed, crowd, writers(case.network, crowd, asked));
    if all_fit(case, effort) {
        return Measured::exact(expect::of_all(&look, watch));
    }
    let coins = Coins::new(case.seed, errand::PEOPLE);
    let drawn = case.drawn(errand::Way::People(effort.most_people));
    let sample = |numbers: Range<u64>| {
        drawn.share(numbers, watch, |numbers| {
            sample::values(&look, numbers, effort.most_people, coins, watch)
        })
    };
    let control = first_views(case, crowd, asked).map(|views| (Control::FirstViews, views));
    until(sample, [FEWEST_PEOPLE, effort.most_people], effort, control, watch, |found, _| found)
}

/// Views of the posts of known followers by their friends, in expectation.
fn first_views(case: &Case, crowd: &Crowd, asked: &Asked) -> Option<f64> {
    let Crowd::Members(members) = crowd else { return None };
    let mean = writers(case.network, crowd, asked).mean();
    if let Some(ties) = case.network.tied().filter(|ties| ties.is_weighted()) {
        let seen = |member: &u64| {
            let over = |place: u64| case.feed.over(ties.weight(*member, place));
            (0..ties.degree(*member)).map(over).sum::<f64>()
        };
        return Some(mean * members.numbers().iter().map(seen).sum::<f64>());
    }
    let ends: u64 = members.numbers().iter().map(|member| case.network.degree(*member)).sum();
    Some(mean * case.feed.visibility * ends as f64)
}

fn in_worlds(case: &Case, effort: Effort, watch: &dyn Watch) -> Measured {
    let stage = Stage::new(case.network, case.feed);
    let run = |numbers: Range<u64>| worlds(case, &stage, Purpose::Reach, numbers, watch);
    if let (Posts::Given(_), true) = (case.posts, is_certain(case)) {
        return run(0..1).pop().map_or(Measured::exact(Counts::default()), Measured::exact);
    }
    // What is exactly known at depth 2 tells how lucky the worlds were.
    let near = Feed { depth: Some(case.feed.depth().min(2)), ..case.feed };
    if let Some(found) = led(case, &Case { feed: near, ..*case }, effort, watch) {
        return found;
    }
    let is_alike = near.activity.is_none() || near.depth() == 1;
    let control = match (case.posts, case.network.loaded()) {
        (Posts::Given(given), Some(graph)) if is_alike => {
            Some((Control::NearReach, expect::reach_of_given(graph, given, &near)[1]))
        }
        (Posts::Given(given), None) => {
            let ties = case.network.tied().filter(|ties| {
                near.activity.is_none() && expect::walks_from(*ties, given) <= effort.walks
            });
            ties.map(|ties| {
                (Control::NearReach, tied::of_given(ties, given, &near, watch).reach[1])
            })
        }
        (Posts::Sampled { crowd, asked }, _) => {
            let near = Case { feed: near, ..*case };
            if asked.total == Total::Poisson && is_alike && all_fit(&near, effort) {
                Some((
                    Control::NearReach,
                    by_people(&near, crowd, asked, effort, watch).mean.reach[1],
                ))
            } else {
                first_views(case, crowd, asked).map(|views| (Control::FirstViews, views))
            }
        }
        _ => None,
    };
    let people = case.network.people() as f64;
    let most = [effort.fewest_worlds, effort.most_worlds];
    until(run, most, effort, control, watch, |mut found, all| {
        found.way = Way::Simulated { worlds: all.len() as u64 };
        // Worlds without scatter have not met what is rare; scatter is their own to tell.
        let tells = if found.reach().se > 0.0 { ENOUGH } else { 0 };
        found.doubted(tells, people * RARELY / all.len() as f64)
    })
}

/// Whether no coin is ever tossed.
fn is_certain(case: &Case) -> bool {
    let (feed, is_whole) = (&case.feed, |share: f64| share == 0.0 || share == 1.0);
    if case.network.is_weighted() {
        return feed.visibility == 0.0;
    }
    is_whole(feed.visibility) && (feed.visibility == 0.0 || is_whole(feed.reshare))
}

/// Worlds from which it is known how often posts go beyond what is exact.
const PILOTS: u64 = 16;
/// One world in so many that goes there is often enough.
const OFTEN: u64 = 4;
/// Of what was never met in n worlds the chance is below this over n, 95 % sure: -ln 5 %.
const RARELY: f64 = 3.0;
/// A share of the reach that is nothing.
const NOTHING: f64 = 1e-9;
/// Most posts that are all led, where nothing is exactly known.
const MOST_POSTS: usize = 256;

/// The reach of posts that rarely go further than what is exactly known: that, and what posts add
/// that are [led](super::rare) there. `None` where they often go there by themselves.
fn led(case: &Case, near: &Case, effort: Effort, watch: &dyn Watch) -> Option<Measured> {
    let stage = Stage::new(case.network, case.feed);
    let pilots = (effort.fewest_worlds / 4).clamp(1, PILOTS);
    watch.announce(pilots);
    let worlds = worlds(case, &stage, Purpose::Pilots, 0..pilots, watch);
    let base = |counts: &Counts| if case.feed.depth() > 2 { counts.impressions[1] } else { 0.0 };
    let gone = worlds.iter().filter(|counts| counts.impressions[DEPTHS - 1] > base(counts)).count();
    if OFTEN * gone as u64 >= pilots {
        return None;
    }
    let is_known = case.feed.depth() > 2 && !needs_worlds(near, effort);
    let known = is_known
        .then(|| measure(near, effort, watch))
        .filter(|known| known.way == Way::Exact)
        .map(|known| known.mean);
    let posts = match case.posts {
        Posts::Given(given) => given.iter().map(|(_, posts)| f64::from(*posts)).sum(),
        Posts::Sampled { asked, .. } => asked.posts,
    };
    if known.is_none() && posts > MOST_POSTS as f64 {
        return None;
    }
    let ceiling = known.and_then(|_| ceiling(case));
    if let (Some(known), Some([near, all])) = (known, ceiling)
        && case.feed.visibility < 1.0
        && all - near <= NOTHING * near
    {
        return Some(Measured::exact(known));
    }
    let part = if known.is_some() { Part::Beyond } else { Part::All };
    let leading = Leading::new(case.network, case.posts, case.feed, part);
    let coins = Coins::new(case.seed, errand::LED);
    let drawn = case.drawn(errand::Way::Led(part));
    let run = |numbers: Range<u64>| {
        drawn.share(numbers, watch, |numbers| leading.worlds(numbers, coins, watch))
    };
    let effort = effort.in_worlds_of(offers_of_led(case, posts, part));
    let known = known.unwrap_or_default();
    let people = case.network.people() as f64;
    let most = [(4 * effort.fewest_worlds).min(effort.most_worlds), effort.most_worlds];
    Some(until(run, most, effort, None, watch, |mut found, all| {
        let worlds = all.len() as u64;
        found.way = Way::Simulated { worlds };
        found.mean.add(known, 1.0);
        let is_met = |counts: &&Counts| match part {
            Part::Beyond => counts.reach[DEPTHS - 1] != 0.0,
            Part::All => case.feed.depth() <= 2 || counts.reach[DEPTHS - 1] > counts.reach[1],
        };
        let met = all.iter().filter(is_met).count();
        let most = (people * leading.stride(posts as usize) as f64 * RARELY / worlds as f64)
            .min(ceiling.map_or(people, |[_, all]| all) - found.reach().value);
        found.doubted(met, most.max(0.0))
    }))
}

/// People to whom the posts of a world are offered that are led, roughly.
fn offers_of_led(case: &Case, posts: f64, part: Part) -> f64 {
    let posts = if part == Part::All { posts } else { posts.min(rare::MOST_LED as f64) };
    let degrees = case.degrees;
    let each = if case.feed.reproduction(degrees.others()) >= 1.0 && case.feed.depth() > 6 {
        case.network.ends() as f64
    } else {
        degrees.mean() + GENERATIONS * degrees.of_a_friend()
    };
    posts * each
}

/// Generations through which a post is led, about.
const GENERATIONS: f64 = 16.0;

/// An upper bound of the reach of posts up to depth 2 and at any depth, where one is known.
fn ceiling(case: &Case) -> Option<[f64; 2]> {
    if let Some(ties) = case.network.tied().filter(|_| case.feed.activity.is_none()) {
        return tied::ceiling(ties, &own_posts(case, ties.people()), &case.feed);
    }
    let graph = case.network.loaded().filter(|_| case.feed.activity.is_none())?;
    expect::ceiling(graph, &own_posts(case, graph.people()), &case.feed)
}

/// The posts of everybody, or their expectation.
pub(crate) fn own_posts(case: &Case, people: u64) -> Vec<f64> {
    let mut own = vec![0.0; people as usize];
    match case.posts {
        Posts::Given(given) => {
            for (person, posts) in given {
                own[*person as usize] += f64::from(*posts);
            }
        }
        Posts::Sampled { crowd, asked } => {
            let rate = asked.posts / crowd.count(people).max(1) as f64;
            own.iter_mut()
                .zip(0..)
                .for_each(|(own, person)| *own = rate * crowd.chance(person, people));
        }
    }
    own
}

/// The reach of a few to many askers of a crowd, one post each.
pub fn curve(
    case: &Case,
    crowd: &Crowd,
    most: f64,
    effort: Effort,
    watch: &dyn Watch,
) -> Vec<Point> {
    let followers = crowd.count(case.network.people()) as f64;
    let mut askers: Vec<f64> = CURVE
        .iter()
        .map(|share| (most * share).round())
        .filter(|askers| (1.0..=followers).contains(askers))
        .collect();
    askers.dedup();
    let point = |askers: f64| {
        let asked = Asked { posts: askers, total: Total::Different, skew: f64::INFINITY };
        let posts = Posts::Sampled { crowd: crowd.clone(), asked };
        let found = measure(&Case { posts: &posts, ..*case }, effort, watch);
        let reach = found.reach();
        Point { askers, impressions: found.impressions().value, reach: reach.value, se: reach.se }
    };
    askers.into_iter().map(point).collect()
}

/// Shares of the most askers of a curve.
const CURVE: [f64; 10] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.7, 1.0];
