//! The reach of posts, by the best way that there is: exactly, from people chosen at random, or in
//! simulated worlds.

use std::ops::Range;

use super::Graph;
use super::asked::{Asked, Posts, Total, Writers};
use super::census::Degrees;
use super::coins::Coins;
use super::counts::{Counts, DEPTHS};
use super::expect;
use super::feed::Feed;
use super::fit::Point;
use super::followers::Crowd;
use super::look::Look;
use super::network::Network;
use super::sample;
use super::simulate::{self, Stage};
use crate::estimate::{self, Estimate};
use crate::watch::Watch;

/// How a number was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The expectation over all coins, without drawing any.
    Exact,
    /// The mean over so many people, of whom each was looked at exactly.
    Sampled { people: u64 },
    /// The mean over so many worlds.
    Simulated { worlds: u64 },
}

/// How much work a measurement may take, and from which precision on it is enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Standard error of the reach, as a share of it.
    pub precision: f64,
    pub fewest_worlds: u64,
    pub most_worlds: u64,
    pub most_people: u64,
    /// Steps over two friendships that are walked for an exact answer.
    pub walks: f64,
}

impl Effort {
    pub const FULL: Effort = Effort {
        precision: 0.001,
        fewest_worlds: 64,
        most_worlds: 1 << 16,
        most_people: 1 << 14,
        walks: 4e9,
    };
    /// The effort for one of many points.
    pub const QUICK: Effort = Effort {
        precision: 0.005,
        fewest_worlds: 64,
        most_worlds: 256,
        most_people: 1 << 11,
        walks: 2e8,
    };

    /// The same where each world takes so many offers of a post to somebody: of heavy worlds there
    /// are fewer.
    #[must_use]
    pub fn in_worlds_of(self, offers: f64) -> Effort {
        let within = |all: f64| (all / offers.max(1.0)) as u64;
        let fewest = within(OFFERS[0]).clamp(FEWEST_WORLDS, self.fewest_worlds);
        let most = within(OFFERS[1]).clamp(fewest, self.most_worlds);
        Effort { fewest_worlds: fewest, most_worlds: most, ..self }
    }
}

/// Offers of a post to somebody that are simulated in any case, and at most.
const OFFERS: [f64; 2] = [6e8, 2e10];
/// Fewest worlds from which an error can be told.
const FEWEST_WORLDS: u64 = 4;
/// Fewest people likewise.
const FEWEST_PEOPLE: u64 = 256;

/// Impressions and people, each with its error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    pub mean: Counts,
    pub se: Counts,
    freedom: f64,
    pub way: Way,
}

impl Measured {
    fn exact(mean: Counts) -> Measured {
        Measured { mean, se: Counts::default(), freedom: f64::INFINITY, way: Way::Exact }
    }

    /// Means with their standard errors, of so many degrees of freedom; without any they are exact.
    pub(crate) fn of(mean: Counts, errors: Option<(Counts, f64)>, way: Way) -> Measured {
        let (se, freedom) = errors.unwrap_or((Counts::default(), f64::INFINITY));
        Measured { mean, se, freedom, way }
    }

    /// One of the numbers, with its error.
    pub fn known(&self, of: impl Fn(&Counts) -> f64) -> Estimate {
        Estimate { value: of(&self.mean), se: of(&self.se), freedom: self.freedom }
    }

    pub fn impressions(&self) -> Estimate {
        self.known(|counts| counts.impressions[DEPTHS - 1])
    }

    pub fn reach(&self) -> Estimate {
        self.known(|counts| counts.reach[DEPTHS - 1])
    }
}

/// A question to a network: how far these posts come in this feed.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub network: &'a Network,
    pub degrees: &'a Degrees,
    pub posts: &'a Posts,
    pub feed: Feed,
    pub seed: u64,
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
        (Posts::Given(_), None) => in_worlds(case, effort, watch),
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
        (Posts::Sampled { crowd: Crowd::Everybody, asked }, Some(_))
            if case.feed.depth() == 1 && asked.total == Total::Different =>
        {
            false
        }
        (Posts::Sampled { crowd, asked }, _) => !by_people_will_do(case, crowd, asked, effort),
        _ => true,
    }
}

/// The law of everybody's posts.
fn writers(network: &Network, crowd: &Crowd, asked: &Asked) -> Writers {
    let people = network.people();
    let followers = crowd.count(people) as f64;
    let chance = if matches!(crowd, Crowd::Random(_)) { followers / people as f64 } else { 1.0 };
    let rate = if followers > 0.0 { asked.posts / followers } else { 0.0 };
    Writers { chance, rate, skew: asked.skew, total: asked.total }
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
    case.network.loaded().is_some() && walks * case.degrees.people() <= effort.walks
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
    let coins = Coins::new(case.seed, "people");
    let sample =
        |numbers: Range<u64>| sample::values(&look, numbers, effort.most_people, coins, watch);
    let control = first_views(case, crowd, asked).map(|views| (Control::FirstViews, views));
    until(sample, [FEWEST_PEOPLE, effort.most_people], effort, control, watch, |people| {
        Way::Sampled { people }
    })
}

