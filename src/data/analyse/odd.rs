//! What is odd, and what was left out: facts, without words.

use super::question::Series;

/// Something that a reader should look at.
#[derive(Clone, Debug, PartialEq)]
pub enum Odd {
    /// A week, or a day, above the 99 % limit of its own past.
    Burst { series: Series, from: i32, to: i32, count: f64, usual: f64, limit: f64 },
    /// Days without a row within a file: nought, or missing?
    Gap { receipt: u32, runs: u32, days: u32, longest: (i32, i32) },
    /// A post that reached ten times the median or more.
    FarReach { receipt: u32, line: u64, day: Option<i32>, reach: f64, median: f64 },
    /// One text many times: by how many authors, within which days.
    SameText { times: u64, authors: u64, from: Option<i32>, to: Option<i32>, example: (u32, u64) },
    /// Nobody says which of these posts were advertised.
    PaidUnknown { posts: u64 },
    /// Times of files stand in several zones; all were told in one.
    Zones { zones: Vec<String> },
    /// Lifetime figures of several days of export: they drift.
    ExportDays { days: Vec<i32> },
    /// A series ends earlier than its sisters of the same file's kind.
    EndsEarly { receipt: u32, last: i32, others: i32 },
}

/// What no figure has, and why.
#[derive(Clone, Debug, PartialEq)]
pub enum LeftOut {
    /// Posts younger than 28 days are neither in reach nor in engagement. `assumed`: no file says
    /// when it was exported, the last day of its rows was taken.
    YoungPosts {
        posts: u64,
        days: u32,
        exported: i32,
        assumed: bool,
    },
    /// Posts without a date, whose age nobody knows; they are used.
    PostsWithoutDay {
        posts: u64,
    },
    PostsWithoutReach {
        posts: u64,
    },
    /// Days of different people, which do not add up.
    DailyUniques {
        days: u64,
    },
    /// Periods of a week or of 28 days, which overlap.
    Overlapping {
        rows: u64,
    },
    /// Answers of the brand to something that is not in the files.
    AnswersWithoutQuestion {
        answers: u64,
    },
    /// Tickets whose hours are those of business.
    BusinessHours {
        tickets: u64,
    },
    /// Messages, tickets or leads without a time are in counts, not in weeks and hours.
    WithoutTime {
        rows: u64,
    },
    /// Messages without a tone.
    WithoutTone {
        messages: u64,
    },
    /// Leads in other currencies than the most frequent.
    OtherCurrencies {
        leads: u64,
    },
}
