//! Whom to win first on a friend graph.

use serde_json::{Value, json};

use super::graph::{visibility, weighing};
use super::json as documents;
use crate::estimate::Estimate;
use crate::graph::choose::wish::{Choice, End};
use crate::graph::feed::Feed;
use crate::graph::ties::Tie;
use crate::locale::Locale;

/// What was asked, and what came of it.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub locale: Locale,
    /// Columns of the lines of its screen.
    pub columns: usize,
    /// Name of the list, or of the synthetic network.
    pub network: String,
    /// What was read of the file: its hash; nothing of a synthetic network.
    pub hash: Option<String>,
    /// What the lines of the list say of two people, and over how many ties everything is seen.
    pub tie: Tie,
    pub capped: u64,
    pub feed: Feed,
    pub seed: u64,
    pub people: u64,
    pub friendships: u64,
    pub mean_friends: f64,
    /// How many people may be won.
    pub candidates: u64,
    pub given: usize,
    pub budget: Option<f64>,
    /// The share of the best possible that somebody asked to be proven.
    pub ratio: Option<f64>,
    /// Standard error at which the spread would be known well enough, as a share of it, and whether
    /// somebody said so.
    pub precision: f64,
    pub is_precise: bool,
    /// What those who are won are called, in their order.
    pub names: Vec<String>,
    pub choice: Choice,
}

impl Chosen {
    /// What the sets could not prove, where somebody asked for more.
    pub fn unproven(&self) -> Option<End> {
        let wanted = self.ratio.unwrap_or(crate::graph::choose::wish::FLOOR);
        Some(self.choice.end).filter(|_| self.choice.ratio < wanted)
    }

    /// The standard error of the spread as a share of it, where it is larger than was asked for.
    pub fn imprecise(&self) -> Option<f64> {
        let Estimate { value, se, .. } = self.choice.spread;
        (self.is_precise && se > self.precision * value).then(|| se / value.abs())
    }

    /// What everybody who is won costs together.
    pub fn cost(&self) -> Option<f64> {
        self.budget.map(|_| self.choice.people.iter().filter_map(|won| won.price).sum())
    }

    /// Where the answer comes from.
    pub fn provenance(&self) -> Value {
        json!({ "graph": settings(self) })
    }
}

/// What was asked, for programs.
pub fn settings(chosen: &Chosen) -> Value {
    json!({
        "network": chosen.network,
        "hash": chosen.hash,
        "candidates": chosen.candidates,
        "given": chosen.given,
        "budget": chosen.budget,
        "ratio": chosen.ratio,
        "precision": chosen.precision,
        "directed": chosen.tie.is_directed,
        "weights": weighing(chosen.tie),
        "visibility": visibility(chosen.tie, &chosen.feed),
        "reshare": chosen.feed.reshare,
        "depth": chosen.feed.depth,
        "activity": chosen.feed.activity,
        "seed": documents::seed(chosen.seed),
    })
}
