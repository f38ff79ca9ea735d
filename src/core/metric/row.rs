//! A row of METRICS: what a metric is, and how its value follows from what a future counted.

use super::totals::{Flows, People, State, Totals, Week};
use crate::units::Unit;

/// One row of METRICS.
#[derive(Clone, Copy, Debug)]
pub struct Metric<'a> {
    pub id: &'a str,
    pub unit: Unit,
    pub better: Better,
    pub value: Value,
    pub needs: Needs,
    /// What people call it.
    pub words: &'a str,
    /// How to read it, in one sentence without a final period.
    pub about: &'a str,
}

impl Metric<'_> {
    /// The name of its weekly series: people are counted cumulatively.
    pub fn series(&self) -> String {
        if matches!(self.value, Value::Reach(_)) {
            format!("{}_cumulative", self.id)
        } else {
            self.id.to_owned()
        }
    }

    /// Whether it has a weekly series. How many met three stories is known at the end only.
    pub(crate) fn is_weekly(&self) -> bool {
        self.id != "reach_second_3plus"
            && !matches!(
                self.value,
                Value::Whole(_)
                    | Value::Ratio(..)
                    | Value::Moment(_)
                    | Value::OfRole
                    | Value::Formula
            )
    }
}

/// Which direction a marketer would rather see; it also ranks the futures in which a ratio is
/// undefined: they are the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
    Neither,
}

impl Better {
    /// The value that stands for "undefined" in percentiles: worse than every number.
    pub const fn worst(self) -> f64 {
        match self {
            Better::Lower => f64::INFINITY,
            Better::Higher | Better::Neither => f64::NEG_INFINITY,
        }
    }
}

/// How a metric follows from what a future counted.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// Adds up over weeks and communities.
    Flow(fn(&Flows) -> f64),
    /// A flow over a flow, which has a meaning in a week too.
    Rate(fn(&Flows) -> f64, fn(&Flows) -> f64),
    /// As it stands at the end; adds up over communities.
    State(fn(&State) -> f64),
    /// Different people; weekly, those up to the week.
    Reach(fn(&People) -> f64),
    /// A value of the horizon as a whole.
    Whole(fn(&Totals) -> f64),
    /// Numerator and denominator: the headline is the ratio of their means, and a trial whose
    /// denominator is zero is undefined.
    Ratio(fn(&Totals) -> f64, fn(&Totals) -> f64),
    /// Something that happens or never does: it has percentiles, among which "never" is the worst,
    /// and no mean.
    Moment(fn(&Totals) -> Option<f64>),
    /// A part of a count: what one role of the members has of it. No row of METRICS is one.
    OfRole,
    /// A metric of a file's own: computed from other metrics and from inputs; no row of METRICS is
    /// one.
    Formula,
}

impl Metric<'_> {
    /// Whether it depends on what streams of the file's own bring and cost.
    pub fn counts_own(&self) -> bool {
        let with = |own: f64| {
            let flows = Flows { value_own: own, cost_own: 2.0 * own, ..Flows::named(|_| 1.0) };
            let state = State { cash: own, ..State::default() };
            let (npv, payback) = (own, Some(own));
            Totals { flows, state, npv, payback, ..Totals::default() }
        };
        self.value.of(&with(1.0)) != self.value.of(&with(3.0))
    }
}

/// A value, as a numerator with its denominator where it is a ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    pub over: f64,
    pub under: Option<f64>,
}

impl Measured {
    /// A value that is undefined where it is not finite.
    pub fn defined(value: f64) -> Measured {
        if value.is_finite() {
            Measured { over: value, under: Some(1.0) }
        } else {
            Measured { over: 0.0, under: Some(0.0) }
        }
    }

    /// NaN where it is undefined.
    pub fn value(self) -> f64 {
        match self.under {
            None => self.over,
            Some(0.0) => f64::NAN,
            Some(under) => self.over / under,
        }
    }
}

impl Value {
    /// Whether it consists of a numerator and a denominator.
    pub(crate) const fn is_ratio(self) -> bool {
        matches!(self, Value::Rate(..) | Value::Ratio(..) | Value::Moment(_) | Value::Formula)
    }

