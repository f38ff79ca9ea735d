//! What a column may be, whichever heading it has.

use crate::shape::Metric;

macro_rules! fields {
    ($($name:ident $id:literal,)+) => {
        /// A field of one of the shapes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Field {
            $($name,)+
            /// A number of a day, of so many days.
            Metric(Metric, u8),
        }

        impl Field {
            /// How `exports.toml` and `--columns` call it.
            pub fn id(self) -> String {
                match self {
                    $(Field::$name => $id.to_owned(),)+
                    Field::Metric(metric, 1) => metric.id().to_owned(),
                    Field::Metric(metric, days) => format!("{}/{days}", metric.id()),
                }
            }

            /// The field of a name; numbers of days have the names of metrics where `of_days`.
            pub fn named(id: &str, of_days: bool) -> Option<Field> {
                if of_days {
                    let (name, days) = id.split_once('/').unwrap_or((id, "1"));
                    let metric = Metric::ALL.into_iter().find(|metric| metric.id() == name);
                    if let (Some(metric), Ok(days @ (1 | 7 | 28))) = (metric, days.parse()) {
                        return Some(Field::Metric(metric, days));
                    }
                }
                match id {
                    $($id => Some(Field::$name),)+
                    _ => None,
                }
            }

            /// Names of all fields that are no metrics.
            pub const NAMES: &[&str] = &[$($id,)+];
        }
    };
}

fields! {
    Id "id",
    ReplyTo "reply_to",
    Time "time",
    Date "date",
    Year "year",
    Month "month",
    Weekday "weekday",
    Hour "hour",
    Network "network",
    Place "place",
    Country "country",
    Account "account",
    Author "author",
    Side "side",
    Format "format",
    Tone "tone",
    Topics "topics",
    Brand "brand",
    Text "text",
    Failed "failed",
    Service "service",
    Audience "audience",
    Reach "reach",
    ReachFollowers "reach_followers",
    ReachViral "reach_viral",
    ReachPaid "reach_paid",
    Impressions "impressions",
    Views "views",
    Reactions "reactions",
    Comments "comments",
    Shares "shares",
    Saves "saves",
    Clicks "clicks",
    Follows "follows",
    Hidden "hidden",
    Paid "paid",
    Followers "followers",
    Engagement "engagement",
    Copies "copies",
    Value "value",
    Answered "answered",
    AnsweredBusiness "answered_business",
    Solved "solved",
    Agent "agent",
    Channel "channel",
    Status "status",
    Reopened "reopened",
    Satisfied "satisfied",
    Closed "closed",
    Stage "stage",
    Source "source",
    Amount "amount",
    Currency "currency",
}

/// What stands in the cells of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Number,
    Moment,
    /// A name, an id, a text.
    Words,
}

impl Field {
    pub const fn holds(self) -> Holds {
        match self {
            Field::Time | Field::Date | Field::Closed => Holds::Moment,
            Field::Audience
            | Field::Year
            | Field::Hour
            | Field::Reach
            | Field::ReachFollowers
            | Field::ReachViral
            | Field::ReachPaid
            | Field::Impressions
            | Field::Views
            | Field::Reactions
            | Field::Comments
            | Field::Shares
            | Field::Saves
            | Field::Clicks
            | Field::Follows
            | Field::Hidden
            | Field::Followers
            | Field::Engagement
            | Field::Copies
            | Field::Value
            | Field::Answered
            | Field::AnsweredBusiness
            | Field::Solved
            | Field::Reopened
            | Field::Amount
            | Field::Metric(..) => Holds::Number,
            _ => Holds::Words,
        }
    }
}
