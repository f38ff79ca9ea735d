//! Who writes how many posts.

use super::coins::{Coins, Draws};
use super::counts::{self, MOST, Series};
use super::followers::Crowd;
use crate::draw;

/// The posts whose reach is asked for.
#[derive(Clone, Debug)]
pub enum Posts {
    /// Posts of these people, so many of each, by ascending person, each once.
    Given(Vec<(u64, u32)>),
    /// Posts of followers, whoever they turn out to be.
    Sampled { crowd: Crowd, asked: Asked },
}

/// The posts of followers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// How many posts, on average or exactly.
    pub posts: f64,
    pub total: Total,
    /// Shape of the gamma distributed activity of the writers; infinite where all followers write
    /// alike.
    pub skew: f64,
}

/// Whether the number of posts is chance too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// Poisson distributed about the sum of the writers' rates.
    Poisson,
    /// Fixed.
    Fixed,
    /// Fixed, and everybody writes one at most.
    Different,
}

/// The law by which each of many people writes posts, independently of the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Writers {
    /// The chance of being a follower at all.
    pub chance: f64,
    /// Posts of a follower, on average.
    pub rate: f64,
    pub skew: f64,
    pub total: Total,
}

/// A chance that is not quite one: what certainly happens has no logarithm.
const ALMOST: f64 = 1.0 - 1e-12;

impl Writers {
    /// The logarithm of the generating function of the posts of one of these people that are seen,
    /// each with the chance `seen`: ln(1 - f + f g(1 - r + r z)), f the chance to follow, r that of
    /// being seen, and g the generating function of a Poisson, a negative binomial or one chance.
    /// Sums of such series belong to what is seen of several people.
    pub fn seen(&self, seen: f64) -> Series {
        let seen = seen.min(ALMOST);
        let mean = self.rate * seen;
        let mut chances = [0.0; MOST];
        if self.total == Total::Different {
            [chances[0], chances[1]] = [1.0 - mean, mean];
        } else if self.skew.is_finite() {
            let odds = mean / self.skew;
            chances[0] = libm::exp(-self.skew * libm::log1p(odds));
            for n in 1..MOST {
                chances[n] =
                    chances[n - 1] * (self.skew + n as f64 - 1.0) / n as f64 * odds / (1.0 + odds);
            }
        } else {
            chances[0] = libm::exp(-mean);
            for n in 1..MOST {
                chances[n] = chances[n - 1] * mean / n as f64;
            }
        }
        if self.chance == 1.0 && self.skew.is_infinite() && self.total != Total::Different {
            // The logarithm of a Poisson's is known, and loses no digit where the mean is small.
            let mut logarithm = [0.0; MOST];
            [logarithm[0], logarithm[1]] = [-mean, mean];
            return logarithm;
        }
        let mut all = chances.map(|chance| self.chance * chance);
        all[0] += 1.0 - self.chance;
        counts::ln(&all)
    }

    /// Posts of one of these people, on average.
    pub fn mean(&self) -> f64 {
        self.chance * self.rate
    }
}

impl Posts {
    /// Who may write where others are asked: the followers, or everybody.
    pub fn crowd(&self) -> Crowd {
        match self {
            Posts::Given(_) => Crowd::Everybody,
            Posts::Sampled { crowd, .. } => crowd.clone(),
        }
    }

    /// The posts of one world, each by its author, in the order in which they are written.
    ///
    /// Writers of unequal activity are drawn by a Polya urn (Blackwell, `MacQueen` 1973): the next
    /// post is by the author of a random earlier one with the chance i/(i + skew F), i posts so far
    /// and F followers, and by a random follower else: then the numbers of posts are those of gamma
    /// distributed rates. Test: `graph::ways::an_urn_makes_negative_binomial_writers`.
    pub fn draw(&self, people: u64, coins: Coins) -> Vec<u64> {
        let (crowd, asked) = match self {
            Posts::Given(given) => {
                return given
                    .iter()
                    .flat_map(|(person, posts)| std::iter::repeat_n(*person, *posts as usize))
                    .collect();
            }
            Posts::Sampled { crowd, asked } => (crowd.in_world(people, coins), *asked),
        };
        let followers = crowd.count();
        if followers == 0 {
            return Vec::new();
        }
        let mut draws = coins.draws(0);
        let mass = asked.skew * followers as f64;
        let count = match asked.total {
            Total::Poisson if mass.is_finite() => {
                let mean = draw::gamma(&mut draws, mass, asked.posts / mass);
                draw::poisson(&mut draws, mean)
            }
            Total::Poisson => draw::poisson(&mut draws, asked.posts),
            Total::Fixed | Total::Different => asked.posts,
        };
        if asked.total == Total::Different {
            return different(followers, count as u64, &mut draws)
                .into_iter()
                .map(|place| crowd.member(place))
                .collect();
        }
        let mut authors: Vec<u64> = Vec::with_capacity(count as usize);
        for post in 0..count as usize {
            let again = mass.is_finite() && draws.uniform() * (post as f64 + mass) < post as f64;
            let author = if again {
                authors[draws.below(post as u64) as usize]
            } else {
                crowd.member(draws.below(followers))
            };
            authors.push(author);
        }
        authors
    }
}

/// So many different places below `end`, by Floyd's algorithm (Bentley, Floyd 1987).
fn different(end: u64, count: u64, draws: &mut Draws) -> Vec<u64> {
    let count = count.min(end);
    let mut chosen = super::index_set::IndexSet::default();
    for last in end - count..end {
        let place = draws.below(last + 1);
        let place = if chosen.find(place).is_some() { last } else { place };
        chosen.place(place);
    }
    chosen.numbers().to_vec()
}
