//! Whom one may win, at what price, and what was found.

use crate::estimate::Estimate;
use crate::graph::coins::Coins;
use crate::graph::feed::Feed;
use crate::graph::followers::Crowd;

/// Whom to win, of whom, and how.
#[derive(Clone, Debug)]
pub struct Wish {
    pub feed: Feed,
    /// Who may be won; those who are [`given`](Wish::given) are not asked again.
    pub candidates: Crowd,
    /// Who is won already, each once.
    pub given: Vec<u64>,
    /// How many people are won at most; without prices exactly so many.
    pub most: u64,
    /// What people cost; `None` where everybody costs the same, and their number decides.
    pub prices: Option<Prices>,
    /// The share of the best possible that has to be proven; `None` for [`FLOOR`], and more where
    /// that takes little.
    pub ratio: Option<f64>,
    /// Standard error at which the spread is known well enough, as a share of it.
    pub precision: f64,
    pub seed: u64,
}

impl Wish {
    /// How many people may be won, of so many.
    pub fn candidate_count(&self, people: u64) -> u64 {
        let crowd = self.candidates.in_world(people, self.coins());
        let is_given = |person: u64| self.given.contains(&person);
        if let Some(prices) = &self.prices {
            let has = |person: u64| crowd.has(person) && !is_given(person);
            return prices.of.iter().filter(|(person, _)| has(*person)).count() as u64;
        }
        let given = self.given.iter().filter(|person| crowd.has(**person)).count();
        crowd.count() - given as u64
    }

    /// The coins by which random followers are found.
    pub(crate) fn coins(&self) -> Coins {
        Coins::new(self.seed, "candidates")
    }
}

/// Prices of people, and what may be spent.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    /// People with their prices above zero, by ascending person, each once. Who has none cannot be
    /// won.
    pub of: Vec<(u64, f64)>,
    pub budget: f64,
}

impl Prices {
    /// The price of a person, if there is one.
    pub fn find(&self, person: u64) -> Option<f64> {
        let place = self.of.binary_search_by_key(&person, |(person, _)| *person).ok()?;
        Some(self.of[place].1)
    }
}

/// What is proven in any case, where no limit stands in the way: nine tenths of what a greedy
/// choice is worth at least, 1 - 1/e (Nemhauser, Wolsey, Fisher 1978).
pub const FLOOR: f64 = 0.9 * (1.0 - 0.367_879_441_171_442_33);
/// How sure what is proven is.
pub const CONFIDENCE: f64 = 0.99;

/// Whom to win, in this order, and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub people: Vec<Won>,
    /// People who see the message of those who are given and of those who are won, without them.
    pub spread: Estimate,
    /// The same of those who are given alone, where somebody is.
    pub given: Option<Estimate>,
    /// The same of the candidates with most friends in the place of those who are won.
    pub most_friends: Estimate,
    /// The same of candidates at random, others in every world.
    pub random: Estimate,
    /// The spread of the first, of the first two, and so on, and of as many others.
    pub curve: Vec<Estimate>,
    pub most_friends_curve: Vec<f64>,
    pub random_curve: Vec<f64>,
    /// What the choice adds is at least this share of the most that any choice could add.
    pub ratio: f64,
    /// Sets from which the choice was made, and as many again that judged it.
    pub sets: u64,
    /// Worlds in which it was tried.
    pub worlds: u64,
    pub end: End,
}

/// One who is to be won.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Won {
    pub person: u64,
    pub friends: u64,
    pub price: Option<f64>,
    /// How many more people see it than without him and those behind him; he himself is no longer
    /// among them.
    pub gain: Estimate,
}

/// Why no more sets were drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// What was asked for is proven.
    Proven,
    /// More sets would prove hardly more.
    Settled,
    /// The sets would take more memory than they may.
    Memory,
    /// There are as many sets as there may be, or they took as many steps.
    Work,
    /// Whoever watches wants no more.
    Stopped,
}
