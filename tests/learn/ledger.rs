//! Tests of `learn/ledger.rs`.
