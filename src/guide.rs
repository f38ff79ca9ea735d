//! Chapters to read beside the README. What they show is run by the tests, as the README is.

#[doc = include_str!("guide/model.md")]
pub mod model {}

#[doc = include_str!("guide/trust.md")]
pub mod trust {}

#[doc = include_str!("guide/graph.md")]
pub mod graph {}

#[doc = include_str!("guide/studies.md")]
pub mod studies {}

#[doc = include_str!("guide/checks.md")]
pub mod checks {}

#[doc = include_str!("guide/many_futures.md")]
pub mod many_futures {}

#[doc = include_str!("guide/extending.md")]
pub mod extending {}
