//! All that is to be known about posts on a network: their reach, what it could be at most, how it
//! grows with the posts, what the closed form takes to say the same, and what the network is like.

use std::fmt;

use super::Graph;
use super::asked::{Asked, Posts, Total};
use super::census::{Census, Degrees, census};
use super::coins::{Coins, Draws};
use super::counts::DEPTHS;
use super::expect;
use super::feed::Feed;
use super::fit::{Fit, Point, fit};
use super::followers::Crowd;
use super::loaded::{Dropped, Unused};
use super::measure::{Case, Effort, Measured, curve, measure, needs_worlds, own_posts};
use super::network::Network;
use super::simulate::{self, DENSE, Stage};
use crate::watch::Watch;

/// What is asked of a network.
#[derive(Clone, Debug)]
pub struct Question {
    pub posts: Posts,
    pub feed: Feed,
    pub seed: u64,
    /// Standard error at which it is enough, as a share of the reach.
    pub precision: f64,
}

/// What was found on a network.
#[derive(Clone, Debug)]
pub struct Survey {
    pub people: u64,
    pub friendships: u64,
    /// Of a list, or of a synthetic network that was written into memory.
    pub dropped: Option<Dropped>,
    /// Of a list.
    pub unused: Unused,
    pub degrees: Degrees,
    pub census: Census,
    /// If everybody saw everything that friends write.
    pub potential: Measured,
    pub measured: Measured,
    /// An upper bound of the reach up to each depth, where one is known.
    pub bound: Option<[f64; DEPTHS]>,
    /// Share of the people whom a post reaches that takes off, where one can.
    pub outbreak: Option<f64>,
    /// Standard error at which it would have been enough, as a share of the reach.
    pub precision: f64,
    pub curve: Vec<Point>,
    pub fit: Option<Fit>,
    /// People whom single posts reach, in ascending order; empty where they were not simulated.
    pub cascades: Vec<u64>,
}

/// What takes too much to be simulated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TooMuch {
    /// A post would travel without end among so many people.
    Endless { people: u64 },
    /// So many posts, each offered about so often to somebody.
    Offers { posts: f64, each: f64 },
}

impl fmt::Display for TooMuch {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            TooMuch::Endless { people } => {
                write!(formatter, "a post would travel without end among {people} people")
            }
            TooMuch::Offers { posts, each } => write!(
                formatter,
                "{posts} posts, each offered about {each:.0} times, are too many to simulate"
            ),
        }
    }
}

impl std::error::Error for TooMuch {}

/// Most offers of a post to somebody that are simulated for each world.
const WORLD_OFFERS: f64 = 5e8;
/// Most of them that are simulated for all single posts.
const CASCADE_OFFERS: f64 = 1e8;
/// Most of them that are simulated for each world of the last point of the curve.
const CURVE_OFFERS: f64 = 1e8;
/// Offers that take as long as a post that nobody is offered.
const A_POST: f64 = 10.0;
/// Most single posts whose sizes are drawn.
const MOST_CASCADES: f64 = 20_000.0;
/// Fewest single posts whose sizes are drawn.
const FEWEST_CASCADES: f64 = 300.0;
/// Fewest askers at the end of the curve.
const CURVE: f64 = 100.0;

impl Survey {
    /// Measures everything.
    pub fn of(
        network: &Network,
        question: &Question,
        watch: &dyn Watch,
    ) -> Result<Survey, TooMuch> {
        let &Question { ref posts, feed, seed, precision } = question;
        let degrees = Degrees::of(network);
        let case = Case { network, degrees: &degrees, posts, feed, seed };
        let outbreak = (feed.reproduction(degrees.others()) >= 1.0 && feed.depth() > 2)
            .then(|| degrees.outbreak(&feed));
        let offers = offers_of_a_post(&case, outbreak).max(A_POST);
        let effort = Effort { precision, ..Effort::FULL }.in_worlds_of(offers * count(posts));
        check_size(&case, effort, offers, outbreak)?;
        let bare = network.bare();
        let all = Feed { activity: None, ..Feed::ALL };
        let everything = Case { network: &bare, feed: all, ..case };
        let potential = measure(&everything, effort, watch);
        let measured = measure(&case, effort, watch);
        let crowd = match posts {
            Posts::Given(_) => &Crowd::Everybody,
            Posts::Sampled { crowd, .. } => crowd,
        };
        let most = count(posts).max(CURVE).min(crowd.count(network.people()) as f64);
        let curve = if offers * most <= CURVE_OFFERS || !is_simulated(&case, crowd) {
            curve(&case, crowd, most, Effort::QUICK.in_worlds_of(offers * most), watch)
        } else {
            Vec::new()
        };
        Ok(Survey {
            people: network.people(),
            friendships: network.ties(),
            dropped: network.list().map(|graph| graph.dropped),
            unused: network.list().map(|graph| graph.unused.clone()).unwrap_or_default(),
            census: census(network, &degrees, seed, watch),
            potential,
            measured,
            bound: bound(&case),
            outbreak,
            precision,
            fit: fit(&curve, network.people() as f64, degrees.source_cv()),
            curve,
            cascades: cascades(&case, crowd, offers, watch),
            degrees,
        })
    }
}

