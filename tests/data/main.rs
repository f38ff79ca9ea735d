//! One binary for all tests of exports.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test, at its line")]

mod analyse;
mod before;
mod know;
mod measure;
mod read;
