//! Tests of `learn/score.rs`.
