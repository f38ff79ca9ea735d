//! Tests of `learn/known.rs`.