/// Views of the posts of known followers by their friends, in expectation.
fn first_views(case: &Case, crowd: &Crowd, asked: &Asked) -> Option<f64> {
    let Crowd::Members(members) = crowd else { return None };
    let ends: u64 = members.numbers().iter().map(|member| case.network.degree(*member)).sum();
    Some(writers(case.network, crowd, asked).mean() * case.feed.visibility * ends as f64)
}

fn in_worlds(case: &Case, effort: Effort, watch: &dyn Watch) -> Measured {
    let stage = Stage::new(case.network, case.feed);
    let coins = Coins::new(case.seed, "worlds");
    let run = |numbers: Range<u64>| simulate::worlds(&stage, case.posts, numbers, coins, watch);
    // What is exactly known at depth 2 tells how lucky the worlds were.
    let near = Feed { depth: Some(case.feed.depth().min(2)), ..case.feed };
    let is_alike = near.activity.is_none() || near.depth() == 1;
    let control = match (case.posts, case.network.loaded()) {
        (Posts::Given(given), Some(graph)) if is_alike => {
            Some((Control::NearReach, expect::reach_of_given(graph, given, &near)[1]))
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
    until(run, [effort.fewest_worlds, effort.most_worlds], effort, control, watch, |worlds| {
        Way::Simulated { worlds }
    })
}

/// A number whose expectation is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Control {
    /// Views by friends of the authors.
    FirstViews,
    /// People within two friendships of them.
    NearReach,
}

impl Control {
    fn of(self, counts: &Counts) -> f64 {
        match self {
            Control::FirstViews => counts.impressions[0],
            Control::NearReach => counts.reach[1],
        }
    }
}

/// Measures on, twice as far each time, until the reach is known well enough.
fn until(
    values: impl Fn(Range<u64>) -> Vec<Counts>,
    [fewest, most]: [u64; 2],
    effort: Effort,
    control: Option<(Control, f64)>,
    watch: &dyn Watch,
    way: fn(u64) -> Way,
) -> Measured {
    let (mut all, mut to) = (Vec::new(), fewest.min(most));
    loop {
        watch.announce(to - all.len() as u64);
        all.extend(values(all.len() as u64..to));
        let found = estimated(&all, control, way(to));
        let reach = found.reach();
        if reach.se <= effort.precision * reach.value || to >= most || watch.stopped() {
            return found;
        }
        to = (2 * to).min(most);
    }
}

/// Means and standard errors. With a control, each number is corrected by its regression on it
/// (Hammersley, Handscomb 1964), and its error is that of the residuals.
fn estimated(all: &[Counts], control: Option<(Control, f64)>, way: Way) -> Measured {
    let rows: Vec<Vec<f64>> = all.iter().map(|counts| counts.numbers()).collect();
    let controls: Option<(Vec<f64>, f64)> = control.map(|(control, expected)| {
        let values: Vec<f64> = all.iter().map(|counts| control.of(counts)).collect();
        let mean = estimate::mean(&values);
        (values.iter().map(|value| value - mean).collect(), expected - mean)
    });
    let spread =
        controls.as_ref().map_or(0.0, |(values, _)| values.iter().map(|value| value * value).sum());
    let (mut mean, mut se) = (Counts::default(), Counts::default());
    let count = all.len() as f64;
    let mut place = 0;
    // Each number of Counts in turn: its mean over the rows, and with a control the least squares
    // slope, the mean moved along it to the control's expectation, and what the slope leaves.
    let mut next = |mean: &mut f64, se: &mut f64| {
        let values: Vec<f64> = rows.iter().map(|row| row[place]).collect();
        place += 1;
        *mean = estimate::mean(&values);
        *se = (estimate::variance(&values) / count).sqrt();
        if let Some((control, missing)) = controls.as_ref().filter(|_| spread > 0.0) {
            let slope =
                values.iter().zip(control).map(|(value, control)| value * control).sum::<f64>()
                    / spread;
            let residuals: Vec<f64> = values
                .iter()
                .zip(control)
                .map(|(value, control)| value - slope * control)
                .collect();
            *mean += slope * missing;
            *se = (estimate::variance(&residuals) / count).sqrt();
        }
    };
    mean.pairs(&mut se, &mut next);
    Measured { mean, se, freedom: (count - 1.0).max(1.0), way }
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
