//! The six shapes of what is exported: posts, days, messages, tickets, leads, audience. Whatever a
//! file is called and whichever language its headings have, its rows become one of them.
//!
//! A number that a file does not give is `None`, never 0: a column that is missing, a cell that is
//! empty and a nought are three things.

use std::collections::BTreeMap;

use reachsim_core::diagnostic::Message as Words;

/// The shapes, by the names under which `exports.toml` and `--columns` call them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    Posts,
    Days,
    Messages,
    Tickets,
    Leads,
    Audience,
}

impl Shape {
    pub const ALL: [Shape; 6] =
        [Shape::Posts, Shape::Days, Shape::Messages, Shape::Tickets, Shape::Leads, Shape::Audience];

    pub const fn id(self) -> &'static str {
        match self {
            Shape::Posts => "posts",
            Shape::Days => "days",
            Shape::Messages => "messages",
            Shape::Tickets => "tickets",
            Shape::Leads => "leads",
            Shape::Audience => "audience",
        }
    }
}

/// Everything that some files hold.
#[derive(Clone, Debug, Default)]
pub struct Export {
    /// One a file, or a block of a file; rows name theirs by its place.
    pub receipts: Vec<Receipt>,
    pub posts: Vec<Post>,
    pub days: Vec<Day>,
    pub messages: Vec<Message>,
    pub tickets: Vec<Ticket>,
    pub leads: Vec<Lead>,
    pub audience: Vec<Slice>,
    pub names: Names,
    /// Texts of messages and posts, without personal data.
    pub texts: Texts,
    /// The zone in which hours and days are told: an IANA name.
    pub zone: String,
}

/// How a file, or one block of it, was understood.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// As the user gave it; of a member of an archive, `archive.zip/member.csv`.
    pub file: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub hash: String,
    pub sheet: Option<String>,
    /// The title of a block, where a file has several.
    pub block: Option<String>,
    /// The row of `exports.toml`, such as `meta-posts`.
    pub kind: String,
    pub shape: Shape,
    /// What it was known by: the headings that are the kind's own.
    pub known_by: Vec<String>,
    pub encoding: String,
    pub delimiter: Option<char>,
    /// Rows of data, and how many of them are used.
    pub rows: u64,
    pub used: u64,
    pub left_out: Vec<(Why, u64)>,
    /// The first and the last day, in days since 1970-01-01.
    pub from: Option<i32>,
    pub to: Option<i32>,
    /// Days without a row between them: runs of (first, last), for shapes that have days.
    pub gaps: Vec<(i32, i32)>,
    /// The zone in which its times were read.
    pub zone: Option<String>,
    /// Field of the shape and heading of the file, in the order of the file.
    pub columns: Vec<(String, String)>,
    pub ignored: Vec<String>,
    /// When it was exported, in days, as far as its name or its rows say.
    pub exported: Option<i32>,
    /// What should be known before it is used.
    pub remarks: Vec<Words>,
}

/// Why a row is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A row of sums, which was checked against the rows.
    Total,
    /// The headings once more, within the rows.
    Heading,
    /// The same row, or the same id, is there already; the latest export counts.
    Repeated,
    /// The network says in a cell that it could not compute it.
    Failed,
    /// Nothing in it that the shape needs.
    Empty,
    /// No time that could be read.
    NoTime,
    /// A message of the service, not of a person: somebody joined, a title changed.
    Service,
    /// An answer to somebody in a list of posts.
    Reply,
}

impl Why {
    pub const ALL: [Why; 8] = [
        Why::Total,
        Why::Heading,
        Why::Repeated,
        Why::Failed,
        Why::Empty,
        Why::NoTime,
        Why::Service,
        Why::Reply,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Why::Total => "total",
            Why::Heading => "heading",
            Why::Repeated => "repeated",
            Why::Failed => "failed",
            Why::Empty => "empty",
            Why::NoTime => "no-time",
            Why::Service => "service",
            Why::Reply => "reply",
        }
    }
}

/// A moment: seconds since 1970-01-01 in UTC.
pub type Seconds = i64;

/// A name that occurs often, by its place in [`Names`].
pub type Name = u32;

/// A text, by its place in [`Texts`].
pub type Text = u32;

