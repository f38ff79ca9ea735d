//! One binary for all tests, so that everything is linked once.

mod cases;
mod charts;
mod design;
mod diagnostic;
mod dist;
mod draw;
mod drivers;
mod engine;
mod estimate;
mod format;
mod golden;
mod house;
mod lower;
mod normal;
mod output;
mod presets;
mod quantity;
mod reach;
mod reach_oracle;
mod readme;
mod rng;
mod scenario;
mod screen;
mod season;
mod statistics;
mod support;
