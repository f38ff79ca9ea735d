//! What things are worth, and who is paid to answer.

use super::numbers::{Deflection, Loyalty, NewCustomer};
use super::param::Param;
use crate::metric::Needs;

/// What things are worth. What has no price is not counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prices {
    pub margin: Option<Margin>,
    pub repeat: Option<Param>,
    /// Share of those served who would have called otherwise: they saved a contact, and no answer
    /// kept them.
    pub would_have_called: Option<Param>,
    pub deflection: Option<Deflection<Param>>,
    pub loyalty: Option<Loyalty<Param>>,
    pub poll: Option<Poll>,
    pub hires: Option<Hires>,
    /// A thousand impressions.
    pub attention: Option<Param>,
    /// A month of a forum of one's own.
    pub forum: Option<Param>,
    pub ideas: Option<Ideas>,
}

/// Who is paid to answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Staff {
    /// Hours a week, and what one costs.
    Hours { hours: Param, wage: Param },
    /// People, with the hours a week of each, and what each costs a month, or an hour.
    People { people: Param, hours: Param, salary: Option<Param>, wage: Param },
}

impl Prices {
    /// Whether anything has a value.
    pub fn any(&self) -> bool {
        [
            Needs::Margin,
            Needs::RepeatMargin,
            Needs::CostPerContact,
            Needs::CustomerYear,
            Needs::Poll,
            Needs::Hire,
            Needs::Attention,
            Needs::Forum,
            Needs::Ideas,
        ]
        .into_iter()
        .any(|needs| self.has(needs))
    }

    /// Whether a price is given.
    pub fn has(&self, needs: Needs) -> bool {
        match needs {
            Needs::Margin => self.margin.is_some(),
            Needs::RepeatMargin => self.repeat.is_some(),
            Needs::CostPerContact => self.deflection.is_some(),
            Needs::CustomerYear => self.loyalty.is_some(),
            Needs::Poll => self.poll.is_some(),
            Needs::Hire => self.hires.is_some(),
            Needs::Value => self.any(),
            Needs::Attention => self.attention.is_some(),
            Needs::Forum => self.forum.is_some(),
            Needs::Ideas => self.ideas.is_some(),
            Needs::Nothing
            | Needs::Costs
            | Needs::MediaPrice
            | Needs::Rewards
            | Needs::Search
            | Needs::Advocates
            | Needs::Outreach
            | Needs::OwnValue
            | Needs::OwnCost
            | Needs::Competitors => true,
        }
    }
}

/// The margin of a new customer, beside what else he brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin {
    pub per_customer: PerCustomer,
    pub customer: NewCustomer<Param>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PerCustomer {
    Stated(Param),
    /// Order, orders a year, gross margin and retention.
    Lifetime([Param; 4]),
}

/// Value of a poll, and the answers that it needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Poll {
    pub value: Param,
    pub needed: Param,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hires {
    pub per_year: Param,
    pub saving: Param,
    /// Change of the hires for a change of net sentiment by 1.
    pub sentiment: Param,
}

/// Ideas of members that are put to use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ideas {
    pub per_year: Param,
    pub value: Param,
}
