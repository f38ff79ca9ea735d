//! How answers for programs call what was found.

use super::change::{Caution, Step, Verdict};
use super::figure::{Means, Of, Remark};
use super::group::{Column, Role};
use super::task::Missing;
use crate::shape::Dimension;

macro_rules! ids {
    ($kind:ident: $($name:ident $id:literal,)+) => {
        impl $kind {
            pub const ALL: &[$kind] = &[$($kind::$name,)+];

            pub const fn id(self) -> &'static str {
                match self {
                    $($kind::$name => $id,)+
                }
            }
        }
    };
}

ids! {
    Of:
    Posts "posts",
    Questions "questions",
    Messages "messages",
    Tickets "tickets",
    Leads "leads",
    Days "days",
    Authors "authors",
    Steps "steps",
    People "people",
}

ids! {
    Means:
    Count "count",
    Sum "sum",
    Mean "mean",
    Median "median",
    RatioOfTotals "ratio-of-totals",
    Share "share",
    Percentile "percentile",
    Level "level",
}

ids! {
    Remark:
    ViewsAreNotImpressions "views-are-not-impressions",
    PaidUnknown "paid-unknown",
    AsCoded "as-coded",
    Corrected "corrected",
    CheckedTooFew "checked-too-few",
    CodingCannotTell "coding-cannot-tell",
    NeutralIsUnknown "neutral-is-unknown",
    BusinessHours "business-hours",
    BusinessHoursLeftOut "business-hours-left-out",
    AmongNever "among-never",
    Bursts "bursts",
    TypicalDiffers "typical-differs",
    ExportDayAssumed "export-day-assumed",
    EverybodyIsPeople "everybody-is-people",
    SharedPeople "shared-people",
}

ids! {
    Role:
    Employee "employee",
    Advocate "advocate",
    Critic "critic",
    Other "other",
}

ids! {
    Step:
    Week "week",
    Month "month",
}

ids! {
    Verdict:
    HigherThanItsPast "higher-than-its-past",
    LowerThanItsPast "lower-than-its-past",
    WithinItsPast "within-its-past",
}

ids! {
    Caution:
    NoControl "no-control",
    PostHoc "post-hoc",
    Neighbours "neighbours",
    NotUnusual "not-unusual",
    NoSeason "no-season",
    FewSteps "few-steps",
    GapsAsNought "gaps-as-nought",
}

ids! {
    Missing:
    Messages "messages",
    Tone "tone",
    Checked "checked",
    Brands "brands",
    OwnBrand "own-brand",
    Event "event",
    Codes "codes",
    BuyCode "buy-code",
    JobCode "job-code",
    Sides "sides",
    Leads "leads",
    Sources "sources",
    Won "won",
}

impl Column {
    pub const fn id(self) -> &'static str {
        match self {
            Column::Author => "author",
            Column::Role => "role",
            Column::Topic => "topic",
            Column::Brand => "brand",
            Column::Hour => "hour",
            Column::Weekday => "weekday",
            Column::Network => "network",
            Column::Place => "place",
            Column::Country => "country",
            Column::Channel => "channel",
            Column::Source => "source",
            Column::Code => "code",
            Column::Format => "format",
            Column::Reach => "reach",
            Column::Audience => "audience",
            Column::Engagement => "engagement",
            Column::Slice(Dimension::Whole) => "audience-whole",
            Column::Slice(Dimension::Age) => "audience-age",
            Column::Slice(Dimension::Gender) => "audience-gender",
            Column::Slice(Dimension::AgeAndGender) => "audience-age-and-gender",
            Column::Slice(Dimension::City) => "audience-city",
            Column::Slice(Dimension::Country) => "audience-country",
        }
    }
}
