//! What is asked of an export, beyond what it says of itself.

use crate::measure::codes::Codes;
use crate::shape::{Metric, Tone};

/// Five Ws, H and E, and brands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Authors and their roles.
    Who,
    /// Topics and brands.
    What,
    /// Hour and weekday, in the zone of the export.
    When,
    /// Network, place, country.
    Where,
    /// Reasons, by word lists.
    Why,
    /// Type and format.
    How,
    /// Size classes of reach, audience and engagement; parts of the audience.
    Extent,
    /// Brands with their share of voice and their tone.
    Brand,
}

impl By {
    pub const ALL: [By; 8] =
        [By::Who, By::What, By::When, By::Where, By::Why, By::How, By::Extent, By::Brand];

    pub const fn id(self) -> &'static str {
        match self {
            By::Who => "who",
            By::What => "what",
            By::When => "when",
            By::Where => "where",
            By::Why => "why",
            By::How => "how",
            By::Extent => "extent",
            By::Brand => "brand",
        }
    }
}

/// What is counted a week, or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Series {
    Questions,
    Posts,
    Messages,
    Leads,
    /// A flow of the files of days.
    Of(Metric),
}

impl Series {
    /// `leads` are those of a customer system; a site's are [`Metric::Leads`], and serve where
    /// there are no others.
    pub const fn id(self) -> &'static str {
        match self {
            Series::Questions => "questions",
            Series::Posts => "posts",
            Series::Messages => "messages",
            Series::Leads => "leads",
            Series::Of(metric) => metric.id(),
        }
    }

    /// The series of that id.
    pub fn find(id: &str) -> Option<Series> {
        let own = [Series::Questions, Series::Posts, Series::Messages, Series::Leads];
        let of = Metric::ALL.into_iter().map(Series::Of);
        own.into_iter().chain(of).find(|series| series.id() == id)
    }
}

/// Something that happened: a campaign, a crisis, another way to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// First and last day, in days since 1970-01-01; without a last day it is a lasting change.
    pub from: i32,
    pub to: Option<i32>,
    /// Weeks before it that are no past of it, because it was awaited.
    pub leave_out: u32,
}

/// What is asked. Nothing of it is needed.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// What is shown first; all groups that the files can answer are computed.
    pub by: Option<By>,
    pub event: Option<Event>,
    /// What the event is looked for in; questions, unless said.
    pub series: Option<Series>,
    /// Word lists.
    pub codes: Option<Codes>,
    /// Tones that a person gave, by the hash of the message's id.
    pub checked: Vec<(u64, Tone)>,
    /// A word of the brand's own name.
    pub brand: Option<String>,
    /// Hashes of authors who are the brand, and of those who work for it.
    pub brand_authors: Vec<u64>,
    pub employees: Vec<u64>,
    /// A word of the stage that means won.
    pub won: Option<String>,
    /// Whether the suite writes `neutral` where it does not know.
    pub neutral_is_unknown: bool,
    /// Whether texts may be shown.
    pub quotes: bool,
}
