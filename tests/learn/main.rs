//! One binary for all tests of learning and scores.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test, at its line")]

mod backtest;
mod known;
mod ledger;
mod pool;
mod rules;
mod score;
mod totals;
