//! Tests of `learn/totals.rs`.