/// A post of the brand.
#[derive(Clone, Debug, Default)]
pub struct Post {
    pub receipt: u32,
    pub line: u64,
    /// A hash of its id, the same for the same post in two exports.
    pub id: Option<u64>,
    pub at: Option<Seconds>,
    /// What is known of its time where there is no date: month, weekday (1 Monday to 7), hour.
    pub clock: Option<[u8; 3]>,
    pub network: Option<Name>,
    pub account: Option<Name>,
    /// Type as exported, such as `Photos` or `IG reel`.
    pub format: Option<Name>,
    pub text: Option<Text>,
    /// Different people reached, ever.
    pub reach: Option<f64>,
    /// Impressions: each time that it was on a screen.
    pub impressions: Option<f64>,
    /// Views, which count replays and are no impressions.
    pub views: Option<f64>,
    pub reactions: Option<f64>,
    pub comments: Option<f64>,
    pub shares: Option<f64>,
    pub saves: Option<f64>,
    pub clicks: Option<f64>,
    pub follows: Option<f64>,
    /// People who hid it or reported it.
    pub hidden: Option<f64>,
    /// Reach among followers, by friends' deeds, by advertising.
    pub reach_followers: Option<f64>,
    pub reach_viral: Option<f64>,
    pub reach_paid: Option<f64>,
    pub paid: Option<bool>,
    /// Followers of the page at that time.
    pub followers: Option<f64>,
}

/// A number of a day, a week or 28 days of a page.
#[derive(Clone, Debug)]
pub struct Day {
    pub receipt: u32,
    pub line: u64,
    /// Days since 1970-01-01 in the network's own calendar: the last day of its period.
    pub date: i32,
    pub network: Option<Name>,
    pub account: Option<Name>,
    pub metric: Metric,
    pub value: f64,
    /// Days over which it is counted: 1, 7 or 28.
    pub period: u8,
}

/// What a number of a day counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    Reach,
    ReachFollowers,
    ReachViral,
    ReachPaid,
    Impressions,
    Views,
    Visits,
    Engagements,
    Reactions,
    Comments,
    Shares,
    Saves,
    Clicks,
    Followers,
    Gained,
    Lost,
    Posts,
    /// People on a site.
    Users,
    Sessions,
    Leads,
    Events,
    /// Occurrences of anything else that a user names with `--columns`.
    Count,
    /// How many would be counted, were everything else equal: an offset of a regression.
    Exposure,
}

impl Metric {
    pub const ALL: [Metric; 23] = [
        Metric::Reach,
        Metric::ReachFollowers,
        Metric::ReachViral,
        Metric::ReachPaid,
        Metric::Impressions,
        Metric::Views,
        Metric::Visits,
        Metric::Engagements,
        Metric::Reactions,
        Metric::Comments,
        Metric::Shares,
        Metric::Saves,
        Metric::Clicks,
        Metric::Followers,
        Metric::Gained,
        Metric::Lost,
        Metric::Posts,
        Metric::Users,
        Metric::Sessions,
        Metric::Leads,
        Metric::Events,
        Metric::Count,
        Metric::Exposure,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Metric::Reach => "reach",
            Metric::ReachFollowers => "reach_followers",
            Metric::ReachViral => "reach_viral",
            Metric::ReachPaid => "reach_paid",
            Metric::Impressions => "impressions",
            Metric::Views => "views",
            Metric::Visits => "visits",
            Metric::Engagements => "engagements",
            Metric::Reactions => "reactions",
            Metric::Comments => "comments",
            Metric::Shares => "shares",
            Metric::Saves => "saves",
            Metric::Clicks => "clicks",
            Metric::Followers => "followers",
            Metric::Gained => "gained",
            Metric::Lost => "lost",
            Metric::Posts => "posts",
            Metric::Users => "users",
            Metric::Sessions => "sessions",
            Metric::Leads => "leads",
            Metric::Events => "events",
            Metric::Count => "count",
            Metric::Exposure => "exposure",
        }
    }

    /// Whether it counts different people, so that days do not add up to weeks.
    pub const fn is_unique(self) -> bool {
        matches!(
            self,
            Metric::Reach
                | Metric::ReachFollowers
                | Metric::ReachViral
                | Metric::ReachPaid
                | Metric::Users
        )
    }

    /// Whether it is a level, of which the last one counts, and no flow.
    pub const fn is_level(self) -> bool {
        matches!(self, Metric::Followers | Metric::Exposure)
    }
}

