//! What was found on a friend graph.

use serde_json::{Value, json};

use super::json as documents;
use crate::estimate::Estimate;
use crate::graph::feed::Feed;
use crate::graph::survey::Survey;
use crate::graph::ties::{Tie, Weights};
use crate::locale::Locale;

/// What was asked.
#[derive(Clone, Debug)]
pub struct Settings {
    pub locale: Locale,
    /// Columns of the lines of its screen.
    pub columns: usize,
    /// Name of the list, or of the synthetic network.
    pub network: String,
    /// What was read of the file: its hash; nothing of a synthetic network.
    pub hash: Option<String>,
    /// What the lines of the list say of two people, and over how many ties everything is seen
    /// because their weights are so large.
    pub tie: Tie,
    pub capped: u64,
    pub asked: Asked,
    pub feed: Feed,
    pub seed: u64,
    /// Whether somebody said how precise it has to be.
    pub is_precise: bool,
}

/// Whose posts they are.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// One of each of so many named people.
    Askers(u64),
    /// One message that so many named people pass on.
    Together(u64),
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
    pub survey: Survey,
}

/// From here on a post is near to travelling without end.
pub const NEAR: f64 = 0.8;

impl Findings {
    /// Reshares that a reshare leads to.
    pub fn reproduction(&self) -> f64 {
        self.settings.feed.reproduction(self.survey.degrees.others())
    }

    /// Followers among the people reached, where the posts are those of followers who are not
    /// everybody.
    pub fn followers_reached(&self) -> Option<Estimate> {
        let Asked::Questions { followers: Some(_), .. } = self.settings.asked else { return None };
        Some(self.survey.measured.known(|counts| counts.followers))
    }

    /// The standard error of the reach, as a share of it.
    pub fn precision(&self) -> f64 {
        let reach = self.survey.measured.reach();
        if reach.se > 0.0 { reach.se / reach.value } else { 0.0 }
    }

    /// Of how many such answers with other seeds the mean would be as precise as was asked; `None`
    /// where this one is.
    pub fn answers_needed(&self) -> Option<u64> {
        let over = self.precision() / self.survey.precision;
        (over > 1.0).then(|| (over * over).ceil() as u64)
    }

    /// Where the answer comes from.
    pub fn provenance(&self) -> Value {
        json!({ "graph": settings(&self.settings) })
    }
}

/// Who is at the other side of a tie, for sentences that speak of him.
pub const fn kind(tie: Tie) -> &'static str {
    if tie.is_directed { "follows" } else { "friends" }
}

/// The same, unless each tie has a chance of its own.
pub fn sight(tie: Tie) -> &'static str {
    if tie.weights == Some(Weights::Chance) { "chance" } else { kind(tie) }
}

/// What weights say, for programs.
pub const fn weighing(tie: Tie) -> Option<&'static str> {
    match tie.weights {
        Some(Weights::Closeness) => Some("closeness"),
        Some(Weights::Chance) => Some("chance"),
        None => None,
    }
}

/// The visibility, where it is not that of each tie.
pub fn visibility(tie: Tie, feed: &Feed) -> Option<f64> {
    (tie.weights != Some(Weights::Chance)).then_some(feed.visibility)
}

/// What was asked, for programs.
pub fn settings(settings: &Settings) -> Value {
    let Settings { network, hash, tie, asked, feed, seed, .. } = settings;
    let asked = match asked {
        Asked::Askers(askers) => json!({ "askers": askers, "message": "each" }),
        Asked::Together(askers) => json!({ "askers": askers, "message": "one" }),
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
        "directed": tie.is_directed,
        "weights": weighing(*tie),
        "asked": asked,
        "visibility": visibility(*tie, feed),
        "reshare": feed.reshare,
        "depth": feed.depth,
        "activity": feed.activity,
        "seed": documents::seed(*seed),
    })
}
