//! What a brand's own data tell a scenario, and how well its forecasts held.
//!
//! ```text
//! known::Known::of(..)    what exports say of each key, as likelihoods over its values
//! pool::Pooled::of(..)    what many pages have in common, and what a new one is like
//! totals::learn(..)       what totals say of all inputs together
//! backtest::run(..)       how it would have forecast what came
//! score                   how good a forecast was, once the outcome is known
//! ledger                  forecasts on record, chained so that nobody edits them unseen
//! ```

pub mod backtest;
pub mod known;
pub mod ledger;
pub mod pool;
pub mod score;
pub mod totals;
