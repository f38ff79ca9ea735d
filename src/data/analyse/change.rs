//! Before and after an event: what came of it, and the words which that deserves.

use super::question::Series;

/// What an event changed in a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub series: Series,
    pub step: Step,
    /// The event's first and last day; without a last day it is a lasting change.
    pub from: i32,
    pub to: Option<i32>,
    /// Steps that are no past of it, because it was awaited.
    pub left_out: u32,
    /// Steps before, during and after it that are used.
    pub before: u32,
    pub during: u32,
    pub after: u32,
    /// Times as many as its own past would have it, at 95 %.
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
    /// How many more, or fewer, over the event.
    pub sum: Option<Sum>,
    /// The rank of the event among all windows of its length, 1 the most unusual, and how many.
    pub placebo: Option<(u32, u32)>,
    /// Autocorrelation of residuals at one step.
    pub lag1: f64,
    pub verdict: Verdict,
    pub warnings: Vec<Caution>,
    /// For a picture: first day of a step, its count, whether it belongs to the event.
    pub steps: Vec<(i32, f64, bool)>,
}

/// A sum with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Week,
    Month,
}

/// What may be said. A cause may not. Higher and lower need an interval beside 1 and a rank among
/// the first tenth of windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    HigherThanItsPast,
    LowerThanItsPast,
    WithinItsPast,
}

/// What must be said beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Caution {
    /// No other series tells what would have happened anyway.
    NoControl,
    /// The window is the highest, or the lowest, of its length: whoever picks the best weeks
    /// afterwards finds them good.
    PostHoc,
    /// Neighbouring steps resemble each other (lag-1 above 0.3): the interval is too narrow.
    Neighbours,
    /// Other windows of the past are as unusual: the rank is not among the first tenth.
    NotUnusual,
    /// Less than a year before it: seasons cannot be told from it.
    NoSeason,
    /// Fewer than twelve steps before it: how much they scatter is hardly known.
    FewSteps,
    /// Steps without a row count as nought.
    GapsAsNought,
}
