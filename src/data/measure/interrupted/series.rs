//! A series with an event, and what comes of fitting it.

use std::ops::Range;

use crate::measure::interval::Interval;

/// Counts of equal periods, in the order of time, with an event in them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// One a period, none below 0.
    pub counts: Vec<f64>,
    /// ln of the exposure, such as followers, one a period.
    pub offset: Option<Vec<f64>>,
    /// Periods a year: 12, 52.18.
    pub season: Option<f64>,
    /// Pairs of sine and cosine a year, where there is a season.
    pub pairs: usize,
    /// Periods of the event, where it ends.
    pub during: Option<Range<usize>>,
    /// Periods with a level of their own behind it, or of the event where it does not end. May be
    /// empty.
    pub after: Range<usize>,
    /// Whether the series has a slope.
    pub trend: bool,
    /// Other series that the event does not touch, one value a period each.
    pub controls: Vec<Vec<f64>>,
}

/// How counts scatter around their means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Luck {
    /// Variance m; intervals of the model, by z.
    Poisson,
    /// Variance phi m; intervals of the model, by z.
    Quasi,
    /// Variance m + phi m^2; intervals hold with neighbours alike, by Student's t.
    NegativeBinomial,
}

/// What was fitted.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    pub coefficients: Vec<Coefficient>,
    /// The event's periods over what they would have been.
    pub ratio: Interval,
    /// 1, the phi of [`Luck::Quasi`], or that of [`Luck::NegativeBinomial`].
    pub scale: f64,
    /// Counted in the event, less what would have been counted.
    pub sum: Option<Interval>,
    /// Autocorrelation of neighbours' Pearson residuals. From 0.3 on intervals are too narrow.
    pub lag1: f64,
    /// Where the event stands among windows of its length before it.
    pub placebo: Option<Rank>,
    /// Fewer than 12 periods before: too few to know how they scatter.
    pub is_short: bool,
}

/// On the scale of ln.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficient {
    /// `level`, `trend`, `sine`, `cosine`, `event`, `after`, `control`.
    pub name: &'static str,
    pub value: f64,
    pub se: f64,
}

/// A place among places: 1 is the furthest from 1 of all ratios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    pub rank: usize,
    /// The event's and those before it.
    pub places: usize,
}

/// Why there is no fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Fewer than 8 periods before, or fewer than 2 of the event.
    TooShort { before: usize, after: usize },
    /// All counts before, or all of the event, are 0, or all counts are alike.
    NoVariation,
    /// What is asked cannot be told apart: a control, a season or a slope goes with the event.
    Inseparable,
    /// A count below 0, a number that is none, or lengths that differ.
    NotCounts,
    /// There are as many coefficients as periods.
    TooMany { coefficients: usize, periods: usize },
    /// The search finds no end.
    Diverged,
}
