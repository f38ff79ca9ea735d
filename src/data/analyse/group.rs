//! Groups: who, what, when, where, why, how, how much, and brands.

use super::figure::Of;
use super::question::By;
use crate::shape::Dimension;

/// Tables of one question of five Ws, H and E.
#[derive(Clone, Debug, PartialEq)]
pub struct Grouped {
    pub by: By,
    pub tables: Vec<Table>,
}

/// Counts by one column of the files.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub column: Column,
    /// What is counted.
    pub of: Of,
    /// The base of shares: rows that say something here.
    pub total: u64,
    /// Rows that say nothing here.
    pub silent: u64,
    /// Ordered by count, or by the order that its groups have.
    pub rows: Vec<Row>,
    /// Groups that are not listed, and their count together.
    pub rest: Option<(u64, u64)>,
    /// Whether one may be in several groups, so that shares need not sum to 1.
    pub overlaps: bool,
    pub skew: Option<Skew>,
}

/// The column by which is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Author,
    Role,
    Topic,
    Brand,
    Hour,
    Weekday,
    Network,
    Place,
    Country,
    Channel,
    Source,
    Code,
    Format,
    /// Size classes.
    Reach,
    Audience,
    Engagement,
    Slice(Dimension),
}

/// A group.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub group: Group,
    /// Absent where a file gives only a share.
    pub count: Option<u64>,
    /// Absent below five in all.
    pub share: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Shares of positive, neutral, negative among those of it that have a tone.
    pub tone: Option<Tones>,
    /// Median reach of its posts, where there are five.
    pub reach: Option<f64>,
}

/// How its messages sound.
#[derive(Clone, Debug, PartialEq)]
pub struct Tones {
    /// Of how many.
    pub n: u64,
    /// Positive, neutral, negative: share, low, high. Neutral is 0 of 0 where it means unknown.
    pub shares: [[f64; 3]; 3],
}

/// What a row is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// As the file writes it.
    Name(String),
    /// Authors have no names: the one with the most messages is 1.
    Author(u32),
    Role(Role),
    /// 0 to 23.
    Hour(u8),
    /// 1 Monday to 7 Sunday.
    Weekday(u8),
    /// A word list of that id.
    Code(String),
    /// Where no word list matches, and where several do.
    NoCode,
    SeveralCodes,
    /// At least the first, below the second.
    Size(u64, Option<u64>),
}

/// Roles by rules: see `ADVOCATE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Listed as working for the brand.
    Employee,
    /// Three messages or more with a tone of which more than half are positive, or three answers
    /// or more to others.
    Advocate,
    /// Three messages or more with a tone of which more than half are negative.
    Critic,
    Other,
}

/// Messages from which on somebody has a role.
pub const ADVOCATE: u32 = 3;

/// How unequal authors are.
#[derive(Clone, Debug, PartialEq)]
pub struct Skew {
    /// The share of messages by the tenth of authors who write most.
    pub top_tenth: f64,
    /// Authors who wrote one.
    pub once: u64,
    /// Lorenz curve: shares of authors, least first, and of messages; from (0, 0) to (1, 1).
    pub lorenz: Vec<(f64, f64)>,
    pub gini: f64,
}
