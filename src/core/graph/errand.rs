//! What another machine may do of a measurement: worlds and people are drawn by their numbers, so
//! that it does not matter who draws them.
//!
//! A question names the way, whether ties differ, the feed and the posts, as far as they are not
//! those about which the whole measurement is. What is exact is found where it is asked. Test:
//! `graphs::graphs_on_many_machines_have_the_bytes_of_one`.

use std::ops::Range;

use super::Graph;
use super::asked::{Asked, Posts, Total, Writers};
use super::coins::Coins;
use super::counts::{Counts, NUMBERS};
use super::feed::Feed;
use super::followers::Crowd;
use super::look::Look;
use super::network::Network;
use super::rare::{Leading, Part};
use super::sample;
use super::simulate::{self, Stage};
use crate::watch::{Brought, Errand, Watch};

/// How numbers are found that are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Worlds, with the coins of a purpose.
    Worlds(Purpose),
    /// People, each of so many strata.
    People(u64),
    /// Worlds of posts that are led.
    Led(Part),
    /// Worlds of one message of all authors.
    Message,
}

/// What worlds are for: each has coins of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Reach,
    /// To see how often posts go far.
    Pilots,
}

impl Purpose {
    pub(crate) fn coins(self, seed: u64) -> Coins {
        Coins::new(seed, if self == Purpose::Reach { "worlds" } else { "pilots" })
    }
}

/// What is drawn, and of what.
#[derive(Clone, Copy)]
pub(crate) struct Drawn<'a> {
    pub network: &'a Network,
    pub posts: &'a Posts,
    pub feed: Feed,
    pub seed: u64,
    pub way: Way,
}

/// The point of all errands of a network.
const NETWORK: &str = "network";

impl Drawn<'_> {
    /// The numbers of a range: brought from elsewhere where somebody does errands.
    pub(crate) fn share(
        &self,
        numbers: Range<u64>,
        watch: &dyn Watch,
        here: impl FnOnce(Range<u64>) -> Vec<Counts>,
    ) -> Vec<Counts> {
        if watch.has_help() && !numbers.is_empty() {
            let brought = watch.elsewhere(&self.errand(&numbers));
            if let Some(counts) = brought.and_then(|parts| counts(&parts, &numbers)) {
                return counts;
            }
        }
        here(numbers)
    }

    fn errand(&self, numbers: &Range<u64>) -> Errand {
        Errand {
            point: NETWORK.to_owned(),
            question: self.words(),
            first: numbers.start,
            end: numbers.end,
            futures: numbers.end - numbers.start,
        }
    }

    fn words(&self) -> String {
        let way = match self.way {
            Way::Worlds(Purpose::Reach) => "worlds 0".to_owned(),
            Way::Worlds(Purpose::Pilots) => "pilots 0".to_owned(),
            Way::People(strata) => format!("people {strata}"),
            Way::Led(Part::All) => "led 0".to_owned(),
            Way::Led(Part::Beyond) => "led 2".to_owned(),
            Way::Message => "message 0".to_owned(),
        };
        let ties = if self.network.is_weighted() { "weighted" } else { "alike" };
        let Feed { visibility, reshare, depth, activity } = self.feed;
        let depth = depth.map_or_else(|| NONE.to_owned(), |depth| depth.to_string());
        let activity = activity.map_or_else(|| NONE.to_owned(), bits);
        let posts = match self.posts {
            Posts::Given(_) => "given".to_owned(),
            Posts::Sampled { asked, .. } => {
                let total = match asked.total {
                    Total::Poisson => "poisson",
                    Total::Fixed => "fixed",
                    Total::Different => "different",
                };
                format!("{} {total} {}", bits(asked.posts), bits(asked.skew))
            }
        };
        let [visibility, reshare] = [visibility, reshare].map(bits);
        format!("{way} {ties} {visibility} {reshare} {depth} {activity} {} {posts}", self.seed)
    }

    /// Draws the numbers of a range here.
    fn draw(&self, numbers: Range<u64>, watch: &dyn Watch) -> Option<Vec<Counts>> {
        let Drawn { network, posts, feed, seed, way } = *self;
        Some(match way {
            Way::Worlds(purpose) => {
                let stage = Stage::new(network, feed);
                simulate::worlds(&stage, posts, numbers, purpose.coins(seed), watch)
            }
            Way::Led(part) => {
                let coins = Coins::new(seed, LED);
                Leading::new(network, posts, feed, part).worlds(numbers, coins, watch)
            }
            Way::People(strata) => {
                let Posts::Sampled { crowd, asked } = posts else { return None };
                let look = Look::new(network, feed, crowd, writers(network, crowd, asked));
                sample::values(&look, numbers, strata, Coins::new(seed, PEOPLE), watch)
            }
            Way::Message => {
                let Posts::Given(given) = posts else { return None };
                let authors: Vec<u64> = given.iter().map(|(person, _)| *person).collect();
                let stage = Stage::new(network, feed);
                simulate::messages(&stage, &authors, numbers, Coins::new(seed, MESSAGE), watch)
            }
        })
    }
}

