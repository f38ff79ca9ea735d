//! Tests of `learn/backtest.rs`: pages whose course is known, and faults that must show.

mod pages;
mod planted;
