//! What things cost and are worth. What has no price is `None` and is not counted.

use super::values::Values;
use crate::model::{Deflection, Hires, Ideas, Loyalty, Margin, Model, PerCustomer, Prices};
use crate::units::{MONTHS_A_YEAR, WEEKS_A_YEAR};

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Money {
    /// Whether anything has a value: without it nothing is paid back.
    pub is_counted: bool,
    /// ln of the weekly discount factor, zero or below.
    pub discount: f64,
    /// Weeks over which a new customer's margin arrives.
    pub weeks_to_earn: usize,
    pub customer: Option<Customer>,
    pub repeat_margin: Option<f64>,
    /// Share of those served who would have called otherwise.
    pub would_have_called: f64,
    pub deflection: Option<Deflection<f64>>,
    pub loyalty: Option<Loyalty<f64>>,
    pub polls: Option<Polls>,
    pub hires: Option<Hired>,
    /// An impression.
    pub attention: f64,
    pub forum_per_week: f64,
    /// Ideas a week, and what one is worth.
    pub ideas: Option<(f64, f64)>,
    pub rewards_per_week: f64,
    pub per_post: f64,
    /// Tools and management.
    pub fixed_per_week: f64,
    /// Cost in week 0.
    pub setup: f64,
    /// Advertising money for a thousand impressions.
    pub cpm: f64,
}

/// What a new customer is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Customer {
    /// Mean margin.
    pub margin: f64,
    /// Shape of the gamma variate that one customer's margin is: 1/cv^2.
    pub shape: f64,
    /// How much more a customer is worth who came through a friend.
    pub referral_uplift: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Polls {
    pub value_per_week: f64,
    pub needed: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hired {
    pub per_week: f64,
    pub saving: f64,
    /// Change of the hires for a change of net sentiment by 1.
    pub sentiment: f64,
}

impl Money {
    /// Whether what comes later depends on how members speak.
    pub(crate) fn is_mood_priced(&self) -> bool {
        self.hires.is_some_and(|hires| hires.sentiment != 0.0)
    }

    pub(super) fn draw(model: &Model, values: Values) -> Money {
        let cost = model.cost.map(|param| values.of(param));
        let Prices {
            margin,
            repeat,
            would_have_called,
            deflection,
            loyalty,
            poll,
            hires,
            attention,
            forum,
            ideas,
        } = &model.prices;
        let months = margin.map_or(0.0, |margin| values.of(margin.customer.months_to_earn));
        let polls_per_week = values.of(model.polls.per_year) / WEEKS_A_YEAR;
        Money {
            is_counted: model.counts_value(),
            discount: -libm::log1p(cost.discount) / WEEKS_A_YEAR,
            weeks_to_earn: ((months * WEEKS_A_YEAR / MONTHS_A_YEAR).round() as usize).max(1),
            customer: margin.as_ref().map(|margin| Customer::draw(margin, cost.discount, values)),
            repeat_margin: repeat.map(|margin| values.of(margin)),
            would_have_called: would_have_called.map_or(0.0, |share| values.of(share)),
            deflection: deflection.map(|deflection| deflection.map(|param| values.of(param))),
            loyalty: loyalty.map(|loyalty| loyalty.map(|param| values.of(param))),
            polls: poll.map(|poll| Polls {
                value_per_week: polls_per_week * values.of(poll.value),
                needed: values.of(poll.needed),
            }),
            hires: hires.map(|Hires { per_year, saving, sentiment }| Hired {
                per_week: values.of(per_year) / WEEKS_A_YEAR,
                saving: values.of(saving),
                sentiment: values.of(sentiment),
            }),
            attention: attention.map_or(0.0, |thousand| values.of(thousand) / 1_000.0),
            forum_per_week: forum
                .map_or(0.0, |forum| values.of(forum) * MONTHS_A_YEAR / WEEKS_A_YEAR),
            ideas: ideas.map(|Ideas { per_year, value }| {
                (values.of(per_year) / WEEKS_A_YEAR, values.of(value))
            }),
            rewards_per_week: cost.rewards_per_month * MONTHS_A_YEAR / WEEKS_A_YEAR,
            per_post: cost.per_post,
            fixed_per_week: (cost.tools_per_month + cost.manager_per_month) * MONTHS_A_YEAR
                / WEEKS_A_YEAR,
            setup: cost.setup,
            cpm: model.market.cpm.map_or(0.0, |cpm| values.of(cpm)),
        }
    }
}

impl Customer {
    fn draw(margin: &Margin, discount: f64, values: Values) -> Customer {
        let customer = margin.customer.map(|param| values.of(param));
        Customer {
            margin: match margin.per_customer {
                PerCustomer::Stated(margin) => values.of(margin),
                PerCustomer::Lifetime(parts) => {
                    lifetime(parts.map(|param| values.of(param)), discount)
                }
            },
            shape: 1.0 / (customer.margin_cv * customer.margin_cv),
            referral_uplift: customer.referral_uplift,
        }
    }
}

/// Margin of a customer over his lifetime: m (1+i)/(1+i-r), with m = order x orders a year x gross
/// margin, retention r a year and discount i a year. The first year's margin comes at once; all
/// later ones together are m r/(1+i-r).
///
/// Source: Gupta, Lehmann, *Customers as assets* (2003). Test:
/// `money::a_customer_is_worth_what_gupta_and_lehmann_say`.
pub fn lifetime([order, orders_per_year, gross_margin, retention]: [f64; 4], discount: f64) -> f64 {
    order * orders_per_year * gross_margin * (1.0 + discount) / (1.0 + discount - retention)
}
