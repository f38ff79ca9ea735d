//! One binary for all tests, so that everything is linked once.

mod charts;
mod design;
mod draw;
mod engine;
mod estimate;
mod format;
mod house;
mod normal;
mod reach;
mod reach_oracle;
mod readme;
mod rng;
mod season;
mod statistics;
mod support;