/// Purposes of coins.
pub(crate) const LED: &str = "led";
pub(crate) const PEOPLE: &str = "people";
pub(crate) const MESSAGE: &str = "message";

const NONE: &str = "none";

fn bits(number: f64) -> String {
    number.to_bits().to_string()
}

/// The law of everybody's posts.
pub(crate) fn writers(network: &Network, crowd: &Crowd, asked: &Asked) -> Writers {
    let people = network.people();
    let followers = crowd.count(people) as f64;
    let chance = if matches!(crowd, Crowd::Random(_)) { followers / people as f64 } else { 1.0 };
    let rate = if followers > 0.0 { asked.posts / followers } else { 0.0 };
    Writers { chance, rate, skew: asked.skew, total: asked.total }
}

/// The counts of a range that came in parts; `None` where they are not all of them.
fn counts(parts: &[Brought], numbers: &Range<u64>) -> Option<Vec<Counts>> {
    let fits =
        |part: &Brought| part.numbers.len() as u64 == NUMBERS as u64 * (part.end - part.first);
    if !parts.iter().all(fits) {
        return None;
    }
    let parts = parts.iter().flat_map(|part| part.numbers.chunks_exact(NUMBERS));
    let counts: Vec<Counts> = parts.map(Counts::read).collect();
    (counts.len() as u64 == numbers.end - numbers.start).then_some(counts)
}

/// The numbers of a range of any question about posts on a network; `None` where it cannot be asked
/// that. Meaningless where `watch` stopped it.
pub fn answer(
    network: &Network,
    posts: &Posts,
    question: &str,
    numbers: Range<u64>,
    watch: &dyn Watch,
) -> Option<Vec<f64>> {
    let mut words = question.split(' ');
    let (way, detail) = (words.next()?, words.next()?.parse::<u64>().ok()?);
    let way = match (way, detail) {
        ("worlds", _) => Way::Worlds(Purpose::Reach),
        ("pilots", _) => Way::Worlds(Purpose::Pilots),
        ("people", strata) if strata > 0 => Way::People(strata),
        ("led", 0) => Way::Led(Part::All),
        ("led", 2) => Way::Led(Part::Beyond),
        ("message", _) => Way::Message,
        _ => return None,
    };
    let is_bare = words.next()? == "alike" && network.is_weighted();
    let feed = feed(&mut words)?;
    let seed = words.next()?.parse().ok()?;
    let others;
    let posts = match (words.next()?, posts) {
        ("given", Posts::Given(_)) => posts,
        (count, posts) => {
            let count = double(count)?;
            let total = match words.next()? {
                "poisson" => Total::Poisson,
                "fixed" => Total::Fixed,
                "different" => Total::Different,
                _ => return None,
            };
            let asked = Asked { posts: count, total, skew: double(words.next()?)? };
            others = Posts::Sampled { crowd: posts.crowd(), asked };
            &others
        }
    };
    let bare = is_bare.then(|| network.bare());
    let drawn = Drawn { network: bare.as_ref().unwrap_or(network), posts, feed, seed, way };
    let counts = drawn.draw(numbers, watch)?;
    Some(counts.into_iter().flat_map(Counts::numbers).collect())
}

fn double(word: &str) -> Option<f64> {
    word.parse().ok().map(f64::from_bits)
}

fn feed<'w>(words: &mut impl Iterator<Item = &'w str>) -> Option<Feed> {
    let (visibility, reshare) = (double(words.next()?)?, double(words.next()?)?);
    let depth = match words.next()? {
        NONE => None,
        depth => Some(depth.parse().ok()?),
    };
    let activity = match words.next()? {
        NONE => None,
        activity => Some(double(activity)?),
    };
    Some(Feed { visibility, reshare, depth, activity })
}
