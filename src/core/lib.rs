//! The model of `reachsim`: from the text of a scenario to the statistics of its futures.
//!
//! The crate `reachsim` has the documentation, the order of the modules and their invariants; what
//! is public here is what its program, tests and benches need, and is promised to nobody else.

pub mod algebra;
mod chance;
pub mod colour;
pub mod design;
pub mod diagnostic;
pub mod digits;
pub mod dist;
pub mod draw;
mod elementary;
pub mod engine;
pub mod estimate;
pub mod formula;
pub mod graph;
pub mod incomplete;
pub mod locale;
pub mod metric;
pub mod model;
pub mod normal;
pub mod reach;
pub mod rng;
pub mod root;
pub mod scenario;
pub mod study;
pub mod summary;
pub mod trials;
pub mod units;
pub mod watch;
