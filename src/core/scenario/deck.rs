//! What a file says of its deck: which slides in which order, and its own words for them.

use serde::{Deserialize, Serialize};

use crate::locale::Locale;

/// What a deck tells in its order, each by the best picture that the run has of it.
pub const PARTS: [&str; 8] =
    ["answer", "targets", "why", "money", "risk", "options", "measure", "do"];

/// Every slide that a file may name: the parts, and the pictures and tables behind them.
pub const SLIDES: [&str; 68] = [
    "answer",
    "targets",
    "why",
    "money",
    "risk",
    "options",
    "measure",
    "do",
    "states",
    "since",
    "compared",
    "metric-1",
    "metric-2",
    "metric-3",
    "metric-4",
    "metric-5",
    "metric-6",
    "by-network",
    "staircase",
    "reach-build-up",
    "frequency",
    "networks",
    "history",
    "service",
    "tone",
    "roles",
    "campaigns",
    "competitors",
    "funnel",
    "value",
    "cash",
    "distribution",
    "exceedance",
    "tornado",
    "driver",
    "wrong",
    "must",
    "ranges",
    "regret",
    "worth",
    "curve",
    "heat-map",
    "graph-reach",
    "graph-frequency",
    "graph-degrees",
    "graph-cascades",
    "graph-choice",
    "weekly",
    "weekly-reach",
    "event",
    "tones",
    "voice",
    "by-who",
    "by-what",
    "by-hour",
    "by-weekday",
    "by-where",
    "by-why",
    "by-how",
    "by-extent",
    "learnt",
    "spoke",
    "totals",
    "changed",
    "estimates",
    "assumptions",
    "metrics",
    "glossary",
];

/// What a file says of its deck.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deck {
    /// The slides in their order; those of the program where there are none.
    pub slides: Vec<String>,
    pub titles: Vec<SlideWords>,
    pub notes: Vec<SlideWords>,
    /// The step of what has one.
    #[serde(default)]
    pub by: Step,
}

/// The step in which pictures and sheets go through the horizon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    #[default]
    Week,
    /// Only where a scenario says when it starts.
    Month,
}

/// The steps by their names.
pub const STEPS: [&str; 2] = ["week", "month"];

impl Step {
    pub const fn id(self) -> &'static str {
        STEPS[self as usize]
    }

    pub fn find(id: &str) -> Option<Step> {
        [Step::Week, Step::Month].into_iter().find(|step| step.id() == id)
    }
}

/// A file's own words for a slide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlideWords {
    pub slide: String,
    /// In every language unless one is named.
    pub locale: Option<Locale>,
    pub text: String,
}

/// The slide and the language that a name means, as `answer` and `answer.ru`.
pub(crate) fn named(name: &str) -> Option<(&'static str, Option<Locale>)> {
    let find = |name: &str| SLIDES.into_iter().find(|slide| *slide == name);
    if let Some(slide) = find(name) {
        return Some((slide, None));
    }
    let (slide, language) = name.rsplit_once('.')?;
    Some((find(slide)?, Some(Locale::find(language)?)))
}
