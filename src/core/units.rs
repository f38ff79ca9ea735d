//! What a number measures and which numbers are possible: the vocabulary that keys, metrics and
//! messages share.

/// Weeks of a year, as everything yearly is counted.
pub const WEEKS_A_YEAR: f64 = 52.0;
pub const MONTHS_A_YEAR: f64 = 12.0;
pub const DAYS_A_YEAR: f64 = 365.0;
pub(crate) const DAYS_A_WEEK: f64 = 7.0;
pub(crate) const HOURS_A_WEEK: f64 = 168.0;
pub(crate) const MINUTES_AN_HOUR: f64 = 60.0;

/// Which numbers a quantity may take; it decides how `"a to b"` is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// From 0 to 1: probabilities, rates of one, mixes, visibilities.
    Share,
    /// Zero or more: counts, hours, money, multipliers, dispersions, coefficients of variation.
    Positive,
    /// Above -1: yearly growth.
    Growth,
    /// From -1 to 1: by how much a share is another.
    Difference,
    /// Any number: what a formula is made of.
    Real,
}

impl Kind {
    /// The closed interval in which every value of this kind lies. Positive quantities end at
    /// 10^15, beyond which whole people can no longer be told apart in a double.
    pub const fn range(self) -> (f64, f64) {
        match self {
            Kind::Share => (0.0, 1.0),
            Kind::Positive => (0.0, 1e15),
            Kind::Growth => (-0.999_999, 1e3),
            Kind::Difference => (-1.0, 1.0),
            Kind::Real => (-1e15, 1e15),
        }
    }
}

/// The unit in which a key or a metric is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    People,
    /// A fraction of one.
    Share,
    /// A pure number.
    Ratio,
    /// Questions and remarks that members write.
    Questions,
    QuestionsPerYear,
    QuestionsPerDay,
    /// Yearly questions of one follower.
    QuestionsPerFollower,
    PostsPerWeek,
    PostsPerDay,
    PostsPerYear,
    OrdersPerYear,
    /// Times a message came before somebody's eyes.
    Impressions,
    /// Friends who could see a message, as often as they could.
    Contacts,
    PerYear,
    PerMonth,
    /// The currency of the scenario.
    Money,
    MoneyPerHour,
    MoneyPerWeek,
    MoneyPerMonth,
    Minutes,
    Hours,
    HoursPerWeek,
    Months,
    Messages,
    Answers,
    Clicks,
    Leads,
    Customers,
    Orders,
    Weeks,
    Trials,
    Date,
    /// Impressions for every hundred people of the market.
    RatingPoints,
    None,
}

impl Unit {
    /// The unit as data files spell it, stable and without spaces.
    pub const fn id(self) -> &'static str {
        match self {
            Unit::People => "people",
            Unit::Share => "share",
            Unit::Ratio => "ratio",
            Unit::Questions => "questions",
            Unit::QuestionsPerYear => "questions/year",
            Unit::QuestionsPerDay => "questions/day",
            Unit::QuestionsPerFollower => "questions/follower/year",
            Unit::PostsPerWeek => "posts/week",
            Unit::PostsPerDay => "posts/day",
            Unit::PostsPerYear => "posts/year",
            Unit::OrdersPerYear => "orders/year",
            Unit::Impressions => "impressions",
            Unit::Contacts => "contacts",
            Unit::PerYear => "per-year",
            Unit::PerMonth => "per-month",
            Unit::Money => "money",
            Unit::MoneyPerHour => "money/hour",
            Unit::MoneyPerWeek => "money/week",
            Unit::MoneyPerMonth => "money/month",
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::HoursPerWeek => "hours/week",
            Unit::Months => "months",
            Unit::Messages => "messages",
            Unit::Answers => "answers",
            Unit::Clicks => "clicks",
            Unit::Leads => "leads",
            Unit::Customers => "customers",
            Unit::Orders => "orders",
            Unit::Weeks => "weeks",
            Unit::Trials => "trials",
            Unit::Date => "date",
            Unit::RatingPoints => "GRP",
            Unit::None => "",
        }
    }

    /// Whether the unit is counted in the currency of the scenario.
    pub const fn is_money(self) -> bool {
        matches!(self, Unit::Money | Unit::MoneyPerHour | Unit::MoneyPerWeek | Unit::MoneyPerMonth)
    }
}
