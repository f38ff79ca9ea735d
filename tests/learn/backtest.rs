//! Tests of `learn/backtest.rs`: pages whose course is known, and faults that must show.

mod courses;
mod months;
mod pages;
mod planted;
mod rows;