/// How many posts there are, on average or exactly.
fn count(posts: &Posts) -> f64 {
    match posts {
        Posts::Given(given) => given.len() as f64,
        Posts::Sampled { asked, .. } => asked.posts,
    }
}

/// Whether a point of the curve has to be simulated.
fn is_simulated(case: &Case, crowd: &Crowd) -> bool {
    let asked = Asked { posts: 1.0, total: Total::Different, skew: f64::INFINITY };
    let posts = Posts::Sampled { crowd: crowd.clone(), asked };
    needs_worlds(&Case { posts: &posts, ..*case }, Effort::QUICK)
}

/// Offers of a post to somebody, roughly, of whom some see it: by its author, and by everybody who
/// passes it on. Views are a geometric series, or the share of everybody whom an outbreak reaches.
fn offers_of_a_post(case: &Case, outbreak: Option<f64>) -> f64 {
    let Case { feed, degrees, .. } = case;
    let (people, mean) = (case.network.people() as f64, degrees.mean());
    let first = feed.visibility * mean * degrees.weight();
    let next = feed.reproduction(degrees.others());
    let (passed_on, friends) = if let Some(share) = outbreak.filter(|_| feed.depth() > 6) {
        (feed.reshare * (first + share * share * people), mean)
    } else {
        // Whoever sees it at the last depth has nobody to pass it on to.
        let views = (1..feed.depth().min(1000))
            .scan(first, |views, _| Some(std::mem::replace(views, *views * next)))
            .sum::<f64>();
        if views < people {
            (feed.reshare * views, degrees.of_a_friend())
        } else {
            (feed.reshare * people, mean)
        }
    };
    let offers = if case.network.is_weighted() { 1.0 } else { feed.offers() };
    offers * (mean + passed_on * friends)
}

/// Refuses what cannot be simulated before it begins.
fn check_size(
    case: &Case,
    effort: Effort,
    offers: f64,
    outbreak: Option<f64>,
) -> Result<(), TooMuch> {
    if !needs_worlds(case, effort) {
        return Ok(());
    }
    let (posts, people) = (count(case.posts), case.network.people());
    let fits = posts * offers <= WORLD_OFFERS;
    match outbreak {
        Some(_) if people > DENSE => Err(TooMuch::Endless { people }),
        Some(_) | None if !fits => Err(TooMuch::Offers { posts, each: offers }),
        Some(_) | None => Ok(()),
    }
}

/// Upper bounds of the reach beyond depth 2, in memory.
fn bound(case: &Case) -> Option<[f64; DEPTHS]> {
    let graph =
        case.network.loaded().filter(|_| case.feed.depth() > 2 && case.feed.activity.is_none())?;
    let people = graph.people();
    let bounds = expect::bound(graph, &own_posts(case, people), &case.feed);
    // A bound of everybody says nothing; beyond the depths that are told apart there is none.
    (case.feed.depth() as usize <= bounds.len() && bounds[bounds.len() - 1] < 0.99 * people as f64)
        .then_some(bounds)
}

/// Sizes of single posts, where they can be simulated.
fn cascades(case: &Case, crowd: &Crowd, offers: f64, watch: &dyn Watch) -> Vec<u64> {
    let count = (CASCADE_OFFERS / offers).min(MOST_CASCADES);
    if count < FEWEST_CASCADES {
        return Vec::new();
    }
    let people = case.network.people();
    let author = |draws: &mut Draws| match (case.posts, crowd) {
        (Posts::Given(given), _) if !given.is_empty() => {
            given[draws.below(given.len() as u64) as usize].0
        }
        (_, Crowd::Members(members)) if !members.numbers().is_empty() => {
            members.numbers()[draws.below(members.numbers().len() as u64) as usize]
        }
        _ => draws.below(people),
    };
    simulate::cascades(
        &Stage::new(case.network, case.feed),
        author,
        count as u64,
        Coins::new(case.seed, "cascades"),
        watch,
    )
}
