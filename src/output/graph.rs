//! What was found on a friend graph.

use serde_json::{Value, json};

use crate::estimate::Estimate;
use crate::graph::census::{Census, Degrees};
use crate::graph::counts::DEPTHS;
use crate::graph::feed::Feed;
use crate::graph::fit::{Fit, Point};
use crate::graph::loaded::Dropped;
use crate::graph::measure::Measured;
use crate::locale::Locale;

/// What was asked.
#[derive(Clone, Debug)]
pub struct Settings {
    pub locale: Locale,
    /// Name of the list, or of the synthetic network.
    pub network: String,
    /// What was read of the file: its hash; nothing of a synthetic network.
    pub hash: Option<String>,
    pub asked: Asked,
    pub feed: Feed,
    pub seed: u64,
}

/// Whose posts they are.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// One of each of so many named people.
    Askers(u64),
    /// So many of followers.
    Questions {
        questions: f64,
        /// Whether it is exactly so many.
        is_fixed: bool,
        skew: f64,
        /// `None` for everybody.
        followers: Option<u64>,
        homophily: f64,
    },
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Findings {
    pub settings: Settings,
    pub people: u64,
    pub friendships: u64,
    /// Of a list, or of a synthetic network that was written into memory.
    pub dropped: Option<Dropped>,
    pub degrees: Degrees,
    pub census: Census,
    /// If everybody saw everything that friends write.
    pub potential: Measured,
    pub measured: Measured,
    /// An upper bound of the reach up to each depth, where one is known.
    pub bound: Option<[f64; DEPTHS]>,
    /// Share of the people whom a post reaches that takes off, where one can.
    pub outbreak: Option<f64>,
    pub curve: Vec<Point>,
    pub fit: Option<Fit>,
    /// People whom single posts reach, in ascending order; empty where they were not simulated.
    pub cascades: Vec<u64>,
}

/// From here on a post is near to travelling without end.
pub const NEAR: f64 = 0.8;

impl Findings {
    /// Reshares that a reshare leads to.
    pub fn reproduction(&self) -> f64 {
        self.settings.feed.reproduction(self.degrees.others())
    }

    /// Followers among the people reached, where the posts are those of followers who are not
    /// everybody.
    pub fn followers_reached(&self) -> Option<Estimate> {
        let Asked::Questions { followers: Some(_), .. } = self.settings.asked else { return None };
        Some(self.measured.known(|counts| counts.followers))
    }

    /// Where the answer comes from.
    pub fn provenance(&self) -> Value {
        json!({ "graph": settings(&self.settings) })
    }
}

/// What was asked, for programs.
pub fn settings(settings: &Settings) -> Value {
    let Settings { network, hash, asked, feed, seed, .. } = settings;
    let asked = match asked {
        Asked::Askers(askers) => json!({ "askers": askers }),
        Asked::Questions { questions, is_fixed, skew, followers, homophily } => json!({
            "questions": questions,
            "posts": if *is_fixed { "fixed" } else { "poisson" },
            "asker_skew": skew,
            "followers": followers,
            "homophily": homophily,
        }),
    };
    json!({
        "network": network,
        "hash": hash,
        "asked": asked,
        "visibility": feed.visibility,
        "reshare": feed.reshare,
        "depth": feed.depth,
        "activity": feed.activity,
        "seed": seed,
    })
}