/// What somebody wrote: on a page, in a chat, anywhere that a monitoring suite looks.
#[derive(Clone, Debug, Default)]
pub struct Message {
    pub receipt: u32,
    pub line: u64,
    /// Hashes of its id and of that which it answers.
    pub id: Option<u64>,
    pub reply_to: Option<u64>,
    pub at: Option<Seconds>,
    pub network: Option<Name>,
    /// Group, channel or site.
    pub place: Option<Name>,
    pub country: Option<Name>,
    /// A keyed hash of who wrote it; `None` for deleted accounts and where the file is silent.
    pub author: Option<u64>,
    pub side: Side,
    /// Type as exported: post, comment, review, repost, question.
    pub format: Option<Name>,
    pub tone: Option<Tone>,
    /// Tags and topics of the suite.
    pub topics: Vec<Name>,
    pub brand: Option<Name>,
    pub text: Option<Text>,
    /// People who follow its author or its place.
    pub audience: Option<f64>,
    /// As the suite models it.
    pub reach: Option<f64>,
    pub engagement: Option<f64>,
    /// The same text elsewhere, counted by the suite.
    pub copies: Option<f64>,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The file does not say.
    #[default]
    Unknown,
    Brand,
    People,
}

/// The tone of a message, as somebody coded it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    Positive,
    Neutral,
    Negative,
}

/// A question to a help desk.
#[derive(Clone, Debug, Default)]
pub struct Ticket {
    pub receipt: u32,
    pub line: u64,
    pub id: Option<u64>,
    pub at: Option<Seconds>,
    /// Hours to the first answer; `None` where nobody answered yet.
    pub answered: Option<f64>,
    /// Whether these are hours of the calendar, and not of business.
    pub is_calendar: bool,
    /// Hours to the solution.
    pub solved: Option<f64>,
    pub author: Option<u64>,
    pub agent: Option<u64>,
    /// By which way it came, such as `Mail` or a network.
    pub channel: Option<Name>,
    pub format: Option<Name>,
    pub status: Option<Name>,
    pub topics: Vec<Name>,
    pub text: Option<Text>,
    pub reopened: Option<f64>,
    /// Satisfied or not, where the customer said so.
    pub satisfied: Option<bool>,
}

/// Somebody who may buy.
#[derive(Clone, Debug, Default)]
pub struct Lead {
    pub receipt: u32,
    pub line: u64,
    pub id: Option<u64>,
    pub at: Option<Seconds>,
    pub closed: Option<Seconds>,
    pub stage: Option<Name>,
    pub source: Option<Name>,
    pub amount: Option<f64>,
    pub currency: Option<Name>,
    /// Won, lost, or still open where neither.
    pub won: Option<bool>,
}

/// A part of an audience.
#[derive(Clone, Debug)]
pub struct Slice {
    pub receipt: u32,
    pub line: u64,
    pub network: Option<Name>,
    pub dimension: Dimension,
    /// Such as `25-34`, `Women`, `Kyiv`; empty for the whole.
    pub group: String,
    /// A share of the whole, 0 to 1.
    pub share: Option<f64>,
    pub people: Option<f64>,
}

/// By what an audience is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    Whole,
    Age,
    Gender,
    /// Age and gender together, as in `25-34 Women`.
    AgeAndGender,
    City,
    Country,
}

/// Names that occur often, each once.
#[derive(Clone, Debug, Default)]
pub struct Names {
    all: Vec<String>,
    places: BTreeMap<String, Name>,
}

impl Names {
    /// The place of a name, which is added where it is new.
    pub fn place(&mut self, name: &str) -> Name {
        if let Some(&place) = self.places.get(name) {
            return place;
        }
        let place = self.all.len() as Name;
        self.all.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        place
    }

    pub fn of(&self, place: Name) -> &str {
        self.all.get(place as usize).map_or("", String::as_str)
    }

    pub fn find(&self, name: &str) -> Option<Name> {
        self.places.get(name).copied()
    }
}

/// Many texts in one allocation.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    all: String,
    ends: Vec<usize>,
}

impl Texts {
    pub fn push(&mut self, text: &str) -> Text {
        self.all.push_str(text);
        self.ends.push(self.all.len());
        (self.ends.len() - 1) as Text
    }

    pub fn of(&self, text: Text) -> &str {
        let place = text as usize;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start..self.ends[place]]
    }
}
