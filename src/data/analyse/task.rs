//! The seven tasks of monitoring: what the files can tell of each, and what they lack.

use super::figure::Figure;

/// A task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Monitoring {
    Reputation,
    Competitors,
    Campaigns,
    Research,
    Support,
    Leads,
    Recruiting,
}

impl Monitoring {
    pub const ALL: [Monitoring; 7] = [
        Monitoring::Reputation,
        Monitoring::Competitors,
        Monitoring::Campaigns,
        Monitoring::Research,
        Monitoring::Support,
        Monitoring::Leads,
        Monitoring::Recruiting,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Monitoring::Reputation => "reputation",
            Monitoring::Competitors => "competitors",
            Monitoring::Campaigns => "campaigns",
            Monitoring::Research => "research",
            Monitoring::Support => "support",
            Monitoring::Leads => "leads",
            Monitoring::Recruiting => "recruiting",
        }
    }
}

/// A section of a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub task: Monitoring,
    /// Ids of figures that belong to it and are there.
    pub figures: Vec<&'static str>,
    /// Figures of its own, with the name of what they are of: `brand_share`, `code_share`,
    /// `source_share`, `event_ratio`, `event_sum`.
    pub facts: Vec<(String, Figure)>,
    /// What would answer more of it; with no figure and no fact it is not answered.
    pub missing: Vec<Missing>,
}

/// What the files lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    Messages,
    Tone,
    /// A sample checked by a person.
    Checked,
    /// Two brands or more.
    Brands,
    /// Which of the brands is the own one: `--brand`.
    OwnBrand,
    /// `--event`.
    Event,
    /// `--codes`.
    Codes,
    /// A word list whose id says that somebody wants to buy, or looks for a job.
    BuyCode,
    JobCode,
    /// Who the brand is, or tickets.
    Sides,
    /// Leads of a customer system, and where they came from.
    Leads,
    Sources,
    /// Which leads were won; `--won`.
    Won,
}