    /// The value of a future.
    pub fn of(self, totals: &Totals) -> Measured {
        let (over, under) = match self {
            Value::Flow(value) => (value(&totals.flows), None),
            Value::Rate(over, under) => (over(&totals.flows), Some(under(&totals.flows))),
            Value::State(value) => (value(&totals.state), None),
            Value::Reach(value) => (value(&totals.people), None),
            Value::Whole(value) => (value(totals), None),
            Value::Ratio(over, under) => (over(totals), Some(under(totals))),
            Value::Moment(value) => {
                value(totals).map_or((0.0, Some(0.0)), |value| (value, Some(1.0)))
            }
            Value::OfRole => (0.0, None),
            Value::Formula => (0.0, Some(0.0)),
        };
        Measured { over, under }
    }

    /// The value of a week, or `None` for what has a meaning over the horizon only.
    pub fn of_week(self, week: &Week) -> Option<Measured> {
        let (over, under) = match self {
            Value::Flow(value) => (value(&week.flows), None),
            Value::Rate(over, under) => (over(&week.flows), Some(under(&week.flows))),
            Value::State(value) => (value(&week.state), None),
            Value::Reach(value) => (value(&week.people), None),
            Value::Whole(_)
            | Value::Ratio(..)
            | Value::Moment(_)
            | Value::OfRole
            | Value::Formula => return None,
        };
        Some(Measured { over, under })
    }
}

/// What has to be given for a metric to be measured: money is counted only where it has a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needs {
    Nothing,
    /// The margin of a new customer.
    Margin,
    /// The margin of a repeat order.
    RepeatMargin,
    /// What a contact with the service costs.
    CostPerContact,
    /// What a customer is worth in a year.
    CustomerYear,
    /// What a poll is worth.
    Poll,
    /// What a hire saves.
    Hire,
    /// What a thousand impressions are worth.
    Attention,
    /// What a forum of one's own would cost.
    Forum,
    /// What an idea is worth.
    Ideas,
    /// A stream of value of the file's own.
    OwnValue,
    /// A cost of the file's own.
    OwnCost,
    /// Rewards for members.
    Rewards,
    /// Views from search engines.
    Search,
    /// Members who become advocates.
    Advocates,
    /// People in need who are written to.
    Outreach,
    /// Other brands.
    Competitors,
    /// Any of these.
    Value,
    /// A value, or a cost that the file states.
    Costs,
    /// A value, or the price of a thousand impressions.
    MediaPrice,
}

impl Needs {
    /// Whether it belongs to something that only some files ask about: then its absence is no gap.
    pub const fn is_further(self) -> bool {
        matches!(
            self,
            Needs::Attention
                | Needs::Forum
                | Needs::Ideas
                | Needs::OwnValue
                | Needs::OwnCost
                | Needs::Rewards
                | Needs::Search
                | Needs::Advocates
                | Needs::Outreach
                | Needs::Competitors
        )
    }

    /// The key that gives it, for what is a price.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Needs::Margin => Some("value.margin_per_customer"),
            Needs::RepeatMargin => Some("value.repeat_margin"),
            Needs::CostPerContact => Some("value.cost_per_contact"),
            Needs::CustomerYear => Some("value.customer_year"),
            Needs::Poll => Some("polls.value"),
            Needs::Hire => Some("hires.saving"),
            Needs::Attention => Some("value.per_thousand_seen"),
            Needs::Forum => Some("value.forum_saved_per_month"),
            Needs::Ideas => Some("value.idea_value"),
            Needs::Rewards => Some("cost.rewards_per_month"),
            Needs::Advocates => Some("support.makes_advocates"),
            Needs::Outreach => Some("outreach.per_week"),
            Needs::Search
            | Needs::Competitors
            | Needs::OwnValue
            | Needs::OwnCost
            | Needs::Nothing
            | Needs::Value
            | Needs::Costs
            | Needs::MediaPrice => None,
        }
    }
}
