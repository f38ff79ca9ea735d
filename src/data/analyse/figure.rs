//! A figure: a number with its interval, of how many it is, and what must stand beside it.

use crate::measure::Interval;

/// Ids of figures, in the order in which they are shown. One that the files do not give is absent.
pub const FIGURES: [&str; 19] = [
    "posts",
    "reach_per_post",
    "frequency",
    "engagement",
    "non_follower_reach",
    "followers",
    "gained",
    "lost",
    "questions",
    "answered_share",
    "response_p50_hours",
    "response_p90_hours",
    "authors",
    "share_positive",
    "share_neutral",
    "share_negative",
    "share_of_voice",
    "leads",
    "won",
];

/// A number that tells what happened. Intervals are at 95 %.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// One of [`FIGURES`]; facts of tasks have ids of their own, see there.
    pub id: &'static str,
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Of how many it is: posts, questions, messages; see `of`.
    pub n: u64,
    pub of: Of,
    pub unit: Unit,
    pub means: Means,
    pub beside: Vec<Beside>,
    pub remarks: Vec<Remark>,
}

/// What is counted in `n`, and in groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    Posts,
    Questions,
    Messages,
    Tickets,
    Leads,
    Days,
    Authors,
    /// Weeks or months.
    Steps,
    /// Members of an audience.
    People,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    Count,
    People,
    /// 0 to 1.
    Share,
    Hours,
    Ratio,
    /// Of the currency that the file names, where all rows name one.
    Money(Option<String>),
    /// Impressions and replays.
    Times,
}

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    Count,
    /// Sum of a flow over days, or over posts.
    Sum,
    Mean,
    Median,
    RatioOfTotals,
    Share,
    /// Half, or nine in ten, were quicker; whoever was never answered counts as later than all.
    Percentile,
    /// The last level of a series.
    Level,
}

/// A number that stands beside a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    pub what: Aside,
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: u64,
}

/// What such a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aside {
    /// The median post: its reach, or its own ratio.
    MedianPost,
    /// Quarter and three quarters of posts.
    Quartile1,
    Quartile3,
    PerWeek,
    /// Weeks: one in twenty below, one in twenty above.
    WeekP05,
    WeekP95,
    /// The second half of the period against the first, by their medians: 0.66 is a third less.
    LateOverEarly,
    /// Views per person reached; views count replays and are no impressions.
    ViewsPerPerson,
    /// The median of days; days of different people do not add up.
    MedianDay,
    /// Never answered.
    Never,
    /// A share of the whole, such as of reach that is not among followers.
    ShareOfAll,
    /// At the beginning of the period.
    First,
    /// Weighted by the audience of authors, as the suite models it.
    ByAudience,
    /// Before it was corrected by the checked sample.
    AsCoded,
    /// How many independent messages it is worth; the interval knows.
    Effective,
    /// Cohen's kappa of coder and checker.
    Kappa,
    /// The place among brands, 1 the first, and how many there are.
    Rank,
    Brands,
    /// Sum of amounts of those won, in the currency that most of them have.
    Amount,
}

impl Aside {
    pub const fn id(self) -> &'static str {
        match self {
            Aside::MedianPost => "median_post",
            Aside::Quartile1 => "quartile_1",
            Aside::Quartile3 => "quartile_3",
            Aside::PerWeek => "per_week",
            Aside::WeekP05 => "week_p05",
            Aside::WeekP95 => "week_p95",
            Aside::LateOverEarly => "late_over_early",
            Aside::ViewsPerPerson => "views_per_person",
            Aside::MedianDay => "median_day",
            Aside::Never => "never",
            Aside::ShareOfAll => "share_of_all",
            Aside::First => "first",
            Aside::ByAudience => "by_audience",
            Aside::AsCoded => "as_coded",
            Aside::Effective => "effective",
            Aside::Kappa => "kappa",
            Aside::Rank => "rank",
            Aside::Brands => "brands",
            Aside::Amount => "amount",
        }
    }
}

/// What an honest sentence about a figure must not leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// Only views are given, which count replays.
    ViewsAreNotImpressions,
    /// Nobody says which posts were advertised.
    PaidUnknown,
    /// As somebody, or a machine, coded it; not checked.
    AsCoded,
    /// Corrected by the checked sample.
    Corrected,
    /// The checked sample is below 100.
    CheckedTooFew,
    /// The checked sample shows that this coding cannot tell.
    CodingCannotTell,
    NeutralIsUnknown,
    /// Hours of business, which are not those of the calendar.
    BusinessHours,
    /// Some files give hours of business: their tickets are not in the times.
    BusinessHoursLeftOut,
    /// The percentile is absent, because it falls among those who were never answered.
    AmongNever,
    /// Messages come in bursts: the interval is wider than of as many independent ones.
    Bursts,
    /// Parts and total move apart: the ratio of totals is not that of the typical post.
    TypicalDiffers,
    /// The export has no day of its own: ages of posts are counted to the last day of its rows.
    ExportDayAssumed,
    /// No side is given: everybody counts as people.
    EverybodyIsPeople,
    /// Networks, or accounts, have people in common; levels were added.
    SharedPeople,
}

impl Figure {
    pub fn new(id: &'static str, value: f64, means: Means, unit: Unit) -> Figure {
        Figure {
            id,
            value,
            low: None,
            high: None,
            n: 0,
            of: Of::Messages,
            unit,
            means,
            beside: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// A value with its interval.
    pub fn within(id: &'static str, interval: Interval, means: Means, unit: Unit) -> Figure {
        let figure = Figure::new(id, interval.value, means, unit);
        Figure { low: Some(interval.low), high: Some(interval.high), ..figure }
    }

    #[must_use]
    pub fn of(self, n: u64, of: Of) -> Figure {
        Figure { n, of, ..self }
    }

    #[must_use]
    pub fn beside(mut self, what: Aside, value: Option<f64>, n: u64) -> Figure {
        if let Some(value) = value {
            self.beside.push(Beside { what, value, low: None, high: None, n });
        }
        self
    }

    #[must_use]
    pub fn beside_within(mut self, what: Aside, interval: Option<Interval>, n: u64) -> Figure {
        if let Some(Interval { value, low, high }) = interval {
            self.beside.push(Beside { what, value, low: Some(low), high: Some(high), n });
        }
        self
    }

    #[must_use]
    pub fn remark(mut self, remark: Remark, applies: bool) -> Figure {
        if applies {
            self.remarks.push(remark);
        }
        self
    }
}
